"""Put one file of the working tree into another state, if no byte is lost by it.

A file is only written over or deleted when its bytes are those of the last commit (or those that it
shall have anyway), and by `notesync.vault.atomic`, which sees a save of another program even in the
last moment. Whatever else is there stays, and `Saved` says so. Who puts many files settles their
folders afterwards.
"""

from __future__ import annotations

import os
import re
import secrets
import stat
from contextlib import suppress
from dataclasses import dataclass

from notesync.errors import NotesyncError
from notesync.sync.checkout import Checkout
from notesync.sync.errors import UnsafePath
from notesync.sync.filters import POINTER
from notesync.sync.objects import LINK, SUBMODULE, Entry
from notesync.sync.packing import name_of
from notesync.vault import atomic, places
from notesync.vault.errors import Changed, FileVanished, InUse, NameTaken, NotOurs, OutsideVault
from notesync.vault.fingerprint import digest
from notesync.vault.litter import OURS
from notesync.vault.snapshot import content

EXECUTABLE = "100755"
# What HFS+ leaves out of a name when it compares.
_UNSEEN = re.compile("[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]")


class Saved(Exception):
    """A file holds bytes that are not committed.

    Attributes:
        path: Which one.
    """

    def __init__(self, path: str) -> None:
        """Keep the path."""
        super().__init__(path)
        self.path = path


@dataclass(frozen=True, slots=True)
class Change:
    """A file that becomes another one.

    Attributes:
        path: Relative to the vault, as git has it.
        old: What the last commit has there; None for a new file.
        new: What it shall be; None for one that goes.
    """

    path: str
    old: Entry | None
    new: Entry | None


def safe(path: str) -> str:
    """A path that another device wrote, if it stays in the vault and out of ``.git``.

    Raises:
        UnsafePath: It doesn't. (git refuses these names as well; but it is we who write here.)
    """
    for part in path.split("/"):
        bare = _UNSEEN.sub("", part).casefold().rstrip(". ")
        odd = part in {"", ".", ".."} or "\0" in part or bare in {".git", "git~1"}
        if odd or bare.startswith((".git:", ".git\\")) or (os.sep == "\\" and "\\" in part):
            raise UnsafePath(path=path)
    return path


def put(checkout: Checkout, change: Change, data: bytes) -> None:
    """Have a file hold these bytes.

    Args:
        checkout: The repository.
        change: The file; `new` is something.
        data: The bytes; of a link its target.

    Raises:
        Saved: There are other bytes.
        CantWrite: The disk refuses.
    """
    assert change.new is not None
    disk = f"{checkout.root}/{safe(change.path)}"
    found = _there(checkout, change, disk)
    try:
        if change.new.mode == LINK:
            _put_link(checkout, change, data, found)
        elif found is None:
            os.makedirs(os.path.dirname(disk), exist_ok=True)
            atomic.create(disk, data, change.path, settled=False)
        elif stat.S_ISLNK(found.st_mode):
            _committed_link(checkout, change)
            os.unlink(disk)
            atomic.create(disk, data, change.path, settled=False)
        else:
            _replace(checkout, change, data)
    except (Changed, NameTaken, FileVanished, InUse, FileExistsError, NotADirectoryError) as error:
        raise Saved(change.path) from error
    if change.new.mode != LINK:
        _set_mode(checkout, change, disk)


def _there(checkout: Checkout, change: Change, disk: str) -> os.stat_result | None:
    """What is where a file shall be; None for nothing.

    Raises:
        Saved: It is nothing that could be replaced.
    """
    try:
        places.stay_inside(checkout.root, disk, change.path)
        found = os.lstat(disk)
    except OutsideVault:  # a link of the user's is where a folder has to be
        raise Saved(change.path) from None
    except (FileNotFoundError, NotADirectoryError):
        if change.old is not None and change.old.mode != SUBMODULE:
            raise Saved(change.path) from None  # she has deleted it, or given it another name
        return None
    if not stat.S_ISDIR(found.st_mode):
        return found
    try:
        os.rmdir(disk)
    except OSError:
        raise Saved(change.path) from None
    return None


def _replace(checkout: Checkout, change: Change, data: bytes) -> None:
    disk = f"{checkout.root}/{change.path}"
    there = _content(disk, change.path)
    if there == data:
        return
    if not committed(checkout, change.path, there, change.old):
        raise Saved(change.path)
    mode = stat.S_IMODE(os.lstat(disk).st_mode)
    if not mode & 0o222:  # git writes over such files as well
        os.chmod(disk, mode | stat.S_IWUSR)
    atomic.replace(disk, data, digest(there), change.path, settled=False)
    if not mode & 0o222:
        os.chmod(disk, mode)


