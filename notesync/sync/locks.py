"""Install a new index under git's own lock, and tell a lock that somebody holds from a stale one.

The user's git and ours agree by ``.git/index.lock``: who can make it may replace the index. Ours is
a second name of a finished file, held for the instant between two renames; so if we are killed just
then, the next sync sees by the file behind the name that the lock was ours.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from notesync.sync.errors import IndexLocked
from notesync.sync.repository import Place
from notesync.vault import syscalls

PREFIX = "index-"
FILES = "files-"  # folders of files that are about to be written
PATIENCE = 10.0  # seconds to wait for another git that holds the index
OLD = 600.0  # seconds after which a lock that nobody has open was left behind
# Seconds after which a lock of a sync that was killed was left behind: at once, where the system
# tells that no git is at work any more.
CRASHED = 0.0 if sys.platform.startswith("linux") else 2.0

Stamp = tuple[int, int, int] | None


class IndexMoved(Exception):
    """The user's git changed the index while ours was made; look again."""


class PrivateIndex(NamedTuple):
    """A copy of the user's index that only we change.

    Attributes:
        path: Where it is.
        stamp: What the user's index was when it was copied; None where there was none.
    """

    path: str
    stamp: Stamp

    @property
    def also(self) -> dict[str, str]:
        """What tells git to use it."""
        return {"GIT_INDEX_FILE": self.path}

    def drop(self) -> None:
        """It isn't needed any more."""
        for path in (self.path, f"{self.path}.lock"):
            with suppress(FileNotFoundError):
                os.unlink(path)


def borrow(place: Place, source: str = "") -> PrivateIndex:
    """A private copy of the user's index as it is now.

    Args:
        place: The repository.
        source: Another index to copy.
    """
    import shutil  # a sync with nothing to commit needs none

    source = source or place.index_file
    path = f"{place.ours}/{PREFIX}{os.getpid()}-{time.monotonic_ns()}"
    while True:
        stamp = _stamp(source)
        if stamp is None:
            return PrivateIndex(path, None)
        with suppress(FileNotFoundError):
            # With its time: by that git tells which files may have been saved in the same second.
            shutil.copy2(source, path)
            if _stamp(source) == stamp:
                return PrivateIndex(path, stamp)


def install(place: Place, index: PrivateIndex) -> None:
    """Put a private index in the place of the user's.

    Raises:
        IndexMoved: The user's has changed since it was copied.
        IndexLocked: Another git holds it, and doesn't let go.
    """
    lock = f"{place.index_file}.lock"
    take(place, lambda: os.link(index.path, lock))
    moved = _stamp(place.index_file) != index.stamp
    try:
        if not moved:
            os.rename(lock, place.index_file)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(lock)
    if moved:
        raise IndexMoved
    index.drop()


def take(place: Place, make: Callable[[], None]) -> None:
    """Make the index's lock, once nobody else holds it.

    Args:
        place: The repository.
        make: Makes it; raises FileExistsError when it is there.

    Raises:
        IndexLocked: Another git holds it, and doesn't let go.
    """
    lock = f"{place.index_file}.lock"
    until = time.monotonic() + PATIENCE
    while True:
        try:
            make()
        except FileExistsError:
            if stale(lock, OLD):
                with suppress(FileNotFoundError):
                    os.unlink(lock)
            elif time.monotonic() > until:
                raise IndexLocked(folder=place.root, file=lock) from None
            else:
                time.sleep(0.05)
        else:
            return


def _stamp(file: str) -> Stamp:
    try:
        found = os.stat(file)
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


# ------------------------------------------------------------------------ what was left behind


def stale(lock: str, age: float) -> bool:
    """Whether a lock is older than `age` seconds, nobody has it open, and no git is at work.

    A git that waits for its user's editor keeps the lock without having it open.
    """
    try:
        found = os.lstat(lock)
        if time.time() - found.st_mtime < age:
            return False
        descriptor = os.open(lock, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        if syscalls.being_written(descriptor):
            return False
    finally:
        os.close(descriptor)
    return not any(_works_in(os.path.dirname(lock), process) for process in _gits())


def _gits() -> Iterator[str]:
    """The running git processes that are not ours, where the system tells (Linux)."""
    with suppress(OSError):
        for process in os.listdir("/proc"):
            if process.isdecimal():
                with suppress(OSError):
                    name, parent = _process(process)
                    if name != "git":
                        continue
                    while parent not in {str(os.getpid()), "0", "1"}:
                        _, parent = _process(parent)
                    if parent != str(os.getpid()):
                        yield f"/proc/{process}"


def _process(number: str) -> tuple[str, str]:
    """A process's name and its parent's number (proc(5))."""
    said = Path(f"/proc/{number}/stat").read_bytes().decode(errors="replace")
    name = said[said.index("(") + 1 : said.rindex(")")]
    return name, said[said.rindex(")") + 2 :].split()[1]


def _works_in(gitdir: str, process: str) -> bool:
    """Whether a process works in this repository, or may do so for all we are allowed to see."""
    try:
        there = os.readlink(f"{process}/cwd")
    except OSError:
        return False
    root = gitdir.partition("/.git")[0]
    return there == root or there.startswith(f"{root}/")


def clear(place: Place, branch: str, began: float | None) -> None:
    """Clear away what a sync that was killed left behind: indexes of ours, and locks.

    Args:
        place: The repository; its sync lock is held.
        branch: The full name of the branch that is checked out.
        began: When that sync began, in seconds of the epoch; None when none was killed.
    """
    lock = f"{place.index_file}.lock"
    for name in os.listdir(place.ours):
        if name.startswith(PREFIX):
            path = f"{place.ours}/{name}"
            with suppress(FileNotFoundError):
                if os.path.lexists(lock) and os.path.samefile(path, lock):
                    os.unlink(lock)
                os.unlink(path)
        elif name.endswith(".new"):
            with suppress(FileNotFoundError):
                os.unlink(f"{place.ours}/{name}")
        elif name.startswith(FILES):
            import shutil  # after a kill only

            shutil.rmtree(f"{place.ours}/{name}", ignore_errors=True)
    if began is None:
        return
    for path in (lock, *_ref_locks(place, branch)):
        with suppress(FileNotFoundError):
            if os.lstat(path).st_mtime >= began and stale(path, CRASHED):
                os.unlink(path)


def _ref_locks(place: Place, branch: str) -> Iterator[str]:
    """The locks that our own gits take."""
    yield f"{place.gitdir}/HEAD.lock"
    for name in (branch, "packed-refs", "shallow"):
        yield f"{place.common}/{name}.lock"
    for folder, _, files in os.walk(f"{place.common}/refs/remotes"):
        yield from (f"{folder}/{name}" for name in files if name.endswith(".lock"))
