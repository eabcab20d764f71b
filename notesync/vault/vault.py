"""The folder that holds everything: find it, list its notes, read one, write one safely.

Every other floor names a note by its path: relative to the vault, ``/`` between parts, NFC, valid
Unicode (`notesync.vault.names`). Only here does a path become a file on the disk.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

from notesync.errors import Problem
from notesync.vault import listing, names, snapshot
from notesync.vault.config import FILE, Config, load
from notesync.vault.errors import (
    Changed,
    FileVanished,
    NameTaken,
    NoFolder,
    NoState,
    NotAVault,
    NotOurs,
    NotText,
    NoVault,
    OutsideVault,
    StillChanging,
)
from notesync.vault.ignore import compile_ignore
from notesync.vault.snapshot import Snapshot, Stat

STATE = ".notesync"
TRIES = 20  # edits of a file that other programs keep saving, with a growing pause between them


class Vault:
    """A folder with a notesync.toml.

    Attributes:
        root: Its real, absolute path.
        config: What its notesync.toml says.
    """

    def __init__(self, root: Path, config: Config) -> None:
        self.root = root
        self.config = config
        self._root = os.fspath(root)
        self._ignore = compile_ignore(config.ignore)
        self._odd: dict[str, str] = {}

    # ---------------------------------------------------------------------------- finding it

    @classmethod
    def find(cls, explicit: str | None, env: str | None, start: Path) -> Vault:
        """The vault that is meant.

        Args:
            explicit: What ``--vault`` says.
            env: What ``NOTESYNC_VAULT`` says.
            start: Else the first vault here or above.

        Raises:
            Unusable: No vault there, with what to run; or its notesync.toml is wrong.
        """
        if named := explicit or env:
            folder = Path(named).expanduser()
            if folder.name == FILE and folder.is_file():
                folder = folder.parent
            if not folder.is_dir():
                raise NoFolder(folder=named)
            if not (folder / FILE).is_file():
                raise NotAVault(folder=named)
            return cls.open(folder)
        here = Path(os.path.abspath(start))
        for folder in (here, *here.parents):
            if (folder / FILE).is_file():
                return cls.open(folder)
        raise NoVault(folder=here)

    @classmethod
    def open(cls, folder: Path) -> Vault:
        """The vault in this very folder.

        Raises:
            BadConfig: Its notesync.toml is wrong.
        """
        root = Path(os.path.realpath(folder))
        return cls(root, load(root / FILE))

    def state_dir(self) -> Path:
        """``.notesync/``: index, locks, undo. Made when it isn't there; only its owner may look.

        Raises:
            NoState: It can't be made.
        """
        folder = f"{self._root}/{STATE}"
        try:
            os.mkdir(folder, 0o700)
        except FileExistsError:
            if not os.path.isdir(folder):
                reason = "a file of that name is in the way"
                raise NoState(folder=folder, reason=reason) from None
        except OSError as error:
            raise NoState(folder=folder, reason=error.strerror) from None
        else:
            # Git ignores it even where the vault's own .gitignore doesn't say so.
            Path(folder, ".gitignore").write_text("*\n", encoding="ascii")
        return Path(folder)

    # ---------------------------------------------------------------------- listing, reading

    def scan(self) -> tuple[list[Stat], list[Problem]]:
        """Every note with its stat, by path, and what is named like a note and isn't one.

        Nothing is opened, no link followed, nothing blocks; about 3 µs a note.
        """
        found = listing.scan(self._root, self._ignore)
        self._odd = found.odd
        return found.stats, found.problems

    def disk(self, path: str) -> str:
        """Where the note of this path is, or would be, on the disk.

        Raises:
            OutsideVault: The path leads out of the vault.
        """
        parts = path.split("/")
        if not path or "\0" in path or not {"", ".", ".."}.isdisjoint(parts):
            raise OutsideVault(path=path)
        disk = f"{self._root}/{self._odd.get(path, path)}"
        if os.path.lexists(disk):
            return disk
        disk = self._root
        for part in parts:
            exact = f"{disk}/{part}"
            if not os.path.lexists(exact) and (name := names.in_folder(disk, part)):
                exact = f"{disk}/{name}"
            disk = exact
        return disk

    def read(self, path: str) -> Snapshot:
        """Read one note. Never blocks, never follows a link.

        Raises:
            FileVanished: It isn't there.
            OutsideVault: The path leads out of the vault.
        """
        try:
            return snapshot.read(self.disk(path), path)
        except FileVanished:
            raise
        except OSError as error:  # a name longer than the system takes
            raise FileVanished(path=path) from error

    # ------------------------------------------------------------------------------- writing

    def write(self, path: str, text: str, expect: str | None) -> Stat:
        """Write a whole note, atomically and only over what the writer has seen.

        Args:
            path: Of the note.
            text: All of it; line ends and byte order mark as they shall be.
            expect: Digest of the bytes that were read; None for a note that is not there yet.

        Returns:
            The new file's stat.

        Raises:
            Changed: The file has other bytes now; read again and retry (see `edit`).
            NameTaken: A new note's name is in use.
            NotText, OutsideVault, NotOurs, CantWrite: As they say; nothing was written.
        """
        try:
            content = text.encode()
        except UnicodeEncodeError:
            raise NotText(path=path) from None
        return self.write_bytes(path, content, expect)

    def write_bytes(self, path: str, content: bytes, expect: str | None) -> Stat:
        """As `write`, with bytes: for what `undo` puts back."""
        from notesync.vault import atomic  # reading commands need none of it

        disk = self._inside(path)
        if expect is None:
            self._make_folders(disk, path)
            if twin := names.twin(disk):
                raise NameTaken(path=path, other=path.rpartition("/")[0] + "/" + twin)
            return snapshot.stat_of(path, atomic.create(disk, content, path))
        if not expect:
            raise NotOurs(path=path)
        return snapshot.stat_of(path, atomic.replace(disk, content, expect, path))

    def edit(self, path: str, change: Callable[[Snapshot], str]) -> Stat:
        """Read, change, write; again from the start when another program saved meanwhile.

        Args:
            path: Of the note.
            change: The note's new text from what was read; may be called several times.

        Raises:
            FileVanished: It isn't there.
            NotOurs: It can't be read whole, so it can't be written.
            StillChanging: Another program saved it again and again.
        """
        for attempt in range(TRIES):
            seen = self.read(path)
            if seen.readonly:
                raise NotOurs(path=path)
            text = change(seen)
            if text == seen.text:
                return seen.stat
            try:
                return self.write(path, text, seen.digest)
            except Changed:
                time.sleep(0.001 * 1.3**attempt)
        raise StillChanging(path=path)

    def remove(self, path: str, expect: str) -> None:
        """Delete a note, if it still has the digest `expect`.

        Raises:
            As `write`.
        """
        from notesync.vault import atomic

        atomic.remove(self._inside(path), expect, path)

    def rename(self, path: str, new: str, expect: str) -> Stat:
        """Give a note another path, if it still has the digest `expect`; never over another.

        Raises:
            As `write`.
        """
        from notesync.vault import atomic

        disk, target = self._inside(path), self._inside(new)
        self._make_folders(target, new)
        twin = names.twin(target)
        if twin and f"{os.path.dirname(target)}/{twin}" != disk:
            raise NameTaken(path=new, other=twin)
        return snapshot.stat_of(new, atomic.move(disk, target, expect, path, new))

    def _inside(self, path: str) -> str:
        """Where to write, once it is sure that no link on the way leads elsewhere."""
        disk = self.disk(path)
        folder = os.path.dirname(disk)
        while len(folder) > len(self._root):
            if os.path.islink(folder):
                raise OutsideVault(path=path)
            folder = os.path.dirname(folder)
        return disk

    def _make_folders(self, disk: str, path: str) -> None:
        from notesync.vault.errors import refusal

        try:
            os.makedirs(os.path.dirname(disk), exist_ok=True)
        except OSError as error:
            raise refusal(error, path) from error