def _put_link(
    checkout: Checkout, change: Change, target: bytes, found: os.stat_result | None
) -> None:
    disk = f"{checkout.root}/{change.path}"
    os.makedirs(os.path.dirname(disk), exist_ok=True)
    if found is None:
        os.symlink(target, os.fsencode(disk))
        return
    if stat.S_ISLNK(found.st_mode):
        if os.readlink(os.fsencode(disk)) == target:
            return
        _committed_link(checkout, change)
    else:
        there = _content(disk, change.path)
        if not committed(checkout, change.path, there, change.old):
            raise Saved(change.path)
        atomic.remove(disk, digest(there), change.path, settled=False)
    temporary = f"{os.path.dirname(disk)}/{OURS}{secrets.token_hex(4)}.tmp"
    os.symlink(target, os.fsencode(temporary))
    os.replace(temporary, disk)


def _committed_link(checkout: Checkout, change: Change) -> None:
    """See to it that a link is the one of the last commit."""
    target = os.readlink(os.fsencode(f"{checkout.root}/{change.path}"))
    name = name_of(target, sha256=checkout.sha256)
    if change.old is None or change.old.oid != name:
        raise Saved(change.path)


def _content(disk: str, path: str) -> bytes:
    try:
        return content(disk, path)
    except (FileVanished, NotOurs):
        raise Saved(path) from None


def committed(checkout: Checkout, path: str, there: bytes, entry: Entry | None) -> bool:
    """Whether a file's bytes are those that a commit has, as they are or through its filters."""
    if entry is None:
        return False
    if name_of(there, sha256=checkout.sha256) == entry.oid:
        return True
    done = checkout.git.run("hash-object", f"--path={path}", "--stdin", feed=there)
    if done.out.decode().strip() != entry.oid:
        return False
    # A pointer stands for a file that may be nowhere else; whoever manages it has to put it there.
    return not checkout.objects.blob(entry.oid).startswith(POINTER)


def _set_mode(checkout: Checkout, change: Change, disk: str) -> None:
    assert change.new is not None
    if checkout.settings.get("core.filemode").lower() == "false":
        return
    wanted = change.new.mode == EXECUTABLE
    if wanted != (change.old is not None and change.old.mode == EXECUTABLE):
        mode = stat.S_IMODE(os.lstat(disk).st_mode)
        os.chmod(disk, mode | (mode & 0o444) >> 2 if wanted else mode & ~0o111)


def remove(checkout: Checkout, change: Change) -> None:
    """Delete a file, and the folders that are empty then.

    Raises:
        Saved: It has other bytes than those of the last commit.
    """
    assert change.old is not None
    disk = f"{checkout.root}/{safe(change.path)}"
    if change.old.mode == SUBMODULE:
        return
    try:
        places.stay_inside(checkout.root, disk, change.path)
        found = os.lstat(disk)
    except (FileNotFoundError, NotADirectoryError, OutsideVault):
        return
    if stat.S_ISDIR(found.st_mode):
        return  # something of the user's has taken the name
    try:
        if stat.S_ISLNK(found.st_mode):
            _committed_link(checkout, change)
            os.unlink(disk)
        else:
            there = _content(disk, change.path)
            if not committed(checkout, change.path, there, change.old):
                raise Saved(change.path)
            atomic.remove(disk, digest(there), change.path, settled=False)
    except (Changed, FileVanished, InUse) as error:
        raise Saved(change.path) from error
    folder = os.path.dirname(disk)
    with suppress(OSError):
        while len(folder) > len(checkout.root):
            os.rmdir(folder)
            folder = os.path.dirname(folder)


def take_back(checkout: Checkout, change: Change, data: bytes) -> None:
    """Delete a file that `put` has made, if it still has these bytes."""
    disk = f"{checkout.root}/{safe(change.path)}"
    with suppress(OSError, NotesyncError, Saved):
        if os.path.islink(disk):
            if os.readlink(os.fsencode(disk)) == data:
                os.unlink(disk)
        elif content(disk, change.path) == data:
            atomic.remove(disk, digest(data), change.path)


def set_aside(checkout: Checkout, path: str) -> str:
    """Give a file that is not synced another name, since one of that name comes from elsewhere.

    Returns:
        Its new path.
    """
    disk = f"{checkout.root}/{path}"
    parts = path.split("/")
    for count in range(1, len(parts)):  # a file may be where a folder has to be
        above = f"{checkout.root}/{'/'.join(parts[:count])}"
        if os.path.lexists(above) and (os.path.islink(above) or not os.path.isdir(above)):
            disk = above
            break
    try:
        mine = content(disk, path)
    except FileVanished:
        return path
    except NotOurs:  # a folder, a link
        mine = secrets.token_bytes(8)
    from notesync.merge.files import File, beside  # hardly ever

    there = os.path.relpath(disk, checkout.root)
    new = beside(there, File(mine))
    os.rename(disk, f"{checkout.root}/{new}")
    return new
