"""Put a text on the clipboard, by whichever program of the desktop is there.

The programs are started by argument list and get the text on their standard input; nothing of it
ever stands in a command line, where others on the machine could read it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence

from notesync.errors import NotesyncError
from notesync.words import N_

PATIENCE = 10.0  # seconds
# Program with its arguments, and the variable without which it finds no clipboard ("" for none).
PROGRAMS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("pbcopy",), ""),
    (("wl-copy",), "WAYLAND_DISPLAY"),
    (("xclip", "-selection", "clipboard"), "DISPLAY"),
    (("xsel", "--clipboard", "--input"), "DISPLAY"),
)


class NoClipboard(NotesyncError):
    """No program for the clipboard is there."""

    sentence = N_(
        "There is no clipboard here: it takes wl-copy, xclip, xsel or pbcopy, and a desktop. "
        "Write the letter to a file instead: --out FILE"
    )


class ClipboardRefused(NotesyncError):
    """The program didn't take the text."""

    sentence = N_("{command} did not take the text ({reason}). Write it to a file: --out FILE")


def copy(text: str) -> None:
    """Put a text on the clipboard.

    Raises:
        NoClipboard: There is none.
        ClipboardRefused: Its program failed, or did not answer within `PATIENCE`.
    """
    command = program()
    try:
        # What xclip leaves running must not hold our own output open.
        done = subprocess.run(  # noqa: S603 -- one of PROGRAMS
            command,
            input=text.encode(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
            env=os.environ | {"LC_CTYPE": "UTF-8"} if command[0].endswith("pbcopy") else None,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        reason = getattr(error, "strerror", None) or N_("no answer")
        raise ClipboardRefused(command=command[0], reason=reason) from None
    if done.returncode:
        raise ClipboardRefused(command=command[0], reason=done.returncode)


def program() -> Sequence[str]:
    """The first program that is there and can find a clipboard, with its arguments.

    Raises:
        NoClipboard: None is.
    """
    for (name, *arguments), needed in PROGRAMS:
        path = shutil.which(name)
        if path and (not needed or os.environ.get(needed)):
            return [path, *arguments]
    raise NoClipboard
