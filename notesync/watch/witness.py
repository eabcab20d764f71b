"""Turn what Linux tells of every change into one word: whether the index is right at this moment.

Linux puts the event of a change into the queues of all who watch a folder before the system call
that made the change returns (inotify(7)). So whoever watches each folder that a look lists, from
before it is listed, and finds the queue without an event that matters, knows that the folders are
as the look found them. What the events say happened is never believed; an event too much costs a
look, and where one might be missing nobody vouches (docs/decisions/0017).
"""

from __future__ import annotations

import os
import select
import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Self

from inotify_simple import Event, INotify, flags

from notesync.index.look import Touched
from notesync.vault.finding import FILE
from notesync.vault.litter import OURS, is_note_name
from notesync.watch.asking import about
from notesync.watch.watcher import Look

MASK = sum(
    (
        *(flags.MODIFY, flags.ATTRIB, flags.CLOSE_WRITE, flags.CREATE, flags.DELETE),
        *(flags.MOVED_FROM, flags.MOVED_TO, flags.DELETE_SELF, flags.MOVE_SELF, flags.ONLYDIR),
    )
)
MOUNTS = "/proc/self/mounts"  # can be polled: another file system may hide a folder


class Witness:
    """Sees every change in one vault's folders.

    Args:
        root: The vault's folder.

    Raises:
        OSError: The system gives no more watches, or can't tell of mounts.
    """

    def __init__(self, root: str) -> None:
        self.root = root
        self._queue = INotify(nonblocking=True)
        self._mounts = os.open(MOUNTS, os.O_RDONLY | os.O_CLOEXEC)
        self._poll = select.poll()
        self._poll.register(self._mounts, select.POLLPRI)
        self._lock = threading.Lock()
        self._folders: dict[int, str] = {}  # watch -> name on the disk, a slash at its end
        self._listed: set[int] = set()
        self._walked = self._whole = False
        self._device = 0
        self._about = b""
        self._looked = False
        self._writes = 0  # for which it can vouch since it looked; 0 for nothing
        self._touched: set[str] | None = None  # since it looked; None when it may be anything

    def close(self) -> None:
        """See no more."""
        with self._lock:
            self._looked = False
            self._queue.close()
            os.close(self._mounts)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # ------------------------------------------------------------------ while somebody looks

    def watching(self, look: Callable[[Touched | None], Look], *, whole: bool = True) -> Look:
        """Look, and be able to vouch for what was found.

        Args:
            look: Compares folder and index, and has `entering` told of each folder, unless a look
                at the notes that were touched will do, which it is given if they are known.
            whole: Whether it won't.
        """
        with self._lock:
            self._looked = self._walked = False
            self._news()  # what has happened is seen by the look itself
            known = None if whole or not self._here else self._touched
            writes = self._writes
        found = look(None if known is None else Touched(writes, frozenset(known)))
        if not (found.failed or found.pending) and self._here:
            with self._lock:
                if self._walked:
                    self._forget_others()
                self._writes = found.writes if self._whole and self._listed else 0
                self._touched = set() if self._writes else None
                self._looked = True
        return replace(found, whole=self._walked)

    @property
    def _here(self) -> bool:
        """Whether the vault's name still leads to it: no event tells of the folders above."""
        try:
            return about(os.stat(self.root)) == self._about
        except OSError:
            return False

    def entering(self, descriptor: int, folder: str) -> None:
        """Watch a folder that is about to be listed: the very one that is open, whatever its name.

        Args:
            descriptor: Of the folder.
            folder: Its name on the disk, relative to the vault, a slash at its end; "" for that.
        """
        if not folder:  # they begin with the vault's own
            self._listed, self._walked, self._whole, self._touched = set(), True, True, None
        try:
            at = os.fstat(descriptor)
            watch = self._queue.add_watch(f"/proc/self/fd/{descriptor}", MASK)
        except OSError:
            self._whole = False
            return
        if not folder:
            self._device, self._about = at.st_dev, about(at)
        # Another file system may not tell of changes, and of a folder that is mounted at two places
        # only one name is known.
        self._whole &= at.st_dev == self._device and watch not in self._listed
        self._folders[watch] = folder
        self._listed.add(watch)

    def _forget_others(self) -> None:
        """Watch no folder that the last look didn't list."""
        for watch in self._folders.keys() - self._listed:
            del self._folders[watch]
            try:
                self._queue.rm_watch(watch)
            except OSError:  # the system has done so when the folder was deleted
                continue

    # ------------------------------------------------------------------ when somebody asks

    def vouches(self, asked: bytes) -> bool | None:
        """Whether the index is right now.

        Args:
            asked: A `notesync.watch.asking.question`.

        Returns:
            None when it isn't known, and a look would tell.
        """
        with self._lock:
            folder, _, writes = asked.rpartition(b" ")
            if not self._looked or folder != self._about:
                return False
            if not self._news() and (not self._writes or writes == b"%d" % self._writes):
                return bool(self._writes)
            self._looked = False
        return None

    def _news(self) -> bool:
        """Whether something that matters has happened since this was last asked."""
        mounted, events = bool(self._poll.poll(0)), self._queue.read(timeout=0)
        if not self._writes:  # whatever was in the way may have been taken away
            return mounted or bool(events)
        if mounted:
            self._touched = None
        for event in (news := list(filter(self._matters, events))):
            self._touch(event)
        return mounted or bool(news)

    def _touch(self, event: Event) -> None:
        """Keep which file an event is about, as long as it is about nothing but files."""
        folder, other = self._folders.get(event.wd), event.mask & (flags.ISDIR | flags.Q_OVERFLOW)
        if self._touched is None or folder is None or other or not is_note_name(event.name):
            self._touched = None
        else:
            self._touched.add(folder + event.name)

    def _matters(self, event: Event) -> bool:
        """Whether a look might find something else than before."""
        if event.mask & flags.Q_OVERFLOW:
            return True
        folder = self._folders.get(event.wd)
        if folder is None:  # it was not listed; how it came or went is told by the one above
            return False
        name = event.name
        if not name or event.mask & flags.ISDIR:
            return not name.startswith((".", "~")) or is_note_name(name)
        if is_note_name(name) or (name == FILE and not folder):
            return True
        # Of all others, only a link and what we left behind can become a line of `check`.
        path = f"{self.root}/{folder}{name}"
        return os.path.islink(path) or (name.startswith(OURS) and os.path.lexists(path))
