"""Turn each person into her own place on the page: what is known, and one timeline, newest first.

Everything that is dated stands in one line of time, from her log and from conversations with her.
In a large vault timelines are cut, so that the page stays light; the notes hold the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

from notesync.dashboard.phrases import Phrases, term
from notesync.dashboard.pictures.tree import FOLD_ABOVE
from notesync.dashboard.places import Places, visible
from notesync.dashboard.rows import Entry, Fact, Person, ToDo
from notesync.notes.book import Conversation
from notesync.notes.kinds import CHANNELS, CIRCLES, CONVERSATION_KINDS
from notesync.notes.names import search_fold
from notesync.views.appointments import by_person
from notesync.views.facts import Facts
from notesync.views.facts import Person as Known
from notesync.views.stages import STAGES, stage
from notesync.views.telling import told
from notesync.views.timeline import Entry as Happened
from notesync.views.timeline import timeline
from notesync.words import N_

# The most people who have a place of their own; of more those of whom there was news last.
MOST = 1000
# Entries of a timeline, and characters of a text.
ENTRIES = 60
LETTERS = 1500
# Above `FOLD_ABOVE` people entries are shared out, so that the page keeps its weight.
ALL_ENTRIES = 8000
FEWEST = 3
FEW_LETTERS = 240
# What the facts above a timeline say already, and what the conversation's own entry says.
_SAID_ELSEWHERE = frozenset({"named", "led"})
NO_STEPS: Mapping[str, ToDo] = {}
# Whose date is an end rather than an appointment.
_UNTIL = frozenset({"deferred", "rests", "promise"})


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What every person's place is written with.

    Attributes:
        talks: Conversations, by person; ``by_key`` by their key.
        led: Whom each person led me to.
        steps: What to do next with each person.
        entries, letters: How long a timeline and a text may be.
    """

    facts: Facts
    places: Places
    phrases: Phrases
    talks: Mapping[str, Sequence[Conversation]]
    by_key: Mapping[str, Conversation]
    led: Mapping[str, Sequence[str]]
    steps: Mapping[str, ToDo]
    entries: int
    letters: int


def chosen(facts: Facts) -> tuple[Known, ...]:
    """Who has a place of her own, by name."""
    everybody: Iterable[Known] = facts.people.values()
    if len(facts.people) > MOST:
        everybody = sorted(everybody, key=_news, reverse=True)[:MOST]
    return tuple(sorted(everybody, key=lambda one: (search_fold(one.name), one.key)))


def _news(one: Known) -> tuple[date, str]:
    """When something was last written about her."""
    days = [one.contact.since, one.facts[-1].day if one.facts else None]
    days += [talk.day for talk in (*one.ahead, *one.pending)]
    return max((day for day in days if day), default=date.min), one.key


def listed(
    who: Sequence[Known], facts: Facts, places: Places, phrases: Phrases
) -> tuple[Person, ...]:
    """These people with what stands beside their names, for a page that leads to theirs."""
    return tuple(
        Person(places.person(one.key), _about(one), _stage(one, facts, phrases)) for one in who
    )


def colleagues(
    who: Sequence[Known], facts: Facts, places: Places, phrases: Phrases
) -> tuple[Person, ...]:
    """The same, where the name of the organization stands above them."""
    return tuple(
        Person(
            places.person(one.key),
            visible(one.contact.role) if one.contact.role else "",
            _stage(one, facts, phrases),
        )
        for one in who
    )


def people(
    who: Sequence[Known],
    facts: Facts,
    places: Places,
    phrases: Phrases,
    *,
    steps: Mapping[str, ToDo] = NO_STEPS,
    whole: bool = False,
) -> tuple[Person, ...]:
    """The places of these people, with what to do next; with `whole` nothing in them is cut."""
    talks = by_person(facts.book.conversations)
    led: dict[str, list[str]] = {}
    for one in facts.people.values():
        for introducer in one.introducers:
            led.setdefault(introducer, []).append(one.key)
    by_key = {talk.key: talk for talk in facts.book.conversations}
    limits = (ALL_ENTRIES, LETTERS) if whole else _limits(len(who))
    sheet = _Sheet(facts, places, phrases, talks, by_key, led, steps, *limits)
    return tuple(_person(one, sheet) for one in who)


