"""Begin to look at a vault's files before anything else is done: a folder in, a `Glance` out.

That look is git's, and takes longer than all else that a sync with nothing to do consists of,
Python's imports among it. So it begins as soon as the repository is known to be in order, and what
the sync needs further is imported meanwhile. This module therefore imports little.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from notesync.errors import NotesyncError
from notesync.sync import journal, repository, standin
from notesync.sync.git import Git
from notesync.sync.status import Looking
from notesync.vault.lock import Lock

if TYPE_CHECKING:
    from notesync.sync.repository import Head, Place
    from notesync.sync.settings import Settings

LOCK = "lock"
RUNNING = "running"  # there while a sync is at work, and after it was killed


class Glance(NamedTuple):
    """A look that is under way, and the repository that it is of, held by this process alone.

    Attributes:
        place: The repository.
        head: What is checked out.
        settings: What the repository says.
        git: Its git.
        lock: The lock of all syncs, which is held.
        looking: The look.
    """

    place: Place
    head: Head
    settings: Settings
    git: Git
    lock: Lock
    looking: Looking

    def end(self) -> None:
        """Look no further, and let others have the repository."""
        self.git.close()
        self.lock.release()


def glance(folder: str) -> Glance | None:
    """Begin to look at the files of the vault in this folder.

    Returns:
        None when there is anything to wait for, to finish or to tell first; whoever opens a
        `notesync.sync.checkout.Checkout` then finds that out.
    """
    try:
        place = repository.locate(os.path.realpath(folder))
        head = repository.head(place)
        repository.check(place, head)
        settings = standin.make(place)
        lock = Lock(f"{place.ours}/{LOCK}")
        lock.acquire()
    except (NotesyncError, OSError):
        return None
    try:
        if not (settings.sparse or journal.there(place) or was_killed(place)):
            git = Git(place)
            return Glance(place, head, settings, git, lock, Looking(git))
    except NotesyncError:
        pass
    lock.release()
    return None


def was_killed(place: Place) -> bool:
    """Whether the last sync did not come to its end. Its lock is held by this process."""
    return os.path.lexists(f"{place.ours}/{RUNNING}")
