"""Turn the system's hints that a file changed into looks through the vault.

Hints are never believed: they come late, twice, for half a save, or not at all when the kernel's
queue is full. They only say *when* to look; what changed is found by comparing the folder with the
index. So nothing is lost as long as one look follows the last change: one follows when the queue
was full, after every folder is watched anew, and a slow look every minute even where no hint ever
comes. Where the system can't give hints (the number of watches is
used up, a network folder), the look comes every second instead.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from watchdog import events
from watchdog.observers import Observer

from notesync.vault.finding import FILE
from notesync.vault.litter import is_litter, is_note_name
from notesync.watch.debounce import Burst, Rhythm, hint

if TYPE_CHECKING:
    from watchdog.observers.api import BaseObserver, ObservedWatch

# Its threads complain when they are ended in the midst of something; nobody else reads its log.
_LOG = logging.getLogger("watchdog")
_LOG.addHandler(logging.NullHandler())

# The kinds of events that end a change; elsewhere than on Linux there are no such kinds.
ENDINGS: list[type[events.FileSystemEvent]] | None = [
    events.FileClosedEvent,
    events.FileCreatedEvent,
    events.FileMovedEvent,
    events.FileDeletedEvent,
    events.DirCreatedEvent,
    events.DirMovedEvent,
    events.DirDeletedEvent,
]
if not sys.platform.startswith("linux"):
    ENDINGS = None

SETTLE = 2.0  # seconds for which a file that looks half-written keeps its last good state
UNASKED = 60.0  # seconds after which to look without a hint
RARELY = 600.0  # as many where a look takes long
POLL = 1.0  # seconds between two looks where there are no hints
PATIENCE = 5.0  # seconds until the next try, after a look has failed


@dataclass(frozen=True, slots=True)
class Look:
    """What one look through the vault came to.

    Attributes:
        pending: Something looks half-written; look again when it had time to settle.
        failed: It couldn't be done; try again later.
        writes: How often the index had been written to when it was as the folder is; 0 when it may
            become wrong although nothing in the folder changes.
        whole: It was at the whole folder, and not only at what is known to have been touched.
    """

    pending: bool = False
    failed: bool = False
    writes: int = 0
    whole: bool = True


class Watcher:
    """Watches one vault until it is told to stop.

    Args:
        root: The vault's folder.
        look: Compares folder and index; called from the thread that runs `run`, never twice at
            once.
        poll: Look every second and ask the system for no hints.
        rhythm: How long to wait for quiet.
        gave_up: Called with the system's reason when it can give no hints.

    Attributes:
        whole: Whether `look` has to look at the whole folder, whatever is known.
    """

    def __init__(
        self,
        root: str,
        look: Callable[[], Look],
        *,
        poll: bool = False,
        rhythm: Rhythm | None = None,
        gave_up: Callable[[str], None] | None = None,
    ) -> None:
        self.root = root
        self.look = look
        self.poll = poll
        self.rhythm = rhythm or Rhythm()
        self.gave_up = gave_up or (lambda _reason: None)
        self.whole = True
        self._wake = threading.Condition()
        self._burst: Burst | None = None
        self._missed = False
        self._overdue = 0.0  # when it will have to
        self._stopped = False
        self._observer: BaseObserver | None = None
        self._watches: dict[str, ObservedWatch] = {}
        self._full = _Full(self)

    def stop(self) -> None:
        """Let `run` return soon. May be called from any thread, and from a signal."""
        self._stopped = True
        # A signal may arrive while this very thread holds the condition: then `run` sees the flag
        # at its next tick at the latest, which `_wait` keeps short.
        if self._wake.acquire(blocking=False):
            self._wake.notify_all()
            self._wake.release()

    def run(self) -> None:
        """Look, then look again after every change, until `stop`."""
        if not self.poll:
            self._start()
        try:
            due = 0.0
            while self._wait(due):
                due = self._next(self._once())
        finally:
            self._end()

    # ------------------------------------------------------------------ when to look

    def _once(self) -> tuple[Look, float]:
        """One look, and how many seconds it took."""
        with self._wake:
            self._burst = None  # what comes from here on asks for another look
            missed, self._missed = self._missed, False
        if self._observer is not None:
            if missed:
                self._observer.unschedule_all()
                self._watches.clear()
            self._follow_folders()
        began = time.monotonic()
        self.whole = missed or began >= self._overdue
        return self.look(), time.monotonic() - began

    def _next(self, done: tuple[Look, float]) -> float:
        """When to look again, if no hint comes before."""
        look, took = done
        now = time.monotonic()
        if look.failed:
            return now + PATIENCE
        if look.pending:
            return now + SETTLE / 4
        if self._observer is None:
            return now + max(POLL, 10 * took)
        if look.whole:
            self._overdue = now + min(max(UNASKED, 1000 * took), RARELY)
        return self._overdue

    def _wait(self, due: float) -> bool:
        """Wait until it is time to look; False when it is time to stop."""
        with self._wake:
            while not self._stopped:
                until = due if self._burst is None else min(due, self._burst.due(self.rhythm))
                rest = until - time.monotonic()
                if rest <= 0:
                    return True
                self._wake.wait(min(rest, 0.5))
        return False

    def hint(self) -> None:
        """Something may have changed."""
        with self._wake:
            self._burst = hint(self._burst, time.monotonic())
            self._wake.notify_all()

    def missed(self) -> None:
        """Hints were lost, among them perhaps that of a folder that is new and to be watched."""
        self._missed = True
        self.hint()

    # ------------------------------------------------------------------ the system's hints

    def _start(self) -> None:
        """Ask the system for hints; without them, poll."""
        _LOG.addHandler(self._full)
        try:
            self._observer = Observer()
            self._observer.start()
            self._follow_folders()
        except OSError as error:
            self._poll_instead(error)

    def _poll_instead(self, error: OSError) -> None:
        self._end()
        self.gave_up(error.strerror or str(error))

    def _end(self) -> None:
        _LOG.removeHandler(self._full)
        observer, self._observer = self._observer, None
        self._watches.clear()
        if observer is not None and observer.is_alive():
            observer.stop()
            observer.join()

    def _follow_folders(self) -> None:
        """Watch the vault's own level, and below it every folder that may hold notes.

        Folders such as ``.git`` are left out: a checkout there would fill the queue for nothing.
        """
        assert self._observer is not None
        wanted = {self.root: False}
        try:
            with os.scandir(self.root) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False) and not is_litter(entry.name):
                        wanted[entry.path] = True
        except OSError:
            wanted |= dict.fromkeys(self._watches, True)  # the look itself says what is wrong
            wanted[self.root] = False
        for folder in set(self._watches) - set(wanted):
            self._observer.unschedule(self._watches.pop(folder))
        for folder in set(wanted) - set(self._watches):
            try:
                self._watches[folder] = self._observer.schedule(
                    _Hints(self), folder, recursive=wanted[folder], event_filter=ENDINGS
                )
            except FileNotFoundError:
                continue  # gone again; a hint for that is on its way
            except OSError as error:
                self._poll_instead(error)
                return

    def concerns(self, path: str | bytes, *, folder: bool) -> bool:
        """Whether a change at this path can change what the index says."""
        parts = os.path.relpath(os.fsdecode(path), self.root).split(os.sep)
        if any(is_litter(part) for part in parts[:-1]):
            return False
        name = parts[-1]
        return not is_litter(name) if folder else is_note_name(name) or parts == [FILE]


class _Hints(events.FileSystemEventHandler):
    """What watchdog calls, from its own thread, with everything that it noticed."""

    def __init__(self, watcher: Watcher) -> None:
        self._watcher = watcher

    def dispatch(self, event: events.FileSystemEvent) -> None:
        """Pass on what may concern a note."""
        for path in (event.src_path, event.dest_path):
            if path and self._watcher.concerns(path, folder=event.is_directory):
                self._watcher.hint()
                return


class _Full(logging.Handler):
    """Hears when the kernel's queue was full: watchdog tells nobody, but writes it to its log."""

    def __init__(self, watcher: Watcher) -> None:
        super().__init__(logging.WARNING)
        self._watcher = watcher

    def emit(self, record: logging.LogRecord) -> None:
        """Pass it on."""
        if "overflow" in record.getMessage():
            self._watcher.missed()
