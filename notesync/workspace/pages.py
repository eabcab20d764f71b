"""Make the dashboard's pages from an index that somebody else keeps up to date.

`Pages` opens the vault when the first page is asked for and reads from its index alone; whoever
follows the notes (`notesync.workspace.following`) says when what it knows is old. It may live in
another process than the one that follows, since all notes of a big vault need their room.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

from notesync.dashboard.file import INCOGNITO, file_name, write_page
from notesync.dashboard.shown import Shown
from notesync.dashboard.site import Site
from notesync.notes.recall import Recall
from notesync.vault.vault import Vault
from notesync.words import Words
from notesync.workspace.opening import Workspace
from notesync.workspace.sights import Sight, sight


def write_dashboard(workspace: Workspace, *, incognito: bool = False) -> Path:
    """Write the dashboard's file once.

    Args:
        workspace: The open vault.
        incognito: With initials for names, into a file of its own where neither git nor sync
            ever look, since the next save would write over the usual one.

    Raises:
        NotOurDashboard: A file of that name is somebody else's.
        CantWrite: The disk refuses.
    """
    if incognito:
        html = sight(workspace).page(incognito=True)
        return write_page(workspace.vault.state_dir(), html, name=INCOGNITO)
    return _write(workspace, sight(workspace))


def _write(workspace: Workspace, seen: Sight) -> Path:
    lang = workspace.vault.config.lang or workspace.words.lang
    return write_page(workspace.vault.root, seen.page(), file_name(lang))


class Pages:
    """All pages of one vault, and its file; from any thread.

    Args:
        open_workspace: Opens the vault.
        clock: What day it is for a vault.
        speak: The user's words for a vault, asked again when something has changed.
        incognito: Whether names are initials on the served pages.
    """

    def __init__(
        self,
        open_workspace: Callable[[], Workspace],
        *,
        clock: Callable[[Vault], date],
        speak: Callable[[Vault], Words],
        incognito: bool = False,
    ) -> None:
        self._open = open_workspace
        self._clock = clock
        self._speak = speak
        self._incognito = incognito
        self._workspace: Workspace | None = None
        self._sight: Sight | None = None
        self._site: Site | None = None
        self._lock = threading.Lock()

    def open(self) -> None:
        """Open the vault now, so that what is wrong with it is told at once.

        Raises:
            Unusable: There is no vault, or its configuration or index can't be used.
        """
        with self._lock:
            self._read()

    def changed(self) -> None:
        """What was read is old: notes, notesync.toml, or the day."""
        with self._lock:
            self._sight = self._site = None

    def page(self, path: str = "/", typed: str = "") -> Shown:
        """One of the served pages.

        Args:
            path: Its address.
            typed: What is searched for.
        """
        with self._lock:
            self._site = self._site or self._seen().site(incognito=self._incognito)
            return self._site.page(path, typed)

    def write(self) -> None:
        """Write the dashboard's file.

        Raises:
            NotOurDashboard: A file of that name is somebody else's.
            CantWrite: The disk refuses.
        """
        with self._lock:
            seen = self._seen()
            assert self._workspace is not None
            _write(self._workspace, seen)

    def _seen(self) -> Sight:
        if self._sight is None:
            self._sight = sight(self._read())
        return self._sight

    def _read(self) -> Workspace:
        """The vault as its index has it now."""
        if self._workspace is None:
            self._workspace = self._open()
            self._workspace.recall = Recall()
        workspace = self._workspace
        vault = Vault.open(workspace.vault.root)
        workspace.vault, workspace.words = vault, self._speak(vault)
        workspace.store.follow()
        workspace.forget()
        workspace.pass_to(self._clock(vault))
        return workspace

    def close(self) -> None:
        """Let go of the index."""
        if self._workspace is not None:
            self._workspace.close()
