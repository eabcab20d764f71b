"""Turn YAML's events into nodes that know, to the character, where their source stands.

PyYAML's C parser gives structure and marks only; every scalar stays text. Its events are taken one
by one rather than composed into PyYAML's own nodes: composing recurses in C, and a list nested
deeply enough ends the whole process, while the events let us stop at the first anchor, tag or 51st
level. The marks need care (a block value's end swallows comments and blank lines), and so do the
characters that YAML takes for line breaks and nobody else does.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingStartEvent,
    ScalarEvent,
)

from notesync.errors import Problem, problem
from notesync.notes import lines, yamlerrors
from notesync.notes.frontmatter import Fence

MAX_DEPTH = 50

_LINK = re.compile(r"\[\[[^\[\]\r\n]+\]\]")

# Characters that YAML would misread, and where: U+0085, U+2028 and U+2029 break its lines and a
# byte order mark shifts its offsets, anywhere; the others inside an unquoted link. Each is handed
# to YAML as one private character, so that no offset moves, and is put back afterwards.
_SHIFT = 0xF0000
_ANYWHERE = "\x85\u2028\u2029\ufeff"
_IN_LINKS = "[]!:#"
_SHIELD = {ord(char): _SHIFT + ord(char) for char in _ANYWHERE}
_SHIELD_LINKS = {ord(char): _SHIFT + ord(char) for char in _IN_LINKS}
_UNSHIELD = {shifted: char for char, shifted in (_SHIELD | _SHIELD_LINKS).items()}
_SHIELDED = re.compile("[" + "".join(map(chr, _UNSHIELD)) + "]")
_NEEDS_SHIELD = re.compile(f"[{_ANYWHERE}]")
# ``key: [[A]], [[B]]`` or ``- ![[A]] text``: an unquoted value that begins with a link and is no
# YAML. The value ends before a comment.
UNQUOTED_LINKS = re.compile(
    r"""(?:(?<=[\r\n])|\A)([ ]*(?:-[ ]+)+|[ ]*[^\s\-#"'\[\]{},:|>&*!%@`][^:\r\n]*:[ \t]+)"""
    r"(!?\[\[[^\[\]\r\n]*\]\])([^\r\n]*)"
)
_COMMENT = re.compile(r"[ \t]#.*")


@dataclass(slots=True)
class Node:
    """One YAML node and the offsets at which its source stands in the whole text.

    Attributes:
        kind: ``scalar``, ``list`` or ``map``.
        style: A scalar's: "" plain, ``'``, ``"``, ``|``, ``>``, ``link`` for an unquoted
            ``[[x]]``. A collection's: ``flow`` or ``block``.
        text: A scalar's value.
        start, end: Its source; unlike YAML's mark, the end of a block value is the end of its last
            item: no comment or blank line behind it belongs to it.
        line: 1-based line in the file.
        column: 0-based column of `start`, in characters.
        items: A list's items; a map's keys and values in turn.
    """

    kind: str
    style: str
    text: str
    start: int
    end: int
    line: int
    column: int
    items: list[Node] = field(default_factory=list)


class Refused(Exception):
    """Ends the reading of a header with the problem that says why."""

    def __init__(self, what: Problem) -> None:
        self.problem = what


def scan(source: str, fence: Fence, *, links: bool = False) -> Node | None:
    """Read a header's one node; None when there is nothing but comments.

    Args:
        source: What stands in the fence.
        fence: Where that is.
        links: Whether to read unquoted ``[[A]], [[B]]``, which is no YAML, as text.

    Raises:
        Refused: It is no YAML, or has an anchor, a tag, a second document, too many levels.
    """
    shielded = source
    if not _SHIELDED.search(source):
        if _NEEDS_SHIELD.search(source):
            shielded = shielded.translate(_SHIELD)
        if links:
            shielded = UNQUOTED_LINKS.sub(_shield_links, shielded)
    try:
        return _Scan(source, fence, shielded).root()
    except (yaml.YAMLError, UnicodeEncodeError) as error:
        raise Refused(yamlerrors.explain(error, source, fence.line)) from None


class _Scan:
    """One pass over YAML's events."""

    def __init__(self, source: str, fence: Fence, shielded: str) -> None:
        self.source = source
        self.offset = fence.start
        self.line = fence.line
        self.is_shielded = shielded != source
        self.loader = yaml.CBaseLoader(shielded)

    def root(self) -> Node | None:
        """The document's one node, as `scan` gives it."""
        next_event: Callable[[], Any] = self.loader.get_event
        root: Node | None = None
        stack: list[Node] = []
        while (event := next_event()) is not None:
            kind = type(event)
            if kind is ScalarEvent:
                node = self._scalar(event)
            elif isinstance(event, CollectionStartEvent):
                stack.append(self._opened(event, len(stack)))
                continue
            elif isinstance(event, CollectionEndEvent):
                node = self._closed(stack.pop(), event)
            elif kind is DocumentStartEvent:
                if event.explicit:
                    raise self._refused("header-documents", event.start_mark)
                continue
            elif kind is AliasEvent:
                raise self._refused("header-anchor", event.start_mark)
            else:
                continue
            if stack:
                stack[-1].items.append(node)
            else:
                root = node
        return root

    def _refused(self, code: str, mark: Any) -> Refused:  # noqa: ANN401 -- the C parser's mark
        return Refused(problem(code, self.line + mark.line, mark.column + 1))

    def _node(
        self, kind: str, style: str, text: str, event: ScalarEvent | CollectionStartEvent
    ) -> Node:
        start: Any = event.start_mark
        if event.anchor is not None:
            raise self._refused("header-anchor", start)
        if event.tag is not None:
            raise self._refused("header-tag", start)
        at = self.offset + start.index
        end: Any = event.end_mark
        return Node(
            kind, style, text, at, self.offset + end.index, self.line + start.line, start.column
        )

    def _scalar(self, event: ScalarEvent) -> Node:
        text = event.value.translate(_UNSHIELD) if self.is_shielded else event.value
        node = self._node("scalar", event.style or "", text, event)
        if node.style in {"|", ">"}:
            raw = self.source[node.start - self.offset : node.end - self.offset]
            node.end = node.start + _block_length(raw)
        return node

    def _opened(self, event: CollectionStartEvent, depth: int) -> Node:
        if depth >= MAX_DEPTH:
            raise self._refused("header-deep", event.start_mark)
        kind = "map" if type(event) is MappingStartEvent else "list"
        return self._node(kind, "flow" if event.flow_style else "block", "", event)

    def _closed(self, node: Node, event: CollectionEndEvent) -> Node:
        begin: Any = event.start_mark
        mark: Any = event.end_mark
        if node.style == "flow" and mark.index > begin.index:
            node.end = self.offset + mark.index
            if node.kind == "list" and len(node.items) == 1 and node.items[0].kind == "list":
                raw = self.source[node.start - self.offset : node.end - self.offset]
                if _LINK.fullmatch(raw):
                    return replace(node, kind="scalar", style="link", text=raw, items=[])
        elif node.items:
            # Block values, and the pair in ``[a: b]``, which has no bracket of its own.
            node.end = max(node.end, *map(self._true_end, node.items))
        return node

    def _true_end(self, node: Node) -> int:
        """The node's end; 0 for an empty value whose mark is the next token's, not its own."""
        before = self.source[node.start - self.offset - 1 : node.start - self.offset]
        return 0 if node.start == node.end and before not in ":-" else node.end


def _shield_links(found: re.Match[str]) -> str:
    lead, link, rest = found.groups()
    comment = _COMMENT.search(rest)
    cut = comment.start() if comment else len(rest)
    return lead + (link + rest[:cut]).translate(_SHIELD_LINKS) + rest[cut:]


def _block_length(source: str) -> int:
    """Length of a block scalar without the blank lines behind it and without its last line break.

    YAML's mark swallows blank lines; with ``+`` they are part of the value. A line of two blanks or
    more may be part of it too, so it stays.
    """
    head = re.match(r"[|>][0-9+-]*", source)
    if head and "+" in head.group():
        return len(source.removesuffix("\n").removesuffix("\r"))
    visible = len(source.rstrip(" \r\n"))
    length = at = visible
    for row in lines.split(source[visible:]):
        blanks = len(row.rstrip("\r\n"))
        if at == visible or blanks > 1:
            length = at + blanks
        at += len(row)
    return length
