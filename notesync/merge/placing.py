"""Say where new rows go in a body: which stay together, which come first, and what lies between.

A heading takes along what stands below it, an item its children, a paragraph its lines. In one gap
come first the lines that go on what stands before it, then paragraphs, then headings (the deeper
first), last what belongs to what follows; within that the smaller text, so that the lines of a log
stand by date. Blank lines are kept as typed, and added only where two rows meet that nobody saw
side by side and that Markdown would read as one.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from notesync.merge.align import increasing
from notesync.merge.choice import three_way
from notesync.merge.rows import CELLS, CODE, HEADING, ITEM, RECORD, TEXT, Row
from notesync.merge.weave import Gap, Unit

# Ranks in a gap.
_ON, _BY_ITSELF, _SECTIONS, _TO_NEXT = range(4)
_FIRST = -(10**6)  # a line that goes on comes before any item, however deep
_RECORD = -0.5  # a record comes behind the children of the item that it is about


@dataclass(slots=True)
class Places:
    """All versions of a body with the names of their rows, and the rows that the merge keeps.

    Attributes:
        rows: The rows of base, ours, theirs.
        names: Their names.
        merged: Name to row, as it is after the merge.
        at: For each version the place of each name.
        level: Between which rows of the base a name stands, as a number.
        between: The rows of the base around what is new, or stands elsewhere now.
        moved: Side to the rows of the base that it put elsewhere.
    """

    rows: Sequence[Sequence[Row]]
    names: Sequence[Sequence[int]]
    merged: dict[int, Row]
    at: tuple[dict[int, int], ...] = field(init=False)
    level: dict[int, float] = field(init=False, default_factory=dict)
    between: dict[int, tuple[int, int]] = field(init=False, default_factory=dict)
    moved: dict[int, set[int]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Remember where each name stands, and between which rows of the base.

        So what replaced a row comes where that was: behind what the other side put before it,
        before what the other side put behind it.
        """
        self.at = tuple({name: at for at, name in enumerate(names)} for names in self.names)
        for side in (2, 1):
            found = dict(_between_old(self.names[side], len(self.names[0])))
            self.between.update(found)
            self.moved[side] = {name for name in found if name < len(self.names[0])}
        self.level.update((name, name) for name in self.names[0])
        self.level.update((name, sum(edges) / 2) for name, edges in self.between.items())

    def own(self, name: int) -> Row:
        """A row as the side has it that alone has it (ours, if both have it)."""
        for side in (1, 2):
            at = self.at[side].get(name)
            if at is not None:
                return self.rows[side][at]
        raise KeyError(name)

    def versions(self, name: int) -> list[Row]:
        """A row as each version has it."""
        return [self.rows[side][self.at[side][name]] for side in range(3) if name in self.at[side]]

    def lead_after(self, name: int, other: int) -> str | None:
        """The lead of a name where it directly follows another; None where it does nowhere."""
        found: dict[int, str] = {}
        for side in range(3):
            at = self.at[side].get(name)
            if at and self.names[side][at - 1] == other:
                found[side] = self.rows[side][at].lead
        ours, theirs = found.get(1), found.get(2)
        if ours is not None and theirs is not None:
            agreed, lead = three_way(found.get(0), ours, theirs)
            return lead if agreed else max(ours, theirs, key=_size)
        return ours if ours is not None else found.get(2, found.get(0))


def _between_old(names: Sequence[int], base: int) -> Iterator[tuple[int, tuple[int, int]]]:
    """For each row of a side that is new, or stands elsewhere now, the old ones around it."""
    old = [at for at, name in enumerate(names) if name < base]
    kept = [old[index] for index in increasing([names[at] for at in old])]
    edges = [(-1, -1), *((at, names[at]) for at in kept), (len(names), base)]
    for (start, before), (stop, after) in pairwise(edges):
        for at in range(start + 1, stop):
            yield names[at], (before, after)


# ---------------------------------------------------------------- what stays together


def units(places: Places, names: Sequence[int], gap: Gap[int]) -> list[Unit[int]]:
    """Part what one side has in a gap into units, each with its place among the other side's."""
    before = None if gap.before is None else places.merged[gap.before]
    heaps: list[list[int]] = []
    held: list[list[Row]] = []
    for name in names:
        row = places.own(name)
        if held and _goes_with(held[-1], row, before):
            heaps[-1].append(name)
            held[-1].append(row)
        else:
            heaps.append([name])
            held.append([row])
    found = []
    for number, (heap, group) in enumerate(zip(heaps, held, strict=True)):
        last = number == len(heaps) - 1
        after = places.own(gap.after) if last and gap.after is not None else None
        rank = _rank(group, before, after)
        text = "\n".join(row.text for row in group)
        place = (group[0].kind == HEADING, places.level[heap[0]], *rank, text)
        found.append(Unit(place, tuple(heap)))
    return found


