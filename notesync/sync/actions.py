"""What a sync consists of, as values that are told afterwards, or beforehand by ``--dry-run``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from notesync.sync.local import Why
from notesync.words import N_

What = Literal["new", "changed", "gone"]

# Why a file is left out -> what the user is told.
LEFT_OUT: Mapping[Why, str] = {
    "large": N_("{path} is larger than 10 MB and is not synced."),
    "nested": N_("{path} is a git repository of its own and is not synced."),
    "unreadable": N_("{path} can't be read and is not synced. Look at its permissions."),
    "filter": N_(
        "{path} has to go through a filter (such as git-lfs or git-crypt) that notesync does not "
        "run. Commit it by hand with git."
    ),
}


@dataclass(frozen=True, slots=True)
class Commit:
    """Commit what was edited here."""

    message: str
    paths: tuple[str, ...]
    name: ClassVar[str] = "commit"
    sentence: ClassVar[str] = N_("Committed here: {message}")


@dataclass(frozen=True, slots=True)
class LeaveOut:
    """Leave a file out."""

    path: str
    why: Why
    name: ClassVar[str] = "leave-out"

    @property
    def sentence(self) -> str:
        """Says why."""
        return LEFT_OUT[self.why]


@dataclass(frozen=True, slots=True)
class Take:
    """Take over what another device did to a file."""

    path: str
    what: What
    name: ClassVar[str] = "take"

    @property
    def sentence(self) -> str:
        """Says what."""
        return TAKEN[self.what]


TAKEN: Mapping[What, str] = {
    "new": N_("{path}: new from another device"),
    "changed": N_("{path}: changed by another device"),
    "gone": N_("{path}: deleted by another device"),
}


@dataclass(frozen=True, slots=True)
class Record:
    """Keep a value that two devices changed differently, beside the one in place."""

    path: str
    field: str
    kept: str
    other: str
    name: ClassVar[str] = "record"
    sentence: ClassVar[str] = N_("{path}: two versions, both are kept. See: notesync conflicts")


@dataclass(frozen=True, slots=True)
class SetAside:
    """Give a file that isn't synced another name."""

    path: str
    new: str
    name: ClassVar[str] = "set-aside"
    sentence: ClassVar[str] = N_("{path} came from another device; your file is now {new}")


@dataclass(frozen=True, slots=True)
class Send:
    """Push to the remote."""

    remote: str
    name: ClassVar[str] = "send"
    sentence: ClassVar[str] = N_("Sent to {remote}.")


@dataclass(frozen=True, slots=True)
class Warn:
    """Something that the user should know; nothing is done."""

    sentence: str
    values: Mapping[str, str] = field(default_factory=dict)
    name: ClassVar[str] = "warn"


Action = Commit | LeaveOut | Take | Record | SetAside | Send | Warn
