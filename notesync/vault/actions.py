"""What making a vault may consist of, as values that can be shown before anything is done.

Each action has a sentence for the user; `values` fills it. Those with `ask` are offers: the door
asks, and leaves out what isn't wanted.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from notesync.words import N_


@dataclass(frozen=True, slots=True)
class CreateFolder:
    """Make a folder, and those above it."""

    path: Path
    ask: ClassVar[bool] = False
    sentence: ClassVar[str] = N_("{path}: new folder")


@dataclass(frozen=True, slots=True)
class WriteFile:
    """Write a file that isn't there."""

    path: Path
    content: bytes
    ask: ClassVar[bool] = False
    sentence: ClassVar[str] = N_("{path}: new")


@dataclass(frozen=True, slots=True)
class AppendLines:
    """Add lines to a file, or begin it with them."""

    path: Path
    lines: tuple[str, ...]
    ask: bool = False
    sentence: ClassVar[str] = N_("{path}: added {lines}")


@dataclass(frozen=True, slots=True)
class InitGit:
    """Begin a git repository."""

    path: Path
    ask: ClassVar[bool] = True
    sentence: ClassVar[str] = N_("{path}: git repository, where older versions can be kept")


@dataclass(frozen=True, slots=True)
class MergeDriver:
    """Let git merge notes by notesync, in this clone."""

    path: Path
    ask: ClassVar[bool] = True
    sentence: ClassVar[str] = N_("{path}: git merge puts notes together as notesync sync does")


@dataclass(frozen=True, slots=True)
class Keep:
    """There already; stays as it is."""

    path: Path
    ask: ClassVar[bool] = False
    sentence: ClassVar[str] = N_("{path}: there already, left as it is")


@dataclass(frozen=True, slots=True)
class Tell:
    """Something that the user should know; nothing is done."""

    path: Path
    sentence: str
    what: str = ""
    ask: ClassVar[bool] = False


Action = CreateFolder | WriteFile | AppendLines | InitGit | MergeDriver | Keep | Tell

USES = N_("{path}: your notes from {what} stay as they are")
MAPPED = N_("{path}: found {what}")
LEFT_OUT = N_("{path}: templates, left out (see ignore in {what})")
SUBFOLDER = N_("{path} is a part of the git repository {what}; notesync sync needs one of its own")
IN_THE_WAY = N_("{path} is in the way; make room for a folder of that name, or map it in {what}")
BY_HAND = N_("{path} is a link; add these lines by hand: {what}")
NO_DRIVER = N_("{path}: git could not be told to merge notes so; try by hand: {what}")
NO_GIT = N_("{path}: git could not begin a repository; try by hand: {what}")


def values(action: Action, base: Path) -> dict[str, str]:
    """What fills an action's sentence.

    Args:
        action: The action.
        base: Paths below it are shown relative to it.
    """
    path = action.path
    shown = str(path.relative_to(base)) if path != base and path.is_relative_to(base) else str(path)
    lines = ", ".join(action.lines) if isinstance(action, AppendLines) else ""
    return {"path": shown, "lines": lines, "what": action.what if isinstance(action, Tell) else ""}
