"""Remember what the last commands wrote, so that ``undo`` can take it back.

The record lies in the vault's state folder, readable by its owner only, and holds the texts that
were there before. A note that somebody changed since is never overwritten: then nothing at all is
taken back.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from notesync.errors import NotesyncError, NotFound
from notesync.vault.errors import FileVanished
from notesync.vault.vault import Vault
from notesync.words import N_
from notesync.workspace.plan import Progress, Written, take_back, writing

FILE = "undo.json"
MOST = 20  # commands that are remembered
LARGEST = 20_000_000  # characters of texts that are kept for them


class NothingToUndo(NotFound):
    """No command wrote anything, or its record is gone."""

    sentence = N_("There is nothing to take back.")


class ChangedSince(NotesyncError):
    """A note is not what the command left."""

    sentence = N_(
        "{path} was changed after “{command}”, so nothing was taken back. "
        "To see what it said before, look into git or change it by hand."
    )


@dataclass(frozen=True, slots=True)
class Record:
    """One command and the steps that it took."""

    command: str
    steps: tuple[Written, ...]


def remember(vault: Vault, command: str, steps: Sequence[Written]) -> None:
    """Keep what a command wrote; one whose texts are too long to keep is not undone."""
    if not steps:
        return
    with writing(vault):
        records = [*_load(vault), Record(command, tuple(steps))][-MOST:]
        while sum(map(_size, records)) > LARGEST:
            del records[0]
        _store(vault, records)


def undo(vault: Vault, progress: Progress | None = None) -> Record:
    """Take back what the last command wrote, whole or not at all.

    Args:
        vault: The vault.
        progress: Told how many of how many steps are taken back.

    Returns:
        What was taken back.

    Raises:
        NothingToUndo: There is no such command.
        ChangedSince: One of its notes says something else by now.
    """
    with writing(vault):
        records = _load(vault)
        if not records:
            raise NothingToUndo
        last = records[-1]
        _check(vault, last)
        for number, step in enumerate(reversed(last.steps), 1):
            take_back(vault, step)
            if progress:
                progress(number, len(last.steps))
        _store(vault, records[:-1])
    return last


def last(vault: Vault) -> Record:
    """The command that `undo` would take back.

    Raises:
        NothingToUndo: There is none.
    """
    records = _load(vault)
    if not records:
        raise NothingToUndo
    return records[-1]


def _check(vault: Vault, record: Record) -> None:
    """See to it that every note is as the command left it."""
    expected: dict[str, str] = {}
    for step in record.steps:
        if step.new:
            expected[step.new] = expected.pop(step.path, "")
        else:
            expected[step.path] = step.digest
    for path, digest in expected.items():
        try:
            same = vault.read(path).digest == digest or not digest
        except FileVanished:
            same = False
        if not same:
            raise ChangedSince(path=path, command=record.command)


def _file(vault: Vault) -> Path:
    return vault.state_dir() / FILE


def _size(record: Record) -> int:
    return sum(len(step.before or "") for step in record.steps)


def _load(vault: Vault) -> list[Record]:
    """The records, the newest last; a file that makes no sense holds none."""
    try:
        found = json.loads(_file(vault).read_text(encoding="utf-8"))
        return [
            Record(str(one["command"]), tuple(Written(**step) for step in one["steps"]))
            for one in found
        ]
    except (OSError, ValueError, TypeError, KeyError):
        return []


def _store(vault: Vault, records: Sequence[Record]) -> None:
    file = _file(vault)
    fresh = file.with_suffix(".new")
    text = json.dumps([asdict(record) for record in records])
    with suppress(FileNotFoundError):
        fresh.unlink()
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as out:
        out.write(text)
    fresh.replace(file)
