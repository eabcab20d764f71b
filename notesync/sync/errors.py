"""What can stand in the way of a sync, each with its own sentence: what happened, what to do.

Whatever is raised here leaves the notes, the index and the branch as they were. What the remote
refuses or can't be reached for is no error but a `notesync.sync.trouble.Trouble`: the edits are
committed then, and the next sync goes on.
"""

from __future__ import annotations

from notesync.errors import NotesyncError, NotFound
from notesync.words import N_


class NoGit(NotesyncError):
    """The program is missing."""

    sentence = N_("notesync sync needs the program git. Install it, then run: notesync sync")


class NoRepository(NotesyncError):
    """The vault isn't in git."""

    sentence = N_(
        "{folder} is no git repository yet. To begin one, run: git init {folder} — "
        "then: notesync sync"
    )


class PartOfRepository(NotesyncError):
    """The vault is a folder of a larger repository, whose other files are none of our business."""

    sentence = N_(
        "{folder} is a part of the git repository {repository}, so notesync does not sync it. "
        "Give the vault a repository of its own, or sync the larger one with git."
    )


class OddRepository(NotesyncError):
    """``.git`` is there, but can't be used; ``reason`` says why."""

    sentence = N_("The git repository of {folder} can't be used: {reason}. Nothing was changed.")


class UnderWay(NotesyncError):
    """The user is in the middle of something that git remembers."""

    sentence = N_(
        "{reason} is under way in {folder}. Finish it or run: {abort} — until then notesync sync "
        "waits and changes nothing."
    )


class Unmerged(NotesyncError):
    """Git's index holds several versions of a file."""

    sentence = N_(
        "git has left several versions of {paths}. To have them merged, run: notesync repair"
    )


class Detached(NotesyncError):
    """HEAD is a commit and no branch."""

    sentence = N_(
        "No branch is checked out in {folder}, so there is nothing to sync with. "
        "To go back to one, run: git switch {branch}"
    )


class IndexLocked(NotesyncError):
    """Another git program holds the index and does not let go."""

    sentence = N_(
        "Another git program is at work in {folder} and holds {file}. Try again when it is done."
    )


class BadRemote(NotesyncError):
    """A remote that is not what notesync talks to; ``reason`` says why."""

    sentence = N_("The remote {remote} can't be used: {reason}. Look at: git remote -v")


class SeveralRemotes(NotesyncError):
    """Nobody can tell which remote is meant."""

    sentence = N_(
        "There are several remotes ({remotes}), and none is said to be the one of {branch}. "
        "Choose one: git config branch.{branch}.remote NAME"
    )


class BadBranch(NotesyncError):
    """A branch's name that looks like an option."""

    sentence = N_("The branch {branch} has a name that could be taken for an option. Rename it.")


class GitFailed(NotesyncError):
    """A git command ended badly. What git said is kept as it is.

    Attributes:
        code: What the process ended with.
        said: What it printed on stderr, without passwords.
    """

    sentence = N_("git {command} did not work: {said}")

    def __init__(self, command: str, code: int, said: str) -> None:
        """Keep what can be asked for later."""
        self.code = code
        self.said = said
        super().__init__(command=command, said=said)


class TimedOut(GitFailed):
    """A git command took too long and was ended."""

    sentence = N_("git {command} took too long and was ended. Everything is as it was.")


class NoRoom(NotesyncError):
    """The disk is full; git says so in words of its own."""

    sentence = N_(
        "There is no room left on the disk for git. Make room, then run notesync sync again; "
        "your notes are as they were."
    )


class NotSigned(NotesyncError):
    """Commits shall be signed, and the key can't be used without asking."""

    sentence = N_(
        "Your commits are to be signed, and that did not work ({said}). Sign one by hand to "
        "unlock the key, such as: git commit --allow-empty -S -m key"
    )


class NotAgreed(NotesyncError):
    """Something was to be asked first, and nobody agreed. Nothing was changed."""

    sentence = N_("{question} Nothing was changed. If that is meant, run: notesync sync --yes")


class NotAgreedYet(NotesyncError):
    """The same, after the edits of this device were committed."""

    sentence = N_(
        "{question} Your own edits are committed here. If that is meant, run: notesync sync --yes"
    )
    exit_code = 6


class InTheWay(NotesyncError):
    """A file that a sync has to write can't be written without losing something."""

    sentence = N_(
        "{path} was changed here and by another device, and notesync leaves it out here. Commit "
        "it by hand, then run notesync sync again."
    )
    exit_code = 6


class UnsafePath(NotesyncError):
    """Another device's commit holds a name that leads out of the vault, or into ``.git``."""

    sentence = N_(
        "The remote holds a file named {path}, which could do harm here. Nothing was taken over; "
        "look at who wrote it: git log --all -- {path}"
    )


class NeverSettles(NotesyncError):
    """Files were saved again and again while we tried."""

    sentence = N_(
        "Files were saved again and again while they were to be synced. Everything is kept; "
        "run notesync sync again when it is quiet."
    )
    exit_code = 6


class NotInHistory(NotFound):
    """A name that no note ever had."""

    sentence = N_("No note in the history is called “{name}”. {advice}")
