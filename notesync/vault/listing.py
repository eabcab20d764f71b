"""Turn a folder into the list of its notes with their stats: what every refresh begins with.

Only names and stats are looked at, in one pass, about 3 µs a note; no file is opened and no link
followed. What is named like a note and can't be one (a link, a pipe, a socket) becomes a problem.
"""

from __future__ import annotations

import contextlib
import os
import re
import time
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING
from unicodedata import is_normalized

from notesync.errors import Problem
from notesync.vault import names
from notesync.vault.litter import OURS, SUFFIXES, is_note_name
from notesync.vault.snapshot import Stat, found_problem, odd_kind, stat_of

if TYPE_CHECKING:
    from notesync.vault.seals import Seal

LEFT_OVER = 60  # seconds after which one of our temporary files was left behind by a crash
FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
# Called with an open folder's descriptor and its name on the disk, relative, a slash at its end.
Entering = Callable[[int, str], None]


class Listing:
    """What one pass found.

    Attributes:
        stats: Every note, by path.
        problems: What is named like a note and isn't listed, folders that can't be looked into,
            names that the path can't show as they are, leftovers of an interrupted write.
        odd: Path to name on the disk (relative), for files and folders where the two differ.
        seals: Of every folder that was gone into, if they were asked for and nothing odd was met:
            as long as they hold, another pass finds the same.
        steady: Whether it stays so as long as nothing in these folders changes: what a link leads
            to, or a file that has two names, may change elsewhere, and a leftover becomes one by
            its age alone.
    """

    __slots__ = ("odd", "problems", "seals", "stats", "steady")

    def __init__(self) -> None:
        self.seals: list[Seal] = []
        self.stats: list[Stat] = []
        self.problems: list[Problem] = []
        self.odd: dict[str, str] = {}
        self.steady = True

    def seal(
        self, disk: str, entries: Sequence[os.DirEntry[str]], ignore: re.Pattern[str] | None
    ) -> None:
        """Leave the seal of a folder behind that was just listed."""
        from notesync.vault.seals import seal  # of very big vaults only

        try:
            disk.encode()
            self.seals.append(seal(disk, entries, ignore))
        except (OSError, UnicodeEncodeError):  # a file has gone; a name that can't be kept as text
            self.steady = False


def scan(
    root: str,
    ignore: re.Pattern[str] | None = None,
    entering: Entering | None = None,
    *,
    sealing: bool = False,
) -> Listing:
    """List every note below a folder.

    Args:
        root: The vault's folder.
        ignore: Paths to leave out (see `notesync.vault.ignore`).
        entering: Told of each folder before it is listed.
        sealing: Whether to leave seals behind; see `notesync.vault.seals`.

    Raises:
        OSError: The vault's own folder can't be looked into.
    """
    listing = Listing()
    folders = [("", "")]  # path and name on the disk, both with a slash at their end
    while folders:
        path, disk = folders.pop()
        try:
            descriptor = os.open(f"{root}/{disk}", FOLDER)
        except OSError as error:
            if not path:
                raise
            _unlisted(listing, path, error)
            continue
        try:
            if entering is not None:
                entering(descriptor, disk)
            with os.scandir(descriptor) as found:
                # Only a seal needs all entries at once, which take a kilobyte each.
                entries = list(found) if sealing else ()
                folders += _scan_folder(entries or found, descriptor, (path, disk), ignore, listing)
            if sealing:
                listing.seal(disk, entries, ignore)
        except OSError as error:
            _unlisted(listing, path, error)
        finally:
            os.close(descriptor)
    listing.stats.sort()
    listing.problems.sort(key=lambda each: (each.path, each.code))
    if listing.problems or listing.odd or not listing.steady:
        listing.seals.clear()
    return listing


