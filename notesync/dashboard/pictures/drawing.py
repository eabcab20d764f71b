"""What a picture is made of, before anything is SVG: bars, lines, marks and labels in their places.

Every picture is a `Drawing`, made by a pure function from rows of the page, and one template
(``templates/drawing.html``) turns any of them into SVG. Kinds are CSS classes: the stylesheet gives
them colour in light, dark, forced colours and print, and each differs in shape too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from notesync.dashboard.pictures.lettering import fit, width

# Most pictures are as wide as the text of a narrow phone, so that their letters keep their size.
WIDTH = 360.0
TEXT = 13.0
SMALL = 11.5
GAP = 12.0  # at least, between two texts of one line

Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text; ``y`` is its baseline.

    Attributes:
        kind: ``ink``, ``soft``, ``strong``, ``on`` (upon a full mark) or ``inside`` (a ring).
        anchor: ``start``, ``middle`` or ``end``.
        href: Where it leads, or "".
        whole: The text before it was shortened, for who points at it; "" when it wasn't.
    """

    x: float
    y: float
    text: str
    kind: str = "ink"
    anchor: str = "start"
    size: float = TEXT
    href: str = ""
    whole: str = ""

    @property
    def box(self) -> Box:
        """The room that it may take."""
        room = width(self.text, self.size)
        left = self.x - {"start": 0.0, "middle": room / 2, "end": room}[self.anchor]
        return left, self.y - self.size, left + room, self.y + 0.3 * self.size


@dataclass(frozen=True, slots=True)
class Mark:
    """A round mark.

    Attributes:
        kind: ``full``, ``ring``, ``half``, ``dot`` (a ring around a dot), ``barred`` (a ring
            around a bar), or ``quiet`` (a point that only keeps the place).
        title: What it is, for who points at it.
    """

    x: float
    y: float
    r: float
    kind: str
    title: str = ""
    href: str = ""

    @property
    def box(self) -> Box:
        """The room that it takes."""
        return self.x - self.r, self.y - self.r, self.x + self.r, self.y + self.r


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: ``full``, ``rest`` (what is left of the whole) or ``other`` (of something else)."""

    x: float
    y: float
    width: float
    height: float
    kind: str

    @property
    def box(self) -> Box:
        """The room that it takes."""
        return self.x, self.y, self.x + self.width, self.y + self.height


@dataclass(frozen=True, slots=True)
class Line:
    """A line as SVG path data: ``solid``, ``dashed`` or ``rule`` (a quiet one to read along)."""

    path: str
    kind: str = "solid"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture: everything lies within (0, 0) and (width, height)."""

    width: float
    height: float
    bars: tuple[Bar, ...] = ()
    lines: tuple[Line, ...] = ()
    marks: tuple[Mark, ...] = ()
    labels: tuple[Label, ...] = ()

    @property
    def linked(self) -> bool:
        """Whether something in it leads elsewhere."""
        return any(mark.href for mark in self.marks) or any(text.href for text in self.labels)


def label(  # noqa: PLR0913 -- where, what and how it stands
    x: float,
    y: float,
    text: str,
    room: float,
    *,
    kind: str = "ink",
    anchor: str = "start",
    size: float = TEXT,
    href: str = "",
) -> Label:
    """A label that takes no more than its room."""
    short = fit(text, room, size)
    return Label(x, y, short, kind, anchor, size, href, text if short != text else "")


def heading(y: float, left: str, right: str, *, href: str = "") -> Iterator[Label]:
    """What stands above a row over the whole width: its name, and at the end what it comes to."""
    value = label(WIDTH, y, right, WIDTH * 0.6, kind="soft", anchor="end", size=SMALL)
    yield label(0, y, left, value.box[0] - GAP, href=href)
    yield value


def rule(x1: float, y1: float, x2: float, y2: float, kind: str = "rule") -> Line:
    """A straight line."""
    return Line(f"M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}", kind)


def number(value: float) -> str:
    """A length with as few digits as it needs."""
    return f"{value:.1f}".removesuffix(".0")
