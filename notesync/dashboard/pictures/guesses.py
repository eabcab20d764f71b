"""Turn what I expected and what I got into a picture: a mark for each answered ask.

Full where it was a yes, a ring where it was a no; above a few dozen, two bars.
"""

from __future__ import annotations

from notesync.dashboard.pictures.drawing import WIDTH, Bar, Drawing, Label, Mark, heading

ROW = 50.0
MARKS = 20  # in a row
RADIUS = 6.5
_BAR = 10.0


def draw(rows: tuple[tuple[str, int], ...], answered: int) -> Drawing | None:
    """The picture; None without a guess that was answered.

    Args:
        rows: A label and a number of yeses, for each row.
        answered: How many asks there are in each row.
    """
    if not answered:
        return None
    labels: list[Label] = []
    marks: list[Mark] = []
    bars: list[Bar] = []
    pitch = min(26.0, (WIDTH - 2 * RADIUS) / max(1, min(answered, MARKS) - 1))
    for at, (text, yes) in enumerate(rows):
        y = at * ROW
        labels.extend(heading(y + 15, text, str(yes)))
        if answered <= MARKS:
            marks.extend(
                Mark(RADIUS + 1 + one * pitch, y + 32, RADIUS, "full" if one < yes else "ring")
                for one in range(answered)
            )
            continue
        bars.append(Bar(0, y + 25, WIDTH, _BAR, "rest"))
        if yes:
            bars.append(Bar(0, y + 25, WIDTH * yes / answered, _BAR, "full"))
    return Drawing(
        WIDTH, len(rows) * ROW - 4, bars=tuple(bars), marks=tuple(marks), labels=tuple(labels)
    )
