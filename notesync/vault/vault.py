"""The folder that holds everything: find it, list its notes, read one, write one safely.

Every other floor names a note by its path: relative to the vault, ``/`` between parts, NFC, valid
Unicode (`notesync.vault.names`). Only here does a path become a file on the disk.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from notesync.errors import Problem
from notesync.vault import finding, listing, names, places, snapshot, state
from notesync.vault.config import Config, load
from notesync.vault.errors import (
    BadName,
    Changed,
    FileVanished,
    NotOurs,
    NotText,
    StillChanging,
    VaultGone,
)
from notesync.vault.finding import FILE
from notesync.vault.fingerprint import digest
from notesync.vault.ignore import compile_ignore
from notesync.vault.snapshot import Snapshot, Stat, stat_of

if TYPE_CHECKING:
    from pathlib import Path

    from notesync.vault.journal import Journal
    from notesync.vault.seals import Seal

TRIES = 20  # edits of a file that other programs keep saving, with a growing pause between them


class Vault:
    """A folder with a notesync.toml.

    Attributes:
        folder: Its real, absolute path as text; `root` is the same as a Path.
        config: What its notesync.toml says.
        entering: Told of each folder that a scan is about to list.
        seals: What the last scan left behind, for `as_sealed`; nothing if it met anything odd.
        steady: Whether what the last scan found stays so as long as nothing in its folders changes.
    """

    entering: listing.Entering | None = None
    seals: tuple[Seal, ...] = ()
    steady = False

    def __init__(self, root: str | Path, config: Config) -> None:
        self.folder = os.fspath(root)
        self.config = config
        self._ignore = compile_ignore(config.ignore)
        self._odd: dict[str, str] = {}
        self._journal: Journal | None = None

    def __getstate__(self) -> dict[str, object]:
        """What a worker in a process of its own needs, who reads files and lists no folder."""
        return {name: vars(self)[name] for name in vars(self).keys() - {"entering", "seals"}}

    # ---------------------------------------------------------------------------- finding it

    @classmethod
    def find(cls, explicit: str | None, env: str | None, start: str | Path) -> Vault:
        """The vault that is meant.

        Args:
            explicit: What ``--vault`` says.
            env: What ``NOTESYNC_VAULT`` says.
            start: Else the first vault here or above.

        Raises:
            Unusable: No vault there, with what to run; or its notesync.toml is wrong.
        """
        return cls.open(finding.locate(explicit, env, os.fspath(start)))

    @classmethod
    def open(cls, folder: str | Path) -> Vault:
        """The vault in this very folder.

        Raises:
            BadConfig: Its notesync.toml is wrong.
        """
        root = os.path.realpath(folder)
        return cls(root, load(os.path.join(root, FILE)))

    @cached_property
    def root(self) -> Path:
        """The folder as a Path, whose import takes 2 ms: what only looks needs none."""
        from pathlib import Path

        return Path(self.folder)

    def state_dir(self) -> Path:
        """``.notesync/``: index, locks, undo. Made when it isn't there; only its owner may look.

        Raises:
            NoState: It can't be made.
        """
        return self.root / state.state_dir(self.folder)  # which is absolute

    # ---------------------------------------------------------------------- listing, reading

    def scan(self, *, sealing: bool = False) -> tuple[list[Stat], list[Problem]]:
        """Every note with its stat, by path, and what is named like a note and isn't one.

        Nothing is opened, no link followed, nothing blocks; about 3 µs a note. What was left behind
        by an interrupted write is cleared away. `sealing` leaves `seals` behind.

        Raises:
            VaultGone: The folder itself is gone: a drive that was unplugged is no empty vault.
        """
        try:
            found = listing.scan(self.folder, self._ignore, self.entering, sealing=sealing)
        except OSError as error:
            raise VaultGone(folder=self.folder, reason=error.strerror) from error
        self._odd, self.steady, self.seals = found.odd, found.steady, tuple(sorted(found.seals))
        return found.stats, [each for each in found.problems if not self._cleared(each)]

    def as_sealed(self, seals: Sequence[Seal]) -> bool:
        """Whether a scan would find, and tell, what it did when it left these seals."""
        from notesync.vault.seals import hold  # of very big vaults only

        return not self.entering and hold(self.folder, seals, self._ignore)

    def _cleared(self, found: Problem) -> bool:
        if found.code != "left-over":
            return False
        from notesync.vault import leftovers  # hardly ever

        return leftovers.sweep(self.disk(found.path))

    def disk(self, path: str) -> str:
        """Where the note of this path is, or would be, on the disk.

        Raises:
            OutsideVault: The path leads out of the vault.
        """
        return places.on_disk(self.folder, path, self._odd.get(path))

    def stat(self, path: str) -> Stat | None:
        """A listed note's stat as another scan would find it; None if only that could tell."""
        return None if path in self._odd else listing.listed(f"{self.folder}/{path}", path)

    def read(self, path: str) -> Snapshot:
        """Read one note. Never blocks, never follows a link.

        Raises:
            FileVanished: It isn't there.
            OutsideVault: The path leads out of the vault.
        """
        try:
            return snapshot.read(self.disk(path), path)
        except OSError as error:  # a name longer than the system takes
            raise FileVanished(path=path) from error

    # ------------------------------------------------------------------------------- writing

    @contextmanager
    def recording(self, command: str) -> Iterator[Journal]:
        """Write down what is changed meanwhile, so that `notesync.vault.undo` can take it back.

        Args:
            command: What the user typed; all changes inside are taken back as one.

        Yields:
            The journal, whose entry says what was changed so far.
        """
        from notesync.vault.journal import Journal  # reading commands need none of it

        self._journal = journal = Journal(self.undo_dir, command)
        try:
            yield journal
        finally:
            journal.close()
            self._journal = None

    def undo_dir(self) -> Path:
        """Where the undo journal is."""
        (folder := self.state_dir() / "undo").mkdir(mode=0o700, exist_ok=True)
        return folder

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
            NotText, BadName, OutsideVault, NotOurs, CantWrite: As they say; nothing was written.
        """
        try:
            content = text.encode()
        except UnicodeEncodeError:
            raise NotText(path=path) from None
        if expect is None and not names.may_be_made(self.folder, path):
            raise BadName(path=path)
        return self.write_bytes(path, content, expect)

    def write_bytes(self, path: str, content: bytes, expect: str | None) -> Stat:
        """As `write`, for bytes and names of any kind: what `undo` puts back."""
        from notesync.vault import atomic  # reading commands need none of it

        disk = self._inside(path)
        if expect is None:
            places.make_room(disk, path)
            with self._noted("write", path, "", digest(content)):
                return stat_of(path, atomic.create(disk, content, path))
        with self._noted("write", path, expect, digest(content)):
            return stat_of(path, atomic.replace(disk, content, expect, path))

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
        from notesync.vault import rivals

        for attempt in range(TRIES):
            rivals.await_writer(self.disk(path))
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
        """Delete a note, if it still has the digest `expect`; raises what `write` does."""
        from notesync.vault import atomic

        disk = self._inside(path)
        with self._noted("remove", path, expect, ""):
            atomic.remove(disk, expect, path)

    def rename(self, path: str, new: str, expect: str) -> Stat:
        """As `remove`, but to give it another path; never over another note."""
        if not names.may_be_made(self.folder, new):
            raise BadName(path=new)
        return self.move(path, new, expect)

    def move(self, path: str, new: str, expect: str) -> Stat:
        """As `rename`, to a name of any kind: what `undo` gives back."""
        from notesync.vault import atomic

        disk, target = self._inside(path), self._inside(new)
        places.make_room(target, new, but=disk)
        with self._noted("rename", path, expect, expect, new):
            return stat_of(new, atomic.move(disk, target, expect, path, new))

    def _inside(self, path: str) -> str:
        """Where to write, once it is sure that no link on the way leads elsewhere."""
        disk = self.disk(path)
        places.stay_inside(self.folder, disk, path)
        return disk

    @contextmanager
    def _noted(
        self, do: Literal["write", "remove", "rename"], path: str, old: str, new: str, to: str = ""
    ) -> Iterator[None]:
        """Have a step in the journal before it is done, if this is a command that can be undone."""
        if self._journal is None:
            yield
            return
        from notesync.vault.journal import Step

        before = None
        if old and not to:
            seen = snapshot.content(self.disk(path), path)
            if digest(seen) != old:
                raise Changed(path=path)
            before = seen.decode(errors="surrogateescape")
        with self._journal.noting(Step(do, path, before, old, new, to)):
            yield
