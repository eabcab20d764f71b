"""What becomes of the hidden files that a killed or powerless notesync leaves beside a note.

Such a file's name holds the digests of the old and of the new bytes. If its bytes are one of the
two, nothing depends on it, and it is deleted; otherwise it may hold what another program saved in
that very moment, so it stays, and `check` tells of it.
"""

from __future__ import annotations

import contextlib
import os
import re

from notesync.vault import snapshot
from notesync.vault.errors import FileVanished, NotOurs
from notesync.vault.fingerprint import digest
from notesync.vault.litter import OURS

_MARKS = re.compile(
    re.escape(OURS) + r"([0-9a-f]{16}|new)-([0-9a-f]{16})-[0-9a-f]{8}\.tmp(?:\..*)?"
)


def sweep(disk: str) -> bool:
    """Delete one leftover if nothing depends on it; True when it has gone.

    Args:
        disk: Where it is.
    """
    marks = _MARKS.fullmatch(os.path.basename(disk))
    try:
        content = snapshot.content(disk, disk)
    except FileVanished:
        return True
    except NotOurs:
        return False
    if content and not (marks and digest(content)[:16] in marks.groups()):
        return False
    with contextlib.suppress(OSError):
        os.unlink(disk)
        return True
    return False
