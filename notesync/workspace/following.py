"""Follow the notes: after every change bring the index up to date, and say that pages are old.

`Follower.look` is what the watcher calls. It belongs to one thread, since an index does, and it
needs little room: the pages are made by a `Painter`, here or in a process of its own.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from typing import Protocol

from notesync.dashboard.shown import Shown
from notesync.errors import NotesyncError, Unusable
from notesync.index.look import Touched
from notesync.vault.errors import VaultGone
from notesync.vault.finding import FILE
from notesync.vault.listing import Entering
from notesync.vault.vault import Vault
from notesync.watch.watcher import SETTLE, Look
from notesync.words import N_, Words
from notesync.workspace.opening import Workspace
from notesync.workspace.syncing_state import LastSync, last_sync

# What no state of a vault is equal to.
OLD = (-1, date.min, None)


class NothingYet(Unusable):
    """The page is asked for before the notes were read for the first time."""

    sentence = N_("The notes are just being read. Try again in a moment.")


class Painter(Protocol):
    """Makes pages of what the index holds; as `notesync.workspace.pages.Pages`."""

    def changed(self) -> None:
        """What it knows is old."""

    def page(self, path: str, typed: str) -> Shown:
        """One of the served pages."""
        ...

    def write(self) -> None:
        """Write the dashboard's file."""


class Follower:
    """Keeps one vault's index, file and page up to date.

    Args:
        open_workspace: Opens the vault, in the thread that will look.
        painter: Makes the pages.
        clock: What day it is for a vault; asked at every look, since a watcher runs past midnight.
        speak: The user's words for a vault, asked again when notesync.toml has changed.
        say: Told what the user should know, once for as long as it is so.
        write: Whether to keep the dashboard's file.
        changed: Called after the page has changed.

    Attributes:
        entering: Told of each folder before a look lists it.
    """

    def __init__(  # noqa: PLR0913 -- everything that differs between watch, serve and tests
        self,
        open_workspace: Callable[[], Workspace],
        painter: Painter,
        *,
        clock: Callable[[Vault], date],
        speak: Callable[[Vault], Words],
        say: Callable[[str], None],
        write: bool = True,
        changed: Callable[[], None] = lambda: None,
    ) -> None:
        self.entering: Entering | None = None
        self._open = open_workspace
        self._painter = painter
        self._clock = clock
        self._speak = speak
        self._say = say
        self._write = write
        self._changed = changed
        self._workspace: Workspace | None = None
        self._config: bytes | None = None
        self._told = ""
        self._shown: tuple[int, date, LastSync | None] | None = None
        self._unwritten = False
        self.ready = threading.Event()

    def look(self, touched: Touched | None = None) -> Look:
        """Bring everything up to date; what goes wrong is told, and tried again later.

        Args:
            touched: The only notes that may have changed, if somebody has seen it all.
        """
        try:
            found = self._look(touched)
        except NotesyncError as error:
            self._tell(self._words().t(error.sentence, **error.values))
            return Look(failed=True)
        except OSError as error:
            self._tell(f"{error.filename or FILE}: {error.strerror}")
            return Look(failed=True)
        finally:
            self.ready.set()
        self._told = ""
        return found

    def _look(self, touched: Touched | None) -> Look:
        if self._workspace is None:
            self._workspace = self._open()
            self._config = self._toml()
        workspace = self._workspace
        if self._follow_config(workspace):
            touched = None
        workspace.vault.entering = self.entering
        found = workspace.look(settle=SETTLE, touched=touched)
        workspace.pass_to(self._clock(workspace.vault))
        state = (found.generation, workspace.today, last_sync(workspace.vault))
        if state != self._shown:
            self._shown = state
            self._unwritten = self._write
            self._painter.changed()
            self._changed()  # whoever has a page open comes first, then the file
        if self._unwritten:
            self._painter.write()
            self._unwritten = False
        steady = workspace.vault.steady
        return Look(pending=bool(found.pending), writes=found.writes if steady else 0)

    def _follow_config(self, workspace: Workspace) -> bool:
        """Read notesync.toml again when it has changed; a wrong one is told, and the old holds."""
        toml = self._toml()
        if toml == self._config:
            return False
        vault = Vault.open(workspace.vault.root)
        self._config = toml
        workspace.vault, workspace.words = vault, self._speak(vault)
        workspace.forget()
        self._shown = OLD
        return True

    def _toml(self) -> bytes:
        assert self._workspace is not None
        root = self._workspace.vault.root
        try:
            return (root / FILE).read_bytes()
        except OSError as error:
            raise VaultGone(folder=root, reason=error.strerror) from error

    def _words(self) -> Words:
        return self._workspace.words if self._workspace else Words()

    def _tell(self, sentence: str) -> None:
        if sentence != self._told:
            self._told = sentence
            self._say(sentence)

    def page(self, path: str = "/", typed: str = "") -> Shown:
        """One of the served pages; from any thread.

        Args:
            path: Its address.
            typed: What is searched for.
        """
        if self._shown is None:
            raise NothingYet
        return self._painter.page(path, typed)

    def close(self) -> None:
        """Let go of the index, from the thread that looked."""
        if self._workspace is not None:
            self._workspace.close()
