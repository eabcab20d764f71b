"""Read what stands between the fences: header text in, keys with their values and offsets out.

YAML is read through a subclass of python-frontmatter's YAMLHandler that keeps every scalar the
text that was typed (``01067``, ``no``, ``10:30``). What is too long, too deep or beyond plain keys
and values is refused with a problem that says where. TOML and JSON headers are read, never written.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from frontmatter.default_handlers import YAMLHandler

from notesync.errors import Problem, problem
from notesync.notes import foreign, lines, nodes
from notesync.notes.frontmatter import Fence, HeaderItem, HeaderValue, Nested
from notesync.notes.nodes import Node, Refused

MAX_BYTES = 64 * 1024
MAX_KEYS = 2_000

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(slots=True)
class Entry:
    """One key of the header with its value.

    ``locked`` says why it can't be edited (a key of `notesync.notes.refusal.LOCKS`), or is "".
    """

    key: str
    name: Node
    value: Node
    locked: str = ""


@dataclass(frozen=True, slots=True)
class Header:
    """A header, read: values by key in file order, the key's 1-based lines, what is wrong."""

    values: dict[str, HeaderValue]
    lines: dict[str, int]
    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
    writable: bool = True


def _value(node: Node, source: str, offset: int) -> HeaderItem:
    if node.kind != "scalar":
        return Nested(source[node.start - offset : node.end - offset])
    return "" if not node.style and node.text in _NULLS else node.text


def unquoted_links(node: Node) -> tuple[str, ...]:
    """The links of an unquoted ``[[A]], [[B]]``, which is no YAML; () for anything else."""
    if node.style == "" and node.text.startswith("[["):
        found = tuple(re.findall(r"\[\[[^\[\]]+\]\]", node.text))
        if len(found) > 1 and not re.sub(r"\[\[[^\[\]]+\]\]|[\s,;]", "", node.text):
            return found
    return ()


def value_of(node: Node, source: str, offset: int = 0) -> HeaderValue:
    """The value of a key; `source` begins at `offset` of the text that the node points into."""
    if node.kind == "list":
        found: list[HeaderItem] = []
        for item in node.items:
            found.extend(unquoted_links(item) or (_value(item, source, offset),))
        return tuple(found)
    return unquoted_links(node) or _value(node, source, offset)


def _entries(root: Node, source: str, fence: Fence) -> tuple[Entry, ...]:
    found = []
    offset = fence.start
    for name, value in zip(root.items[::2], root.items[1::2], strict=True):
        if name.kind == "scalar":
            entry = Entry(name.text, name, value)
        else:
            entry = Entry(source[name.start - offset : name.end - offset], name, value, "odd-key")
        if root.style == "flow":
            entry.locked = "flow-header"
        elif source[lines.begin(source, name.start - offset) : name.start - offset].strip(" "):
            entry.locked = "odd-key"  # ``? key``
        found.append(entry)
    return tuple(found)


class TextHandler(YAMLHandler):
    """python-frontmatter's YAML handler, but every scalar stays the text that was typed."""

    def load(self, fm: str, **_: object) -> dict[str, HeaderValue]:
        """Read a header's values.

        Raises:
            ValueError: The header is no mapping in YAML that we read.
        """
        header = self.header(fm, Fence("yaml", 0, len(fm), len(fm), 1, 1))
        if not header.writable and header.problems:
            raise ValueError(header.problems[0].code)
        return header.values

    def header(self, source: str, fence: Fence) -> Header:
        """Read a header with its lines, offsets and problems; never raises."""
        warned: tuple[Problem, ...] = ()
        try:
            root = nodes.scan(source, fence)
        except Refused as refused:
            if not nodes.UNQUOTED_LINKS.search(source):
                return _unreadable(refused.problem)
            try:
                root = nodes.scan(source, fence, links=True)
            except Refused as again:
                return _unreadable(again.problem)
            warned = (Problem("link-unquoted", _unquoted_line(source, fence), warning=True),)
        if root is None:
            return Header({}, {}, problems=warned)
        if root.kind != "map":
            code = "header-list" if root.kind == "list" else "header-text"
            return _unreadable(problem(code, root.line))
        return _collect(_entries(root, source, fence), source, fence.start, warned)


def _unquoted_line(source: str, fence: Fence) -> int:
    """The line of the first unquoted link that is no YAML; one that is alone there would be."""
    found = list(nodes.UNQUOTED_LINKS.finditer(source))
    odd = (each for each in found if each[2][0] == "!" or each[3].partition(" #")[0].strip())
    return fence.line + lines.count(source, 0, next(odd, found[0]).start(2))


def _braces(entries: Iterable[Entry], source: str, offset: int) -> Iterator[Problem]:
    """The ``{{date}}`` of a template that was not filled in: a map that is the key of a map."""
    for entry in entries:
        for node in (entry.value, *entry.value.items):
            if node.kind == "map" and node.items and node.items[0].kind == "map":
                raw = source[node.start - offset : node.end - offset]
                yield Problem(
                    "header-braces", node.line, node.column + 1, (("value", raw),), warning=True
                )


def _collect(
    entries: tuple[Entry, ...], source: str, offset: int, problems: Iterable[Problem]
) -> Header:
    if len(entries) > MAX_KEYS:
        return _unreadable(problem("header-keys", entries[0].name.line, limit=MAX_KEYS))
    values: dict[str, HeaderValue] = {}
    first: dict[str, int] = {}
    found = list(problems)
    for entry in entries:
        if entry.key in values:
            at = entry.name.start - offset
            column = at - lines.begin(source, at) + 1
            known = {"key": entry.key, "first": first[entry.key]}
            found.append(problem("duplicate-key", entry.name.line, column, **known))
        else:
            first[entry.key] = entry.name.line
        # The last one wins, as in every YAML library.
        values[entry.key] = value_of(entry.value, source, offset)
    if len(values) < len(entries):
        times = Counter(entry.key for entry in entries)
        for entry in entries:
            if times[entry.key] > 1:
                entry.locked = "duplicate"
    if "{{" in source:
        found += _braces(entries, source, offset)
    writable = not entries or entries[0].locked != "flow-header"
    return Header(values, first, entries, tuple(found), writable)


def _unreadable(what: Problem) -> Header:
    return Header({}, {}, problems=(what,), writable=False)


YAML = TextHandler()


def read(text: str, fence: Fence) -> Header:
    """Read the header that lies in `fence`; whatever is wrong with it is among its problems."""
    source = text[fence.start : fence.end]
    if not fence.closed:
        mark = "---" if fence.kind == "yaml" else "+++"
        return _unreadable(problem("header-unclosed", 1, mark=mark))
    # A character takes at most four bytes, so most headers need no counting.
    if len(source) * 4 > MAX_BYTES and len(source.encode("utf-8", "replace")) > MAX_BYTES:
        return _unreadable(problem("header-long", 1, limit=MAX_BYTES // 1024))
    if source.count(":") > MAX_KEYS:
        top_level = len(re.findall(r"(?:(?<=[\r\n])|\A)[^\s#\-\]}][^\r\n]*:", source))
        if top_level > MAX_KEYS:
            return _unreadable(problem("header-keys", fence.line, limit=MAX_KEYS))
    if fence.kind == "yaml":
        return YAML.header(source, fence)
    values, first, problems = foreign.read(source, fence)
    return Header(values, first, problems=problems, writable=False)
