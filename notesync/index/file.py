"""The index as a file: made, locked, filled, put in its place, taken away.

A new file is filled without a journal and flushed before it takes the old one's name, so a kill
leaves the old index or none. A lock file keeps two things apart that SQLite can't: giving a new
file the name of an old one while another process is just opening that, whose log would then be
mistaken for the new one's (sqlite.org/howtocorrupt.html, section 2.4).
"""

from __future__ import annotations

import fcntl
import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress

from notesync import __version__
from notesync.index.damage import BUSY, WRONG, IndexUnusable, meaning
from notesync.index.schema import INDEXES, META, READER, TABLES, VERSION

NAME = "index.db"
LOCK = "index.lock"
WRITTEN_BY = f"{__version__}/{READER}"
PATIENCE = 600.0  # seconds to wait for another process that fills or writes the index
_BESIDE = ("-wal", "-shm", "-journal")
_NAP = 0.02  # seconds between two looks at the lock


def connect(path: str) -> sqlite3.Connection:
    """Open a database that is there; nothing is created. Transactions are ours to begin."""
    # What ends a path there, or begins an escape: https://www.sqlite.org/uri.html, section 3.1.
    for special in "%?#":
        path = path.replace(special, f"%{ord(special):02x}")
    where = f"file://{os.path.abspath(path)}?mode=rw"
    return sqlite3.connect(where, uri=True, isolation_level=None, check_same_thread=False)


@contextmanager
def locked(path: str, *, alone: bool) -> Iterator[None]:
    """Hold the lock beside an index: alone, or together with others who only want to open it.

    The kernel lets it go when the process ends, however it ends.

    Raises:
        IndexUnusable: It can't be made, or another process has held it for longer than `PATIENCE`.
    """
    flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW
    try:
        lock = os.open(os.path.join(os.path.dirname(path), LOCK), flags, 0o600)
    except OSError as error:
        raise meaning(error, path) from error
    try:
        _wait(lock, fcntl.LOCK_EX if alone else fcntl.LOCK_SH, path)
        yield
    finally:
        try:
            os.close(lock)
        except BaseException:  # Ctrl-C just before it: a process that goes on must let others in
            with suppress(OSError):
                os.close(lock)
            raise


def _wait(lock: int, mode: int, path: str) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            fcntl.flock(lock, mode | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > end:
                raise IndexUnusable(path=path, reason=BUSY) from None
            time.sleep(_NAP)
        except OSError:
            return  # a file system without locks: SQLite's own have to do
        else:
            return


def build(path: str, fill: Callable[[sqlite3.Connection], None]) -> None:
    """Fill a new file and put it in the place of an index. Only while the lock is held alone.

    If it can't be finished, whatever was there before stays.

    Args:
        path: The index.
        fill: Gets a connection with empty tables, within one transaction.

    Raises:
        IndexUnusable: The folder can't be written, or the disk is full.
    """
    new = f"{path}.new"
    try:
        remove(new)
        os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise meaning(error, path) from error
    try:
        with closing(connect(new)) as connection:
            _fill(connection, fill)
        _put(new, path)
    except WRONG as error:
        raise meaning(error, path) from error
    finally:
        with suppress(OSError):  # only there if something went wrong
            remove(new)


def _fill(connection: sqlite3.Connection, fill: Callable[[sqlite3.Connection], None]) -> None:
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


def _put(new: str, path: str) -> None:
    """Give a filled file the index's name, once it is on the disk as a whole."""
    try:
        descriptor = os.open(new, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        remove(path)
        os.replace(new, path)
    except OSError as error:
        raise meaning(error, path) from error


def remove(path: str) -> None:
    """Remove a database, then what SQLite keeps beside it, which is nothing without it.

    Raises:
        OSError: Something is there that is no file, or the folder can't be written.
    """
    for name in (path, *(path + suffix for suffix in _BESIDE)):
        with suppress(FileNotFoundError):
            os.unlink(name)


def look(connection: sqlite3.Connection) -> str:
    """Whether these are our tables, filled by this version; "" or a reason to build them anew."""
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
