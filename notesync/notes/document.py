"""A note's text with the spans of its keys and sections: every edit is a splice.

`read` turns a text into a `Document` and never fails: what is wrong is among its problems. `set`,
`append`, `discard`, `remove`, `add_line` and `replace_line` each give a new Document whose text
differs in the lines of that key or section only. After each splice the text is read again and
compared with what was intended; any difference raises `SpliceRefused`, and the caller keeps what
it had. An edit that changes nothing gives the same Document back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from notesync.errors import Problem
from notesync.notes import frontmatter, leftovers, lines, simple_header
from notesync.notes.frontmatter import Fence, HeaderItem, HeaderValue, Nested
from notesync.notes.refusal import (
    LOCKS,
    HeaderInBraces,
    LineChanged,
    NestedValue,
    ReadOnlyHeader,
    SpliceRefused,
    Unreadable,
)

if TYPE_CHECKING:
    from notesync.notes.headers import Entry

__all__ = ["Document", "HeaderValue", "Nested", "SpliceRefused", "read"]


class _Header(NamedTuple):
    """Its values and lines by key, what is wrong, and whether the note may be written."""

    values: Mapping[str, HeaderValue]
    lines: Mapping[str, int]
    problems: tuple[Problem, ...] = ()
    writable: bool = True


class Document:
    """One note's text, read; another document of the same text is equal.

    Attributes:
        text: The whole text, byte order mark and line breaks as they are.
        header: The header's values by key, in file order; every scalar is text.
        problems: What is wrong in header or text, with lines and columns from 1.
        writable: False when the note must not be touched: its header can't be read, is TOML, JSON
            or one line of braces, or a merge left its marks.
        body: The text below the header.
        body_start: Its offset.
        body_line: 1-based line at which it starts.
        path: Where the note lies, for its problems; "" when unknown.
    """

    def __init__(self, text: str, path: str, fence: Fence | None, header: _Header) -> None:
        """Keep what `read` has found."""
        self.text = text
        self.path = path
        self.header = header.values
        self.problems = header.problems
        self.writable = header.writable
        self.body_start, self.body_line = frontmatter.below(text, fence)
        self.body = text[self.body_start :]
        self._fence = fence
        self._lines = header.lines

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Document) and (self.text, self.path) == (other.text, other.path)

    def __hash__(self) -> int:
        return hash((self.text, self.path))

    def key_line(self, key: str) -> int | None:
        """1-based line of a key (of its first one, if it stands twice)."""
        return self._lines.get(key)

    def get(self, key: str) -> HeaderValue | None:
        """A key's value; None when the key is not there."""
        return self.header.get(key)

    def set(self, key: str, value: str | Sequence[str], *, after: Sequence[str] = ()) -> Document:
        """Give a key this value, in the style in which it stands.

        Args:
            key: The key as typed; a new one is added.
            value: A text or a list of texts.
            after: A new key goes below the last of these that is there, else to the header's end.

        Raises:
            SpliceRefused: It can't be done without changing anything else.
        """
        return self._set(key, value if isinstance(value, str) else tuple(value), after)

    def append(self, key: str, *values: str) -> Document:
        """Add texts to a list; those that are in it already are left out.

        A single text becomes a list of both, a missing key a new list.

        Raises:
            SpliceRefused: It can't be done without changing anything else.
        """
        items = self._items(key)
        missing = tuple(value for value in dict.fromkeys(values) if value not in items)
        return self._set(key, items + missing) if missing else self

    def discard(self, key: str, *values: str) -> Document:
        """Take texts out of a list, or empty a key that holds just one of them.

        Raises:
            SpliceRefused: It can't be done without changing anything else.
        """
        items = self._items(key)
        kept = tuple(item for item in items if item not in values)
        if len(kept) == len(items):
            return self
        return self._set(key, "" if isinstance(self.header[key], str) else kept)

    def remove(self, key: str) -> Document:
        """Delete a key with its value; comments and blank lines around it stay where they can.

        Raises:
            SpliceRefused: It can't be done without changing anything else.
        """
        if key not in self.header:
            return self
        from notesync.notes import splice  # YAML is imported by whoever writes or indexes

        entry = self._entry(key)
        left = {k: v for k, v in self.header.items() if k != key}
        try:
            return self._checked(splice.remove(self.text, entry), key, left)
        except SpliceRefused:
            # An indented comment behind the key would become part of a block scalar above it.
            return self._checked(splice.remove(self.text, entry, more=True), key, left)

    def add_line(
        self, headings: Sequence[str], line: str, *, level: int = 2, under: Sequence[str] = ()
    ) -> Document:
        """Add a line at the end of the list under a heading.

        Args:
            headings: What the heading may be called, upper and lower case alike. Where there is
                none of them, the section is made at the end with the first.
            line: The line, with or without its bullet; it takes the bullet of its list.
            level: Level of a heading that is made, and of the one that is preferred.
            under: What the section may be called in which the heading stands, and is made.

        Raises:
            SpliceRefused: There is no place for it, or the note must not be touched.
        """
        from notesync.notes import sections  # markdown-it is imported by whoever writes a line

        self._must_be_writable(headings[0])
        if lines.BREAK.search(line):
            raise SpliceRefused(headings[0])
        newline = lines.newline_before(self.text, self.body_start)
        top = self.text[: self.body_start]
        if self._fence and not top.endswith(("\n", "\r")):
            top += newline
        new = sections.add_line(self.body, headings, line, level, newline, under)
        return self._checked_body(top + new, new, headings[0])

    def replace_line(self, number: int, old: str, new: str | None) -> Document:
        """Replace a line of the body that still says what the caller saw.

        Args:
            number: 1-based line in the file.
            old: What it says, without its line break.
            new: What it shall say; None deletes it.

        Raises:
            SpliceRefused: It says something else, or is no line of the body.
        """
        self._must_be_writable(str(number))
        rows = lines.split(self.body)
        index = number - self.body_line
        if not 0 <= index < len(rows) or rows[index].rstrip("\r\n") != old:
            raise LineChanged(str(number))
        if new is not None and lines.BREAK.search(new):
            raise SpliceRefused(str(number))
        rows[index] = "" if new is None else new + rows[index][len(old) :]
        body = "".join(rows)
        return self._checked_body(self.text[: self.body_start] + body, body, str(number))

    def _items(self, key: str) -> tuple[HeaderItem, ...]:
        value = self.header.get(key, "")
        if isinstance(value, Nested):
            raise NestedValue(key)
        return value if isinstance(value, tuple) else (value,) if value else ()

    def _must_be_writable(self, key: str) -> None:
        if self.writable:
            return
        if self._fence and self._fence.kind != "yaml":
            raise ReadOnlyHeader(key)
        raise HeaderInBraces(key) if self.header and not self.problems else Unreadable(key)

    def _entries(self) -> tuple[Entry, ...]:
        """The header's keys with their offsets."""
        from notesync.notes import headers  # YAML is imported by whoever writes

        return headers.read(self.text, self._fence).entries if self._fence else ()

    def _entry(self, key: str) -> Entry:
        self._must_be_writable(key)
        entry = next(entry for entry in self._entries() if entry.key == key)
        if entry.locked:
            raise LOCKS[entry.locked](key)
        return entry

    def _set(
        self, key: str, value: str | tuple[HeaderItem, ...], after: Sequence[str] = ()
    ) -> Document:
        from notesync.notes import splice  # YAML is imported by whoever writes or indexes

        self._must_be_writable(key)
        if self.header.get(key) == value:
            return self
        if key in self.header:
            entry = self._entry(key)
            if isinstance(value, str):
                new = splice.set_text(self.text, entry, value)
            else:
                style = splice.list_style(self._entries())
                new = splice.set_list(self.text, entry, value, style)
        else:
            texts = value if isinstance(value, str) else [v for v in value if isinstance(v, str)]
            if self._fence is None:
                new = splice.new_header(self.text, key, texts)
            else:
                new = splice.add(self.text, self._fence, self._entries(), key, texts, after)
        return self._checked(new, key, {**self.header, key: value})

    def _checked(self, text: str, key: str, intended: Mapping[str, HeaderValue]) -> Document:
        """Read the new text and compare: every value, the order of the other keys, the body."""
        new = _read(text, self.path, exact=True)
        same = (
            new.writable
            and new.header == intended
            and [k for k in new.header if k != key] == [k for k in self.header if k != key]
            and new.text[new.body_start :] == self.text[self.body_start :]
            and len(new.problems) <= len(self.problems)
        )
        if not same:
            raise SpliceRefused(key)
        return new

    def _checked_body(self, text: str, body: str, key: str) -> Document:
        new = read(text, self.path)
        if not new.writable or new.header != self.header or new.body != body:
            raise SpliceRefused(key)
        return new


