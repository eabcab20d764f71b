"""Turn figures by size into a picture: how the time that something takes grows with the notes.

Both scales are logarithmic, so growth in proportion is a straight line as steep as the grey ones.
Pure: numbers in, SVG out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from math import ceil, floor, log10

WIDTH, HEIGHT = 640, 400
LEFT, TOP, RIGHT, BOTTOM = 70, 20, 170, 45
LOOK = 'role="img" font-family="sans-serif" font-size="12"'
COLOURS = ("#2f6f4f", "#b5532a", "#3a5f8a", "#8a5a9e", "#7a7a2f", "#a03a5a")

Line = Sequence[tuple[int, float]]


def plot(lines: Mapping[str, Line]) -> str:
    """The picture.

    Args:
        lines: By what is measured: (notes, seconds), by size. Those with fewer than two points
            are left out.
    """
    shown = {name: line for name, line in lines.items() if len(line) > 1}
    if not shown:
        return ""
    points = [point for line in shown.values() for point in line]
    sizes = sorted({size for size, _ in points})
    lowest = floor(log10(min(seconds for _, seconds in points)))
    highest = max(ceil(log10(max(seconds for _, seconds in points))), lowest + 1)
    first, last = log10(sizes[0]), log10(sizes[-1])

    def x(size: float) -> float:
        return LEFT + (log10(size) - first) / (last - first) * (WIDTH - LEFT - RIGHT)

    def y(seconds: float) -> float:
        return TOP + (highest - log10(seconds)) / (highest - lowest) * (HEIGHT - TOP - BOTTOM)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" {LOOK}>',
        "<title>Growth with the number of notes</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
    ]
    for power in range(lowest, highest + 1):
        at = y(10**power)
        parts += [
            _rule(LEFT, at, WIDTH - RIGHT, at),
            _text(LEFT - 8, at + 4, _seconds(power), "end"),
        ]
    for size in sizes:
        at = x(size)
        parts += [
            _rule(at, TOP, at, HEIGHT - BOTTOM),
            _text(at, HEIGHT - BOTTOM + 18, f"{size:,}", "middle"),
        ]
    parts.append(_text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 6, "notes", "middle"))
    free = float(TOP)
    for colour, (name, line) in zip(COLOURS, sorted(shown.items(), key=_height), strict=False):
        path = " ".join(f"{x(size):.1f},{y(seconds):.1f}" for size, seconds in line)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        at = free = max(y(line[-1][1]) + 4, free + 15)
        parts.append(_text(WIDTH - RIGHT + 8, at, name, "start", colour))
    return "\n".join([*parts, "</svg>", ""])


def _height(named: tuple[str, Line]) -> float:
    return -named[1][-1][1]


def _seconds(power: int) -> str:
    return f"{10**power} s" if power >= 0 else f"{10 ** (power + 3):g} ms"


def _rule(x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="#dddddd"/>'


def _text(x: float, y: float, text: str, anchor: str, colour: str = "#444444") -> str:
    said = escape(text)
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}">{said}</text>'
