"""Read and resolve what lost a merge: a note's text in, its records or the note without one out.

How a record is written stands in `notesync.merge.notation`. To take the other value is one splice:
into its key, or in the place of the piece above the record that is most like it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from notesync.merge import align, notation, rows
from notesync.merge.notation import BODY, FILE, HEADER, KEY, PATH, Noted, Piece
from notesync.merge.rows import CELLS, CODE, HEADING, RECORD, Row
from notesync.merge.sentences import pieces
from notesync.notes import document, lines
from notesync.notes.document import Document
from notesync.notes.frontmatter import HeaderValue, Nested
from notesync.notes.refusal import SpliceRefused

__all__ = ["BODY", "FILE", "HEADER", "KEY", "PATH", "Record", "drop", "records", "take"]


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


@dataclass(frozen=True, slots=True)
class _Found:
    """A record with its place: an item of the list in the header, or a row of the body."""

    record: Record
    value: HeaderValue
    item: str = ""
    row: int = -1


def records(text: str) -> list[Record]:
    """The records of a note, in the order in which they stand."""
    if "conflict" not in text:
        return []
    return [found.record for found in _found(document.read(text))]


def take(text: str, number: int) -> str:
    """The note with the other value in place and that record removed.

    Of a record about the note's place or the note itself only the record is removed; moving or
    deleting the note is the caller's.

    Raises:
        LookupError: There is no record of this number.
        SpliceRefused: The value can't be put there without changing anything else.
    """
    note, found = _numbered(text, number)
    field = found.record.field
    if field in {PATH, FILE}:
        return drop(text, number)
    if field in {HEADER, BODY} or isinstance(found.value, Nested):
        raise SpliceRefused(KEY)
    if field:
        value = found.value if isinstance(found.value, str) else _texts(found.value)
        changed = note.set(field, value)
        return drop(changed.text, number)
    return _with_body(note, _with_piece(_parted(note), found))


def drop(text: str, number: int) -> str:
    """The note as it stands, with that record removed.

    Raises:
        LookupError: There is no record of this number.
        SpliceRefused: It can't be taken out without changing anything else.
    """
    note, found = _numbered(text, number)
    if found.row < 0:
        changed = note.discard(KEY, found.item)
        return changed.text if _listed(changed) else changed.remove(KEY).text
    parted = _parted(note)
    del parted[found.row]
    return _with_body(note, parted)


def _numbered(text: str, number: int) -> tuple[Document, _Found]:
    note = document.read(text)
    found = list(_found(note))
    if not 0 < number <= len(found):
        raise LookupError(number)
    return note, found[number - 1]


# ---------------------------------------------------------------- reading


def _found(note: Document) -> Iterator[_Found]:
    """The records of a note with their places: first those of the header."""
    number = 0
    for number, item in enumerate(_listed(note), 1):
        noted = notation.read_line(item)
        yield replace(_of_value(note, noted, number, item, note.key_line(KEY) or 0), item=item)
    parted = _parted(note)
    line = note.body_line
    for at, row in enumerate(parted):
        line += row.lead.count("\n")
        if row.kind == RECORD:
            number += 1
            yield replace(_of_row(note, parted, at, number, line), row=at)
        line += row.text.count("\n") + 1


def _listed(note: Document) -> tuple[str, ...]:
    return _texts(note.get(KEY))


def _texts(value: HeaderValue | None) -> tuple[str, ...]:
    items = value if isinstance(value, tuple) else (value,) if value else ()
    return tuple(item for item in items if isinstance(item, str))


def _plain(value: HeaderValue | None) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(_plain, value))
    return value.raw if isinstance(value, Nested) else value or ""


def _of_value(note: Document, noted: Noted | None, number: int, text: str, line: int) -> _Found:
    if noted is None:  # somebody edited it; it can only be dropped
        return _Found(Record(number, BODY, "", text, line=line), text)
    kept = _plain(note.get(noted.field))
    record = Record(
        number, noted.field, kept, _plain(noted.other), _plain(noted.base), noted.date, line
    )
    return _Found(record, noted.other)


def _of_row(note: Document, parted: Sequence[Row], at: int, number: int, line: int) -> _Found:
    said = notation.read_comment(parted[at].text)
    if not isinstance(said, Piece):
        return _of_value(note, said, number, parted[at].text, line)
    if said.what in {"header", "body"}:
        record = Record(number, f"({said.what})", "", said.other, "", said.date, line)
    else:
        place = _place(parted, at, said)
        kept = place.kept if place else ""
        record = Record(number, "", kept, said.other, "", said.date, line)
    return _Found(record, said.other)


# ---------------------------------------------------------------- the body


def _parted(note: Document) -> list[Row]:
    body = lines.BREAK.sub("\n", note.body)
    return rows.split(body if body.endswith("\n") or not body else body + "\n")


def _with_body(note: Document, parted: Sequence[Row]) -> str:
    """The note with another body, in the line ends that it has."""
    body = rows.join(parted)
    if not note.body.endswith(("\n", "\r")):
        body = body.removesuffix("\n")
    newline = lines.newline_before(note.text, len(note.text))
    return note.text[: note.body_start] + body.replace("\n", newline)


@dataclass(frozen=True, slots=True)
class _Place:
    """What a record in the body is about: rows, and the piece of the first that is replaced."""

    start: int
    end: int
    kept: str


def _place(parted: Sequence[Row], at: int, said: Piece) -> _Place | None:
    """What stands in place of a record's text: a piece of the lines above it."""
    about = notation.about(parted, at)
    if not about:
        return None
    start, end = about.start, about.stop
    if parted[end - 1].kind == CODE:
        return _Place(start, end, rows.join(parted[start:end])[len(parted[start].lead) : -1])
    places = [
        [_Place(row, row + 1, piece.strip()) for piece in _pieces(parted[row])] for row in about
    ]
    return _likeliest(places, said)


