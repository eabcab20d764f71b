"""Put together what git has left apart: an index with several versions, notes with marks in them.

An unmerged index holds base, ours and theirs of each file, so the same merge as in a sync gives
what should stand there. Where the user has put a file in order by hand already (no mark is left in
it), hers counts. A merge that was under way is finished; a rebase or a cherry-pick is left to her,
with nothing in its way any more. `split` does the same for marks that were committed.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import dataclass

from notesync.merge.tree import File, Side, merge_trees
from notesync.sync import locks
from notesync.sync.checkout import Checkout
from notesync.sync.commits import move_branch, write_commit, write_tree
from notesync.sync.files import safe
from notesync.sync.objects import SUBMODULE
from notesync.vault import places
from notesync.vault.errors import FileVanished, NotOurs
from notesync.vault.fingerprint import digest
from notesync.vault.snapshot import content
from notesync.words import N_

MERGING = "MERGE_HEAD"
LEFT_BY_GIT = ("MERGE_MODE", "MERGE_MSG", "AUTO_MERGE", MERGING)
MERGED = N_("Merged by hand")
BASE, OURS, THEIRS = 1, 2, 3  # stages of an unmerged index

_MARK = re.compile(rb"^(?:<{7}|>{7})(?: |\r?$)", re.MULTILINE)
_HUNK = re.compile(
    r"^<{7}(?: [^\n]*)?\n(?P<ours>(?:(?![<|=>]{7}(?:\s|\Z))[^\n]*\n)*)"
    r"(?:^\|{7}(?: [^\n]*)?\n(?P<base>(?:(?![<|=>]{7}(?:\s|\Z))[^\n]*\n)*))?"
    r"^={7}\r?\n(?P<theirs>(?:(?![<|=>]{7}(?:\s|\Z))[^\n]*\n)*)"
    r"^>{7}(?: [^\n]*)?(?:\n|\Z)",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Repaired:
    """What was put together.

    Attributes:
        files: Files that had several versions, as they are called now.
        finished: Whether a merge that was under way is done with it.
    """

    files: tuple[str, ...]
    finished: bool


def repair(checkout: Checkout) -> Repaired:
    """Merge what the index holds in several versions, and finish the merge that left it so.

    Args:
        checkout: The repository, in whatever state.

    Raises:
        NotesyncError: A file can't be written; what was done before stays.
    """
    sides = _sides(checkout)
    paths = {path for side in sides for path in side.files}
    if paths:
        merged = merge_trees(*sides)
        with checkout.vault.recording("repair"):
            for path in sorted(paths | merged.files.keys()):
                _put(checkout, path, sides, merged.files.get(path))
        index = locks.borrow(checkout.place)
        try:
            feed = "".join(f"{path}\0" for path in sorted(paths | merged.files.keys()))
            how = ("--add", "--remove", "--replace", "-z", "--stdin")
            encoded = feed.encode(errors="surrogateescape")
            checkout.git.run("update-index", *how, feed=encoded, also=index.also)
            locks.install(checkout.place, index)
        finally:
            index.drop()
        paths = paths & merged.files.keys() | merged.files.keys()
    return Repaired(tuple(sorted(paths)), _finish(checkout))


def _sides(checkout: Checkout) -> tuple[Side, Side, Side]:
    """What the unmerged index holds."""
    done = checkout.git.run("ls-files", "--unmerged", "-z")
    found: dict[int, dict[str, File]] = {BASE: {}, OURS: {}, THEIRS: {}}
    for entry in done.out.decode("utf-8", "surrogateescape").split("\0")[:-1]:
        head, _, path = entry.partition("\t")
        mode, oid, stage = head.split(" ")
        data = oid.encode() if mode == SUBMODULE else checkout.objects.blob(oid)
        found[int(stage)][safe(path)] = File(data, mode)
    return Side(found[BASE]), Side(found[OURS]), Side(found[THEIRS])


def _put(
    checkout: Checkout, path: str, sides: tuple[Side, Side, Side], merged: File | None
) -> None:
    """Have a file hold what was merged, unless the user has put it in order herself."""
    disk = f"{checkout.root}/{safe(path)}"
    places.stay_inside(checkout.root, disk, path)
    try:
        there: bytes | None = content(disk, path)
    except FileVanished:
        there = None
    except NotOurs:
        return
    known = {side.files[path].data for side in sides if path in side.files}
    if there is not None and there not in known and not _MARK.search(there):
        return
    vault = checkout.vault
    if merged is None:
        if there is not None:
            vault.remove(path, digest(there))
    elif merged.mode != SUBMODULE and there != merged.data:
        vault.write_bytes(path, merged.data, None if there is None else digest(there))


def _finish(checkout: Checkout) -> bool:
    """Commit the merge that was under way, if there is one and nothing is unmerged any more."""
    try:
        with open(f"{checkout.place.gitdir}/{MERGING}", encoding="ascii") as file:
            theirs = file.read().split()
    except OSError:
        return False
    head = checkout.objects.name("HEAD^{commit}")
    done = checkout.git.run("merge-base", "--is-ancestor", theirs[0], head, fine=(0, 1))
    if done.code:
        index = locks.borrow(checkout.place)
        try:
            tree = write_tree(checkout, index)
        finally:
            index.drop()
        commit = write_commit(checkout, tree, [head, *theirs], checkout.words.t(MERGED) + "\n")
        move_branch(checkout, commit, head, "merged by hand")
    for name in LEFT_BY_GIT:
        with suppress(FileNotFoundError):
            os.unlink(f"{checkout.place.gitdir}/{name}")
    return True


def split(text: str) -> tuple[str, str, str] | None:
    """Base, ours and theirs of a text with marks in it; None when they don't go together.

    Where the marks don't say what the base was, both sides count as added.
    """
    if not _HUNK.search(text):
        return None
    versions = []
    for name in ("base", "ours", "theirs"):
        version = _HUNK.sub(lambda found, name=name: found[name] or "", text)  # type: ignore[misc]  # bound
        versions.append(version)
    if _MARK.search("".join(versions).encode()):
        return None
    return versions[0], versions[1], versions[2]
