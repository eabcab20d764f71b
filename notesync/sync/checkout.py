"""Open a vault's repository for one sync: where it is, what it says, its git, its lock.

A `Checkout` is what every step of a sync is given. It holds processes and the lock, and lets go of
all of them when it is closed.
"""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cached_property
from typing import Self

from notesync.sync import locks, repository, standin
from notesync.sync.errors import OddRepository
from notesync.sync.git import Git
from notesync.sync.glance import LOCK, RUNNING, Glance, mark
from notesync.sync.objects import Objects
from notesync.sync.remote import Remote, remote_of
from notesync.vault.lock import Lock
from notesync.vault.vault import Vault
from notesync.words import N_, Words

PATIENCE = 60.0  # seconds to wait for another sync
NOBODY = {
    **dict.fromkeys(("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"), "notesync"),
    **dict.fromkeys(("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"), "notesync@localhost"),
}


class Checkout:
    """A vault's repository, held by this process alone.

    Args:
        vault: The vault.
        words: The user's words, for what is written into commits.
        anyhow: Open it even if the user is in the middle of something.
        begun: A look at its files that has begun already: what it holds is taken over.

    Raises:
        NoRepository, PartOfRepository, OddRepository: There is none that could be used.
        UnderWay, Detached: The user is in the middle of something.
        Busy: Another sync doesn't end.
    """

    def __init__(
        self, vault: Vault, words: Words, *, anyhow: bool = False, begun: Glance | None = None
    ) -> None:
        self.vault = vault
        self.words = words
        self.began: float | None = None
        if begun is None:
            self._open(anyhow=anyhow)
        else:
            self.place, self.head, self.settings, self.git, self._lock, *_ = begun
        self.objects = Objects(self.git)

    def _open(self, *, anyhow: bool) -> None:
        vault = self.vault
        self.place = repository.locate(vault.root)
        self.head = repository.head(self.place)
        if not anyhow:
            repository.check(self.place, self.head)
        try:
            self.settings = standin.make(self.place)
        except OSError as error:
            reason = error.strerror or str(error)
            raise OddRepository(folder=vault.root, reason=reason) from error
        if self.settings.sparse:
            reason = N_("only a part of its files is checked out")
            raise OddRepository(folder=vault.root, reason=reason)
        self.git = Git(self.place)
        self._lock = Lock(self.file(LOCK), self.words.t("A sync of this vault"))

    def __enter__(self) -> Self:
        if not self._lock.held:
            self._lock.acquire(PATIENCE)
            self.began = self._killed()
        locks.clear(self.place, self.head.branch, self.began)
        mark(self.place)
        return self

    def _killed(self) -> float | None:
        """When the last sync began, if it was killed."""
        try:
            return os.lstat(self.file(RUNNING)).st_mtime
        except FileNotFoundError:
            return None

    def __exit__(self, *_: object) -> None:
        self.objects.close()
        self.git.close()
        self.remove(RUNNING)
        self._lock.release()

    @property
    def root(self) -> str:
        """The vault's folder."""
        return self.place.root

    @cached_property
    def remote(self) -> Remote | None:
        """The remote of the branch; None when there is none.

        Raises:
            SeveralRemotes, BadRemote: It can't be told, or can't be used.
        """
        return remote_of(self.place, self.settings, self.head.name)

    @cached_property
    def configured(self) -> dict[str, str]:
        """What git's configuration says to us: the user's own and what is let through."""
        said = self.git.run("config", "--list", "-z").out.decode(errors="surrogateescape")
        pairs = (entry.partition("\n") for entry in said.split("\0")[:-1])
        return {key: value if newline else "true" for key, newline, value in pairs}

    @property
    def sha256(self) -> bool:
        """Whether objects are named by SHA-256, as new repositories may be."""
        return self.settings.get("extensions.objectformat") == "sha256"

    @property
    def nothing(self) -> str:
        """The name of no object."""
        return "0" * (64 if self.sha256 else 40)

    @property
    def signs(self) -> bool:
        """Whether the user wants her commits signed."""
        wish = self.configured.get("commit.gpgsign", "")
        return wish.lower() in {"true", "yes", "on", "1"}

    @property
    def author(self) -> dict[str, str]:
        """Surroundings of a commit; where git knows nobody, notesync signs for itself."""
        known = {"user.email", "author.email"} & self.configured.keys()
        return {} if known or os.environ.get("EMAIL") else NOBODY

    def file(self, name: str) -> str:
        """Where a file of ours is."""
        return f"{self.place.ours}/{name}"

    def remove(self, name: str) -> None:
        """Delete a file of ours, if it is there."""
        with suppress(FileNotFoundError):
            os.unlink(self.file(name))
