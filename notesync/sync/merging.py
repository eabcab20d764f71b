"""Turn two commits into one that holds what both did: read both trees, merge, write the result.

Nothing on the disk changes: the merge is made on objects, with a private index, and no branch
moves. A history with several merge bases has these merged first (as git's own recursive merge
does), in an order that every device shares.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from notesync.merge.conflict import Conflict
from notesync.merge.tree import File, Side, merge_trees
from notesync.sync.checkout import Checkout
from notesync.sync.commits import bases_of, stage, write_tree
from notesync.sync.locks import borrow
from notesync.sync.objects import SUBMODULE, Entry
from notesync.sync.packing import store

_MARK = "\x01"
DEPTH = 20  # merge bases of merge bases; deeper ones count as nothing


@dataclass(frozen=True, slots=True)
class Join:
    """What the merge of two commits comes to.

    Attributes:
        tree: Name of the merged tree.
        conflicts: What was recorded.
        ours: Paths that our side changed.
        theirs: Paths that the other side changed.
    """

    tree: str
    conflicts: tuple[Conflict, ...]
    ours: tuple[str, ...]
    theirs: tuple[str, ...]


def merge(checkout: Checkout, bases: Sequence[str], ours: str, theirs: str) -> Join:
    """Merge two commits.

    Args:
        checkout: The repository.
        bases: Their merge bases.
        ours: The commit of this device.
        theirs: The other's.
    """
    trees = [_base_tree(checkout, bases, 0), *(_tree(checkout, each) for each in (ours, theirs))]
    found = checkout.objects.differing(trees)
    merged, conflicts = _merged(checkout, trees, found, _dates(checkout, ours, theirs))
    changed = _changed(checkout, found, merged)
    tree = _written(
        checkout, trees[1], [each for each in changed if each[1] != found[1].get(each[0])]
    )
    return Join(tree, conflicts, _against(found[0], found[1]), _against(found[0], found[2]))


def _against(base: Mapping[str, Entry], side: Mapping[str, Entry]) -> tuple[str, ...]:
    paths = base.keys() | side.keys()
    return tuple(sorted(path for path in paths if base.get(path) != side.get(path)))


def _tree(checkout: Checkout, commit: str) -> str:
    return checkout.objects.name(f"{commit}^{{tree}}")


def _base_tree(checkout: Checkout, bases: Sequence[str], depth: int) -> str:
    """The tree that both sides began with: of one commit, of several merged ones, or none."""
    if not bases or depth > DEPTH:
        return ""
    first, *others = bases
    tree, seen = _tree(checkout, first), [first]
    for other in others:
        below = bases_of(checkout, seen[-1], other)
        trees = [_base_tree(checkout, below, depth + 1), tree, _tree(checkout, other)]
        found = checkout.objects.differing(trees)
        dates = _dates(checkout, seen[-1], other)
        merged, _ = _merged(checkout, trees, found, dates)
        tree = _written(checkout, tree, _changed(checkout, found, merged))
        seen.append(other)
    return tree


def _written(checkout: Checkout, tree: str, changes: Sequence[tuple[str, Entry | None]]) -> str:
    """A tree with some files changed, made in an index that is thrown away."""
    if not changes:
        return tree
    index = borrow(checkout.place)
    try:
        if write_tree(checkout, index) != tree:  # the usual case is the cheap one
            checkout.git.run("read-tree", tree, also=index.also)
        stage(checkout, index, changes)
        return write_tree(checkout, index)
    finally:
        index.drop()


def _merged(
    checkout: Checkout,
    trees: Sequence[str],
    found: Sequence[Mapping[str, Entry]],
    dates: Sequence[Mapping[str, int]],
) -> tuple[Mapping[str, File], tuple[Conflict, ...]]:
    """What the differing files become."""
    wanted = [entry.oid for side in found for entry in side.values() if entry.mode != SUBMODULE]
    blobs = checkout.objects.blobs(wanted)

    def file(entry: Entry) -> File:
        data = entry.oid.encode() if entry.mode == SUBMODULE else blobs[entry.oid]
        return File(data, entry.mode)

    base, ours, theirs = (
        Side({path: file(entry) for path, entry in side.items()}, when)
        for side, when in zip(found, dates, strict=True)
    )
    same = tuple(checkout.objects.unchanged(trees))
    merged = merge_trees(base, ours, theirs, same)
    return merged.files, merged.conflicts


def _changed(
    checkout: Checkout, found: Sequence[Mapping[str, Entry]], merged: Mapping[str, File]
) -> list[tuple[str, Entry | None]]:
    """Each path that differs or is new, with what it becomes; new bytes are stored."""
    paths = sorted({path for side in found for path in side} | merged.keys())
    there = {entry.oid for side in found for entry in side.values()}
    contents = [file.data for file in merged.values() if file.mode != SUBMODULE]
    new = store(checkout.git, contents, there, sha256=checkout.sha256)
    changes: list[tuple[str, Entry | None]] = []
    for path in paths:
        file = merged.get(path)
        if file is None:
            changes.append((path, None))
        else:
            oid = file.data.decode() if file.mode == SUBMODULE else new[file.data]
            changes.append((path, Entry(file.mode, oid)))
    return changes


def _dates(
    checkout: Checkout, ours: str, theirs: str
) -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    """Path to when the last commit that touched it was authored: nothing for the base, each side.

    Only commits of one side alone are asked. The author's date of a commit is the same on all
    devices, whoever merges.
    """
    how = (
        "--left-right",
        "-z",
        "-c",
        "--name-only",
        "--no-renames",
        f"--format=tformat:{_MARK}%m%at",
    )
    done = checkout.git.run("log", *how, "--end-of-options", f"{ours}...{theirs}", "--")
    found: dict[str, dict[str, int]] = {"<": {}, ">": {}}
    side, when, first = found["<"], 0, False
    for field in done.out.decode("utf-8", "surrogateescape").split("\0"):
        if field.startswith(_MARK):
            side, when, first = found[field[1]], int(field[2:] or 0), True
        elif field:
            path = field.removeprefix("\n") if first else field
            side[path] = max(side.get(path, 0), when)
            first = False
    return {}, found["<"], found[">"]
