"""Turn three versions of one note into the one that holds what both sides did."""

from __future__ import annotations

from dataclasses import dataclass

from notesync.merge.conflict import Conflict


@dataclass(frozen=True, slots=True)
class MergedNote:
    """One note after the merge.

    Attributes:
        data: Its bytes.
        conflicts: What was recorded in it by this merge.
    """

    data: bytes
    conflicts: tuple[Conflict, ...] = ()


def merge_note(
    base: bytes | None, ours: bytes, theirs: bytes, *, dates: tuple[int, int], path: str = ""
) -> MergedNote:
    """Merge one note. Swapping the sides, with their dates, gives the same bytes.

    Args:
        base: What both sides began with; None when each made the note by itself.
        ours: One side's bytes.
        theirs: The other side's.
        dates: Author dates (Unix seconds) of the last commits that touched the note on each side.
        path: Where the note lies, for the conflicts.
    """
    raise NotImplementedError
