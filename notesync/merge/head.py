"""Part a header into segments that can be merged one by one: text in, keys with their lines out.

A segment is a key with all its lines, or a comment line between keys. Blank lines belong to what
follows them. Joined, the segments are the header again, so whatever a merge leaves alone stays as
it was typed. A header that can't be read, or is no plain YAML, stays one piece.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from notesync.notes import document, frontmatter, headers, splice
from notesync.notes.frontmatter import Fence, HeaderValue, Nested
from notesync.notes.headers import Entry, value_of
from notesync.notes.nodes import Node

# What a segment is called: "key" or "#", the key or the comment, and the so-manieth of that name.
Name = tuple[str, str, int]

# A line that may belong to a header whose end is missing.
_HEADER_LINE = re.compile(r"[ \t]*(?:[^\s:#]|\S[^:\n]*)[^:\n]*:(?:\s|$)|[ \t]+\S|[ \t]*-(?:\s|$)|#")
_LINE_BEGIN = re.compile(r"^(?=[^\n])", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Segment:
    """A key with its lines, or a comment line.

    Attributes:
        text: Its lines, each with its line break.
        lead: The blank lines before it.
        value: What the key says; "" of a comment.
        comments: The comments in its lines.
        column: How far it is indented.
    """

    text: str
    lead: str = ""
    value: HeaderValue = ""
    comments: tuple[str, ...] = ()
    column: int = 0


@dataclass(frozen=True, slots=True)
class Head:
    """A header in segments.

    Attributes:
        opening: The line that opens it, a byte order mark left out.
        closing: The line that closes it.
        segments: In file order.
        tail: Blank lines before the closing line.
    """

    opening: str
    closing: str
    segments: Mapping[Name, Segment]
    tail: str = ""

    @property
    def text(self) -> str:
        """The header with its fences."""
        parts = [segment.lead + segment.text for segment in self.segments.values()]
        return "".join((self.opening, *parts, self.tail, self.closing))


@dataclass(frozen=True, slots=True)
class Parted:
    """A note's text, parted into header and body.

    Attributes:
        raw: The header with its fences, "" where there is none.
        body: What stands below.
        head: The header in segments; None when there is none, or it is one piece.
        readable: Whether the header can be read (no header can).
    """

    raw: str
    body: str
    head: Head | None = None
    readable: bool = True


def part(text: str) -> Parted:
    r"""Part a note.

    Args:
        text: The whole note, without a byte order mark; its lines end with ``\n``.
    """
    fence = frontmatter.split(text)
    if fence is None:
        return Parted("", text)
    if not fence.closed:
        cut = _probable_end(text)
        return Parted(text[:cut], text[cut:], readable=False)
    raw, body = text[: fence.body], text[fence.body :]
    header = headers.read(text, fence)
    if fence.kind != "yaml":
        return Parted(raw, body, readable=not header.problems)
    odd = any(entry.locked and entry.locked != "duplicate" for entry in header.entries)
    if not header.writable or odd or "<<<<<<<" in raw:
        readable = (header.writable or not header.problems) and document.read(raw).writable
        return Parted(raw, body, readable=readable)
    return Parted(raw, body, _head(text, fence, header.entries))


def in_one_column(*heads: Head) -> list[Head]:
    """Headers with all keys in one column, that of the furthest: else they don't go together.

    So it doesn't matter that one side indents its whole header and the other doesn't.
    """
    column = max((each.column for head in heads for each in head.segments.values()), default=0)
    if not column:
        return [*heads]
    return [
        replace(head, segments={
            name: _indented(each, column - each.column) if name[0] == "key" else each
            for name, each in head.segments.items()
        })
        for head in heads
    ]  # fmt: skip


def _indented(segment: Segment, more: int) -> Segment:
    """A key that stands so many columns further in, with all that belongs to it."""
    if not more:
        return segment
    value = segment.value
    if isinstance(value, Nested):
        value = Nested(_LINE_BEGIN.sub(" " * more, value.raw).removeprefix(" " * more))
    text = _LINE_BEGIN.sub(" " * more, segment.text)
    return replace(segment, text=text, value=value, column=segment.column + more)


def _probable_end(text: str) -> int:
    """Where a header ends that nobody closed: at the first line that can't be one of its."""
    at = text.index("\n") + 1
    while at < len(text):
        end = text.index("\n", at) + 1
        if not _HEADER_LINE.match(text, at, end):
            return at
        at = end
    return at


def _head(text: str, fence: Fence, entries: Sequence[Entry]) -> Head:
    segments: dict[Name, Segment] = {}
    times: dict[tuple[str, str], int] = {}

    def add(kind: str, key: str, segment: Segment) -> None:
        times[kind, key] = times.get((kind, key), 0) + 1
        segments[kind, key, times[kind, key]] = segment

    at, lead = fence.start, ""
    for entry in entries:
        begin = text.rfind("\n", 0, entry.name.start) + 1
        for before, comment in _fillers(text[at:begin], lead):
            if comment:
                add("#", comment.strip(), Segment(comment, before))
                lead = ""
            else:
                lead = before
        end = splice.entry_end(text, entry)
        segment = Segment(
            text[begin:end], lead, value_of(entry.value, text),
            tuple(_comments(text, entry, begin, end)), entry.name.column,
        )  # fmt: skip
        add("key", entry.key, segment)
        at, lead = end, ""
    for before, comment in _fillers(text[at : fence.end], ""):
        lead = "" if comment else before
        if comment:
            add("#", comment.strip(), Segment(comment, before))
    return Head(text[: fence.start], text[fence.end : fence.body], segments, lead)


def _fillers(text: str, lead: str) -> Iterator[tuple[str, str]]:
    """The comment lines between two keys, each with the blank lines before it; last what is left.

    What is left has no comment: the blank lines before the next key.
    """
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield lead, line
            lead = ""
        else:
            lead += line
    yield lead, ""


def _comments(text: str, entry: Entry, begin: int, end: int) -> Iterator[str]:
    """The comments in the lines of a key."""
    shown = list(text[begin:end])
    for node in (entry.name, *_leaves(entry.value)):
        start = node.start
        if node.style in {"|", ">"}:
            start = text.find("\n", node.start, node.end)
            start = node.end if start < 0 else start
        for at in range(start, node.end):
            if shown[at - begin] != "\n":
                shown[at - begin] = "x"
    for found in re.finditer(r"(?:(?<=[ \t])|^)#[^\n]*", "".join(shown), re.MULTILINE):
        yield text[begin + found.start() : begin + found.end()].rstrip()


def _leaves(node: Node) -> Iterator[Node]:
    if node.kind == "scalar":
        yield node
    for item in node.items:
        yield from _leaves(item)
