"""Turn what people said for and against the options of a question into a picture.

Each option is a row: first whoever speaks for it, as full marks with initials, then whoever speaks
against it, as rings. The names stand beside what was said, and in the list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from notesync.dashboard.pictures.drawing import GAP, SMALL, WIDTH, Drawing, Label, Mark, label
from notesync.dashboard.pictures.lettering import width
from notesync.dashboard.rows import Ref, Stance
from notesync.notes import names
from notesync.words import Words

RADIUS = 13.0
PITCH = 31.0
ROW = 60.0
OPTIONS = 12  # the list has them all
LETTERS = 10.5
BETWEEN = 10.0  # from the voices for to those against, beyond the pitch
_EDGE = RADIUS + 1
_BELOW = 38.0  # from the top of a row to its marks
_PLACES = int((WIDTH - BETWEEN - 2 * _EDGE) // PITCH) + 1


def draw(stances: Sequence[Stance], words: Words) -> Drawing | None:
    """The picture; None while nobody stands for or against anything."""
    rows = [one for one in stances if one.pro or one.con][:OPTIONS]
    if not rows:
        return None
    marks: list[Mark] = []
    labels: list[Label] = []
    for at, one in enumerate(rows):
        y = at * ROW
        labels.extend(_heading(one, y + 14, words))
        x = _EDGE
        places = _PLACES // 2 if one.pro and one.con else _PLACES
        for people, kind in ((one.pro, "full"), (one.con, "ring")):
            for mark, text in _side(people, kind, x, y + _BELOW, places):
                labels.append(text)
                if mark:
                    marks.append(mark)
            if people:
                x += min(len(people), places) * PITCH + BETWEEN
    height = len(rows) * ROW - 6
    return Drawing(WIDTH, height, marks=tuple(marks), labels=tuple(labels))


def initials(name: str) -> str:
    """``MB`` for Meike Brandt, ``HS`` for Dr. Henrik Solms, ``I`` for Ida."""
    words = [word for word in name.split() if word[0].isalnum()]
    own = [word for word in words if word.rstrip(".").casefold() not in names.TITLES] or words
    ends = (own[0], own[-1]) if len(own) > 1 else own[:1]
    return "".join(word[0] for word in ends).upper() or "·"


def _heading(one: Stance, y: float, words: Words) -> Iterator[Label]:
    """The option, and ``2 for, 1 against`` beside it."""
    sides = (
        words.t("{count} for", count=len(one.pro)) if one.pro else "",
        words.t("{count} against", count=len(one.con)) if one.con else "",
    )
    says = ", ".join(side for side in sides if side)
    room = width(says, SMALL)
    option = label(0, y, one.option, WIDTH - GAP - room, kind="strong")
    yield option
    yield label(option.box[2] + GAP, y, says, room, kind="soft", size=SMALL)


def _side(
    people: Sequence[Ref], kind: str, x: float, y: float, places: int
) -> Iterator[tuple[Mark | None, Label]]:
    """The voices of one side from ``x`` on; of many, how many more there are."""
    inside = "on" if kind == "full" else "inside"
    shown = people if len(people) <= places else people[: places - 1]
    for at, who in enumerate(shown):
        text = initials(who.name)
        yield (
            Mark(x + at * PITCH, y, RADIUS, kind, who.name, who.href),
            label(
                x + at * PITCH, y + 4, text, 2 * RADIUS, kind=inside, anchor="middle", size=LETTERS
            ),
        )
    if len(shown) < len(people):
        more, end = f"+{len(people) - len(shown)}", x + len(shown) * PITCH
        yield None, label(end, y + 4, more, PITCH - 2, kind="soft", anchor="middle", size=SMALL)
