"""Say why a note is not written: one small error for each reason, with its sentence.

Every write ends either in a note that says exactly what was meant, or in one of these with the
note untouched.
"""

from __future__ import annotations

from collections.abc import Mapping

from notesync.errors import NotesyncError


class SpliceRefused(NotesyncError):
    """A write that can't be done without touching something else; nothing is written."""

    sentence = 'Writing "{key}" would have changed something else, so the note is left alone.'

    def __init__(self, key: str = "") -> None:
        """Say which key, line or section it is about."""
        super().__init__(key=key)


class Unreadable(SpliceRefused):
    """The header can't be read, or holds the marks of a merge."""

    sentence = "The note's header can't be read, so it is left alone. See notesync check."


class ReadOnlyHeader(SpliceRefused):
    """The header is TOML or JSON."""

    sentence = "notesync reads TOML and JSON headers but does not write them."


class HeaderInBraces(SpliceRefused):
    """The whole header is one flow mapping."""

    sentence = "The header stands in braces. Write one key: value a line, then try again."


class KeyTwice(SpliceRefused):
    """The key stands in the header more than once."""

    sentence = '"{key}" stands twice in the header. Keep one of them, then try again.'


class OddKey(SpliceRefused):
    """An explicit ``? key``, or a key that is no text."""

    sentence = '"{key}" is written in a way that notesync does not edit. Change it by hand.'


class NestedValue(SpliceRefused):
    """The value is a mapping, so nothing can be added to it as to a list."""

    sentence = '"{key}" holds nested values, which notesync does not edit. Change it by hand.'


class LineChanged(SpliceRefused):
    """The line is not what the caller saw, or is no line of the body."""

    sentence = "Line {key} is not what it was, so nothing was written. Look at the note again."


class NoPlace(SpliceRefused):
    """No line of a list can stand under the heading, as behind a code block that never ends."""

    sentence = 'There is no place for a line under "{key}". Add it by hand.'


# Why a key is locked (`notesync.notes.headers.Entry`) -> what is raised.
LOCKS: Mapping[str, type[SpliceRefused]] = {
    "duplicate": KeyTwice,
    "odd-key": OddKey,
    "flow-header": HeaderInBraces,
}
