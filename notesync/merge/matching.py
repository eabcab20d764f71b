"""Tell which row of an old body became which row of a new one: two lists of rows in, names out.

Equal lines first (`notesync.merge.align`), then lines that are equal but for bullet, box and
indentation, then lines that are edits of each other between the same neighbours, last lines that
were moved elsewhere. A row of the new body that comes from nowhere is new.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from notesync.merge import align
from notesync.merge.rows import CELLS, CODE, END, HEADING, ITEM, RECORD, TEXT, Row

_FOLLOWED = 0.4  # a heading that is followed by the same line is an edit of the old one
_WORDS = 2  # a moved line has at least so many, if its mark or box was changed too
# Kinds of rows, one of which may become the other.
_ALIKE = {ITEM: "line", TEXT: "line", HEADING: "line", CELLS: CELLS, CODE: CODE}


def matched(base: Sequence[Row], side: Sequence[Row]) -> dict[int, int]:
    """Place in the new body -> place in the old one."""
    pairs = align.common([row.text for row in base], [row.text for row in side])
    pairs = _within(pairs, base, side, _by_core)
    found = {b: a for a, b in pairs}
    pairs = _within(pairs, base, side, lambda *args: _edits(found, *args))
    found = {b: a for a, b in pairs}
    for key in (_moved_text, _moved_core):
        _add_moved(found, base, side, key)
    return found


_Finder = Callable[[Sequence[Row], Sequence[Row], range, range], align.Pairs]


def _within(
    pairs: align.Pairs, base: Sequence[Row], side: Sequence[Row], find: _Finder
) -> align.Pairs:
    """The pairs, and what is found in the gaps between them."""
    more = list(pairs)
    for left, right in align.gaps(pairs, len(base), len(side)):
        if left and right:
            more += find(base, side, left, right)
    more.sort()
    return more


def _core(row: Row) -> str:
    return f"{row.kind} {row.core}" if row.kind in {ITEM, HEADING} and row.core else ""


def _by_core(base: Sequence[Row], side: Sequence[Row], left: range, right: range) -> align.Pairs:
    """Rows that differ in bullet, box, signs, indentation or blanks only."""
    old = [at for at in left if _core(base[at])]
    new = [at for at in right if _core(side[at])]
    pairs = align.common([_core(base[at]) for at in old], [_core(side[at]) for at in new])
    return [(old[a], new[b]) for a, b in pairs]


def _edits(
    found: dict[int, int], base: Sequence[Row], side: Sequence[Row], left: range, right: range
) -> align.Pairs:
    """Rows that are edits of each other."""

    def score(a: int, b: int) -> float:
        old, new = base[a], side[b]
        if _ALIKE.get(old.kind) != _ALIKE.get(new.kind) or old.kind not in _ALIKE:
            return 0.0
        alike = align.likeness(old.text, new.text)
        if old.kind == new.kind == HEADING and old.depth == new.depth:
            return max(alike, _FOLLOWED if found.get(b + 1) == a + 1 else 0.0)
        return alike

    return align.edited(left, right, score)


def _moved_text(row: Row) -> str:
    wordy = row.kind not in {CODE, END} and any(char.isalnum() for char in row.text)
    return row.text if wordy else ""


def _moved_core(row: Row) -> str:
    return _core(row) if len(row.core.split()) >= _WORDS else ""


def _add_moved(
    found: dict[int, int], base: Sequence[Row], side: Sequence[Row], key: Callable[[Row], str]
) -> None:
    """Match rows without a counterpart whose text is there once on each side."""
    known = set(found.values())
    old = _once((key(row), at) for at, row in enumerate(base) if at not in known)
    new = _once((key(row), at) for at, row in enumerate(side) if at not in found)
    for text, at in old.items():
        if text in new:
            found[new[text]] = at


def _once(keyed: Iterable[tuple[str, int]]) -> dict[str, int]:
    places: dict[str, list[int]] = {}
    for text, at in keyed:
        if text:
            places.setdefault(text, []).append(at)
    return {text: found[0] for text, found in places.items() if len(found) == 1}


def same_heading(row: Row) -> bool:
    """Whether a row is a heading or a record, which both sides may have put in different places."""
    return row.kind in {HEADING, RECORD}
