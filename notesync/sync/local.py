"""Turn what git says of the working tree into the edits that are synced from this device.

What is left alone: what ``[sync] paths`` does not name, files that no person made (swap files,
our own page), repositories within the vault, files over 10 MB, and files that would have to go
through a filter that is not run here.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from notesync.sync import filters
from notesync.sync.checkout import Checkout
from notesync.sync.errors import Unmerged
from notesync.sync.locks import PrivateIndex
from notesync.sync.objects import Entry
from notesync.sync.status import Looking
from notesync.vault.litter import OURS, is_litter

LARGEST = 10_000_000  # bytes of a file that is synced
PAGES = frozenset({"dashboard.html", "Übersicht.html"})  # what `dashboard` writes

_DOTTED = re.compile(
    r"\.(?:#.*|~.*|_.*|goutputstream-.*|syncthing\..*|nfs[0-9a-f]+|DS_Store|.*\.sw[a-z]|.*\.tmp)",
    re.DOTALL,
)

Why = Literal["large", "nested", "unreadable", "filter"]


@dataclass(frozen=True, slots=True)
class Edit:
    """A file that differs from the last commit.

    Attributes:
        path: Relative to the vault, as git has it.
        gone: Whether it was deleted.
        tracked: Whether the last commit, or the index, knows it.
        staged: Whether the index has another version than the last commit.
        apart: Whether that version is neither in the last commit nor on the disk.
        untracked: Whether it was taken out of the index, and git has no more to say of it: it is
            gone, or ignored from now on.
        head: What the last commit has there; None for nothing.
    """

    path: str
    gone: bool
    tracked: bool
    staged: bool = False
    apart: bool = False
    untracked: bool = False
    head: Entry | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file that is not synced, and why."""

    path: str
    why: Why


@dataclass(frozen=True, slots=True)
class Edits:
    """What differs from the last commit.

    Attributes:
        head: The commit that is checked out; "" on a branch without commits.
        files: What is to be committed.
        left_out: What is not, and should be told.
        foreign: What the index holds and is not to be committed, with what the last commit has.
    """

    head: str
    files: tuple[Edit, ...]
    left_out: tuple[LeftOut, ...]
    foreign: tuple[tuple[str, Entry | None], ...]

    @property
    def paths(self) -> tuple[str, ...]:
        """Of the files to be committed."""
        return tuple(each.path for each in self.files)


def look(checkout: Checkout, index: PrivateIndex | None = None) -> Edits:
    """What differs from the last commit now.

    Args:
        checkout: The repository.
        index: Another index than the user's, to which only the disk is compared; what git learns
            of its files meanwhile is kept in it.

    Raises:
        Unmerged: The index holds several versions of a file.
    """
    said = Looking(checkout.git, index.path if index else "").result()
    return read(checkout, said, staged=index is None)


def read(checkout: Checkout, said: bytes, *, staged: bool = True) -> Edits:
    """What ``git status`` found.

    Args:
        checkout: The repository.
        said: What it printed.
        staged: Whether what the index holds counts too; else only what is on the disk.

    Raises:
        Unmerged: The index holds several versions of a file.
    """
    head = ""
    found: list[Edit] = []
    unmerged: list[str] = []
    for line in said.decode("utf-8", "surrogateescape").split("\0"):
        if line.startswith("# branch.oid "):
            head = line.removeprefix("# branch.oid ").removesuffix("(initial)")
        elif line.startswith("1 ") and (staged or line[3] != "."):
            found.append(_edit(line))
        elif line.startswith("u "):
            unmerged.append(line.split(" ", 10)[10])
        elif line.startswith("? "):
            found.append(Edit(line[2:], gone=False, tracked=False))
    if unmerged:
        raise Unmerged(paths=", ".join(unmerged))
    every = list(_once(found))
    ours = [each for each in every if _is_ours(checkout, each)]
    filtered = filters.insisted_on(checkout, [each.path for each in ours if not each.gone])
    files, out = [], []
    for edit in ours:
        why: Why | None = "filter" if edit.path in filtered else _why_not(checkout.root, edit)
        if why:
            out.append(LeftOut(edit.path, why))
        else:
            files.append(edit)
    taken = {each.path for each in files}
    foreign = [(each.path, each.head) for each in every if each.staged and each.path not in taken]
    return Edits(head, tuple(files), tuple(out), tuple(foreign))


def _edit(line: str) -> Edit:
    """``1 XY sub mH mI mW hH hI path``: modes and names of last commit, index, working tree."""
    _, both, _, mode, _, _, oid, _, path = line.split(" ", 8)
    return Edit(
        path,
        gone=both[1] == "D" or both == "D.",
        tracked=True,
        staged=both[0] != ".",
        apart=both[0] not in ".D" and both[1] != ".",
        untracked=both == "D.",
        head=Entry(mode, oid) if mode.strip("0") else None,
    )


def _once(found: Iterable[Edit]) -> Iterator[Edit]:
    """A file deleted in the index and there on the disk is listed twice; it is there."""
    by_path: dict[str, Edit] = {}
    for edit in found:
        known = by_path.get(edit.path)
        by_path[edit.path] = edit if known is None else replace(known, gone=False, untracked=False)
    return iter(by_path.values())


def _is_ours(checkout: Checkout, edit: Edit) -> bool:
    """Whether a file is one of those that are synced."""
    name = edit.path.rstrip("/").rpartition("/")[2]
    if name.startswith(OURS):
        return False
    if not edit.tracked and (edit.path in PAGES or _is_swap(name)):
        return False
    within = checkout.vault.config.sync_paths
    return not within or any(f"{edit.path}/".startswith(f"{folder}/") for folder in within)


def _is_swap(name: str) -> bool:
    """Editors' swap files and backups. Dot files that people keep, such as .gitignore, are none."""
    return is_litter(name) and (not name.startswith(".") or _DOTTED.fullmatch(name) is not None)


def _why_not(root: str, edit: Edit) -> Why | None:
    if edit.gone:
        return None
    if edit.path.endswith("/"):
        return "nested"
    try:
        found = os.lstat(f"{root}/{edit.path}")
    except OSError:
        return None
    if stat.S_ISREG(found.st_mode):
        if found.st_size > LARGEST:
            return "large"
        if not os.access(f"{root}/{edit.path}", os.R_OK):
            return "unreadable"
    return None
