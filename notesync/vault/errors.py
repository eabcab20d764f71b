"""What can stop an action on the disk, each with its own sentence: what happened, what to do.

Every refusal here leaves the file that it names as it was.
"""

from __future__ import annotations

import errno
from collections.abc import Mapping

from notesync.errors import NotesyncError, NotFound, Unusable, UsageError
from notesync.words import N_


class NoVault(Unusable):
    """Neither here nor above is a notesync.toml."""

    sentence = N_(
        "There is no vault in {folder} or above it. To start one, run: notesync init — "
        "to look at an example first: notesync init --demo example"
    )


class NotAVault(Unusable):
    """A folder was named as the vault and is none."""

    sentence = N_(
        "{folder} is no vault: it has no notesync.toml. To make it one, run: notesync init {folder}"
    )


class NoFolder(Unusable):
    """A folder was named as the vault and isn't there."""

    sentence = N_(
        "There is no folder {folder}. To start a vault there, run: notesync init {folder}"
    )


class VaultGone(Unusable):
    """The vault was open and its folder can't be looked into any more."""

    sentence = N_(
        "The vault {folder} can't be reached any more ({reason}). "
        "It goes on when the vault is back."
    )


class NoState(Unusable):
    """``.notesync/`` can't be made or used."""

    sentence = N_(
        "notesync keeps its index in {folder}, and can't write there ({reason}). "
        "Make the vault writable, or delete .notesync and try again."
    )


class FileVanished(NotFound):
    """The note was there a moment ago."""

    sentence = N_("{path} is not there any more.")


class Changed(NotesyncError):
    """Another program saved the file since it was read; reading it again and retrying helps."""

    sentence = N_(
        "{path} was changed by another program just now and was left as it is. Try again."
    )


class StillChanging(NotesyncError):
    """The file changed again and again while we tried."""

    sentence = N_(
        "{path} is being written by another program again and again. It was left as it is; "
        "try again when that program is done."
    )


class InUse(NotesyncError):
    """Another program holds the file open for writing and doesn't let go."""

    sentence = N_(
        "Another program is writing {path}. It was left as it is; try again when it is done."
    )


class NameTaken(NotesyncError):
    """A new note's name is in use, perhaps in another spelling of the same letters."""

    sentence = N_("{other} is there already. Choose another name for {path}.")


class BadName(UsageError):
    """A name that some computer can't hold; notesync never creates such names."""

    sentence = N_(
        "{path} can't be a file name on every computer. Leave out special characters such as "
        '/ : ? * " < > | [ ] # ^, and keep it short.'
    )


class OutsideVault(UsageError):
    """A path that leads out of the vault, or over a link."""

    sentence = N_("{path} does not lie in the vault.")


class NotOurs(NotesyncError):
    """The file can't be edited by notesync: it can't be read whole, or isn't a plain file."""

    sentence = N_("{path} can't be edited by notesync. What is in the way: notesync check")


class WriteProtected(NotesyncError):
    """Nobody may write the file, by its own mode."""

    sentence = N_("{path} is write-protected and was left as it is.")


class NotText(UsageError):
    """Text that has no UTF-8 form, such as an undecodable argument of the command line."""

    sentence = N_("What should be written to {path} holds a character that is not Unicode.")


class CantWrite(NotesyncError):
    """The disk refuses; ``reason`` is the system's word for it."""

    sentence = N_("{path} can't be written ({reason}). Everything was left as it was.")


class DiskFull(CantWrite):
    """No room left, or the quota is used up."""

    sentence = N_("There is no room left on the disk to write {path}. It was left as it was.")


class ReadOnlyDisk(CantWrite):
    """The file system is mounted read-only."""

    sentence = N_("The disk that holds {path} can only be read. It was left as it was.")


class NotAllowed(CantWrite):
    """File permissions forbid it."""

    sentence = N_(
        "You are not allowed to write {path}. It was left as it was; look at the permissions "
        "of the file and its folder."
    )


class Busy(Unusable):
    """Another notesync holds the lock."""

    sentence = N_("{what} is running already (process {pid}). Stop it first, or use that one.")


REFUSALS: Mapping[int, type[CantWrite]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EFBIG: DiskFull,
    errno.EROFS: ReadOnlyDisk,
    errno.EACCES: NotAllowed,
    errno.EPERM: NotAllowed,
}


def refusal(error: OSError, path: str) -> CantWrite:
    """The error that says in plain words what the system refused.

    Args:
        error: What a system call raised.
        path: The note as the user knows it.
    """
    kind = REFUSALS.get(error.errno or 0, CantWrite)
    return kind(path=path, reason=error.strerror or str(error))
