"""Write, read and resolve the record of a true conflict: the value that is not in place.

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
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from notesync.merge import align, rows
from notesync.merge.choice import Loss
from notesync.merge.rows import CELLS, CODE, HEADING, RECORD, Row
from notesync.merge.sentences import pieces
from notesync.notes import document, lines
from notesync.notes.document import Document
from notesync.notes.frontmatter import HeaderValue, Nested
from notesync.notes.refusal import SpliceRefused

KEY = "conflicts"
# Fields of a record that are no keys of the header: the note's place, the note itself, its whole
# header as it stood, its whole body.
PATH, FILE, HEADER, BODY = "(path)", "(file)", "(header)", "(body)"
DELETED = "deleted"

_VALUE = r'(?:yaml )?"(?:[^"\\]|\\.)*"|\[.*?\](?=$| ←| \()'
_YAML = "yaml "  # before the source of a value that is neither a text nor a list of texts
_LINE = re.compile(
    rf'(?P<field>"(?:[^"\\]|\\.)*"|[^"=]+?) = (?P<other>{_VALUE})'
    rf"(?: ← (?P<base>{_VALUE}))?(?: \((?P<date>\d{{4}}-\d{{2}}-\d{{2}})\))?"
)
_PLAIN_FIELD = re.compile(r"[^\W\d][\w -]*[\w]|\w|\((?:path|file|header|body)\)")
_COMMENT = re.compile(
    r"<!-- conflict(?: (?P<what>header|body))?(?: \((?P<date>\d{4}-\d{2}-\d{2})\))?\n"
    r"(?P<other>.*)\n-->",
    re.DOTALL,
)
_NOTED = re.compile(r"<!-- conflict: (?P<line>.*) -->")


@dataclass(frozen=True, slots=True)
class Record:
    """One value that lost, as it is kept in its note.

    Attributes:
        number: From 1, in the order in which the records stand.
        field: The key of the header; "" for a piece of the body; ``(path)``, ``(file)``,
            ``(header)`` or ``(body)`` for what is more than a value.
        kept: What stands in place now.
        other: The value that can be taken instead.
        base: What both sides had before; "" when there was nothing, or it isn't known.
        date: When the other value was written, an ISO date; "" when that is unknown.
        line: 1-based line of the record in the note.
    """

    number: int
    field: str
    kept: str
    other: str
    base: str = ""
    date: str = ""
    line: int = 0


def day(seconds: int) -> str:
    """The ISO date of an author date, in UTC; "" when it is unknown."""
    if seconds <= 0:
        return ""
    try:
        return datetime.fromtimestamp(seconds, UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return ""


# ---------------------------------------------------------------- writing


def noted(field: str, other: HeaderValue, base: HeaderValue | None, date: int) -> str:
    """The one line that records a value of the header."""
    name = field if _PLAIN_FIELD.fullmatch(field) else json.dumps(field, ensure_ascii=False)
    before = "" if base is None else f" ← {_written(base)}"
    when = f" ({day(date)})" if day(date) else ""
    return f"{name} = {_written(other)}{before}{when}"


def _written(value: HeaderValue) -> str:
    if isinstance(value, Nested):
        return _YAML + json.dumps(value.raw, ensure_ascii=False)
    shown = [item if isinstance(item, str) else item.raw for item in value]
    return json.dumps(shown if isinstance(value, tuple) else value, ensure_ascii=False)


def comment(other: str, date: int, what: str = "") -> str:
    """The comment that records a piece of the body."""
    kind = f" {what}" if what else ""
    when = f" ({day(date)})" if day(date) else ""
    return f"<!-- conflict{kind}{when}\n{_hidden(other)}\n-->"


def noted_comment(line: str) -> str:
    """The comment that records what `noted` says, in a note without a header to hold it."""
    return f"<!-- conflict: {_hidden(line)} -->"


def noted_line(text: str) -> str:
    """The line that such a comment records; "" of any other text."""
    found = _NOTED.fullmatch(text)
    return _shown(found["line"]) if found else ""


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


# ---------------------------------------------------------------- reading


def records(text: str) -> list[Record]:
    """The records of a note, in the order in which they stand."""
    if "conflict" not in text:
        return []
    found = document.read(text)
    unnumbered = [each for each, _ in (*_in_header(found), *_in_body(found))]
    return [replace(each, number=number) for number, each in enumerate(unnumbered, 1)]


def _in_header(found: Document) -> Iterator[tuple[Record, str]]:
    line = found.key_line(KEY) or 0
    for text in _listed(found):
        yield _of_line(text, found, line), text


def _listed(found: Document) -> tuple[str, ...]:
    value = found.get(KEY)
    items = value if isinstance(value, tuple) else (value,) if value else ()
    return tuple(item for item in items if isinstance(item, str))


def _of_line(text: str, found: Document, line: int) -> Record:
    parsed = _LINE.fullmatch(text)
    if parsed is None:
        return Record(0, "", "", text, line=line)
    field = parsed["field"]
    if field.startswith('"'):
        field = str(json.loads(field))
    return Record(
        0, field, _plain(found.get(field)), _read(parsed["other"]), _read(parsed["base"] or '""'),
        parsed["date"] or "", line,
    )  # fmt: skip


def _plain(value: HeaderValue | None) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ", ".join(item if isinstance(item, str) else item.raw for item in value)
    return value.raw if isinstance(value, Nested) else value


def _read(written: str) -> str:
    value = json.loads(written.removeprefix(_YAML))
    return ", ".join(value) if isinstance(value, list) else str(value)


def _in_body(found: Document) -> Iterator[tuple[Record, int]]:
    """The records in comments, each with the index of its row."""
    body = lines.BREAK.sub("\n", found.body)
    parted = rows.split(body if body.endswith("\n") or not body else body + "\n")
    line = found.body_line
    for index, row in enumerate(parted):
        line += row.lead.count("\n")
        if row.kind == RECORD:
            yield _of_comment(row.text, found, parted, index, line), index
        line += row.text.count("\n") + 1


def _of_comment(text: str, found: Document, parted: Sequence[Row], index: int, line: int) -> Record:
    if one := _NOTED.fullmatch(text):
        return _of_line(_shown(one["line"]), found, line)
    parsed = _COMMENT.fullmatch(text)
    if parsed is None:
        return Record(0, "", "", text, line=line)
    other = _shown(parsed["other"])
    if parsed["what"]:
        return Record(0, f"({parsed['what']})", "", other, "", parsed["date"] or "", line)
    place = _place(parted, index, other)
    return Record(0, "", place.kept if place else "", other, "", parsed["date"] or "", line)


@dataclass(frozen=True, slots=True)
class _Place:
    """What a record in the body is about: rows, and the piece of the first that is replaced."""

    start: int
    end: int
    kept: str


def _place(parted: Sequence[Row], index: int, other: str) -> _Place | None:
    """What stands in place of a record's text: the piece above it that is most like it."""
    end = index
    while end and parted[end - 1].kind == RECORD:
        end -= 1
    if not end:
        return None
    last = parted[end - 1]
    if last.kind == CODE:
        start = end - 1
        while start and parted[start].inner:
            start -= 1
        return _Place(start, end, rows.join(parted[start:end])[len(parted[start].lead) : -1])
    best: tuple[float, _Place] | None = None
    for at in range(_group_start(parted, end - 1), end):
        rest = rows.parts(parted[at]).rest
        found = [rest] if parted[at].kind == HEADING else _pieces(parted[at], rest)
        for piece in found:
            alike = align.likeness(piece.strip(), other)
            if best is None or alike > best[0]:
                best = alike, _Place(at, at + 1, piece.strip())
    return best[1] if best else None


