"""Turn how I felt before and after conversations into a picture: from a ring to a full mark.

A row for each conversation, the newest first, on the scale from 1 to 5.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from notesync.dashboard.pictures.drawing import (
    SMALL,
    WIDTH,
    Drawing,
    Label,
    Line,
    Mark,
    heading,
    rule,
)
from notesync.dashboard.rows import Mood
from notesync.words import Words

SCALE = range(1, 6)
ROW = 46.0
ROWS = 8
RADIUS = 6.5
_LEFT, _RIGHT = 10.0, WIDTH - 10.0
_BELOW = 31.0  # from the top of a row to its scale


def draw(moods: Sequence[Mood], words: Words, today: date) -> Drawing | None:
    """The picture; None when nothing was noted."""
    if not moods:
        return None
    labels: list[Label] = []
    lines: list[Line] = []
    marks: list[Mark] = []
    shown = moods[:ROWS]
    for at, mood in enumerate(shown):
        y = at * ROW + _BELOW
        who = ", ".join(one.name for one in mood.who)
        href = mood.who[0].href if len(mood.who) == 1 else ""
        labels.extend(heading(at * ROW + 15, who, words.day(mood.day, today), href=href))
        lines.append(rule(_LEFT, y, _RIGHT, y))
        marks.extend(Mark(_at(step), y, 1.5, "quiet") for step in SCALE)
        before, after = _at(mood.before), _at(mood.after)
        if before == after:
            marks.append(Mark(after, y, RADIUS, "dot"))
            continue
        lines.append(rule(before, y, after, y, "solid"))
        marks.append(Mark(before, y, RADIUS, "ring"))
        marks.append(Mark(after, y, RADIUS, "full"))
    bottom = len(shown) * ROW
    labels.extend(
        Label(_at(step), bottom + 10, str(step), "soft", "middle", SMALL) for step in SCALE
    )
    return Drawing(WIDTH, bottom + 16, lines=tuple(lines), marks=tuple(marks), labels=tuple(labels))


def _at(value: int) -> float:
    """Where a value of the scale stands."""
    first, last = SCALE[0], SCALE[-1]
    return _LEFT + (min(max(value, first), last) - first) * (_RIGHT - _LEFT) / (last - first)
