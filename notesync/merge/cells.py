"""Merge one row of a table that both sides changed, cell by cell: three texts in, one text out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from notesync.merge.choice import Dates, Loss, settled
from notesync.merge.rows import bare

_CELL = re.compile(r"\|(?:[^|\\]|\\.)*")
_RULE_ROW = re.compile(r"[\s|:-]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A merged line, and what lost in it."""

    text: str
    lost: tuple[Loss, ...] = ()


def longer(one: str, other: str) -> str:
    """Of two texts that differ in blanks the longer one."""
    return max(one, other, key=lambda text: (len(text), text))


def merge_cells(base: str, ours: str, theirs: str, dates: Dates) -> Line:
    """By cells where all versions have as many, else as a whole."""
    if all(_RULE_ROW.fullmatch(text) for text in (base, ours, theirs)):
        return Line(max(ours, theirs, key=lambda text: (text.count("|"), text)))
    cells = [_CELL.findall(text) for text in (base, ours, theirs)]
    whole = all("".join(c) == t for c, t in zip(cells, (base, ours, theirs), strict=True))
    if not whole or len({len(c) for c in cells}) > 1:
        text, loss = settled(base, ours, theirs, dates)
        return Line(text, (loss,) if loss else ())
    put: list[str] = []
    other: list[str] = []
    date = 0
    for old, mine, yours in zip(*cells, strict=True):
        text, loss = _merge_cell(old, mine, yours, dates)
        put.append(text)
        other.append(loss.other if loss else text)
        date = loss.date if loss else date
    text, instead = "".join(put), "".join(other)
    return Line(text, (Loss(text, instead, base, date),) if instead != text else ())


def _merge_cell(base: str, ours: str, theirs: str, dates: Dates) -> tuple[str, Loss | None]:
    if bare(ours) == bare(theirs):
        return longer(ours, theirs), None
    if bare(ours) == bare(base):
        return theirs, None
    if bare(theirs) == bare(base):
        return ours, None
    return settled(base, ours, theirs, dates)
