"""One walk over the folder, and what the index remembers of the last one: equal, or not.

This much every command needs. Only when the two differ is anything else of the index's writing
side imported.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from notesync.errors import Problem
from notesync.index import manifest
from notesync.vault.vault import Vault

if TYPE_CHECKING:
    from notesync.vault.seals import Seal

MANY = 30_000  # notes from which on a folder is sealed
# Called with how many notes are done and how many there are.
Progress = Callable[[int, int], None]


class Look(NamedTuple):
    """One walk.

    Attributes:
        now_ns: When it began, on the clock's own scale in ns.
        blob: All marks, packed.
        problems: What the walk met that can't become a note.
        seals: What they are as long as these hold, if that was asked for; see
            `notesync.vault.seals`.
    """

    now_ns: int
    blob: bytes
    problems: tuple[Problem, ...]
    seals: tuple[Seal, ...] | None = None

    @property
    def walk(self) -> str:
        """What the walk met, as text that can be compared and kept."""
        return json.dumps(
            sorted((one.path, one.code, one.line, one.column, one.values) for one in self.problems)
        )


class Touched(NamedTuple):
    """All that may be other than the index knows it, told by somebody who has seen every change.

    Attributes:
        writes: How often the index had been written to when it was as the folder was.
        names: The files that something has happened to since, as the disk names them, relative to
            the vault; each is named like a note, and nothing has happened to a folder.
    """

    writes: int
    names: frozenset[str]


class Known(NamedTuple):
    """What the index remembers of the last look.

    Attributes:
        writes: Counts the transactions that stored one.
        blob: All marks, packed.
        young: Paths that were too young to be trusted when they were read.
        walk: What that walk met.
        seals: As in `Look`, if no path was young; else none.
    """

    writes: int = 0
    blob: bytes = manifest.EMPTY
    young: frozenset[str] = frozenset()
    walk: str = "[]"
    seals: tuple[Seal, ...] = ()


def look(vault: Vault, known: Known) -> Look:
    """Walk over the folder once; no file is opened.

    Very big ones are sealed, but not by a watcher: it sees each change, and has to stay small.
    """
    now = time.time_ns()
    sealing = manifest.count(known.blob) >= MANY and not vault.entering
    stats, problems = vault.scan(sealing=sealing)
    # Each was made in the midst of all the small values of a folder: whoever keeps one keeps, in a
    # process that goes on, the whole megabyte around it.
    seals, vault.seals = vault.seals, ()
    blob = manifest.pack_stats(stats)
    return Look(now, blob, tuple(problems), seals if sealing else None)
