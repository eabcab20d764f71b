"""Everything that the dashboard's pages depend on, at one instant, from an open vault.

A `Sight` is frozen and holds no index, so any thread may make pages of it; only a search opens the
index once more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from notesync.dashboard.build import build
from notesync.dashboard.editors import Opener
from notesync.dashboard.render import render_page
from notesync.dashboard.scene import Basis, Scene, basis, scene
from notesync.dashboard.search_page import MOST
from notesync.dashboard.site import Site
from notesync.dashboard.troubles import Clash
from notesync.errors import NotesyncError, Problem
from notesync.index import inventory
from notesync.index.search import Hit, NothingToFind, search
from notesync.index.store import Store
from notesync.notes.book import Book
from notesync.notes.rhythm import Rhythm
from notesync.notes.values import first_day
from notesync.vault.vault import Vault
from notesync.views.calendar import Calendar
from notesync.views.facts import Facts
from notesync.words import Words
from notesync.workspace.answers import conflicts
from notesync.workspace.health import wrong
from notesync.workspace.opening import Workspace
from notesync.workspace.syncing_state import LastSync, foot, last_sync


@dataclass(frozen=True)  # no slots: what is derived for the page and the file is kept beside
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
    clashes: Sequence[Clash] = ()
    known: Facts | None = None

    def scene(self, *, live: bool, incognito: bool = False) -> Scene:
        """What pages are made of."""
        return scene(
            self.book,
            today=self.today,
            calendar=self.calendar,
            rhythm=self.rhythm,
            words=self.words,
            problems=self.problems,
            clashes=self.clashes,
            vault_name=self.root.name,
            live=live,
            opener=Opener(self.links, str(self.root), live=live),
            incognito=incognito,
            given=None if incognito else self._basis,
        )

    @cached_property
    def _basis(self) -> Basis:
        return basis(
            self.book,
            today=self.today,
            calendar=self.calendar,
            rhythm=self.rhythm,
            known=self.known,
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
            private = inventory.private_paths(store)
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
        tuple(wrong(workspace)),
        workspace.vault.root,
        workspace.vault.config.links,
        workspace.store.path.parent,
        last_sync(workspace.vault),
        tuple(_clashes(workspace)),
        workspace.facts,
    )


def _clashes(workspace: Workspace) -> Iterator[Clash]:
    """What stands in two versions; the notes in question are read only when there is something."""
    if not conflicts(workspace):
        return
    from notesync.workspace import syncing_conflicts as room  # reads notes as a merge does

    for found in room.conflicts(workspace):
        what, other = room.called(found, workspace.words.t), found.record
        yield Clash(found.number, found.path, what, other.kept, other.other, first_day(other.date))
