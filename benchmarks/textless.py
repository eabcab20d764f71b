"""Let a build, or a worker of one, give the full text of the index nothing but empty columns.

The product can't be told so. One function is replaced, so that all else is done as it always is;
``python -m benchmarks.textless`` is a worker in which it is replaced as well.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from notesync.index import rows, schema, workers
from notesync.notes.note import Note
from notesync.vault.program import program


@contextmanager
def without_texts() -> Iterator[None]:
    """Within it, and in each worker that is started there, notes have no text."""
    # what makes them, and nothing else
    with patch.object(rows, "_texts", _nothing), patch.object(workers, "program", _ourselves):
        yield


def _nothing(note: Note, body: str) -> Iterator[str]:
    del note, body
    yield from ("",) * len(schema.WEIGHTS)


def _ourselves(_module: str) -> tuple[str, ...]:
    return program("benchmarks.textless")


if __name__ == "__main__":
    with without_texts():
        workers.serve(sys.stdin.buffer, sys.stdout.buffer)
