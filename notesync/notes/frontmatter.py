"""Find where a note's header lies: text in, the fence's offsets out.

The scanner is ours because python-frontmatter strips the text, loses the offsets and misses a
header behind a byte order mark. It knows YAML between ``---`` lines (``...`` may close it), TOML
between ``+++`` lines, JSON between ``;;;`` lines or between ``{`` and ``}`` on lines of their own.
What stands between the fences is read by `notesync.notes.headers`, which alone imports YAML; this
module stays light, since everybody needs the types of a header's values; what is read for a single
note that has changed is made without dataclasses, whose import alone would take as long.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from notesync.notes import lines

BOM = "\ufeff"


class Nested:
    """A value that is no text and no list of texts: a mapping, a list in a list.

    No tuple, since those are the lists of texts.

    Attributes:
        raw: Its source as typed (for TOML and JSON headers its value as JSON); never interpreted.
    """

    __slots__ = ("raw",)

    def __init__(self, raw: str) -> None:
        self.raw = raw

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Nested) and self.raw == other.raw

    def __hash__(self) -> int:
        return hash((Nested, self.raw))

    def __repr__(self) -> str:
        return f"Nested({self.raw!r})"


# Every scalar is the text that was typed, without its quotes; "" when nothing or null stands there.
HeaderItem = str | Nested
HeaderValue = HeaderItem | tuple[HeaderItem, ...]


class Fence(NamedTuple):
    """Where the header lies in the text.

    Attributes:
        kind: ``yaml``, ``toml`` or ``json``.
        start, end: Offsets of what stands between the fence lines (for JSON's braces: with them).
        body: Offset at which the body starts.
        line: 1-based line of `start`.
        body_line: 1-based line of `body`.
        closed: False for a fence that is opened and never closed; the body is then everything.
    """

    kind: str
    start: int
    end: int
    body: int
    line: int
    body_line: int
    closed: bool = True


# What opens a header -> its kind, what closes it.
_LINE_END = r"[ \t]*(?:\r\n|\r|\n|\Z)"
_OPEN = re.compile(rf"{BOM}?(---|\+\+\+|;;;|\{{)[ \t]*(?:\r\n|\r|\n|\Z)")
FENCES: Mapping[str, tuple[str, re.Pattern[str]]] = {
    "---": ("yaml", re.compile(rf"(?<=[\r\n])(?:---|\.\.\.){_LINE_END}")),
    "+++": ("toml", re.compile(rf"(?<=[\r\n])\+\+\+{_LINE_END}")),
    ";;;": ("json", re.compile(rf"(?<=[\r\n]);;;{_LINE_END}")),
    "{": ("json", re.compile(rf"(?<=[\r\n])\}}{_LINE_END}")),
}


def split(text: str) -> Fence | None:
    """Find the header's fence; None when the note has no header.

    A lone ``{`` or ``;;;`` that is never closed is text; a lone ``---`` or ``+++`` is a fence that
    someone forgot to close.
    """
    opened = _OPEN.match(text)
    if opened is None:
        return None
    mark = opened.group(1)
    kind, closing = FENCES[mark]
    closed = closing.search(text, opened.end())
    top = len(BOM) if text.startswith(BOM) else 0
    if closed is None:
        return Fence(kind, top, top, top, 1, 1, closed=False) if kind != "json" else None
    brace = mark == "{"
    start, end = (opened.start(1), closed.start() + 1) if brace else (opened.end(), closed.start())
    return Fence(
        kind=kind,
        start=start,
        end=end,
        body=closed.end(),
        line=1 if brace else 2,
        body_line=1 + lines.count(text, 0, closed.end()),
    )


def below(text: str, fence: Fence | None) -> tuple[int, int]:
    """Offset and line at which the body begins."""
    if fence:
        return fence.body, fence.body_line
    return len(BOM) if text.startswith(BOM) else 0, 1
