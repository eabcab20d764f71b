"""Turn three trees of files into the one that holds what both sides did: bytes in, bytes out.

Files are matched first (`notesync.merge.renames`), so that a path is just another field of a file:
one side may rename a note while the other edits it. Then each file is merged by its kind
(`notesync.merge.files`), and last every file gets a name that no other has.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from notesync.merge import notation, renames
from notesync.merge.choice import Dates, three_way
from notesync.merge.conflict import Conflict
from notesync.merge.files import File, Versions, is_note, merge_file
from notesync.merge.note import annotated
from notesync.merge.placement import Wish, gave_way, placed
from notesync.notes.names import stem

__all__ = ["Conflict", "File", "Merged", "Side", "merge_trees"]

EDITED_DELETED, BOTH_RENAMED = "edited-deleted", "both-renamed"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the three trees, as far as it differs from the others.

    Attributes:
        files: By path (parted by ``/``, bytes that are no UTF-8 as surrogates); of each path at
            which any of the three trees differs, what stands there in this one.
        dates: Path to the author date (Unix seconds) of the last commit that touched it on this
            side; a missing one counts as 0.
    """

    files: Mapping[str, File] = field(default_factory=dict)
    dates: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Merged:
    """The merge of two trees.

    Attributes:
        files: What the differing paths become, and any new one; what is absent is deleted.
        conflicts: What was recorded by this merge.
    """

    files: Mapping[str, File]
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class _Known:
    """One file with its path in each tree; "" where it isn't."""

    base: str = ""
    ours: str = ""
    theirs: str = ""


@dataclass(frozen=True, slots=True)
class _Trees:
    base: Side
    ours: Side
    theirs: Side

    def dates(self, known: _Known) -> Dates:
        """When each side last touched a file, or deleted it."""
        return Dates(
            *(
                max(side.dates.get(path, 0) for path in {own or known.base, known.base or own})
                for side, own in ((self.ours, known.ours), (self.theirs, known.theirs))
            )
        )


def merge_trees(base: Side, ours: Side, theirs: Side, unchanged: Collection[str] = ()) -> Merged:
    """Merge two trees. Swapping the sides gives the same files byte for byte.

    Args:
        base: What both sides began with.
        ours: One side.
        theirs: The other.
        unchanged: The paths that are the same in all three trees, so that no new name collides.
    """
    trees = _Trees(base, ours, theirs)
    wishes: list[Wish] = []
    conflicts: list[Conflict] = []
    for known in _known(trees):
        wish, found = _merge_one(trees, known)
        if wish is not None:
            wishes.append(wish)
            conflicts += found
    versions = (base.files, ours.files, theirs.files)
    files = placed(wishes, versions, unchanged)
    order = sorted(set(conflicts), key=lambda c: (c.path, c.field, c.why, c.other, c.kept))
    return Merged(files, tuple(order))


# ---------------------------------------------------------------- which file is which


def _known(trees: _Trees) -> Iterator[_Known]:
    """The files of three trees, each once; in an order that both sides share."""
    data = [
        {path: file.data for path, file in side.files.items()}
        for side in (trees.base, trees.ours, trees.theirs)
    ]
    mine, yours = (_origins(data[0], trees.base, side) for side in (trees.ours, trees.theirs))
    now = [{old: path for path, old in found.items()} for found in (mine, yours)]
    for path in sorted(trees.base.files):
        yield _Known(path, now[0].get(path, ""), now[1].get(path, ""))
    new = [
        {path for path in side.files if path not in found}
        for side, found in ((trees.ours, mine), (trees.theirs, yours))
    ]
    yield from _both_new(data[1], data[2], *new)


def _origins(base: Mapping[str, bytes], old: Side, side: Side) -> dict[str, str]:
    """As `renames.origins`, but links and submodules are never renamed."""
    return renames.origins(
        base,
        {path: file.data for path, file in side.files.items()},
        {
            path
            for files in (old.files, side.files)
            for path, file in files.items()
            if file.kind != File(b"").mode
        },
    )


def _both_new(
    ours: Mapping[str, bytes], theirs: Mapping[str, bytes], mine: set[str], yours: set[str]
) -> Iterator[_Known]:
    """New files: of both sides one where they have the same id, or the same path and no other."""
    ids = [renames.unique_ids(files, new) for files, new in ((ours, mine), (theirs, yours))]
    for name in sorted(ids[0].keys() & ids[1].keys()):
        pair = (ids[0][name], ids[1][name])
        mine.discard(pair[0])
        yours.discard(pair[1])
        yield _Known("", *pair)
    for path in sorted(mine | yours):
        if path in mine and path in yours:
            names = {renames.note_id(files[path]) for files in (ours, theirs)}
            if len(names) == 1 or "" in names:
                yield _Known("", path, path)
                continue
        if path in mine:
            yield _Known("", path, "")
        if path in yours:
            yield _Known("", "", path)


# ---------------------------------------------------------------- what becomes of one


def _merge_one(trees: _Trees, known: _Known) -> tuple[Wish | None, list[Conflict]]:
    """What becomes of one file; None when it is gone."""
    base = trees.base.files.get(known.base)
    ours = trees.ours.files.get(known.ours)
    theirs = trees.theirs.files.get(known.theirs)
    if ours is None or theirs is None:
        return _one_sided(trees, known, base, ours, theirs)
    agreed, path = _path(known, ours, theirs)
    dates = trees.dates(known)
    merged = merge_file(Versions(path, base, ours, theirs, dates))
    conflicts = list(merged.conflicts)
    file = merged.file
    if not agreed:
        lost = min(known.ours, known.theirs)
        date = dates.ours if lost == known.ours else dates.theirs
        file = _renamed(file, path, lost, known.base, date)
        conflicts.append(Conflict(path, notation.PATH, path, lost, BOTH_RENAMED))
    return Wish(path, file, known.base, merged.copies), conflicts


def _path(known: _Known, ours: File, theirs: File) -> tuple[bool, str]:
    """What a file is called that both sides have; False when both gave it another name."""
    agreed, path = three_way(known.base, known.ours, known.theirs)
    if agreed:
        return True, path
    for one, other, file in (
        (known.ours, known.theirs, ours), (known.theirs, known.ours, theirs),
    ):  # fmt: skip
        if gave_way(one, other, file):
            return True, one
        if gave_way(one, known.base, file):  # nobody chose that name
            return True, other
    return False, max(known.ours, known.theirs)


def _one_sided(
    trees: _Trees, known: _Known, base: File | None, ours: File | None, theirs: File | None
) -> tuple[Wish | None, list[Conflict]]:
    """A file that only one side has, or none."""
    file, path = (ours, known.ours) if ours else (theirs, known.theirs)
    if file is None or file == base:
        return None, []
    if base is None:
        return Wish(path, file, ""), []
    dates = trees.dates(known)
    date = dates.theirs if ours else dates.ours
    if is_note(path) and file.kind == base.kind:
        line = notation.noted(notation.FILE, notation.DELETED, None, date)
        file = File(annotated(file.data, (), line), file.mode)
    conflict = Conflict(path, notation.FILE, path, notation.DELETED, EDITED_DELETED)
    return Wish(path, file, known.base), [conflict]


def _renamed(file: File, path: str, lost: str, base: str, date: int) -> File:
    """A note that both sides renamed: the name that lost becomes an alias, and is recorded."""
    if not is_note(path):
        return file
    names = [stem(each) for each in (path, lost)]
    aliases = () if names[0] == names[1] else (names[1],)
    line = notation.noted(notation.PATH, lost, base or None, date)
    return File(annotated(file.data, aliases, line), file.mode)
