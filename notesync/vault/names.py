"""Turn the names that a disk holds into paths that can be stored and printed, and back.

A path in notesync is relative to the vault, with ``/`` between its parts, in Unicode's NFC, and
always valid Unicode: macOS hands out decomposed names, Linux any bytes. Where the name on the disk
differs, the scan remembers it; where no scan has run, the folder is looked through once. Two names
of one folder never become one path: the second keeps its own form.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Container, Iterator

from notesync.vault.litter import is_litter, is_note_name


def plain(name: str) -> bool:
    """True when the name is its own path: NFC and valid Unicode. The usual case, made fast."""
    return name.isascii() or (unicodedata.is_normalized("NFC", name) and encodable(name))


def encodable(name: str) -> bool:
    """False when the name on the disk is not UTF-8."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def forms(name: str) -> Iterator[str]:
    """The paths that an odd name may have, best first.

    Bytes that are not UTF-8 are shown as ``%FC``, as in a URL.
    """
    if encodable(name):
        yield unicodedata.normalize("NFC", name)
        yield name
    else:
        shown = "".join(
            f"%{ord(char) - 0xDC00:02X}" if "\udc80" <= char <= "\udcff" else char for char in name
        )
        yield unicodedata.normalize("NFC", shown)
        yield shown


def claim(name: str, taken: Container[str]) -> str | None:
    """The best form of an odd name that no neighbour has; None when none is left.

    Args:
        name: On the disk.
        taken: All names in its folder, and the forms that others have claimed before.
    """
    return next((form for form in forms(name) if form == name or form not in taken), None)


def in_folder(folder: str, part: str) -> str | None:
    """The name on the disk, in this folder, whose path's last part is `part`.

    Only needed when there is no file of just that name. Names are tried in the scan's order, so
    that both agree.
    """
    try:
        there = sorted(os.listdir(folder))
    except OSError:
        return None
    taken = set(there)
    for name in there:
        if not plain(name):
            form = claim(name, taken)
            if form == part:
                return name
            if form is not None:
                taken.add(form)
    return None


def may_be_made(root: str, path: str) -> bool:
    """Whether a note of this path may be created: every computer can hold it, a scan will list it.

    Args:
        root: The vault's folder; what is there already has its name and keeps it.
        path: Of the note, with its folders.
    """
    from notesync.notes import names  # only who makes files asks

    parts = path.split("/")
    there = 0
    while there < len(parts) - 1 and os.path.isdir(os.path.join(root, *parts[: there + 1])):
        there += 1
    new = parts[there:]
    return is_note_name(new[-1]) and not any(names.risk(part) or is_litter(part) for part in new)


def twin(disk: str) -> str | None:
    """A name in the same folder that another computer would take for the same file.

    Args:
        disk: Where a file is about to be created.
    """
    from notesync.notes import names  # only who makes files asks

    folder, _, name = disk.rpartition("/")
    wanted = names.key(name)
    try:
        return next((each for each in os.listdir(folder) if names.key(each) == wanted), None)
    except OSError:
        return None
