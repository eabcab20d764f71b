"""The index file, held open: queries become rows, and damage becomes a reason to build it anew.

The file is `index.db` in the vault's state folder, with SQLite's write-ahead log beside it: any
number of readers see the vault at one instant each while one process brings it up to date.
"""

from __future__ import annotations

import json
import os
import sqlite3
import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self

from notesync.errors import Unusable
from notesync.index import file
from notesync.index.damage import WRONG, Damaged, meaning
from notesync.index.schema import CONTENT, WORDS
from notesync.words import N_

if TYPE_CHECKING:
    from pathlib import Path

# Why an index was built anew -> what to say about it ("": the first time needs no words).
REASONS = {
    "new": "",
    "version": N_("The index was written by another version of notesync and was built anew."),
    "config": N_("notesync.toml has changed, so the index was built anew."),
    "damaged": N_("The index was damaged and was built anew. Your notes are as they were."),
}


class Store:
    """An open index. One thread at a time; any number of processes.

    Attributes:
        folder: Where it is.
        reason: "" when the index can be used, else a key of `REASONS`: it must be built first.
        names: Those in the manifest when the index had been written to so often; for who follows
            every change.
    """

    def __init__(self, folder: str | Path) -> None:
        """Open the index in `folder` (the vault's state folder), which is made if it's missing.

        Raises:
            IndexUnusable: The folder or the file can't be read or written.
        """
        self.folder = os.fspath(folder)
        self._file = os.path.join(self.folder, file.NAME)
        self.reason = "new"
        self.names = (0, b"")
        self._connection: sqlite3.Connection | None = None
        self._inode = 0
        try:
            with suppress(FileExistsError):
                os.mkdir(self.folder, 0o700)
        except OSError as error:
            raise meaning(error, self._file) from error
        self._open()

    @cached_property
    def path(self) -> Path:
        """The index file."""
        from pathlib import Path  # 2 ms, for whoever does more with it than ask

        return Path(self._file)

    def close(self) -> None:
        """Let go of the file. Closing twice is harmless."""
        if self._connection is not None:
            with suppress(sqlite3.Error):  # nothing of ours depends on a tidy farewell
                self._connection.close()
            self._connection = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # ------------------------------------------------------------------ reading

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """All rows that a query gives.

        Raises:
            Damaged: The file is not what it should be.
            IndexUnusable: It can't be read.
        """
        with self._guarded() as connection:
            return connection.execute(sql, values).fetchall()

    def value(self, sql: str, values: Sequence[object] = ()) -> Any:  # noqa: ANN401 -- SQLite's
        """The first column of the first row that a query gives, or None without rows."""
        rows = self.rows(sql, values)
        return rows[0][0] if rows else None

    def meta(self, key: str) -> Any:  # noqa: ANN401 -- a number or text, as in `META`
        """What the index says about itself; None when nothing is known."""
        return self.value("SELECT value FROM meta WHERE key = ?", (key,))

    def number(self, key: str) -> int:
        """As `meta`, a number.

        Raises:
            Damaged: It is none.
        """
        try:
            return int(self.meta(key))
        except (TypeError, ValueError) as error:
            raise self.damaged(error) from error

    @property
    def generation(self) -> int:
        """Raised whenever something that the index says about the vault has changed."""
        return self.number("generation")

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Within it, all queries see the vault at one instant."""
        with self._guarded() as connection:
            connection.execute("BEGIN")
            try:
                yield
            finally:
                with suppress(sqlite3.Error):  # it ends with the connection anyway
                    connection.execute("ROLLBACK")

    def content(self) -> dict[str, list[tuple[Any, ...]]]:
        """Every row of `CONTENT`: what the index says about the vault, whatever its past."""
        self.rows(WORDS)
        return {name: self.rows(sql) for name, sql in CONTENT.items()}

    # ------------------------------------------------------------------ writing

    @contextmanager
    def writing(self, patience: float = file.PATIENCE) -> Iterator[sqlite3.Connection]:
        """One transaction: all that is done within it happens, or nothing does.

        Args:
            patience: Seconds to wait for another process that is writing.

        Raises:
            Damaged: The file is not what it should be.
            IndexUnusable: It can't be written.
        """
        with self._guarded() as connection:
            connection.execute(f"PRAGMA busy_timeout = {int(patience * 1000)}")
            if connection.in_transaction:  # one that was interrupted before it could be ended
                connection.execute("ROLLBACK")
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):  # there may be none any more
                    connection.execute("ROLLBACK")
                raise

    def answer(self, key: str) -> object:
        """What was remembered under `key` since the index last changed, or None."""
        found = self.value(
            "SELECT answers.value FROM answers JOIN meta ON meta.key = 'generation'"
            " WHERE answers.key = ? AND answers.generation = meta.value",
            (key,),
        )
        with suppress(TypeError, ValueError):  # nothing was found, or nothing that makes sense
            remembered: object = json.loads(found)
            return remembered
        return None

    def remember(self, key: str, value: object, generation: int) -> bool:
        """Keep an answer that follows from the notes and from what `key` says (day, language …).

        Args:
            key: Everything beside the notes that the answer depends on.
            value: The answer, of what JSON knows.
            generation: The index's generation when the notes for it were read. If the index has
                changed since, or is being written to, nothing is kept: it is only a memory.
        """
        text = json.dumps(value)
        with suppress(Unusable), self.writing(patience=0.0) as connection:
            if generation == self.generation:
                connection.execute("DELETE FROM answers WHERE generation <> ?", (generation,))
                connection.execute(
                    "INSERT OR REPLACE INTO answers VALUES (?, ?, ?)", (key, generation, text)
                )
                return True
        return False

    # ------------------------------------------------------------------ building

    def follow(self) -> None:
        """Open the file again if another process has built a new one since."""
        try:
            inode = os.lstat(self._file).st_ino
        except OSError:
            inode = 0
        if inode != self._inode or (self._connection is None and not self.reason):
            self.close()
            self._open()

    def distrust(self, reason: str) -> None:
        """From now on the index must be built before it is used; `reason` is one of `REASONS`."""
        self.close()
        self.reason = reason

    def damaged(self, why: object) -> Damaged:
        """What to raise when rows make no sense; the file is taken away, to be built anew."""
        self._give_up()
        return Damaged(path=self._file, reason=why)

    def build(self, fill: Callable[[sqlite3.Connection], None]) -> bool:
        """Fill a new file and put it in the place of the old one.

        Nothing of the old index is lost if `fill` raises or the process is killed. If another
        process has built a usable index while this one waited for its turn, that one is taken.

        Args:
            fill: Gets a connection with empty tables, within one transaction.

        Returns:
            Whether `fill` was needed.

        Raises:
            IndexUnusable: The folder can't be written, or the disk is full.
        """
        with file.locked(self._file, alone=True):
            if self._somebody_else_did(self._inode):
                return False
            file.build(self._file, fill)
            self._connect()
        return True

    def _somebody_else_did(self, known: int) -> bool:
        """Whether there is a usable index now that wasn't there before."""
        try:
            if os.lstat(self._file).st_ino == known:
                return False
        except FileNotFoundError:
            return False
        self._connect()
        return not self.reason

    # ------------------------------------------------------------------ opening

    def _open(self) -> None:
        with file.locked(self._file, alone=False):
            self._connect()

    def _connect(self) -> None:
        """Open what is there; sets `reason` if it is of no use. Only while the lock is held."""
        self.close()
        self._inode = 0
        try:
            status = os.lstat(self._file)
        except FileNotFoundError:
            if self.reason != "damaged":  # then it was taken away, and that is what to say
                self.reason = "new"
            return
        self._inode = status.st_ino
        if not stat.S_ISREG(status.st_mode):
            self.reason = "damaged"
            return
        try:
            self._connection = file.connect(self._file)
            self.reason = file.look(self._connection)
        except WRONG as error:
            self.close()
            if not isinstance(why := meaning(error, self._file), Damaged):
                raise why from error
            self.reason = "damaged"
        if self.reason:
            self.close()

    # ------------------------------------------------------------------ what went wrong

    @contextmanager
    def _guarded(self) -> Iterator[sqlite3.Connection]:
        """The connection; what SQLite raises within becomes an error that says what to do."""
        if self._connection is None:
            raise Damaged(path=self._file, reason=self.reason)
        try:
            yield self._connection
        except WRONG as error:
            if isinstance(why := meaning(error, self._file), Damaged):
                self._give_up()
            raise why from error

    def _give_up(self) -> None:
        """Close a damaged index and take it away, so that whoever opens it next builds it anew."""
        self.distrust("damaged")
        with suppress(OSError, Unusable), file.locked(self._file, alone=True):
            if os.lstat(self._file).st_ino == self._inode:
                file.remove(self._file)
