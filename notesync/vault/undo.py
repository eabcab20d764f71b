"""Take back what the last command wrote, if nobody has changed it since.

The journal's steps become actions in the reverse order; each names the digest that its file must
still have. If one of the command's files has changed since, nothing at all is taken back, since
half a rename is worse than either. A command that was stopped midway is rolled back as far as it
can be, since half of it is worse than what somebody saved meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import ClassVar

from notesync.errors import NotesyncError, NotFound
from notesync.vault import journal
from notesync.vault.errors import FileVanished
from notesync.vault.journal import Entry, Step
from notesync.vault.vault import Vault
from notesync.words import N_


class NothingToUndo(NotFound):
    """The journal is empty."""

    sentence = N_("There is nothing to take back.")


class ChangedSince(NotesyncError):
    """A file of the command has other bytes now."""

    sentence = N_(
        'Nothing was taken back, since {paths} changed after "{command}". '
        "To look at the old text: {file}"
    )


@dataclass(frozen=True, slots=True)
class PutBack:
    """Write a note's old bytes, over ours (`expect`) or where it was removed (None)."""

    path: str
    content: bytes
    expect: str | None
    sentence: ClassVar[str] = N_("{path}: as it was before")


@dataclass(frozen=True, slots=True)
class TakeAway:
    """Delete a note that the command had made."""

    path: str
    expect: str
    sentence: ClassVar[str] = N_("{path}: removed, since it was new")


@dataclass(frozen=True, slots=True)
class NameBack:
    """Give a note its old name."""

    path: str
    target: str
    expect: str
    sentence: ClassVar[str] = N_("{path}: called {target} again")


Action = PutBack | TakeAway | NameBack


@dataclass(frozen=True, slots=True)
class Undo:
    """What taking back the last command means.

    Attributes:
        entry: The command.
        actions: What to do, in this order.
    """

    entry: Entry
    actions: tuple[Action, ...]

    @property
    def paths(self) -> tuple[str, ...]:
        """The notes that are meant, as they are called once it is done."""
        names = (each.target if isinstance(each, NameBack) else each.path for each in self.actions)
        return tuple(dict.fromkeys(names))


def plan(vault: Vault) -> Undo:
    """What the last command wrote and what takes it back.

    Raises:
        NothingToUndo: No command has written anything.
        ChangedSince: Somebody has changed one of its files since.
    """
    entry = journal.last(vault.undo_dir())
    if entry is None:
        raise NothingToUndo
    actions, changed = _reversed(vault, entry)
    if changed:
        paths = ", ".join(sorted(set(changed)))
        raise ChangedSince(paths=paths, command=entry.command, file=entry.file)
    return Undo(entry, tuple(actions))


def apply(vault: Vault, undo: Undo, progress: Callable[[int, int], None] | None = None) -> None:
    """Take it back. What is interrupted here goes on where it stopped, the next time.

    Args:
        vault: The vault.
        undo: What `plan` found.
        progress: Told how many of how many actions are done.

    Raises:
        NotesyncError: As of the vault's writing.
    """
    for number, action in enumerate(undo.actions, 1):
        _act(vault, action)
        if progress:
            progress(number, len(undo.actions))
    undo.entry.file.unlink(missing_ok=True)


def roll_back(vault: Vault, entry: Entry) -> None:
    """Take back what a command did before it was stopped; what somebody saved meanwhile stays."""
    for action in _reversed(vault, entry)[0]:
        with suppress(NotesyncError):
            _act(vault, action)
    entry.file.unlink(missing_ok=True)


def _reversed(vault: Vault, entry: Entry) -> tuple[list[Action], list[str]]:
    """What takes a command back, and the paths of its notes that were changed since."""
    now: dict[str, str] = {}
    actions: list[Action] = []
    changed: list[str] = []
    for step, done in reversed(entry.steps):
        after = step.target or step.path
        for path in (step.path, after):
            now.setdefault(path, _digest(vault, path))
        was = step.old if not step.target else ""
        if now[after] == step.new and (not step.target or not now[step.path]):
            actions.append(_reverse(step))
            now[after], now[step.path] = was, step.old
        elif done and now[step.path] != step.old:
            changed.append(after)
    return actions, changed


def _act(vault: Vault, action: Action) -> None:
    match action:
        case PutBack():
            vault.write_bytes(action.path, action.content, action.expect)
        case TakeAway():
            vault.remove(action.path, action.expect)
        case NameBack():
            vault.move(action.path, action.target, action.expect)


def _reverse(step: Step) -> Action:
    if step.target:
        return NameBack(step.target, step.path, step.new)
    if step.before is None:
        return TakeAway(step.path, step.new)
    return PutBack(step.path, step.before.encode(errors="surrogateescape"), step.new or None)


def _digest(vault: Vault, path: str) -> str:
    """The digest of what is there now; "" for nothing."""
    try:
        return vault.read(path).digest
    except FileVanished:
        return ""