def _scan_folder(
    entries: Iterable[os.DirEntry[str]],
    descriptor: int,
    place: tuple[str, str],
    ignore: re.Pattern[str] | None,
    listing: Listing,
) -> list[tuple[str, str]]:
    """List one folder's notes; returns its subfolders. Every line here counts, per note."""
    path, disk = place
    folders: list[tuple[str, str]] = []
    odd: list[os.DirEntry[str]] = []
    add, new, suffix, same = listing.stats.append, tuple.__new__, SUFFIXES[0], path == disk
    steady = True
    for entry in entries:
        name = entry.name
        if name[0] in ".~" and not is_note_name(name):
            if name.startswith(OURS) and name.isascii():
                listing.steady = False
                _left_over(entry, path + name, listing)
            continue
        # What can be printed is no lone surrogate; `names.plain` asks, but takes longer.
        if not (
            name.isascii()
            or (name.isprintable() and is_normalized("NFC", name))
            or names.plain(name)
        ):
            odd.append(entry)
            continue
        if (ignore is not None and ignore.match(path + name)) or (
            not (name.endswith(suffix) and entry.is_file(follow_symlinks=False))
            and not _rare(entry, path + name, disk + name, folders, listing)
        ):
            continue
        try:
            at = entry.stat(follow_symlinks=False)
        except OSError as error:
            _unlisted(listing, path + name, error, "unreadable")
            continue
        # Half as dear as Stat(…), which goes through a Python function.
        state = (path + name, at.st_size, at.st_mtime_ns, at.st_ino, at.st_ctime_ns)
        add(new(Stat, state))
        steady &= at.st_nlink == 1
        if not same:
            listing.odd[path + name] = disk + name
    listing.steady &= steady
    if odd:
        taken = set(os.listdir(descriptor))
        for entry in sorted(odd, key=lambda each: each.name):
            _add_odd(entry, place, (taken, ignore), folders, listing)
    return folders


def listed(disk: str, path: str) -> Stat | None:
    """The stat of one file, as `scan` gives it; None where there is no regular one of one name."""
    try:
        found = os.lstat(disk)
    except OSError:
        return None
    return None if odd_kind(found.st_mode) or found.st_nlink > 1 else stat_of(path, found)


def _rare(
    entry: os.DirEntry[str],
    path: str,
    disk: str,
    folders: list[tuple[str, str]],
    listing: Listing,
) -> bool:
    """What doesn't end in `.md`, or is no regular file: True when it is a note all the same."""
    if entry.is_dir(follow_symlinks=False):
        folders.append((f"{path}/", f"{disk}/"))
        return False
    named_so = is_note_name(entry.name)
    if entry.is_file(follow_symlinks=False):
        return named_so
    if entry.is_symlink() and not named_so:
        listing.steady = False
        if entry.is_dir():
            listing.problems.append(Problem("folder-symlink", path=path, warning=True))
    elif named_so:
        with contextlib.suppress(OSError):  # vanished
            code = odd_kind(entry.stat(follow_symlinks=False).st_mode)
            listing.problems.append(Problem(code or "device", path=path))
    return False


def _add_odd(
    entry: os.DirEntry[str],
    place: tuple[str, str],
    rules: tuple[set[str], re.Pattern[str] | None],
    folders: list[tuple[str, str]],
    listing: Listing,
) -> None:
    """List what has a name that is no path: decomposed letters, bytes that are not UTF-8."""
    (path, disk), (taken, ignore) = place, rules
    form = names.claim(entry.name, taken)
    if form is None:
        if is_note_name(entry.name) or entry.is_dir(follow_symlinks=False):
            listing.problems.append(Problem("name-unlisted", path=path.removesuffix("/") or "."))
        return
    taken.add(form)
    path, disk = path + form, disk + entry.name
    if ignore is not None and ignore.match(path):
        return
    if not _rare(entry, path, disk, folders, listing):
        return
    try:
        found = entry.stat(follow_symlinks=False)
    except OSError as error:
        _unlisted(listing, path, error, "unreadable")
        return
    listing.stats.append(stat_of(path, found))
    listing.steady &= found.st_nlink == 1
    listing.odd[path] = disk
    if not names.encodable(entry.name):
        listing.problems.append(Problem("name-bytes", path=path, warning=True))


def _left_over(entry: os.DirEntry[str], path: str, listing: Listing) -> None:
    with contextlib.suppress(OSError):
        if time.time() - entry.stat(follow_symlinks=False).st_ctime > LEFT_OVER:
            listing.problems.append(Problem("left-over", path=path, warning=True))


def _unlisted(listing: Listing, path: str, error: OSError, code: str = "folder-unreadable") -> None:
    if not isinstance(error, FileNotFoundError | NotADirectoryError):  # vanished meanwhile
        reason = error.strerror or error
        listing.problems.append(found_problem(path.removesuffix("/") or ".", code, reason=reason))
