"""What follows from all notes together: talks that stand in logs, who named whom, since when, told.

These are the threads between notes; `notesync.notes.binding` ties them into the `Book`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from notesync.notes.book import Conversation, Event, Naming
from notesync.notes.kinds import TOLD, VERBS

# The order of one day's facts (method.md, "Request episodes").
RANKS: Mapping[str, int] = {
    **{term.code: rank for rank, term in enumerate(VERBS)},
    TOLD.code: [term.code for term in VERBS].index("reported"),
}
# Origins that say "I know her of my own accord": nobody's naming makes her new.
OWN_ORIGINS = frozenset({"known", "dormant", "cold", "inbound"})
# Verbs of lines that matter to other people's records, or may; so does whoever is named in a line.
TYING = frozenset({"talked", TOLD.code})
_UNHELD = frozenset({"planned", "cancelled", "no-show"})
_NO_DAY = date.max


class Thread(NamedTuple):
    """What a person's note says that matters to others.

    Attributes:
        own: Whether her origin says that I know her of my own accord.
        introduced_by: Keys of those who are said to have introduced her.
        created: The day of her note, or None.
        last_contact: What her note says of the time before the notes, or None.
        private: Whether her note is.
        log: Her log lines, in order.
        ties: Those of them that name somebody or have one of the verbs `TYING`.
    """

    own: bool = False
    introduced_by: tuple[str, ...] = ()
    created: date | None = None
    last_contact: date | None = None
    private: bool = False
    log: tuple[Event, ...] = ()
    ties: tuple[Event, ...] = ()


def with_talked_lines(
    noted: Iterable[Conversation], threads: Mapping[str, Thread]
) -> list[Conversation]:
    """The conversations with a note, and one for each ``talked`` line that has none, by date.

    A line on the day of a note is that conversation: it confirms a planned one and adds its names.
    """
    found = {conversation.key: conversation for conversation in noted}
    by_day: dict[tuple[str, date], str] = {}
    for conversation in found.values():
        if conversation.day and conversation.state not in {"cancelled", "no-show"}:
            for person in conversation.people:
                by_day.setdefault((person, conversation.day), conversation.key)
    for person, thread in threads.items():
        for event in thread.ties:
            if event.verb == "talked":
                line = _talk_of(person, thread, event)
                same = by_day.setdefault((person, event.day), line.key)
                found[same] = line if same not in found else _joined(found[same], line)
    return sorted(found.values(), key=lambda talk: (talk.day or _NO_DAY, talk.key))


def _talk_of(person: str, thread: Thread, event: Event) -> Conversation:
    return Conversation(
        key=f"{person}#{event.line}",
        path=person,
        day=event.day,
        people=(person,),
        channel=event.channel,
        state="held",
        minutes=event.minutes,
        named=tuple(key for key in event.named if key != person),
        private=thread.private,
    )


def _joined(noted: Conversation, line: Conversation) -> Conversation:
    more = tuple(key for key in line.named if key not in {*noted.named, *noted.people})
    return noted._replace(
        state="held",
        channel=noted.channel or line.channel,
        minutes=noted.minutes or line.minutes,
        named=noted.named + more,
    )


def namings(threads: Mapping[str, Thread], talks: Iterable[Conversation]) -> dict[str, Naming]:
    """Where each person was named first: the earliest day, then the order of one day's facts."""
    found: dict[str, tuple[tuple[date, int, str], Naming]] = {}

    def note(person: str, rank: int, naming: Naming) -> None:
        place = (naming.day or _NO_DAY, rank, naming.source)
        if person not in found or place < found[person][0]:
            found[person] = (place, naming)

    for talk in talks:
        for person in talk.named:
            note(person, RANKS["talked"], Naming(talk.day, talk.people, talk.key))
    for key, thread in threads.items():
        for event in thread.ties:
            if event.named and event.verb not in {"introduced", "talked"}:
                naming = Naming(event.day, (key,), key)
                for person in event.named:
                    if person != key:
                        note(person, RANKS.get(event.verb, len(RANKS)), naming)
    return {person: naming for person, (_, naming) in sorted(found.items())}


def first_days(threads: Mapping[str, Thread], talks: Iterable[Conversation]) -> dict[str, date]:
    """Each person's first dated fact of her own: created, a log line, a talk, an introduction."""
    first = {
        key: day
        for key, thread in threads.items()
        if (day := _earlier(thread.created, thread.log[0].day if thread.log else None))
    }
    facts = [(talk.day, talk.people) for talk in talks if talk.day]
    for thread in threads.values():
        facts += [(event.day, event.named) for event in thread.ties if event.verb == "introduced"]
    for day, people in facts:
        for person in people:
            first[person] = min(first.get(person, day), day)
    return first


def listed_before(
    found: dict[str, Naming], threads: Mapping[str, Thread], first: Mapping[str, date]
) -> dict[str, Naming]:
    """The namings, each with whether that person was there already."""
    return {
        person: naming._replace(listed=True) if _listed(person, naming, threads, first) else naming
        for person, naming in found.items()
    }


def _listed(
    person: str, naming: Naming, threads: Mapping[str, Thread], first: Mapping[str, date]
) -> bool:
    thread = threads.get(person)
    if thread and thread.own and not thread.introduced_by:
        return True
    since = _earlier(first.get(person), thread.last_contact if thread else None)
    return since is not None and naming.day is not None and since < naming.day


def _earlier(one: date | None, other: date | None) -> date | None:
    return min(one, other) if one and other else one or other


def since(person: str, first: Mapping[str, date], found: Mapping[str, Naming]) -> date | None:
    """A person's first dated fact, her naming included; None when she has none."""
    naming = found.get(person)
    return _earlier(first.get(person), naming.day if naming else None)


def settle_told(
    threads: Mapping[str, Thread], talks: Iterable[Conversation], found: Mapping[str, Naming]
) -> dict[str, tuple[Event, ...]]:
    """The logs in which ``told`` is settled: a report once I met whom she introduced, else news."""
    tellers = {
        key for key, thread in threads.items() if any(e.verb == TOLD.code for e in thread.ties)
    }
    if not tellers:
        return {}
    introducers = {key: naming.by for key, naming in found.items()}
    introducers |= {key: t.introduced_by for key, t in threads.items() if t.introduced_by}
    met: dict[str, date] = {}
    for talk in talks:  # by date
        if talk.day and talk.state not in _UNHELD:
            for person in talk.people:
                for teller in tellers.intersection(introducers.get(person, ())):
                    met.setdefault(teller, talk.day)
    return {key: _told(threads[key].log, met.get(key, _NO_DAY)) for key in tellers}


def _told(log: tuple[Event, ...], met: date) -> tuple[Event, ...]:
    return tuple(
        event
        if event.verb != TOLD.code
        else event._replace(verb="reported" if met <= event.day else "news")
        for event in log
    )
