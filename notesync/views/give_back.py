"""Do I pass it on: what I gave, and whom I brought together. A list, not a score.

Conversations given this month stand beside my own limit (``give_limit`` in me.md), which is there
to say no with. Source: method.md, "Views", give-back.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

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
    given = sorted(_given(facts), key=lambda row: (row.day, row.kind, row.people), reverse=True)
    month = (facts.today.year, facts.today.month)
    return GiveBack(
        tuple(given),
        tuple(reversed(introductions(facts))),
        sum(row.kind == "talk" and (row.day.year, row.day.month) == month for row in given),
        facts.book.me.give_limit,
    )


def introductions(facts: Facts) -> tuple[Pair, ...]:
    """Whom I brought together, in order; what stands in both logs is one introduction."""
    lines = sorted(
        (fact.day, person.key, fact.named)
        for person in facts.people.values()
        for fact in person.facts
        if fact.verb == "introduced" and fact.named
    )
    known: set[frozenset[str]] = set()
    pairs = []
    for day, one, named in lines:
        others = tuple(key for key in named if frozenset((one, key)) not in known)
        known |= {frozenset((one, key)) for key in others}
        if others:
            pairs.append(Pair(day, one, others))
    return tuple(pairs)


def _given(facts: Facts) -> Iterable[Given]:
    for talk in facts.conversations.held:
        if talk.kind == "give-back" and talk.day:
            yield Given("talk", talk.day, talk.people)
    for person in facts.people.values():
        for fact in person.facts:
            if fact.verb == "gave":
                yield Given("gave", fact.day, (person.key,), fact.text)
