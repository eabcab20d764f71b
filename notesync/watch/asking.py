"""Ask whoever watches a vault whether its index is right at this moment.

The question is one packet to a socket in the vault's state folder, which only its owner may enter,
and so is the answer. Where nobody watches, that costs a glance for a file that isn't there; one who
watches and doesn't answer at once is not waited for. On Linux only, as is the witness who answers
(`notesync.watch.witness`).
"""

from __future__ import annotations

import os
import sys

SOCKET = "watch.socket"
PATIENCE = 0.05  # seconds; somebody who is stopped, or too busy, may not hold up a command
YES = b"notesync 1 yes"
NO = b"notesync 1 no"
MOST = 128  # bytes of a question


def question(at: os.stat_result, writes: int) -> bytes:
    """Whether the index, after so many writes, is what this very folder holds."""
    return b"%s %d" % (about(at), writes)


def about(at: os.stat_result) -> bytes:
    """What a question says of the folder; a folder that only has the same path is another one."""
    return b"notesync 1 %d %d" % (at.st_dev, at.st_ino)


def vouched(root: str, state: str, writes: int) -> bool:
    """Whether somebody has seen that nothing has changed since the index was brought up to date.

    True is about a moment after this was called. False says nothing.

    Args:
        root: The vault's folder.
        state: Its state folder, in which the index is.
        writes: How often the index was written to.
    """
    if sys.platform != "linux" or not os.path.lexists(f"{state}/{SOCKET}"):
        return False
    import _socket  # all that `socket` adds to it takes five milliseconds to import

    try:
        folder = os.open(state, os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
    except OSError:
        return False
    asked = None
    try:
        asked = _socket.socket(_socket.AF_UNIX, _socket.SOCK_SEQPACKET)
        asked.settimeout(PATIENCE)
        asked.connect(address(folder))
        asked.send(question(os.stat(root), writes))
        return asked.recv(MOST) == YES
    except OSError:
        return False
    finally:
        if asked is not None:
            asked.close()
        os.close(folder)


def address(folder: int) -> str:
    """Where the socket is, by the state folder's descriptor: its path may be too long for one."""
    return f"/proc/self/fd/{folder}/{SOCKET}"
