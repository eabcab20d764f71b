"""Write down which move of the working tree is under way, so that it can be finished after a kill.

The files are moved first, then the index, the branch last: whatever is interrupted looks to git
like edits of this device, which are the other devices' very edits; committed once more they merge
into what they are. The journal only lets the next sync finish the move as it was meant.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from typing import NamedTuple

from notesync.sync.repository import Place

NAME = "journal"


class Move(NamedTuple):
    """A move of branch, index and files.

    Attributes:
        branch: Full name of the branch.
        old: The commit it was at; "" on a branch without commits.
        new: The commit it shall be at.
    """

    branch: str
    old: str
    new: str


def write(place: Place, move: Move) -> None:
    """Write a move down to the disk before it begins."""
    file = f"{place.ours}/{NAME}"
    with suppress(FileNotFoundError):
        os.unlink(f"{file}.new")
    how = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
    with open(os.open(f"{file}.new", how, 0o600), "w", encoding="utf-8") as new:
        json.dump(move._asdict(), new)
        new.flush()
        os.fsync(new.fileno())
    os.replace(f"{file}.new", file)


def there(place: Place) -> bool:
    """Whether a move was interrupted."""
    return os.path.lexists(f"{place.ours}/{NAME}")


def read(place: Place) -> Move | None:
    """The move that was interrupted; None when there is none."""
    try:
        with open(f"{place.ours}/{NAME}", encoding="utf-8") as file:
            found = json.load(file)
        return Move(str(found["branch"]), str(found["old"]), str(found["new"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def drop(place: Place) -> None:
    """The move is done, or given up."""
    with suppress(FileNotFoundError):
        os.unlink(f"{place.ours}/{NAME}")
