"""Write what lost a merge as text that stays in its note, and tell such text when it is read.

A value of the header is recorded as one line of the list ``conflicts``; a piece of the body in a
comment below the place, which readers of Markdown don't show and notesync doesn't count. The text
of a record depends only on what all devices share, so that the same conflict found twice is one::

    conflicts:
      - org = "Hafenwerk" ← "Solvana" (2026-05-12)

    <!-- conflict (2026-05-12)
    The sentence of the other side.
    -->
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from notesync.merge.rows import CODE, HEADING, RECORD, Row
from notesync.notes.frontmatter import HeaderValue, Nested

KEY = "conflicts"
# Fields of a record that are no keys of the header: the note's place, the note itself, its whole
# header as it stood, its whole body.
PATH, FILE, HEADER, BODY = "(path)", "(file)", "(header)", "(body)"
DELETED = "deleted"

_VALUE = r'(?:yaml )?"(?:[^"\\]|\\.)*"|(?:lines )?\[.*?\](?=$| ←| \()'
_LINES = "lines "  # before the lines of a text
_YAML = "yaml "  # before the source of a value that is neither a text nor a list of texts
_LINE = re.compile(
    rf'(?P<field>"(?:[^"\\]|\\.)*"|[^"=]+?) = (?P<other>{_VALUE})'
    rf"(?: ← (?P<base>{_VALUE}))?(?: \((?P<date>\d{{4}}-\d{{2}}-\d{{2}})\))?"
)
_PLAIN_FIELD = re.compile(r"[^\W\d][\w -]*[\w]|\w|\((?:path|file|header|body)\)")
# The first line of a record in the body.
OPENING = re.compile(
    r"<!-- conflict(?: (?P<what>header|body|[0-9]+/[0-9]+))?(?: \((?P<date>\d{4}-\d{2}-\d{2})\))?"
)
_COMMENT = re.compile(rf"{OPENING.pattern}\n(?P<other>.*)\n-->", re.DOTALL)
_NOTED = re.compile(r"<!-- conflict: (?P<line>.*) -->")


@dataclass(frozen=True, slots=True)
class Noted:
    """A value of the header that lost: what it is about, the value, what stood there, its day."""

    field: str
    other: HeaderValue
    base: HeaderValue | None = None
    date: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the body that lost, or all of it, or a whole header.

    Attributes:
        what: ``header``, ``body``, which piece of its line it was (``2/3``), or "".
        other: The text.
        date: The day on which it was written, "" when unknown.
    """

    what: str
    other: str
    date: str = ""


