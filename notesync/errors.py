"""Turn what can go wrong into values: a `Problem` travels with its note, a `NotesyncError` stops.

Sentences are English msgids with ``{name}`` slots; the doors translate them (see `notesync.words`).
One bad note never hides the others, so whatever is wrong *inside* a note is a `Problem`, listed by
``notesync check``, the dashboard and the editor alike; an exception only ends an action.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

# Problem code -> sentence. What happened and what to do; path and line are put before it.
PROBLEMS: Mapping[str, str] = {
    "bad-date": '"{value}" is not a date. Write it as YYYY-MM-DD.',
}


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in one note that a person should look at.

    Attributes:
        code: A key of `PROBLEMS`.
        line: 1-based line in the file; 0 when the problem is the whole file's.
        column: 1-based column in characters; 0 when the whole line is meant.
        values: What fills the sentence's slots, as pairs (hashable, stored as JSON).
        path: The note, relative to the vault, with ``/``; "" until the note is put in its place.
        warning: True for what is worth knowing but is not wrong (it never makes ``check`` exit 3).
    """

    code: str
    line: int = 0
    column: int = 0
    values: tuple[tuple[str, str], ...] = ()
    path: str = ""
    warning: bool = False

    @property
    def sentence(self) -> str:
        """The English msgid with its slots unfilled."""
        return PROBLEMS[self.code]

    @property
    def where(self) -> str:
        """``path:line:column`` as editors understand it, shortened where a part is unknown."""
        parts = [self.path]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)


def problem(code: str, line: int = 0, column: int = 0, **values: object) -> Problem:
    """Make a `Problem` of this code; keyword arguments fill its sentence.

    Raises:
        KeyError: `code` is not in `PROBLEMS`.
    """
    assert code in PROBLEMS, code
    return Problem(code, line, column, tuple((key, str(value)) for key, value in values.items()))


class NotesyncError(Exception):
    """What stops an action; a small subclass owns its sentence and its exit code.

    Attributes:
        sentence: English msgid: what happened, where, what to do. Set by the subclass.
        exit_code: What the process ends with (interface.md: 1 error, 2 usage, 3 problems,
            4 not found or ambiguous, 5 vault or index unusable, 6 committed but not synced).
        values: What fills the sentence's slots.
    """

    sentence: ClassVar[str] = "{reason}"
    exit_code: ClassVar[int] = 1

    def __init__(self, **values: object) -> None:
        """Keep the values that fill the sentence."""
        super().__init__(self.sentence.format(**values))
        self.values = values


class Unusable(NotesyncError):
    """The vault or the index can't be used at all."""

    exit_code = 5


class NotFound(NotesyncError):
    """A name that fits nothing, or more than one thing."""

    exit_code = 4


class UsageError(NotesyncError):
    """What was typed can't be meant."""

    exit_code = 2
