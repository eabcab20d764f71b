"""Turn each person into her own place on the page: what is known, and one timeline, newest first.

Everything that is dated stands in one line of time, from her log and from conversations with her.
In a large vault timelines are cut, so that the page stays light; the notes hold the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

from notesync.dashboard.charts import FOLD_ABOVE
from notesync.dashboard.page import Entry, Fact, Person
from notesync.dashboard.phrases import Phrases, term
from notesync.dashboard.places import Places, visible
from notesync.notes.book import Conversation, Event
from notesync.notes.kinds import CHANNELS, CIRCLES, CONVERSATION_KINDS
from notesync.notes.names import search_fold
from notesync.notes.threads import RANKS
from notesync.views.facts import Facts
from notesync.views.facts import Person as Known
from notesync.views.stages import STAGES, stage
from notesync.words import N_

# Entries of a timeline: for as many people as a person knows, and so many characters of a text.
ENTRIES = 60
LETTERS = 1500
# Above `FOLD_ABOVE` people these are shared out, so that the page keeps its weight.
ALL_ENTRIES = 9000
FEWEST = 3
FEW_LETTERS = 240

# Verb -> how a line of the timeline begins.
_VERBS = {
    "asked": N_("asked"),
    "reminded": N_("asked once more"),
    "replied": N_("answered"),
    "deferred": N_("asked for later"),
    "declined": N_("couldn't"),
    "referred": N_("couldn't, and named somebody"),
    "agreed": N_("said yes"),
    "moved": N_("moved to another day"),
    "confirmed": N_("confirmed"),
    "cancelled": N_("did not take place"),
    "talked": N_("talked"),
    "thanked": N_("thanked"),
    "reported": N_("told how it went"),
    "news": N_("told what came of it"),
    "wrote": N_("wrote"),
    "introduced": N_("brought together"),
    "gave": N_("gave"),
    "received": N_("received"),
    "rests": N_("rests"),
    "note": N_("note"),
}
_STATES = {
    "planned": N_("planned"),
    "cancelled": N_("did not take place"),
    "no-show": N_("did not take place"),
}


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What every person's place is written with.

    Attributes:
        talks: Conversations with a note, by person.
        led: Whom each person led me to.
        entries, letters: How long a timeline and a text may be.
    """

    facts: Facts
    places: Places
    phrases: Phrases
    talks: Mapping[str, Sequence[Conversation]]
    led: Mapping[str, Sequence[str]]
    entries: int
    letters: int


def people(facts: Facts, places: Places, phrases: Phrases) -> tuple[Person, ...]:
    """Everybody, by name."""
    talks: dict[str, list[Conversation]] = {}
    for talk in facts.book.conversations:
        if talk.noted:
            for key in talk.people:
                talks.setdefault(key, []).append(talk)
    led: dict[str, list[str]] = {}
    for one in facts.people.values():
        for introducer in one.introducers:
            led.setdefault(introducer, []).append(one.key)
    sheet = _Sheet(facts, places, phrases, talks, led, *_limits(len(facts.people)))
    everybody = sorted(facts.people.values(), key=lambda one: (search_fold(one.name), one.key))
    return tuple(_person(one, sheet) for one in everybody)


def _limits(count: int) -> tuple[int, int]:
    """Entries of a timeline and characters of a text, in a vault of so many people."""
    if count <= FOLD_ABOVE:
        return ENTRIES, LETTERS
    return max(FEWEST, min(ENTRIES, ALL_ENTRIES // count)), FEW_LETTERS


def _person(one: Known, sheet: _Sheet) -> Person:
    contact = one.contact
    dated: list[tuple[tuple[date, int, int], Event | Conversation]] = [
        ((event.day, RANKS.get(event.verb, len(RANKS)), event.line), event)
        for event in contact.log
        if event.verb != "talked" or not _has_note(event, one.key, sheet)
    ]
    dated += [
        ((talk.day or date.max, RANKS["talked"], 0), talk) for talk in sheet.talks.get(one.key, ())
    ]
    dated.sort(key=lambda entry: entry[0], reverse=True)
    where = stage(one, sheet.facts)
    return Person(
        who=sheet.places.person(one.key),
        about=", ".join(visible(part) for part in (contact.role, contact.org) if part),
        stage="" if where == "listed" else sheet.phrases.words.t(STAGES[where]),
        facts=tuple(_facts(one, sheet)),
        entries=tuple(
            _event(what, one.key, sheet) if isinstance(what, Event) else _talk(what, one.key, sheet)
            for _, what in dated[: sheet.entries]
        ),
        more=max(0, len(dated) - sheet.entries),
    )


def _has_note(event: Event, key: str, sheet: _Sheet) -> bool:
    """Whether a ``talked`` line is told by the note of that day."""
    return not event.text and any(talk.day == event.day for talk in sheet.talks.get(key, ()))


def _facts(one: Known, sheet: _Sheet) -> Iterable[Fact]:
    contact, phrases, places = one.contact, sheet.phrases, sheet.places
    if introducers := places.people(one.introducers):
        yield Fact(phrases.t("named by"), phrases.names(introducers))
    if named := places.people(sheet.led.get(one.key, ())):
        yield Fact(phrases.t("led me to"), phrases.names(named))
    plain = (
        (phrases.t("known from"), term(contact.circle, CIRCLES, phrases.words)),
        (phrases.t("since"), contact.met),
        (phrases.t("city"), contact.city),
        (phrases.t("email"), contact.email),
        (phrases.t("phone"), contact.phone),
    )
    for label, text in plain:
        if text:
            yield Fact(label, escape(visible(text)))
    if contact.topics:
        topics = Markup(", ").join(places.markdown(topic, one.key) for topic in contact.topics)
        yield Fact(phrases.t("topics"), topics)


def _event(event: Event, path: str, sheet: _Sheet) -> Entry:
    words, places = sheet.phrases.words, sheet.places
    parts = (
        escape(term(event.channel, CHANNELS, words)),
        places.markdown(_short(event.text, sheet.letters), path),
    )
    verb = _VERBS.get(event.verb, event.verb)
    return Entry(event.day, words.t(verb), Markup(" · ").join(part for part in parts if part))


def _talk(talk: Conversation, key: str, sheet: _Sheet) -> Entry:
    words, phrases, places = sheet.phrases.words, sheet.phrases, sheet.places
    minutes = words.n("{count} minute", "{count} minutes", talk.minutes) if talk.minutes else ""
    kind = "" if talk.kind == "information" else term(talk.kind, CONVERSATION_KINDS, words)
    where = (kind, talk.time, term(talk.channel, CHANNELS, words), talk.city, minutes)
    parts = [escape(", ".join(visible(part) for part in where if part))]
    if others := places.people(other for other in talk.people if other != key):
        parts.append(phrases.t("with {people}", people=phrases.names(others)))
    if named := places.people(talk.named):
        parts.append(phrases.t("named {people}", people=phrases.names(named)))
    said = dict.fromkeys([*(insight.text for insight in talk.insights), *talk.surprises])
    return Entry(
        talk.day,
        words.t(_STATES.get(talk.state, _VERBS["talked"])),
        Markup(" · ").join(part for part in parts if part),
        tuple(
            places.said(_short(text, sheet.letters), talk.path)
            for text in list(said)[: max(1, sheet.letters // 60)]
        ),
    )


def _short(text: str, letters: int) -> str:
    """The text, cut at a word when it is longer than so many characters."""
    if len(text) <= letters:
        return text
    return text[:letters].rpartition(" ")[0] + " …"
