"""Turn the last weeks into a picture: a mark for each thing done, or bars where there are many.

A full mark is a conversation, a ring another step. A quiet week is only a place on the line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from notesync.dashboard.pictures.drawing import (
    SMALL,
    WIDTH,
    Bar,
    Drawing,
    Label,
    Mark,
    label,
    rule,
)
from notesync.dashboard.rows import Week
from notesync.words import Words

WEEKS = 8
STACK = 8  # marks upon each other; above that, bars
RADIUS = 5.0
PITCH = 13.0
_TOP = 16.0
_ROOM = STACK * PITCH  # for marks or bars
_LINE = _TOP + _ROOM
_BAR = 22.0


def draw(weeks: Sequence[Week], words: Words) -> Drawing | None:
    """The picture of the last weeks, the newest at the right; None when nothing was ever done."""
    shown = weeks[-WEEKS:]
    if not any(week.talks + week.others for week in shown):
        return None
    most = max(week.talks + week.others for week in shown)
    step = WIDTH / WEEKS
    marks: list[Mark] = []
    bars: list[Bar] = []
    labels: list[Label] = []
    for at, week in enumerate(shown):
        x = (at + 0.5) * step
        labels.append(_label(x, _LINE + 18, _begins(week.monday, words), step, 10.5))
        if week.paused:
            labels.append(_label(x, _LINE - 8, week.paused, step, 10.5))
        elif most <= STACK:
            marks.extend(_stack(week, x))
        else:
            bars.extend(_bars(week, x, most))
            total = week.talks + week.others
            if total:
                top = _LINE - _ROOM * total / most
                labels.append(_label(x, top - 5, str(total), step, SMALL))
    return Drawing(
        step * len(shown),
        _LINE + 24,
        bars=tuple(bars),
        lines=(rule(0, _LINE, step * len(shown), _LINE),),
        marks=tuple(marks),
        labels=tuple(labels),
    )


def _begins(monday: date, words: Words) -> str:
    """``20 Apr`` / ``20.4.``."""
    return words.day(monday, monday).partition(" ")[2]


def _label(x: float, y: float, text: str, step: float, size: float) -> Label:
    return label(x, y, text, step - 1, kind="soft", anchor="middle", size=size)


def _stack(week: Week, x: float) -> Iterator[Mark]:
    for at in range(week.talks + week.others):
        kind = "full" if at < week.talks else "ring"
        yield Mark(x, _LINE - (at + 0.5) * PITCH - 1, RADIUS, kind)


def _bars(week: Week, x: float, most: int) -> Iterator[Bar]:
    talked, other = (_ROOM * count / most for count in (week.talks, week.others))
    if talked:
        yield Bar(x - _BAR / 2, _LINE - talked, _BAR, talked, "full")
    if other:
        yield Bar(x - _BAR / 2, _LINE - talked - other, _BAR, other, "other")
