"""Write, read and resolve the record of a true conflict: the value that is not in place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Record:
    """One value that lost, as it is kept in its note.

    Attributes:
        number: From 1, in the order in which the records stand.
        field: The key of the header; "" for the body.
        kept: What stands in place now.
        other: The value that can be taken instead.
        base: What both sides had before; "" when there was nothing.
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


def records(text: str) -> list[Record]:
    """The records of a note, in the order in which they stand."""
    raise NotImplementedError


def take(text: str, number: int) -> str:
    """The note with the other value in place and that record removed.

    Raises:
        LookupError: There is no record of this number.
        SpliceRefused: The value can't be put there without changing anything else.
    """
    raise NotImplementedError


def drop(text: str, number: int) -> str:
    """The note as it stands, with that record removed.

    Raises:
        LookupError: There is no record of this number.
        SpliceRefused: It can't be taken out without changing anything else.
    """
    raise NotImplementedError
