"""A view's rows as blocks, and the lines of the terminal that they become.

A row begins with its mark (● owed or reached, ○ not yet, ✓ done, · told), then comes a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from notesync.cli.rows import marked
from notesync.cli.screen import Screen, clean, wrap
from notesync.views.sentences import day_words, join
from notesync.words import Words

Document = Mapping[str, Any]
Row = tuple[str | None, ...]
MOST_NAMES = 6  # in one cell; the others are counted


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of one kind.

    Attributes:
        code: What its rows are, for ``--plain``.
        title: What stands above them, or "".
        rows: Each with its mark first.
        whole: Whether the last cell is a text, to be shown whole below the others.
    """

    code: str
    title: str
    rows: tuple[Row, ...] = ()
    whole: bool = False

    def lines(self, screen: Screen) -> Iterator[str]:
        """The block on the screen."""
        if self.title:
            yield from (
                screen.style(line, bold=True) for line in wrap(clean(self.title), screen.width)
            )
        if not self.whole:
            yield from marked(self.rows, screen)
            return
        for mark, *cells, text in self.rows:
            head = ", ".join(cell for cell in cells if cell)
            if head:
                yield from _hanging(f"  {mark} ", head, screen)
                mark = " "  # noqa: PLW2901 -- the text hangs below its head
            yield from _hanging(f"  {mark} ", text or "", screen)


def _hanging(lead: str, text: str, screen: Screen) -> Iterator[str]:
    """A text whose further lines stand below its first word."""
    for at, line in enumerate(wrap(clean(text), screen.width - len(lead))):
        yield (lead if at == 0 else " " * len(lead)) + line


@dataclass(frozen=True, slots=True)
class Say:
    """The user's words on a day."""

    words: Words
    today: date

    def t(self, message: str, /, **values: object) -> str:
        """As `Words.t`."""
        return self.words.t(message, **values)

    def n(self, one: str, many: str, count: int, /, **values: object) -> str:
        """As `Words.n`."""
        return self.words.n(one, many, count, **values)

    def day(self, iso: str | None) -> str:
        """A day as one says it; "" for none."""
        return day_words(date.fromisoformat(iso), self.today, self.words) if iso else ""

    def listed(self, names: Sequence[str]) -> str:
        """``Anna, Ben and Cem``; of very many the first, and how many more."""
        if len(names) <= MOST_NAMES:
            return join(names, self.words)
        more = self.n("{count} more", "{count} more", len(names) - MOST_NAMES)
        return join((*names[:MOST_NAMES], more), self.words)
