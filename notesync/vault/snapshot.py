"""Turn one file into a `Snapshot`: its text, its fingerprint, and what is wrong with its bytes.

Reading never blocks (a FIFO named ``x.md`` is no note), follows no link, and ends in text whatever
the bytes are: what is not UTF-8 is shown as well as can be, and such a note is never written.
"""

from __future__ import annotations

import errno
import os
import stat
from functools import cache
from typing import Literal, NamedTuple

from notesync.errors import Problem
from notesync.vault.errors import FileVanished, NotOurs
from notesync.vault.fingerprint import digest

WHOLE_LIMIT = 1_000_000  # bytes; above it only the header is read
HEADER_LIMIT = 10_000_000  # bytes; above it only the name is known
HEADER_SPAN = 100_000  # bytes in which a header must end; more than the 64 kB it may have
TRIES = 4  # reads of a file that changes meanwhile, before it is taken as it is

SizeClass = Literal["whole", "header", "name"]


class Stat(NamedTuple):
    """What tells two states of a file apart without reading it.

    Attributes:
        path: Relative to the vault, ``/`` between parts, NFC, always valid Unicode (see
            `notesync.vault.names`).
    """

    path: str
    size: int
    mtime_ns: int
    inode: int
    ctime_ns: int


class Snapshot(NamedTuple):
    """One file as it was read.

    Attributes:
        path: As in `Stat`.
        text: Its text, byte order mark and line ends as they are. For ``header`` the header
            only, for ``name`` nothing.
        digest: `digest` of all its bytes (for ``name`` of its stat); "" when unreadable.
        stat: Its stat from before the first byte was read, so that a later change shows.
        problems: What is wrong with its bytes.
        size_class: How much was read: all, the header, or nothing but the name.
        readonly: True when it can't be written back without loss.
    """

    path: str
    text: str
    digest: str
    stat: Stat
    problems: tuple[Problem, ...] = ()
    size_class: SizeClass = "whole"
    readonly: bool = False


def stat_of(path: str, found: os.stat_result) -> Stat:
    """The parts of a stat result that notesync compares."""
    return Stat(path, found.st_size, found.st_mtime_ns, found.st_ino, found.st_ctime_ns)


def found_problem(path: str, code: str, *, warning: bool = False, **values: object) -> Problem:
    """A `Problem` of the whole file that already knows its path."""
    pairs = tuple((key, str(value)) for key, value in values.items())
    return Problem(code, values=pairs, path=path, warning=warning)


# What a path may be besides a file -> the code of its problem.
ODD_KINDS = (
    (stat.S_ISLNK, "symlink"),
    (stat.S_ISDIR, "folder-named-note"),
    (stat.S_ISFIFO, "pipe"),
    (stat.S_ISSOCK, "socket"),
)


def odd_kind(mode: int) -> str | None:
    """The problem code of what is no regular file, None for one that is."""
    if stat.S_ISREG(mode):
        return None
    return next((code for is_kind, code in ODD_KINDS if is_kind(mode)), "device")


