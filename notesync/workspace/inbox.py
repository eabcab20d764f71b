"""Turn what a phone has put into the inbox into plans: each line is a sentence, each note is filed.

A line is read as `say` reads it, as of the day on which it was captured, and its whole text goes
into the note that it becomes; only then does it leave the inbox, in the same command, so that
`undo` gives it back. A half-filled note moves to where its kind lives. Nothing is ever deleted
that is not written elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from notesync.errors import NotesyncError
from notesync.index import inventory
from notesync.notes import document, lines, names, values
from notesync.notes.document import Document
from notesync.notes.kinds import KINDS
from notesync.notes.reading import kind_of
from notesync.vault.captures import captures, folders
from notesync.vault.errors import NameTaken
from notesync.workspace import conversations, dates, hearing, new_notes, saying
from notesync.workspace.opening import Workspace
from notesync.workspace.plan import Change, Move, Plan, Remove, Step

if TYPE_CHECKING:
    from collections.abc import Mapping

FILED = frozenset(KINDS) - {"me"}  # kinds whose notes have a folder
# Keys that a phone's app writes by itself: a file with nothing else in its header is no note.
OWN_KEYS = frozenset({"created", "date", "updated", "modified", "id", "title", "source"})
_BULLET = re.compile(r"^\s*(?:[-*+•]|\d{1,3}[.)])\s+(?:\[[ ]\]\s+)?")
_DONE = re.compile(r"^\s*[-*+]\s+\[[xX-]\]")
_DATED = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
_APART = re.compile(r"^\s*(?:#{1,6}\s|-{3,}\s*$|\*{3,}\s*$|<!--|```)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that waits in the inbox.

    Attributes:
        path: The file.
        line: 1-based line at which it begins; 0 for a whole note.
        rows: Its lines as they stand there.
        text: What they say, on one line.
        day: When it was captured.
        kind: Of a note that is filed as it is, else "".
    """

    path: str
    line: int
    rows: tuple[str, ...]
    text: str
    day: date
    kind: str = ""

    @property
    def where(self) -> str:
        """``inbox/2026-05-10.md:3``."""
        return f"{self.path}:{self.line}" if self.line else self.path


def waiting(workspace: Workspace) -> list[Entry]:
    """Everything in the inbox, file by file."""
    return [
        entry
        for path, saved in captures(workspace.vault, folders(workspace.vault.config))
        for entry in _entries(workspace, path, saved)
    ]


def _entries(workspace: Workspace, path: str, saved: date) -> Iterator[Entry]:
    try:
        seen = workspace.vault.read(path)
    except NotesyncError:  # gone since the look into the folder
        return
    if seen.readonly:
        return
    note = document.read(seen.text, path)
    day = _captured(workspace, note, path, saved)
    kind = kind_of(path, note.header, workspace.vault.config.kinds)
    if kind in FILED:
        yield Entry(path, 0, (), _title(path), day, kind)
        return
    yield from _lines(note, path, day, workspace.today)


def _captured(workspace: Workspace, note: Document, path: str, saved: date) -> date:
    """The day of a capture: by the file's name, its header, else its last save."""
    stem = names.stem(path)
    told = [note.get(key) for key in ("date", "created")]
    dated = _DATED.match(stem)
    texts = ["-".join(dated.groups())] if dated else []
    texts += [text for text in told if isinstance(text, str)]
    days = (values.day(text) for text in texts)
    found = next((date.fromisoformat(day) for day in days if day), saved)
    return min(found, workspace.today)


def _title(path: str) -> str:
    stem = path.rpartition("/")[2]
    return names.without_suffix(stem)


def _lines(note: Document, path: str, day: date, today: date) -> Iterator[Entry]:
    """The sentences of a body; bullets below a line belong to it."""
    rows = [row.rstrip("\r\n") for row in lines.split(note.body)]
    open_: list[tuple[int, str]] = []
    for number, row in enumerate([*rows, ""]):
        bullet = bool(_BULLET.match(row))
        more = bool(open_) and (bullet or row[:1] in " \t") and not _is_bullet(open_[0][1])
        if row.strip() and more and not _DONE.match(row):
            open_.append((number, row))
            continue
        if open_:
            yield _entry(note, path, day, open_)
            open_ = []
        if not row.strip() or _DONE.match(row):
            continue
        if on := _day_of(row, day, today):
            day = on
        elif not _APART.match(row):
            open_ = [(number, row)]


