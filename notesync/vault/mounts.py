"""Whether a folder lies on a file system that doesn't tell when another computer changes a file.

There the watcher has to look again and again instead of being told. Read from the system's own
table of mounts; nothing is touched on the file system itself, which may be slow or gone.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

TABLE = "/proc/self/mounts"

REMOTE = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "ncpfs", "afs", "afpfs", "webdav"),
        *("davfs", "9p", "virtiofs", "vboxsf", "vmhgfs", "prl_fs", "drvfs", "ceph", "glusterfs"),
        *("lustre", "beegfs", "gpfs", "ocfs2", "gfs2", "coda", "shiftfs"),
    }
)
# FUSE file systems whose files are changed by this computer only. Of all others it can't be known.
LOCAL_FUSE = frozenset(
    {
        *("fuse.gocryptfs", "fuse.encfs", "fuse.cryfs", "fuse.securefs", "fuse.bindfs"),
        *("fuse.mergerfs", "fuse.fuse-overlayfs", "fuse.ntfs-3g", "fuse.exfat", "fuse.veracrypt"),
    }
)


def is_remote(path: Path) -> bool:
    """True when changes there may come unannounced; False when the table can't be read.

    Args:
        path: A folder.
    """
    kind = file_system(os.path.realpath(path), _table())
    fuse = kind.startswith(("fuse.", "osxfuse", "macfuse")) and kind not in LOCAL_FUSE
    return fuse or kind in REMOTE


def _table() -> str:
    try:
        if sys.platform == "darwin":
            done = subprocess.run(
                ["/sbin/mount"], capture_output=True, check=False, timeout=5, errors="replace"
            )
            return from_mac(done.stdout)
        return Path(TABLE).read_text(encoding="utf-8", errors="surrogateescape")
    except (OSError, subprocess.TimeoutExpired):
        return ""


def from_mac(text: str) -> str:
    """What macOS's ``mount`` prints, as lines of Linux's table."""
    found = re.findall(r"^(.*?) on (/.*?) \((\w+)[^)]*\)$", text, re.MULTILINE)
    return "".join(f"{what} {_escaped(where)} {kind} x 0 0\n" for what, where, kind in found)


def _escaped(where: str) -> str:
    return re.sub(r"[\s\\]", lambda blank: f"\\{ord(blank[0]):03o}", where)


def file_system(path: str, table: str) -> str:
    """The type of the file system that a path lies on; "" when the table doesn't say.

    Args:
        path: Absolute, without links.
        table: As of ``/proc/self/mounts``; blanks in names are written as octal numbers. Of two
            mounts in one place the later hides the earlier.
    """
    best, kind = -1, ""
    for line in table.splitlines():
        columns = line.split(" ")
        if len(columns) < 3:  # noqa: PLR2004 -- what, where, type
            continue
        where = re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), columns[1])
        below = where.rstrip("/") + "/"
        if (path + "/").startswith(below) and len(below) >= best:
            best, kind = len(below), columns[2]
    return kind
