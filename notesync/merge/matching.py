"""Tell which row of an old body became which row of a new one: two lists of rows in, names out.

Equal lines first (`notesync.merge.align`), then lines that are equal but for bullet, box and
indentation, then lines that are edits of each other between the same neighbours, last lines that
were moved elsewhere. A row of the new body that comes from nowhere is new.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from notesync.merge import align
from notesync.merge.rows import CELLS, CODE, END, HEADING, ITEM, TEXT, Row

_FOLLOWED = 0.4  # a heading that is followed by the same line is an edit of the old one
_WORDS = 2  # a moved line has at least so many, if its mark or box was changed too
_TASK_MARKS = re.compile(r"\s*(?:[📅✅➕❌⏳🛫]\ufe0f?\s*\d{4}-\d{2}-\d{2}|[🔁🔺⏫🔼🔽⏬])")
_DATED = re.compile(r"\d{4}-\d{2}-\d{2}")
_SOME = 3  # where nothing else comes into question, one word or cell in so many is enough
_BARELY = 0.1  # less than any row that is alike
_RARE = 3  # a word that stands in so many unmatched lines says which of them a line was
_MOVED = 0.6  # how alike a line that was moved and edited is to the old one
# Kinds of rows, one of which may become the other.
_ALIKE = {ITEM: "line", TEXT: "line", HEADING: "line", CODE: "line", CELLS: CELLS}


def matched(base: Sequence[Row], side: Sequence[Row]) -> dict[int, int]:
    """Place in the new body -> place in the old one."""
    pairs: align.Pairs = []
    # Lines without words (fences, rules) say nothing; they follow those that have some.
    for find in (_by_words, _by_core, _edits_of_words, _by_text, _edits):
        pairs = _within(pairs, base, side, find)
    found = {b: a for a, b in pairs}
    for key in (_moved_text, _moved_core):
        _add_moved(found, base, side, key)
    _add_in_sections(found, base, side)
    _add_edited_elsewhere(found, base, side)
    return found


def matched_alike(
    base: Sequence[Row], ours: Sequence[Row], theirs: Sequence[Row]
) -> tuple[dict[int, int], dict[int, int]]:
    """As `matched` for both sides; a line that both have is the same old one for both."""
    found = matched(base, ours), matched(base, theirs)
    for (mine, side), (yours, other) in (
        ((found[0], ours), (found[1], theirs)),
        ((found[1], theirs), (found[0], ours)),
    ):
        new = _once((row.text, at) for at, row in enumerate(side) if at not in mine)
        back = {old: at for at, old in mine.items()}
        for at, old in yours.items():
            text = other[at].text
            if text in new and text != base[old].text:
                if old in back:
                    if side[back[old]].text == base[old].text:
                        continue
                    del mine[back[old]]
                mine[new.pop(text)] = old
    return found


_Finder = Callable[[Sequence[Row], Sequence[Row], range, range, dict[int, int]], align.Pairs]


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
    base: Sequence[Row], side: Sequence[Row], left: range, right: range, _known: dict[int, int]
) -> align.Pairs:
    """Equal rows that have words; and the end."""
    return _equal(base, side, left, right, lambda row: row.text or "\n" if _has_words(row) else "")


def _by_text(
    base: Sequence[Row], side: Sequence[Row], left: range, right: range, _known: dict[int, int]
) -> align.Pairs:
    """Equal rows."""
    return _equal(base, side, left, right, lambda row: row.text)


def _core(row: Row) -> str:
    return f"{row.kind} {row.core}" if row.kind in {ITEM, HEADING} and row.core else ""


def _by_core(
    base: Sequence[Row], side: Sequence[Row], left: range, right: range, _known: dict[int, int]
) -> align.Pairs:
    """Rows that differ in bullet, box, signs, indentation or blanks only."""
    return _equal(base, side, left, right, _core)


def _edits_of_words(
    base: Sequence[Row], side: Sequence[Row], left: range, right: range, known: dict[int, int]
) -> align.Pairs:
    """Rows with words that are edits of each other."""
    old = [at for at in left if _has_words(base[at])]
    new = [at for at in right if _has_words(side[at])]
    return _likely(base, side, old, new, known)


def _edits(
    base: Sequence[Row], side: Sequence[Row], left: range, right: range, known: dict[int, int]
) -> align.Pairs:
    """Rows that are edits of each other."""
    return _likely(base, side, left, right, known)


def _likely(
    base: Sequence[Row], side: Sequence[Row], left: Sequence[int], right: Sequence[int],
    found: dict[int, int],
) -> align.Pairs:  # fmt: skip
    """Which of these rows are edits of which."""
    few = min(len(left), len(right)) == 1  # else too much changed to tell by the place
    ends = {(left[0], right[0]), (left[-1], right[-1])} if few else set()
    rare = _rare(base, left) & _rare(side, right)

    def score(a: int, b: int) -> float:
        old, new = base[a], side[b]
        if _ALIKE.get(old.kind) != _ALIKE.get(new.kind) or old.kind not in _ALIKE:
            return 0.0
        alike = _alike(old, new)
        if not alike and old.kind == new.kind:
            alike = _in_place(old, new, None if (a, b) in ends else rare)
        if old.kind == new.kind == HEADING and old.depth == new.depth:
            return max(alike, _FOLLOWED if found.get(b + 1) == a + 1 else 0.0)
        return alike

    return align.edited(left, right, score)


def _gist(row: Row) -> str:
    """What a row is recognized by: its text without marks, and without the dates of a task."""
    return _TASK_MARKS.sub("", row.core) if row.kind == ITEM else row.core or row.text


def _alike(old: Row, new: Row) -> float:
    """How far one row is an edit of another."""
    if old.kind == new.kind == CELLS:
        cells = [[cell.strip() for cell in row.text.strip(" |").split("|")] for row in (old, new)]
        if len(cells[0]) == len(cells[1]):
            same = sum(a == b for a, b in zip(*cells, strict=True) if a)
            return same / len(cells[0]) if same * _SOME >= len(cells[0]) else 0.0
    alike = align.likeness(_gist(old), _gist(new))
    if old.kind != new.kind:  # a line became an item or code: told by words, not by letters
        shared = (align.words(_gist(old)) & align.words(_gist(new))).total()
        return alike / 2 if shared else 0.0
    return alike


def _rare(rows: Sequence[Row], places: Iterable[int]) -> set[str]:
    """The words that stand in one of some rows only."""
    found = Counter(word for at in places for word in align.words(_gist(rows[at])))
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
    before, after = align.words(_gist(old)), align.words(_gist(new))
    both = before & after
    shared = both.total() if known_by is None else sum(word in known_by for word in both)
    return _BARELY if shared and shared * _SOME >= min(before.total(), after.total()) else 0.0


def _moved_text(row: Row) -> str:
    return row.text if any(char.isalnum() for char in row.text) else ""


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
            _match_run(found, known, base, side, at, new[text])


def _same_or_alike(old: Row, new: Row) -> bool:
    return old.text == new.text or (old.kind == new.kind and _alike(old, new) > 0)


def _match_run(
    found: dict[int, int], known: set[int], base: Sequence[Row], side: Sequence[Row],
    old: int, new: int,
) -> None:  # fmt: skip
    """Match two rows, and the equal ones behind and before them that were moved along."""
    for step in (1, -1):
        a, b = (old, new) if step == 1 else (old - 1, new - 1)
        while 0 <= a < len(base) and 0 <= b < len(side) and a not in known and b not in found:
            if (a, b) != (old, new) and not _same_or_alike(base[a], side[b]):
                break
            found[b] = a
            known.add(a)
            a, b = a + step, b + step


def _once(keyed: Iterable[tuple[str, int]]) -> dict[str, int]:
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
                found.update((b, a) for a, b in _likely(base, side, left, right, found))


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
        if at not in known and row.kind in _ALIKE and row.kind != CODE:
            for word in align.words(row.core):
                places.setdefault(word, []).append(at)
    best: dict[int, tuple[float, int]] = {}
    for at, row in enumerate(side):
        if at in found or not places or row.kind not in _ALIKE:
            continue
        near = {
            old
            for word in align.words(row.core)
            if len(places.get(word, ())) <= _RARE
            for old in places.get(word, ())
        }
        for old in sorted(near):
            alike = align.likeness(_gist(base[old]), _gist(row))
            if alike >= _MOVED and alike > best.get(old, (0.0, 0))[0]:
                best[old] = alike, at
    taken = [at for _, at in best.values()]
    found.update((at, old) for old, (_, at) in best.items() if taken.count(at) == 1)
