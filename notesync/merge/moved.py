"""Find rows that were moved, and perhaps edited, among those without a counterpart in place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from notesync.merge import align
from notesync.merge.likeness import alikeness, core, gist, likely
from notesync.merge.rows import CELLS, CODE, END, HEADING, ITEM, TEXT, Row

_WORDS = 2  # a moved line has at least so many, if its mark or box was changed too
_RARE = 3  # a word that stands in so many unmatched lines says which of them a line was
_MOVED = 0.6  # how alike a line that was moved and edited is to the old one
_KINDS = {ITEM, TEXT, HEADING, CELLS}  # what is known again elsewhere by some of its words

Found = dict[int, int]  # place in the new body -> place in the old one


def add_moved(found: Found, base: Sequence[Row], side: Sequence[Row]) -> None:
    """Match what was moved."""
    for key in (_moved_text, _moved_core):
        _add_moved(found, base, side, key)
    _add_in_sections(found, base, side)
    _add_edited_elsewhere(found, base, side)


def _moved_text(row: Row) -> str:
    return row.text if any(char.isalnum() for char in row.text) else ""


def _moved_core(row: Row) -> str:
    return core(row) if len(row.core.split()) >= _WORDS else ""


def _add_moved(
    found: dict[int, int], base: Sequence[Row], side: Sequence[Row], key: Callable[[Row], str]
) -> None:
    """Match rows without a counterpart whose text is there once on each side."""
    known = set(found.values())
    old = once((key(row), at) for at, row in enumerate(base) if at not in known)
    new = once((key(row), at) for at, row in enumerate(side) if at not in found)
    pairs = [(old[text], new[text]) for text in old if text in new]
    found.update((b, a) for a, b in pairs)
    known.update(a for a, _ in pairs)
    for pair in pairs:  # what is equal somewhere is no edit of its neighbour
        _match_run(found, known, base, side, *pair)


def _same_or_alike(old: Row, new: Row) -> bool:
    return old.text == new.text or (old.kind == new.kind and alikeness(old, new) > 0)


def _match_run(
    found: dict[int, int], known: set[int], base: Sequence[Row], side: Sequence[Row],
    old: int, new: int,
) -> None:  # fmt: skip
    """Match the rows behind and before two that belong together, which were moved along."""
    for step in (1, -1):
        a, b = old + step, new + step
        while 0 <= a < len(base) and 0 <= b < len(side) and a not in known and b not in found:
            if not _same_or_alike(base[a], side[b]):
                break
            found[b] = a
            known.add(a)
            a, b = a + step, b + step


def once(keyed: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Text -> its place, of the texts that stand in one place only."""
    places: dict[str, list[int]] = {}
    for text, at in keyed:
        if text:
            places.setdefault(text, []).append(at)
    return {text: found[0] for text, found in places.items() if len(found) == 1}


def _add_in_sections(found: dict[int, int], base: Sequence[Row], side: Sequence[Row]) -> None:
    """Match rows that are edits of each other below one heading, which may have been moved."""
    known = set(found.values())
    for at, old in [*found.items()]:
        if base[old].kind == side[at].kind == HEADING:
            left = [n for n in _section(base, old) if n not in known]
            right = [n for n in _section(side, at) if n not in found]
            if left and right:
                found.update((b, a) for a, b in likely(base, side, left, right, found))


def _section(rows: Sequence[Row], heading: int) -> range:
    """The rows between a heading and the next one."""
    end = heading + 1
    while end < len(rows) and rows[end].kind not in {HEADING, END}:
        end += 1
    return range(heading + 1, end)


def _add_edited_elsewhere(found: dict[int, int], base: Sequence[Row], side: Sequence[Row]) -> None:
    """Match rows that were moved and edited: each is the other's best, by words that are rare."""
    known = set(found.values())
    places: dict[str, list[int]] = {}
    for at, row in enumerate(base):
        if at not in known and row.kind in _KINDS:
            for word in align.words(row.core):
                places.setdefault(word, []).append(at)
    best: dict[int, tuple[float, int]] = {}
    for at, row in enumerate(side):
        if at in found or not places or row.kind not in {*_KINDS, CODE}:
            continue
        near = {
            old
            for word in align.words(row.core)
            if len(places.get(word, ())) <= _RARE
            for old in places.get(word, ())
        }
        for old in sorted(near):
            alike = align.likeness(gist(base[old]), gist(row))
            if alike >= _MOVED and alike > best.get(old, (0.0, 0))[0]:
                best[old] = alike, at
    taken = [at for _, at in best.values()]
    found.update((at, old) for old, (_, at) in best.items() if taken.count(at) == 1)
