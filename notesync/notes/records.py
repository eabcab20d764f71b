"""Turn one note into its record in the `Book`: its fields as typed, its links as keys of notes.

What a file leaves open is read from its name (``2026-05-05 Carla Voigt.md``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from notesync.notes import bullets, names, values
from notesync.notes.book import (
    NEVER,
    Contact,
    Conversation,
    Event,
    Learned,
    Me,
    Opportunity,
    Organization,
    Question,
    Review,
)
from notesync.notes.kinds import STAGES
from notesync.notes.note import Promise
from notesync.notes.packing import Brief
from notesync.notes.resolving import Resolver
from notesync.notes.threads import OWN_ORIGINS, RANKS, TYING, Thread

# Of the smallest records there are tens of thousands: half as dear as Event(…).
_new = tuple.__new__
_DATED_NAME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[ _,-]+(.*)", re.DOTALL)


def thread(note: Brief, resolver: Resolver) -> Thread:
    """What a contact's note says of being in touch, before the conversations are known."""
    said, path = note.fields.get, note.path
    introducers = said("introduced_by", ())
    log = _log(note.log, path, resolver) if note.log else ()
    return Thread(
        own=said("origin") in OWN_ORIGINS,
        introduced_by=tuple(key for key in resolver.people(introducers, path) if key != path)
        if introducers
        else (),
        created=_day(said("created", "")),
        last_contact=values.first_day(before) if (before := said("last_contact")) else None,
        private=said("private") == "yes",
        log=log,
        ties=tuple([event for event in log if event.named or event.verb in TYING]),
    )


def _log(rows: Iterable[Sequence[Any]], path: str, resolver: Resolver) -> tuple[Event, ...]:
    """The lines of a log that have a day, as events in order."""
    log = []
    before, in_order = "", True
    for typed, verb, channel, expect, until, on, at, minutes, lint, named, text, line in rows:
        if (day := _day(typed)) is None:
            continue
        in_order &= before < typed
        before = typed
        people = resolver.people(named, path) if named else ()
        till, meant = _day(until), _day(on)
        event = (day, verb, channel, expect, till, meant, at, minutes, lint, people, text, line)
        log.append(_new(Event, event))
    if not in_order:
        log.sort(key=lambda event: (event.day, RANKS.get(event.verb, len(RANKS)), event.line))
    return tuple(log)


def contact(
    note: Brief,
    resolver: Resolver,
    thread: Thread,
    told: Mapping[str, tuple[Event, ...]],
    since: date | None,
) -> Contact:
    """A person with a note."""
    said, path = note.fields.get, note.path
    weeks = said("keep_in_touch", "")
    # There are thousands: in the order of the class's fields, which is five times as fast.
    return Contact(
        path,
        note.name,
        _org(said("org", ""), path, resolver),
        said("role", ""),
        said("city", ""),
        said("industry", ""),
        said("email", ""),
        said("phone", ""),
        said("url", ""),
        said("register", ""),
        said("lang", ""),
        said("circle", ""),
        said("origin", ""),
        thread.introduced_by,
        said("mention", ""),
        said("met", ""),
        said("birthday", ""),
        thread.last_contact,
        said("closeness", ""),
        said("seniority", ""),
        tuple(said("why", ())),
        tuple(said("topics", ())),
        tuple(note.tags),
        tuple(note.aliases),
        NEVER if weeks == "never" else _number(weeks),
        thread.created,
        thread.private,
        told.get(path, thread.log),
        _promises(note.promises),
        since,
    )


def conversation(note: Brief, resolver: Resolver) -> Conversation:
    """A conversation with a note."""
    said, path = note.fields.get, note.path
    people = resolver.people(said("people", ()), path)
    if not people and (dated := _DATED_NAME.fullmatch(note.name)):
        people = resolver.of_file_name(dated[1].strip())
    named = resolver.people([name for name, _ in note.named], path) if note.named else ()
    if named:  # those who were there are no new names
        named = tuple([key for key in named if key not in people])
    return Conversation(
        path,
        path,
        _day(said("date", "")),
        people,
        said("time", ""),
        said("kind", "information"),
        said("channel", ""),
        said("state", ""),
        _number(said("minutes", "")),
        said("city", ""),
        _org(said("org", ""), path, resolver),
        named,
        _learned(note.insights, path, resolver) if note.insights else (),
        tuple([surprise for surprise, _ in note.surprises]) if note.surprises else (),
        _promises(note.promises),
        _number(said("confidence_before", "")),
        _number(said("confidence_after", "")),
        tuple(said("topics", ())),
        _day(said("created", "")),
        said("private") == "yes",
    )


