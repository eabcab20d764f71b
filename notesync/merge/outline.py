"""Put the rows of a merged body in order, section by section: names in, names in one order out.

A heading takes its section along, so a section that one side moved and the other wrote into is
both. Below each heading the rows are woven (`notesync.merge.weave`) as if there were nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from notesync.merge.choice import three_way
from notesync.merge.placing import Places, units
from notesync.merge.rows import HEADING
from notesync.merge.weave import weave

TOP = -1  # the name of what no heading stands above

Children = dict[int, list[int]]  # name of a heading -> names of what stands directly below it


def ordered(places: Places) -> list[int]:
    """All merged names in the order of the merged body, the end last."""
    end = places.names[0][-1]
    above = _headings(places, end)
    children = [_children(places, side, above, end) for side in range(3)]
    order: list[int] = []

    def put(heading: int) -> None:
        base, ours, theirs = (each.get(heading, []) for each in children)
        names = weave(base, ours, theirs, lambda names, gap: units(places, names, gap))
        for name in names:
            order.append(name)
            if places.merged[name].kind == HEADING:
                put(name)

    put(TOP)
    return [*order, end]


def _own_heading(places: Places, side: int, name: int) -> int | None:
    """The name of the heading above a name in a version; None where the version hasn't the name."""
    at = places.at[side].get(name)
    if at is None:
        return None
    above = places.rows[side][at].above
    return TOP if above < 0 else places.names[side][above]


def _headings(places: Places, end: int) -> dict[int, int]:
    """Name -> the heading below which it stands after the merge."""
    found: dict[int, int] = {}
    for side in (1, 2):
        before = TOP
        for name in places.names[side]:
            if name in places.merged and name not in found and name != end:
                found[name] = _heading(places, name, found, before)
            if name in found:
                before = name
    return _without_circles(found)


def _heading(places: Places, name: int, found: Mapping[int, int], before: int) -> int:
    """Where a name goes: where the side has it that moved it, if that heading is still there."""
    base, ours, theirs = (_own_heading(places, side, name) for side in range(3))
    if ours is None or theirs is None:
        chosen = theirs if ours is None else ours
        wanted: Sequence[int | None] = (chosen,)
    else:
        agreed, chosen = three_way(base, ours, theirs)
        wanted = (chosen,) if agreed else (ours, theirs)
    for each in wanted:
        if each is not None and (each == TOP or each in places.merged):
            return each
    # The heading is gone but what stood below it is not: stay with the row before.
    if before == TOP or places.merged[before].kind == HEADING:
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


def _children(places: Places, side: int, above: Mapping[int, int], end: int) -> Children:
    """For each heading what stands directly below it in a version, as far as it does so now."""
    found: Children = {}
    for name in places.names[side]:
        if name in above and name != end:
            own = _own_heading(places, side, name)
            if own == above[name] or not _anywhere(places, name, above[name]):
                found.setdefault(above[name], []).append(name)
    return found


def _anywhere(places: Places, name: int, heading: int) -> bool:
    """Whether any side has a name below this heading."""
    return any(_own_heading(places, side, name) == heading for side in (1, 2))
