"""One at a time: an advisory lock on a file, with the holder's process id inside.

The system gives the lock back when its holder ends, however it ends, so a lock is never stale; the
file itself stays where it is.
"""

from __future__ import annotations

import errno
import fcntl
import os
import time
from typing import Self

from notesync.vault.errors import Busy

_HELD = {errno.EAGAIN, errno.EACCES, errno.EWOULDBLOCK}


class Lock:
    """Held by one process at a time, and by one `Lock` within it.

    Args:
        path: The lock file; its folder must exist.
        what: Who holds it, as a message says it: "The watcher".
    """

    def __init__(self, path: str | os.PathLike[str], what: str = "notesync") -> None:
        self.path = path
        self.what = what
        self._descriptor = -1

    @property
    def held(self) -> bool:
        """Whether this very object holds it."""
        return self._descriptor >= 0

    def acquire(self, timeout: float | None = 0) -> None:
        """Take the lock.

        Args:
            timeout: Seconds to wait for another holder; None waits as long as it takes.

        Raises:
            Busy: Another holds it; names its process.
            OSError: The lock file can't be opened.
        """
        assert not self.held
        until = None if timeout is None else time.monotonic() + timeout
        descriptor = os.open(
            self.path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600
        )
        try:
            while not _try(descriptor):
                self._wait(descriptor, until)
            os.ftruncate(descriptor, 0)
            os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
        except BaseException:
            os.close(descriptor)
            raise
        self._descriptor = descriptor

    def _wait(self, descriptor: int, until: float | None) -> None:
        if until is not None and time.monotonic() >= until:
            raise Busy(what=self.what, pid=_holder(descriptor))
        time.sleep(0.02)

    def release(self) -> None:
        """Give it back; does nothing when it isn't held."""
        if self.held:
            descriptor, self._descriptor = self._descriptor, -1
            os.ftruncate(descriptor, 0)
            os.close(descriptor)

    def __enter__(self) -> Self:
        if not self.held:
            self.acquire()
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


def _try(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        # On a file system without locks it is better to work unguarded than not at all, since
        # every write is guarded by content anyway.
        return error.errno not in _HELD
    return True


def _holder(descriptor: int) -> str:
    return os.pread(descriptor, 20, 0).decode(errors="replace").strip() or "?"
