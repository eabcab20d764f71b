"""Let a build, or a worker of one, give the full text of the index nothing but empty columns.

The product can't be told so. One function is replaced, so that all else is done as it always is;
``python -m benchmarks.textless`` is a worker in which it is replaced as well.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from notesync.index import rows, schema, workers
from notesync.notes.note import Note
from notesync.vault.program import program


def forget_texts() -> None:
    """From now on, and in each worker that is started from here, notes have no text."""
    vars(rows)["_texts"] = _nothing  # what makes them, and nothing else
    vars(workers)["program"] = _ourselves


def _nothing(note: Note, body: str) -> Iterator[str]:
    del note, body
    yield from ("",) * len(schema.WEIGHTS)


def _ourselves(_module: str) -> tuple[str, ...]:
    return program("benchmarks.textless")


if __name__ == "__main__":
    forget_texts()
    workers.serve(sys.stdin.buffer, sys.stdout.buffer)
