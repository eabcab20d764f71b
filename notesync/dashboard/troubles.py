"""Rows of what a person should look at: lines not understood, and things in two versions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Trouble:
    """A line that was not understood, and what opens it in an editor, or ""."""

    where: str
    sentence: str
    opens: str = ""


@dataclass(frozen=True, slots=True)
class Clash:
    """Something of which there are two versions, since two devices changed it differently.

    Attributes:
        number: As ``notesync conflicts`` counts.
        path: The note.
        what: A key of the note, or what else it is about, in the reader's language.
        kept: What stands in place.
        other: What can be taken instead.
        day: When the other was written.
        href: Where whom or what the note is about has its place, or "".
    """

    number: int
    path: str
    what: str
    kept: str
    other: str
    day: date | None = None
    href: str = ""
