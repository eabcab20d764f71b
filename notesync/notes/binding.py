"""Turn all notes into one `Book`: links resolved, log lines in order, who named whom settled.

What a file leaves open is read from its name (``2026-05-05 Carla Voigt.md``); people without a note
become contacts with a key of their own. `cut` (in `notesync.notes.cutting`, offered here as well)
gives the book as it stood on a day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache

from notesync.notes import names, values
from notesync.notes.book import (
    NEVER,
    Book,
    Contact,
    Conversation,
    Event,
    Learned,
    Me,
    Naming,
    Opportunity,
    Organization,
    Question,
    Review,
)
from notesync.notes.cutting import cut
from notesync.notes.kinds import TOLD, VERBS
from notesync.notes.note import Insight, LogLine, Note
from notesync.notes.resolving import Resolver

__all__ = ["bind", "cut"]

# The order of one day's facts (method.md, "Request episodes").
RANKS: Mapping[str, int] = {
    **{term.code: rank for rank, term in enumerate(VERBS)},
    TOLD.code: [term.code for term in VERBS].index("reported"),
}
# Origins that say "I know her of my own accord": nobody's naming makes her new.
OWN_ORIGINS = frozenset({"known", "dormant", "cold", "event", "inbound"})
_STAGES = ("seen", "applied", "interview", "offer", "accepted", "rejected", "withdrawn")
_DATED_NAME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[ _,-]+(.*))?", re.DOTALL)
_UNHELD = frozenset({"planned", "cancelled", "no-show"})


def bind(notes: Iterable[Note]) -> Book:
    """Build the book of all notes; their order makes no difference."""
    notes = sorted((note for note in notes if note.kind in _BINDERS), key=lambda note: note.path)
    resolver = Resolver(notes)
    bound: dict[str, list[object]] = {kind: [] for kind in _BINDERS}
    for note in notes:
        bound[note.kind].append(_BINDERS[note.kind](note, resolver))
    contacts: dict[str, Contact] = {c.key: c for c in bound["contact"] if isinstance(c, Contact)}
    noted = [c for c in bound["conversation"] if isinstance(c, Conversation)]
    conversations = sorted(
        _with_talked_lines(noted, contacts.values()), key=lambda c: (c.day or date.max, c.key)
    )
    for key, name in sorted(resolver.ghosts.items()):
        contacts[key] = Contact(key, name)
    namings = _namings(contacts, conversations)
    _settle(contacts, conversations, namings)
    return Book(
        me=next((me for me in bound["me"] if isinstance(me, Me)), Me()),
        contacts=contacts,
        conversations=tuple(conversations),
        organizations={o.key: o for o in bound["organization"] if isinstance(o, Organization)},
        questions={q.key: q for q in bound["question"] if isinstance(q, Question)},
        opportunities=tuple(o for o in bound["opportunity"] if isinstance(o, Opportunity)),
        reviews=tuple(r for r in bound["review"] if isinstance(r, Review)),
        namings=namings,
    )


# ---------------------------------------------------------------- one note


def _contact(note: Note, resolver: Resolver) -> Contact:
    text, path = note.text, note.path
    weeks = text("keep_in_touch")
    log = sorted(
        (event for line in note.log if (event := _event(line, path, resolver))),
        key=lambda event: (event.day, RANKS.get(event.verb, len(RANKS)), event.line),
    )
    return Contact(
        key=path,
        name=note.name,
        org=_org(text("org"), path, resolver),
        role=text("role"),
        city=text("city"),
        industry=text("industry"),
        email=text("email"),
        phone=text("phone"),
        url=text("url"),
        register=text("register"),
        lang=text("lang"),
        circle=text("circle"),
        origin=text("origin"),
        introduced_by=tuple(
            key for key in resolver.people(note.texts("introduced_by"), path) if key != path
        ),
        mention=text("mention"),
        met=text("met"),
        birthday=text("birthday"),
        last_contact=values.first_day(text("last_contact")),
        closeness=text("closeness"),
        seniority=text("seniority"),
        why=note.texts("why"),
        topics=note.texts("topics"),
        tags=note.tags,
        aliases=note.aliases,
        keep_in_touch=NEVER if weeks == "never" else _number(weeks),
        created=_day(text("created")),
        private=text("private") == "yes",
        log=tuple(log),
        promises=note.promises,
    )


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


def _conversation(note: Note, resolver: Resolver) -> Conversation:
    text, path = note.text, note.path
    dated = _DATED_NAME.fullmatch(note.name)
    day = _day(text("date"))
    people = resolver.people(note.texts("people"), path)
    if not people and dated and dated[2]:
        people = _people_of_name(dated[2].strip(), resolver)
    return Conversation(
        key=path,
        path=path,
        day=day,
        people=people,
        time=text("time"),
        kind=text("kind") or "information",
        channel=text("channel"),
        state=text("state"),
        minutes=_number(text("minutes")),
        city=text("city"),
        org=_org(text("org"), path, resolver),
        named=tuple(
            key
            for key in resolver.people([name for name, _ in note.named], path)
            if key not in people
        ),
        insights=tuple(_learned(insight, path, resolver) for insight in note.insights),
        surprises=tuple(text for text, _ in note.surprises),
        promises=note.promises,
        confidence_before=_number(text("confidence_before")),
        confidence_after=_number(text("confidence_after")),
        topics=note.texts("topics"),
        created=_day(text("created")),
        private=text("private") == "yes",
    )


def _learned(insight: Insight, path: str, resolver: Resolver) -> Learned:
    question = insight.question and resolver.find("question", insight.question, path)
    stances = resolver.stances(question, insight.stances) if insight.stances else ()
    return Learned(insight.text, question, stances, insight.line)


def _people_of_name(rest: str, resolver: Resolver) -> tuple[str, ...]:
    """Those with a note of whom a conversation's file name speaks; free words name nobody."""
    whole = resolver.find("contact", rest)
    parts = (rest,) if whole else names.split_names(rest)
    return tuple(dict.fromkeys(key for part in parts if (key := resolver.find("contact", part))))


