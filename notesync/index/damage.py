"""Turn what SQLite and the disk say into what is wrong with the index, and what to do.

Either the file is of no use: then it is built anew, since the index is only a cache. Or the file is
fine and something around it isn't: then building it anew wouldn't help, and the user is told.
"""

from __future__ import annotations

import os
import sqlite3

from notesync.errors import Unusable
from notesync.words import N_

# What Python's sqlite3 raises over a bad file; even its messages may hold bytes that are no UTF-8.
WRONG = (sqlite3.DatabaseError, UnicodeDecodeError)

BUSY = N_("another program is writing to it")
# SQLite's result codes that mean: the file is fine, but something around it is not.
_AROUND = {
    sqlite3.SQLITE_PERM: N_("permission denied"),
    sqlite3.SQLITE_BUSY: BUSY,
    sqlite3.SQLITE_LOCKED: BUSY,
    sqlite3.SQLITE_NOMEM: N_("out of memory"),
    sqlite3.SQLITE_READONLY: N_("it can't be written"),
    sqlite3.SQLITE_FULL: N_("the disk is full"),
    sqlite3.SQLITE_CANTOPEN: N_("it can't be opened"),
}


class IndexUnusable(Unusable):
    """The index can't be read or written where it is."""

    sentence = N_(
        "{path}: {reason}. The index needs a folder it can write to; your notes are not affected."
    )


class Damaged(Unusable):
    """The index file doesn't hold what an index holds; it is built anew when it is next opened."""

    sentence = N_("{path} is damaged ({reason}). Run the command again: the index is built anew.")


def meaning(error: Exception, path: str) -> Unusable:
    """What one of `WRONG`, or an `OSError`, says about the index at a path."""
    if isinstance(error, OSError):
        return IndexUnusable(path=path, reason=error.strerror or error)
    # Python's own complaints (text that is none) have no code; the low byte is the main one.
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    # A wrong byte in the file's head can say that only newer programs may write to it.
    claimed = code == sqlite3.SQLITE_READONLY and os.access(path, os.W_OK)
    if code in _AROUND and not (claimed and os.access(os.path.dirname(path), os.W_OK)):
        return IndexUnusable(path=path, reason=_AROUND[code])
    return Damaged(path=path, reason=error)