def _pieces(row: Row, rest: str) -> list[str]:
    return rest.strip().strip("|").split("|") if row.kind == CELLS else pieces(rest)


def _group_start(parted: Sequence[Row], at: int) -> int:
    """The first of the rows that a record below this one may be about."""
    row = parted[at]
    if row.listed:
        while at and parted[at].parent >= 0:
            at = parted[at].parent
        return at
    while at and not parted[at].lead and parted[at - 1].kind == row.kind != HEADING:
        at -= 1
    return at


# ---------------------------------------------------------------- resolving


def take(text: str, number: int) -> str:
    """The note with the other value in place and that record removed.

    Of a record about the note's place or the note itself only the record is removed; moving or
    deleting the note is the caller's.

    Raises:
        LookupError: There is no record of this number.
        SpliceRefused: The value can't be put there without changing anything else.
    """
    found = document.read(text)
    header, body = list(_in_header(found)), list(_in_body(found))
    if not 0 < number <= len(header) + len(body):
        raise LookupError(number)
    record = (header + [(each, "") for each, _ in body])[number - 1][0]
    if record.field in {PATH, FILE}:
        return drop(text, number)
    if record.field and not record.field.startswith("("):
        changed = found.set(record.field, _value(header, body, number, found))
        return drop(changed.text, number)
    if number <= len(header):
        raise SpliceRefused(KEY)
    return _take_piece(found, body[number - len(header) - 1][1], record)


