"""Put new bytes in a file's place so that no other program's save is ever lost.

A file is replaced in one step by a temporary file written beside it, and only if its bytes are
still those that the reader saw. Between that check and the rename another program may save; so the
two names are *exchanged*, and what comes out is compared before it is thrown away:

1. It holds the expected bytes and nobody is writing it: it was the file that we read. Done.
2. It holds others: somebody saved in between. The file itself goes back to its place (not its
   bytes: a program that is still writing goes on writing the right file), and `Changed` says that
   reading again and retrying will help.
3. What comes out then is not what we had put in: they saved once more. It goes back again.

Programs save in two ways, and both are seen: one that renames a new file over the old one puts
another file where ours should come out; one that writes in place either has changed the bytes by
the time of the comparison, or still holds the file open, which a lease tells (`being_written`).
Where names can't be exchanged (network and FAT file systems), the old file is kept under a second
name, compared once more after the rename, and put back; a rename by another program within those
microseconds is the one thing that can't be seen there.

A program that is killed midway leaves at most a hidden file ``.~notesync-…`` with the bytes that
were there; `notesync.vault.leftovers` knows by its name whether anything in it is needed.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
import time
from collections.abc import Iterator

from notesync.vault import snapshot, syscalls
from notesync.vault.errors import (
    Changed,
    FileVanished,
    InUse,
    NameTaken,
    NotOurs,
    WriteProtected,
    refusal,
)
from notesync.vault.litter import OURS

PATIENCE = 1.0  # seconds to wait for a program that holds the old file open for writing
YOUNG = 0.1  # seconds in which a file was saved "just now", where leases can't tell
ROUNDS = 100  # saves in a row by another program while its file is being put back


def create(disk: str, content: bytes, path: str) -> os.stat_result:
    """Write a new file; its bytes appear all at once.

    Args:
        disk: Where.
        content: All its bytes.
        path: What messages call it.

    Raises:
        NameTaken: There is something of that name.
        CantWrite: The disk refuses; nothing is left behind.
    """
    with _in_plain_words(path):
        temporary = _temporary(disk, "new", content)
        with _filled(temporary, content, None) as reader:
            _move_new(temporary, disk, path)
            _settle(disk)
            return os.fstat(reader)


def replace(disk: str, content: bytes, expect: str, path: str) -> os.stat_result:
    """Replace a file's bytes, if they are still those of the digest `expect`.

    Mode, owner and extended attributes stay as they are. Equal bytes are not written again.

    Raises:
        FileVanished: There is no such file.
        Changed: It has other bytes now.
        InUse: Another program keeps it open for writing.
        NotOurs: It is a link, a folder, a pipe.
        WriteProtected: Its mode lets nobody write it.
        CantWrite: The disk refuses; the old file is intact and nothing is left behind.
    """
    with _in_plain_words(path):
        _writable(disk, path)
        if _mark(disk) != expect:
            raise Changed(path=path)
        if snapshot.digest(content) == expect:
            return os.lstat(disk)
        temporary = _temporary(disk, expect, content)
        with _filled(temporary, content, disk) as reader:
            leases = syscalls.being_written(reader) is False
            try:
                syscalls.exchange(temporary, disk)
            except syscalls.Unsupported:
                _replace_by_link(temporary, disk, expect, path, leases=leases)
            except FileNotFoundError:
                raise Changed(path=path) from None
            else:
                _retire(temporary, disk, (expect, snapshot.digest(content)), path, leases=leases)
            _settle(disk)
            return os.fstat(reader)


def remove(disk: str, expect: str, path: str) -> None:
    """Delete a file, if it still has the digest `expect`.

    Raises:
        As `replace`.
    """
    with _in_plain_words(path):
        _writable(disk, path)
        if _mark(disk) != expect:
            raise Changed(path=path)
        with _filled(_temporary(disk, "new", b""), b"", None) as probe:
            leases = syscalls.being_written(probe) is False
        aside = _temporary(disk, expect, b"")
        os.rename(disk, aside)
        if not _rests(aside, expect, leases=leases):
            _put_back(aside, disk, path)
            raise Changed(path=path)
        os.unlink(aside)
        _settle(disk)


def move(disk: str, target: str, expect: str, path: str, new: str) -> os.stat_result:
    """Give a file another name, if it still has the digest `expect`; never over another file.

    A save during the move loses nothing: its bytes move along, or make a file of the old name.

    Raises:
        NameTaken: There is something of the new name.
        As `replace`.
    """
    with _in_plain_words(path):
        _writable(disk, path)
        if _mark(disk) != expect:
            raise Changed(path=path)
        if _same_file(disk, target):  # another case or Unicode form of its own name
            os.rename(disk, target)
        else:
            _move_new(disk, target, new)
        _settle(disk)
        _settle(target)
        return os.lstat(target)


# ------------------------------------------------------------------------------------ the steps


@contextlib.contextmanager
def _in_plain_words(path: str) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        raise FileVanished(path=path) from None
    except OSError as error:
        raise refusal(error, path) from error


def _temporary(disk: str, expect: str, content: bytes) -> str:
    """A hidden name beside the file that says which bytes may be found under it."""
    folder = os.path.dirname(disk)
    mark = snapshot.digest(content)
    return f"{folder}/{OURS}{expect[:16]}-{mark[:16]}-{secrets.token_hex(4)}.tmp"


def _writable(disk: str, path: str) -> None:
    found = os.lstat(disk)
    if not stat.S_ISREG(found.st_mode):
        raise NotOurs(path=path)
    if not found.st_mode & 0o222:
        raise WriteProtected(path=path)


def _mark(disk: str) -> str:
    """The digest of what is there now; "" for what is no regular file."""
    try:
        descriptor = snapshot.open_regular(disk)
    except ValueError:
        return ""
    try:
        return snapshot.mark(*snapshot.read_bytes(descriptor, snapshot.HEADER_LIMIT))
    finally:
        os.close(descriptor)


def _same_file(disk: str, target: str) -> bool:
    try:
        return os.path.samestat(os.lstat(disk), os.lstat(target))
    except FileNotFoundError:
        return False


@contextlib.contextmanager
def _filled(temporary: str, content: bytes, like: str | None) -> Iterator[int]:
    """Write the temporary file down to the disk and give it opened for reading.

    Args:
        temporary: Its name.
        content: Its bytes.
        like: The file whose mode, owner and attributes it takes over.
    """
    mode = 0o600 if like else 0o666
    writer = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, mode)
    reader = os.open(temporary, os.O_RDONLY | os.O_CLOEXEC)
    try:
        try:
            view = memoryview(content)
            while view:
                view = view[os.write(writer, view) :]
            if like is not None:
                _dress(writer, like)
            syscalls.sync(writer)
        finally:
            os.close(writer)
        yield reader
    finally:
        # Under its name may be another program's file by now; that is never deleted here.
        with contextlib.suppress(OSError):
            if os.path.samestat(os.lstat(temporary), os.fstat(reader)):
                os.unlink(temporary)
        os.close(reader)


def _dress(writer: int, like: str) -> None:
    """Take over owner, mode, access lists and other attributes, as far as we may."""
    old, new = os.lstat(like), os.fstat(writer)
    if old.st_gid != new.st_gid or old.st_uid != new.st_uid:
        with contextlib.suppress(OSError):
            os.fchown(writer, -1, old.st_gid)
        with contextlib.suppress(OSError):
            os.fchown(writer, old.st_uid, -1)
    os.fchmod(writer, stat.S_IMODE(old.st_mode))
    if hasattr(os, "listxattr"):
        with contextlib.suppress(OSError):
            for name in os.listxattr(like, follow_symlinks=False):
                os.setxattr(writer, name, os.getxattr(like, name, follow_symlinks=False))


def _move_new(disk: str, target: str, path: str) -> None:
    try:
        try:
            syscalls.move_new(disk, target)
        except syscalls.Unsupported:
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
    except FileExistsError:
        raise NameTaken(path=path, other=path) from None


def _rests(disk: str, expect: str, *, leases: bool) -> bool | None:
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


def _rests_by_age(descriptor: int, found: os.stat_result, expect: str) -> bool:
    """Without leases: a file saved just now may be half written, so it is given a moment."""
    if abs(time.time() - found.st_mtime) > YOUNG:
        return True
    time.sleep(YOUNG / 2)
    return snapshot.mark(*snapshot.read_bytes(descriptor, snapshot.HEADER_LIMIT)) == expect


def _retire(aside: str, disk: str, marks: tuple[str, str], path: str, *, leases: bool) -> None:
    """Throw away what the exchange brought out, if it is what we had read; else put it back.

    Args:
        aside: Name of what came out.
        disk: Name of the note.
        marks: Digests of what should have come out, and of what we put in.
        path: For messages.
        leases: Whether `being_written` can be trusted here.
    """
    expect, ours = marks
    rests = _rests(aside, expect, leases=leases)
    if rests:
        os.unlink(aside)
        return
    for _ in range(ROUNDS):
        going_in = _mark(aside)
        try:
            syscalls.exchange(aside, disk)
        except FileNotFoundError:  # moved away or deleted meanwhile; theirs keeps its name
            _put_back(aside, disk, path)
            break
        if _rests(aside, ours, leases=leases):
            os.unlink(aside)
            break
        ours = going_in  # they saved once more, so that one goes back, and this must come out
    else:
        os.rename(aside, f"{aside}.kept")
    _settle(disk)
    raise (InUse if rests is None else Changed)(path=path)


def _put_back(aside: str, disk: str, path: str) -> None:
    """Give a file its name again, unless they have made a newer one of that name meanwhile."""
    try:
        _move_new(aside, disk, path)
    except NameTaken:
        os.unlink(aside)


def _replace_by_link(temporary: str, disk: str, expect: str, path: str, *, leases: bool) -> None:
    """Where names can't be exchanged: keep the old file under a second name while renaming."""
    kept = f"{temporary}.old"
    try:
        os.link(disk, kept, follow_symlinks=False)
    except FileNotFoundError:
        raise Changed(path=path) from None
    except OSError:  # nor second names: compare as late as possible
        if _mark(disk) != expect:
            raise Changed(path=path) from None
        os.rename(temporary, disk)
        return
    try:
        if _rests(kept, expect, leases=leases):
            ours = _mark(temporary)
            if not _same_file(kept, disk):  # as late as possible: see above
                raise Changed(path=path)
            os.rename(temporary, disk)
            if _rests(kept, expect, leases=leases):
                return
            if _mark(disk) == ours:
                os.rename(kept, disk)
        raise Changed(path=path)
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(kept)


def _settle(disk: str) -> None:
    """Have the folder's entry on the disk; file systems that can't are taken as they are."""
    with contextlib.suppress(OSError):
        folder = os.open(os.path.dirname(disk), os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
