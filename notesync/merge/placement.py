"""Give every merged file a name that no other has: wishes in, paths out.

Two files that want one path, names that are one for some computers (upper and lower case, Unicode
forms), a file where the other side has a folder: the file that was there before keeps its name, the
other gets a suffix from its id or its bytes. What collided on one side already is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from notesync.merge.files import File, digest, with_suffix
from notesync.merge.renames import note_id
from notesync.notes.names import key

_GIVEN = re.compile(r"\.conflict-[0-9a-f]{8}")
_ROUNDS = 8  # a new name may collide too; that many times is beyond chance


@dataclass(frozen=True, slots=True)
class Wish:
    """A merged file and the path that it wants.

    Attributes:
        path: Where it shall stand.
        file: The file.
        base: Its path in the base, "" when it is new.
        copies: Path to what is kept beside it.
    """

    path: str
    file: File
    base: str = ""
    copies: Mapping[str, File] = field(default_factory=dict)


def placed(
    wishes: Sequence[Wish], versions: Sequence[Mapping[str, File]], unchanged: Collection[str]
) -> dict[str, File]:
    """Path to file, each path once.

    Args:
        wishes: The merged files.
        versions: The files of base, ours and theirs.
        unchanged: The paths that are the same in all trees.
    """
    todo = [
        *wishes, *(Wish(path, file) for wish in wishes for path, file in wish.copies.items())
    ]  # fmt: skip
    todo = _unique(todo)
    for _ in range(_ROUNDS):
        moved = dict(_collisions(todo, versions, unchanged))
        if not moved:
            break
        todo = _unique([moved.get(at, wish) for at, wish in enumerate(todo)])
    return {wish.path: wish.file for wish in sorted(todo, key=lambda wish: wish.path)}


def _unique(wishes: Sequence[Wish]) -> list[Wish]:
    """The wishes, the same file under the same path once."""
    return list({(wish.path, wish.file): wish for wish in wishes}.values())


def _collisions(
    wishes: Sequence[Wish], versions: Sequence[Mapping[str, File]], unchanged: Collection[str]
) -> Iterator[tuple[int, Wish]]:
    """The wishes that must give way, with their new paths."""
    taken = _Taken(versions, unchanged)
    same: dict[str, list[int]] = {}
    for at, wish in enumerate(wishes):
        same.setdefault(key(wish.path), []).append(at)
    fresh = {name for name, ats in same.items() if taken.is_new(wishes, ats)}
    others = taken.others(fresh)
    folders = _folders([wish.path for wish in wishes], taken)
    for name, ats in same.items():
        first, *rest = sorted(ats, key=lambda at: _rank(wishes[at]))
        held = [path for path in others.get(name, ()) if path != wishes[first].path]
        if held and not taken.together((wishes[first].path, *held)):
            rest.insert(0, first)
        for at in rest:
            if at == first or not taken.together((wishes[first].path, wishes[at].path)):
                yield at, _with_other_name(wishes[at])
        if first not in rest and name in folders:
            yield first, _with_other_name(wishes[first])


def _rank(wish: Wish) -> tuple[bool, str, str, bytes]:
    """Who keeps a name: what was there before, then by id, path and bytes."""
    return wish.base != wish.path, note_id(wish.file.data) or "~", wish.path, wish.file.data


def _with_other_name(wish: Wish) -> Wish:
    suffix = _id_suffix(wish.file)
    if not suffix or suffix in wish.path:
        suffix = f".conflict-{digest(wish.file.data)}"
    return replace(wish, path=with_suffix(wish.path, suffix))


def _id_suffix(file: File) -> str:
    name = note_id(file.data)
    plain = "".join(char for char in name if char.isalnum() or char in "-_")
    return f" {plain}" if plain else ""


def gave_way(path: str, other: str, file: File) -> bool:
    """Whether a path is another one with the suffix that an earlier merge gave this file."""
    found = _GIVEN.search(path)
    suffixes = (_id_suffix(file), found.group() if found else "")
    return path in [with_suffix(other, suffix) for suffix in suffixes if suffix]


def _folders(paths: Sequence[str], taken: _Taken) -> set[str]:
    """Keys of paths that are folders after the merge, and of those none on both sides a file."""
    found = set()
    for path in paths:
        parts = path.split("/")[:-1]
        for at in range(1, len(parts) + 1):
            found.add(key("/".join(parts[:at])))
    return {name for name in found if name in taken.files}


@dataclass(slots=True)
class _Taken:
    """The paths of all trees."""

    versions: Sequence[Mapping[str, File]]
    unchanged: Collection[str]
    files: set[str] = field(init=False)

    def __post_init__(self) -> None:
        self.files = {key(path) for version in self.versions for path in version}

    def together(self, paths: Sequence[str]) -> bool:
        """Whether one side has all of these different paths already."""
        if len(set(paths)) < len(paths):
            return False
        return any(
            all(path in version or path in self.unchanged for path in paths)
            for version in self.versions[1:]
        )

    def is_new(self, wishes: Sequence[Wish], ats: Sequence[int]) -> bool:
        """Whether a name is wanted that some side doesn't have."""
        return any(wishes[at].path not in version for at in ats for version in self.versions[1:])

    def others(self, names: Collection[str]) -> dict[str, list[str]]:
        """Key to unchanged paths that have it, of these keys only."""
        found: dict[str, list[str]] = {}
        if names:
            for path in self.unchanged:
                if (name := key(path)) in names:
                    found.setdefault(name, []).append(path)
        return found
