"""Do I pass it on: what I gave, and whom I brought together. A list, not a score.

Conversations given this month stand beside my own limit (``give_limit`` in me.md), which is there
to say no with. Source: method.md, "Views", give-back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from notesync.notes.book import Event
from notesync.views.facts import Facts


class Given(NamedTuple):
    """Something that I gave.

    Attributes:
        kind: ``talk`` for a conversation, ``gave`` for a log line.
        people: Keys of those to whom.
        text: What, as the log says.
    """

    kind: str
    day: date
    people: tuple[str, ...]
    text: str = ""


class Pair(NamedTuple):
    """People whom I brought together: one, and those to whom I introduced her."""

    day: date
    one: str
    others: tuple[str, ...]


class GiveBack(NamedTuple):
    """What I gave.

    Attributes:
        given: Everything, the newest first.
        introduced: Whom I brought together, the newest first; each two once.
        this_month: Conversations given in this calendar month.
        limit: How many a month I want to give at most; 0 when nothing is said.
    """

    given: tuple[Given, ...] = ()
    introduced: tuple[Pair, ...] = ()
    this_month: int = 0
    limit: int = 0


def give_back(facts: Facts) -> GiveBack:
    """List what I gave, and count this month's conversations."""
    talks = [
        Given("talk", talk.day, talk.people)
        for talk in facts.conversations.held
        if talk.kind == "give-back" and talk.day
    ]
    lines = _lines(facts)
    gave = [Given("gave", event.day, (key,), event.text) for key, event in lines["gave"]]
    month = (facts.today.year, facts.today.month)
    return GiveBack(
        tuple(
            sorted((*talks, *gave), key=lambda row: (row.day, row.kind, row.people), reverse=True)
        ),
        tuple(reversed(_pairs(lines["introduced"]))),
        sum((talk.day.year, talk.day.month) == month for talk in talks),
        facts.book.me.give_limit,
    )


def introductions(facts: Facts) -> tuple[Pair, ...]:
    """Whom I brought together, in order; what stands in both logs is one introduction."""
    return _pairs(_lines(facts)["introduced"])


def _lines(facts: Facts) -> Mapping[str, list[tuple[str, Event]]]:
    """The log lines that tell of giving, by verb, each with the person in whose log it stands."""
    found: dict[str, list[tuple[str, Event]]] = {"gave": [], "introduced": []}
    for person in facts.people.values():
        for event in person.contact.log:
            if event.verb in found:
                found[event.verb].append((person.key, event))
    return found


def _pairs(lines: Iterable[tuple[str, Event]]) -> tuple[Pair, ...]:
    known: set[frozenset[str]] = set()
    pairs = []
    for day, one, named in sorted((event.day, key, event.named) for key, event in lines):
        others = tuple(key for key in named if frozenset((one, key)) not in known)
        known |= {frozenset((one, key)) for key in others}
        if others:
            pairs.append(Pair(day, one, others))
    return tuple(pairs)
