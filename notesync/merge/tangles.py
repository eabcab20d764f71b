"""Make one row of several where line by line would go wrong: bodies and matches in, the same out.

A paragraph that a tool wrapped anew, or that somebody parted or joined, has no line left that the
other side's edit could be found in; it becomes one row, and is merged by sentence. A fence that
both sides changed in the same place becomes one row, since half of one code and half of another is
no code. Where only one side touched either, nothing is done.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from notesync.merge import align, rows
from notesync.merge.rows import CODE, TEXT, Row

Found = dict[int, int]
_SAME = 0.5  # a stretch with so many of its words was wrapped anew; with fewer it was replaced


@dataclass(frozen=True, slots=True)
class Bodies:
    """Three bodies, and for each side the place in the base of each place of its own."""

    rows: tuple[list[Row], list[Row], list[Row]]
    found: tuple[Found, Found]


@dataclass(frozen=True, slots=True)
class _Tangle:
    """A stretch of each version that becomes one row."""

    base: range
    ours: range
    theirs: range


def untangled(bodies: Bodies) -> Bodies:
    """Make one row of each stretch that both sides changed and that has no lines to go by."""
    steady = tuple(_steady(bodies, side) for side in (0, 1))
    if all(len(each) == len(bodies.rows[0]) == len(bodies.rows[side + 1])
           for side, each in enumerate(steady)):  # fmt: skip
        return bodies
    tangles: list[_Tangle] = []
    for tangle in (*_wrapped(bodies, steady), *_fences(bodies, steady)):
        if not any(_overlap(tangle, other) for other in tangles):
            tangles.append(tangle)
    return _collapsed(bodies, tangles) if tangles else bodies


def _overlap(one: _Tangle, other: _Tangle) -> bool:
    return any(
        a.start < b.stop and b.start < a.stop
        for a, b in (
            (one.base, other.base), (one.ours, other.ours), (one.theirs, other.theirs),
        )
    )  # fmt: skip


def _steady(bodies: Bodies, side: int) -> Found:
    """Place in the base -> place on a side, of the rows that stayed as and where they were."""
    base, own = bodies.rows[0], bodies.rows[side + 1]
    same = sorted(
        (old, new) for new, old in bodies.found[side].items() if base[old].text == own[new].text
    )
    return dict(same[index] for index in align.increasing([new for _, new in same]))


# ---------------------------------------------------------------- paragraphs


def _wrapped(bodies: Bodies, steady: Sequence[Found]) -> Iterator[_Tangle]:
    """Paragraphs that one side wrapped, parted or joined while the other changed them too."""
    base = bodies.rows[0]
    for side in (0, 1):
        own = bodies.rows[side + 1]
        pairs = sorted(steady[side].items())
        for left, right in align.gaps(pairs, len(base), len(own)):
            old, new = _texts(base, left), _texts(own, right)
            if old and new and _rewrapped(bodies, side, old, new):
                tangle = _widened(bodies, steady, old)
                if tangle:
                    yield tangle


def _texts(side: Sequence[Row], stretch: range) -> range:
    """A stretch without what is no text at its ends; empty when there is any between."""
    start, stop = stretch.start, stretch.stop
    while start < stop and side[start].kind != TEXT:
        start += 1
    while start < stop and side[stop - 1].kind != TEXT:
        stop -= 1
    whole = all(side[at].kind == TEXT for at in range(start, stop))
    return range(start, stop if whole else start)


def _rewrapped(bodies: Bodies, side: int, old: range, new: range) -> bool:
    """Whether the same words stand in other lines, and not line by line edited ones."""
    found = bodies.found[side]
    if [found.get(at) for at in new] == list(old):
        return False
    words = [
        align.words(" ".join(version[at].text for at in stretch))
        for version, stretch in ((bodies.rows[0], old), (bodies.rows[side + 1], new))
    ]
    shared = (words[0] & words[1]).total()
    return shared >= _SAME * min(words[0].total(), words[1].total()) > 0


def _widened(bodies: Bodies, steady: Sequence[Found], old: range) -> _Tangle | None:
    """The stretch between lines that are steady on both sides; None when it has no text."""
    base = bodies.rows[0]
    start, stop = old.start, old.stop
    while start and not all(start - 1 in each for each in steady):
        start -= 1
    while stop < len(base) and not all(stop in each for each in steady):
        stop += 1
    stretches = [_texts(base, range(start, stop))]
    for side in (0, 1):
        first = steady[side][start - 1] + 1 if start else 0
        last = steady[side].get(stop, len(bodies.rows[side + 1]))
        stretches.append(_texts(bodies.rows[side + 1], range(first, last)))
    versions = [
        [version[at].text for at in stretch]
        for version, stretch in zip(bodies.rows, stretches, strict=True)
    ]
    if not all(versions) or versions[0] in versions[1:] or versions[1] == versions[2]:
        return None
    return _Tangle(*stretches)


# ---------------------------------------------------------------- fences


def _fences(bodies: Bodies, steady: Sequence[Found]) -> Iterator[_Tangle]:
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
            yield _Tangle(block, *stretches)


def _same_place(bodies: Bodies, steady: Sequence[Found], block: range) -> bool:
    """Whether both sides changed a line of this fence, or put something behind the same one."""
    touched: list[set[float]] = []
    for side in (0, 1):
        inverse = {old: new for new, old in bodies.found[side].items()}
        places: set[float] = {at for at in block if at not in steady[side]}
        for at in block[:-1]:
            new = inverse.get(at)
            if new is not None and new + 1 < len(bodies.rows[side + 1]):
                following = bodies.found[side].get(new + 1)
                if following is None and bodies.rows[side + 1][new + 1].inner:
                    places.add(at + 0.5)
        touched.append(places)
    return not touched[0].isdisjoint(touched[1])


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


# ---------------------------------------------------------------- one row of several


def _collapsed(bodies: Bodies, tangles: Sequence[_Tangle]) -> Bodies:
    """The bodies with one row in the place of each tangle, matched with each other."""
    stretches = (
        [tangle.base for tangle in tangles],
        [tangle.ours for tangle in tangles],
        [tangle.theirs for tangle in tangles],
    )
    parted = [
        _with_one_row(version, each) for version, each in zip(bodies.rows, stretches, strict=True)
    ]
    base_at = parted[0][1]
    found: list[Found] = []
    for side in (0, 1):
        own_at = parted[side + 1][1]
        known = {
            own_at[new]: base_at[old]
            for new, old in bodies.found[side].items()
            if not any(new in s or old in t for s, t in zip(
                stretches[side + 1], stretches[0], strict=True))
        }  # fmt: skip
        for old_stretch, new_stretch in zip(stretches[0], stretches[side + 1], strict=True):
            known[own_at[new_stretch.start]] = base_at[old_stretch.start]
        found.append(known)
    return Bodies((parted[0][0], parted[1][0], parted[2][0]), (found[0], found[1]))


def _with_one_row(
    version: Sequence[Row], stretches: Sequence[range]
) -> tuple[list[Row], Mapping[int, int]]:
    """A body with one row for each stretch, and the new place of each old one."""
    starts = {stretch.start: stretch for stretch in stretches}
    new: list[Row] = []
    places: dict[int, int] = {-1: -1}
    at = 0
    while at < len(version):
        stretch = starts.get(at, range(at, at + 1))
        row = version[at]
        if len(stretch) > 1:
            text = rows.join(version[at : stretch.stop])[len(row.lead) : -1]
            row = replace(row, text=text, core=rows.bare(text) if row.kind == TEXT else "")
        places.update(dict.fromkeys(stretch, len(new)))
        new.append(row)
        at = stretch.stop
    moved = [replace(row, above=places[row.above], parent=places[row.parent]) for row in new]
    return moved, places
