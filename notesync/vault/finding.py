"""Which folder is the vault: the named one, else the first with a notesync.toml here or above."""

from __future__ import annotations

import os

from notesync.vault.errors import NoFolder, NotAVault, NoVault

FILE = "notesync.toml"


def locate(explicit: str | None, env: str | None, start: str = ".") -> str:
    """The folder of the vault that is meant.

    Args:
        explicit: What ``--vault`` says: a folder, or the notesync.toml in it.
        env: What ``NOTESYNC_VAULT`` says.
        start: Where to begin to look when both say nothing; else in the current folder.

    Raises:
        NoFolder, NotAVault, NoVault: There is none, with what to run.
    """
    if named := explicit or env:
        folder = os.path.expanduser(named)
        if os.path.basename(folder) == FILE and os.path.isfile(folder):
            folder = os.path.dirname(folder) or "."
        if not os.path.isdir(folder):
            raise NoFolder(folder=named)
        if not _is_vault(folder):
            raise NotAVault(folder=named)
        return folder
    folder = here = os.path.abspath(start)
    while not _is_vault(folder):
        above = os.path.dirname(folder)
        if above == folder:
            raise NoVault(folder=here)
        folder = above
    return folder


def _is_vault(folder: str) -> bool:
    # Unlike pathlib's, this is False for a folder above that we may not look into.
    return os.path.isfile(os.path.join(folder, FILE))
