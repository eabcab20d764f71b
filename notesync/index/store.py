"""The index file, held open: queries become rows, and damage becomes a reason to build it anew.

The file is `index.db` in the vault's state folder, with SQLite's write-ahead log beside it. It is
filled once as a new file without any journal and renamed into place, so a kill leaves the old index
or none; afterwards each refresh is one transaction. A lock file keeps two things apart that SQLite
can't: taking a new file's name while another process is just opening the old one, whose log would
then be mistaken for the new one's (sqlite.org/howtocorrupt.html, 2.4).
"""

from __future__ import annotations

import fcntl
import os
import sqlite3
import stat
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Self

from notesync import __version__
from notesync.errors import Unusable
from notesync.index.schema import CONTENT, INDEXES, META, READER, TABLES, VERSION, WORDS
from notesync.words import N_

FILE = "index.db"
LOCK = "index.lock"
WRITTEN_BY = f"{__version__}/{READER}"
PATIENCE = 600.0  # seconds to wait for another process that fills the index
_BESIDE = ("-wal", "-shm", "-journal")
_NAP = 0.02  # seconds between two looks at the lock

# Why an index was built anew -> what to say about it ("": the first time needs no words).
REASONS = {
    "new": "",
    "version": N_("The index was written by another version of notesync and was built anew."),
    "config": N_("notesync.toml has changed, so the index was built anew."),
    "damaged": N_("The index was damaged and was built anew. Your notes are as they were."),
}

# SQLite's result codes that mean: the file is fine, but something around it is not.
_AROUND = {
    sqlite3.SQLITE_PERM: N_("permission denied"),
    sqlite3.SQLITE_BUSY: N_("another program is writing to it"),
    sqlite3.SQLITE_LOCKED: N_("another program is writing to it"),
    sqlite3.SQLITE_NOMEM: N_("out of memory"),
    sqlite3.SQLITE_READONLY: N_("it can't be written"),
    sqlite3.SQLITE_FULL: N_("the disk is full"),
    sqlite3.SQLITE_CANTOPEN: N_("it can't be opened"),
}
# What Python's sqlite3 raises over a bad file; even its messages may hold bytes that are no UTF-8.
_WRONG = (sqlite3.DatabaseError, UnicodeDecodeError)


class IndexUnusable(Unusable):
    """The index can't be read or written where it is."""

    sentence = N_(
        "{path}: {reason}. The index needs a folder it can write to; your notes are not affected."
    )


class Damaged(Unusable):
    """The index file doesn't hold what an index holds; it is built anew when it is next opened."""

    sentence = N_("{path} is damaged ({reason}). Run the command again: the index is built anew.")