def open_regular(disk: str) -> int:
    """Open a regular file for reading, without following a link and without ever blocking.

    Raises:
        OSError: It can't be opened.
        ValueError: It is no regular file; the argument is its problem code.
    """
    # lstat first: opening a device may already do something.
    if (code := odd_kind(os.lstat(disk).st_mode)) is not None:
        raise ValueError(code)
    descriptor = os.open(disk, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    if (code := odd_kind(os.fstat(descriptor).st_mode)) is not None:
        os.close(descriptor)
        raise ValueError(code)
    return descriptor


def read_bytes(descriptor: int, limit: int) -> tuple[os.stat_result, bytes]:
    """A file's bytes with the stat from before they were read; b"" above `limit` bytes.

    A file that changes while it is read is read again; if it never rests, what was read is
    returned with the older stat, so that the next comparison finds it changed.
    """
    for _ in range(TRIES):
        before = os.fstat(descriptor)
        if before.st_size > limit:
            return before, b""
        content = os.pread(descriptor, before.st_size, 0)
        while (at := len(content)) < before.st_size and (
            chunk := os.pread(descriptor, before.st_size - at, at)
        ):
            content += chunk
        after = os.fstat(descriptor)
        if len(content) == after.st_size and after.st_mtime_ns == before.st_mtime_ns:
            break
    return before, content


def read(disk: str, path: str) -> Snapshot:
    """Read one file.

    Args:
        disk: Where it is.
        path: What it is called in the vault.

    Raises:
        FileVanished: It isn't there.
    """
    try:
        descriptor = open_regular(disk)
    except (FileNotFoundError, NotADirectoryError):
        raise FileVanished(path=path) from None
    except ValueError as odd:
        return _unreadable(disk, path, found_problem(path, str(odd)))
    except OSError as error:
        return _unreadable(disk, path, _refused(path, error))
    try:
        found, content = read_bytes(descriptor, HEADER_LIMIT)
    except OSError as error:
        return _unreadable(disk, path, _refused(path, error))
    finally:
        os.close(descriptor)
    if found.st_size > HEADER_LIMIT:
        return _name_only(path, found)
    at = stat_of(path, found)
    if len(content) > WHOLE_LIMIT:
        return _header_only(path, at, content)
    text, problems = decode(content, path)
    return Snapshot(path, text, digest(content), at, problems, readonly=bool(problems))


def content(disk: str, path: str) -> bytes:
    """All bytes of a file, whatever its size.

    Raises:
        FileVanished: It isn't there.
        NotOurs: It is no regular file, or can't be read.
    """
    try:
        descriptor = open_regular(disk)
    except FileNotFoundError:
        raise FileVanished(path=path) from None
    except (OSError, ValueError):
        raise NotOurs(path=path) from None
    with open(descriptor, "rb") as file:
        return file.read()


def _refused(path: str, error: OSError) -> Problem:
    if error.errno == errno.ELOOP:
        return found_problem(path, "symlink")
    return found_problem(path, "unreadable", reason=error.strerror or error)


def _unreadable(disk: str, path: str, why: Problem) -> Snapshot:
    try:
        at = stat_of(path, os.lstat(disk))
    except OSError:
        raise FileVanished(path=path) from None
    return Snapshot(path, "", "", at, (why,), size_class="name", readonly=True)


def mark(found: os.stat_result, content: bytes) -> str:
    """The digest of these bytes; of a huge file, which is never read, its stat stands for them."""
    if found.st_size > HEADER_LIMIT:
        content = repr((found.st_size, found.st_mtime_ns, found.st_ino)).encode()
    return digest(content)


def _name_only(path: str, found: os.stat_result) -> Snapshot:
    why = found_problem(path, "huge", warning=True, megabytes=found.st_size // 1_000_000)
    at = stat_of(path, found)
    return Snapshot(path, "", mark(found, b""), at, (why,), size_class="name", readonly=True)


def _header_only(path: str, at: Stat, content: bytes) -> Snapshot:
    from notesync.notes import frontmatter  # only for large files

    text, problems = decode(content[:HEADER_SPAN], path, cut=True)
    fence = frontmatter.split(text)
    if fence is None:
        text = ""
    elif fence.closed:
        text = text[: fence.body]
    why = found_problem(path, "large", warning=True, megabytes=f"{at.size / 1_000_000:.1f}")
    return Snapshot(
        path, text, digest(content), at, (why, *problems), size_class="header", readonly=True
    )


# ------------------------------------------------------------------------------- bytes to text

_WIDE = (
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def decode(content: bytes, path: str = "", *, cut: bool = False) -> tuple[str, tuple[Problem, ...]]:
    """The text of these bytes, and what is wrong with them. The text never holds NUL.

    Args:
        content: A file's bytes.
        path: For the problems.
        cut: True when more bytes follow, so that an unfinished last character is no fault.
    """
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        if not (cut and error.reason == "unexpected end of data"):
            return _as_well_as_can_be(content, path, error.start)
        text = content[: error.start].decode()
    if "\0" not in text:
        return text, ()
    if wide := _without_mark(content):
        return _wide(content, path, wide)
    line, column = _place(text, text.index("\0"))
    return text.replace("\0", "\ufffd"), (Problem("nul", line, column, path=path),)


def _as_well_as_can_be(content: bytes, path: str, at: int) -> tuple[str, tuple[Problem, ...]]:
    for mark, encoding in _WIDE:
        if content.startswith(mark):
            return _wide(content, path, encoding)
    if wide := _without_mark(content):
        return _wide(content, path, wide)
    line, column = _place(content[:at].decode(), at)
    value = (("value", f"{content[at]:02X}"),)
    text = content.decode(errors="surrogateescape").translate(_as_windows())
    wrong = Problem("not-utf8", line, column, value, path=path)
    return text.replace("\0", "\ufffd"), (wrong,)


@cache
def _as_windows() -> dict[int, str]:
    """A wrong byte as what it most likely was: Windows-1252, which holds Latin-1's letters."""
    return {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}


def _without_mark(content: bytes) -> str:
    """UTF-16 without its mark: in European text every second byte is zero."""
    half = len(content) // 2
    for encoding, zeros in (("utf-16-le", content[1::2]), ("utf-16-be", content[::2])):
        if half > 1 and zeros.count(0) > half * 0.8:
            return encoding
    return ""


def _wide(content: bytes, path: str, encoding: str) -> tuple[str, tuple[Problem, ...]]:
    text = content.decode(encoding, "replace").replace("\0", "\ufffd")
    value = (("value", encoding[:6].upper()),)
    return text, (Problem("wide-text", 0, 0, value, path=path),)


def _place(text: str, at: int) -> tuple[int, int]:
    """1-based line and column of offset `at`, counted as editors do."""
    from notesync.notes import lines  # only for files with wrong bytes

    return 1 + lines.count(text, 0, at), 1 + min(at, len(text)) - lines.begin(text, at)
