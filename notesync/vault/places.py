"""Turn a note's path into the place on the disk where it is, or where it may be written.

No path leads out of the vault, not by its parts and not over a link.
"""

from __future__ import annotations

import os

from notesync.vault import names
from notesync.vault.errors import NameTaken, OutsideVault, refusal


def on_disk(root: str, path: str, odd: str | None) -> str:
    """Where the note of this path is, or would be.

    Args:
        root: The vault's folder.
        path: The note.
        odd: What a scan found it to be called on the disk, where that differs.

    Raises:
        OutsideVault: The path leads out of the vault.
    """
    parts = path.split("/")
    if not path or "\0" in path or not {"", ".", ".."}.isdisjoint(parts):
        raise OutsideVault(path=path)
    for name in (path, odd):
        if name and os.path.lexists(disk := f"{root}/{name}"):
            return disk
    disk = root
    for part in parts:
        exact = f"{disk}/{part}"
        if not os.path.lexists(exact) and (name := names.in_folder(disk, part)):
            exact = f"{disk}/{name}"
        disk = exact
    return disk


def stay_inside(root: str, disk: str, path: str) -> None:
    """See to it that no link on the way to a file leads elsewhere.

    Raises:
        OutsideVault: One does.
    """
    folder = os.path.dirname(disk)
    while len(folder) > len(root):
        if os.path.islink(folder):
            raise OutsideVault(path=path)
        folder = os.path.dirname(folder)


def make_room(disk: str, path: str, but: str = "") -> None:
    """Make the folders of a new file, and see that nothing there has nearly its name.

    Args:
        disk: Where it shall be.
        path: Likewise, as the user knows it.
        but: The one file that may have nearly its name: the one that is renamed.

    Raises:
        NameTaken: Something has.
        CantWrite: A folder can't be made.
    """
    try:
        os.makedirs(os.path.dirname(disk), exist_ok=True)
    except OSError as error:
        raise refusal(error, path) from error
    folder, twin = path.rpartition("/")[0], names.twin(disk)
    if twin and os.path.join(os.path.dirname(disk), twin) != but:
        raise NameTaken(path=path, other=f"{folder}/{twin}".removeprefix("/"))
