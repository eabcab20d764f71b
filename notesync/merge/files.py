"""Merge one file that both sides changed, by what kind of file it is: bytes in, bytes out.

`STRATEGIES` says which files are merged how. What can't be merged is kept twice: the winner under
the file's name, the other beside it under a name that only its own bytes decide.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from notesync.merge import form, settings
from notesync.merge.choice import Dates, three_way
from notesync.merge.conflict import Conflict
from notesync.merge.note import merge_note

LINK, SUBMODULE, EXECUTABLE, PLAIN = "120000", "160000", "100755", "100644"
LARGEST = 1 << 20  # bytes of a file that is merged
BOTH_FILES = "both-files"
_LONGEST_NAME = 255  # bytes, on every file system in use


@dataclass(frozen=True, slots=True)
class File:
    """What git stores at a path.

    Attributes:
        data: The blob's bytes; of a submodule its commit's id in hexadecimal.
        mode: Git's: ``100644``, ``100755``, ``120000`` (a link), ``160000`` (a submodule).
    """

    data: bytes
    mode: str = PLAIN

    @property
    def kind(self) -> str:
        """What it is, whether executable or not."""
        return PLAIN if self.mode == EXECUTABLE else self.mode


@dataclass(frozen=True, slots=True)
class MergedFile:
    """One file after the merge.

    Attributes:
        file: What stands under its name.
        copies: Path to what is kept beside it.
        conflicts: What was recorded.
    """

    file: File
    copies: dict[str, File] = field(default_factory=dict)
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class Versions:
    """Three versions of one file; the side that wins where nothing else decides is ours."""

    path: str
    base: File | None
    ours: File
    theirs: File
    dates: Dates

    @property
    def ordered(self) -> Versions:
        """The same with the winner first (the later, then the larger): no side is special."""
        ours = (self.dates.ours, self.ours.data, self.ours.mode)
        if ours >= (self.dates.theirs, self.theirs.data, self.theirs.mode):
            return self
        dates = Dates(self.dates.theirs, self.dates.ours)
        return Versions(self.path, self.base, self.theirs, self.ours, dates)


Strategy = Callable[[Versions], MergedFile]


def _note(versions: Versions) -> MergedFile:
    """By header and body, see `notesync.merge.note`."""
    if not _mergeable(versions):
        return _both(versions)
    base = versions.base.data if versions.base else None
    dates = (versions.dates.ours, versions.dates.theirs)
    merged = merge_note(
        base, versions.ours.data, versions.theirs.data, dates=dates, path=versions.path
    )
    return MergedFile(File(merged.data, _mode(versions)), conflicts=merged.conflicts)


def _lines(versions: Versions) -> MergedFile:
    """The union of both sides' lines."""
    if not _mergeable(versions):
        return _both(versions)
    base, ours, theirs = _texts(versions)
    text = settings.merge_lines(base.text, ours.text, theirs.text)
    return MergedFile(_written(versions, text, base, ours, theirs))


def _settings(versions: Versions) -> MergedFile:
    """Key by key."""
    if not _mergeable(versions):
        return _both(versions)
    base, ours, theirs = _texts(versions)
    merged = settings.merge_settings(
        base.text, ours.text, theirs.text, versions.dates, versions.path
    )
    if merged is None:
        return _both(versions)
    return MergedFile(_written(versions, merged[0], base, ours, theirs), conflicts=merged[1])


def _later(versions: Versions) -> MergedFile:
    """The later one, and no copy: what an editor remembers of its windows is nobody's words."""
    return MergedFile(versions.ours)


def _both(versions: Versions) -> MergedFile:
    """Both, the other under a name of its own; of a submodule the winner only."""
    won, lost = versions.ours, versions.theirs
    if SUBMODULE in (won.mode, lost.mode):
        kept, other = (_shown(each) for each in (won, lost))
        conflict = Conflict(versions.path, "", kept, other, BOTH_FILES)
        if lost.mode == SUBMODULE:
            return MergedFile(won, conflicts=(conflict,))
        return MergedFile(won, {beside(versions.path, lost): lost}, (conflict,))
    if won.data == lost.data and won.kind == lost.kind:
        return MergedFile(File(won.data, _mode(versions)))
    copy = beside(versions.path, lost)
    conflict = Conflict(versions.path, "", versions.path, copy, BOTH_FILES)
    return MergedFile(won, {copy: lost}, (conflict,))


