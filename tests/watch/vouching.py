"""A vault whose index a witness can vouch for, and the ways in which a folder changes."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from notesync.index.look import Touched
from notesync.index.refresh import refresh
from notesync.index.store import Store
from notesync.vault.finding import FILE
from notesync.vault.vault import Vault
from notesync.watch.asking import question
from notesync.watch.watcher import Look
from notesync.watch.witness import Witness
from tests.watch.following import ANNA, Rows, make_vault

NEW = ANNA.replace("Hamburg", "Leipzig")  # as long as it was


class Witnessed:
    """A vault, its index, and a witness; looks are made when a test says so."""

    def __init__(self, vault: Vault, store: Store, witness: Witness) -> None:
        self.vault = vault
        self.root = vault.root
        self.store = store
        self.witness = witness
        self.writes = 0
        self.whole = False
        vault.entering = witness.entering

    def look(
        self, before: Callable[[], object] | None = None, after: Callable[[], object] | None = None
    ) -> None:
        """Look as a watcher does, with something happening meanwhile; sets `whole`."""

        def compare(touched: Touched | None) -> Look:
            if before:
                before()
            found = refresh(self.vault, self.store, touched=touched)
            if after:
                after()
            self.writes = found.writes
            return Look(writes=found.writes if self.vault.steady else 0)

        self.whole = self.witness.watching(compare, whole=False).whole

    @property
    def vouched(self) -> bool:
        """Whether the witness says that the index is right."""
        return self.witness.vouches(question(self.root.stat(), self.writes)) is True

    @property
    def right(self) -> bool:
        """Whether it is."""
        return self.store.content() == from_nothing(self.root)


def from_nothing(root: Path) -> Rows:
    """What an index says that is built from nothing."""
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder)) as store:
        refresh(Vault.open(root), store)
        return store.content()


@contextmanager
def witnessed(folder: Path) -> Iterator[Witnessed]:
    vault = make_vault(folder)
    with Store(vault.state_dir()) as store, Witness(str(vault.root)) as witness:
        yield Witnessed(vault, store, witness)


# ---------------------------------------------------------------- what happens to files and folders


def write(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(NEW, encoding="utf-8")


def write_in_place(path: Path) -> None:
    with path.open("r+", encoding="utf-8") as file:
        file.write("---\ntype: talk\n")


def append(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write("- 2026-05-02 agreed\n")


def empty(path: Path) -> None:
    os.truncate(path, 0)


def replace(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(".beside")
    beside.write_text(NEW, encoding="utf-8")
    beside.replace(path)


def delete(path: Path) -> None:
    path.unlink()


def set_back(path: Path) -> None:
    os.utime(path, (1, 1))


def forbid(path: Path) -> None:
    path.chmod(0o600 ^ path.stat().st_mode & 0o777)


def turn_into_a_link(path: Path) -> None:
    path.unlink()
    path.symlink_to("nothing there")


def turn_into_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def turn_into_a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def name_twice(path: Path) -> None:
    os.link(path, path.with_name(f"Twin of {path.name}"))


def move_folder(path: Path) -> None:
    away = path.parents[1] / "Elsewhere"
    if away.exists():
        away.rename(path.parents[1] / "people")
    else:
        path.parent.rename(away)


def move_folder_away(path: Path) -> None:
    path.parent.rename(Path(tempfile.mkdtemp(dir=path.parents[2])) / "gone")


def delete_folder(path: Path) -> None:
    shutil.rmtree(path.parent)


def make_folders(path: Path) -> None:
    write(path.parent / "deep" / "deeper" / "note.md")


def link_a_folder(path: Path) -> None:
    (path.parent / "link").symlink_to("nothing there")


CHANGES = [
    *(write, write_in_place, append, empty, replace, delete, set_back, forbid, turn_into_a_link),
    *(turn_into_a_folder, turn_into_a_pipe, name_twice, move_folder, move_folder_away),
    *(delete_folder, make_folders, link_a_folder),
]


OF_FOLDERS = (move_folder, move_folder_away, delete_folder)


def attempt(change: Callable[[Path], object], path: Path) -> None:
    """Do it, if it can be done to what is there.

    The vault itself stays, no link is followed, and nobody waits for the other end of a pipe.
    """
    if change in OF_FOLDERS and (path.parent / FILE).exists():
        return
    if path.is_symlink() or path.is_fifo():
        path.unlink()
    with suppress(OSError):
        change(path)
