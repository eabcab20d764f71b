"""Tell which records are out of date: what they hold has since been edited, or deleted, elsewhere.

What stands in a place and what is recorded beside it are one set of values, merged as a set. A
value that stood in place before both sides changed the note, that one side recorded because it
lost, and that the other side has no longer, is gone: its author went on from it, and what she made
of it stands in place or in a record of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from notesync.merge import notation, rows
from notesync.merge.head import Head
from notesync.merge.lists import items_of
from notesync.merge.notation import BODY, HEADER, Piece
from notesync.merge.rows import RECORD, Row
from notesync.merge.sentences import pieces

Versions = Sequence[Sequence[Row]]
_WHOLE = {HEADER.strip("()"), BODY.strip("()")}  # records of more than a piece


def in_body(
    versions: Versions, names: Sequence[Sequence[int]], at: Sequence[Mapping[int, int]]
) -> set[int]:
    """The names of records in a body that are out of date.

    Args:
        versions: The rows of base, ours, theirs.
        names: The rows' names.
        at: For each version the place of each name.
    """
    return {
        names[side][place]
        for side in (1, 2)
        for place, row in enumerate(versions[side])
        if row.kind == RECORD and names[side][place] >= len(versions[0])
        if names[side][place] not in at[3 - side]
        if _left_behind(versions, names, at, (side, place))
    }


def _left_behind(
    versions: Versions, names: Sequence[Sequence[int]], at: Sequence[Mapping[int, int]],
    record: tuple[int, int],
) -> bool:  # fmt: skip
    """Whether a record, in this place of this side, holds what the other side has no longer."""
    side, place = record
    said = notation.read_comment(versions[side][place].text)
    if not isinstance(said, Piece) or said.what in _WHOLE:
        return False
    about = [names[side][row] for row in notation.about(versions[side], place)]
    before, now = (
        set(_texts(versions[version], [at[version][name] for name in about if name in at[version]]))
        for version in (0, 3 - side)
    )
    text = rows.bare(said.other)
    return text in before and text not in now


def _texts(version: Sequence[Row], places: Iterable[int]) -> Iterator[str]:
    """What a record of these rows may hold: a piece, a row, or all of them."""
    found = [version[place] for place in places]
    yield rows.bare("\n".join(row.text for row in found))
    for row in found:
        rest = rows.parts(row).rest
        yield rows.bare(rest)
        yield from map(rows.bare, pieces(rest))


def in_header(base: Head, ours: Head, theirs: Head) -> set[str]:
    """The records of a header that are out of date."""
    found: set[str] = set()
    known, *sides = (_listed(head) for head in (base, ours, theirs))
    for new, other in ((sides[0], theirs), (sides[1], ours)):
        for item, identity in new.items():
            noted = notation.read_line(item)
            if noted is None or identity in known.values() or item in found:
                continue
            if identity in _listed(other).values():
                continue
            before, now = (head.segments.get(("key", noted.field, 1)) for head in (base, other))
            if before and before.value == noted.other and not (now and now.value == noted.other):
                found.add(item)
    return found


def _listed(head: Head) -> dict[str, tuple[str, str]]:
    """The records of a header, and what each is known by."""
    segment = head.segments.get(("key", notation.KEY, 1))
    items = items_of(segment.value) if segment else ()
    return {item: notation.identity(item) for item in items if isinstance(item, str)}