# Pattern of a path -> how it is merged when both sides changed it. The first that fits is taken.
STRATEGIES: tuple[tuple[re.Pattern[str], Strategy], ...] = (
    (re.compile(r"(?:.*/)?\.obsidian/workspace[^/]*\.json"), _later),
    (re.compile(r"(?:.*/)?\.git(?:ignore|attributes)"), _lines),
    (re.compile(r"notesync\.toml"), _settings),
    (re.compile(r"(?s:.*)\.(?:md|markdown|txt)", re.IGNORECASE), _note),
    (re.compile(r"(?s:.*)"), _both),
)


def strategy(path: str) -> Strategy:
    """How a file of this path is merged."""
    return next(each for pattern, each in STRATEGIES if pattern.fullmatch(path))


def is_note(path: str) -> bool:
    """Whether a file is merged as a note, and can hold records."""
    return strategy(path) is _note


def merge_file(versions: Versions) -> MergedFile:
    """Merge one file: bytes, mode and kind; swapping the sides gives the same."""
    base, ours, theirs = versions.base, versions.ours, versions.theirs
    agreed, data = three_way(
        (base.data, base.kind) if base else None, (ours.data, ours.kind), (theirs.data, theirs.kind)
    )
    if agreed and data is not None:
        mode = _mode(versions) if data[1] == PLAIN else data[1]
        return MergedFile(File(data[0], mode))
    if ours.kind == theirs.kind == PLAIN:
        return strategy(versions.path)(versions.ordered)
    return _both(versions.ordered)


def _mode(versions: Versions) -> str:
    """Whether it is executable: what one side changed; new on both, when one says so."""
    ours, theirs = versions.ours, versions.theirs
    modes = [each.mode for each in (ours, theirs) if each.kind == PLAIN]
    if len(modes) < 2:  # noqa: PLR2004 -- one side is no plain file
        return modes[0]
    agreed, mode = three_way(versions.base.mode if versions.base else None, *modes)
    return mode if agreed and mode else max(modes)


def _mergeable(versions: Versions) -> bool:
    sides = (versions.ours.data, versions.theirs.data)
    return all(len(data) <= LARGEST and form.is_text(data) for data in sides)


def _texts(versions: Versions) -> tuple[form.Text, form.Text, form.Text]:
    base = versions.base.data if versions.base else b""
    old = form.read(base) if form.is_text(base) else form.Text()
    return old, form.read(versions.ours.data), form.read(versions.theirs.data)


def _written(
    versions: Versions, text: str, base: form.Text, ours: form.Text, theirs: form.Text
) -> File:
    shape = form.merged(base.form if base.text else None, ours.form, theirs.form)
    return File(form.write(text, shape, (base, ours, theirs)), _mode(versions))


def _shown(file: File) -> str:
    return file.data.decode("utf-8", "replace") if file.mode == SUBMODULE else f"({file.mode})"


# ---------------------------------------------------------------- names


def digest(data: bytes) -> str:
    """Eight letters that only these bytes decide."""
    return hashlib.sha256(data).hexdigest()[:8]


def beside(path: str, file: File) -> str:
    """The name of a copy: ``photo.conflict-1a2b3c4d.jpg``."""
    return with_suffix(path, f".conflict-{digest(file.data)}")


def with_suffix(path: str, suffix: str) -> str:
    """A path with something before its extension, cut to what file systems can hold."""
    folder, slash, name = path.rpartition("/")
    stem, dot, extension = name.rpartition(".")
    if not stem:
        stem, dot, extension = name, "", ""
    room = _LONGEST_NAME - len(_bytes(suffix + dot + extension))
    while len(_bytes(stem)) > room and stem:
        stem = stem[:-1]
    return f"{folder}{slash}{stem}{suffix}{dot}{extension}"


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")
