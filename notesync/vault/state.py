"""The folder ``.notesync/`` of a vault, which is about this device only: index, locks, undo."""

from __future__ import annotations

import os

from notesync.vault.errors import NoState
from notesync.words import N_

STATE = ".notesync"


def state_dir(root: str) -> str:
    """The folder; made when it isn't there; only its owner may look.

    Args:
        root: The vault's folder.

    Raises:
        NoState: It can't be made.
    """
    folder = f"{root}/{STATE}"
    try:
        os.mkdir(folder, 0o700)
    except FileExistsError:
        if not os.path.isdir(folder):
            reason = N_("a file of that name is in the way")
            raise NoState(folder=folder, reason=reason) from None
    except OSError as error:
        raise NoState(folder=folder, reason=error.strerror) from None
    else:
        # Git ignores it even where the vault's own .gitignore doesn't say so.
        with open(f"{folder}/.gitignore", "w", encoding="ascii") as file:
            file.write("*\n")
    return folder
