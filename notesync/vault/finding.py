"""Which folder is the vault: the named one, else the first with a notesync.toml here or above."""

from __future__ import annotations

import os
from pathlib import Path

from notesync.vault.config import FILE
from notesync.vault.errors import NoFolder, NotAVault, NoVault


def locate(explicit: str | None, env: str | None, start: Path) -> Path:
    """The folder of the vault that is meant.

    Args:
        explicit: What ``--vault`` says: a folder, or the notesync.toml in it.
        env: What ``NOTESYNC_VAULT`` says.
        start: Where to begin to look when both say nothing.

    Raises:
        NoFolder, NotAVault, NoVault: There is none, with what to run.
    """
    if named := explicit or env:
        folder = Path(os.path.expanduser(named))
        if folder.name == FILE and os.path.isfile(folder):
            folder = folder.parent
        if not os.path.isdir(folder):
            raise NoFolder(folder=named)
        if not _is_vault(folder):
            raise NotAVault(folder=named)
        return folder
    here = Path(os.path.abspath(start))
    for folder in (here, *here.parents):
        if _is_vault(folder):
            return folder
    raise NoVault(folder=here)


def _is_vault(folder: Path) -> bool:
    # Unlike pathlib's, this is False for a folder above that we may not look into.
    return os.path.isfile(folder / FILE)
