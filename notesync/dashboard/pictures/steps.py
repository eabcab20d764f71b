"""Turn how far asks have come into a picture: a bar for each step, of those that had the chance.

What is outlined behind a bar are those that could have come so far and haven't (yet); an ask that
is still open, or a conversation that lies ahead, is in neither.
"""

from __future__ import annotations

from collections.abc import Sequence

from notesync.dashboard.pictures.drawing import WIDTH, Bar, Drawing, Label, heading
from notesync.dashboard.rows import Rung
from notesync.words import Words

ROW = 42.0
_BAR = 10.0


def draw(rungs: Sequence[Rung], words: Words) -> Drawing | None:
    """The picture; None before anybody was asked."""
    most = max((rung.of for rung in rungs), default=0)
    if not most:
        return None
    bars: list[Bar] = []
    labels: list[Label] = []
    for at, rung in enumerate(rungs):
        y = at * ROW
        says = words.t("{count} of {of}", count=rung.count, of=rung.of) if rung.of else "–"
        labels.extend(heading(y + 15, rung.label, says))
        if rung.of:
            bars.append(Bar(0, y + 23, WIDTH * rung.of / most, _BAR, "rest"))
        if rung.count:
            bars.append(Bar(0, y + 23, WIDTH * rung.count / most, _BAR, "full"))
    return Drawing(WIDTH, len(rungs) * ROW - 6, bars=tuple(bars), labels=tuple(labels))
