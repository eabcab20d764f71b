"""Which notes have names that another computer can't hold, or takes for one and the same.

A pure look at the list of paths: reserved and too long names, invisible characters, and twins that
differ only by case or by Unicode form, of which Windows and macOS keep one. All are warnings: such
names work here.
"""

from __future__ import annotations

from collections.abc import Iterable

from notesync.errors import Problem
from notesync.notes import names


def check(paths: Iterable[str]) -> list[Problem]:
    """Warnings for names that may be lost elsewhere.

    Args:
        paths: Of all notes.

    Returns:
        Problems by path; what is wrong with a folder is said once.
    """
    problems: list[Problem] = []
    spellings: dict[str, str] = {}  # folded -> the first file or folder of that name
    seen: set[str] = set()
    for path in sorted(paths):
        parts = path.split("/")
        for depth in range(1, len(parts) + 1):
            here = "/".join(parts[:depth])
            if here in seen:
                continue
            seen.add(here)
            if code := names.risk(parts[depth - 1]):
                problems.append(Problem(code, path=here, warning=True))
            first = spellings.setdefault(names.key(here), here)
            if first != here:
                other = (("other", first),)
                problems.append(Problem("name-twin", values=other, path=here, warning=True))
    return problems
