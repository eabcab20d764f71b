"""Look at the notes that somebody says may have changed, and at no other.

Who has seen every change since the last look (`notesync.watch.witness`) can name the files that may
be other than the index knows. It is only told where to look, never what is there: the files are
read as ever. Their marks are changed in the stored manifest where they stand, since a save in a
vault of 100,000 notes would else be a walk over all of them and a manifest of seven megabytes.
Whatever isn't plain, so each file that came or went, is left to a look through the whole folder.
"""

from __future__ import annotations

import json
import sqlite3
import time

from notesync.index import manifest
from notesync.index.intake import Intake
from notesync.index.look import Touched
from notesync.index.stored import Marks
from notesync.vault.vault import Vault

MANY = 200  # files from which on a walk is hardly dearer
# kB of the index that are kept in memory: the manifest of 100,000 notes, and what a save changes.
ROOM = 12_000


class Unclear(Exception):
    """Only a look through the whole folder can tell."""


def glance(
    connection: sqlite3.Connection,
    vault: Vault,
    touched: Touched,
    settle: float,
    names: bytes = b"",
) -> tuple[Intake, bytes]:
    """Bring the index to what the touched notes hold now.

    Args:
        connection: With its transaction open.
        vault: The folder.
        touched: Which files may have changed.
        settle: As of `notesync.index.refresh.refresh`.
        names: Those in the manifest, if they are known.

    Returns:
        What has come of it, and the names in the manifest.

    Raises:
        Unclear: The whole folder has to be looked through; the transaction is to be taken back.
    """
    connection.execute(f"PRAGMA cache_size = -{ROOM}")
    known = dict(connection.execute("SELECT key, value FROM meta WHERE key IN ('writes', 'young')"))
    ((row, walk),) = connection.execute("SELECT rowid, walk FROM manifest")
    young = frozenset(json.loads(known["young"]))
    paths = touched.names | young
    if int(known["writes"]) != touched.writes or walk != "[]" or len(paths) > MANY:
        raise Unclear
    intake = Intake(connection, vault, lambda _done, _all: None, settle)
    if paths:
        with connection.blobopen("manifest", "marks", row) as blob:
            marks = Marks(blob, names)
            _follow(intake, marks, paths, young)
            names = marks.names
    return intake, names


def _follow(intake: Intake, marks: Marks, paths: frozenset[str], young: frozenset[str]) -> None:
    now_ns = time.time_ns()
    numbers = marks.numbers(paths)
    old = {path: marks[at] for path, at in numbers.items()}
    new = {path: manifest.mark(found) for path in old if (found := intake.vault.stat(path))}
    if paths != new.keys():
        raise Unclear
    still, other = intake.follow(old, new, young, now_ns)
    changed = False
    for path, now in {**new, **other}.items():
        if now is None:
            raise Unclear
        if now != old[path]:
            marks[numbers[path]] = now
            changed = True
    if changed or still != young or intake.rows_changed:
        intake.connection.execute("DELETE FROM seals")
        intake.count(still)
