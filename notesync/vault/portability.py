"""Which names another computer can't hold: paths in, warnings out.

A pure look at the list of notes. Of two folders whose names differ only by case or Unicode form,
Windows and macOS make one; of two such notes the index tells, which knows all names anyway.
"""

from __future__ import annotations

from collections.abc import Iterable

from notesync.errors import Problem
from notesync.notes import names


def check(paths: Iterable[str]) -> list[Problem]:
    """Warnings for names that may be lost elsewhere: here they work.

    Args:
        paths: Of all notes.

    Returns:
        Problems by path; what is wrong with a folder is said once, under the folder's path.
    """
    problems: list[Problem] = []
    folders: dict[str, str] = {}  # folded -> the first folder of that name
    seen: set[str] = set()
    for path in sorted(paths):
        parts = path.split("/")
        for depth in range(len(parts), 0, -1):
            here = "/".join(parts[:depth])
            if here in seen:
                break  # and so are all folders above it
            seen.add(here)
            if code := names.risk(parts[depth - 1]):
                problems.append(Problem(code, path=here, warning=True))
            first = folders.setdefault(names.key(here), here) if depth < len(parts) else here
            if first != here:
                other = (("other", first),)
                problems.append(Problem("name-twin", values=other, path=here, warning=True))
    return sorted(problems, key=lambda each: (each.path, each.code))
