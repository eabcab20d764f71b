"""The few system calls that Python lacks and a write without loss needs.

`exchange` swaps two names in one step, `move_new` renames without overwriting, `being_written`
asks whether any program holds a file open for writing. Where the system or the file system knows
none of them, they say so, and `notesync.vault.atomic` takes the next best way. `give_back` is for
what runs for days.
"""

from __future__ import annotations

import errno
import fcntl
import os
import signal
import sys
from collections.abc import Callable
from functools import cache

# renameat2(2) on Linux, renamex_np(2) on macOS.
_NOREPLACE, _EXCHANGE = (4, 2) if sys.platform == "darwin" else (1, 2)
_AT_FDCWD = -100
_UNKNOWN = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}


class Unsupported(Exception):
    """This system, or the file system of this file, has no such call."""


@cache
def _renamer() -> Callable[[bytes, bytes, int], int] | None:
    import ctypes  # only writing needs it

    library = ctypes.CDLL(None, use_errno=True)
    if hasattr(library, "renameat2"):
        at, text, flags = ctypes.c_int, ctypes.c_char_p, ctypes.c_uint
        library.renameat2.argtypes = (at, text, at, text, flags)
        call = library.renameat2

        def rename(old: bytes, new: bytes, how: int) -> int:
            return 0 if call(_AT_FDCWD, old, _AT_FDCWD, new, how) == 0 else ctypes.get_errno()

        return rename
    if hasattr(library, "renamex_np"):
        text, flags = ctypes.c_char_p, ctypes.c_uint
        library.renamex_np.argtypes = (text, text, flags)
        swap = library.renamex_np

        def rename_mac(old: bytes, new: bytes, how: int) -> int:
            return 0 if swap(old, new, how) == 0 else ctypes.get_errno()

        return rename_mac
    return None


def _rename(old: str, new: str, how: int) -> None:
    call = _renamer()
    code = call(os.fsencode(old), os.fsencode(new), how) if call else errno.ENOSYS
    if code in _UNKNOWN:
        raise Unsupported
    if code:
        raise OSError(code, os.strerror(code), new)


def exchange(one: str, other: str) -> None:
    """Swap what two names stand for, in one step; both must exist.

    Raises:
        Unsupported: Not known here.
        OSError: As of rename(2).
    """
    _rename(one, other, _EXCHANGE)


def move_new(old: str, new: str) -> None:
    """Rename, unless there is something of the new name.

    Raises:
        Unsupported: Not known here.
        OSError: As of rename(2); FileExistsError when the name is taken.
    """
    _rename(old, new, _NOREPLACE)


def being_written(descriptor: int) -> bool | None:
    """Whether any program has this file open for writing at this moment; None: can't be told.

    A read lease (Linux) is granted only when nobody has. It is given back at once, and whoever
    comes in between is told by SIGURG to us, which does nothing, and waits for that instant.

    Args:
        descriptor: Open for reading only.
    """
    if not hasattr(fcntl, "F_SETLEASE"):
        return None
    try:
        fcntl.fcntl(descriptor, fcntl.F_SETSIG, signal.SIGURG)
        fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_RDLCK)
    except OSError as error:
        return True if error.errno == errno.EAGAIN else None
    fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_UNLCK)
    return False


def give_back() -> None:
    """Give the memory that is free back to the system, where the C library would keep it."""
    import ctypes  # only what runs for days needs it

    library = ctypes.CDLL(None)
    if hasattr(library, "malloc_trim"):
        library.malloc_trim(0)


def sync(descriptor: int) -> None:
    """Have the bytes on the disk itself before going on (macOS needs more than fsync for it)."""
    if hasattr(fcntl, "F_FULLFSYNC"):
        try:
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        except OSError:  # not every file system there
            pass
        else:
            return
    os.fsync(descriptor)
