"""The steps of replacing a file that another program may be saving in the same moment.

Nothing is thrown away before it is sure that it was ours to throw away. The whole is told in
`notesync.vault.atomic`; here all names lie in one folder, and ``aside`` is a hidden one.
"""

from __future__ import annotations

import contextlib
import os
import time

from notesync.vault import snapshot, syscalls
from notesync.vault.errors import Changed, InUse, NameTaken

PATIENCE = 1.0  # seconds to wait for a program that holds the old file open for writing
YOUNG = 0.1  # seconds in which a file was saved "just now", where leases can't tell
ROUNDS = 100  # saves in a row by another program while its file is being put back


def mark(disk: str) -> str:
    """The digest of what is there now; "" for what is no regular file."""
    try:
        descriptor = snapshot.open_regular(disk)
    except ValueError:
        return ""
    try:
        return snapshot.mark(*snapshot.read_bytes(descriptor, snapshot.HEADER_LIMIT))
    finally:
        os.close(descriptor)


def same_file(disk: str, target: str) -> bool:
    """Whether two names stand for one file."""
    try:
        return os.path.samestat(os.lstat(disk), os.lstat(target))
    except FileNotFoundError:
        return False


def move_new(disk: str, target: str, path: str) -> None:
    """Rename, but never over another file.

    Raises:
        NameTaken: There is something of the new name.
    """
    try:
        try:
            syscalls.move_new(disk, target)
        except syscalls.Unsupported:
            _link_new(disk, target)
    except FileExistsError:
        raise NameTaken(path=path, other=path) from None


def _link_new(disk: str, target: str) -> None:
    try:
        os.link(disk, target, follow_symlinks=False)
    except FileExistsError:
        raise
    except OSError:  # no second names on this file system
        if os.path.lexists(target):
            raise FileExistsError from None
        os.rename(disk, target)
    else:
        os.unlink(disk)


def rests(disk: str, expect: str, *, leases: bool) -> bool | None:
    """Whether these are the expected bytes and nobody is writing them.

    Returns:
        None when the bytes are right, but a program keeps the file open for writing.
    """
    try:
        descriptor = snapshot.open_regular(disk)
    except (ValueError, OSError):
        return False
    try:
        until = time.monotonic() + PATIENCE
        while True:
            # First ask, then read: whoever closed the file before we asked, is read in full.
            writing = syscalls.being_written(descriptor) if leases else None
            found, content = snapshot.read_bytes(descriptor, snapshot.HEADER_LIMIT)
            if snapshot.mark(found, content) != expect:
                return False
            if writing is None:
                return _rests_by_age(descriptor, found, expect)
            if not writing:
                return True
            if time.monotonic() > until:
                return None
            time.sleep(0.002)
    finally:
        os.close(descriptor)


def await_writer(disk: str) -> None:
    """Give a program that is writing the file at this moment some time to finish.

    Whoever changes a text needs a whole one; that nothing is lost doesn't depend on it.
    """
    try:
        descriptor = snapshot.open_regular(disk)
    except (ValueError, OSError):
        return
    try:
        until = time.monotonic() + PATIENCE
        while syscalls.being_written(descriptor) and time.monotonic() < until:
            time.sleep(0.002)
    finally:
        os.close(descriptor)


def _rests_by_age(descriptor: int, found: os.stat_result, expect: str) -> bool:
    """Without leases: a file saved just now may be half written, so it is given a moment."""
    if abs(time.time() - found.st_mtime) > YOUNG:
        return True
    time.sleep(YOUNG / 2)
    return snapshot.mark(*snapshot.read_bytes(descriptor, snapshot.HEADER_LIMIT)) == expect


def retire(aside: str, disk: str, marks: tuple[str, str], path: str, *, leases: bool) -> None:
    """Throw away what the exchange brought out, if it is what we had read; else put it back.

    Args:
        aside: Name of what came out.
        disk: Name of the note.
        marks: Digests of what should have come out, and of what we put in.
        path: For messages.
        leases: Whether `being_written` can be trusted here.
    """
    expect, ours = marks
    ours_to_drop = rests(aside, expect, leases=leases)
    if ours_to_drop:
        os.unlink(aside)
        return
    for _ in range(ROUNDS):
        going_in = mark(aside)
        try:
            syscalls.exchange(aside, disk)
        except FileNotFoundError:  # moved away or deleted meanwhile; theirs keeps its name
            put_back(aside, disk, path)
            break
        if rests(aside, ours, leases=leases):
            os.unlink(aside)
            break
        ours = going_in  # they saved once more, so that one goes back, and this must come out
    else:
        os.rename(aside, f"{aside}.kept")
    settle(disk)
    raise (InUse if ours_to_drop is None else Changed)(path=path)


def put_back(aside: str, disk: str, path: str) -> None:
    """Give a file its name again, unless they have made a newer one of that name meanwhile."""
    try:
        move_new(aside, disk, path)
    except NameTaken:
        os.unlink(aside)


def replace_by_link(temporary: str, disk: str, expect: str, path: str, *, leases: bool) -> None:
    """Where names can't be exchanged: keep the old file under a second name while renaming."""
    kept = f"{temporary}.old"
    try:
        os.link(disk, kept, follow_symlinks=False)
    except FileNotFoundError:
        raise Changed(path=path) from None
    except OSError:  # nor second names: compare as late as possible
        if mark(disk) != expect:
            raise Changed(path=path) from None
        os.rename(temporary, disk)
        return
    try:
        if rests(kept, expect, leases=leases):
            ours = mark(temporary)
            if not same_file(kept, disk):  # as late as possible: see above
                raise Changed(path=path)
            os.rename(temporary, disk)
            if rests(kept, expect, leases=leases):
                return
            if mark(disk) == ours:
                os.rename(kept, disk)
        raise Changed(path=path)
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(kept)


def settle(disk: str) -> None:
    """Have the folder's entry on the disk; file systems that can't are taken as they are."""
    with contextlib.suppress(OSError):
        folder = os.open(os.path.dirname(disk), os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