def _value(
    header: Sequence[tuple[Record, str]], body: Sequence[tuple[Record, int]], number: int,
    found: Document,
) -> str | tuple[str, ...]:  # fmt: skip
    """The value of a record as it was: a text or a list."""
    if number <= len(header):
        line = header[number - 1][1]
    else:
        parted = rows.split(lines.BREAK.sub("\n", found.body))
        line = noted_line(parted[body[number - len(header) - 1][1]].text)
    parsed = _LINE.fullmatch(line)
    if parsed is None or parsed["other"].startswith(_YAML):
        raise SpliceRefused(KEY)
    value = json.loads(parsed["other"])
    return tuple(value) if isinstance(value, list) else str(value)


def _take_piece(found: Document, index: int, record: Record) -> str:
    """Put a recorded piece of the body into its place."""
    parted = rows.split(lines.BREAK.sub("\n", found.body))
    place = _place(parted, index, record.other) if not record.field else None
    if place is None:
        raise SpliceRefused(KEY)
    row = parted[place.start]
    if row.kind == CODE:
        new = record.other
    else:
        at = row.text.rindex(place.kept) if place.kept else len(row.text)
        new = row.text[:at] + record.other + row.text[at + len(place.kept) :]
    kept = [*parted[: place.start], replace(row, text=new), *parted[place.end :]]
    del kept[index - (place.end - place.start - 1)]
    return _with_body(found, rows.join(kept))


def drop(text: str, number: int) -> str:
    """The note as it stands, with that record removed.

    Raises:
        LookupError: There is no record of this number.
        SpliceRefused: It can't be taken out without changing anything else.
    """
    found = document.read(text)
    header, body = list(_in_header(found)), list(_in_body(found))
    if not 0 < number <= len(header) + len(body):
        raise LookupError(number)
    if number <= len(header):
        changed = found.discard(KEY, header[number - 1][1])
        return changed.text if _listed(changed) else changed.remove(KEY).text
    parted = rows.split(lines.BREAK.sub("\n", found.body))
    del parted[body[number - len(header) - 1][1]]
    return _with_body(found, rows.join(parted))


def _with_body(found: Document, body: str) -> str:
    newline = lines.newline_before(found.text, len(found.text))
    if not found.body.endswith(("\n", "\r")):
        body = body.removesuffix("\n")
    return found.text[: found.body_start] + body.replace("\n", newline)


def _group_ends(parted: Sequence[Row]) -> list[int]:
    """For each row the place past what belongs to it, where a record about it goes."""
    ends = list(range(1, len(parted) + 1))
    for at in range(len(parted) - 2, -1, -1):
        row, below = parted[at], parted[at + 1]
        if row.kind == CODE:
            goes_on = below.inner
        elif row.listed:
            goes_on = below.listed and below.parent >= 0
        else:
            goes_on = row.kind == below.kind != HEADING and not below.lead
        if goes_on:
            ends[at] = ends[at + 1]
    return ends


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


def lost_piece(loss: Loss) -> str:
    """The comment for a piece of the body that lost."""
    return comment(loss.other, loss.date)
