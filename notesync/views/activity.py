"""Turn the facts into what I did on which day: conversations, and every other dated act of mine.

It is what momentum counts, with the people, so that a day in a picture can be traced to its notes.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from notesync.notes.book import Book
from notesync.views.facts import ACTS, Facts

_MY_STAGES = frozenset({"applied", "interview", "accepted", "withdrawn"})


class Act(NamedTuple):
    """Something that I did.

    Attributes:
        code: A log verb's code, ``talked`` for a held conversation, ``kept`` a promise, ``decided``
            a question, or the stage of an opportunity.
        people: Keys of those with whom; empty for what I did alone.
    """

    day: date
    code: str
    people: tuple[str, ...] = ()


def activity(facts: Facts, since: date = date.min) -> tuple[Act, ...]:
    """Everything that I did from a day on, in order."""
    acts = [*_with_people(facts, since)]
    acts += (act for act in elsewhere(facts.book) if act.day >= since)
    return tuple(sorted(acts, key=lambda act: (act.day, act.code, act.people)))


def _with_people(facts: Facts, since: date) -> Iterable[Act]:
    for person in facts.people.values():
        for fact in reversed(person.facts):
            if fact.day < since:
                break
            if fact.verb in ACTS and fact.verb != "talked":
                yield Act(fact.day, fact.verb, (person.key,))
    for talk in facts.conversations.held:
        if talk.day and talk.day >= since:
            yield Act(talk.day, "talked", talk.people)


def elsewhere(book: Book) -> Iterable[Act]:
    """What stands in nobody's log: promises kept, decisions, applications."""
    for talk in book.conversations:
        for promise in talk.promises:
            if promise.who == "me" and promise.kept:
                yield Act(date.fromisoformat(promise.kept), "kept", talk.people)
    for question in book.questions.values():
        if question.decided:
            yield Act(question.decided, "decided")
    for opportunity in book.opportunities:
        yield from (Act(day, stage) for stage, day in opportunity.stages if stage in _MY_STAGES)
