"""Turn files into what the index keeps of each: its mark, the digest of its bytes, and its rows.

Nothing here touches the index, so the files can be read one after another, or many at a time in
other processes (`notesync.index.workers`): what comes of it is the same.
"""

from __future__ import annotations

from typing import NamedTuple

from notesync.index import manifest
from notesync.index.manifest import Mark
from notesync.index.rows import Rows, rows
from notesync.notes.kinds import KindMap
from notesync.vault.errors import FileVanished
from notesync.vault.snapshot import Snapshot
from notesync.vault.vault import Vault


class Errand(NamedTuple):
    """One file to read: the number that the note has in the index, and its path."""

    number: int
    path: str


class Reading(NamedTuple):
    """What came of it.

    Attributes:
        mark: The file's before its first byte was read; None if it couldn't be opened.
        digest: See `digest`.
        rows: Table by table.
    """

    mark: Mark | None
    digest: str
    rows: Rows


def read(vault: Vault, errand: Errand) -> Reading | None:
    """Read one file; None when it has gone."""
    try:
        found = vault.read(errand.path)
    except FileVanished:
        return None
    what = digest(found)
    return Reading(mark(found), what, rows_of(found, errand.number, what, vault.config.kinds))


def mark(found: Snapshot) -> Mark | None:
    """What the manifest keeps of a file; an unreadable one has no stat of its own."""
    return manifest.mark(found.stat) if found.digest else None


def digest(found: Snapshot) -> str:
    """Stands for all of a snapshot that its rows depend on: the bytes, and how they were read."""
    if not found.problems:
        return found.digest
    import hashlib  # loads OpenSSL, which the digest of the bytes does without

    facts = repr((found.size_class, found.problems)).encode()
    return f"{found.digest}+{hashlib.blake2b(facts, digest_size=8).hexdigest()}"


def rows_of(found: Snapshot, number: int, digest: str, kinds: KindMap) -> Rows:
    """All rows of a file.

    Args:
        found: What was read.
        number: The note's, in the index.
        digest: As of `digest`.
        kinds: How a note's kind is told.
    """
    # Only here are the readers needed: a note that was only touched is not read.
    from notesync.notes import document, reading

    whole = document.read(found.text, found.path)
    note = reading.read_note(found.path, whole, kinds)
    if note.path != found.path:  # of two files whose names differ in Unicode form only
        note = note._replace(path=found.path)
    return rows(number, note, digest, (*found.problems, *note.problems), whole.body)
