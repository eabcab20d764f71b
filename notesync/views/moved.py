"""Does anything move: what happened in this ISO week, with the people's names."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from notesync.views.facts import Facts

# What is told of a week, in the order in which it is told.
MOVES = (
    "talked",
    "agreed",
    "referred",
    "declined",
    "asked",
    "names",
    "insights",
    "thanked",
    "given",
)
# Log verbs to what they are told as.
_VERBS = {
    "asked": "asked",
    "agreed": "agreed",
    "referred": "referred",
    "declined": "declined",
    "thanked": "thanked",
    "gave": "given",
    "introduced": "given",
}


class Move(NamedTuple):
    """Something that moved.

    Attributes:
        code: One of `MOVES`.
        day: When.
        contact: The person's key.
        named: Keys of those whom she named (referred, names).
        count: How many, for insights.
    """

    code: str
    day: date
    contact: str
    named: tuple[str, ...] = ()
    count: int = 1  # type: ignore[assignment]  # nobody asks for the one of tuples


def moved(facts: Facts) -> tuple[Move, ...]:
    """What moved this week, by code, then by day."""
    monday = facts.today - timedelta(days=facts.today.weekday())
    found = [*_from_logs(facts, monday), *_from_talks(facts, monday)]
    unique = {(move.code, move.day, move.contact): move for move in reversed(found)}
    return tuple(
        sorted(
            unique.values(),
            key=lambda move: (MOVES.index(move.code), move.day, facts.people[move.contact].name),
        )
    )


def _from_logs(facts: Facts, monday: date) -> Iterable[Move]:
    for person in facts.people.values():
        for fact in reversed(person.facts):
            if fact.day < monday:
                break
            if code := _VERBS.get(fact.verb):
                yield Move(code, fact.day, person.key, fact.named)


def _from_talks(facts: Facts, monday: date) -> Iterable[Move]:
    for talk in reversed(facts.conversations.held):
        assert talk.day is not None
        if talk.day < monday:
            break
        code = "given" if talk.kind == "give-back" else "talked"
        for person in talk.people:
            yield Move(code, talk.day, person)
        for person in talk.people[:1]:
            new = tuple(
                key
                for key in talk.named
                if (naming := facts.book.namings.get(key))
                and naming.source == talk.key
                and not naming.listed
            )
            if new:
                yield Move("names", talk.day, person, new, len(new))
            if talk.insights:
                yield Move("insights", talk.day, person, count=len(talk.insights))
