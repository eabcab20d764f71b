"""Find fences that both sides changed in the same place: half of one code and half of another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from notesync.merge import align
from notesync.merge.bodies import Bodies, Found, Tangle
from notesync.merge.rows import CODE


def contested(bodies: Bodies, steady: Sequence[Found]) -> Iterator[Tangle]:
    """Fences that both sides changed in the same place."""
    base = bodies.rows[0]
    for at, row in enumerate(base):
        if row.kind != CODE or row.inner:
            continue
        stop = at + 1
        while stop < len(base) and base[stop].inner:
            stop += 1
        block = range(at, stop)
        if not _same_place(bodies, steady, block):
            continue
        stretches = [_block(bodies, side, block) for side in (0, 1)]
        if all(stretches):
            yield Tangle(block, *stretches)


def _same_place(bodies: Bodies, steady: Sequence[Found], block: range) -> bool:
    """Whether both sides changed a line of this fence, or put something behind it, differently."""
    ours, theirs = (_touched(bodies, side, steady[side], block) for side in (0, 1))
    return any(not _holds(ours[at], theirs[at]) for at in ours.keys() & theirs.keys())


def _holds(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one of two stretches of lines has all lines of the other, in order."""
    return one == other or (
        bool(one and other) and len(align.common(one, other)) == min(len(one), len(other))
    )


def _touched(
    bodies: Bodies, side: int, steady: Found, block: range
) -> dict[tuple[int, str], list[str]]:
    """What a side has in place of each changed line of a fence, and what it put behind each."""
    own = bodies.rows[side + 1]
    inverse = {old: new for new, old in bodies.found[side].items() if old in block}
    touched: dict[tuple[int, str], list[str]] = {}
    for old in block:
        new = inverse.get(old)
        if old not in steady:
            touched[old, "line"] = [] if new is None else [own[new].text]
        behind: list[str] = []
        while new is not None and new + 1 < len(own) and own[new + 1].inner:
            new += 1
            if new in bodies.found[side]:
                break
            behind.append(own[new].text)
        if behind:
            touched[old, "behind"] = behind
    return touched


def _block(bodies: Bodies, side: int, block: range) -> range:
    """The fence on a side in which the rows of an old one stand; empty when there is no such."""
    own = bodies.rows[side + 1]
    places = [new for new, old in bodies.found[side].items() if old in block]
    if not places or any(own[at].kind != CODE for at in places):
        return range(0)
    start = min(places)
    while start and own[start].inner:
        start -= 1
    stop = start + 1
    while stop < len(own) and own[stop].inner:
        stop += 1
    return range(start, stop) if max(places) < stop else range(0)
