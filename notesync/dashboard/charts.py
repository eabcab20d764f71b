"""Turn the tree of who led to whom into a nested list and, while it is small, into a picture.

The list is the picture's equal for whoever can't see it, for narrow screens and for paper. In the
picture each generation is a column: those I knew stand on the left, whom they named to their right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from notesync.dashboard.page import Branch, Ref

# Above this many people branches fold (interface.md, "Dashboard") and no picture is drawn.
FOLD_ABOVE = 150
# In units of the picture, which are pixels at its full size.
ROW = 34
LETTER = 8.2
LETTERS = 44  # of a name in the picture; the list has it whole
TOP = 34
LEFT = 8


@dataclass(frozen=True, slots=True)
class Dot:
    """A person in the picture."""

    who: Ref
    met: bool
    note: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Picture:
    """A tree, drawn.

    Attributes:
        heads: The columns' titles as (x, generation).
        lines: SVG path data from introducer to introduced, and whether they have met me since.
    """

    width: float
    height: float
    heads: tuple[tuple[float, int], ...]
    lines: tuple[tuple[str, bool], ...]
    dots: tuple[Dot, ...]


def size(tree: Sequence[Branch]) -> int:
    """How many people the tree holds."""
    return sum(1 for _ in _walk(tree))


def depth(tree: Sequence[Branch]) -> int:
    """The deepest generation; 0 when nobody led to anybody."""
    return max((generation for _, generation in _walk(tree)), default=0)


def draw(tree: Sequence[Branch]) -> Picture | None:
    """The picture of a tree; None for one that is too large to be looked at."""
    if not tree or size(tree) > FOLD_ABOVE:
        return None
    columns = _columns(tree)
    dots: list[Dot] = []
    lines: list[tuple[str, bool]] = []
    row = 0

    def place(branch: Branch, generation: int) -> Dot:
        nonlocal row
        children = [place(child, generation + 1) for child in branch.children]
        if children:
            y = (children[0].y + children[-1].y) / 2
        else:
            y = float(TOP + row * ROW + ROW / 2)
            row += 1
        dot = Dot(branch.who, branch.met, branch.note, columns[generation], y)
        dots.append(dot)
        lines.extend((_curve(dot, child), child.met) for child in children)
        return dot

    for branch in tree:
        place(branch, 0)
    return Picture(
        width=columns[-1],
        height=TOP + row * ROW + ROW / 4,
        heads=tuple((x, generation) for generation, x in enumerate(columns[:-1])),
        lines=tuple(lines),
        dots=tuple(dots),
    )


def _walk(tree: Sequence[Branch], generation: int = 0) -> Iterator[tuple[Branch, int]]:
    for branch in tree:
        yield branch, generation
        yield from _walk(branch.children, generation + 1)


def _columns(tree: Sequence[Branch]) -> list[float]:
    """Where each generation begins, and where the last one ends."""
    longest = [0] * (depth(tree) + 1)
    for branch, generation in _walk(tree):
        letters = len(branch.who.name) + len(branch.note) * 0.85
        longest[generation] = max(longest[generation], min(int(letters), LETTERS))
    columns = [float(LEFT)]
    for letters in longest:
        columns.append(round(columns[-1] + 70 + letters * LETTER, 1))
    return columns


def _curve(start: Dot, end: Dot) -> str:
    """A line that leaves under the name and arrives level at the dot."""
    x1 = start.x + 22 + min(len(start.who.name) + len(start.note) * 0.85, LETTERS) * LETTER
    x2 = end.x - 9
    middle, y1, y2 = f"{(x1 + x2) / 2:.1f}", f"{start.y:.1f}", f"{end.y:.1f}"
    return f"M{x1:.1f} {y1}C{middle} {y1} {middle} {y2} {x2:.1f} {y2}"
