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
from collections.abc import Iterator

from notesync.notes.names import key
from notesync.vault import rivals, syscalls
from notesync.vault.errors import (
    Changed,
    FileVanished,
    NotOurs,
    WriteProtected,
    refusal,
)
from notesync.vault.fingerprint import digest
from notesync.vault.litter import OURS


def create(disk: str, content: bytes, path: str, *, settled: bool = True) -> os.stat_result:
    """Write a new file; its bytes appear all at once.

    Args:
        disk: Where.
        content: All its bytes.
        path: What messages call it.
        settled: Whether its name shall be on the disk itself before going on; who writes many
            files does that once for each folder (`notesync.vault.rivals.settle`).

    Raises:
        NameTaken: There is something of that name.
        CantWrite: The disk refuses; nothing is left behind.
    """
    with _in_plain_words(path):
        temporary = _temporary(disk, "new", content)
        with _filled(temporary, content, None) as reader:
            rivals.move_new(temporary, disk, path)
            if settled:
                rivals.settle(disk)
            return os.fstat(reader)


def replace(
    disk: str, content: bytes, expect: str, path: str, *, settled: bool = True
) -> os.stat_result:
    """Replace a file's bytes, if they are still those of the digest `expect`.

    Mode, owner and extended attributes stay as they are. Equal bytes are not written again.

    Args:
        disk: Where.
        content: All its new bytes.
        expect: Digest of those that the writer has seen.
        path: What messages call it.
        settled: As for `create`.

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
        if rivals.mark(disk) != expect:
            raise Changed(path=path)
        if digest(content) == expect:
            return os.lstat(disk)
        temporary = _temporary(disk, expect, content)
        with _filled(temporary, content, disk) as reader:
            leases = syscalls.being_written(reader) is False
            try:
                syscalls.exchange(temporary, disk)
            except syscalls.Unsupported:
                rivals.replace_by_link(temporary, disk, expect, path, leases=leases)
            except FileNotFoundError:
                raise Changed(path=path) from None
            else:
                rivals.retire(temporary, disk, (expect, digest(content)), path, leases=leases)
            if settled:
                rivals.settle(disk)
            return os.fstat(reader)


def remove(disk: str, expect: str, path: str, *, settled: bool = True) -> None:
    """Delete a file, if it still has the digest `expect`.

    Args:
        disk: Where.
        expect: Digest of the bytes that were seen.
        path: What messages call it.
        settled: As for `create`.

    Raises:
        As `replace`.
    """
    with _in_plain_words(path):
        _writable(disk, path)
        if rivals.mark(disk) != expect:
            raise Changed(path=path)
        with _filled(_temporary(disk, "new", b""), b"", None) as probe:
            leases = syscalls.being_written(probe) is False
        aside = _temporary(disk, expect, b"")
        os.rename(disk, aside)
        if not rivals.rests(aside, expect, leases=leases):
            rivals.put_back(aside, disk, path)
            raise Changed(path=path)
        os.unlink(aside)
        if settled:
            rivals.settle(disk)


def move(disk: str, target: str, expect: str, path: str, new: str) -> os.stat_result:
    """Give a file another name, if it still has the digest `expect`; never over another file.

    A save during the move loses nothing: its bytes move along, or make a file of the old name.

    Raises:
        NameTaken: There is something of the new name.
        As `replace`.
    """
    with _in_plain_words(path):
        _writable(disk, path)
        if rivals.mark(disk) != expect:
            raise Changed(path=path)
        if rivals.same_file(disk, target) and key(disk) == key(target):
            os.rename(disk, target)  # another case or Unicode form, where the disk sees no other
        else:
            rivals.move_new(disk, target, new)
        rivals.settle(disk)
        rivals.settle(target)
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
    mark = digest(content)
    return f"{folder}/{OURS}{expect[:16]}-{mark[:16]}-{secrets.token_hex(4)}.tmp"


def _writable(disk: str, path: str) -> None:
    found = os.lstat(disk)
    if not stat.S_ISREG(found.st_mode):
        raise NotOurs(path=path)
    if not found.st_mode & 0o222:
        raise WriteProtected(path=path)


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
                with contextlib.suppress(OSError):
                    os.setxattr(writer, name, os.getxattr(like, name, follow_symlinks=False))
