"""Turn a list of files into how many notes of which kind they are: what a commit says.

A message never names anybody: what is pushed may be seen by whoever runs the remote, and the
history of a vault is not the place to look people up.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Mapping

from notesync.notes import kinds
from notesync.notes.kinds import KindMap
from notesync.vault.litter import is_note_name
from notesync.words import NN_, Words

HEADER = 4096  # bytes of a note in which its type must stand
_TYPE = re.compile(rb"\A(?:\xef\xbb\xbf)?---\s*\n(?:.*?\n)?type:[ \t]*([^\r\n]*)", re.DOTALL)

# Kind of a note -> how many there are of it.
COUNTS: Mapping[str, tuple[str, str]] = {
    "contact": NN_("{count} person", "{count} people"),
    "conversation": NN_("{count} conversation", "{count} conversations"),
    "organization": NN_("{count} organization", "{count} organizations"),
    "question": NN_("{count} question", "{count} questions"),
    "opportunity": NN_("{count} opportunity", "{count} opportunities"),
    "review": NN_("{count} weekly review", "{count} weekly reviews"),
}
NOTES = NN_("{count} note", "{count} notes")
FILES = NN_("{count} other file", "{count} other files")


def counted(root: str, paths: Iterable[str], kind_map: KindMap, words: Words) -> str:
    """How many files of which kind: ``3 notes: 1 person, 2 conversations``.

    Args:
        root: The vault's folder.
        paths: Of the files; one that is gone counts by its folder.
        kind_map: How the vault tells kinds.
        words: The user's words.
    """
    every = list(paths)
    notes = [path for path in every if is_note_name(path.rpartition("/")[2])]
    found = Counter(kind_of(root, path, kind_map) for path in notes)
    parts = [words.n(*COUNTS[kind], found[kind]) for kind in COUNTS if found[kind]]
    listed = words.n(*NOTES, len(notes)) + (f": {', '.join(parts)}" if parts else "")
    others = words.n(*FILES, len(every) - len(notes)) if len(every) > len(notes) else ""
    return "; ".join(filter(None, (listed if notes else "", others)))


def kind_of(root: str, path: str, kind_map: KindMap) -> str:
    """The kind of a note by its type, else by its folder; a look at its first lines only."""
    try:
        descriptor = os.open(f"{root}/{path}", os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with open(descriptor, "rb") as file:
            found = _TYPE.match(file.read(HEADER))
    except OSError:
        found = None
    if found:
        said = found[1].decode(errors="replace").strip().strip("\"'").casefold()
        return kind_map.types.get(said, kinds.PLAIN)
    folder = path.rpartition("/")[0].casefold()
    while folder and folder not in kind_map.folders:
        folder = folder.rpartition("/")[0]
    return kind_map.folders.get(folder, kinds.PLAIN)
