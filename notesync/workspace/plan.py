"""Turn what a command intends into files: steps are values, shown by ``--dry-run``, or carried out.

A step says what becomes of one note, as a function of the text that stands there when it is done:
so a note that another program saves meanwhile is read again and the same step is taken on what it
says by then. All steps are tried before the first one writes, so that a refusal changes nothing;
should the disk refuse midway, what was written is taken back. The vault's journal remembers the
last commands, and `take_back` undoes them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace

from notesync.errors import NotesyncError
from notesync.notes import document
from notesync.notes.document import Document
from notesync.notes.refusal import SpliceRefused
from notesync.vault import undo
from notesync.vault.errors import Changed, NotOurs
from notesync.vault.lock import Lock
from notesync.vault.snapshot import Snapshot
from notesync.vault.undo import Undo
from notesync.vault.vault import Vault
from notesync.words import N_, Words

LOCK = "write.lock"
PATIENCE = 60.0  # seconds to wait for another notesync that is writing

# A note as it is to a note as it shall be; None leaves it to the caller to look again.
Splice = Callable[[Document], Document]
Progress = Callable[[int, int], None]


class NotWritten(NotesyncError):
    """A note that a step can't change; ``reason`` is already in the user's language."""

    sentence = N_("{path}: {reason}")


@dataclass(frozen=True, slots=True)
class Change:
    """A note that is there gets another text."""

    path: str
    splice: Splice = field(compare=False)


@dataclass(frozen=True, slots=True)
class Create:
    """A note that is not there yet."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Move:
    """A note gets another path."""

    path: str
    new: str


@dataclass(frozen=True, slots=True)
class Remove:
    """A note that still says `text` goes; `notesync undo` gives it back."""

    path: str
    text: str


Step = Change | Create | Move | Remove


@dataclass(frozen=True, slots=True)
class Plan:
    """What a command is going to write.

    Attributes:
        command: What was typed, for `undo`: "log Carla Voigt thanked".
        steps: In the order in which they are taken; each one alone leaves the vault consistent.
        said: What to tell the user once it is done, in her language.
        next: What follows from it, in her language; "" for nothing.
        note: The path of the note that it is about, for ``--edit``; "" for none.
    """

    command: str = ""
    steps: tuple[Step, ...] = ()
    said: str = ""
    next: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """What a plan would do to one note: its text before and after, "" where there is none."""

    path: str
    before: str
    after: str
    new: str = ""


def preview(vault: Vault, plan: Plan, words: Words) -> Iterator[Difference]:
    """What the steps would change, without writing anything; the text of each note once.

    Raises:
        NotWritten, NotesyncError: A step can't be taken.
    """
    texts: dict[str, Difference] = {}
    places: dict[str, str] = {}  # where a note will be -> where it is now
    shown: dict[tuple[str, bool], Difference] = {}
    for step in plan.steps:
        path = places.get(step.path, step.path)
        if isinstance(step, Move):
            places[step.new] = path
            shown[path, True] = Difference(path, "", "", step.new)
            continue
        if isinstance(step, Create):
            found = Difference(path, "", step.text)
        elif isinstance(step, Remove):
            found = Difference(path, step.text, "")
        else:
            found = texts.get(path) or _as_it_is(vault, path)
            found = replace(found, after=_spliced(step, found.after, words))
        texts[path] = shown[path, False] = found
    yield from (each for each in shown.values() if each.new or each.after != each.before)


def _as_it_is(vault: Vault, path: str) -> Difference:
    seen = vault.read(path)
    if seen.readonly:
        raise NotOurs(path=path)
    return Difference(path, seen.text, seen.text)


def carry_out(
    vault: Vault, plan: Plan, words: Words, progress: Progress | None = None
) -> tuple[str, ...]:
    """Take all steps, or none.

    Args:
        vault: The vault.
        plan: The steps.
        words: The user's words, for a refusal.
        progress: Told how much of it is done, and how much there is.

    Returns:
        The notes that were written, as they are called now.

    Raises:
        NotWritten, NotesyncError: A step can't be taken; everything is as it was.
    """
    tell = progress or _silent
    count = len(plan.steps)
    with writing(vault):
        for number, _ in enumerate(preview(vault, plan, words), 1):
            tell(number, 2 * count)
        done: dict[str, None] = {}
        try:
            with vault.recording(plan.command) as journal:
                for number, step in enumerate(plan.steps, 1):
                    if path := _take(vault, step, words):
                        done[path] = None
                    tell(count + number, 2 * count)
        except BaseException:
            if stopped := journal.entry:
                undo.roll_back(vault, stopped)
            raise
    return tuple(done)


def take_back(vault: Vault, progress: Progress | None = None) -> Undo:
    """Take back what the last command wrote, whole or not at all.

    Args:
        vault: The vault.
        progress: Told how many of how many changes are taken back.

    Raises:
        NothingToUndo: No command has written anything.
        ChangedSince: Somebody has changed one of its notes since.
        NotesyncError: The disk refuses midway; the next call goes on from there.
    """
    with writing(vault):
        found = undo.plan(vault)
        undo.apply(vault, found, progress)
    return found


def writing(vault: Vault) -> Lock:
    """Held while notes are written: two notesync take turns.

    The guard of each single write is made for other programs, whose saves count as they are. Two of
    us would both build on a text that one of them is about to put back.

    Raises:
        Busy: Another one has been writing for longer than `PATIENCE`.
    """
    lock = Lock(vault.state_dir() / LOCK)
    lock.acquire(PATIENCE)
    return lock


def _silent(_done: int, _all: int) -> None:
    pass


def _take(vault: Vault, step: Step, words: Words) -> str:
    """Take one step; returns where the note is now, or "" when it says so already."""
    if isinstance(step, Create):
        vault.write(step.path, step.text, None)
        return step.path
    if isinstance(step, Remove):
        seen = vault.read(step.path)
        if seen.text != step.text:
            raise Changed(path=step.path)
        vault.remove(step.path, seen.digest)
        return step.path
    if isinstance(step, Move):
        for _ in range(3):
            with suppress(Changed):  # somebody saved it just now: its new text moves as well
                vault.rename(step.path, step.new, vault.read(step.path).digest)
                return step.new
        raise Changed(path=step.path)
    differs = False

    def change(seen: Snapshot) -> str:
        nonlocal differs
        after = _spliced(step, seen.text, words)
        differs = after != seen.text
        return after

    vault.edit(step.path, change)
    return step.path if differs else ""


def _spliced(step: Change, text: str, words: Words) -> str:
    try:
        return step.splice(document.read(text, step.path)).text
    except SpliceRefused as refused:
        reason = words.t(refused.sentence, **refused.values)
        raise NotWritten(path=step.path, reason=reason) from refused
