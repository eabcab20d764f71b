"""Put what two sides have into one order: three orders of names in, one order out.

What both sides have stands where the side wants it that moved it; where both moved the same, one
side's order is taken whole. What only one side has follows the neighbour that it followed there.
Where both sides put something behind the same neighbour, their units are merged like two heaps of
cards, the smaller top card first: the result depends neither on who merges nor on who is merged
first, and no side's own order is turned.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from notesync.merge.align import increasing

Name = TypeVar("Name", bound=Hashable)

# A key is compared only with keys of the same gap.
Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Unit(Generic[Name]):
    """What one side put in one place and what stays together.

    Attributes:
        key: Its place among the units of both sides.
        names: What it holds.
    """

    key: Key
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Gap(Generic[Name]):
    """Where a side's names are to be put.

    Attributes:
        before: What both sides have before it; None at the beginning.
        after: What the side has behind it; None at the end.
    """

    before: Name | None
    after: Name | None


Units = Callable[[Sequence[Name], Gap[Name]], list[Unit[Name]]]
Run = tuple[list[Name], Name | None]  # what one side put in one place, and the next shared name
# Whether what a side put behind a name goes along where the other side moved that.
Bound = Callable[[Name, Name, Container[Name]], bool]


def weave(
    base: Sequence[Name], ours: Sequence[Name], theirs: Sequence[Name], units: Units[Name],
    bound: Bound[Name] = lambda *_: True,
) -> list[Name]:  # fmt: skip
    """Merge two orders of names.

    Args:
        base: The old order; names in it that no side has are passed over.
        ours: One side's names, each once, without what the merge leaves out.
        theirs: The other's.
        units: Parts what one side has in a gap into what stays together.
        bound: Whether a name goes along with the one before it, given all that the other side
            moved; what doesn't stays behind the last one that was not moved.
    """
    mine, yours = _common(ours, theirs)
    moved = _moves(base, mine, yours)
    shared = _shared(base, mine, yours, moved, units)
    runs = [
        _steady(_runs(side, set(shared)), own, moved[1 - number], bound)
        for number, (side, own) in enumerate(((ours, mine), (theirs, yours)))
    ]
    order: list[Name] = []
    for before in (None, *shared):
        if before is not None:
            order.append(before)
        parts = [
            units(names, Gap(before, after))
            for run in runs
            for names, after in (run.get(before, ((), None)),)
        ]
        for unit in interleaved(*parts):
            order += unit.names
    return order


def interleaved(ours: Sequence[Unit[Name]], theirs: Sequence[Unit[Name]]) -> list[Unit[Name]]:
    """Both sides' units, each side's in its own order, the smaller first.

    This is a stable sort by the largest key so far on the own side, and so it is associative.
    """
    merged: list[Unit[Name]] = []
    i = j = 0
    while i < len(ours) and j < len(theirs):
        if theirs[j].key < ours[i].key:
            merged.append(theirs[j])
            j += 1
        else:
            merged.append(ours[i])
            i += 1
    return [*merged, *ours[i:], *theirs[j:]]


def _runs(side: Iterable[Name], shared: set[Name]) -> dict[Name | None, Run[Name]]:
    """Shared name -> the names that only this side has behind it, and the next shared one."""
    runs: dict[Name | None, Run[Name]] = {}
    before: Name | None = None
    run: list[Name] = []
    for name in side:
        if name in shared:
            if run:
                runs[before] = (run, name)
            before, run = name, []
        else:
            run.append(name)
    if run:
        runs[before] = (run, None)
    return runs


def _steady(
    runs: Mapping[Name | None, Run[Name]], shared: Sequence[Name], moved: set[Name],
    bound: Bound[Name],
) -> Mapping[Name | None, Run[Name]]:  # fmt: skip
    """The runs; what would only go along with a name that the other side moved stays there."""
    if not moved or 2 * len(moved) > len(shared):  # all was sorted anew: nothing stayed in place
        return runs
    steady: dict[Name | None, Run[Name]] = {}
    last: Name | None = None  # the last name that was not moved
    for before in (None, *shared):
        if before not in moved:
            last = before
        names, after = runs.get(before, ([], None))
        cut = len(names)
        if before is not None and before in moved and after not in moved:
            free = (at for at, name in enumerate(names) if not bound(name, before, moved))
            cut = next(free, cut)
        steady[before] = names[:cut], after
        if cut < len(names):
            steady[last] = [*steady.get(last, ([], after))[0], *names[cut:]], after
    return steady


def _common(ours: Sequence[Name], theirs: Sequence[Name]) -> tuple[list[Name], list[Name]]:
    """The names that both sides have, in the order of each."""
    in_theirs = set(theirs)
    mine = [name for name in ours if name in in_theirs]
    in_ours = set(mine)
    return mine, [name for name in theirs if name in in_ours]


def _moves(
    base: Sequence[Name], mine: Sequence[Name], yours: Sequence[Name]
) -> tuple[set[Name], set[Name]]:
    """The names that each side has put elsewhere among those that all versions have."""
    if mine == yours:
        return set(), set()
    both = set(mine)
    places = {name: at for at, name in enumerate(name for name in base if name in both)}
    return _moved(places, mine), _moved(places, yours)


def _moved(places: Mapping[Name, int], side: Sequence[Name]) -> set[Name]:
    """The names that a side has put elsewhere among those that it shares with the base."""
    old = [name for name in side if name in places]
    kept = {old[index] for index in increasing([places[name] for name in old])}
    return {name for name in old if name not in kept}


def _shared(
    base: Sequence[Name], mine: Sequence[Name], yours: Sequence[Name],
    moved: tuple[set[Name], set[Name]], units: Units[Name],
) -> list[Name]:  # fmt: skip
    """The names that both sides have, in the order that the sides' moves give."""
    if mine == yours:
        return [*mine]
    both = set(mine)
    places = {name: at for at, name in enumerate(name for name in base if name in both)}
    if not moved[0] and all(name in places for name in mine):
        return [*yours]
    if not moved[1] and all(name in places for name in mine):
        return [*mine]
    if moved[0] & moved[1]:
        orders = [[places[name] for name in side if name in places] for side in (mine, yours)]
        return [*(mine if orders[0] >= orders[1] else yours)]
    fixed = _fixed(mine, yours, {n for n in places if n not in moved[0] and n not in moved[1]})
    floating = _floating((mine, yours), moved, fixed)
    order: list[Name] = []
    for at, before in enumerate((None, *(name for name in mine if name in fixed))):
        if before is not None:
            order.append(before)
        parts = [units(runs.get(at, []), Gap(before, None)) for runs in floating]
        for unit in interleaved(*parts):
            order += unit.names
    return order


