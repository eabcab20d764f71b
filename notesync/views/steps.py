"""A step is something to do now; the rows of other views are what steps are taken from.

`notesync.views.next` chooses and orders them, `notesync.views.beginnings` has the first ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from notesync.views.ahead import Meeting, ahead
from notesync.views.coverage import Target, coverage
from notesync.views.facts import Facts
from notesync.views.questions import Clarity, questions
from notesync.views.thanks_promises import (
    Owed,
    Report,
    Thanks,
    promises,
    report_back,
    thanks_open,
)
from notesync.views.waiting import Waiting, waiting


class Step(NamedTuple):
    """Something to do now.

    Attributes:
        action: A code of method.md's list: thank, keep_promise, confirm …
        reason: A code that says why; `notesync.views.sentences` has the words.
        contact: The person's key, or "" when it is nobody in particular.
        day: The date of the step: when it is due, planned, or was.
        since: The day of the fact behind it.
        others: Keys of other people in it: who named her, whom I met.
        about: A promise's text, or a question's name.
        key: The note in which it stands: of a conversation, a question, a person.
        late: Whether it has waited longer than it should.
    """

    action: str
    reason: str
    contact: str = ""
    day: date | None = None
    since: date | None = None
    others: tuple[str, ...] = ()
    about: str = ""
    key: str = ""
    late: bool = False


class Rows(NamedTuple):
    """The rows of other views from which steps and briefings are taken."""

    facts: Facts
    meetings: tuple[Meeting, ...]
    thanks: tuple[Thanks, ...]
    promises: tuple[Owed, ...]
    reports: tuple[Report, ...]
    waiting: tuple[Waiting, ...]
    clarity: tuple[Clarity, ...]
    coverage: tuple[Target, ...]


Source = Callable[[Rows], Iterable[Step]]


def rows_of(facts: Facts) -> Rows:
    """Compute them, for whoever wants the steps alone."""
    return Rows(
        facts,
        ahead(facts),
        thanks_open(facts),
        promises(facts),
        report_back(facts),
        waiting(facts),
        questions(facts),
        coverage(facts),
    )
