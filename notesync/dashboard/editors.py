"""Turn the path of a note into an address that opens it in an editor, where the user wants that.

Which one is a word from a closed list in notesync.toml; no command is ever built from a vault.
Sources: https://help.obsidian.md/uri (the path is escaped whole, slashes too), and
https://code.visualstudio.com/docs/configure/command-line, "Opening VS Code with URLs", whose form
VSCodium and Zed have taken over.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import quote

# As in `notesync.vault.config.LINKS`: {whole} is the path from the root of the disk with slashes,
# {all} the same with slashes escaped too, {line} where in the note. A browser doesn't go from a
# page that was served to a file, so ``file`` is there for the dashboard's file only.
ADDRESSES: Mapping[str, str] = {
    "none": "",
    "file": "",
    "obsidian": "obsidian://open?path={all}",
    "vscode": "vscode://file{whole}:{line}",
    "vscodium": "vscodium://file{whole}:{line}",
    "zed": "zed://file{whole}:{line}",
}


@dataclass(frozen=True, slots=True)
class Opener:
    """How a note is opened from the page.

    Attributes:
        name: One of `ADDRESSES`.
        root: The vault's folder.
        live: Whether the page is served.
    """

    name: str = "none"
    root: str = ""
    live: bool = False

    def address(self, path: str, line: int = 1) -> str:
        """What opens this note, "" if nothing does.

        Args:
            path: The note's, as the index has it.
            line: 1-based; 0 is the beginning too.
        """
        if not path or path.startswith("?"):
            return ""
        if self.name == "file":
            return "" if self.live else _quoted(path)
        whole = PurePath(self.root, path).as_posix()
        return ADDRESSES[self.name].format(
            whole=_quoted(whole), all=_quoted(whole, safe=""), line=max(line, 1)
        )


NO_OPENER = Opener()


def _quoted(path: str, safe: str = "/") -> str:
    """Escaped, also bytes that are no UTF-8."""
    return quote(path.encode("utf-8", "surrogateescape"), safe=safe)
