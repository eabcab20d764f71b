"""Tell what was renamed by hand while a move was under way or killed: changes in, paths out.

A file that a move expects on the disk, and that is not there, may lie under another name. Written
once more under its own it would have a twin on every device.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress

from notesync.sync import local
from notesync.sync.checkout import Checkout
from notesync.sync.files import Change, Saved
from notesync.sync.locks import PrivateIndex
from notesync.sync.objects import REGULAR
from notesync.vault.errors import FileVanished, NotOurs
from notesync.vault.snapshot import content


def missing(checkout: Checkout, changes: Sequence[Change], *, killed: bool) -> list[Change]:
    """The files that a move expects on the disk, and that are not there; the new ones first.

    Args:
        checkout: The repository.
        changes: What the move changes.
        killed: Whether it was begun before, so that new files may have been there already.
    """
    coming = [each for each in changes if killed and each.old is None and _regular(each)]
    going = [each for each in changes if each.new is None and _regular(each)]
    return [each for each in coming + going if not os.path.lexists(f"{checkout.root}/{each.path}")]


def _regular(change: Change) -> bool:
    entry = change.new or change.old
    return entry is not None and entry.mode in REGULAR


def renamed(
    checkout: Checkout,
    index: PrivateIndex,
    changes: Sequence[Change],
    absent: Sequence[Change],
    data: Callable[[Change], bytes],
) -> frozenset[str]:
    """The new files that lie on the disk under another name already, byte for byte.

    Args:
        checkout: The repository.
        index: The user's index with the changes of the move in it.
        changes: What the move changes.
        absent: What `missing` found.
        data: Gives the bytes of a new file.

    Raises:
        Saved: A file was renamed that is another one by now: its new name has to be merged.
    """
    if not absent:
        return frozenset()
    from notesync.merge.renames import note_id  # hardly ever

    moved = {each.path for each in changes}  # what goes in the end may still be there
    mine = {path: there for path, there in _unknown(checkout, index) if path not in moved}
    found = set()
    for change in absent:
        wanted = data(change) if change.old is None else checkout.objects.blob(change.old.oid)
        same = next((path for path, there in mine.items() if wanted and there == wanted), None)
        if same is not None and change.new:
            found.add(change.path)
            del mine[same]
        elif same is not None or note_id(wanted) in {*map(note_id, mine.values())} - {""}:
            raise Saved(change.path)
    return frozenset(found)


def _unknown(checkout: Checkout, index: PrivateIndex) -> Iterator[tuple[str, bytes]]:
    """The user's files that the index doesn't know."""
    for edit in local.look(checkout, index).files:
        with suppress(FileVanished, NotOurs):
            if not edit.tracked:
                yield edit.path, content(f"{checkout.root}/{edit.path}", edit.path)
