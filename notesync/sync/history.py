"""Find a note in the history, also one that was renamed or deleted: commits in, its texts out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from notesync.sync import repository, standin
from notesync.sync.git import Git
from notesync.sync.objects import Objects
from notesync.vault.litter import is_note_name
from notesync.vault.vault import Vault

_MARK = "\x01"
_FORM = f"--format=tformat:{_MARK}%H %at"
GONE = "D"


@dataclass(frozen=True, slots=True)
class Version:
    """A note as a commit left it.

    Attributes:
        path: What it was called.
        commit: The commit.
        at: When its work was done, in seconds of the epoch.
        gone: Whether the commit deleted it, or gave it another name.
    """

    path: str
    commit: str
    at: int
    gone: bool


class History:
    """The history of a vault, to be read. Needs no lock, whatever the repository's state.

    Raises:
        NoRepository, PartOfRepository, OddRepository: There is none that could be used.
    """

    def __init__(self, vault: Vault) -> None:
        place = repository.locate(vault.root)
        self.settings = standin.make(place)
        self.git = Git(place)
        self.objects = Objects(self.git)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.objects.close()
        self.git.close()

    def versions(self) -> list[Version]:
        """Every version of every note on this branch, the newest first."""
        how = ("-z", "--no-renames", "--name-status", "-m", "--first-parent", _FORM)
        done = self.git.run("log", *how, "HEAD", "--", fine=(0, 128))
        return list(_versions(done.out.decode("utf-8", "surrogateescape").split("\0")))

    def text(self, version: Version) -> bytes:
        """The note's bytes in a version; of one that deleted it, as it was before."""
        revision = f"{version.commit}^" if version.gone else version.commit
        return self.objects.blob(f"{revision}:{version.path}")


def _versions(fields: list[str]) -> Iterator[Version]:
    """What ``git log -z --name-status`` prints: a head, then status and path in turn."""
    commit, at, status = "", 0, ""
    for field in fields:
        if field.startswith(_MARK):
            commit, _, when = field[1:].partition(" ")
            at, status = int(when or 0), ""
        elif not status:
            status = field.removeprefix("\n")
        else:
            if is_note_name(field.rpartition("/")[2]):
                yield Version(field, commit, at, status == GONE)
            status = ""
