"""Turn what is checked out into the branch of the remote that it follows, its ref, and its fetch.

The branch is the one that the configuration names, else the one that was found out before, else
the one of the same name. Nothing here needs more of a sync than its git.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from notesync.sync import git as door
from notesync.sync.repository import HEADS

if TYPE_CHECKING:
    from notesync.sync.git import Git, Running
    from notesync.sync.remote import Remote
    from notesync.sync.repository import Head, Place
    from notesync.sync.settings import Settings

REMEMBERED = "branch"


def branch_of(place: Place, head: Head, remote: Remote) -> str:
    """Full name of the branch there, as far as it is known before the remote is asked."""
    return remote.upstream or _found_out(place, head, remote) or head.branch


def _found_out(place: Place, head: Head, remote: Remote) -> str:
    with suppress(OSError, ValueError):
        with open(f"{place.ours}/{REMEMBERED}", encoding="utf-8") as file:
            here, name, there = file.read().split("\n")[:3]
        if (here, name) == (head.branch, remote.name) and there.startswith(HEADS):
            return there
    return ""


def harmless(head: Head, branch: str) -> bool:
    """Whether neither branch has a name that could be taken for an option."""
    return not (head.name.startswith("-") or branch.removeprefix(HEADS).startswith("-"))


def ref_of(remote: Remote, branch: str) -> str:
    """The ref that holds what was fetched of a branch."""
    return f"refs/remotes/{remote.name}/{branch.removeprefix(HEADS)}"


def fetch(
    git: Git,
    remote: Remote,
    branch: str,
    others: Sequence[str] = (),
    options: Sequence[str] = (),
    also: Mapping[str, str] | None = None,
) -> Running:
    """Begin to fetch.

    Args:
        git: The repository's.
        remote: Where from.
        branch: Full name of the branch.
        others: Short names of branches that are fetched as well, if they are there.
        options: More for ``git fetch``.
        also: More of its surroundings.
    """
    return git.start(
        *("fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-auto-maintenance"),
        *(*options, "--end-of-options", remote.name),
        f"+{branch}:{ref_of(remote, branch)}",
        # With a pattern, so that a branch that isn't there is no failure.
        *(f"+{HEADS}{name}*:{ref_of(remote, name)}*" for name in others),
        also=also,
        limit=door.NETWORK,
    )


def tells(place: Place, settings: Settings, ref: str, commit: str) -> bool:
    """Whether git's files say so plainly that a ref is at a commit that nobody needs to be asked.

    A ref is a file of its own, else a line of ``packed-refs`` (gitrepository-layout(5)).
    """
    if settings.get("extensions.refstorage") not in {"", "files"}:
        return False
    folder = place.common
    alone = f"{folder}/{ref}"
    try:
        if os.path.lexists(alone):
            with open(os.open(alone, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC), "rb") as file:
                return file.read(100) == f"{commit}\n".encode()
        with open(f"{folder}/packed-refs", "rb") as file:
            return f"\n{commit} {ref}\n".encode() in file.read()
    except OSError:
        return False
