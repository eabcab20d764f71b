"""Say how far one row of a body is an edit of another: by its words, its cells, its neighbours."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from notesync.merge import align
from notesync.merge.rows import CELLS, CODE, HEADING, ITEM, TEXT, Row

_FOLLOWED = 0.4  # a heading that is followed by the same line is an edit of the old one
_TASK_MARKS = re.compile(r"\s*(?:[📅✅➕❌⏳🛫]\ufe0f?\s*\d{4}-\d{2}-\d{2}|[🔁🔺⏫🔼🔽⏬])")
_DATED = re.compile(r"\d{4}-\d{2}-\d{2}")
_SOME = 3  # where nothing else comes into question, one word or cell in so many is enough
_BARELY = 0.1  # less than any row that is alike
# Kinds of rows, one of which may become the other.
_KINDS = {ITEM: "line", TEXT: "line", HEADING: "line", CODE: "line", CELLS: CELLS}


def core(row: Row) -> str:
    """What tells an item or heading apart whatever its marks are; "" where nothing does."""
    return f"{row.kind} {row.core}" if row.kind in {ITEM, HEADING} and row.core else ""


def likely(
    base: Sequence[Row], side: Sequence[Row], left: Sequence[int], right: Sequence[int],
    found: dict[int, int],
) -> align.Pairs:  # fmt: skip
    """Which of these rows are edits of which."""
    few = min(len(left), len(right)) == 1  # else too much changed to tell by the place
    ends = {(left[0], right[0]), (left[-1], right[-1])} if few else set()
    rare = _rare(base, left) & _rare(side, right)

    def score(a: int, b: int) -> float:
        old, new = base[a], side[b]
        alike = alikeness(old, new)
        if not alike and old.kind == new.kind in _KINDS:
            alike = _in_place(old, new, None if (a, b) in ends else rare)
        if old.kind == new.kind == HEADING and old.depth == new.depth:
            return max(alike, _FOLLOWED if found.get(b + 1) == a + 1 else 0.0)
        return alike

    return align.edited(left, right, score)


def gist(row: Row) -> str:
    """What a row is recognized by: its text without marks, and without the dates of a task."""
    return _TASK_MARKS.sub("", row.core) if row.kind == ITEM else row.core or row.text


def alikeness(old: Row, new: Row) -> float:
    """How far one row is an edit of another: 0 when it is none, else up to 1."""
    if old.kind not in _KINDS or _KINDS[old.kind] != _KINDS.get(new.kind):
        return 0.0
    if old.kind == new.kind == CELLS:
        cells = [[cell.strip() for cell in row.text.strip(" |").split("|")] for row in (old, new)]
        if len(cells[0]) == len(cells[1]):
            same = sum(a == b for a, b in zip(*cells, strict=True) if a)
            return same / len(cells[0]) if same * _SOME >= len(cells[0]) else 0.0
    alike = align.likeness(gist(old), gist(new))
    if old.kind != new.kind:  # a line became an item or code: told by words, not by letters
        shared = (align.words(gist(old)) & align.words(gist(new))).total()
        return alike / 2 if shared else 0.0
    return alike


def _rare(rows: Sequence[Row], places: Iterable[int]) -> set[str]:
    """The words that stand in one of some rows only."""
    found = Counter(word for at in places for word in align.words(gist(rows[at])))
    return {word for word, times in found.items() if times == 1}


def _in_place(old: Row, new: Row, known_by: set[str] | None) -> float:
    """How far a row is an edit of one in its place that is hardly like it.

    Args:
        old: The old row; none that has a date.
        new: The new row.
        known_by: Words that are in no other row here; None where both have the same neighbours.
    """
    if old.kind == CELLS:
        alike = known_by is None and old.text.count("|") == new.text.count("|")
        return _BARELY if alike else 0.0
    if _DATED.match(old.core) or _DATED.match(new.core):
        return 0.0
    before, after = align.words(gist(old)), align.words(gist(new))
    both = before & after
    shared = both.total() if known_by is None else sum(word in known_by for word in both)
    return _BARELY if shared and shared * _SOME >= min(before.total(), after.total()) else 0.0
