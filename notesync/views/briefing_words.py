"""Turn a briefing into sections of lines in the user's words, for terminal and dashboard alike.

Names stand apart from what is told, so that neither language has to bend them; what is empty is
left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from notesync.notes.links import plain
from notesync.views.briefing import Aim, Briefing, Gift, News, Open, Said
from notesync.views.facts import Facts
from notesync.views.sentences import day_words, join
from notesync.views.telling import KINDS
from notesync.views.thanks_promises import Owed
from notesync.words import N_, Words

# What is said of how much is known about a question.
STATES: Mapping[str, str] = {
    "open": N_("open"),
    "hint": N_("one voice"),
    "supported": N_("several voices"),
    "contested": N_("different views"),
}
# What happened to me -> how its line begins.
NEWS: Mapping[str, str] = {
    "decided": N_("decided: {name}"),
    "arrived": N_("arrived"),
    "talked": N_("talked with {others}"),
    "seen": N_("seen: {name}"),
    "applied": N_("applied: {name}"),
    "interview": N_("interview: {name}"),
    "offer": N_("offer: {name}"),
    "accepted": N_("accepted: {name}"),
    "rejected": N_("did not work out: {name}"),
    "withdrawn": N_("withdrawn: {name}"),
}


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page: its lines as (what stands before, what is told); either may be ""."""

    code: str
    title: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Telling:
    briefing: Briefing
    facts: Facts
    words: Words


def sections(briefing: Briefing, facts: Facts, words: Words) -> tuple[Section, ...]:
    """The page's sections that have something to say, in the order of SECTIONS."""
    telling = _Telling(briefing, facts, words)
    found = ((code, title, tuple(lines(telling))) for code, title, lines in SECTIONS)
    return tuple(Section(code, words.t(title), lines) for code, title, lines in found if lines)


def heading(briefing: Briefing, facts: Facts, words: Words) -> str:
    """When, where and how one meets; "" where nothing is planned."""
    meeting = briefing.meeting
    if meeting is None:
        return ""
    when = day_words(meeting.day, facts.today, words)
    return ", ".join(part for part in (when, meeting.time, meeting.city) if part)


def _connection(telling: _Telling) -> Iterator[tuple[str, str]]:
    briefing, facts, words = telling.briefing, telling.facts, telling.words
    person = briefing.person
    names = join(facts.names(briefing.introducers), words)
    if names:
        may = {
            "yes": N_("named by {others}; you may say so"),
            "ask-first": N_("named by {others}, who would like to be asked before you say so"),
        }.get(person.contact.mention, N_("named by {others}"))
        yield "", words.t(may, others=names)
    told = []
    if person.contact.met:
        told.append(words.t("known since {when}", when=person.contact.met[:4]))
    if person.last_contact:
        when = day_words(person.last_contact, facts.today, words)
        told.append(words.t("last contact {when}", when=when))
    if told:
        yield "", " · ".join(told)
    for said in briefing.said:
        yield words.day(said.day, facts.today), _said(said, words)


def _said(said: Said, words: Words) -> str:
    kind = words.t("learned") if said.kind == "learned" else words.t(KINDS[said.kind])
    return f"{kind}: {plain(said.text)}"


def _promises(telling: _Telling) -> Iterator[tuple[str, str]]:
    briefing, words = telling.briefing, telling.words
    for row in briefing.mine:
        yield words.t("I promised"), _promise(row, telling)
    for row in briefing.theirs:
        yield words.t("promised me"), _promise(row, telling)


def _promise(row: Owed, telling: _Telling) -> str:
    if row.due is None:
        return plain(row.text)
    when = day_words(row.due, telling.facts.today, telling.words)
    return telling.words.t("{text} (for {when})", text=plain(row.text), when=when)


def _topics(telling: _Telling) -> Iterator[tuple[str, str]]:
    if topics := telling.briefing.person.contact.topics:
        yield "", " · ".join(topics)


def _questions(telling: _Telling) -> Iterator[tuple[str, str]]:
    for row in telling.briefing.questions:
        yield telling.words.t(STATES[row.state]), _question(row)


def _question(row: Open) -> str:
    return row.text or row.name


def _aims(telling: _Telling) -> Iterator[tuple[str, str]]:
    for row in telling.briefing.ask_for:
        yield "", _aim(row, telling.words)


def _aim(row: Aim, words: Words) -> str:
    if row.kind == "organization":
        return words.t("somebody at {name}", name=row.name)
    return words.t("somebody who knows about “{name}”", name=row.name)


def _gifts(telling: _Telling) -> Iterator[tuple[str, str]]:
    for row in telling.briefing.gifts:
        yield "", _gift(row, telling.words)


def _gift(row: Gift, words: Words) -> str:
    if row.kind == "topic":
        return words.t("tell about: {name}", name=row.name)
    return words.t("bring together with {name}", name=row.name)


def _since(telling: _Telling) -> Iterator[tuple[str, str]]:
    for row in telling.briefing.since:
        yield telling.words.day(row.day, telling.facts.today), _news(row, telling)


def _news(row: News, telling: _Telling) -> str:
    others = join(telling.facts.short_names(row.people), telling.words)
    told = telling.words.t(NEWS[row.kind], name=row.name, others=others)
    return f"{told} – {row.text}" if row.text else told


Lines = Callable[[_Telling], Iterator[tuple[str, str]]]
SECTIONS: tuple[tuple[str, str, Lines], ...] = (
    ("connection", N_("What connects you"), _connection),
    ("promises", N_("Promised"), _promises),
    ("topics", N_("Topics"), _topics),
    ("questions", N_("What you would like to know"), _questions),
    ("ask_for", N_("Whom to ask for"), _aims),
    ("gifts", N_("What you can give"), _gifts),
    ("since", N_("What happened since"), _since),
)
