"""One walk over the folder, and what the index remembers of the last one: equal, or not.

This much every command needs. Only when the two differ is anything else of the index's writing
side imported.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import NamedTuple

from notesync.errors import Problem
from notesync.index import manifest
from notesync.vault.vault import Vault

# Called with how many notes are done and how many there are.
Progress = Callable[[int, int], None]


class Look(NamedTuple):
    """One walk.

    Attributes:
        now_ns: When it began, on the clock's own scale in ns.
        blob: All marks, packed.
        problems: What the walk met that can't become a note.
    """

    now_ns: int
    blob: bytes
    problems: tuple[Problem, ...]

    @property
    def walk(self) -> str:
        """What the walk met, as text that can be compared and kept."""
        return json.dumps(
            sorted((one.path, one.code, one.line, one.column, one.values) for one in self.problems)
        )


class Known(NamedTuple):
    """What the index remembers of the last look.

    Attributes:
        writes: Counts the transactions that stored one.
        blob: All marks, packed.
        young: Paths that were too young to be trusted when they were read.
        walk: What that walk met.
    """

    writes: int = 0
    blob: bytes = manifest.EMPTY
    young: frozenset[str] = frozenset()
    walk: str = "[]"


def look(vault: Vault) -> Look:
    """Walk over the folder once; no file is opened."""
    now = time.time_ns()
    stats, problems = vault.scan()
    return Look(now, manifest.pack_stats(stats), tuple(problems))