def _is_bullet(row: str) -> bool:
    return bool(_BULLET.match(row))


def _entry(note: Document, path: str, day: date, rows: Sequence[tuple[int, str]]) -> Entry:
    texts = [_BULLET.sub("", row).strip() for _, row in rows]
    first, *rest = texts
    text = "; ".join((first.rstrip(":;,."), *rest)) if rest else first
    kept = tuple(row for _, row in rows)
    return Entry(path, note.body_line + rows[0][0], kept, text, day)


def _day_of(row: str, day: date, today: date) -> date | None:
    """The day that a line is which says nothing else, for the lines below it."""
    text = row.strip().strip(" #*_:")
    if not re.search(r"\d", text):
        return None
    try:
        found = date.fromisoformat(dates.moment(text, day)[0])
    except NotesyncError:
        return None
    return min(found, today)


# ---------------------------------------------------------------- filing


def heard(workspace: Workspace, entry: Entry, sentence: str = "") -> hearing.Heard:
    """What a line says, as of its day.

    Args:
        workspace: The vault.
        entry: The line.
        sentence: What the user says in its place, if she does.

    Raises:
        NotesyncError: As `hearing.heard`.
    """
    found = hearing.heard(workspace, sentence or entry.text, entry.day)
    if not sentence or sentence == entry.text:
        return found
    both = f"{sentence} ({entry.text})"  # what was captured is kept beside what it meant
    return replace(found, saying=replace(found.saying, text=both))


def file_line(
    workspace: Workspace, entry: Entry, found: hearing.Heard, answers: Mapping[str, str]
) -> Plan:
    """Write a line's note, and take the line out of the inbox."""
    plan = saying.plan(workspace, found, answers, whole=True)
    step = _taken_out(workspace, entry)
    return replace(plan, command=f"inbox {entry.text}", steps=(*plan.steps, step))


def _taken_out(workspace: Workspace, entry: Entry) -> Step:
    """The step after which a line is in the inbox no more."""
    seen = workspace.vault.read(entry.path)
    note = _without(document.read(seen.text, entry.path), entry)
    own = all(key.casefold() in OWN_KEYS for key in note.header)
    if own and not any(_says(row, entry.day) for row in lines.split(note.body)):
        return Remove(entry.path, seen.text)
    return Change(entry.path, lambda read: _without(read, entry))


def _without(note: Document, entry: Entry) -> Document:
    at = _place(note, entry)
    for number in reversed(range(len(entry.rows))):
        note = note.replace_line(at + number, entry.rows[number], None)
    return note


def _place(note: Document, entry: Entry) -> int:
    """Where the rows stand by now: lines above them may have gone meanwhile."""
    rows = [row.rstrip("\r\n") for row in lines.split(note.body)]
    count = len(entry.rows)
    places = [at for at in range(len(rows)) if tuple(rows[at : at + count]) == entry.rows]
    wanted = entry.line - note.body_line
    nearest = min(places, key=lambda at: abs(at - wanted), default=wanted)
    return note.body_line + nearest


def _says(row: str, day: date) -> bool:
    """Whether a row holds anything that would be lost with its file."""
    return bool(row.strip()) and _day_of(row, day, date.max) is None


def file_note(workspace: Workspace, entry: Entry) -> Plan:
    """Move a half-filled note to where its kind lives; a conversation gets the day it lacks.

    Raises:
        NameTaken: Another note is there.
    """
    suffix = ".md"
    stem = names.safe_name(_title(entry.path))
    steps: list[Step] = []
    if entry.kind == "conversation":
        note = document.read(workspace.vault.read(entry.path).text, entry.path)
        spelled = conversations.spelled(note, "conversation", "date")
        if not note.get(spelled) and not values.day(stem[:10]):
            day = entry.day.isoformat()
            steps.append(Change(entry.path, lambda read: conversations.put(read, "date", day)))
    target = f"{new_notes.folder(workspace, entry.kind)}/{stem}{suffix}"
    if inventory.holds(workspace.store, target):
        raise NameTaken(path=target, other=target)
    steps.append(Move(entry.path, target))
    said = workspace.words.t("Filed: {path}.", path=target)
    return Plan(f"inbox {stem}", tuple(steps), said, note=target)
