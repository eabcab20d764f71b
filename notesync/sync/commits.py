"""Make commits and move the branch: the few writes of git that a sync consists of."""

from __future__ import annotations

import time
from collections.abc import Sequence

from notesync.sync import locks
from notesync.sync.checkout import Checkout
from notesync.sync.errors import GitFailed, NotSigned
from notesync.sync.locks import PrivateIndex
from notesync.sync.objects import Entry

PATIENCE = 5.0  # seconds to wait for another git that holds a ref
_LOCKED = ("File exists", "cannot lock ref", "Unable to create")
_UNSIGNED = ("failed to sign", "gpg failed", "signing failed", "failed to write commit object")


class BranchMoved(Exception):
    """The user's git moved the branch meanwhile; look again."""


def write_tree(checkout: Checkout, index: PrivateIndex) -> str:
    """The name of the tree that an index stands for."""
    return checkout.git.run("write-tree", also=index.also).out.decode().strip()


def stage(
    checkout: Checkout, index: PrivateIndex, changes: Sequence[tuple[str, Entry | None]]
) -> None:
    """Have an index hold these files, or no longer hold them.

    Args:
        checkout: The repository.
        index: A private one.
        changes: Path and what it becomes; None for a file that goes. Those that go come first, so
            that a file can become a folder.
    """
    feed = staging(checkout, changes)
    checkout.git.run("update-index", "-z", "--index-info", feed=feed, also=index.also)


def staging(checkout: Checkout, changes: Sequence[tuple[str, Entry | None]]) -> bytes:
    """What ``git update-index -z --index-info`` reads."""
    gone = [f"0 {checkout.nothing}\t{path}\0" for path, entry in changes if entry is None]
    there = [f"{entry.mode} {entry.oid}\t{path}\0" for path, entry in changes if entry]
    return "".join([*gone, *there]).encode(errors="surrogateescape")


def write_commit(
    checkout: Checkout, tree: str, parents: Sequence[str], message: str, authored: int | None = None
) -> str:
    """Make a commit; no branch moves.

    Args:
        checkout: The repository.
        tree: What it holds.
        parents: What it comes after.
        message: What it says.
        authored: When the work was done, in seconds of the epoch; else now.

    Raises:
        NotSigned: It shall be signed, and can't be.
    """
    also = dict(checkout.author)
    if authored is not None:
        also["GIT_AUTHOR_DATE"] = f"@{authored} {time.strftime('%z', time.localtime(authored))}"
    signed = ["-S"] if checkout.signs else []
    before = [part for parent in parents for part in ("-p", parent)]
    try:
        done = checkout.git.run(
            "commit-tree", *signed, *before, "-F", "-", tree, feed=message.encode(), also=also
        )
    except GitFailed as error:
        if signed and any(each in error.said for each in _UNSIGNED):
            raise NotSigned(said=error.said) from error
        raise
    return done.out.decode().strip()


def authored(checkout: Checkout, commit: str) -> int:
    """When the work of a commit was done, in seconds of the epoch; 0 when it doesn't say."""
    for line in checkout.objects.blob(commit).split(b"\n\n", 1)[0].split(b"\n"):
        if line.startswith(b"author "):
            words = line.split()
            return int(words[-2]) if words[-2:-1] and words[-2].isdigit() else 0
    return 0


def move_branch(checkout: Checkout, new: str, old: str, why: str) -> None:
    """Let the branch that is checked out be at `new`, if it still is at `old`.

    Raises:
        BranchMoved: It isn't.
    """
    until = time.monotonic() + PATIENCE
    while True:
        try:
            was = old or checkout.nothing
            checkout.git.run("update-ref", "-m", f"notesync: {why}", "HEAD", new, was)
        except GitFailed as error:
            if "but expected" in error.said or "reference already exists" in error.said:
                raise BranchMoved from error
            if not locked(error) or time.monotonic() > until:
                raise
            time.sleep(0.1)
            locks.clear(checkout.place, checkout.head.branch, checkout.began)
        else:
            return


def bases_of(checkout: Checkout, one: str, other: str) -> tuple[str, ...]:
    """The best common ancestors of two commits; none for histories that share nothing.

    Since strangers are put together whole, and what was deleted would come back, git has to say so
    twice: its exit code for it is the one of many a mishap.
    """
    for _ in range(2):
        done = checkout.git.run("merge-base", "--all", one, other, fine=(0, 1))
        if done.code == 0:
            break
    return tuple(sorted(done.out.decode().split()))


def locked(error: GitFailed) -> bool:
    """Whether a git could not do something because of another one."""
    return any(each in error.said for each in _LOCKED)