_CLEAR = 0.2  # by so much more the likeliest piece is like a record than any other


def _likeliest(places: Sequence[Sequence[_Place]], said: Piece) -> _Place | None:
    """The piece that is clearly most like a record, else the one at its place in its line."""
    every = [place for row in places for place in row]
    if len(every) == 1:
        return every[0]
    scores = sorted(
        ((_alike(place.kept, said.other), at) for at, place in enumerate(every)), reverse=True
    )
    if scores and scores[0][0] - (scores[1][0] if len(scores) > 1 else 0.0) >= _CLEAR:
        return every[scores[0][1]]
    number, _, count = said.what.partition("/")
    lines = [row for row in places if len(row) == int(count or 1)]
    return lines[0][int(number or 1) - 1] if len(lines) == 1 else None


def _alike(one: str, other: str) -> float:
    """Part of the words that two texts share; of rows of a table part of their cells."""
    cells = [[cell.strip() for cell in text.split("|")[1:-1]] for text in (one, other)]
    if cells[0] and len(cells[0]) == len(cells[1]):
        same = [a for a, b in zip(*cells, strict=True) if a == b]
        return len(same) / len(cells[0])
    ours, theirs = align.words(one), align.words(other)
    most = ours.total() + theirs.total()
    return 2 * (ours & theirs).total() / most if most else 0.0


def _pieces(row: Row) -> list[str]:
    rest = rows.parts(row).rest
    if row.kind in {HEADING, CELLS}:
        return [rest]
    return pieces(rest)


def _with_piece(parted: list[Row], found: _Found) -> list[Row]:
    """The rows with a recorded piece in its place, and without the record."""
    other = found.record.other
    said = notation.read_comment(parted[found.row].text)
    place = _place(parted, found.row, said) if isinstance(said, Piece) else None
    if place is None:
        raise SpliceRefused(KEY)
    row = parted[place.start]
    if row.kind == CODE:
        new = other
    else:
        at = row.text.rindex(place.kept)
        new = row.text[:at] + other + row.text[at + len(place.kept) :]
    kept = parted[: found.row] + parted[found.row + 1 :]
    return [*kept[: place.start], replace(row, text=new), *kept[place.end :]]
