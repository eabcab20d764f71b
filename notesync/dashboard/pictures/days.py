"""Turn the days of the last months into a picture: a column for each week, a place for each day.

A full mark is a day with a conversation, a ring one with another step, a point a quiet working day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from notesync.dashboard.pictures.drawing import SMALL, WIDTH, Drawing, Label, Mark
from notesync.dashboard.rows import Day
from notesync.words import MONTHS, Words

WEEKS = 26
FEWEST = 8
LEFT = 28.0
TOP = 24.0
_PITCHES = (13.0, 22.0)  # the narrowest and the widest
_WEEKDAYS = (0, 2, 4)  # that have a label
_FRIDAY = 4


def draw(days: Sequence[Day], start: date, today: date, words: Words) -> Drawing | None:
    """The picture; None when nothing ever happened.

    Args:
        days: The days with something on them.
        start: The first day that counts; at most `WEEKS` weeks back are shown.
        today: The last day.
        words: The reader's language.
    """
    if not days:
        return None
    this_week = today - timedelta(days=today.weekday())
    since = (this_week - (start - timedelta(days=start.weekday()))).days // 7 + 1
    count = max(FEWEST, min(WEEKS, since))
    first = this_week - timedelta(weeks=count - 1)
    pitch = max(_PITCHES[0], min(_PITCHES[1], (WIDTH - LEFT) // count))
    found = {day.day: day for day in days}
    marks = tuple(
        _mark(first + timedelta(days=at), at, pitch, found)
        for at in range((today - first).days + 1)
        if first + timedelta(days=at) in found or at % 7 <= _FRIDAY
    )
    width, height = LEFT + count * pitch, TOP + 7 * pitch
    return Drawing(
        width,
        height,
        marks=marks,
        labels=(*_weekdays(pitch, words), *_months(first, count, pitch, words)),
    )


def _mark(day: date, at: int, pitch: float, found: Mapping[date, Day]) -> Mark:
    x, y = LEFT + (at // 7 + 0.5) * pitch, TOP + (at % 7 + 0.5) * pitch
    row = found.get(day)
    if row is None:
        return Mark(x, y, 1.2, "quiet")
    if row.talks:
        return Mark(x, y, min(pitch * 0.4, 7), "full", row.title)
    return Mark(x, y, min(pitch * 0.28, 5), "ring", row.title)


def _weekdays(pitch: float, words: Words) -> tuple[Label, ...]:
    monday = date(2024, 1, 1)
    return tuple(
        Label(
            0,
            TOP + (at + 0.5) * pitch + 4,
            words.weekday(monday + timedelta(days=at))[: 2 if words.lang == "de" else 3],
            "soft",
            size=10.5,
        )
        for at in _WEEKDAYS
    )


def _months(first: date, count: int, pitch: float, words: Words) -> tuple[Label, ...]:
    """The name of each month above the week in which it begins, as far as there is room."""
    labels: list[Label] = []
    for at in range(count):
        week = [first + timedelta(days=7 * at + day) for day in range(7)]
        begins = next((day for day in week if day.day == 1), week[0] if at == 0 else None)
        if begins is None:
            continue
        one = Label(
            LEFT + at * pitch, 13, MONTHS[words.lang][begins.month - 1][:3], "soft", size=SMALL
        )
        if one.box[2] <= LEFT + count * pitch and not (labels and labels[-1].box[2] + 6 > one.x):
            labels.append(one)
    return tuple(labels)
