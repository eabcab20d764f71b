"""Follow the notes: after every change bring index and dashboard up to date.

`Follower.look` is what the watcher calls. It belongs to one thread, since an index does; what it
saw is a frozen `Sight`, from which any thread may render the page.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from notesync.dashboard.build import build
from notesync.dashboard.editors import Opener
from notesync.dashboard.file import INCOGNITO, file_name, write_page
from notesync.dashboard.render import render_page
from notesync.dashboard.scene import Scene, scene
from notesync.dashboard.search_page import MOST
from notesync.dashboard.site import Shown, Site
from notesync.errors import NotesyncError, Problem, Unusable
from notesync.index.search import Hit, NothingToFind, search
from notesync.index.store import Store
from notesync.notes.book import Book
from notesync.notes.rhythm import Rhythm
from notesync.vault.config import FILE
from notesync.vault.errors import VaultGone
from notesync.vault.vault import Vault
from notesync.views.calendar import Calendar
from notesync.watch.watcher import SETTLE, Look
from notesync.words import N_, Words
from notesync.workspace.health import check
from notesync.workspace.opening import Workspace
from notesync.workspace.syncing_state import LastSync, foot, last_sync


class NothingYet(Unusable):
    """The page is asked for before the notes were read for the first time."""

    sentence = N_("The notes are just being read. Try again in a moment.")


@dataclass(frozen=True, slots=True)
class Sight:
    """Everything that the page depends on, at one instant."""

    book: Book
    today: date
    calendar: Calendar
    rhythm: Rhythm
    words: Words
    problems: Sequence[Problem]
    root: Path
    links: str
    index: Path
    synced: LastSync | None = None

    def scene(self, *, live: bool, incognito: bool = False) -> Scene:
        """What pages are made of."""
        return scene(
            self.book,
            today=self.today,
            calendar=self.calendar,
            rhythm=self.rhythm,
            words=self.words,
            problems=self.problems,
            vault_name=self.root.name,
            live=live,
            opener=Opener(self.links, str(self.root), live=live),
            incognito=incognito,
        )

    @property
    def footer(self) -> str:
        """What the foot of every page says: how old the last sync is."""
        return foot(self.synced, self.words, self.today)

    def page(self, *, incognito: bool = False) -> str:
        """The HTML of the dashboard's file."""
        seen = self.scene(live=False, incognito=incognito)
        return render_page(build(seen), seen, footer=self.footer)

    def site(self, *, incognito: bool = False) -> Site:
        """The served pages."""
        return Site(self.scene(live=True, incognito=incognito), self.find, self.footer)

    def find(self, typed: str) -> Sequence[Hit]:
        """Search the notes, but those that are private; from any thread."""
        with Store(self.index) as store:
            private = {path for (path,) in store.rows("SELECT path FROM notes WHERE private = 1")}
            try:
                hits = search(store, typed, self._text, limit=MOST + len(private) + 1)
            except NothingToFind:
                return ()
        return [hit for hit in hits if hit.path not in private]

    def _text(self, path: str) -> str:
        """A note's text; one that has just gone is empty."""
        try:
            return Vault.open(self.root).read(path).text
        except (NotesyncError, OSError):
            return ""


def sight(workspace: Workspace) -> Sight:
    """What the workspace's notes say today."""
    return Sight(
        workspace.everything,
        workspace.today,
        workspace.calendar,
        workspace.vault.config.rhythm,
        workspace.words,
        tuple(check(workspace)),
        workspace.vault.root,
        workspace.vault.config.links,
        workspace.store.path.parent,
        last_sync(workspace.vault),
    )


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


class Follower:
    """Keeps one vault's index, file and page up to date.

    Args:
        open_workspace: Opens the vault, in the thread that will look.
        clock: What day it is for a vault; asked at every look, since a watcher runs past midnight.
        speak: The user's words for a vault, asked again when notesync.toml has changed.
        say: Told what the user should know, once for as long as it is so.
        write: Whether to keep the dashboard's file.
        changed: Called after the page has changed.
        incognito: Whether names are initials on the served pages.
    """

    def __init__(  # noqa: PLR0913 -- everything that differs between watch, serve and tests
        self,
        open_workspace: Callable[[], Workspace],
        *,
        clock: Callable[[Vault], date],
        speak: Callable[[Vault], Words],
        say: Callable[[str], None],
        write: bool = True,
        changed: Callable[[], None] = lambda: None,
        incognito: bool = False,
    ) -> None:
        self._open = open_workspace
        self._clock = clock
        self._speak = speak
        self._say = say
        self._write = write
        self._changed = changed
        self._incognito = incognito
        self._workspace: Workspace | None = None
        self._config: bytes | None = None
        self._told = ""
        self._live: tuple[Sight, Site] | None = None
        self._rendering = threading.Lock()
        self.seen: Sight | None = None
        self.ready = threading.Event()

    def look(self) -> Look:
        """Bring everything up to date; what goes wrong is told, and tried again later."""
        try:
            pending = self._look()
        except NotesyncError as error:
            self._tell(self._words().t(error.sentence, **error.values))
            return Look(failed=True)
        except OSError as error:
            self._tell(f"{error.filename or FILE}: {error.strerror}")
            return Look(failed=True)
        finally:
            self.ready.set()
        self._told = ""
        return Look(pending=pending)

    def _look(self) -> bool:
        if self._workspace is None:
            self._workspace = self._open()
            self._config = self._toml()
        workspace = self._workspace
        self._follow_config(workspace)
        before, day = workspace.refreshed.generation, workspace.today
        found = workspace.look(settle=SETTLE)
        workspace.pass_to(self._clock(workspace.vault))
        changed = found.generation != before or day != workspace.today
        if self.seen is None or changed or self.seen.synced != last_sync(workspace.vault):
            self._show(workspace)
        return bool(found.pending)

    def _show(self, workspace: Workspace) -> None:
        seen = sight(workspace)
        if self._write:
            _write(workspace, seen)
        self.seen = seen
        self._changed()

    def _follow_config(self, workspace: Workspace) -> None:
        """Read notesync.toml again when it has changed; a wrong one is told, and the old holds."""
        toml = self._toml()
        if toml == self._config:
            return
        vault = Vault.open(workspace.vault.root)
        self._config = toml
        workspace.vault, workspace.words = vault, self._speak(vault)
        workspace.forget()
        self.seen = None

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
        with self._rendering:
            seen = self.seen
            if seen is None:
                raise NothingYet
            if self._live is None or self._live[0] is not seen:
                self._live = (seen, seen.site(incognito=self._incognito))
            return self._live[1].page(path, typed)

    def close(self) -> None:
        """Let go of the index, from the thread that looked."""
        if self._workspace is not None:
            self._workspace.close()
