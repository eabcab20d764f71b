"""Turn a body into rows that can be matched, moved and put together again, and back into text.

A row is one line with the blank lines before it; a record of a conflict is one row as a whole. Each
row knows what it is (heading, item, table row, code, text), how deep it stands and below which
headings, so that a merge keeps together what belongs together. Joined, the rows are the body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from notesync.notes.body import SECTIONS
from notesync.notes.names import search_fold

HEADING, ITEM, CELLS, CODE, RECORD, TEXT, END = (
    "heading", "item", "cells", "code", "record", "text", "end"
)  # fmt: skip

# What opens a block that is closed by a line of the same marks (a fence; Obsidian's formulas).
_FENCE = re.compile(r"([ \t]*)(?:>[ \t]?)*((`{3,})[^`]*|(~{3,}).*|(\$\$)[^$]*)$")
_ATX = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_BULLET = re.compile(r"([ \t]*)([-*+]|[0-9]{1,9}[.)])(?:([ \t]+)|$)")
BOX = re.compile(r"(\[(.)\])(?=[ \t]|$)")
_RECORD = re.compile(r"<!-- conflict\b")
_SHUT = "-->"
_TAB = 4

_SETS = frozenset(search_fold(name) for names in SECTIONS.values() for name in names)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a body.

    Attributes:
        text: The line without its line break; a record has several lines.
        lead: The blank lines before it, each with its line break.
        kind: ``heading``, ``item``, ``cells``, ``code``, ``record``, ``text``, or ``end`` for what
            stands behind the last line.
        core: The text without marks, box, indentation and superfluous blanks.
        depth: A heading's level, else the indentation in columns.
        listed: Whether it belongs to a list.
        inner: Whether it stands within a block of code, or closes one.
        above: Index of the heading above it, -1 at the top.
        parent: Index of the list item above it, -1 where there is none.
    """

    text: str
    lead: str = ""
    kind: str = TEXT
    core: str = ""
    depth: int = 0
    listed: bool = False
    inner: bool = False
    above: int = -1
    parent: int = -1


def join(rows: Sequence[Row]) -> str:
    """The text of rows, the last of which is the end."""
    return "".join(row.lead if row.kind == END else f"{row.lead}{row.text}\n" for row in rows)


def split(body: str) -> list[Row]:
    r"""The rows of a body; the last one is the end.

    Args:
        body: Its lines end with ``\n``, the last one too.
    """
    lines = body.split("\n")[:-1]
    rows: list[Row] = []
    headings: list[tuple[int, int]] = []  # index and level of those that are open
    items: list[tuple[int, int]] = []  # index and indentation, likewise
    for row in _rows(lines):
        index = len(rows)
        if row.kind == HEADING:
            headings = [(at, level) for at, level in headings if level < row.depth]
            items = []
        elif row.kind != RECORD:
            items = _open_items(items, row)
        above = headings[-1][0] if headings else -1
        parent = items[-1][0] if items else -1
        listed = bool(items) or row.listed
        rows.append(  # not by `replace`, which takes three times as long
            Row(row.text, row.lead, row.kind, row.core, row.depth, listed, row.inner, above, parent)
        )
        if row.kind == HEADING:
            headings.append((index, row.depth))
        elif row.kind == ITEM:
            items.append((index, row.depth))
    return rows


def _open_items(items: list[tuple[int, int]], row: Row) -> list[tuple[int, int]]:
    """The list items to which a row belongs."""
    if row.kind in {TEXT, CODE} and not row.lead and (row.inner or row.kind == TEXT):
        return items  # a line that goes on, however far it is indented
    return [(at, depth) for at, depth in items if depth < row.depth]


def _rows(lines: Sequence[str]) -> Iterator[Row]:
    """The rows without their places."""
    at = begin = 0
    while at < len(lines):
        if not lines[at].strip():
            at += 1
            continue
        lead = "".join(f"{line}\n" for line in lines[begin:at])
        if end := _record_end(lines, at):
            yield Row("\n".join(lines[at:end]), lead, RECORD)
            at = end
        elif end := _fence_end(lines, at):
            yield from _code(lines[at:end], lead)
            at = end
        else:
            yield row_of(lines[at], lead)
            at += 1
        begin = at
    yield Row("", "".join(f"{line}\n" for line in lines[begin:]), END)


