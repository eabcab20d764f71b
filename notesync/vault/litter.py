"""Which names in a vault are notes, and which are the litter that editors and sync tools drop.

Editors write swap files, backups and temporary files beside the note that they save, and sync
programs theirs while they download. None of them is a note.
"""

from __future__ import annotations

import re

SUFFIXES = (".md", ".markdown")

# Our own temporary files. The dot keeps them out of every scan, `.~` is left alone by sync tools.
OURS = ".~notesync-"

_LITTER = re.compile(
    r"""
      \..*                     # dot files and dot folders: .git, .obsidian, .#lock, .x.swp, ._x
    | ~\$.*                    # Office locks
    | .*~                      # backups of vim, emacs, nano, gedit
    | \#.*\#                   # emacs autosave
    | 4913 | 5036              # vim tries whether it may write here
    | .*\.(?:swp|swo|swx|swpx|tmp|temp|bak|part|partial|crdownload|kate-swp)
    | .*___jb_(?:tmp|old|bak)___   # JetBrains
    | .*\.sb-[0-9a-f]+-\w+     # macOS safe save
    | ~syncthing~.*
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)


def is_litter(name: str) -> bool:
    """True for the name of a file or folder that no person made on purpose."""
    return _LITTER.fullmatch(name) is not None


def is_note_name(name: str) -> bool:
    """True for a file name that a note has: ``*.md`` or ``*.markdown`` and no litter."""
    return name.lower().endswith(SUFFIXES) and not name.startswith((".", "~$", "~syncthing~"))