def _promises(rows: Sequence[Sequence[Any]]) -> tuple[Promise, ...]:
    return tuple([Promise(*row) for row in rows]) if rows else ()


def _learned(rows: Iterable[Sequence[Any]], path: str, resolver: Resolver) -> tuple[Learned, ...]:
    """What was learned; a bullet that links people beside its question is on the question only."""

    def is_question(target: str) -> bool:
        return bool(resolver.find("question", target, path))

    found = []
    before = question = ""
    above, again = 0, False  # whether a line gave more than one
    for text, target, signs, line in rows:
        if target != before:  # one heading stands above many of them
            before, question = target, target and resolver.find("question", target, path)
        stances = resolver.stances(question, signs) if signs else ()
        if "[[" in text and len(stances) == len(signs):  # a stance on no option is text
            text = bullets.stated(text, is_question)  # noqa: PLW2901 -- the same, as it is read
        found.append(_new(Learned, (text, question, stances, line)))
        again |= line <= above
        above = line
    return tuple(_once(found) if again else found)


def _once(found: Iterable[Learned]) -> list[Learned]:
    """Of a bullet's insights one for each question, or one on none."""
    first = {(learned.line, learned.question): learned for learned in reversed([*found])}
    on_question = {line for line, question in first if question}
    kept = [one for one in first.values() if one.question or one.line not in on_question]
    return kept[::-1]


def organization(note: Brief) -> Organization:
    """An organization."""
    text = note.text
    return Organization(
        key=note.path,
        name=note.name,
        target=text("target") == "yes",
        motivation=_number(text("motivation")),
        industry=text("industry"),
        city=text("city"),
        size=text("size"),
        created=_day(text("created")),
        private=text("private") == "yes",
    )


def question(note: Brief) -> Question:
    """A question of the user's."""
    text = note.text
    return Question(
        key=note.path,
        name=note.name,
        question=text("question"),
        options=note.texts("options"),
        decided=_day(text("decided")),
        decision=text("decision"),
        dropped=_day(text("dropped")),
        topics=note.texts("topics"),
        created=_day(text("created")),
        private=text("private") == "yes",
    )


def opportunity(note: Brief, resolver: Resolver) -> Opportunity:
    """An opportunity, with its stages in the order of their days."""
    dated = ((stage, _day(note.text(stage))) for stage in STAGES)
    stages = sorted((day, STAGES.index(stage), stage) for stage, day in dated if day)
    return Opportunity(
        key=note.path,
        name=note.name,
        org=_org(note.text("org"), note.path, resolver),
        source=note.text("source"),
        via=resolver.people(note.texts("via"), note.path),
        stages=tuple((stage, day) for day, _, stage in stages),
        created=_day(note.text("created")),
        private=note.text("private") == "yes",
    )


def review(note: Brief) -> Review:
    """A week's review."""
    week = note.text("week") or values.week(note.name[:8]) or ""
    return Review(note.path, week, note.text("private") == "yes")


def me(note: Brief) -> Me:
    """What the user says of herself."""
    spans = (span.partition("..") for span in note.texts("paused"))
    pauses = ((_day(first), _day(last)) for first, _, last in spans)
    return Me(
        started=_day(note.text("started")),
        arrived=_day(note.text("arrived")),
        paused=tuple(sorted((first, last) for first, last in pauses if first and last)),
        give_limit=_number(note.text("give_limit")),
        topics=note.texts("topics"),
    )


def _org(typed: str, path: str, resolver: Resolver) -> str:
    """The organization's name as its note is called, else as typed."""
    if not typed:
        return ""
    found = resolver.find("organization", typed, path)
    return names.stem(found or typed)


@cache  # there are far fewer days than lines
def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


@cache
def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0
