"""Turn three trees of files into the one that holds what both sides did: bytes in, bytes out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from notesync.merge.conflict import Conflict

__all__ = ["Conflict", "File", "Merged", "Side", "merge_trees"]


@dataclass(frozen=True, slots=True)
class File:
    """What git stores at a path.

    Attributes:
        data: The blob's bytes; of a submodule its commit's id in hexadecimal.
        mode: Git's: ``100644``, ``100755``, ``120000`` (a link), ``160000`` (a submodule).
    """

    data: bytes
    mode: str = "100644"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the three trees, as far as it differs from the others.

    Attributes:
        files: By path (parted by ``/``, bytes that are no UTF-8 as surrogates); of each path at
            which any of the three trees differs, what stands there in this one.
        dates: Path to the author date (Unix seconds) of the last commit that touched it on this
            side; a missing one counts as 0.
    """

    files: Mapping[str, File] = field(default_factory=dict)
    dates: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Merged:
    """The merge of two trees.

    Attributes:
        files: What the differing paths become, and any new one; what is absent is deleted.
        conflicts: What was recorded by this merge.
    """

    files: Mapping[str, File]
    conflicts: tuple[Conflict, ...] = ()


def merge_trees(base: Side, ours: Side, theirs: Side, unchanged: Collection[str] = ()) -> Merged:
    """Merge two trees. Swapping the sides gives the same files byte for byte.

    Args:
        base: What both sides began with.
        ours: One side.
        theirs: The other.
        unchanged: The paths that are the same in all three trees, so that no new name collides.
    """
    raise NotImplementedError
