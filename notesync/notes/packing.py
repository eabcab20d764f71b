"""Turn a `Note` into one compact line of JSON and back, equal and fast.

The index keeps notes in this form; whatever needs all of them unpacks them at once. Records become
arrays in the order of their class's fields, with the defaults at the end left out, so that neither
names nor empty places are stored ten thousand times.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import Any

from notesync.errors import Problem
from notesync.notes.note import Field, Insight, LogLine, Note, Promise

_NAMED = LogLine.__slots__.index("named")
_EMPTY: tuple[Any, ...] = ("", "", "", {}, {}, "", *((),) * 10)  # a Note of which nothing is said
_NOTHING: tuple[object, ...] = ("", {}, (), [])
_dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_dump_ascii = json.JSONEncoder(separators=(",", ":")).encode

# Class -> (reader of all its fields, its defaults; the first fields have none).
_ROWS = {
    kind: (attrgetter(*kind.__slots__), tuple(kind.__dataclass_fields__.values()))
    for kind in (LogLine, Insight, Promise, Problem)
}


def pack(note: Note) -> str:
    """One line of JSON, from which `unpack` makes an equal note."""
    parts = [
        note.path,
        note.name,
        note.kind,
        dict(note.fields),
        dict(note.header),
        note.id,
        note.aliases,
        note.tags,
        [_row(line) for line in note.log],
        [_row(insight) for insight in note.insights],
        note.surprises,
        [_row(promise) for promise in note.promises],
        note.named,
        note.links,
        note.conflicts,
        [_row(found) for found in note.problems],
    ]
    while parts and parts[-1] in _NOTHING:
        parts.pop()
    text = _dump(parts)
    # Lone surrogates stand for bytes that are no UTF-8; only escaped do they survive in a database.
    return text if text.isascii() or _encodable(text) else _dump_ascii(parts)


def unpack(text: str) -> Note:
    """The note that was packed."""
    return _note(json.loads(text))


def unpack_all(texts: Iterable[str]) -> list[Note]:
    """Many notes at once, which is faster than one by one."""
    return [_note(parts) for parts in json.loads(f"[{','.join(texts)}]")]


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _row(record: LogLine | Insight | Promise | Problem) -> list[object]:
    values, fields = _ROWS[type(record)]
    row = list(values(record))
    while row and row[-1] == fields[len(row) - 1].default:
        row.pop()
    return row


def _note(parts: list[Any]) -> Note:
    parts += _EMPTY[len(parts) :]
    return Note(
        parts[0],
        parts[1],
        parts[2],
        _fields(parts[3]),
        _fields(parts[4]),
        parts[5],
        tuple(parts[6]),
        tuple(parts[7]),
        tuple([_log_line(row) for row in parts[8]]) if parts[8] else (),
        tuple([_insight(row) for row in parts[9]]) if parts[9] else (),
        tuple([(text, line) for text, line in parts[10]]) if parts[10] else (),
        tuple([Promise(*row) for row in parts[11]]) if parts[11] else (),
        tuple([(name, line) for name, line in parts[12]]) if parts[12] else (),
        tuple([(target, line) for target, line in parts[13]]) if parts[13] else (),
        tuple(parts[14]),
        tuple([_problem(row) for row in parts[15]]) if parts[15] else (),
    )


def _fields(values: dict[str, Any]) -> Mapping[str, Field]:
    """The same mapping, its lists become tuples."""
    for key, value in values.items():
        if type(value) is list:
            values[key] = tuple(value)
    return values


def _log_line(row: list[Any]) -> LogLine:
    if len(row) > _NAMED:
        row[_NAMED] = tuple(row[_NAMED])
    return LogLine(*row)


def _insight(row: list[Any]) -> Insight:
    if len(row) > 2:  # noqa: PLR2004 -- its stances stand third
        row[2] = tuple([(sign, option) for sign, option in row[2]])
    return Insight(*row)


def _problem(row: list[Any]) -> Problem:
    if len(row) > 3:  # noqa: PLR2004 -- its values stand fourth
        row[3] = tuple([(key, value) for key, value in row[3]])
    return Problem(*row)
