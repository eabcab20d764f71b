"""Tell that a very big folder is as it was, in a third of the time in which it can be listed.

A `Seal` stands for the raw facts of one folder: all names in the order in which the system gives
them, what is a folder or a link, and the numbers that tell two states of a note apart. Whatever a
scan finds follows from these facts, unless it met something odd, which then isn't sealed. So as
long as every seal holds, another scan would find the same. Half of the folders are looked at by a
process of its own, since Python asks for one file at a time (docs/decisions/0018).
"""

from __future__ import annotations

import os
import re
import signal
import sys
import threading
from array import array
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from notesync.vault.fingerprint import hashed
from notesync.vault.litter import SUFFIXES, is_note_name

FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_BITS = 0xFFFF_FFFF_FFFF_FFFF  # times before 1970 fit too: only equality matters


class Seal(NamedTuple):
    """One folder as a scan found it.

    Attributes:
        folder: On the disk, relative to the vault, a slash at its end; "" for the vault's own.
        notes: How many files in it are named like notes; about as long does it take to look.
        facts: The digest of its facts.
    """

    folder: str
    notes: int
    facts: str


def seal(folder: str, entries: Sequence[os.DirEntry[str]], ignore: re.Pattern[str] | None) -> Seal:
    """Seal a folder that was just listed.

    Args:
        folder: As in `Seal`.
        entries: What is in it.
        ignore: Paths that the scan left out.

    Raises:
        OSError: A file has gone meanwhile.
    """
    suffix = SUFFIXES[0]
    named = [entry for entry in entries if entry.name.endswith(suffix)]
    files = [entry for entry in named if entry.is_file(follow_symlinks=False)]
    others = [entry for entry in entries if not entry.name.endswith(suffix)]
    if len(files) < len(named):
        others += [entry for entry in named if not entry.is_file(follow_symlinks=False)]
    rare = [one for one in others if is_note_name(one.name) and one.is_file(follow_symlinks=False)]
    stats = [entry.stat(follow_symlinks=False) for entry in (*files, *rare)]
    names = [ignore.pattern if ignore else "", *[entry.name for entry in files]]
    names += [
        f"{entry.name}/{entry.is_dir(follow_symlinks=False):d}{entry.is_symlink():d}"
        for entry in others
    ]
    facts = hashed("//".join(names).encode("utf-8", "surrogateescape"))
    for numbers in (
        [stat.st_size for stat in stats],
        [stat.st_mtime_ns for stat in stats],
        [stat.st_ino for stat in stats],
        [stat.st_ctime_ns for stat in stats],
    ):
        facts.update(_packed(numbers))
    return Seal(folder, len(stats), facts.hexdigest())


def _packed(numbers: Sequence[int]) -> array[int]:
    try:
        return array("Q", numbers)
    except OverflowError:  # a time before 1970
        return array("Q", [number & _BITS for number in numbers])


def hold(root: str, seals: Sequence[Seal], ignore: re.Pattern[str] | None) -> bool:
    """Whether every folder is still as it was when it was sealed.

    Args:
        root: The vault's folder.
        seals: Of all folders that the scan went into.
        ignore: Paths that a scan leaves out now.
    """
    # Only a process of one thread may be doubled, and only where that is known to do no harm.
    if sys.platform != "linux" or threading.active_count() > 1 or (os.cpu_count() or 1) == 1:
        return _all_hold(root, seals, ignore)
    here, there = _halves(seals)
    try:
        child = os.fork()
    except OSError:  # the system, or the user, has no process left
        return _all_hold(root, seals, ignore)
    if not child:
        held = False
        try:
            held = _all_hold(root, there, ignore)
        finally:
            os._exit(not held)
    held = False
    try:
        held = _all_hold(root, here, ignore)
    finally:
        status = _end(child, awaited=held)
    return held and status == 0


def _end(child: int, *, awaited: bool) -> int | None:
    """How a child has ended, who is given time only if it is awaited; None when that is lost."""
    try:
        if not awaited:
            os.kill(child, signal.SIGKILL)
        return os.waitpid(child, 0)[1]
    except (ProcessLookupError, ChildProcessError):  # we were started to ignore how children end
        return None


def _halves(seals: Sequence[Seal]) -> tuple[list[Seal], list[Seal]]:
    """The folders in two parts that have nearly as many notes."""
    parts: tuple[list[Seal], list[Seal]] = ([], [])
    sizes = [0, 0]
    for one in sorted(seals, key=lambda one: one.notes, reverse=True):
        smaller = sizes.index(min(sizes))
        parts[smaller].append(one)
        sizes[smaller] += one.notes
    return parts


def _all_hold(root: str, seals: Iterable[Seal], ignore: re.Pattern[str] | None) -> bool:
    try:
        return all(_looked_at(root, one.folder, ignore) == one for one in seals)
    except OSError:  # a folder that is gone, or can't be looked into
        return False


def _looked_at(root: str, folder: str, ignore: re.Pattern[str] | None) -> Seal:
    descriptor = os.open(f"{root}/{folder}", FOLDER)
    try:
        with os.scandir(descriptor) as entries:
            return seal(folder, list(entries), ignore)
    finally:
        os.close(descriptor)
