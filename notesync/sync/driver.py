"""Merge one file for a ``git merge`` that is typed by hand: git's merge driver, which never fails.

Git calls it with three temporary files and takes what is in the second afterwards. Where the merge
itself should ever fail, both texts stand one after the other: a driver that ends badly would leave
the note with marks in it, or not merged at all.
"""

from __future__ import annotations

from pathlib import Path

from notesync.merge.choice import Dates
from notesync.merge.files import File, Versions, merge_file


def merge_files(base: Path, ours: Path, theirs: Path, path: str) -> bool:
    """Merge `theirs` into `ours`.

    Args:
        base: What both began with; an empty file for none.
        ours: Read, and written over with the result.
        theirs: The other side.
        path: What the file is called in the vault, which tells how it is merged.

    Returns:
        Whether they could be merged; both texts are kept if not.
    """
    old, mine, other = (_bytes(each) for each in (base, ours, theirs))
    try:
        versions = Versions(path, File(old) if old else None, File(mine), File(other), Dates(0, 0))
        merged = merge_file(versions)
    except Exception:  # noqa: BLE001 -- whatever it is, the user's merge goes on and nothing is lost
        gap = b"" if mine.endswith(b"\n") else b"\n"
        ours.write_bytes(mine + gap + other)
        return False
    for name, copy in merged.copies.items():
        beside = Path(name)
        if not beside.exists():
            beside.write_bytes(copy.data)
    ours.write_bytes(merged.file.data)
    return True


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""
