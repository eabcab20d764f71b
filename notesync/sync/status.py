"""Let git look through the files, while other things are done."""

from __future__ import annotations

from notesync.sync.git import Git, failure

STATUS = (
    *("status", "--porcelain=v2", "--branch", "-z", "--no-renames"),
    *("--untracked-files=all", "--ignore-submodules=all"),
)
HEAD = b"# branch.oid "


def sees_nothing(seen: bytes) -> bool:
    """Whether nothing differs from the last commit: there are lines about the branch only."""
    return all(line.startswith(b"# ") for line in seen.split(b"\0")[:-1])


def commit_of(seen: bytes) -> str:
    """The commit that is checked out; "" on a branch without commits."""
    lines = (line for line in seen.split(b"\0") if line.startswith(HEAD))
    return next(lines, HEAD).removeprefix(HEAD).decode("ascii").removesuffix("(initial)")


class Looking:
    """A look that is under way.

    Args:
        git: The repository's.
        index: Another index than the user's, in which git keeps what it learns of the files.
    """

    def __init__(self, git: Git, index: str = "") -> None:
        also = {"GIT_INDEX_FILE": index, "GIT_OPTIONAL_LOCKS": "1"} if index else None
        self._running = git.start(*STATUS, also=also)

    def result(self) -> bytes:
        """What ``git status`` prints.

        Raises:
            GitFailed: It ended badly.
        """
        done = self._running.result()
        if done.code:
            raise failure("status", done)
        return done.out
