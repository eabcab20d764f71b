"""Read and change single marks of a manifest where it is stored, without all the others.

A manifest of 100,000 notes has seven megabytes. SQLite reads and writes parts of a value in place,
so that a mark costs a page or four; only the names are read as a whole, to see which it is.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from array import array
from collections.abc import Iterable

from notesync.index.manifest import COLUMNS, Mark, NoManifest

_WIDTH = array("Q").itemsize


class Marks:
    """The marks of one manifest, by their number in it.

    Args:
        blob: The manifest as `notesync.index.manifest.pack` made it, open where it is stored.

    Raises:
        NoManifest: The bytes are not what it made.
    """

    def __init__(self, blob: sqlite3.Blob) -> None:
        self._blob = blob
        self._count = int.from_bytes(blob.read(_WIDTH), sys.byteorder)
        self._paths = _WIDTH * (1 + COLUMNS * self._count)
        if self._paths > len(blob):
            raise NoManifest(self._count)

    def numbers(self, names: Iterable[str]) -> dict[str, int]:
        """The numbers of those names that are paths in it.

        Raises:
            NoManifest: As above.
        """
        self._blob.seek(self._paths)
        packed = self._blob.read()
        if not packed.startswith(b"\0") or not packed.endswith(b"\0"):
            raise NoManifest(packed[:1] + packed[-1:])
        found: dict[str, int] = {}
        number = at = 0
        for name in sorted(names):  # as they stand there
            hit = _find(packed, os.fsencode(name), at)
            if hit is not None:
                number += packed.count(b"\0", at, hit)
                found[name], at = number, hit
        if number + packed.count(b"\0", at) != self._count + 1:
            raise NoManifest(self._count)
        return found

    def __getitem__(self, number: int) -> Mark:
        """One mark."""
        size, mtime_ns, inode, ctime_ns = (self._read(at) for at in self._places(number))
        return size, mtime_ns, inode, ctime_ns

    def __setitem__(self, number: int, mark: Mark) -> None:
        """Put another mark in its place."""
        for at, value in zip(self._places(number), mark, strict=True):
            self._blob.seek(at)
            self._blob.write(value.to_bytes(_WIDTH, sys.byteorder))

    def _places(self, number: int) -> Iterable[int]:
        return (_WIDTH * (1 + column * self._count + number) for column in range(COLUMNS))

    def _read(self, at: int) -> int:
        self._blob.seek(at)
        return int.from_bytes(self._blob.read(_WIDTH), sys.byteorder)


def _find(packed: bytes, path: bytes, start: int) -> int | None:
    """Where the zero stands before a path among all; they are sorted, so the rest is halved."""
    low, high = start, len(packed) - 1
    while low < high:
        middle = packed.rfind(b"\0", low, (low + high) // 2 + 1)
        end = packed.find(b"\0", middle + 1)
        found = packed[middle + 1 : end]
        if found == path:
            return middle
        low, high = (end, high) if found < path else (low, middle)
    return None
