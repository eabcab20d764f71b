"""Put the dashboard's text into its file: whole or not at all, readable by its owner only.

The file has a name that a person may have given to a note of her own. So it is written only where
nothing is, or over a file that says in its first lines that it is ours.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from pathlib import Path

from notesync.dashboard.render import MARKER
from notesync.errors import NotesyncError
from notesync.vault.errors import refusal
from notesync.vault.state import STATE
from notesync.words import N_

# Its name, by the vault's language.
NAMES = {"de": "Übersicht.html", "en": "dashboard.html"}
# With initials for names; it lies in the vault's state folder.
INCOGNITO = "incognito.html"
MODE = 0o600  # only its owner may read it
_HEAD = 2048  # bytes in which the mark stands
_MARK = f'<meta name="generator" content="{MARKER}">'.encode()


class NotOurDashboard(NotesyncError):
    """A file of somebody else has the dashboard's name."""

    sentence = N_(
        "{path} was not written by notesync and was left as it is. "
        "Give it another name, then try again: notesync dashboard"
    )


def file_name(lang: str) -> str:
    """What the dashboard's file is called in a vault of this language."""
    return NAMES.get(lang, NAMES["en"])


def write_page(folder: Path, html: str, name: str) -> Path:
    """Write the dashboard's file.

    Args:
        folder: The vault's root, or its state folder.
        html: The text of `notesync.dashboard.render.render`.
        name: What it is called there.

    Returns:
        Where it is.

    Raises:
        NotOurDashboard: There is a file of that name which isn't ours.
        CantWrite: The disk refuses; an older file is still whole.
    """
    target, content = folder / name, html.encode()
    try:
        old = _ours(target)
        if old != content:
            _write(target, content, replace=old is not None)
    except OSError as error:
        raise refusal(error, name) from error
    return target


def _ours(target: Path) -> bytes | None:
    """The bytes that stand there; None when nothing does.

    Raises:
        NotOurDashboard: It is a link, no plain file, or lacks our mark.
    """
    try:
        found = target.lstat()
        if not stat.S_ISREG(found.st_mode):
            raise NotOurDashboard(path=target.name)
        descriptor = os.open(target, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except FileNotFoundError:
        return None
    with os.fdopen(descriptor, "rb") as file:
        content = file.read()
    if _MARK not in content[:_HEAD]:
        raise NotOurDashboard(path=target.name)
    if stat.S_IMODE(found.st_mode) != MODE:
        target.chmod(MODE)
    return content


def _write(target: Path, content: bytes, *, replace: bool) -> None:
    """All bytes at once, under the file's own name only when they lie on the disk."""
    temporary = _beside(target.parent) / f".{secrets.token_hex(8)}.html.tmp"
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, MODE)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if replace:
            temporary.replace(target)
        else:
            _name(temporary, target)
    finally:
        with contextlib.suppress(FileNotFoundError):
            temporary.unlink()


def _beside(vault: Path) -> Path:
    """Where the unfinished file lies: git never sees ``.notesync/``, if it is on the same disk."""
    state = vault / STATE
    with contextlib.suppress(OSError):
        if stat.S_ISDIR(state.lstat().st_mode) and state.stat().st_dev == vault.stat().st_dev:
            return state
    return vault


def _name(temporary: Path, target: Path) -> None:
    """Give the new file its name, unless somebody has just made one of that name."""
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise NotOurDashboard(path=target.name) from None
    except OSError:
        # A file system without links: the name was free a moment ago.
        temporary.replace(target)
