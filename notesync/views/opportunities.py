"""What came of it: opportunities by where they came from, and how many came after a decision.

An opportunity's day is its first date; it came after a decision when a question was decided on that
day or before. Source: method.md, "Views", opportunities.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from notesync.notes.book import Opportunity
from notesync.notes.kinds import SOURCES
from notesync.views.facts import Facts

_ORDER = (*(term.code for term in SOURCES), "")


@dataclass(frozen=True, slots=True)
class Chance:
    """An opportunity.

    Attributes:
        source: A code of `notesync.notes.kinds.SOURCES`; ``contact`` when only ``via`` is said.
        via: Keys of those through whom it came.
        stage: The last one that is reached: seen, applied, interview, offer, accepted, rejected,
            withdrawn, or "".
        day: Its first date, or None.
        since: The date of its stage, or None.
        decided: Whether a question was decided by then; None without a date.
    """

    key: str
    name: str
    org: str
    source: str
    via: tuple[str, ...]
    stage: str
    day: date | None
    since: date | None
    decided: bool | None = None


@dataclass(frozen=True, slots=True)
class Chances:
    """Opportunities, the newest first.

    Attributes:
        sources: (source, how many), in the order of the vocabulary.
        via: (key, how many) of the people through whom they came, the most first.
        after: How many came after a decision, of ``dated`` with a date.
    """

    rows: tuple[Chance, ...] = ()
    sources: tuple[tuple[str, int], ...] = ()
    via: tuple[tuple[str, int], ...] = ()
    after: int = 0
    dated: int = 0


def opportunities(facts: Facts) -> Chances:
    """List the opportunities, and count where they came from."""
    decisions = [q.decided for q in facts.book.questions.values() if q.decided]
    first = min(decisions, default=None)
    rows = [_chance(one, first) for one in facts.book.opportunities]
    rows.sort(key=lambda row: (-(row.day or date.min).toordinal(), row.name))
    sources = Counter(row.source for row in rows)
    via = Counter(key for row in rows for key in row.via)
    return Chances(
        tuple(rows),
        tuple(sorted(sources.items(), key=lambda item: _ORDER.index(item[0]))),
        tuple(_most(via.items(), facts)),
        sum(row.decided is True for row in rows),
        sum(row.decided is not None for row in rows),
    )


def _most(counted: Iterable[tuple[str, int]], facts: Facts) -> list[tuple[str, int]]:
    known = (item for item in counted if item[0] in facts.people)
    return sorted(known, key=lambda item: (-item[1], facts.people[item[0]].name))


def _chance(one: Opportunity, decided: date | None) -> Chance:
    day = one.stages[0][1] if one.stages else one.created
    stage, since = one.stages[-1] if one.stages else ("", None)
    return Chance(
        key=one.key,
        name=one.name,
        org=one.org,
        source=one.source or ("contact" if one.via else ""),
        via=one.via,
        stage=stage,
        day=day,
        since=since,
        decided=None if day is None else decided is not None and decided <= day,
    )
