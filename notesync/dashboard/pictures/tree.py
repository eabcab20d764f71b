"""Turn the tree of who led to whom into a picture: a column for each generation.

Those I knew stand on the left, whom they named to their right. The picture stays one that can be
looked at: of a large tree it shows the largest branches and the first of each, and says of the rest
how many people there are; the list beside it has everybody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from notesync.dashboard.pictures.drawing import (
    SMALL,
    TEXT,
    Drawing,
    Label,
    Line,
    Mark,
    label,
    number,
)
from notesync.dashboard.pictures.lettering import width
from notesync.dashboard.rows import Branch
from notesync.words import Words

# Above this many people branches fold in the list too (docs/concepts/dashboard.md).
FOLD_ABOVE = 150
# What one picture shows: columns, children of one person, roots, and people altogether.
GENERATIONS = 5
SIBLINGS = 6
ROOTS = 12
PEOPLE = 60
# In units of the picture.
NAME = 14.0
ROW = 46.0
ALONE_ROW = 32.0  # of one line only
ROOM = 190.0  # of a name
TOP = 36.0
LEFT = 8.0
RADIUS = 6.0
BESIDE = 15.0  # from a mark to its name
BETWEEN = 56.0  # from a name to the next column's mark
MIDDLE = 16.0  # from the top of a row to its mark


@dataclass(slots=True)
class _Node:
    """Somebody in the picture, and how many people behind her are not."""

    branch: Branch
    generation: int
    children: list[_Node] = field(default_factory=list)
    hidden: int = 0


def size(tree: Sequence[Branch]) -> int:
    """How many people the tree holds."""
    return sum(1 for _ in _walk(tree))


def in_order(root: Branch) -> Iterator[tuple[Branch, int]]:
    """Everybody of a branch, each before her children, with how many lists end behind her."""
    rest = [(root, 0)]
    while rest:
        branch, closed = rest.pop()
        yield branch, closed
        below = [(child, 0) for child in reversed(branch.children)]
        if below:
            below[0] = (branch.children[-1], closed + 1)
            rest += below


def depth(tree: Sequence[Branch]) -> int:
    """The deepest generation; 0 when nobody led to anybody."""
    return max((generation for _, generation in _walk(tree)), default=0)


def draw(tree: Sequence[Branch], words: Words, heads: Sequence[str] = ()) -> Drawing | None:
    """The picture; None without anybody.

    Args:
        tree: The branches.
        words: The reader's language, for how many more there are.
        heads: What stands above the columns.
    """
    if not tree:
        return None
    roots = _chosen(tree)
    layout = _Layout(_columns(roots, words, heads), words, TOP if heads else LEFT)
    for root in roots:
        layout.place(root)
    columns = layout.columns
    titles = (
        label(x - RADIUS, 15, head, after - x, kind="soft", size=SMALL)
        for (x, after), head in zip(pairwise(columns), heads, strict=False)
    )
    return Drawing(
        columns[-1],
        layout.y + 4,
        lines=tuple(layout.lines),
        marks=tuple(layout.marks),
        labels=(*titles, *layout.labels),
    )


@dataclass(slots=True)
class _Layout:
    """The picture while it grows downwards; ``y`` is where the next row begins."""

    columns: Sequence[float]
    words: Words
    y: float
    marks: list[Mark] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    def place(self, node: _Node) -> float:
        """Put a branch below what is there already; returns the height of its mark."""
        branch, top = node.branch, self.y
        x, beyond = self.columns[node.generation : node.generation + 2]
        below = [(self.place(child), child.branch.met) for child in node.children]
        if node.hidden:
            below.append((self.y + MIDDLE, False))
            self.labels.append(Label(beyond - RADIUS, self.y + MIDDLE + 5, _more(node, self.words)))
            self.y += ALONE_ROW
        y = (below[0][0] + below[-1][0]) / 2 if below else top + MIDDLE
        mine = list(_texts(branch, x + BESIDE, y))
        self.y = max(self.y, y - MIDDLE + (ROW if len(mine) > 1 else ALONE_ROW))
        self.marks.append(Mark(x, y, RADIUS, branch.mark))
        self.labels.extend(mine)
        start = max(one.box[2] for one in mine) + 6
        self.lines.extend(
            Line(_curve(start, y, beyond - RADIUS - 4, to), "solid" if met else "dashed")
            for to, met in below
        )
        return y


def _texts(branch: Branch, x: float, y: float) -> Iterator[Label]:
    """The name, and below it where she works; how it stands is the mark's to say."""
    yield label(x, y + 5, branch.who.name, ROOM, size=NAME, href=branch.who.href)
    if branch.org:
        yield label(x, y + 21, branch.org, ROOM, kind="soft", size=SMALL)


def _more(node: _Node, words: Words) -> str:
    return words.n("{count} more", "{count} more", node.hidden)


def _walk(tree: Sequence[Branch]) -> Iterator[tuple[Branch, int]]:
    rest = [(branch, 0) for branch in reversed(tree)]
    while rest:
        branch, generation = rest.pop()
        yield branch, generation
        rest.extend((child, generation + 1) for child in reversed(branch.children))


def _chosen(tree: Sequence[Branch]) -> list[_Node]:
    """Who stands in the picture: breadth first, so that no branch takes another one's room."""
    sizes = [size([root]) for root in tree]
    largest = sorted(range(len(tree)), key=lambda at: -sizes[at])[:ROOTS]
    roots = [_Node(tree[at], 0) for at in sorted(largest)]
    order = list(roots)
    for node in order:
        for child in node.branch.children:
            if (
                node.generation + 1 < GENERATIONS
                and len(node.children) < SIBLINGS
                and len(order) < PEOPLE
            ):
                node.children.append(_Node(child, node.generation + 1))
                order.append(node.children[-1])
            else:
                node.hidden += size([child])
    return roots


def _columns(roots: Sequence[_Node], words: Words, heads: Sequence[str]) -> list[float]:
    """Where each generation begins, and where the last one ends."""
    widest: list[float] = []
    rest = list(roots)
    while rest:
        node = rest.pop()
        rest.extend(node.children)
        texts = list(_texts(node.branch, BESIDE, 0))
        rooms = [(node.generation, max(one.box[2] for one in texts))]
        if node.hidden:
            rooms.append((node.generation + 1, width(_more(node, words), TEXT)))
        for generation, room in rooms:
            widest.extend([0.0] * (generation + 1 - len(widest)))
            widest[generation] = max(widest[generation], room)
    for at, head in enumerate(heads[: len(widest)]):
        widest[at] = max(widest[at], width(head, SMALL))
    columns = [LEFT]
    for room in widest:
        columns.append(columns[-1] + room + BETWEEN)
    columns[-1] -= BETWEEN - LEFT
    return columns


def _curve(x1: float, y1: float, x2: float, y2: float) -> str:
    """A line that leaves level beside the name and arrives level at the mark."""
    middle = number((x1 + x2) / 2)
    start, end = f"{number(x1)} {number(y1)}", f"{number(x2)} {number(y2)}"
    if y1 == y2:
        return f"M{start}H{number(x2)}"
    return f"M{start}C{middle} {number(y1)} {middle} {number(y2)} {end}"