class Store:
    """An open index. One thread at a time; any number of processes.

    Attributes:
        path: The index file.
        reason: "" when the index can be used, else a key of `REASONS`: it must be built first.
    """

    def __init__(self, folder: Path) -> None:
        """Open the index in `folder` (the vault's state folder), which is made if it's missing.

        Raises:
            IndexUnusable: The folder or the file can't be read or written.
        """
        self.path = folder / FILE
        self.reason = "new"
        self._connection: sqlite3.Connection | None = None
        self._inode = 0
        try:
            folder.mkdir(mode=0o700, exist_ok=True)
            self._open()
        except OSError as error:
            raise self._unusable(error.strerror or str(error)) from error

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

    @property
    def generation(self) -> int:
        """Raised whenever something that the index says about the vault has changed."""
        return int(self.meta("generation") or 0)

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
    def writing(self, patience: float = PATIENCE) -> Iterator[sqlite3.Connection]:
        """One transaction: all that is done within it happens, or nothing does.

        Args:
            patience: Seconds to wait for another process that is writing.

        Raises:
            Damaged: The file is not what it should be.
            IndexUnusable: It can't be written.
        """
        with self._guarded() as connection:
            connection.execute(f"PRAGMA busy_timeout = {int(patience * 1000)}")
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):  # there may be none any more
                    connection.execute("ROLLBACK")
                raise

    def answer(self, key: str) -> str | None:
        """What was remembered under `key` since the index last changed, or None."""
        found = self.value(
            "SELECT answers.value FROM answers JOIN meta ON meta.key = 'generation'"
            " WHERE answers.key = ? AND answers.generation = meta.value",
            (key,),
        )
        return None if found is None else str(found)

    def remember(self, key: str, value: str, generation: int) -> bool:
        """Keep an answer that follows from the notes and from what `key` says (day, language …).

        Args:
            key: Everything beside the notes that the answer depends on.
            value: The answer.
            generation: The index's generation when the notes for it were read. If the index has
                changed since, or is being written to, nothing is kept: it is only a memory.
        """
        with suppress(Unusable), self.writing(patience=0.0) as connection:
            if generation == self.generation:
                connection.execute("DELETE FROM answers WHERE generation <> ?", (generation,))
                connection.execute(
                    "INSERT OR REPLACE INTO answers VALUES (?, ?, ?)", (key, generation, value)
                )
                return True
        return False

    # ------------------------------------------------------------------ building

    def follow(self) -> None:
        """Open the file again if another process has built a new one since."""
        try:
            inode = os.lstat(self.path).st_ino
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
        return Damaged(path=self.path, reason=why)

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
        try:
            with self._locked(fcntl.LOCK_EX):
                if self._somebody_else_did(self._inode):
                    return False
                new = self.path.with_name(f"{FILE}.new")
                _remove(new)
                self._fill(new, fill)
                self.close()
                _remove(self.path)
                os.replace(new, self.path)
                self._connect()
        except OSError as error:
            raise self._unusable(error.strerror or str(error)) from error
        return True

    def _somebody_else_did(self, known: int) -> bool:
        """Whether there is a usable index now that wasn't there before."""
        try:
            if os.lstat(self.path).st_ino == known:
                return False
        except FileNotFoundError:
            return False
        self._connect()
        return not self.reason

    def _fill(self, new: Path, fill: Callable[[sqlite3.Connection], None]) -> None:
        os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            connection = sqlite3.connect(_uri(new), uri=True, isolation_level=None)
            try:
                for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -65536"):
                    connection.execute(f"PRAGMA {pragma}")
                connection.execute("BEGIN")
                for table in TABLES.values():
                    connection.execute(table)
                meta = {**META, "reader": WRITTEN_BY}
                connection.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
                fill(connection)
                for index in INDEXES.values():
                    connection.execute(index)
                connection.execute(f"PRAGMA user_version = {VERSION}")
                connection.execute("COMMIT")
                connection.execute("PRAGMA journal_mode = WAL")
            finally:
                connection.close()
            _flush(new)
        except _WRONG as error:
            _remove(new)
            raise self._meaning(error) from error
        except BaseException:
            _remove(new)
            raise

    # ------------------------------------------------------------------ opening

    def _open(self) -> None:
        with self._locked(fcntl.LOCK_SH):
            self._connect()

    def _connect(self) -> None:
        """Open what is there; sets `reason` if it is of no use. Only while the lock is held."""
        self.close()
        self._inode = 0
        try:
            status = os.lstat(self.path)
        except FileNotFoundError:
            if self.reason != "damaged":  # then it was taken away, and that is what to say
                self.reason = "new"
            return
        self._inode = status.st_ino
        if not stat.S_ISREG(status.st_mode):
            self.reason = "damaged"
            return
        try:
            self._connection = sqlite3.connect(
                _uri(self.path), uri=True, isolation_level=None, check_same_thread=False
            )
            self.reason = self._look(self._connection)
        except _WRONG as error:
            meaning = self._meaning(error)
            self.close()
            if not isinstance(meaning, Damaged):
                raise meaning from error
            self.reason = "damaged"
        if self.reason:
            self.close()

    def _look(self, connection: sqlite3.Connection) -> str:
        """Whether these are our tables, filled by this version; "" or a reason to build anew."""
        # Nothing that a foreign file may bring along (triggers, views) is run or trusted.
        for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "synchronous = NORMAL"):
            connection.execute(f"PRAGMA {pragma}")
        if connection.execute("PRAGMA user_version").fetchone()[0] != VERSION:
            return "version"
        found = connection.execute(
            "SELECT name, sql FROM sqlite_schema"
            " WHERE name NOT LIKE 'fts\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
        )
        if dict(found) != {**TABLES, **INDEXES}:
            return "damaged"
        reader = connection.execute("SELECT value FROM meta WHERE key = 'reader'").fetchone()
        return "" if reader == (WRITTEN_BY,) else "version"

    # ------------------------------------------------------------------ what went wrong

    @contextmanager
    def _guarded(self) -> Iterator[sqlite3.Connection]:
        """The connection; what SQLite raises within becomes an error that says what to do."""
        if self._connection is None:
            raise Damaged(path=self.path, reason=self.reason)
        try:
            yield self._connection
        except _WRONG as error:
            meaning = self._meaning(error)
            if isinstance(meaning, Damaged):
                self._give_up()
            raise meaning from error

    def _give_up(self) -> None:
        """Close a damaged index and take it away, so that whoever opens it next builds it anew."""
        self.distrust("damaged")
        with suppress(OSError, Unusable), self._locked(fcntl.LOCK_EX):
            if os.lstat(self.path).st_ino == self._inode:
                _remove(self.path)

    def _meaning(self, error: Exception) -> Unusable:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
        if code in _AROUND:
            return self._unusable(_AROUND[code])
        return Damaged(path=self.path, reason=error)

    def _unusable(self, reason: str) -> IndexUnusable:
        return IndexUnusable(path=self.path, reason=reason)

    @contextmanager
    def _locked(self, mode: int) -> Iterator[None]:
        """Hold the lock file, shared or alone. The kernel lets it go when the process ends.

        Raises:
            IndexUnusable: Another process has held it for longer than `PATIENCE`.
        """
        flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW
        lock = os.open(self.path.with_name(LOCK), flags, 0o600)
        try:
            end = time.monotonic() + PATIENCE
            while True:
                try:
                    fcntl.flock(lock, mode | fcntl.LOCK_NB)
                    break
                except BlockingIOError:
                    if time.monotonic() > end:
                        raise self._unusable(_AROUND[sqlite3.SQLITE_BUSY]) from None
                    time.sleep(_NAP)
                except OSError:
                    break  # a file system without locks: SQLite's own have to do
            yield
        finally:
            os.close(lock)


def _uri(path: Path) -> str:
    """For `sqlite3.connect`: open what is there, create nothing."""
    return f"{path.absolute().as_uri()}?mode=rw"


def _remove(path: Path) -> None:
    """Remove a database, then what SQLite keeps beside it, which is nothing without it."""
    for name in (path, *(path.with_name(path.name + suffix) for suffix in _BESIDE)):
        with suppress(FileNotFoundError):
            os.unlink(name)


def _flush(path: Path) -> None:
    """See to it that a file is on the disk before its name is."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
