"""Turn a `Note` into two compact lines of JSON and back, equal and fast.

The index keeps notes in this form. The first line holds what the `Book` needs and is read for all
notes at once; the second the rest, for whoever asks for the note itself. Records become arrays in
the order of their class's fields, so that no name is stored ten thousand times.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from notesync.errors import Problem
from notesync.notes.note import NO_FIELDS, Field, Insight, LogLine, Note, Promise

# Empty places at the end are not stored.
_NO_BRIEF: tuple[Any, ...] = ("", "", "", {}, *((),) * 7)
_NO_REST: tuple[Any, ...] = ({}, "", *((),) * 3)
_NOTHING: tuple[object, ...] = ("", {}, (), [])
_dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_dump_ascii = json.JSONEncoder(separators=(",", ":")).encode
_decode = json.JSONDecoder().raw_decode
_FIELDS = 3  # where they are in a first line
_TOGETHER = 256  # lines that are parsed at once: one by one takes longer, all at once more memory
_NAMED = LogLine._fields.index("named")


class Brief(NamedTuple):
    """What the `Book` needs of a note, as it comes out of JSON; attributes as in `Note`.

    Rows are lists in the order of their class's fields, and a field with several texts is a list.
    """

    path: str
    name: str
    kind: str
    fields: Mapping[str, Any] = NO_FIELDS
    aliases: Sequence[str] = ()
    tags: Sequence[str] = ()
    log: Sequence[Sequence[Any]] = ()
    insights: Sequence[Sequence[Any]] = ()
    surprises: Sequence[Sequence[Any]] = ()
    promises: Sequence[Sequence[Any]] = ()
    named: Sequence[Sequence[Any]] = ()

    def text(self, key: str) -> str:
        """A field as one text; "" when absent."""
        value = self.fields.get(key, "")
        return value if isinstance(value, str) else next(iter(value), "")

    def texts(self, key: str) -> tuple[str, ...]:
        """A field as a tuple of texts; empty when absent."""
        value = self.fields.get(key, ())
        return (value,) if isinstance(value, str) else tuple(value)


def pack(note: Note) -> tuple[str, str]:
    """Two lines of JSON, from which `unpack` makes an equal note."""
    brief = [
        note.path,
        note.name,
        note.kind,
        dict(note.fields),
        note.aliases,
        note.tags,
        note.log,
        note.insights,
        note.surprises,
        note.promises,
        note.named,
    ]
    rest = [dict(note.header), note.id, note.links, note.conflicts, note.problems]
    return _line(brief), _line(rest)


def unpack(brief: str, rest: str) -> Note:
    """The note that was packed."""
    return _note(json.loads(brief), json.loads(rest))


def unpack_all(pairs: Sequence[tuple[str, str]]) -> list[Note]:
    """Many notes at once, which is faster than one by one."""
    first, second = _all([one for one, _ in pairs]), _all([other for _, other in pairs])
    return [_note(brief, rest) for brief, rest in zip(first, second, strict=True)]


def briefs(lines: Sequence[str]) -> Iterator[Brief]:
    """What the `Book` needs of many notes, from the first lines of what `pack` gave."""
    return (Brief(*row) for row in _all(lines))


def fields_of(lines: Sequence[str]) -> list[dict[str, Any]]:
    """The fields alone of many notes, from the same lines: nothing behind them is read.

    Raises:
        LookupError, TypeError, ValueError: A line is none that `pack` gave.
    """
    return [_fields_in(line) for line in lines]


def _fields_in(line: str) -> dict[str, Any]:
    at = line.find('",{')  # in a text, each quote has a backslash before it
    if at < 0 or line[at - 1] == "\\":
        row = json.loads(line)
        return dict(row[_FIELDS]) if len(row) > _FIELDS else {}
    found: dict[str, Any]
    found, _ = _decode(line, at + 2)
    return found


def _all(lines: Sequence[str]) -> Iterator[list[Any]]:
    for at in range(0, len(lines), _TOGETHER):
        yield from json.loads(f"[{','.join(lines[at : at + _TOGETHER])}]")


def _line(parts: list[Any]) -> str:
    while parts and parts[-1] in _NOTHING:
        parts.pop()
    text = _dump(parts)
    # Lone surrogates stand for bytes that are no UTF-8; only escaped do they survive in a database.
    return text if text.isascii() or _encodable(text) else _dump_ascii(parts)


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _note(brief: list[Any], rest: list[Any]) -> Note:
    brief += _NO_BRIEF[len(brief) :]
    rest += _NO_REST[len(rest) :]
    return Note(
        path=brief[0],
        name=brief[1],
        kind=brief[2],
        fields=_fields(brief[3]),
        header=_fields(rest[0]),
        id=rest[1],
        aliases=tuple(brief[4]),
        tags=tuple(brief[5]),
        log=tuple([_log_line(row) for row in brief[6]]),
        insights=tuple([_insight(row) for row in brief[7]]),
        surprises=tuple([(text, line) for text, line in brief[8]]),
        promises=tuple(map(Promise._make, brief[9])),
        named=tuple([(name, line) for name, line in brief[10]]),
        links=tuple([(target, line) for target, line in rest[2]]),
        conflicts=tuple(rest[3]),
        problems=tuple([_problem(row) for row in rest[4]]),
    )


def _fields(values: dict[str, Any]) -> Mapping[str, Field]:
    """The same mapping, its lists become tuples."""
    for key, value in values.items():
        if type(value) is list:
            values[key] = tuple(value)
    return values


def _log_line(row: list[Any]) -> LogLine:
    row[_NAMED] = tuple(row[_NAMED])
    return LogLine(*row)


def _insight(row: list[Any]) -> Insight:
    text, question, stances, line = row
    return Insight(text, question, tuple([(sign, option) for sign, option in stances]), line)


def _problem(row: list[Any]) -> Problem:
    code, line, column, values, *where = row
    return Problem(code, line, column, tuple([(key, value) for key, value in values]), *where)
