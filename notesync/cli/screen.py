"""Turn rows of text into lines that fit the terminal, measured in cells and safe to print.

What notes hold is other programs' text: control characters in it (a name that clears the screen)
are shown as ``·`` and never reach the terminal.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from notesync.cli.echo import echo, style

NARROW = 60  # cells; below, rows take two lines
USUAL = 80
LEAST = 12  # cells below which a column says little
GAP = 2  # cells between two columns
_CONTROL = dict.fromkeys((*range(32), *range(127, 160), 8232, 8233), "·")
_CONTROL |= dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), "")

# What may take more or less than one cell: all but Latin letters, punctuation, arrows, our marks.
_ODD = re.compile("[^\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u2190-\u2193○●✓]")

# Unicode mark -> what a terminal without Unicode shows.
ASCII = str.maketrans(
    {
        "●": "*",
        "○": "o",
        "·": "-",
        "→": ">",
        "…": "~",
        "–": "-",
        "—": "-",
        "✓": "x",
        "“": '"',
        "”": '"',
        "„": '"',
        "’": "'",
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "Ä": "Ae",
        "Ö": "Oe",
        "Ü": "Ue",
        "ß": "ss",
    }
)


class Screen(NamedTuple):
    """Where lines go.

    Attributes:
        width: Cells in a line.
        color: Whether to use colour; the marks carry the meaning without it.
        unicode: Whether marks beyond ASCII can be shown.
    """

    width: int = USUAL
    color: bool = False
    unicode: bool = True

    @property
    def narrow(self) -> bool:
        """Whether a row has to take two lines."""
        return self.width < NARROW

    def style(
        self, text: str, *, fg: str | None = None, bold: bool = False, dim: bool = False
    ) -> str:
        """Colour a text, if there is colour."""
        return style(text, fg=fg, bold=bold, dim=dim) if self.color else text

    def show(self, lines: Iterable[str]) -> None:
        """Print lines; marks that the terminal can't show become ASCII."""
        text = "\n".join(lines)
        if not self.unicode:
            text = text.translate(ASCII)
            text = text.encode("ascii", "replace").decode("ascii")
        echo(text)


def screen(*, color: bool) -> Screen:
    """The terminal as it is; 80 cells where there is none."""
    encoding = (sys.stdout.encoding or "ascii").casefold()
    return Screen(max(_width(), 20), color, encoding.replace("-", "").startswith("utf"))


def _width() -> int:
    """The terminal's, as shutil.get_terminal_size tells it, whose import costs 2 ms."""
    if not sys.stdout.isatty():
        return USUAL
    wished = os.environ.get("COLUMNS", "")
    if wished.isdecimal() and int(wished):
        return int(wished)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or USUAL
    except (OSError, ValueError):
        return USUAL


def clean(text: str) -> str:
    """A text without characters that a terminal would act on."""
    return text.translate(_CONTROL) if not (text.isascii() and text.isprintable()) else text


def cells(text: str) -> int:
    """How many cells a text takes."""
    if text.isascii() or not _ODD.search(text):
        return len(text)
    from wcwidth import wcswidth  # 15 ms, needed only for text beyond Latin and our own marks

    return max(int(wcswidth(text)), 0)


def clip(text: str, width: int) -> str:
    """A text cut to `width` cells, ending in ``…`` where something was cut."""
    if cells(text) <= width:
        return text
    while text and cells(text) > width - 1:
        text = text[: -max(1, (cells(text) - width) // 2)]
    return f"{text.rstrip()}…" if width > 0 else ""


def pad(text: str, width: int) -> str:
    """A text filled up with blanks to `width` cells."""
    return text + " " * max(0, width - cells(text))


def wrap(text: str, width: int, indent: str = "") -> list[str]:
    """A text broken between words into lines of at most `width` cells; indent from the second."""
    found: list[str] = []
    line = ""
    for word in text.split(" "):
        if line and cells(line) + 1 + cells(word) > width:
            found.append(line)
            line = indent + word
        else:
            line = f"{line} {word}" if line else word
    return [*found, line] if line else found


def columns(rows: Sequence[Sequence[str]], width: int) -> list[str]:
    """Rows of cells as aligned lines no wider than `width`; the last column gives way first."""
    full, wide, plain = _measured(rows, width)
    if not (plain and wide):
        return [_line(row, wide) for row in full]
    # The same, column by column, without measuring each cell again: of a long list half the time.
    cut = [
        [(cell if len(cell) <= room else clip(cell, room)).ljust(room + GAP) for cell in column]
        for column, room in zip(zip(*full, strict=True), wide, strict=True)
    ]
    return [line.rstrip() for line in map("".join, zip(*cut, strict=True))]


def whole(rows: Sequence[Sequence[str]], width: int) -> list[list[str]]:
    """The same, but a last cell that doesn't fit beside the others goes below the one before it.

    Returns:
        The lines of each row, one or two.
    """
    full, wide, _ = _measured(rows, width)
    indent = sum(wide[:-2]) + GAP * (len(wide) - 2)
    return [
        [_line(row, wide)]
        if cells(row[-1]) <= wide[-1]
        else [_line(row[:-1], wide), " " * indent + clip(row[-1], width - indent)]
        for row in full
    ]


def _measured(
    rows: Sequence[Sequence[str]], width: int
) -> tuple[Sequence[Sequence[str]], list[int], bool]:
    """Rows of one length, safe to print; the cells that each column gets; whether all are plain."""
    count = max((len(row) for row in rows), default=0)
    # Mostly each character takes one cell, and none is harmful: one look at all of them is enough.
    plain = not _ODD.search("".join(["".join(row) for row in rows]))
    full = rows if plain else [[*map(clean, row)] for row in rows]
    if any(len(row) < count for row in rows):
        full = [[*row, *[""] * (count - len(row))] for row in full]
    measure = len if plain else cells
    wide = [max(map(measure, column)) for column in zip(*full, strict=True)]
    spare = width - GAP * (count - 1)
    if wide:
        wide[-1] -= max(0, min(sum(wide) - spare, wide[-1] - LEAST))
    while sum(wide) > spare and max(wide) > LEAST:
        wide[wide.index(max(wide))] -= 1
    return full, wide, plain


def _line(row: Sequence[str], wide: Sequence[int]) -> str:
    return "".join(
        pad(clip(cell, room), room + GAP) for cell, room in zip(row, wide, strict=False)
    ).rstrip()
