"""What the folder looked like when it was last read, as bytes, and what has changed since.

A `Mark` is what the file system says about a file without opening it. All marks of a vault fit into
one blob that is compared as bytes, so that an unchanged vault costs hardly more than the walk. A
file that was written shortly before it was read is *young*: another write could leave every number
as it was, so its content is looked at again the next time (git calls such entries racy).
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from notesync.vault.snapshot import Stat

YOUNG_NS = 2_000_000_000  # the coarsest time stamps in use, FAT's, count in steps of two seconds
_BITS = 0xFFFF_FFFF_FFFF_FFFF  # times before 1970 and after 2262 fit too: only equality matters
COLUMNS = 4  # numbers of a mark
_PART = 512  # numbers of a column that are compared at once


# Size in bytes, mtime in ns, inode number, ctime in ns; each modulo 2**64. A plain tuple, since
# there are as many as notes.
Mark = tuple[int, int, int, int]


class NoManifest(ValueError):
    """Bytes that are no manifest."""


class Changes(NamedTuple):
    """What has to be read again, and what has gone. Paths in order.

    Attributes:
        added: Not known before.
        suspect: Known, but other than it was, or too young when it was read.
        removed: No longer there.
    """

    added: tuple[str, ...] = ()
    suspect: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything to do."""
        return bool(self.added or self.suspect or self.removed)


def mark(stat: Stat) -> Mark:
    """What a manifest keeps of a `Stat`."""
    return (
        stat.size & _BITS,
        stat.mtime_ns & _BITS,
        stat.inode & _BITS,
        stat.ctime_ns & _BITS,
    )


def is_young(found: Mark, now_ns: int) -> bool:
    """Whether a file that was read at `now_ns` may have changed since without leaving a trace.

    The kernel sets ctime, so it may not lie in the past because somebody says so; one in the future
    means that two clocks disagree, and nothing is known. mtime counts where ctime isn't kept.
    """
    _, mtime_ns, _, ctime_ns = found
    return ctime_ns > now_ns - YOUNG_NS or abs(mtime_ns - now_ns) < YOUNG_NS


def pack(marks: Mapping[str, Mark]) -> bytes:
    """All marks as bytes, in the order of the mapping (which the caller keeps sorted)."""
    paths = "\0".join(("", *marks, "")).encode()
    numbers = [array("Q", column).tobytes() for column in zip(*marks.values(), strict=True)]
    return b"".join([array("Q", [len(marks)]).tobytes(), *numbers, paths])


def pack_stats(stats: Iterable[Stat]) -> bytes:
    """`pack` of what a walk has just found, without the detour over a mapping. Sorts by path."""
    columns = list(zip(*sorted(stats), strict=True))
    if not columns:
        return pack({})
    paths = "\0".join(("", *columns[0], "")).encode()
    return b"".join([array("Q", [len(columns[0])]), *map(_numbers, columns[1:]), paths])


def _numbers(column: Sequence[int]) -> array[int]:
    try:
        return array("Q", column)
    except OverflowError:  # a time before 1970
        return array("Q", [number & _BITS for number in column])


EMPTY = pack({})  # a folder without notes


def count(blob: bytes) -> int:
    """How many marks `pack` was given, if it made these bytes."""
    return int.from_bytes(blob[: array("Q").itemsize], sys.byteorder)


def unpack(blob: bytes) -> dict[str, Mark]:
    """The marks that `pack` was given.

    Raises:
        NoManifest: The bytes are not what `pack` made.
    """
    paths, columns = _parts(blob)
    return dict(zip(_paths(paths), zip(*columns, strict=True), strict=True))


def differing(
    known: bytes, seen: bytes, young: frozenset[str]
) -> tuple[dict[str, Mark], dict[str, Mark]]:
    """The marks of two manifests where they differ, and at the paths in `young`.

    Mostly a few files of very many have changed, come or gone: then only the marks between the
    first and the last that came or went are unpacked, and those that differ. What is left out is
    the same in both, so `diff` finds nothing else in the whole of them.

    Raises:
        NoManifest: The bytes are not what `pack` made.
    """
    (before, old), (after, new) = _parts(known), _parts(seen)
    were = _paths(before)
    are = were if before == after else _paths(after)
    head = _alike(were, are)
    tail = _alike(were[head:][::-1], are[head:][::-1])
    first, last = len(were) - tail, len(are) - tail  # where the tail begins
    at_head: set[int] = set()
    at_tail: set[int] = set()
    for one, other in zip(old, new, strict=True):
        at_head.update(_unequal(one[:head], other[:head]))
        at_tail.update(_unequal(one[first:], other[last:]))
    if young:
        at_head.update(at for at, path in enumerate(were[:head]) if path in young)
        at_tail.update(at for at, path in enumerate(were[first:]) if path in young)
    return (
        _marks(were, old, (*at_head, *range(head, first), *(first + at for at in at_tail))),
        _marks(are, new, (*at_head, *range(head, last), *(last + at for at in at_tail))),
    )


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many items at the beginning of two lists are the same."""
    most, at = min(len(one), len(other)), 0
    while at < most and one[at : at + _PART] == other[at : at + _PART]:
        at += _PART
    while at < most and one[at] == other[at]:
        at += 1
    return min(at, most)


def _unequal(one: array[int], other: array[int]) -> Iterator[int]:
    """Where two columns differ: of the parts that are equal, no number is looked at."""
    for start in range(0, len(one), _PART):
        part, counterpart = one[start : start + _PART], other[start : start + _PART]
        if part != counterpart:
            pairs = zip(part, counterpart, strict=True)
            yield from (start + at for at, (a, b) in enumerate(pairs) if a != b)


def _marks(
    paths: Sequence[str], columns: Sequence[array[int]], wanted: Iterable[int]
) -> dict[str, Mark]:
    size, mtime_ns, inode, ctime_ns = columns
    return {paths[at]: (size[at], mtime_ns[at], inode[at], ctime_ns[at]) for at in sorted(wanted)}


def _parts(blob: bytes) -> tuple[bytes, list[array[int]]]:
    """The paths as they were packed, and one column for each number of a mark."""
    width = array("Q").itemsize
    if len(blob) < width:
        raise NoManifest(blob)
    count = array("Q", blob[:width])[0]
    end = width * (1 + COLUMNS * count)
    if len(blob) < end or blob.count(b"\0", end) != count + 1:
        raise NoManifest(count)
    numbers = array("Q", blob[width:end])
    return blob[end:], [numbers[at * count : (at + 1) * count] for at in range(COLUMNS)]


def _paths(packed: bytes) -> list[str]:
    try:
        return packed.decode().split("\0")[1:-1]
    except UnicodeDecodeError as error:
        raise NoManifest(error) from error


def diff(old: Mapping[str, Mark], new: Mapping[str, Mark], young: frozenset[str]) -> Changes:
    """What has to be done to get from `old` to `new`.

    Args:
        old: The marks as they were when the files were read.
        new: The marks as they are.
        young: Paths that must be read again even if their marks are the same.
    """
    differs = {path for path, _ in new.items() - old.items()} | (young & old.keys() & new.keys())
    return Changes(
        added=tuple(sorted(differs - old.keys())),
        suspect=tuple(sorted(differs & old.keys())),
        removed=tuple(sorted(old.keys() - new.keys())),
    )
