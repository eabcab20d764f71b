"""What holds of every picture: nothing leaves its frame, and no text runs into another.

Names are generated as people have them and as nobody has: long ones without a blank, Arabic,
Japanese, emoji.
"""

from __future__ import annotations

import re
from itertools import combinations

from hypothesis import strategies as st

from notesync.dashboard.pictures.drawing import Bar, Box, Drawing, Label, Mark
from notesync.dashboard.rows import Ref

NAMES = st.one_of(
    st.sampled_from(
        [
            "Ida",
            "Dr. Henrik Solms",
            "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle",
            "محمد بن عبد الرحمن الخطيب",
            "日本太郎の長い長い名前",
            "👩‍👩‍👧‍👦 Family 🎉",
            "W" * 70,
        ]
    ),
    st.text(min_size=1, max_size=80),
)
REFS = st.builds(lambda name: Ref(name, "p", "#p"), NAMES)
_HALF = 1.0  # of a line's thickness, which may lie on the frame


def outside(drawing: Drawing) -> list[Box]:
    """What leaves the frame."""
    parts: tuple[Bar | Mark | Label, ...] = (*drawing.bars, *drawing.marks, *drawing.labels)
    return [
        box
        for box in (part.box for part in parts)
        if box[0] < -_HALF
        or box[1] < -_HALF
        or box[2] > drawing.width + _HALF
        or box[3] > drawing.height + _HALF
    ]


def crossed(drawing: Drawing) -> list[tuple[str, str]]:
    """Texts that run into each other."""
    return [
        (one.text, other.text)
        for one, other in combinations(drawing.labels, 2)
        if _overlap(one.box, other.box)
    ]


def covered(drawing: Drawing) -> list[Box]:
    """Marks that lie upon each other; a quiet point may lie below another mark."""
    marks = [mark for mark in drawing.marks if mark.kind != "quiet"]
    return [one.box for one, other in combinations(marks, 2) if _overlap(one.box, other.box)]


def strayed(drawing: Drawing) -> list[str]:
    """Lines that leave the frame, told by the numbers in their paths."""
    limit = max(drawing.width, drawing.height) + _HALF
    return [
        line.path
        for line in drawing.lines
        if any(
            not -_HALF <= float(found) <= limit
            for found in re.findall(r"-?\d+(?:\.\d+)?", line.path)
        )
    ]


def sound(drawing: Drawing) -> None:
    """Hold all of it."""
    assert outside(drawing) == []
    assert crossed(drawing) == []
    assert covered(drawing) == []
    assert strayed(drawing) == []


def _overlap(one: Box, other: Box) -> bool:
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > 0.01
        and min(one[3], other[3]) - max(one[1], other[1]) > 0.01
    )
