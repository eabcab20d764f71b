"""Make one row of several where line by line would go wrong: bodies and matches in, the same out.

A paragraph that a tool wrapped anew, or that somebody parted or joined, has no line left that the
other side's edit could be found in; it becomes one row, and is merged by sentence. A fence that
both sides changed in the same place becomes one row, since half of one code and half of another is
no code. Where only one side touched either, nothing is done.
"""

from __future__ import annotations

from notesync.merge import align
from notesync.merge.bodies import Bodies, Found, Tangle, collapsed
from notesync.merge.fences import contested
from notesync.merge.paragraphs import wrapped


def untangled(bodies: Bodies) -> Bodies:
    """Make one row of each stretch that both sides changed and that has no lines to go by."""
    steady = tuple(_steady(bodies, side) for side in (0, 1))
    if all(len(each) == len(bodies.rows[0]) == len(bodies.rows[side + 1])
           for side, each in enumerate(steady)):  # fmt: skip
        return bodies
    tangles: list[Tangle] = []
    for tangle in (*wrapped(bodies), *contested(bodies, steady)):
        if not any(_overlap(tangle, other) for other in tangles):
            tangles.append(tangle)
    return collapsed(bodies, tangles) if tangles else bodies


def _overlap(one: Tangle, other: Tangle) -> bool:
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
