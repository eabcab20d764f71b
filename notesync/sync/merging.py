"""Turn two commits into one that holds what both did: read both trees, merge, write the result.

Nothing on the disk changes: the merge is made on objects, with a private index, and no branch
moves. A history with several merge bases has these merged first (as git's own recursive merge
does), in an order that every device shares.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from notesync.merge.conflict import Conflict
from notesync.merge.tree import File, Side
from notesync.sync.checkout import Checkout
from notesync.sync.commits import bases_of, stage, write_tree
from notesync.sync.git import failure
from notesync.sync.keeping import merge_or_keep
from notesync.sync.locks import PrivateIndex, borrow
from notesync.sync.objects import SUBMODULE, Entry
from notesync.sync.packing import store
from notesync.sync.trees import differing, unchanged

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
        index: The user's index with the merge in it, for `notesync.sync.moving.move`, which drops
            it; None where the user's holds something else besides.
    """

    tree: str
    conflicts: tuple[Conflict, ...]
    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    index: PrivateIndex | None = None


def merge(checkout: Checkout, bases: Sequence[str], ours: str, theirs: str) -> Join:
    """Merge two commits.

    Args:
        checkout: The repository.
        bases: Their merge bases.
        ours: The commit of this device.
        theirs: The other's.
    """
    dates = _Dates(checkout, ours, theirs)
    writing = _Writing(checkout)
    try:
        trees = [_base_tree(checkout, bases, 0), *(_tree(checkout, one) for one in (ours, theirs))]
        found = differing(checkout.objects, trees)
        merged, conflicts = _merged(checkout, trees, found, dates.result())
        changed = _changed(checkout, found, merged)
        new = [(path, entry) for path, entry in changed if entry != found[1].get(path)]
        tree = writing.tree(trees[1], new)
    except BaseException:
        writing.index.drop()
        raise
    if writing.emptied:
        writing.index.drop()
    index = None if writing.emptied else writing.index
    mine, yours = _against(found[0], found[1]), _against(found[0], found[2])
    return Join(tree, conflicts, mine, yours, index)


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
        found = differing(checkout.objects, trees)
        merged, _ = _merged(checkout, trees, found, _Dates(checkout, seen[-1], other).result())
        writing = _Writing(checkout)
        try:
            tree = writing.tree(tree, _changed(checkout, found, merged))
        finally:
            writing.index.drop()
        seen.append(other)
    return tree


class _Writing:
    """Writes a tree with some files changed, by an index that is thrown away.

    Args:
        checkout: The repository.
    """

    def __init__(self, checkout: Checkout) -> None:
        self.checkout = checkout
        self.index = borrow(checkout.place)
        self.emptied = False
        self._running = checkout.git.start("write-tree", also=self.index.also)

    def tree(self, old: str, changes: Sequence[tuple[str, Entry | None]]) -> str:
        """The name of the tree `old` with these changes."""
        there = self._running.result()
        if not changes:
            return old
        if there.out.decode().strip() != old:  # the usual case is the cheap one
            self.emptied = True
            self.checkout.git.run("read-tree", old, also=self.index.also)
        stage(self.checkout, self.index, changes)
        return write_tree(self.checkout, self.index)


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
    same = tuple(unchanged(checkout.objects, trees))
    merged = merge_or_keep(base, ours, theirs, same)
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


class _Dates:
    """Asks when the last commit that touched each path was authored, while other things are done.

    Only commits of one side alone are asked. The author's date of a commit is the same on all
    devices, whoever merges.

    Args:
        checkout: The repository.
        ours: One commit.
        theirs: The other one.
    """

    def __init__(self, checkout: Checkout, ours: str, theirs: str) -> None:
        how = ("--left-right", "-z", "-c", "--name-only", "--no-renames")
        form = f"--format=tformat:{_MARK}%m%at"
        sides = f"{ours}...{theirs}"
        self._running = checkout.git.start("log", *how, form, "--end-of-options", sides, "--")

    def result(self) -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
        """Path to date: nothing for the base, then of each side.

        Raises:
            GitFailed: The history can't be read.
        """
        done = self._running.result()
        if done.code:
            raise failure("log", done)
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
