"""Turn a YAML list and its new items into text: kept items keep their source, to the byte.

Old and new items are compared; what is in both stays as typed with its comments, what is gone goes
with the comment on its own line, what is new is written like its neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from notesync.notes import lines, scalars
from notesync.notes.frontmatter import HeaderItem, Nested
from notesync.notes.headers import Entry, value_of
from notesync.notes.nodes import Node


def quote(node: Node) -> str:
    """The quotes of an item, as a style for its new neighbours."""
    return node.style if node.style in {"'", '"'} else ""


def indent_of(entry: Entry) -> str:
    """How far a block list is indented below its key."""
    if entry.value.style == "flow":
        return "  "
    return " " * max(0, entry.value.column - entry.name.column)


def _plan(
    text: str, node: Node, values: Sequence[HeaderItem]
) -> Iterator[tuple[int | None, HeaderItem | None]]:
    """Pairs in the new order: (old index, None) kept, (old index, GONE), (None, new value)."""
    old = [value_of(item, text) for item in node.items]
    matcher = SequenceMatcher(None, old, list(values), autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        for index in range(i, j):
            yield index, (None if tag == "equal" else GONE)
        if tag != "equal":
            for value in values[k:m]:
                yield None, value


GONE = Nested("")


def edit_block(text: str, node: Node, values: Sequence[HeaderItem]) -> str:
    """Rewrite a block list's lines; comments and blank lines between its items stay."""
    rows = _block_rows(text, node)
    sample = rows[-1]
    written: list[str] = []
    at = rows[0].start
    for index, value in _plan(text, node, values):
        if index is None:
            assert isinstance(value, str)
            written.append(sample.like(text, value))
            continue
        row = rows[index]
        written.append(text[at : row.start])
        if value is None:
            written.append(text[row.start : row.end])
        at = row.end
    return text[: rows[0].start] + "".join(written) + text[rows[-1].end :]


@dataclass(frozen=True, slots=True)
class _Row:
    """The lines of one item of a block list, and how it begins."""

    start: int
    end: int
    lead: str  # indentation, dash and the blanks behind it
    style: str

    def like(self, text: str, value: str) -> str:
        """The line of a new item that looks like this one."""
        newline = lines.newline_before(text, self.end)
        return self.lead + scalars.write_item(value, self.style) + newline


def _block_rows(text: str, node: Node) -> list[_Row]:
    rows: list[_Row] = []
    at = lines.begin(text, node.start)
    for item in node.items:
        # Between two items stand only blank lines and comments; the next other line has the dash.
        dash = _DASH.match(text, at)
        assert dash is not None
        start = dash.start(1)
        lead = dash.group(1)
        if item.start > dash.end() or not lead.endswith((" ", "\t")):
            lead = lead.rstrip() + " "
        end = lines.end(text, max(item.end, dash.end(1)))
        rows.append(_Row(start, end, lead, quote(item)))
        at = end
    return rows


# Atomic groups: a CRLF is one break, or the search could try every way to part a run of them.
_DASH = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?>\r\n|\r|\n))*([ ]*-[ \t]*)")


@dataclass(frozen=True, slots=True)
class _Cell:
    """One item of a flow list: what stands before it, itself, the comment behind it."""

    lead: str
    raw: str
    comment: str = ""


def edit_flow(text: str, node: Node, values: Sequence[HeaderItem]) -> str:
    """Rewrite a flow list; on several lines each item keeps its line and its comment."""
    cells, tail, comma = _cells(text, node)
    style = quote(node.items[-1])
    sample = _lead(cells)
    chosen: list[_Cell] = []
    for index, value in _plan(text, node, values):
        if index is None:
            assert isinstance(value, str)
            chosen.append(_Cell(sample, scalars.write_item(value, style, flow=True)))
        elif value is None:
            first_moves = index == 0 and chosen
            chosen.append(replace(cells[0], lead=sample) if first_moves else cells[index])
    if not _BREAK.search(chosen[0].lead):
        chosen[0] = replace(chosen[0], lead=cells[0].lead)
    parts = ["["]
    for number, cell in enumerate(chosen):
        last = number == len(chosen) - 1
        following = tail if last else chosen[number + 1].lead
        broken = cell.comment and not following.startswith(("\r", "\n"))  # a comment ends a line
        parts += [cell.lead, cell.raw, "," if comma or not last else "", cell.comment]
        parts.append(lines.newline_before(text, node.start) if broken else "")
    parts += [tail, "]"]
    return text[: node.start] + "".join(parts) + text[node.end :]


_BREAK = re.compile(r"(?:\r\n|\r|\n)")
_LAST_BREAK = re.compile(r"(?:\r\n|\r|\n)[ \t]*\Z")


def _lead(cells: Sequence[_Cell]) -> str:
    """What stands before a new item: a line break and an indentation, or blanks."""
    lead = cells[-1].lead
    found = _LAST_BREAK.search(lead)
    if found:
        return found.group()
    return lead if len(cells) > 1 else " "


def _cells(text: str, node: Node) -> tuple[list[_Cell], str, bool]:
    """A flow list's cells, what stands before its closing bracket, and a comma at its end."""
    cells: list[_Cell] = []
    lead = text[node.start + 1 : node.items[0].start]
    for number, item in enumerate(node.items):
        raw = text[item.start : item.end]
        last = number == len(node.items) - 1
        gap = text[item.end : node.end - 1 if last else node.items[number + 1].start]
        comma, comment, rest = _parted(gap)
        cells.append(_Cell(lead, raw, comment))
        lead = rest
    return cells, lead, comma


def _parted(gap: str) -> tuple[bool, str, str]:
    """What stands between two items: a comma?, a comment on the first line, the rest.

    The comma may stand on a later line than the item; a comment before it then stays with the item.
    """
    found = _GAP.match(gap)
    assert found is not None
    comment, rest = found.group(2) or "", gap[found.end() :]
    if found.group(1):
        return True, comment, rest
    later = _LATER_COMMA.match(rest)
    if later is None:
        return False, comment, rest
    before, behind = later.group(1), rest[later.end() :]
    if before.endswith((" ", "\t")):  # the comma's indentation becomes the item's
        behind = behind.lstrip(" \t")
    return True, comment, before + behind


_GAP = re.compile(r"(?:[ \t]*(,))?([ \t]*#[^\r\n]*)?")
_LATER_COMMA = re.compile(r"((?:[ \t]*(?:#[^\r\n]*)?(?>\r\n|\r|\n))*[ \t]*),")
