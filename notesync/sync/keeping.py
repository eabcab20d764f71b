"""Merge trees, and keep both versions of a file on which the merge itself goes wrong.

That would be a mistake of ours. It must not stop anybody's sync, nor cost a word: the file is
found, left out of the merge, and kept as both sides have it, the later one in place and the other
beside it, as a picture would be. Every device comes to the same.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from notesync.merge.conflict import Conflict
from notesync.merge.files import BOTH_FILES, beside
from notesync.merge.tree import File, Merged, Side, merge_trees


def merge_or_keep(base: Side, ours: Side, theirs: Side, same: Collection[str]) -> Merged:
    """The merge of two trees.

    Args:
        base: What both sides began with.
        ours: One side.
        theirs: The other.
        same: The paths that are the same in all three trees.
    """
    try:
        return merge_trees(base, ours, theirs, same)
    except Exception:
        both = sorted(ours.files.keys() & theirs.files.keys())
        hard = [path for path in both if _is_hard(path, base, ours, theirs)]
        if not hard:
            raise
    rest = _without(base, hard), _without(ours, hard), _without(theirs, hard)
    merged = merge_trees(rest[0], rest[1], rest[2], [*same, *hard])
    files, conflicts = dict(merged.files), list(merged.conflicts)
    for path in hard:
        kept, other = sorted(
            (side.dates.get(path, 0), side.files[path].data, side.files[path].mode)
            for side in (theirs, ours)
        )[::-1]
        files[path] = File(kept[1], kept[2])
        copy = File(other[1], other[2])
        files[beside(path, copy)] = copy
        conflicts.append(Conflict(path, "", path, beside(path, copy), BOTH_FILES))
    return Merged(files, tuple(conflicts))


def _is_hard(path: str, base: Side, ours: Side, theirs: Side) -> bool:
    """Whether the merge goes wrong on this file alone."""
    try:
        merge_trees(_only(base, path), _only(ours, path), _only(theirs, path))
    except Exception:  # noqa: BLE001 -- whatever it trips over, both versions are kept and sync goes on
        return True
    return False


def _only(side: Side, path: str) -> Side:
    return Side({path: side.files[path]} if path in side.files else {}, side.dates)


def _without(side: Side, paths: Collection[str]) -> Side:
    files: Mapping[str, File] = {
        path: file for path, file in side.files.items() if path not in paths
    }
    return Side(files, side.dates)