def read(text: str, path: str = "") -> Document:
    """Read a note's text; never raises.

    Args:
        text: The whole file.
        path: Relative to the vault, put into the problems.
    """
    return _read(text, path, exact=False)


def _read(text: str, path: str, *, exact: bool) -> Document:
    """Read a text; `exact` asks YAML itself even where the header is simple, as after an edit."""
    fence = frontmatter.split(text)
    header = _header(text, fence, exact=exact) if fence else _Header({}, {})
    if fence is None:
        stray = leftovers.late_header(text)
    else:
        stray = leftovers.second_header(text, fence) if fence.closed else None
    body_start, body_line = frontmatter.below(text, fence)
    conflict = leftovers.conflict(text, body_start)
    problems = (*header.problems, *filter(None, (stray, conflict)))
    if conflict and conflict.line < body_line:  # then nothing in the header means much
        problems = (conflict,)
    if problems:
        placed = tuple([found._replace(path=path) for found in problems])
        writable = header.writable and not stray and not conflict
        header = header._replace(problems=placed, writable=writable)
    return Document(text, path, fence, header)


def _header(text: str, fence: Fence, *, exact: bool) -> _Header:
    if not exact and fence.closed and fence.kind == "yaml":
        simple = simple_header.read(text[fence.start : fence.end], fence.line)
        if simple:
            return _Header(*simple)
    from notesync.notes import headers  # YAML is imported by whoever writes, or meets more of it

    found = headers.read(text, fence)
    return _Header(found.values, found.lines, found.problems, found.writable)