def row_of(line: str, lead: str = "") -> Row:
    """One line outside of code."""
    if found := _ATX.match(line):
        title = line[found.end() :].strip().rstrip("#").rstrip()
        return Row(line, lead, HEADING, title, len(found[1]))
    if _RULE.match(line):
        return Row(line, lead, TEXT, "")
    if found := _BULLET.match(line):
        rest = line[found.end() :]
        box = BOX.match(rest)
        core = bare(rest[box.end() :] if box else rest)
        return Row(line, lead, ITEM, core, columns(found[1]), listed=True)
    depth = columns(line[: len(line) - len(line.lstrip(" \t"))])
    kind = CELLS if line.lstrip(" \t").startswith("|") else TEXT
    return Row(line, lead, kind, bare(line), depth)


def _code(lines: Sequence[str], lead: str) -> Iterator[Row]:
    depth = columns(lines[0][: len(lines[0]) - len(lines[0].lstrip(" \t"))])
    blanks = lead
    for number, line in enumerate(lines):
        if number and not line.strip():
            blanks += f"{line}\n"
            continue
        yield Row(line, blanks, CODE, "", depth, inner=number > 0)
        blanks = ""


def _record_end(lines: Sequence[str], at: int) -> int:
    """Where a record ends that begins in this line; 0 when none does."""
    if not _RECORD.match(lines[at]):
        return 0
    return next((n + 1 for n in range(at, len(lines)) if _SHUT in lines[n]), 0)


def _fence_end(lines: Sequence[str], at: int) -> int:
    """Where a fence ends that opens in this line; 0 when none does or it is never closed."""
    found = _FENCE.match(lines[at])
    if found is None:
        return 0
    marks = found[3] or found[4] or found[5]
    closing = re.compile(rf"[ \t]*(?:>[ \t]?)*{re.escape(marks[0])}{{{len(marks)},}}[ \t]*$")
    if found[5]:
        closing = re.compile(r".*\$\$[ \t]*$")
    for number in range(at + 1, len(lines)):
        if closing.match(lines[number]):
            return number + 1
    return 0


def columns(indent: str) -> int:
    """How wide blanks and tabs are."""
    width = 0
    for char in indent:
        width += _TAB - width % _TAB if char == "\t" else 1
    return width


def bare(text: str) -> str:
    """A text without superfluous blanks."""
    return " ".join(text.split())


# ---------------------------------------------------------------- the parts of a row


@dataclass(frozen=True, slots=True)
class Parts:
    """What a row consists of: indentation, mark (bullet or number signs), box, the rest."""

    indent: str
    mark: str
    box: str
    rest: str

    @property
    def text(self) -> str:
        """The row again."""
        return self.indent + self.mark + self.box + self.rest


def parts(row: Row) -> Parts:
    """Take a row apart; joined, the parts are its text."""
    text = row.text
    if row.kind == HEADING and (found := _ATX.match(text)):
        return Parts("", found.group(), "", text[found.end() :])
    if row.kind == ITEM and (found := _BULLET.match(text)):
        indent, rest = found[1], text[found.end() :]
        mark = text[len(indent) : found.end()]
        if box := BOX.match(rest):
            blanks = len(rest[box.end() :]) - len(rest[box.end() :].lstrip(" \t"))
            return Parts(indent, mark, rest[: box.end() + blanks], rest[box.end() + blanks :])
        return Parts(indent, mark, "", rest)
    stripped = text.lstrip(" \t")
    return Parts(text[: len(text) - len(stripped)], "", "", stripped)


def blocks(rows: Sequence[Row]) -> Iterator[range]:
    """The paragraphs, tables and fences of a body."""
    start = 0
    for at in range(1, len(rows) + 1):
        row, above = rows[at] if at < len(rows) else None, rows[at - 1]
        goes_on = row is not None and (
            row.inner or (row.kind == above.kind in {TEXT, CELLS} and not row.lead)
        )
        if not goes_on:
            if above.kind in {TEXT, CELLS, CODE}:
                yield range(start, at)
            start = at


def is_set(rows: Sequence[Row], row: Row) -> bool:
    """Whether a row is one of the bullets of a log, of what was learned, of names."""
    return (
        row.kind == ITEM
        and row.parent < 0
        and any(
            search_fold(rows[at].core.strip(" \t*_:#~")) in _SETS for at in ancestors(rows, row)
        )
    )


def ancestors(rows: Sequence[Row], row: Row) -> Iterator[int]:
    """The headings above a row, the nearest first."""
    at = row.above
    while at >= 0:
        yield at
        at = rows[at].above


def titles(rows: Sequence[Row], row: Row) -> tuple[str, ...]:
    """The titles of the headings above a row, the nearest first."""
    return tuple(rows[at].core for at in ancestors(rows, row))
