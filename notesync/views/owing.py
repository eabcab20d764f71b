"""Whom do I owe something: thanks, reports and promises of a day, and older promises beside them.

A promise from before ``started`` is never due, but it was made: it stands apart, without a date to
keep, so that beginning with notesync hides nothing. Source: method.md, "Views", thanks and
promises.
"""

from __future__ import annotations

from dataclasses import dataclass

from notesync.views.facts import Facts
from notesync.views.thanks_promises import (
    Owed,
    Report,
    Thanks,
    older_promises,
    promises,
    report_back,
    thanks_open,
)


@dataclass(frozen=True, slots=True)
class Owing:
    """What is owed, each by date.

    Attributes:
        thanks: Conversations for which I owe thanks.
        reports: Whoever hasn't heard how it went.
        promises: Open ones, mine and theirs.
        older: Open ones from before I began; never due.
    """

    thanks: tuple[Thanks, ...] = ()
    reports: tuple[Report, ...] = ()
    promises: tuple[Owed, ...] = ()
    older: tuple[Owed, ...] = ()


def owing(facts: Facts) -> Owing:
    """Everything that is owed."""
    return Owing(thanks_open(facts), report_back(facts), promises(facts), older_promises(facts))
