"""Where a vault's git repository is, and in which state the user left it: files in, values out.

Only git's own layout is read here (gitrepository-layout(5)); no git program runs. The folder
``.git/notesync/`` is ours: lock, journal, private index, and the settings of
`notesync.sync.settings`.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import NamedTuple

from notesync.sync.errors import (
    Detached,
    NoRepository,
    OddRepository,
    PartOfRepository,
    UnderWay,
)
from notesync.words import N_

OURS = "notesync"
HEADS = "refs/heads/"

# What git leaves in its folder while the user is in the middle of something -> what that is, and
# the command that drops it.
UNDER_WAY: Mapping[str, tuple[str, str]] = {
    "rebase-merge": (N_("A rebase"), "git rebase --abort"),
    "rebase-apply": (N_("A rebase"), "git rebase --abort"),
    "MERGE_HEAD": (N_("A merge of your own"), "git merge --abort"),
    "CHERRY_PICK_HEAD": (N_("A cherry-pick"), "git cherry-pick --abort"),
    "REVERT_HEAD": (N_("A revert"), "git revert --abort"),
    "sequencer": (N_("A cherry-pick"), "git cherry-pick --abort"),
    "BISECT_LOG": (N_("A bisect"), "git bisect reset"),
}


class Place(NamedTuple):
    """A repository on the disk.

    Attributes:
        root: The vault's folder, which is the whole working tree.
        gitdir: The folder that holds HEAD and the index: ``.git``, or one of a linked worktree.
        common: The folder that holds objects and refs; usually the same.
    """

    root: str
    gitdir: str
    common: str

    @property
    def ours(self) -> str:
        """The folder that notesync keeps its own files in."""
        return f"{self.gitdir}/{OURS}"

    @property
    def index_file(self) -> str:
        """The user's index."""
        return f"{self.gitdir}/index"


class Head(NamedTuple):
    """What is checked out.

    Attributes:
        branch: Full name of the branch, ``refs/heads/…``; "" when it is a commit alone.
    """

    branch: str

    @property
    def name(self) -> str:
        """The branch's short name."""
        return self.branch.removeprefix(HEADS)


def locate(root: str | os.PathLike[str]) -> Place:
    """The repository of a vault.

    Args:
        root: The vault's folder, real and absolute.

    Raises:
        NoRepository: It has none.
        PartOfRepository: It lies within a larger one.
        OddRepository: There is something, but no usable repository.
    """
    root = os.fspath(root)
    at = f"{root}/.git"
    if not os.path.lexists(at):
        folder = root
        while (folder := os.path.dirname(above := folder)) != above:
            if os.path.lexists(f"{folder}/.git"):
                raise PartOfRepository(folder=root, repository=folder)
        raise NoRepository(folder=root)
    gitdir = os.path.realpath(at)
    if os.path.isfile(gitdir):
        gitdir = _pointed_to(root, gitdir)
    common = gitdir
    if link := _line(f"{gitdir}/commondir"):
        common = os.path.realpath(os.path.join(gitdir, link))
    if not (os.path.isfile(f"{gitdir}/HEAD") and os.path.isdir(f"{common}/objects")):
        raise OddRepository(folder=root, reason=N_("its folder .git is not complete"))
    return Place(root, gitdir, common)


def _pointed_to(root: str, file: str) -> str:
    """Where a ``.git`` that is a file leads: that of a submodule or a linked worktree."""
    said = _line(file)
    if not said.startswith("gitdir: "):
        raise OddRepository(folder=root, reason=N_("its file .git leads nowhere"))
    return os.path.realpath(os.path.join(root, said.removeprefix("gitdir: ")))


def _line(file: str) -> str:
    """The only line of a small file; "" when there is none."""
    try:
        with open(file, "rb") as opened:
            return opened.read(8192).decode(errors="surrogateescape").rstrip("\r\n")
    except OSError:
        return ""


def head(place: Place) -> Head:
    """What is checked out, read as it stands in the file HEAD.

    Raises:
        OddRepository: HEAD can't be read.
    """
    said = _line(f"{place.gitdir}/HEAD")
    if not said:
        raise OddRepository(folder=place.root, reason=N_("its file HEAD can't be read"))
    branch = said.removeprefix("ref:").strip() if said.startswith("ref:") else ""
    return Head(branch)


def check(place: Place, now: Head) -> None:
    """See to it that the user is in the middle of nothing, and on a branch.

    Raises:
        UnderWay: She is, and is left to finish it.
        Detached: A commit is checked out and no branch.
    """
    for name, (what, abort) in UNDER_WAY.items():
        if os.path.lexists(f"{place.gitdir}/{name}"):
            raise UnderWay(reason=what, folder=place.root, abort=abort)
    if not now.branch.startswith(HEADS):
        raise Detached(folder=place.root, branch=_some_branch(place))


def _some_branch(place: Place) -> str:
    """The name of a branch to go back to, for a message."""
    try:
        there = sorted(os.listdir(f"{place.common}/{HEADS}"))
    except OSError:
        there = []
    usual = [name for name in ("main", "master") if name in there]
    return (*usual, *there, "main")[0]