def _limits(count: int) -> tuple[int, int]:
    """Entries of a timeline and characters of a text, on a page of so many people."""
    if count <= FOLD_ABOVE:
        return ENTRIES, LETTERS
    return max(FEWEST, min(ENTRIES, ALL_ENTRIES // count)), FEW_LETTERS


def _person(one: Known, sheet: _Sheet) -> Person:
    facts = sheet.facts
    # A timeline looks at all conversations: hers are enough.
    talks = tuple(sheet.talks.get(one.key, ()))
    hers = facts._replace(book=facts.book._replace(conversations=talks))
    entries = [what for what in timeline(one.key, hers) if what.kind not in _SAID_ELSEWHERE]
    entries.reverse()
    return Person(
        who=sheet.places.person(one.key),
        about=_about(one),
        stage=_stage(one, facts, sheet.phrases),
        facts=tuple(_facts(one, sheet)),
        entries=tuple(_entry(what, sheet) for what in entries[: sheet.entries]),
        more=max(0, len(entries) - sheet.entries),
        opens=sheet.places.opener.address(one.key),
        step=sheet.steps.get(one.key),
    )


def _about(one: Known) -> str:
    return ", ".join(visible(part) for part in (one.contact.role, one.contact.org) if part)


def _stage(one: Known, facts: Facts, phrases: Phrases) -> str:
    where = stage(one, facts)
    return "" if where == "listed" else phrases.words.t(STAGES[where])


def _facts(one: Known, sheet: _Sheet) -> Iterable[Fact]:
    contact, phrases, places = one.contact, sheet.phrases, sheet.places
    if introducers := places.people(one.introducers):
        yield Fact(phrases.t("named by"), phrases.names(introducers))
    if named := places.people(sheet.led.get(one.key, ())):
        yield Fact(phrases.t("led me to"), phrases.names(named))
    plain = (
        (N_("known from"), term(contact.circle, CIRCLES, phrases.words)),
        (N_("since"), contact.met),
        (N_("city"), contact.city),
        (N_("email"), contact.email),
        (N_("phone"), contact.phone),
    )
    for label, text in plain:
        if text:
            yield Fact(phrases.t(label), escape(visible(text)))
    if contact.topics:
        topics = Markup(", ").join(places.markdown(topic, one.key) for topic in contact.topics)
        yield Fact(phrases.t("topics"), topics)


def _entry(what: Happened, sheet: _Sheet) -> Entry:
    words, phrases, places = sheet.phrases.words, sheet.phrases, sheet.places
    parts = [escape(", ".join(visible(part) for part in _how(what, sheet) if part))]
    if others := phrases.names(places.people(what.others)):
        parts.append(phrases.t("with {people}", people=others) if what.kind == "talk" else others)
    talk = sheet.by_key.get(what.key)
    if talk and (named := places.people(talk.named)):
        parts.append(phrases.t("named {people}", people=phrases.names(named)))
    parts.append(places.markdown(_short(what.text, sheet.letters), what.path))
    return Entry(
        what.day,
        told(what, words),
        Markup(" · ").join(part for part in parts if part),
        tuple(_said(talk, sheet)) if talk else (),
        places.anchor("t", talk.key) if talk else "",
    )


def _how(what: Happened, sheet: _Sheet) -> Iterable[str]:
    """Channel, place and time, as far as they are known."""
    words = sheet.phrases.words
    talk = sheet.by_key.get(what.key)
    if talk:
        yield "" if talk.kind == "information" else term(talk.kind, CONVERSATION_KINDS, words)
        yield talk.time
    yield term(what.channel, CHANNELS, words)
    if talk:
        yield talk.city
        if talk.minutes:
            yield words.n("{count} minute", "{count} minutes", talk.minutes)
    if what.until:
        day = words.day(what.until, sheet.facts.today)
        until = what.kind in _UNTIL
        yield words.t("until {day}", day=day) if until else words.t("for {day}", day=day)


def _said(talk: Conversation, sheet: _Sheet) -> Iterable[Markup]:
    """What was learned, each thing once, and what surprised."""
    texts = dict.fromkeys([*(insight.text for insight in talk.insights), *talk.surprises])
    for text in list(texts)[: max(1, sheet.letters // 60)]:
        yield sheet.places.said(_short(text, sheet.letters), talk.path)


def _short(text: str, letters: int) -> str:
    """The text, cut at a word when it is longer than so many characters."""
    if len(text) <= letters:
        return text
    return text[:letters].rpartition(" ")[0] + " …"
