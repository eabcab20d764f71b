"""Turn the edits of this device into a commit: wait until they rest, add them, write the commit."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from notesync.sync.checkout import Checkout
from notesync.sync.commits import authored, stage, write_commit, write_tree
from notesync.sync.errors import GitFailed
from notesync.sync.local import Edit, Edits, look
from notesync.sync.locks import PrivateIndex, borrow
from notesync.sync.messages import counted
from notesync.vault import syscalls
from notesync.words import N_

QUIET = 0.15  # seconds for which a file must not have been saved, to be taken for whole
PATIENCE = 3.0  # seconds to wait for that
LOOKS = 10  # at files that come and go

STAGED = N_("What was staged by hand")


def commit_edits(checkout: Checkout, edits: Edits) -> tuple[str, PrivateIndex]:
    """Commit what was edited; neither the branch nor the user's index is moved.

    Args:
        checkout: The repository.
        edits: What `read` found.

    Returns:
        The commit (the one that is checked out, when nothing differs after all), and the index
        that belongs to it.
    """
    _settle(checkout.root, edits.files)
    index = borrow(checkout.place)
    head = edits.head
    if any(each.apart for each in edits.files):
        head = _committed(checkout, index, edits, head, checkout.words.t(STAGED), None)
    _add(checkout, index, [each.path for each in edits.files if not each.untracked])
    edits = _with_the_rest(checkout, index, edits)
    said = counted(checkout.root, edits.paths, checkout.vault.config.kinds, checkout.words)
    newest = _newest(checkout, edits)
    return _committed(checkout, index, edits, head, said, newest), index


def _settle(root: str, edits: Sequence[Edit]) -> None:
    """Give programs that are saving one of the files at this moment the time to finish."""
    until = time.monotonic() + PATIENCE
    for edit in edits:
        while not _rests(f"{root}/{edit.path}") and time.monotonic() < until:
            time.sleep(QUIET / 5)


def _rests(file: str) -> bool:
    try:
        descriptor = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return True
    try:
        if syscalls.being_written(descriptor):
            return False
        return abs(time.time() - os.fstat(descriptor).st_mtime) > QUIET
    finally:
        os.close(descriptor)


def _with_the_rest(checkout: Checkout, index: PrivateIndex, edits: Edits) -> Edits:
    """The edits with the other half of a rename that happened while git was looking.

    Git looks at known files first and for new ones then. A note that is renamed in between seems
    to be there twice, or not at all; committed so, it would have a twin on every device. So where
    files came or went, git looks again, until nothing differs from what was added.
    """
    found = {each.path: each for each in edits.files}
    latest: Sequence[Edit] = edits.files
    for _ in range(LOOKS):
        if not any(_came_or_went(checkout.root, each) for each in latest):
            break
        latest = look(checkout, index).files
        if not latest:
            break
        _settle(checkout.root, latest)
        _add(checkout, index, [each.path for each in latest])
        found = {each.path: each for each in latest} | found
    return replace(edits, files=tuple(found.values()))


def _came_or_went(root: str, edit: Edit) -> bool:
    return edit.gone or edit.head is None or not os.path.lexists(f"{root}/{edit.path}")


def _committed(
    checkout: Checkout, index: PrivateIndex, edits: Edits, head: str, said: str, when: int | None
) -> str:
    tree = _tree(checkout, index, edits)
    if head and checkout.objects.name(f"{head}^{{tree}}") == tree:
        return head
    return write_commit(checkout, tree, [head] if head else [], f"{said}\n", when)


def _tree(checkout: Checkout, index: PrivateIndex, edits: Edits) -> str:
    """The tree of an index, without what the user has staged there and is not synced."""
    if not edits.foreign:
        return write_tree(checkout, index)
    bare = borrow(checkout.place, index.path)
    try:
        stage(checkout, bare, edits.foreign)
        return write_tree(checkout, bare)
    finally:
        bare.drop()


def _add(checkout: Checkout, index: PrivateIndex, paths: Sequence[str]) -> None:
    """Take files over as they are now; a file that can't be read is left as it was."""
    wanted = list(paths)
    while wanted:
        feed = "".join(f"{path}\0" for path in wanted).encode(errors="surrogateescape")
        how = ("--add", "--remove", "--replace", "-z", "--stdin")
        try:
            checkout.git.run("update-index", *how, feed=feed, also=index.also)
        except GitFailed as error:
            refused = [path for path in wanted if f"Unable to process path {path}" in error.said]
            if not refused:
                raise
            wanted.remove(max(refused, key=len))
        else:
            return


def _newest(checkout: Checkout, edits: Edits) -> int | None:
    """When the last of the files was saved, never before the last commit nor in the future."""
    saved = []
    for edit in edits.files:
        with suppress(OSError):
            saved.append(int(os.lstat(f"{checkout.root}/{edit.path}").st_mtime))
    if not saved:
        return None
    after = authored(checkout, edits.head) if edits.head else 0
    now = int(time.time())
    return min(max(*saved, after, 0), now)
