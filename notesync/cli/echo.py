"""Print a line, and style a text for a terminal: the little of click that every command needs.

What is printed has been cleaned of control characters before (`notesync.cli.screen.clean`).
"""

from __future__ import annotations

import sys
from collections.abc import Mapping

# ECMA-48, "Select graphic rendition".
_RENDITION: Mapping[str, int] = {"bold": 1, "dim": 2, "red": 31, "green": 32, "cyan": 36}


def echo(text: str = "", *, err: bool = False) -> None:
    """Print a line at once: what is printed stands there before anything else happens."""
    stream = sys.stderr if err else sys.stdout
    stream.write(f"{text}\n")
    stream.flush()


def style(text: str, *, fg: str | None = None, bold: bool = False, dim: bool = False) -> str:
    """A text as a terminal shows it in a colour, bold or dim."""
    wanted = (fg, "bold" if bold else None, "dim" if dim else None)
    begin = "".join(f"\x1b[{_RENDITION[one]}m" for one in wanted if one)
    return f"{begin}{text}\x1b[0m" if begin else text
