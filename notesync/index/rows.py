"""Turn one note into the rows that the index keeps of it.

Everything here follows from the note, its text and the fingerprint of its bytes, and from nothing
else: that is why an index that followed change by change equals one that is built from nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from notesync.errors import Problem
from notesync.index.folding import field_key, field_value, link_key, plain
from notesync.notes import names
from notesync.notes.kinds import PLAIN, STAGES
from notesync.notes.note import Field, Note
from notesync.notes.packing import pack

# Kind -> the fields whose day a list of that kind is sorted and cut by; the latest counts.
DAYS = {
    "contact": ("last_contact",),
    "conversation": ("date",),
    "question": ("decided", "dropped"),
    "opportunity": STAGES,
    "review": ("week",),
}
NAME, ALIAS = 0, 1  # ranks in the table `names`
WALK, FILE = 0, 1  # sources in the table `problems`
CONFLICTS = "conflicts"  # the key
SHOWN = 200  # characters of a value that the sentence about it shows
_YES = frozenset({"true", "yes", "ja", "wahr"})

Row = tuple[object, ...]


class Rows(NamedTuple):
    """The rows of one note, table by table, in the order of the tables' columns."""

    notes: list[Row]
    fields: list[Row]
    links: list[Row]
    names: list[Row]
    problems: list[Row]
    fts: list[Row]


def rows(number: int, note: Note, digest: str, problems: Iterable[Problem], body: str) -> Rows:
    """All rows of a note.

    Args:
        number: The note's number in the index.
        note: What was read.
        digest: Tells whether its file's content is still the same.
        problems: Those of its bytes, then its own.
        body: The text below its header.
    """
    ours = int(note.kind != PLAIN)
    return Rows(
        notes=[
            (
                number,
                note.path,
                note.kind,
                ours,
                plain(note.name),
                plain(note.id),
                plain(last_day(note)),
                int(names.key(note.text("private")) in _YES),
                digest,
                *map(plain, pack(note)),
            )
        ],
        fields=[(number, *pair) for pair in sorted(set(_pairs(note)))],
        links=sorted(
            {(number, line, plain(target), link_key(plain(target))) for target, line in note.links}
        ),
        names=list(_names(number, note)),
        problems=problem_rows(note.path, FILE, ours, problems),
        fts=[(number, *map(plain, _texts(note, body)))],
    )


def problem_rows(path: str, source: int, ours: int, problems: Iterable[Problem]) -> list[Row]:
    """The problems of one path as rows, in their order."""
    return [
        (
            path,
            source,
            rank,
            ours,
            found.code,
            found.line,
            found.column,
            json.dumps([(key, _short(value)) for key, value in found.values]),
            int(found.warning),
        )
        for rank, found in enumerate(problems)
    ]


def _short(value: str) -> str:
    """A value as a sentence can hold it: a line of a megabyte is cut, and says so."""
    return value if len(value) <= SHOWN else f"{value[: SHOWN - 1]}…"


def last_day(note: Note) -> str:
    """The last day (ISO, or part of one) that a note speaks of, "" when it names none."""
    keys = ("created", *DAYS.get(note.kind, ()))
    days = [_monday(day) for key in keys for day in note.texts(key)]
    return max([*days, *(line.day for line in note.log)], default="")


def _monday(day: str) -> str:
    """A day as it is; of a week (``2026-W19``) the day on which it begins."""
    year, week, number = day.partition("-W")
    return date.fromisocalendar(int(year), int(number), 1).isoformat() if week else day


def _pairs(note: Note) -> Iterator[tuple[str, str]]:
    """Every key with every value: as typed, and in the schema's form."""
    for given in (note.header, note.fields):
        for key, value in given.items():
            folded = field_key(key)
            if folded != CONFLICTS:
                for one in _each(value):
                    yield folded, field_value(one)
    for number, line in enumerate(note.conflicts, 1):  # one row each, for whoever counts them
        yield CONFLICTS, f"{number} {field_value(line)}"
    for tag in note.tags:
        yield "tags", field_value(tag)


def _names(number: int, note: Note) -> Iterator[Row]:
    folded = plain(names.search_fold(note.name))
    yield number, NAME, link_key(note.path), folded, plain(note.name)
    for key, alias in sorted({plain(names.key(alias)): alias for alias in note.aliases}.items()):
        yield number, ALIAS, key, plain(names.search_fold(alias)), plain(alias)


def _texts(note: Note, body: str) -> Iterator[str]:
    """The columns of the full text, folded."""
    yield names.search_fold(note.name)
    yield names.search_fold("\n".join(note.aliases))
    yield names.search_fold("\n".join(note.tags))
    yield names.search_fold(
        "\n".join(one for value in note.header.values() for one in _each(value))
    )
    yield names.search_fold(body)


def _each(value: Field) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value
