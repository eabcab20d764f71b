"""Three bodies in rows with their matches; several rows of each become one where that is needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from notesync.merge import rows
from notesync.merge.rows import TEXT, Row

Found = dict[int, int]


@dataclass(frozen=True, slots=True)
class Bodies:
    """Three bodies, and for each side the place in the base of each place of its own."""

    rows: tuple[list[Row], list[Row], list[Row]]
    found: tuple[Found, Found]


@dataclass(frozen=True, slots=True)
class Tangle:
    """A stretch of each version that becomes one row."""

    base: range
    ours: range
    theirs: range


def collapsed(bodies: Bodies, tangles: Sequence[Tangle]) -> Bodies:
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
