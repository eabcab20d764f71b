"""Keep a block that notesync wrote into a note up to date, and leave in it what the user changed.

The block stands between two comments; the first one remembers, as short sums, which lines were
written. So a line that the user has changed or added is hers and stays, one that she has deleted
does not come back, and only lines of ours come and go. Everything outside is kept byte for byte.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

from notesync.notes import document, lines
from notesync.notes.document import Document
from notesync.notes.refusal import SpliceRefused

_SUMS = r"(?:[0-9a-f]{6} ?)*"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a block: its heading, and the lines below it."""

    heading: str
    rows: tuple[str, ...]


def put(note: Document, name: str, parts: Sequence[Part]) -> Document:
    """The note with the block brought up to date; put at its end where there is none.

    Args:
        note: The note.
        name: What the block is called, such as ``review 2026-W20``.
        parts: What it says now.

    Raises:
        SpliceRefused: The note must not be touched.
    """
    if not note.writable:
        raise SpliceRefused(name)
    newline = lines.newline_before(note.text, note.body_start)
    rows = lines.split(note.body)
    place = _find(rows, name)
    if place is None:
        gap = [newline] if note.body.strip() else []
        if rows and not rows[-1].endswith(("\n", "\r")):
            rows[-1] += newline
        block = [row + newline for row in _block(name, _lines(parts), _whole(parts))]
        body = "".join([*rows, *gap, *block])
    else:
        start, end = place
        held = [row.rstrip("\r\n") for row in rows[start + 1 : end]]
        written = re.findall(r"[0-9a-f]{6}", rows[start].partition(f"{name}:")[2])
        there = set(map(_sum, held))
        # What she deleted or changed stays so, even if it comes to be said again.
        gone = [each for each in written if each not in there]
        new = _block(name, _lines(parts), _merged(held, set(written), parts), gone)
        if new[1:-1] == held and new[0] == rows[start].rstrip("\r\n"):
            return note
        body = "".join([*rows[:start], *(row + newline for row in new), *rows[end + 1 :]])
    changed = document.read(note.text[: note.body_start] + body, note.path)
    if not changed.writable or changed.header != note.header or changed.body != body:
        raise SpliceRefused(name)
    return changed


def _find(rows: Sequence[str], name: str) -> tuple[int, int] | None:
    """The rows of the two comments."""
    first = re.compile(rf"<!-- notesync {re.escape(name)}: {_SUMS}-->")
    last = f"<!-- /notesync {name} -->"
    stripped = [row.strip() for row in rows]
    start = next((at for at, row in enumerate(stripped) if first.fullmatch(row)), None)
    if start is None or last not in stripped[start:]:
        return None
    return start, stripped.index(last, start)


def _block(
    name: str, written: Sequence[str], rows: Sequence[str], gone: Sequence[str] = ()
) -> list[str]:
    sums = " ".join(dict.fromkeys((*map(_sum, written), *gone)))
    return [f"<!-- notesync {name}: {sums} -->", *rows, f"<!-- /notesync {name} -->"]


def _lines(parts: Sequence[Part]) -> list[str]:
    return [row for part in parts for row in (part.heading, *part.rows)]


def _whole(parts: Sequence[Part]) -> list[str]:
    rows: list[str] = []
    for part in parts:
        rows += [part.heading, "", *part.rows, ""]
    return rows


def _merged(held: list[str], written: set[str], parts: Sequence[Part]) -> list[str]:
    """The rows of the block, with ours exchanged and hers kept."""
    new = _lines(parts)
    kept = [row for row in held if not (row and _sum(row) in written and row not in new)]
    for part in parts:
        above = part.heading
        for row in (part.heading, *part.rows):
            if row not in kept and _sum(row) not in written:
                _insert(kept, row, above)
            if row in kept:
                above = row
    return kept


def _insert(rows: list[str], row: str, above: str) -> None:
    """Put a new row below the one it follows; at the end where that one is gone."""
    if above not in rows:
        rows += [row, ""]
        return
    at = rows.index(above) + 1
    heading = above.startswith("#")
    if heading and at < len(rows) and not rows[at]:
        at += 1
    between = [""] if heading and (at == 0 or rows[at - 1] == above) else []
    after = [""] if heading and at < len(rows) and rows[at].startswith("#") else []
    rows[at:at] = [*between, row, *after]


def _sum(row: str) -> str:
    """Six hexadecimal digits that tell one line from another."""
    return f"{crc32(row.strip().encode()):08x}"[:6]