def _floating(
    sides: Sequence[Sequence[Name]], moved: Sequence[set[Name]], fixed: set[Name]
) -> list[dict[int, list[Name]]]:
    """For each side: gap between fixed names to the other shared names that go there."""
    homes = [_gaps(side, fixed) for side in sides]
    floating: list[dict[int, list[Name]]] = [{}, {}]
    for number, side in enumerate(sides):
        for name in side:
            if name not in fixed and number == _home(name, moved, homes):
                floating[number].setdefault(homes[number][name], []).append(name)
    return floating


def _home(name: Name, moved: Sequence[set[Name]], homes: Sequence[Mapping[Name, int]]) -> int:
    """Whose place a name takes: that of the one who moved it, else the earlier one."""
    mover = [name in side for side in moved]
    if mover[0] != mover[1]:
        return 0 if mover[0] else 1
    return 0 if homes[0][name] <= homes[1][name] else 1


def _gaps(side: Iterable[Name], fixed: set[Name]) -> dict[Name, int]:
    """In which gap between fixed names a name stands."""
    found: dict[Name, int] = {}
    at = 0
    for name in side:
        if name in fixed:
            at += 1
        else:
            found[name] = at
    return found


def _fixed(mine: Sequence[Name], yours: Sequence[Name], old: set[Name]) -> set[Name]:
    """Names in the same order on both sides: those that nobody moved, and new ones between."""
    fixed = set(old)
    gaps = [_gaps(side, old) for side in (mine, yours)]
    if not gaps[0]:
        return fixed
    place = {name: at for at, name in enumerate(yours)}
    stretches: dict[int, list[Name]] = {}
    for name in mine:
        if name not in old and gaps[0][name] == gaps[1][name]:
            stretches.setdefault(gaps[0][name], []).append(name)
    for names in stretches.values():
        fixed.update(names[index] for index in increasing([place[name] for name in names]))
    return fixed
