"""List what a phone has put into the inbox: texts of any kind, each with the day it was saved.

They may be notes or plain ``.txt`` files, which no index knows. Links, hidden files and the litter
of editors and sync tools are passed over.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from unicodedata import normalize

from notesync.notes.kinds import FOLDERS
from notesync.vault import names
from notesync.vault.config import Config
from notesync.vault.ignore import compile_ignore
from notesync.vault.litter import is_litter
from notesync.vault.vault import Vault

SUFFIXES = (".md", ".markdown", ".txt", ".text")


def folders(config: Config) -> list[str]:
    """The inbox's folders: as mapped, else in both languages."""
    mapped = config.folders.get("inbox")
    return list(mapped or dict.fromkeys(named["inbox"] for named in FOLDERS.values()))


def something_waits(vault: Vault) -> bool:
    """Whether there is any text in the inbox."""
    return bool(captures(vault, folders(vault.config)))


def captures(vault: Vault, folders: Iterable[str]) -> list[tuple[str, date]]:
    """(path, day of the last save) of every text in these folders, the oldest name first.

    What is empty holds no text.

    Args:
        vault: The vault.
        folders: Relative to it; one that isn't there holds nothing.
    """
    ignored = compile_ignore(vault.config.ignore)
    found = {path: day for folder in folders for path, day in _in(vault, folder)}
    return sorted(
        (path, day) for path, day in found.items() if not (ignored and ignored.match(path))
    )


def _in(vault: Vault, folder: str) -> Iterator[tuple[str, date]]:
    disk = vault.disk(folder)
    if os.path.islink(disk):
        return
    with suppress(OSError), os.scandir(disk) as entries:
        for entry in entries:
            if is_litter(entry.name) or not names.encodable(entry.name):
                continue
            name = normalize("NFC", entry.name)
            path = f"{folder}/{name}"
            if entry.is_dir(follow_symlinks=False):
                yield from _in(vault, path)
            elif entry.is_file(follow_symlinks=False) and name.lower().endswith(SUFFIXES):
                found = entry.stat(follow_symlinks=False)
                if found.st_size:
                    saved = date.fromtimestamp(found.st_mtime)  # noqa: DTZ012 -- the day it was here
                    yield path, saved
