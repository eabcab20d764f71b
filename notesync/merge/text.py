"""Merge bodies: three texts in, one text out in which every edit of both sides is, or is recorded.

Rows are matched with the old body, so each has a history of its own: kept, edited, moved, deleted
or new on each side. There are no regions that conflict as a whole, only single lines that both
sides edited, and these are merged by sentence. Then the rows are put into one order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from notesync.merge import align, matching, outdated, rows
from notesync.merge.bodies import Bodies
from notesync.merge.choice import Dates, Loss, ranked, settled, three_way
from notesync.merge.outline import ordered
from notesync.merge.partings import parted
from notesync.merge.placing import Places, leads
from notesync.merge.rows import CELLS, CODE, HEADING, ITEM, RECORD, TEXT, Row
from notesync.merge.sentences import merge_line
from notesync.merge.tangles import untangled

_WORDS = 3  # a new line of so many words is nobody else's by chance
# A task's box: which state wins where both sides changed it.
_BOXES: Mapping[str, int] = {"x": 3, "X": 2, "-": 1}


@dataclass(frozen=True, slots=True)
class Body:
    """A merged body, and what lost in it: each loss with the row that won."""

    rows: tuple[Row, ...]
    lost: tuple[tuple[int, Loss], ...] = ()


@dataclass(slots=True)
class _Sides:
    """Three bodies whose rows have names.

    A name is a row's place in the base, or a number beyond for what is new. `rows` are all
    versions of a body, `names` are their rows' names: base, ours, theirs.
    """

    rows: tuple[list[Row], list[Row], list[Row]]
    names: tuple[list[int], list[int], list[int]]
    at: tuple[dict[int, int], dict[int, int], dict[int, int]] = field(init=False)

    def __post_init__(self) -> None:
        ours, theirs = self.names[1], self.names[2]
        self.at = (
            {name: name for name in self.names[0]},
            {name: at for at, name in enumerate(ours)},
            {name: at for at, name in enumerate(theirs)},
        )

    def get(self, side: int, name: int) -> Row | None:
        """A row by its name."""
        at = self.at[side].get(name)
        return None if at is None else self.rows[side][at]


def merge_body(base: str, ours: str, theirs: str, dates: Dates) -> Body:
    r"""Merge three bodies whose lines all end with ``\n``."""
    sides = _named(*(rows.split(text) for text in (base, ours, theirs)))
    merged: dict[int, Row] = {}
    lost: list[tuple[int, Loss]] = []
    gone = outdated.in_body(sides.rows, sides.names, sides.at)
    for name in dict.fromkeys((*sides.names[1], *sides.names[2])):
        row = None if name in gone else _settle(sides, name, dates, lost)
        if row is not None:
            merged[name] = row
    _restore_blocks(sides, merged)
    _restore_headings(sides, merged)
    places = Places(sides.rows, sides.names, merged)
    order = ordered(places)
    put = leads(places, order)
    return _parted(put, order, lost)


def _parted(put: Sequence[Row], order: Sequence[int], lost: Sequence[tuple[int, Loss]]) -> Body:
    """The merged body line by line again, and for each loss the line in which the winner stands."""
    if not any("\n" in row.text and row.kind != RECORD for row in put):
        number = {name: at for at, name in enumerate(order)}
        return Body(tuple(put), tuple((number[name], loss) for name, loss in lost))
    placed: list[tuple[int, Loss]] = []
    lines: list[Row] = []
    losses: dict[int, list[Loss]] = {}
    for name, loss in lost:
        losses.setdefault(name, []).append(loss)
    for name, row in zip(order, put, strict=True):
        parts = rows.split(f"{row.lead}{row.text}\n")[:-1] if "\n" in row.text else [row]
        for loss in losses.get(name, ()):
            before = row.text[: max(0, row.text.find(loss.kept))]
            placed.append(
                (len(lines) + sum(map(bool, map(str.strip, before.split("\n")[:-1]))), loss)
            )
        lines += parts
    return Body(tuple(lines), tuple(placed))


# ---------------------------------------------------------------- who is who


def _named(base: list[Row], ours: list[Row], theirs: list[Row]) -> _Sides:
    """Name the rows of all versions; what both sides added alike has one name."""
    bodies = Bodies((base, ours, theirs), matching.matched_alike(base, ours, theirs))
    if cut := parted(bodies):
        base, ours, theirs = (rows.split(text) for text in cut)
        bodies = Bodies((base, ours, theirs), matching.matched_alike(base, ours, theirs))
    bodies = untangled(bodies)
    (base, ours, theirs), found = bodies.rows, bodies.found
    beyond = len(base)
    mine = [found[0].get(at, beyond + at) for at in range(len(ours))]
    beyond += len(ours)
    yours = [found[1].get(at, beyond + at) for at in range(len(theirs))]
    sides = _Sides((base, ours, theirs), (list(range(len(base))), mine, yours))
    for find in (_same_anywhere, _same_gap, _same_words):
        same = dict(find(sides))
        if same:
            yours = [same.get(name, name) for name in yours]
            sides = _Sides(sides.rows, (sides.names[0], mine, yours))
    return sides


def _new(sides: _Sides, side: int) -> Iterator[tuple[int, Row]]:
    other = sides.at[3 - side]
    for name, row in zip(sides.names[side], sides.rows[side], strict=True):
        if name >= len(sides.rows[0]) and name not in other:
            yield name, row


def _same_anywhere(sides: _Sides) -> Iterator[tuple[int, int]]:
    """New headings, lines of a log and records are one when they are equal, wherever they stand."""
    mine: dict[tuple[object, ...], list[int]] = {}
    for name, row in _new(sides, 1):
        if key := _identity(sides.rows[1], row):
            mine.setdefault(key, []).append(name)
    for found in mine.values():
        found.reverse()
    for name, row in _new(sides, 2):
        key = _identity(sides.rows[2], row)
        if key and mine.get(key):
            yield name, mine[key].pop()


def _identity(side: Sequence[Row], row: Row) -> tuple[object, ...]:
    if row.kind == RECORD:
        return (row.kind, row.text)
    if row.kind == HEADING:
        return (row.kind, row.depth, row.core, rows.titles(side, row))
    if rows.is_set(side, row):
        return (row.kind, rows.bare(row.text), rows.titles(side, row))
    return ()


def _same_gap(sides: _Sides) -> Iterator[tuple[int, int]]:
    """Equal new lines behind the same neighbour are one; of a fence, when all of it is equal."""
    gaps: tuple[dict[int, list[tuple[int, str]]], ...] = ({}, {})
    for side, found in ((1, gaps[0]), (2, gaps[1])):
        other = sides.at[3 - side]
        texts = _with_fences(sides.rows[side])
        before = -1
        for name, text in zip(sides.names[side], texts, strict=True):
            if name in other:
                before = name
            elif name >= len(sides.rows[0]):
                found.setdefault(before, []).append((name, text))
    for before, mine in gaps[0].items():
        yours = gaps[1].get(before, [])
        for a, b in align.common([text for _, text in mine], [text for _, text in yours]):
            yield yours[b][0], mine[a][0]


def _with_fences(side: Sequence[Row]) -> list[str]:
    """The text of each row; of each row of a fence the whole fence, and which row it is."""
    texts = [row.text for row in side]
    for block in rows.blocks(side):
        if side[block.start].kind == CODE:
            whole = "\n".join(texts[block.start : block.stop])
            for at in block:
                texts[at] = f"{at - block.start} {whole}"
    return texts


def _same_words(sides: _Sides) -> Iterator[tuple[int, int]]:
    """Equal new lines of one section are one, when each side has just one of them there."""
    mine, yours = (_wordy(sides, side) for side in (1, 2))
    for text, names in yours.items():
        if len(names) == 1 and len(mine.get(text, ())) == 1:
            yield names[0], mine[text][0]


def _wordy(sides: _Sides, side: int) -> dict[tuple[int, str], list[int]]:
    found: dict[tuple[int, str], list[int]] = {}
    for name, row in _new(sides, side):
        if row.kind in {TEXT, ITEM} and len(row.core.split()) >= _WORDS:
            heading = sides.names[side][row.above] if row.above >= 0 else -1
            found.setdefault((heading, row.text), []).append(name)
    return found


# ---------------------------------------------------------------- what becomes of a row


def _settle(sides: _Sides, name: int, dates: Dates, lost: list[tuple[int, Loss]]) -> Row | None:
    """A row as it is after the merge, its lead aside; None when it is gone."""
    base, ours, theirs = (sides.get(side, name) for side in range(3))
    if ours is None or theirs is None:
        kept = ours or theirs
        assert kept is not None
        gone = base is not None and rows.bare(base.text) == rows.bare(kept.text)
        return None if gone else kept
    agreed, text = three_way(base.text if base else None, ours.text, theirs.text)
    if agreed:
        return ours if ours.text == text else theirs
    assert base is not None
    text, losses = merge_row(base, ours, theirs, dates)
    lost += [(name, loss) for loss in losses]
    if CODE in (ours.kind, theirs.kind) or "\n" in text:
        return replace(ours, text=text)
    fresh = rows.row_of(text)
    return replace(fresh, listed=ours.listed or theirs.listed)


def merge_row(base: Row, ours: Row, theirs: Row, dates: Dates) -> tuple[str, tuple[Loss, ...]]:
    """Merge one line that both sides changed: its mark, its box and its text each by itself."""
    if CODE in (base.kind, ours.kind, theirs.kind):
        text, loss = settled(base.text, ours.text, theirs.text, dates)
        return text, (loss,) if loss else ()
    old, mine, yours = (rows.parts(row) for row in (base, ours, theirs))
    line = merge_line(
        old.rest, mine.rest, yours.rest, dates, row=base.kind == ours.kind == theirs.kind == CELLS
    )
    box = _box(old.box, mine.box, yours.box)
    return (
        ranked(old.indent, mine.indent, yours.indent, _by_length(mine.indent, yours.indent))
        + ranked(old.mark, mine.mark, yours.mark, _by_length(mine.mark, yours.mark))
        + box
        + line.text
    ), line.lost


def _by_length(*texts: str) -> dict[str, int]:
    return {text: at for at, text in enumerate(sorted(texts, key=lambda t: (len(t), t)))}


def _box(base: str, ours: str, theirs: str) -> str:
    """Ticked wins over unticked; a box wins over none."""
    ranks = {box: _BOXES.get(box[1:2], 0) if box else -1 for box in sorted((ours, theirs), key=len)}
    agreed, box = three_way(base, ours, theirs)
    return box if agreed else max(sorted((ours, theirs)), key=lambda each: ranks[each])


def _restore_blocks(sides: _Sides, merged: dict[int, Row]) -> None:
    """Keep a paragraph, table or fence whole that one side deleted and the other edited."""
    for side in (1, 2):
        other = sides.at[3 - side]
        base = len(sides.rows[0])
        for block in rows.blocks(sides.rows[side]):
            names = [sides.names[side][at] for at in block]
            old = [name for name in names if name < base]
            deleted = len(block) > 1 and old and not any(name in other for name in old)
            if deleted and any(name in merged for name in names):
                for name, at in zip(names, block, strict=True):
                    merged.setdefault(name, sides.rows[side][at])


def _restore_headings(sides: _Sides, merged: dict[int, Row]) -> None:
    """Keep a heading that one side deleted with all below it, where the other put something.

    Likewise a list item below which the other side put another.
    """
    base = sides.rows[0]
    for side in (1, 2):
        other = sides.at[3 - side]
        held = {
            above for name in other if name < len(base) - 1 for above in _chain(base, base[name])
        }
        for at, name in enumerate(sides.names[side]):
            if name not in merged or name in other:
                continue
            for above in _chain(sides.rows[side], sides.rows[side][at]):
                old = sides.names[side][above]
                if old not in merged and old not in held:
                    merged[old] = sides.rows[side][above]


def _chain(side: Sequence[Row], row: Row) -> Iterator[int]:
    """The list items and headings below which a row stands."""
    yield from rows.ancestors(side, row)
    at = row.parent
    while at >= 0:
        yield at
        at = side[at].parent