def day(seconds: int) -> str:
    """The ISO date of an author date, in UTC; "" when it is unknown."""
    if seconds <= 0:
        return ""
    try:
        return datetime.fromtimestamp(seconds, UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return ""


def noted(field: str, other: HeaderValue, base: HeaderValue | None, date: int) -> str:
    """The one line that records a value of the header."""
    name = field if _PLAIN_FIELD.fullmatch(field) else json.dumps(field, ensure_ascii=False)
    before = "" if base is None else f" ← {_written(base)}"
    when = f" ({day(date)})" if day(date) else ""
    return f"{name} = {_written(other)}{before}{when}"


def _written(value: HeaderValue) -> str:
    if isinstance(value, Nested):
        return _YAML + json.dumps(value.raw, ensure_ascii=False)
    if isinstance(value, tuple):
        shown = [item if isinstance(item, str) else item.raw for item in value]
        return json.dumps(shown, ensure_ascii=False)
    if "\n" in value:
        return _LINES + json.dumps(value.split("\n"), ensure_ascii=False)
    return json.dumps(value, ensure_ascii=False)


def comment(other: str, date: int, what: str = "") -> str:
    """The comment that records a piece of the body.

    Args:
        other: The piece.
        date: When it was written (Unix seconds).
        what: ``header`` or ``body`` when it is all of that; else which piece of its line it was.
    """
    kind = f" {what}" if what else ""
    when = f" ({day(date)})" if day(date) else ""
    return f"<!-- conflict{kind}{when}\n{_hidden(other)}\n-->"


def noted_comment(line: str) -> str:
    """The comment that records what `noted` says, in a note without a header to hold it."""
    return f"<!-- conflict: {_hidden(line)} -->"


def _hidden(text: str) -> str:
    """A text that ends no comment."""
    return re.sub(
        r"--(!?)(>|&(?:amp;)*gt;)",
        lambda found: f"--{found[1]}" + ("&gt;" if found[2] == ">" else "&amp;" + found[2][1:]),
        text,
    )


def _shown(text: str) -> str:
    """The text that `_hidden` hid."""
    return re.sub(
        r"--(!?)&((?:amp;)*)gt;",
        lambda found: f"--{found[1]}" + (f"&{found[2][4:]}gt;" if found[2] else ">"),
        text,
    )


def read_line(line: str) -> Noted | None:
    """What a line of ``conflicts`` records; None when it is something else."""
    found = _LINE.fullmatch(line)
    if found is None:
        return None
    field, base = found["field"], found["base"]
    return Noted(
        json.loads(field) if field.startswith('"') else field,
        _value(found["other"]),
        None if base is None else _value(base),
        found["date"] or "",
    )


def _value(written: str) -> HeaderValue:
    if written.startswith(_YAML):
        return Nested(json.loads(written.removeprefix(_YAML)))
    try:
        value = json.loads(written.removeprefix(_LINES))
        if written.startswith(_LINES):
            return "\n".join(value)
    except ValueError:  # somebody edited it
        return written
    return tuple(map(str, value)) if isinstance(value, list) else str(value)


def read_comment(text: str) -> Noted | Piece | None:
    """What a comment in a body records; None when it is something else."""
    if one := _NOTED.fullmatch(text):
        return read_line(_shown(one["line"]))
    found = _COMMENT.fullmatch(text)
    if found is None:
        return None
    return Piece(found["what"] or "", _shown(found["other"]), found["date"] or "")


def identity(line: str) -> tuple[str, str]:
    """What makes two lines of ``conflicts`` the same record: the field and the other value."""
    found = _LINE.fullmatch(line)
    return (found["field"], found["other"]) if found else ("", line)


def united(*several: Sequence[str]) -> tuple[str, ...]:
    """All records once, in an order that does not depend on who comes first."""
    kept: dict[tuple[str, str], str] = {}
    for texts in several:
        for text in texts:
            name = identity(text)
            kept[name] = min(text, kept.get(name, text))
    return tuple(sorted(kept.values()))


# ---------------------------------------------------------------- in a body


def _group_ends(parted: Sequence[Row]) -> list[int]:
    """For each row the place past what belongs to it, where a record about it goes."""
    ends = list(range(1, len(parted) + 1))
    for at in range(len(parted) - 2, -1, -1):
        row, below = parted[at], parted[at + 1]
        if below.kind == RECORD:
            continue
        if row.kind == CODE:
            goes_on = below.inner
        elif row.listed:
            goes_on = below.listed and below.parent >= 0
        else:
            goes_on = row.kind == below.kind != HEADING and not below.lead
        if goes_on:
            ends[at] = ends[at + 1]
    return ends


def about(parted: Sequence[Row], at: int) -> range:
    """The rows that a record in this place may be about; none at the top."""
    end = at
    while end and parted[end - 1].kind == RECORD:
        end -= 1
    start = end - 1
    if start < 0:
        return range(0)
    if parted[start].kind == CODE:
        while start and parted[start].inner:
            start -= 1
    elif parted[start].listed:
        while parted[start].parent >= 0:
            start = parted[start].parent
    else:
        kind = parted[start].kind
        while start and not parted[start].lead and parted[start - 1].kind == kind != HEADING:
            start -= 1
    return range(start, end)


def with_comments(parted: Sequence[Row], comments: Sequence[tuple[int, str]]) -> list[Row]:
    """Put records below the rows that they are about, in order; the same one not again."""
    ends = _group_ends(parted)
    known = Counter(row.text for row in parted if row.kind == RECORD)
    new: dict[int, list[str]] = {}
    for at, text in comments:
        if known[text]:
            known[text] -= 1
        else:
            new.setdefault(ends[at], []).append(text)
    put: list[Row] = []
    waiting: list[str] = []
    for at, row in enumerate(parted):
        waiting = sorted(waiting + new.get(at, []))
        while waiting and (row.kind != RECORD or waiting[0] < row.text):
            put.append(Row(waiting.pop(0), "", RECORD))
        put.append(row)
    return put
