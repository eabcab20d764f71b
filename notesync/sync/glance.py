"""Begin a sync before anything else is done: a folder in, a `Glance` out.

git's look at the files takes longer than all else that a sync with nothing to do consists of,
Python's imports among it. So git begins as soon as the repository is known to be in order, with the
files and with a remote on this computer alike, and what a sync needs further is imported meanwhile.
Where nothing differs, none of that is needed. This module therefore imports little.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from notesync.errors import NotesyncError
from notesync.sync import journal, repository, standin, tracking
from notesync.sync.git import Git
from notesync.sync.remote import remote_of
from notesync.sync.status import Looking, commit_of, sees_nothing
from notesync.vault.finding import FILE
from notesync.vault.lock import Lock

if TYPE_CHECKING:
    from notesync.sync.git import Running
    from notesync.sync.remote import Remote
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
        looking: The look at its files.
        remote: Where its remote is, if that is asked as well.
        fetching: The fetch from there.
    """

    place: Place
    head: Head
    settings: Settings
    git: Git
    lock: Lock
    looking: Looking
    remote: Remote | None = None
    fetching: Running | None = None

    def settled(self) -> str:
        """The remote's name, if vault and remote are one and only they are synced; else ""."""
        try:
            seen = self.looking.result()
            if self.remote is None or self.fetching is None or not sees_nothing(seen):
                return ""
            fetched = self.fetching.result().code == 0
        except NotesyncError:  # is told by whoever asks again
            return ""
        ref = tracking.ref_of(self.remote, tracking.branch_of(self.place, self.head, self.remote))
        if fetched and tracking.tells(self.place, self.settings, ref, commit_of(seen)):
            return "" if self._may_have_more() else self.remote.name
        return ""

    def _may_have_more(self) -> bool:
        """Whether notesync.toml may name more branches: it is not read, the word is looked for."""
        try:
            with open(f"{self.place.root}/{FILE}", "rb") as file:
                text = file.read()
        except OSError:
            return True
        return b"branches" in text or b"\\" in text  # which can stand for any letter

    def end(self) -> None:
        """Let others have the repository; does nothing when they have it already."""
        if self.lock.held:
            self.git.close()
            with suppress(FileNotFoundError):
                os.unlink(f"{self.place.ours}/{RUNNING}")
            self.lock.release()


def glance(folder: str) -> Glance | None:
    """Begin to sync the vault in this folder.

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
            mark(place)
            return _begun(place, head, settings, lock)
    except (NotesyncError, OSError):
        pass
    lock.release()
    return None


def _begun(place: Place, head: Head, settings: Settings, lock: Lock) -> Glance:
    git = Git(place)
    begun = Glance(place, head, settings, git, lock, Looking(git))
    with suppress(NotesyncError):  # a remote that can't be used is told of later
        remote = remote_of(place, settings, head.name)
        if remote is not None and remote.local:  # others may need more than their address
            branch = tracking.branch_of(place, head, remote)
            if tracking.harmless(head, branch):
                fetching = tracking.fetch(git, remote, branch)
                return begun._replace(remote=remote, fetching=fetching)
    return begun


def was_killed(place: Place) -> bool:
    """Whether the last sync did not come to its end. Its lock is held by this process."""
    return os.path.lexists(f"{place.ours}/{RUNNING}")


def mark(place: Place) -> None:
    """Let the next sync know that one was at work, should it be killed."""
    how = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    os.close(os.open(f"{place.ours}/{RUNNING}", how, 0o600))
