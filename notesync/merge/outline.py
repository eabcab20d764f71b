"""Put the rows of a merged body in order, section by section: names in, names in one order out.

A heading takes its section along, so a section that one side moved and the other wrote into is
both. Below each heading the rows are woven (`notesync.merge.weave`) as if there were nothing else.
What one side wrote behind a line goes where that line is now, below whichever heading.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from notesync.merge.choice import three_way
from notesync.merge.placing import Places, goes_along, units
from notesync.merge.rows import HEADING
from notesync.merge.weave import Gap, Unit, weave

TOP = -1  # the name of what no heading stands above

Children = dict[int, list[int]]  # name of a heading -> names of what stands directly below it


def ordered(places: Places) -> list[int]:
    """All merged names in the order of the merged body, the end last."""
    end = places.names[0][-1]
    above = _headings(places, end)
    children = [_children(places, side, above) for side in range(3)]
    order: list[int] = []

    def is_heading(name: int) -> bool:
        return name in places.merged and places.merged[name].kind == HEADING

    def in_units(names: Sequence[int], gap: Gap[int]) -> list[Unit[int]]:
        return units(places, names, gap)

    def bound(name: int, before: int, moved: Container[int]) -> bool:
        return goes_along(places, name, before, moved)

    def put(heading: int) -> None:
        for titled in (False, True):  # what stands directly below a heading, then its sections
            base, ours, theirs = (
                [name for name in each.get(heading, ()) if is_heading(name) == titled]
                for each in children
            )
            for name in weave(base, ours, theirs, in_units, bound):
                order.append(name)
                if titled:
                    put(name)

    put(TOP)
    return [*order, end]


# ---------------------------------------------------------------- below which heading


def _headings(places: Places, end: int) -> dict[int, int]:
    """Name -> the heading below which it stands after the merge."""
    found: dict[int, int] = {}
    for side in (1, 2):
        before = TOP  # the last one that both sides have
        for name in places.names[side]:
            shared = name in places.at[3 - side]
            if name in places.merged and name not in found and name != end:
                wanted = _both(places, name) if shared else _one(places, side, name, before, found)
                found[name] = _still_there(places, side, name, wanted, found, before)
            if shared and not _moved_away(places, side, name):
                before = name
    return _without_circles(found)


def _moved_away(places: Places, side: int, name: int) -> bool:
    """Whether the other side put a row below another heading; what stood around it stays."""
    return name in places.moved[3 - side] and _own(places, 0, name) != _own(places, 3 - side, name)


def _own(places: Places, side: int, name: int) -> int | None:
    """The name of the heading above a name in a version; None where the version hasn't the name."""
    at = places.at[side].get(name)
    if at is None:
        return None
    above = places.rows[side][at].above
    return TOP if above < 0 else places.names[side][above]


def _section(places: Places, side: int, name: int) -> int | None:
    """The heading of the section to whose text a name belongs: itself, if it is one."""
    at = places.at[side].get(name)
    if name == TOP or (at is not None and places.rows[side][at].kind == HEADING):
        return name
    return _own(places, side, name)


def _both(places: Places, name: int) -> int:
    """Where a name goes that both sides have: where the side has it that moved it."""
    base, ours, theirs = (_own(places, side, name) for side in range(3))
    assert ours is not None
    assert theirs is not None
    agreed, chosen = three_way(base, ours, theirs)
    if agreed and chosen is not None:
        return chosen
    if min(ours, theirs) >= len(places.rows[0]) and {ours, theirs} <= places.merged.keys():
        # each side put a heading somewhere above: the name is below the one that comes last
        return max(ours, theirs, key=lambda heading: _order(places, heading))
    return ours if ours == TOP or ours in places.merged else theirs


def _order(places: Places, heading: int) -> tuple[float, int, str]:
    """Where a new heading stands among those of the other side, see `placing.units`."""
    row = places.merged[heading]
    return places.level[heading], -row.depth, row.text


def _one(places: Places, side: int, name: int, before: int, found: Mapping[int, int]) -> int:
    """Where a name goes that one side has: to what stands before it, wherever that is now."""
    own = _own(places, side, name)
    assert own is not None
    mine = _section(places, side, before)
    if mine != own:
        return own  # below a heading of its own side
    if before != own and min(own, found.get(before, TOP)) >= len(places.rows[0]):
        return found[before]  # both sides put a heading above
    old, yours = (_section(places, version, before) for version in (0, 3 - side))
    if yours is None or (mine != old and yours == old):
        return own
    yours = _around(places, side, name, yours)
    depth = places.merged[name].depth
    while places.merged[name].kind == HEADING and yours != TOP and yours is not None:
        if places.rows[3 - side][places.at[3 - side][yours]].depth < depth:
            break
        yours = _own(places, 3 - side, yours)
    return own if yours is None else yours


def _around(places: Places, side: int, name: int, section: int) -> int:
    """The section in which the other side has the lines of whose section a name took the place."""
    start, stop = places.between.get(name, (0, 0))
    base = places.rows[0]
    own = _own(places, side, name)
    if any(
        base[old].kind == HEADING or _own(places, 0, old) != own for old in range(start + 1, stop)
    ):
        return section
    for old in range(stop - 1, start, -1):
        if old <= places.level[name] and old in places.at[3 - side]:
            return _section(places, 3 - side, old) or section
    return section


def _still_there(
    places: Places, side: int, name: int, wanted: int, found: Mapping[int, int], before: int
) -> int:
    """That heading if it was kept, else the one of what stands before."""
    if wanted == TOP or (wanted in places.merged and wanted != name):
        return wanted
    if before == TOP or before not in places.merged:
        own = _own(places, side, name)
        return own if own is not None and own in places.merged else TOP
    if places.merged[before].kind == HEADING:
        return before
    return found.get(before, TOP)


def _without_circles(found: dict[int, int]) -> dict[int, int]:
    """No heading stands below itself."""
    safe = {TOP}
    for name in found:
        path = []
        at = name
        while at not in safe:
            if at in path or at not in found:
                found[at] = TOP
                break
            path.append(at)
            at = found[at]
        safe.update(path)
    return found


def _children(places: Places, side: int, above: Mapping[int, int]) -> Children:
    """For each heading what stands directly below it now, in the order that a version has it in."""
    found: Children = {}
    for name in places.names[side]:
        if name in above:
            found.setdefault(above[name], []).append(name)
    return found