def goes_along(places: Places, name: int, before: int, moved: Container[int]) -> bool:
    """Whether a new row belongs to one before it that the other side moved, or to its parent."""
    side = 1 if name in places.at[1] else 2
    row = places.rows[side][places.at[side][name]]
    at = row.parent
    while at >= 0:
        if places.names[side][at] == before or places.names[side][at] in moved:
            return True
        at = places.rows[side][at].parent
    return row.kind == RECORD or (row.kind not in {HEADING, ITEM} and not row.lead)


def _goes_with(group: Sequence[Row], row: Row, before: Row | None) -> bool:
    """Whether a row stays with the rows above it that the same side put there."""
    first, last = group[0], group[-1]
    if HEADING in (first.kind, row.kind):
        return first.kind == HEADING and (row.kind != HEADING or row.depth > first.depth)
    if RECORD in (first.kind, row.kind):
        # A record below a line that goes on is about what stands before that line.
        at_top = first.kind == ITEM and not first.depth
        return first.kind != RECORD and (at_top or bool(first.lead))
    if row.lead and not row.inner:
        return (first.kind == ITEM and row.depth > first.depth) or last.text.endswith(":")
    if row.kind == ITEM:
        return last.kind == TEXT or row.depth > first.depth
    if row.kind == CELLS:
        return last.kind != CELLS or before is None or before.kind != CELLS
    return True


def _rank(group: Sequence[Row], before: Row | None, after: Row | None) -> tuple[int, float]:
    """Where a unit goes in its gap."""
    first, last = group[0], group[-1]
    if first.kind == RECORD:
        return _ON, _RECORD
    if first.kind == HEADING:
        return _SECTIONS, -first.depth
    if first.kind == ITEM:
        if before is not None and before.listed:
            return _ON, -first.depth
        return (_TO_NEXT, 0) if after is not None and after.kind == ITEM else (_BY_ITSELF, 0)
    if before is not None and not first.lead and before.kind not in {HEADING, RECORD}:
        return _ON, _FIRST
    if after is not None and not after.lead and after.kind in {TEXT, CELLS, CODE}:
        return (_TO_NEXT, 0) if last.kind in {TEXT, CELLS} else (_BY_ITSELF, 0)
    return _BY_ITSELF, 0


# ---------------------------------------------------------------- what lies between


def leads(places: Places, order: Sequence[int]) -> list[Row]:
    """The merged rows in this order, each with the blank lines that belong before it."""
    put: list[Row] = []
    before: int | None = None
    for name in order:
        put.append(replace(places.merged[name], lead=_lead(places, name, before)))
        before = name
    return put


def _lead(places: Places, name: int, before: int | None) -> str:
    own = _own_lead(places, name)
    if before is None:
        return own
    seen = places.lead_after(name, before)
    if seen is not None:
        return seen
    between = _between(places, name, before)
    if between is not None:
        return max(own, between, key=_size)
    row, above = places.own(name), places.own(before)
    if row.kind == above.kind == ITEM:
        return _lead_after_item(places, name)
    if row.kind == HEADING:  # whoever drew it up saw another line above it
        own = max((row.lead for row in places.versions(name)), key=_size)
    return own or ("\n" if _would_join(places, name, above, row) else "")


def _own_lead(places: Places, name: int) -> str:
    """The blank lines before a row, from all versions that have it."""
    base, ours, theirs = (
        places.rows[side][places.at[side][name]].lead if name in places.at[side] else None
        for side in range(3)
    )
    if ours is None or theirs is None:
        return ours or theirs or ""
    agreed, lead = three_way(base, ours, theirs)
    return (lead or "") if agreed else max(ours, theirs, key=_size)


def _size(lead: str) -> tuple[int, str]:
    return lead.count("\n"), lead


def _between(places: Places, name: int, before: int) -> str | None:
    """The most blank lines among deleted rows where one version has only those in between."""
    found: str | None = None
    for side in range(3):
        start, end = places.at[side].get(before), places.at[side].get(name)
        if start is None or end is None:
            continue
        at = start + 1
        while at < end and places.names[side][at] not in places.merged:
            at += 1
        if at == end:
            gone = places.rows[side][start + 1 : end]
            most = max((row.lead for row in gone), key=_size, default="")
            found = most if found is None else max(found, most, key=_size)
    return found


def _lead_after_item(places: Places, name: int) -> str:
    """The lead of an item where a version has it behind another one."""
    for side in (1, 2, 0):
        at = places.at[side].get(name)
        if at and places.rows[side][at - 1].listed:
            return places.rows[side][at].lead
    return ""


def _follows(places: Places, name: int, kind: str) -> bool:
    """Whether a row follows one of this kind in a version that has it."""
    for side in (1, 2):
        at = places.at[side].get(name)
        if at and places.rows[side][at - 1].kind == kind:
            return True
    return False


def _would_join(places: Places, name: int, above: Row, row: Row) -> bool:
    """Whether Markdown would read two rows as one paragraph, list item or table."""
    if row.kind == CELLS:
        return above.kind in {TEXT, ITEM}
    if row.kind != TEXT or above.kind not in {TEXT, ITEM, CELLS}:
        return False
    goes_on = above.kind == TEXT and not above.lead and not row.lead
    return not (goes_on and _follows(places, name, TEXT))
