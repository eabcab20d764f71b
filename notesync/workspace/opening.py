"""Open a vault and wire the floors: folder, index, book, calendar and the user's words together.

A `Workspace` is what every use case is given. It looks through the folder once when it is opened,
unless a watcher vouches for the index, so whatever is asked of it afterwards is about the notes as
they are now.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING

from notesync.errors import NotFound, Unusable
from notesync.index import refresh
from notesync.index.damage import IndexUnusable
from notesync.index.store import REASONS, Store
from notesync.vault.errors import NoState
from notesync.vault.state import state_dir
from notesync.vault.vault import Vault
from notesync.watch.asking import vouched
from notesync.words import ENGLISH, N_, Words

if TYPE_CHECKING:
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from notesync.index.look import Touched
    from notesync.notes.book import Book
    from notesync.notes.note import Note
    from notesync.notes.recall import Recall
    from notesync.views.calendar import Calendar
    from notesync.views.facts import Facts

Progress = Callable[[int, int], None]

NOT_KEPT = N_("{sentence} Until then all notes are read anew by every command.")


class Unknown(NotFound):
    """No note of that name."""

    sentence = N_("No note is called “{name}”. {advice}")


class Ambiguous(NotFound):
    """A name that fits several notes."""

    sentence = N_("“{name}” can be several: {candidates}. Type a little more of the name.")


class Workspace:
    """An open vault with its index.

    Attributes:
        vault: The folder.
        store: Its index, refreshed when the workspace was opened.
        today: The day that every answer is for.
        words: The user's words.
        refreshed: What the last look through the folder found.
        recall: What was made of the notes before, where they are asked for again and again.
    """

    store: Store
    recall: Recall | None = None

    def __init__(
        self, vault: Vault, store: Store | None, today: date, words: Words = ENGLISH
    ) -> None:
        self.vault = vault
        if store is not None:
            self.store = store
        self.today = today
        self.words = words
        self.refreshed = refresh.Refreshed(0)
        self._scratch: TemporaryDirectory[str] | None = None
        self._before: Facts | None = None

    def look(
        self,
        progress: Progress | None = None,
        settle: float = 0.0,
        touched: Touched | None = None,
    ) -> refresh.Refreshed:
        """Bring the index to what the folder holds; forget what was derived from before.

        Args:
            progress: As of `notesync.index.refresh.refresh`.
            settle: As there.
            touched: As there.
        """
        before = self.refreshed.generation
        self.refreshed = refresh.refresh(
            self.vault, self.store, progress=progress, settle=settle, touched=touched
        )
        if self.refreshed.generation != before:
            self.forget()
        return self.refreshed

    def trust(self) -> refresh.Refreshed | None:
        """Take the index as it is if a watcher vouches for it; else None, and a look is needed."""
        root, state = self.vault.folder, self.store.folder
        found = refresh.vouched(self.vault, self.store, partial(vouched, root, state))
        self.refreshed = found or self.refreshed
        return found

    def forget(self) -> None:
        """Derive everything anew when it is next asked for."""
        for derived in ("everything", "facts", "calendar"):
            self.__dict__.pop(derived, None)

    def pass_to(self, day: date) -> None:
        """It is this day now: what follows from the day is derived anew."""
        if day != self.today:
            self.today = day
            for derived in ("facts", "calendar"):
                self.__dict__.pop(derived, None)

    @cached_property
    def everything(self) -> Book:
        """All notes, whatever their dates."""
        from notesync.index.books import load  # an answer that is remembered needs no book

        return load(self.store, self.recall)

    @cached_property
    def facts(self) -> Facts:
        """What follows from all notes on `today`: facts dated later don't exist yet.

        Raises:
            UnknownRegion: The vault's region isn't known; says which ones are.
        """
        from notesync.views.facts import gather

        rhythm = self.vault.config.rhythm
        found = gather(self.everything, self.today, self.calendar, rhythm, self._before)
        self._before = found if self.recall else None
        return found

    @cached_property
    def calendar(self) -> Calendar:
        """The business days of the vault's region, for all the years that the notes touch.

        Raises:
            UnknownRegion: The region isn't known; says which ones are.
        """
        from notesync.index.books import calendar
        from notesync.views.calendar import Calendar, years_needed

        years = sorted(years_needed(self.everything, self.today))
        region = self.vault.config.region
        return Calendar(calendar(self.store, region, years[0], years[-1]), frozenset(years))

    def find(self, name: str, *kinds: str) -> Note:
        """The note that a typed name means: full name, alias, first name, unique beginning, path.

        Raises:
            Unknown: No note is called so; with the nearest names, if any are near.
            Ambiguous: Several are; the candidates are listed.
        """
        from notesync.index import lookup  # status asks for nobody by name
        from notesync.notes.names import without_suffix

        paths = lookup.resolve(self.store, name, kinds)
        if len(paths) > 1:
            raise Ambiguous(name=name, candidates=", ".join(map(without_suffix, paths)))
        found = lookup.note(self.store, paths[0]) if paths else None
        if found is None:
            near = lookup.near(self.store, name, kinds)
            raise Unknown(name=name, advice=self._advice(name, near, kinds))
        return found

    def _advice(self, name: str, near: tuple[str, ...], kinds: tuple[str, ...]) -> str:
        names = ", ".join(near)
        if near and kinds == ("contact",):
            return self.words.t(
                'Did you mean {names}? If not: notesync add contact "{name}"',
                names=names,
                name=name,
            )
        if near:
            return self.words.t("Did you mean {names}?", names=names)
        if kinds == ("contact",):
            return self.words.t('notesync add contact "{name}" makes a note.', name=name)
        return self.words.t("notesync list shows what there is.")

    def scratch(self) -> Path:
        """A folder for an index that is not kept; it is gone when the workspace is closed."""
        from pathlib import Path
        from tempfile import TemporaryDirectory  # hardly ever needed

        self._scratch = TemporaryDirectory(prefix="notesync-", ignore_cleanup_errors=True)
        return Path(self._scratch.name)

    def close(self) -> None:
        """Let go of the index."""
        self.store.close()
        if self._scratch is not None:
            self._scratch.cleanup()


def open_workspace(  # noqa: PLR0913 -- everything that a door knows
    *,
    explicit: str | None,
    env: str | None,
    start: str | Path,
    today: date | None,
    clock: Callable[[], date],
    say: Callable[[str], None],
    speak: Callable[[Vault], Words],
    progress: Progress | None = None,
) -> Workspace:
    """Find the vault, open its index and look through the folder.

    Args:
        explicit: What ``--vault`` says.
        env: What ``NOTESYNC_VAULT`` says.
        start: Else the first vault here or above.
        today: What counts as today; else the vault's own ``today``, else the clock's.
        clock: The calendar's day.
        say: Told, in the user's words, why an index was built anew.
        speak: The user's words for this vault.
        progress: Told how many of how many notes are read.

    Raises:
        Unusable: There is no vault, or its configuration or index can't be used.
    """
    vault = Vault.find(explicit, env, start)
    words = speak(vault)
    workspace = Workspace(vault, None, today or vault.config.today or clock(), words)
    try:
        found = _indexed(workspace, partial(state_dir, vault.folder), progress)
    except (NoState, IndexUnusable) as error:
        # A folder that can't be written to can still be read: the index goes where nobody keeps it.
        say(words.t(NOT_KEPT, sentence=words.t(error.sentence, **error.values)))
        found = _indexed(workspace, workspace.scratch, progress)
    if found.rebuilt and (reason := REASONS[found.rebuilt]):
        say(words.t(reason))
    return workspace


def _indexed(
    workspace: Workspace, folder: Callable[[], str | Path], progress: Progress | None
) -> refresh.Refreshed:
    """Give the workspace an index in this folder, and see that it is right."""
    workspace.store = Store(folder())
    try:
        return workspace.trust() or workspace.look(progress)
    except Unusable:
        with suppress(Unusable):
            workspace.store.close()
        raise
