"""Turn how far I have come at each organization into a picture: a row of four steps for each.

On the list, asked, talked, several voices: what is reached is full, what isn't is only outlined.
"""

from __future__ import annotations

from collections.abc import Sequence

from notesync.dashboard.pictures.drawing import WIDTH, Bar, Drawing, Label, heading
from notesync.dashboard.rows import Firm

# State of `notesync.views.coverage` -> steps reached.
STEPS = {"none": 0, "listed": 1, "asked": 2, "talked": 3, "voices": 4}
ROW = 42.0
ROWS = 12  # the table has them all
_BAR, _GAP = 8.0, 5.0


def draw(firms: Sequence[Firm]) -> Drawing | None:
    """The picture; None without organizations."""
    if not firms:
        return None
    bars: list[Bar] = []
    labels: list[Label] = []
    steps = max(STEPS.values())
    wide = (WIDTH - (steps - 1) * _GAP) / steps
    for at, firm in enumerate(firms[:ROWS]):
        y = at * ROW
        labels.extend(heading(y + 15, firm.name, firm.says, href=firm.href))
        bars.extend(
            Bar(
                step * (wide + _GAP),
                y + 23,
                wide,
                _BAR,
                "full" if step < STEPS[firm.state] else "rest",
            )
            for step in range(steps)
        )
    height = len(firms[:ROWS]) * ROW - 6
    return Drawing(WIDTH, height, bars=tuple(bars), labels=tuple(labels))
