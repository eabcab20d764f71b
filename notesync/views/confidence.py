"""Does it do me good: how confident I was before and after my last conversations.

The median of (after - before) over the last five talks that say both. Source: method.md, "Views".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import islice
from statistics import median

from notesync.views.facts import UNCOUNTED, Facts

LAST = 5


@dataclass(frozen=True, slots=True)
class Change:
    """How confident I was, from 1 to 5, before and after a conversation."""

    conversation: str
    day: date
    people: tuple[str, ...]
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Confidence:
    """The last talks that say it, the newest last; ``median`` of the changes, None without any."""

    median: float | None = None
    changes: tuple[Change, ...] = ()


def confidence(facts: Facts) -> Confidence:
    """Compare before and after in the last talks that say both."""
    last = tuple(islice(_changes(facts), LAST))[::-1]
    if not last:
        return Confidence()
    return Confidence(float(median(change.after - change.before for change in last)), last)


def _changes(facts: Facts) -> Iterable[Change]:
    """The talks that say both, the newest first."""
    for talk in reversed(facts.conversations.held):
        before, after = talk.confidence_before, talk.confidence_after
        if before and after and talk.day and talk.kind not in UNCOUNTED:
            yield Change(talk.key, talk.day, talk.people, before, after)
