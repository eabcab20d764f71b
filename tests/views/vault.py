"""Text in, rows out: a vault as one text with its files, read and bound as the program does."""

import re
from datetime import date

import holidays

from notesync.notes.binding import bind
from notesync.notes.book import Book
from notesync.notes.document import read
from notesync.notes.kinds import KindMap
from notesync.notes.note import Note
from notesync.notes.reading import read_note
from notesync.notes.rhythm import Rhythm
from notesync.views.calendar import Calendar
from notesync.views.facts import Facts, gather
from notesync.views.status import Status, status

_HAMBURG = holidays.country_holidays("DE", subdiv="HH", years=range(2018, 2031))
HAMBURG = Calendar(frozenset(_HAMBURG), frozenset(range(2018, 2031)))


def day(text: str) -> date:
    return date.fromisoformat(text)


def note_of(path: str, text: str) -> Note:
    return read_note(path, read(text), KindMap())


def notes_of(files: dict[str, str]) -> list[Note]:
    return [note_of(path, text) for path, text in files.items()]


def files_of(text: str) -> dict[str, str]:
    """``=== contacts/Anna`` begins a file; blank lines around a file's text don't matter."""
    parts = re.split(r"^=== (.+)$", text, flags=re.MULTILINE)
    return {
        f"{path.strip()}.md": f"{body.strip()}\n"
        for path, body in zip(parts[1::2], parts[2::2], strict=True)
    }


def vault_of(text: str) -> Book:
    return bind(notes_of(files_of(text)))


def facts_of(text: str, today: str, rhythm: Rhythm | None = None) -> Facts:
    return gather(vault_of(text), day(today), HAMBURG, rhythm or Rhythm())


def gathered(files: dict[str, str], today: date, rhythm: Rhythm | None = None) -> Facts:
    """The facts of files by their paths."""
    return gather(bind(notes_of(files)), today, HAMBURG, rhythm or Rhythm())


def status_of(text: str, today: str, rhythm: Rhythm | None = None) -> Status:
    return status(vault_of(text), day(today), HAMBURG, rhythm or Rhythm())
