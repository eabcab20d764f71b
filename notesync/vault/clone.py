"""What git is told when a folder becomes a vault: lines in its files, a repository, our merge.

`ignored`, `repository` and `driver` look and give actions; `append`, `begin` and `install` do them.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from notesync.vault import atomic
from notesync.vault.actions import (
    BY_HAND,
    NO_DRIVER,
    NO_GIT,
    SUBFOLDER,
    Action,
    AppendLines,
    InitGit,
    Keep,
    MergeDriver,
    Tell,
)
from notesync.vault.errors import Changed, FileVanished, NameTaken, StillChanging
from notesync.vault.fingerprint import digest
from notesync.vault.snapshot import content
from notesync.vault.survey import Survey

# What git leaves alone, with the other ways in which people write the same.
IGNORED: tuple[tuple[str, frozenset[str]], ...] = (
    (".notesync/", frozenset({".notesync", "/.notesync", "/.notesync/", "**/.notesync/"})),
    ("/dashboard.html", frozenset({"dashboard.html", "*.html", "/*.html"})),
    ("/Übersicht.html", frozenset({"Übersicht.html", "*.html", "/*.html"})),
)
# How `git merge` puts notes together as `notesync sync` does, in a clone that wants it.
DRIVER, DRIVER_LINE = "notesync", "notesync merge-file %O %A %B %P"
ATTRIBUTES = (("*.md merge=notesync", frozenset[str]()),)
# Obsidian notes here which panes are open: it changes all the time and differs on every device.
WORKSPACE = ((".obsidian/workspace*.json", frozenset({".obsidian/", ".obsidian"})),)


def ignored(
    folder: Path, wanted: Sequence[tuple[str, frozenset[str]]], *, ask: bool = False
) -> Iterator[Action]:
    """What .gitignore lacks.

    Args:
        folder: The vault's.
        wanted: Lines, each with those that say the same.
        ask: Whether it is an offer.
    """
    file = folder / ".gitignore"
    missing = _missing(_bytes(file), wanted)
    if file.is_symlink() and missing:
        yield Tell(file, BY_HAND, ", ".join(missing))
    elif missing:
        yield AppendLines(file, missing, ask)
    elif not ask:
        yield Keep(file)


def _missing(text: bytes, wanted: Sequence[tuple[str, frozenset[str]]]) -> tuple[str, ...]:
    there = {line.strip() for line in text.decode(errors="replace").splitlines()}
    return tuple(line for line, same in wanted if line not in there and not same & there)


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""


def repository(folder: Path, found: Survey) -> Iterator[Action]:
    """A repository where there is none; what to know where the vault lies in a larger one."""
    if found.repository is None:
        if shutil.which("git"):
            yield InitGit(folder)
    elif found.repository != folder:
        yield Tell(folder, SUBFOLDER, str(found.repository))


def driver(folder: Path, found: Survey) -> Iterator[Action]:
    """Our merge for git, offered in a clone that was there before."""
    config_file = folder / ".git" / "config"
    if found.repository == folder and config_file.is_file() and shutil.which("git"):
        known = f'[merge "{DRIVER}"]'.encode() in _bytes(config_file)
        attributes = _missing(_bytes(folder / ".gitattributes"), ATTRIBUTES)
        if not known or attributes:
            yield MergeDriver(folder)


def append(action: AppendLines) -> None:
    """Add lines to a file; those that have come to be there meanwhile are left out.

    Raises:
        StillChanging: Another program saved it again and again.
    """
    file = str(action.path)
    wanted = tuple((line, frozenset[str]()) for line in action.lines)
    for _ in range(5):
        try:
            old = content(file, file)
        except FileVanished:
            old = None
        lines = _missing(old or b"", wanted)
        newline = "\r\n" if old and b"\r\n" in old else "\n"
        added = "".join(line + newline for line in lines).encode()
        with contextlib.suppress(Changed, NameTaken):
            if old is None:
                atomic.create(file, added, file)
            else:
                gap = b"" if not old or old.endswith(b"\n") else newline.encode()
                atomic.replace(file, old + gap + added, digest(old), file)
            return
    raise StillChanging(path=file)


def install(action: MergeDriver) -> Action:
    """Configure the driver in this clone, and say in the vault which files it is for."""
    for key, value in (("name", "notesync"), ("driver", DRIVER_LINE)):
        command = ["git", "config", f"merge.{DRIVER}.{key}", value]
        if not _ran(command, action.path):
            return Tell(action.path, NO_DRIVER, " ".join(command))
    file = action.path / ".gitattributes"
    if lines := _missing(_bytes(file), ATTRIBUTES):
        append(AppendLines(file, lines))
    return action


def _ran(command: list[str], folder: Path | None = None) -> bool:
    """Run git, untouched by a git that may have called us; whether it did what was asked."""
    surroundings = {name: it for name, it in os.environ.items() if not name.startswith("GIT_")}
    try:
        subprocess.run(  # noqa: S603 -- git, by argument list: no shell reads it
            command,
            cwd=folder,
            env=surroundings,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=True,
            timeout=30,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return True


def begin(action: InitGit) -> Action:
    """A new repository as the user's own settings want it; a repository around us has no say."""
    git = ["git", "init", "--quiet", "--", str(action.path)]
    return action if _ran(git) else Tell(action.path, NO_GIT, " ".join(git))
