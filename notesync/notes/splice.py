"""Turn "this key now has this value" into the one slice of the text that changes.

YAML is never dumped: what a person typed stays, and only the lines of the key that changes are
written. Each function here takes the whole text with one `Entry` of its header and gives the whole
new text back; `notesync.notes.document` reads the result again and refuses it when anything but
the intended value differs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from notesync.notes import lines, lists, scalars
from notesync.notes.frontmatter import BOM, Fence, HeaderItem, Nested
from notesync.notes.headers import Entry
from notesync.notes.nodes import Node


@dataclass(frozen=True, slots=True)
class ListStyle:
    """How a list is written where none stands yet."""

    flow: bool = False
    indent: str = "  "
    quote: str = ""


def list_style(entries: Sequence[Entry]) -> ListStyle:
    """The style of the first list in the header that has items; else an indented block."""
    for entry in entries:
        value = entry.value
        if value.kind == "list" and value.items and not entry.locked:
            first = value.items[0]
            return ListStyle(value.style == "flow", lists.indent_of(entry), lists.quote(first))
    return ListStyle()


def _colon(text: str, entry: Entry) -> int:
    """Offset just past the colon behind the key."""
    return text.index(":", entry.name.end) + 1


def entry_end(text: str, entry: Entry) -> int:
    """Where the lines of this key end: past the line break of its last line."""
    return lines.end(text, max(entry.value.end, entry.name.end))


def _put(text: str, start: int, end: int, new: str) -> str:
    return text[:start] + new + text[end:]


def set_text(text: str, entry: Entry, value: str) -> str:
    """Write one text as the value of a key that stands in the header."""
    node = entry.value
    if node.kind != "scalar" or node.style in {"|", ">"}:
        return _replace(text, entry, value)
    colon = _colon(text, entry)
    if node.start == node.end:
        return _fill(text, colon, scalars.write(value))
    if not value and node.style in {"", "link"}:
        return _put(text, colon, node.end, "")
    return _put(text, node.start, node.end, scalars.write(value, node.style))


def _fill(text: str, colon: int, new: str) -> str:
    """Write behind a colon behind which nothing stands but blanks or a comment."""
    rest = text[colon : lines.content_end(text, colon)]
    if rest[:1] == " " and not rest.strip():
        return _put(text, colon + 1, colon + 1, new)
    return _put(text, colon, colon, " " + new)


def _replace(text: str, entry: Entry, value: str) -> str:
    """Write a text where a block scalar, a list or something nested stands."""
    node = entry.value
    if node.kind == "scalar" and value:
        header = re.match(r"[|>][0-9+-]*", text[node.start :])
        below = lines.end(text, node.start)
        if header and below < node.end:
            row = re.search(r"^[\r\n ]*?( +)[^ \r\n]", text[below : node.end])
            lead = text[lines.begin(text, entry.name.start) : entry.name.start]
            indent = row.group(1) if row else lead + "  "
            newline = lines.newline_before(text, below)
            block = scalars.write_block(value, header.group(), indent, newline)
            if block is not None:
                mark, _, content = block.partition(newline)
                comment = text[node.start + len(header.group()) : below]
                return _put(text, node.start, node.end, mark + comment + content)
    return _rewrite(text, entry, scalars.write(value) if value else "", ())


def _rewrite(text: str, entry: Entry, inline: str, rows: Sequence[str]) -> str:
    """Write a whole value anew: `inline` on the key's line, `rows` below it.

    The comment on the key's line is kept.
    """
    colon = _colon(text, entry)
    node = entry.value
    stop = max(entry_end(text, entry), lines.end(text, colon))
    newline = lines.newline_before(text, lines.end(text, colon))
    comment = _comment(text, colon, node)
    new = (" " + inline if inline else "") + comment + newline + "".join(r + newline for r in rows)
    return _put(text, colon, stop, new)


def _comment(text: str, colon: int, node: Node) -> str:
    """The blanks and the comment at the end of the key's line, "" where there is none."""
    line_end = lines.content_end(text, colon)
    if node.start > line_end or (node.kind != "scalar" and node.style == "block"):
        rest = text[colon:line_end]
    elif node.kind == "scalar" and node.style in {"|", ">"}:
        rest = re.sub(r"\A[|>][0-9+-]*", "", text[node.start : line_end])
    else:
        rest = text[node.end : lines.content_end(text, node.end)]
    found = re.fullmatch(r"[ \t]*#.*", rest)
    return found.group() if found else ""


def set_list(text: str, entry: Entry, values: Sequence[HeaderItem], style: ListStyle) -> str:
    """Write a list as the value of a key that stands in the header."""
    node = entry.value
    if node.kind == "list" and values and node.items:
        edit = lists.edit_flow if node.style == "flow" else lists.edit_block
        return edit(text, node, values)
    texts = [value for value in values if not isinstance(value, Nested)]
    if node.kind == "list" and node.style == "flow" and not values:
        return _put(text, node.start, node.end, "[]")
    flow = style.flow or not texts or (node.kind == "list" and node.style == "flow")
    if flow:
        return _rewrite(text, entry, _flow(texts, style), ())
    lead = text[lines.begin(text, entry.name.start) : entry.name.start]
    return _rewrite(text, entry, "", [lead + row for row in _block(texts, style)])


def _flow(values: Sequence[str], style: ListStyle) -> str:
    return "[" + ", ".join(scalars.write_item(v, style.quote, flow=True) for v in values) + "]"


def _block(values: Sequence[str], style: ListStyle) -> list[str]:
    return [f"{style.indent}- {scalars.write_item(v, style.quote)}" for v in values]


def remove(text: str, entry: Entry, *, more: bool = False) -> str:
    """Delete the lines of a key; with `more` also the comments and blank lines behind it."""
    end = entry_end(text, entry)
    if more:
        filler = _FILLER.match(text, end)
        end = filler.end() if filler else end
    return _put(text, lines.begin(text, entry.name.start), end, "")


_FILLER = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?>\r\n|\r|\n))*")


def add(
    text: str, fence: Fence, entries: Sequence[Entry], key: str, value: str | Sequence[str],
    after: Sequence[str] = (),
) -> str:  # fmt: skip
    """Add a key that is not there yet: below the last present key of `after`, else at the end."""
    named = {entry.key: entry for entry in entries}
    before = max((named[k] for k in after if k in named), key=lambda e: e.name.start, default=None)
    at = entry_end(text, before) if before else fence.end
    first = entries[0].name.start if entries else fence.start
    lead = text[lines.begin(text, first) : first] if entries else ""
    newline = lines.newline_before(text, at)
    rows = [f"{lead}{row}{newline}" for row in key_lines(key, value, list_style(entries))]
    return _put(text, at, at, "".join(rows))


def key_lines(key: str, value: str | Sequence[str], style: ListStyle) -> list[str]:
    """The lines of a new key, without indentation and line breaks."""
    name = scalars.write_key(key)
    if isinstance(value, str):
        return [f"{name}: {scalars.write(value)}" if value else f"{name}:"]
    if style.flow or not value:
        return [f"{name}: {_flow(value, style)}"]
    return [f"{name}:", *_block(value, style)]


def new_header(text: str, key: str, value: str | Sequence[str]) -> str:
    """Give a note without a header one that holds this key."""
    top = len(BOM) if text.startswith(BOM) else 0
    newline = lines.newline_before(text, 0)
    rows = ["---", *key_lines(key, value, ListStyle()), "---"]
    return _put(text, top, top, "".join(row + newline for row in rows))
