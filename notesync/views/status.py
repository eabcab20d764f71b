"""Put the views of a day together: everything that ``status`` says, as one value and as JSON.

`status` derives, `payload` names: what it gives holds all that the text of ``status`` needs, so
that an unchanged vault is answered from the remembered payload without any note being read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from notesync.notes.book import Book
from notesync.notes.rhythm import Rhythm
from notesync.views.ahead import Meeting
from notesync.views.asks import Asks, asks
from notesync.views.calendar import Calendar
from notesync.views.coverage import Target
from notesync.views.expected import Expected, expected
from notesync.views.facts import Facts, gather
from notesync.views.give_back import GiveBack, give_back
from notesync.views.loop import Loop, loop
from notesync.views.modes import mode
from notesync.views.momentum import Momentum, gap, momentum
from notesync.views.moved import Move, moved
from notesync.views.next import next_steps
from notesync.views.questions import Clarity
from notesync.views.snowball import Reach, Snowball, reach, snowball
from notesync.views.steps import Step, rows_of
from notesync.views.thanks_promises import (
    Owed,
    Report,
    Thanks,
)
from notesync.views.waiting import Waiting

# What stands for both while I am searching.
NOBODY, NOTHING = Loop(), GiveBack()


class Status(NamedTuple):
    """All figures and rows of a day; ``loop`` and ``given`` are empty while I am searching."""

    facts: Facts
    steps: tuple[Step, ...]
    asks: Asks
    waiting: tuple[Waiting, ...]
    ahead: tuple[Meeting, ...]
    moved: tuple[Move, ...]
    questions: tuple[Clarity, ...]
    thanks: tuple[Thanks, ...]
    promises: tuple[Owed, ...]
    report_back: tuple[Report, ...]
    snowball: Snowball
    reach: Reach
    coverage: tuple[Target, ...]
    expected: Expected
    momentum: Momentum
    talks: int
    mode: str
    gap: int
    loop: Loop = NOBODY
    given: GiveBack = NOTHING
    problems: int = 0
    conflicts: int = 0

    @property
    def today(self) -> date:
        """The day of which it speaks."""
        return self.facts.today


def status(
    book: Book,
    today: date,
    calendar: Calendar,
    rhythm: Rhythm,
    *,
    problems: int = 0,
    conflicts: int = 0,
) -> Status:
    """Everything that ``status`` says of a day.

    Args:
        book: All notes; it is cut to the day.
        today: The day.
        calendar: Business days of the user's region.
        rhythm: The timing rules.
        problems: How many lines were not understood.
        conflicts: How many values stand in two versions.
    """
    return of_facts(gather(book, today, calendar, rhythm), problems, conflicts)


def of_facts(facts: Facts, problems: int = 0, conflicts: int = 0) -> Status:
    """The same from facts that were gathered already."""
    rows = rows_of(facts)
    where = mode(facts)
    there = where != "searching"
    return Status(
        facts=facts,
        steps=next_steps(rows),
        asks=asks(facts),
        waiting=rows.waiting,
        ahead=rows.meetings,
        moved=moved(facts),
        questions=rows.clarity,
        thanks=rows.thanks,
        promises=rows.promises,
        report_back=rows.reports,
        snowball=snowball(facts),
        reach=reach(facts),
        coverage=rows.coverage,
        expected=expected(facts),
        momentum=momentum(facts),
        talks=sum(1 for _ in facts.talks),
        mode=where,
        gap=gap(facts),
        loop=loop(facts) if there else NOBODY,
        given=give_back(facts) if there else NOTHING,
        problems=problems,
        conflicts=conflicts,
    )


def confirm(rows: Iterable[Meeting]) -> tuple[str, ...]:
    """Keys of those with whom to confirm a conversation now, each once."""
    return tuple(dict.fromkeys(key for row in rows for key in row.confirm))


def promises_of_mine(rows: Sequence[Owed]) -> int:
    """How many promises of mine are open."""
    return sum(row.who == "me" for row in rows)
