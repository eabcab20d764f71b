"""Bring files, index and branch from one commit to another: the only step that touches the disk.

The order keeps every interruption harmless. First what is to be done is written down, then files
are written, then files deleted (so that a renamed note is never nowhere), then the index, then the
branch. Until the branch moves, all that git could see of it are edits that are committed already.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from notesync.notes.names import key
from notesync.sync import files, filters, journal, local, locks, renaming
from notesync.sync.checkout import Checkout
from notesync.sync.commits import BranchMoved, move_branch, stage
from notesync.sync.files import Change, Saved
from notesync.sync.journal import Move
from notesync.sync.locks import IndexMoved, PrivateIndex
from notesync.sync.objects import LINK, REGULAR, SUBMODULE
from notesync.sync.trees import differing
from notesync.vault import leftovers, rivals
from notesync.vault.litter import OURS
from notesync.vault.lock import Lock

TRIES = 5  # indexes, if the user's git changes hers every time
WRITING = "write.lock"  # as of the commands that write
PATIENCE = 60.0  # seconds to wait for one of them


@dataclass(frozen=True, slots=True)
class Moved:
    """What a move came to.

    Attributes:
        changes: The files that changed.
        edits: What the user has saved meanwhile.
        aside: Files that got another name, old and new.
    """

    changes: tuple[Change, ...]
    edits: tuple[str, ...]
    aside: tuple[tuple[str, str], ...] = ()


def changes_of(checkout: Checkout, old: str, new: str) -> tuple[Change, ...]:
    """The files in which two commits differ, by path.

    Args:
        checkout: The repository.
        old: A commit; "" for none.
        new: Another one.
    """
    trees = [checkout.objects.name(f"{each}^{{tree}}") if each else "" for each in (old, new)]
    before, after = differing(checkout.objects, trees)
    paths = sorted(before.keys() | after.keys())
    return tuple(Change(path, before.get(path), after.get(path)) for path in paths)


def move(
    checkout: Checkout,
    old: str,
    new: str,
    aside: Iterable[str] = (),
    index: PrivateIndex | None = None,
    *,
    killed: bool = False,
) -> Moved:
    """Go from one commit to another.

    Args:
        checkout: The repository.
        old: The commit that is checked out; "" on a branch without commits.
        new: Where to go; it comes after `old`.
        aside: Files that no sync takes up, and that may get another name.
        index: The user's index with the difference in it, if that was made already.
        killed: Whether the same move was killed before.

    Raises:
        Saved: A file holds what is not committed; nothing more was written.
        BranchMoved, IndexMoved: The user's git did something in between.
        CantWrite: The disk refuses; the next sync goes on from there.
    """
    changes = changes_of(checkout, old, new)
    try:
        for change in changes:
            files.safe(change.path)
        index = index or _staged(checkout, changes)
        journal.write(checkout.place, Move(checkout.head.branch, old, new))
        with _writing(checkout):
            stubborn = frozenset(aside)
            renamed = tuple(_set_aside(checkout, changes, stubborn))
            wanted = [_anew(each, stubborn) for each in changes]
            _write(checkout, wanted, index, killed=killed)
        edits = _install(checkout, index, changes)
        move_branch(checkout, new, old, "synced")
    except (Saved, BranchMoved, IndexMoved):
        journal.drop(checkout.place)
        raise
    finally:
        if index is not None:
            index.drop()
    journal.drop(checkout.place)
    return Moved(changes, edits, renamed)


def finish(checkout: Checkout) -> None:
    """Finish or give up the move that was under way when a sync was killed."""
    found = journal.read(checkout.place)
    if found is None:
        journal.drop(checkout.place)
        return
    tip = checkout.objects.name("HEAD^{commit}")
    if found.branch == checkout.head.branch and tip == found.old:
        if not checkout.objects.name(f"{found.new}^{{commit}}"):
            journal.drop(checkout.place)
            return
        _sweep(checkout, changes_of(checkout, found.old, found.new))
        with suppress(Saved, BranchMoved, IndexMoved):
            move(checkout, found.old, found.new, killed=True)
    journal.drop(checkout.place)


def _writing(checkout: Checkout) -> Lock:
    """Held while notes are written, as by every command that writes."""
    lock = Lock(checkout.vault.state_dir() / WRITING)
    lock.acquire(PATIENCE)
    return lock


def _anew(change: Change, stubborn: frozenset[str]) -> Change:
    """A file that was deleted here, and whose deletion no sync takes up, is made anew."""
    gone = change.path in stubborn and change.new is not None
    return Change(change.path, None, change.new) if gone else change


def _set_aside(
    checkout: Checkout, changes: Sequence[Change], paths: frozenset[str]
) -> Iterable[tuple[str, str]]:
    for change in changes:
        if change.path in paths and change.old is None:
            yield change.path, files.set_aside(checkout, change.path)


@contextmanager
def _contents(
    checkout: Checkout, index: PrivateIndex, coming: Sequence[Change]
) -> Iterator[Callable[[Change], bytes]]:
    """Gives the bytes that a new file has on the disk: as they are in git, or as git converts them.

    Where line ends, encodings or filters may play a part, git lays the files out in a folder of
    ours first.
    """
    paths = [each.path for each in coming if each.new and each.new.mode in REGULAR]
    if not filters.may_convert(checkout, paths):
        yield lambda change: checkout.objects.blob(change.new.oid if change.new else "")
        return
    folder = checkout.file(f"{locks.FILES}{os.getpid()}")
    try:
        feed = "".join(f"{path}\0" for path in paths).encode(errors="surrogateescape")
        how = ("--force", "-z", "--stdin", f"--prefix={folder}/")
        checkout.git.run("checkout-index", *how, feed=feed, also=index.also)
        yield lambda change: _laid_out(checkout, folder, change)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _laid_out(checkout: Checkout, folder: str, change: Change) -> bytes:
    assert change.new is not None
    if change.new.mode == LINK:
        return checkout.objects.blob(change.new.oid)
    with open(f"{folder}/{change.path}", "rb") as file:
        return file.read()


def _write(
    checkout: Checkout, changes: Sequence[Change], index: PrivateIndex, *, killed: bool
) -> None:
    """Write what is new, then delete what has gone; what is in the way of a folder goes first."""
    absent = renaming.missing(checkout, changes, killed=killed)
    coming = [each for each in changes if each.new and each.new.mode != SUBMODULE]
    going = {each.path: each for each in changes if each.new is None}
    folders = {part for each in coming for part in _folders(each.path)}
    for path in [path for path in going if path in folders]:
        files.remove(checkout, going.pop(path))
    names = {each.path for each in coming}
    for path in [path for path in going if not names.isdisjoint(_folders(path))]:
        files.remove(checkout, going.pop(path))
    with _contents(checkout, index, coming) as content:
        try:
            elsewhere = renaming.renamed(checkout, index, changes, absent, content)
            coming = [each for each in coming if each.path not in elsewhere]
            for change in coming:
                files.put(checkout, _same_file(checkout, change, going), content(change))
            _settle(checkout, coming)
            for change in going.values():
                files.remove(checkout, change)
        except Saved:
            # A renamed note that was saved under its old name must not be there under both.
            for change in coming:
                if change.old is None:
                    files.take_back(checkout, change, content(change))
            raise
    _settle(checkout, tuple(going.values()))


def _settle(checkout: Checkout, changes: Sequence[Change]) -> None:
    """Have the names of files on the disk itself, once for each folder."""
    for folder in {each.path.rpartition("/")[0] for each in changes}:
        rivals.settle(f"{checkout.root}/{folder}/.")


def _folders(path: str) -> Iterable[str]:
    while path := path.rpartition("/")[0]:
        yield path


def _same_file(checkout: Checkout, change: Change, going: dict[str, Change]) -> Change:
    """Rename a file whose name only gets other capitals, where the disk sees no difference."""
    if change.old is not None or not os.path.lexists(f"{checkout.root}/{change.path}"):
        return change
    wanted = key(change.path)
    for path, each in going.items():
        if key(path) == wanted:
            old, new = f"{checkout.root}/{path}", f"{checkout.root}/{change.path}"
            with suppress(OSError):
                if os.path.samefile(old, new):
                    os.rename(old, new)
                    del going[path]
                    return Change(change.path, each.old, change.new)
    return change


def _staged(checkout: Checkout, changes: Sequence[Change]) -> PrivateIndex:
    """The user's index with the changes in it, for now a private copy."""
    index = locks.borrow(checkout.place)
    stage(checkout, index, [(each.path, each.new) for each in changes])
    return index


def _install(checkout: Checkout, index: PrivateIndex, changes: Sequence[Change]) -> tuple[str, ...]:
    """Have the user's index hold what was written; returns what she has edited meanwhile."""
    for _ in range(TRIES):
        edits = local.look(checkout, index)
        try:
            locks.install(checkout.place, index)
        except IndexMoved:
            index.drop()
            index = _staged(checkout, changes)
        else:
            return edits.paths
    raise IndexMoved


def _sweep(checkout: Checkout, changes: Sequence[Change]) -> None:
    """Clear away the temporary files of the sync that was killed."""
    with _writing(checkout):
        for folder in {os.path.dirname(f"{checkout.root}/{each.path}") for each in changes}:
            with suppress(OSError):
                for name in os.listdir(folder):
                    if name.startswith(OURS):
                        leftovers.sweep(f"{folder}/{name}")
