"""Turn one note into its record in the `Book`: its fields as typed, its links as keys of notes.

What a file leaves open is read from its name (``2026-05-05 Carla Voigt.md``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
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
from notesync.notes.note import Field, Insight, LogLine, Note
from notesync.notes.resolving import Resolver
from notesync.notes.threads import OWN_ORIGINS, RANKS, Thread

# Header keys that become attributes of the same name, as they stand.
_CONTACT_TEXTS = frozenset(
    {
        *("role", "city", "industry", "email", "phone", "url", "register", "lang", "circle"),
        *("origin", "mention", "met", "birthday", "closeness", "seniority"),
    }
)
_CONVERSATION_TEXTS = frozenset({"time", "kind", "channel", "state", "city"})
_STAGES = ("seen", "applied", "interview", "offer", "accepted", "rejected", "withdrawn")
_DATED_NAME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[ _,-]+(.*)", re.DOTALL)


def thread(note: Note, resolver: Resolver) -> Thread:
    """What a contact's note says of being in touch, before the conversations are known."""
    text, path = note.text, note.path
    log = [event for line in note.log if (event := _event(line, path, resolver))]
    if len(log) > 1:
        log.sort(key=lambda event: (event.day, RANKS.get(event.verb, len(RANKS)), event.line))
    introducers = note.texts("introduced_by")
    return Thread(
        own=text("origin") in OWN_ORIGINS,
        introduced_by=tuple(key for key in resolver.people(introducers, path) if key != path)
        if introducers
        else (),
        created=_day(text("created")),
        last_contact=values.first_day(text("last_contact"))
        if "last_contact" in note.fields
        else None,
        private=text("private") == "yes",
        log=tuple(log),
    )


def contact(
    note: Note,
    resolver: Resolver,
    thread: Thread,
    told: Mapping[str, tuple[Event, ...]],
    since: date | None,
) -> Contact:
    """A person with a note."""
    fields, path = note.fields, note.path
    weeks = note.text("keep_in_touch")
    return Contact(
        key=path,
        name=note.name,
        org=_org(note.text("org"), path, resolver),
        introduced_by=thread.introduced_by,
        last_contact=thread.last_contact,
        why=note.texts("why"),
        topics=note.texts("topics"),
        tags=note.tags,
        aliases=note.aliases,
        keep_in_touch=NEVER if weeks == "never" else _number(weeks),
        created=thread.created,
        private=thread.private,
        log=told.get(path, thread.log),
        promises=note.promises,
        since=since,
        **_said(fields, _CONTACT_TEXTS),
    )


def _said(fields: Mapping[str, Field], keys: frozenset[str]) -> dict[str, Any]:
    """Those of these keys that are said, for a record with attributes of these names."""
    return {key: value for key, value in fields.items() if key in keys}


def _event(line: LogLine, path: str, resolver: Resolver) -> Event | None:
    day = _day(line.day)
    if day is None:
        return None
    return Event(
        day,
        line.verb,
        line.channel,
        line.expect,
        _day(line.until),
        _day(line.on),
        line.at,
        line.minutes,
        line.lint,
        resolver.people(line.named, path) if line.named else (),
        line.text,
        line.line,
    )


def conversation(note: Note, resolver: Resolver) -> Conversation:
    """A conversation with a note."""
    text, path, fields = note.text, note.path, note.fields
    people = resolver.people(note.texts("people"), path)
    if not people and (dated := _DATED_NAME.fullmatch(note.name)):
        people = resolver.of_file_name(dated[1].strip())
    named = resolver.people([name for name, _ in note.named], path) if note.named else ()
    return Conversation(
        key=path,
        path=path,
        day=_day(text("date")),
        people=people,
        minutes=_number(text("minutes")),
        org=_org(text("org"), path, resolver) if "org" in fields else "",
        named=tuple(key for key in named if key not in people),
        insights=_learned(note.insights, path, resolver),
        surprises=tuple([surprise for surprise, _ in note.surprises]),
        promises=note.promises,
        confidence_before=_number(text("confidence_before")),
        confidence_after=_number(text("confidence_after")),
        topics=note.texts("topics"),
        created=_day(text("created")),
        private=text("private") == "yes",
        **_said(fields, _CONVERSATION_TEXTS),
    )


def _learned(insights: Iterable[Insight], path: str, resolver: Resolver) -> tuple[Learned, ...]:
    """What was learned; a bullet that links people beside its question is on the question only."""

    def is_question(target: str) -> bool:
        return bool(resolver.find("question", target, path))

    found: dict[tuple[int, str], Learned] = {}
    for insight in insights:
        question = insight.question and resolver.find("question", insight.question, path)
        stances = resolver.stances(question, insight.stances) if insight.stances else ()
        spoken = len(stances) < len(insight.stances)  # a stance on no option is text
        text = insight.text if spoken else bullets.stated(insight.text, is_question)
        found.setdefault((insight.line, question), Learned(text, question, stances, insight.line))
    on_question = {line for line, question in found if question}
    return tuple(
        learned
        for (line, question), learned in found.items()
        if question or line not in on_question
    )


def organization(note: Note) -> Organization:
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


def question(note: Note) -> Question:
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


def opportunity(note: Note, resolver: Resolver) -> Opportunity:
    """An opportunity, with its stages in the order of their days."""
    dated = ((stage, _day(note.text(stage))) for stage in _STAGES)
    stages = sorted((day, _STAGES.index(stage), stage) for stage, day in dated if day)
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


def review(note: Note) -> Review:
    """A week's review."""
    week = note.text("week") or values.week(note.name[:8]) or ""
    return Review(note.path, week, note.text("private") == "yes")


def me(note: Note) -> Me:
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
    return names.without_suffix(found or typed).rpartition("/")[2]


@lru_cache(maxsize=4096)
def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0
