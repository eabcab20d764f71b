"""Tell which row of an old body became which row of a new one: two lists of rows in, names out.

Equal lines first (`notesync.merge.align`), then lines that are equal but for bullet, box and
indentation, then lines that are edits of each other between the same neighbours, last lines that
were moved elsewhere. A row of the new body that comes from nowhere is new.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from notesync.merge import align
from notesync.merge.likeness import alikeness, core, likely
from notesync.merge.moved import add_moved, once
from notesync.merge.rows import END, Row

Found = dict[int, int]  # place in the new body -> place in the old one


def matched(base: Sequence[Row], side: Sequence[Row]) -> Found:
    """Place in the new body -> place in the old one."""
    pairs: align.Pairs = []
    # Lines without words (fences, rules) say nothing; they follow those that have some.
    for find in (_by_words, _by_core, _edits_of_words, _by_text, _edits):
        pairs = _within(pairs, base, side, find)
    found = {b: a for a, b in pairs}
    add_moved(found, base, side)
    return found


def matched_alike(
    base: Sequence[Row], ours: Sequence[Row], theirs: Sequence[Row]
) -> tuple[Found, Found]:
    """As `matched` for both sides; a line that both have is the same old one for both."""
    found = matched(base, ours), matched(base, theirs)
    sides = ((found[0], ours), (found[1], theirs))
    for (mine, side), (yours, other) in (sides, sides[::-1]):
        _add_same(base, (mine, side), (yours, other))
        _add_like(base, (mine, side), (yours, other))
    return found


_Side = tuple[Found, Sequence[Row]]


def _add_same(base: Sequence[Row], one: _Side, another: _Side) -> None:
    """Match a new row with the old one that the other side edited into the same."""
    (mine, side), (yours, other) = one, another
    new = once((row.text, at) for at, row in enumerate(side) if at not in mine)
    back = {old: at for at, old in mine.items()}
    for at, old in yours.items():
        text = other[at].text
        if text in new and text != base[old].text:
            if old in back:
                if side[back[old]].text == base[old].text:
                    continue
                del mine[back[old]]
            mine[new.pop(text)] = old


def _add_like(base: Sequence[Row], one: _Side, another: _Side) -> None:
    """Match a new row with the old one in its place that the other side edited into one like it."""
    (mine, side), (yours, other) = one, another
    known = set(mine.values())
    became = {old: at for at, old in yours.items() if other[at].text != base[old].text}
    if known.issuperset(became):
        return
    pairs = sorted((old, at) for at, old in mine.items())
    kept = [pairs[index] for index in align.increasing([at for _, at in pairs])]
    for left, right in align.gaps(kept, len(base), len(side)):
        old = [at for at in left if at in became and at not in known]
        new = [at for at in right if at not in mine]
        likes = align.edited(old, new, lambda a, b: alikeness(other[became[a]], side[b]))
        mine.update((b, a) for a, b in likes)


_Finder = Callable[[Sequence[Row], Sequence[Row], range, range, Found], align.Pairs]


def _within(
    pairs: align.Pairs, base: Sequence[Row], side: Sequence[Row], find: _Finder
) -> align.Pairs:
    """The pairs, and what is found in the gaps between them."""
    more = list(pairs)
    known = {b: a for a, b in pairs}
    for left, right in align.gaps(pairs, len(base), len(side)):
        if left and right:
            more += find(base, side, left, right, known)
    more.sort()
    return more


def _has_words(row: Row) -> bool:
    return row.kind == END or any(char.isalnum() for char in row.text)


def _equal(
    base: Sequence[Row], side: Sequence[Row], left: range, right: range, key: Callable[[Row], str]
) -> align.Pairs:
    """Rows with the same key, of those that have one."""
    old = [at for at in left if key(base[at])]
    new = [at for at in right if key(side[at])]
    pairs = align.common([key(base[at]) for at in old], [key(side[at]) for at in new])
    return [(old[a], new[b]) for a, b in pairs]


def _by_words(
    base: Sequence[Row], side: Sequence[Row], left: range, right: range, _known: Found
) -> align.Pairs:
    """Equal rows that have words; and the end."""
    return _equal(base, side, left, right, lambda row: row.text or "\n" if _has_words(row) else "")


def _by_text(
    base: Sequence[Row], side: Sequence[Row], left: range, right: range, _known: Found
) -> align.Pairs:
    """Equal rows."""
    return _equal(base, side, left, right, lambda row: row.text)


def _by_core(
    base: Sequence[Row], side: Sequence[Row], left: range, right: range, _known: Found
) -> align.Pairs:
    """Rows that differ in bullet, box, signs, indentation or blanks only."""
    return _equal(base, side, left, right, core)


def _edits_of_words(
    base: Sequence[Row], side: Sequence[Row], left: range, right: range, known: Found
) -> align.Pairs:
    """Rows with words that are edits of each other."""
    old = [at for at in left if _has_words(base[at])]
    new = [at for at in right if _has_words(side[at])]
    return likely(base, side, old, new, known)


def _edits(
    base: Sequence[Row], side: Sequence[Row], left: range, right: range, known: Found
) -> align.Pairs:
    """Rows that are edits of each other."""
    return likely(base, side, left, right, known)
