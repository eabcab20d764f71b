"""What a week was: what moved, what was learned and decided, and what comes next.

A week that is over is told as it stood on its Sunday. What is private stays where it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from notesync.views.facts import Facts
from notesync.views.moved import Move, moved
from notesync.views.next import next_steps
from notesync.views.steps import Step, rows_of


@dataclass(frozen=True, slots=True)
class Lesson:
    """An insight: its text, on which question (a key, or ""), and by whom (keys)."""

    text: str
    question: str
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Week:
    """One ISO week.

    Attributes:
        first, last: Monday and Sunday.
        moved: As `notesync.views.moved`, without the number of insights.
        learned: By day.
        decided: (key of the question, what was chosen), by day.
        next: The steps of its last day, or of today.
    """

    first: date
    last: date
    moved: tuple[Move, ...]
    learned: tuple[Lesson, ...]
    decided: tuple[tuple[str, str], ...]
    next: tuple[Step, ...]


def week(facts: Facts) -> Week:
    """The week in which the day of these facts lies, up to that day."""
    first = facts.today - timedelta(days=facts.today.weekday())
    return Week(
        first,
        first + timedelta(days=6),
        tuple(m for m in moved(facts) if m.code != "insights" and _open(m, facts)),
        tuple(_learned(facts, first)),
        tuple(_decided(facts, first)),
        tuple(step for step in next_steps(rows_of(facts)) if _tellable(step, facts)),
    )


def _open(move: Move, facts: Facts) -> bool:
    """Whether nobody in it is private."""
    return not any(facts.people[key].contact.private for key in (move.contact, *move.named))


def _tellable(step: Step, facts: Facts) -> bool:
    people = (facts.people.get(key) for key in (step.contact, *step.others))
    return not any(person and person.contact.private for person in people)


def _learned(facts: Facts, first: date) -> Iterable[Lesson]:
    for talk in facts.conversations.held:
        private = talk.private or any(facts.people[key].contact.private for key in talk.people)
        if talk.day is None or talk.day < first or private:
            continue
        for learned in talk.insights:
            yield Lesson(learned.text, learned.question, talk.people)


def _decided(facts: Facts, first: date) -> Iterable[tuple[str, str]]:
    found = [
        (question.decided, key, question.decision)
        for key, question in facts.book.questions.items()
        if question.decided and first <= question.decided <= facts.today and not question.private
    ]
    return ((key, decision) for _, key, decision in sorted(found))
