"""Turn what people said for and against the options of a question into a picture.

Each voice is a mark with initials: full on the side that speaks for an option, a ring on the side
that speaks against it. The names stand beside what they said, and in the table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from notesync.dashboard.page import Ref, Stance
from notesync.dashboard.pictures.drawing import (
    SMALL,
    WIDTH,
    Drawing,
    Label,
    Line,
    Mark,
    label,
    rule,
)
from notesync.notes import names
from notesync.words import Words

RADIUS = 13.0
PITCH = 31.0
TOP = 20.0
ROW = 62.0
OPTIONS = 12  # the table has them all
LETTERS = 10.5


def draw(stances: Sequence[Stance], words: Words) -> Drawing | None:
    """The picture; None while nobody stands for or against anything."""
    rows = [one for one in stances if one.pro or one.con][:OPTIONS]
    if not rows:
        return None
    both = any(one.con for one in rows) and any(one.pro for one in rows)
    against = not any(one.pro for one in rows)
    middle = WIDTH / 2 if both else WIDTH if against else 0.0
    marks: list[Mark] = []
    labels = list(_heads(middle, both=both, against=against, words=words))
    lines: list[Line] = []
    for at, one in enumerate(rows):
        y = TOP + at * ROW
        anchor = "middle" if both else "end" if against else "start"
        labels.append(label(middle, y + 14, one.option, WIDTH, kind="strong", anchor=anchor))
        lines.append(rule(middle, y + 20, middle, y + ROW - 6, "solid"))
        for people, kind in ((one.pro, "full"), (one.con, "ring")):
            for mark, text in _side(people, kind, middle, y + 37, WIDTH / (1 + both)):
                labels.append(text)
                if mark:
                    marks.append(mark)
    height = TOP + len(rows) * ROW
    return Drawing(WIDTH, height, lines=tuple(lines), marks=tuple(marks), labels=tuple(labels))


def initials(name: str) -> str:
    """``MB`` for Meike Brandt, ``HS`` for Dr. Henrik Solms, ``I`` for Ida."""
    words = [word for word in name.split() if word[0].isalnum()]
    own = [word for word in words if word.rstrip(".").casefold() not in names.TITLES] or words
    ends = (own[0], own[-1]) if len(own) > 1 else own[:1]
    return "".join(word[0] for word in ends).upper() or "·"


def _heads(middle: float, *, both: bool, against: bool, words: Words) -> Iterator[Label]:
    """What the two sides are."""
    room = WIDTH / 2 - 12
    if both or against:
        text, x = "− " + words.t("against"), middle - (12 if both else 0)
        yield label(x, 12, text, room, kind="soft", anchor="end", size=SMALL)
    if both or not against:
        text, x = "+ " + words.t("for"), middle + (12 if both else 0)
        yield label(x, 12, text, room, kind="soft", size=SMALL)


def _side(
    people: Sequence[Ref], kind: str, middle: float, y: float, room: float
) -> Iterator[tuple[Mark | None, Label]]:
    """The voices of one side, from the middle outwards; of many, how many more there are."""
    sign = 1 if kind == "full" else -1
    places = int((room - 8) // PITCH)
    shown = people if len(people) <= places else people[: places - 1]
    for at, who in enumerate(shown):
        x = middle + sign * (8 + RADIUS + at * PITCH)
        inside = "on" if kind == "full" else "inside"
        yield (
            Mark(x, y, RADIUS, kind, who.name, who.href),
            label(
                x, y + 4, initials(who.name), 2 * RADIUS, kind=inside, anchor="middle", size=10.5
            ),
        )
    if len(shown) < len(people):
        x = middle + sign * (8 + RADIUS + len(shown) * PITCH)
        more = f"+{len(people) - len(shown)}"
        yield None, label(x, y + 4, more, PITCH - 2, kind="soft", anchor="middle", size=SMALL)