def _organization(note: Note, _resolver: Resolver) -> Organization:
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


def _question(note: Note, _resolver: Resolver) -> Question:
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


def _opportunity(note: Note, resolver: Resolver) -> Opportunity:
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


def _review(note: Note, _resolver: Resolver) -> Review:
    week = note.text("week") or values.week(note.name[:8]) or ""
    return Review(note.path, week, note.text("private") == "yes")


def _me(note: Note, _resolver: Resolver) -> Me:
    spans = (span.partition("..") for span in note.texts("paused"))
    pauses = ((_day(first), _day(last)) for first, _, last in spans)
    return Me(
        started=_day(note.text("started")),
        arrived=_day(note.text("arrived")),
        paused=tuple(sorted((first, last) for first, last in pauses if first and last)),
        give_limit=_number(note.text("give_limit")),
        topics=note.texts("topics"),
    )


_BINDERS = {
    "contact": _contact,
    "conversation": _conversation,
    "organization": _organization,
    "question": _question,
    "opportunity": _opportunity,
    "review": _review,
    "me": _me,
}


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


# ---------------------------------------------------------------- all together


def _with_talked_lines(
    noted: list[Conversation], contacts: Iterable[Contact]
) -> Iterable[Conversation]:
    """The conversations with a note, and one for each ``talked`` line that has none.

    A line on the day of a note is that conversation: it confirms a planned one and adds its names.
    """
    found = {conversation.key: conversation for conversation in noted}
    by_day: dict[tuple[str, date], str] = {}
    for conversation in noted:
        if conversation.day and conversation.state not in {"cancelled", "no-show"}:
            for person in conversation.people:
                by_day.setdefault((person, conversation.day), conversation.key)
    for contact in contacts:
        for event in contact.log:
            if event.verb != "talked":
                continue
            line = Conversation(
                key=f"{contact.key}#{event.line}",
                path=contact.key,
                day=event.day,
                people=(contact.key,),
                channel=event.channel,
                state="held",
                minutes=event.minutes,
                named=tuple(key for key in event.named if key != contact.key),
                private=contact.private,
            )
            same = by_day.setdefault((contact.key, event.day), line.key)
            found[same] = line if same not in found else _joined(found[same], line)
    return found.values()


def _joined(noted: Conversation, line: Conversation) -> Conversation:
    more = tuple(key for key in line.named if key not in {*noted.named, *noted.people})
    return replace(
        noted,
        state="held",
        channel=noted.channel or line.channel,
        minutes=noted.minutes or line.minutes,
        named=noted.named + more,
    )


def _namings(
    contacts: Mapping[str, Contact], conversations: Iterable[Conversation]
) -> dict[str, Naming]:
    """Where each person was named first: the earliest day, then the order of one day's facts."""
    found: dict[str, tuple[tuple[date, int, str], Naming]] = {}

    def note(person: str, rank: int, naming: Naming) -> None:
        place = (naming.day or date.max, rank, naming.source)
        if person in contacts and (person not in found or place < found[person][0]):
            found[person] = (place, naming)

    for talk in conversations:
        for person in talk.named:
            note(person, RANKS["talked"], Naming(talk.day, talk.people, talk.key, talk=True))
    for contact in contacts.values():
        for event in contact.log:
            if event.named and event.verb not in {"introduced", "talked"}:
                naming = Naming(event.day, (contact.key,), contact.key, talk=False)
                for person in event.named:
                    if person != contact.key:
                        note(person, RANKS.get(event.verb, 0), naming)
    return {person: naming for person, (_, naming) in sorted(found.items())}


def _settle(
    contacts: dict[str, Contact],
    conversations: Iterable[Conversation],
    namings: dict[str, Naming],
) -> None:
    """Fill in, in place, what follows from all notes together: since when, and what I told."""
    talks: dict[str, list[Conversation]] = {}
    for talk in conversations:
        for person in talk.people:
            talks.setdefault(person, []).append(talk)
    for key, contact in contacts.items():
        with_her = talks.get(key, ())
        own = [day for day in (contact.created, *(talk.day for talk in with_her)) if day]
        if contact.log:
            own.append(contact.log[0].day)
        since = min(own, default=None)
        if naming := namings.get(key):
            earlier = bool(since and naming.day and since < naming.day)
            if earlier or (contact.origin in OWN_ORIGINS and not contact.introduced_by):
                namings[key] = replace(naming, listed=True)
            since = naming.day if since is None else min(since, naming.day or since)
        if since:
            contacts[key] = replace(contact, since=since)
    introduced: dict[str, list[str]] = {}
    for key, contact in contacts.items():
        by = contact.introduced_by or (namings[key].by if key in namings else ())
        for introducer in by:
            introduced.setdefault(introducer, []).append(key)
    for key, contact in contacts.items():
        if any(event.verb == TOLD.code for event in contact.log):
            met = [
                talk.day
                for person in introduced.get(key, ())
                for talk in talks.get(person, ())
                if talk.day and talk.state not in _UNHELD
            ]
            contacts[key] = replace(contact, log=tuple(_told(contact.log, min(met, default=None))))


def _told(log: Iterable[Event], met: date | None) -> Iterable[Event]:
    """What I told is a report once I met somebody whom she introduced, else news."""
    for event in log:
        if event.verb != TOLD.code:
            yield event
        else:
            yield replace(event, verb="reported" if met and met <= event.day else "news")
