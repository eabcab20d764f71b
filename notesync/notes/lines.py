r"""Turn offsets in a text into lines and back, the way editors count them.

A line ends with ``\n``, ``\r\n`` or a lone ``\r``, and with nothing else: ``str.splitlines`` also
breaks at form feeds, U+0085 and U+2028, which no editor and no Markdown parser counts as a line.
"""

from __future__ import annotations

import re

BREAK = re.compile(r"\r\n|\r|\n")


def count(text: str, start: int, end: int) -> int:
    """How many lines end in ``text[start:end]``."""
    breaks = text.count("\n", start, end)
    if "\r" in text:
        breaks += text.count("\r", start, end) - text.count("\r\n", start, end)
    return breaks


def begin(text: str, at: int, floor: int = 0) -> int:
    """Where the line that holds offset `at` begins, not looking below `floor`."""
    return max(text.rfind("\n", floor, at), text.rfind("\r", floor, at), floor - 1) + 1


def content_end(text: str, at: int) -> int:
    """Where the line that holds offset `at` ends, its line break left out."""
    found = BREAK.search(text, at)
    return found.start() if found else len(text)


def end(text: str, at: int) -> int:
    """Where the next line begins: past the line break of the line that holds offset `at`."""
    found = BREAK.search(text, at)
    return found.end() if found else len(text)


def newline_before(text: str, at: int) -> str:
    r"""The line break that ends just before offset `at`; else the text's first; else ``\n``."""
    if text.endswith("\n", 0, at):
        return "\r\n" if text.endswith("\r\n", 0, at) else "\n"
    if text.endswith("\r", 0, at):
        return "\r"
    found = BREAK.search(text)
    return found.group() if found else "\n"


def split(text: str) -> list[str]:
    """The text's lines, each with its line break; joined they are the text again."""
    lines: list[str] = []
    start = 0
    for found in BREAK.finditer(text):
        lines.append(text[start : found.end()])
        start = found.end()
    if start < len(text):
        lines.append(text[start:])
    return lines
