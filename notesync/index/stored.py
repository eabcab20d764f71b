"""Read and change single marks of a manifest where it is stored, without all the others.

A manifest of 100,000 notes has seven megabytes. SQLite reads and writes parts of a value in place,
so that a mark costs a page or four. Only the names are read as a whole, to see which it is, and not
again as long as nobody else has written there.
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
        names: Its names, if they are known.

    Attributes:
        names: They, as they stand there.

    Raises:
        NoManifest: The bytes are not what it made.
    """

    def __init__(self, blob: sqlite3.Blob, names: bytes = b"") -> None:
        self._blob = blob
        self._count = int.from_bytes(blob.read(_WIDTH), sys.byteorder)
        start = _WIDTH * (1 + COLUMNS * self._count)
        if start > len(blob) or (names and start + len(names) != len(blob)):
            raise NoManifest(self._count)
        self.names = names or self._names(start)

    def _names(self, start: int) -> bytes:
        self._blob.seek(start)
        names = self._blob.read()
        framed = names.startswith(b"\0") and names.endswith(b"\0")
        if not framed or names.count(b"\0") != self._count + 1:
            raise NoManifest(self._count)
        return names

    def numbers(self, names: Iterable[str]) -> dict[str, int]:
        """The numbers of those names that are paths in it."""
        found: dict[str, int] = {}
        number = before = 0
        for name in sorted(names):
            at = _find(self.names, os.fsencode(name))
            if at is None:
                continue
            if at - before < len(self.names) - at:
                number += self.names.count(b"\0", before, at)
            else:
                number = self._count + 1 - self.names.count(b"\0", at)
            found[name], before = number, at
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


def _find(packed: bytes, path: bytes) -> int | None:
    """Where the zero stands before a path among all; they are sorted, so the rest is halved."""
    low, high = 0, len(packed) - 1
    while low < high:
        middle = packed.rfind(b"\0", low, (low + high) // 2 + 1)
        end = packed.find(b"\0", middle + 1)
        found = packed[middle + 1 : end]
        if found == path:
            return middle
        low, high = (end, high) if found < path else (low, middle)
    return None
