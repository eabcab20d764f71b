"""What two devices changed differently: list it, take the other value, or keep the one in place."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass

from notesync.errors import NotFound
from notesync.index import inventory
from notesync.merge import record
from notesync.merge.record import Record
from notesync.notes import document
from notesync.notes.document import Document
from notesync.vault.litter import is_litter
from notesync.words import N_
from notesync.workspace.opening import Workspace
from notesync.workspace.plan import Change, Plan

_COPY = re.compile(r"\.conflict-[0-9a-f]{8}(?=\.|$)")  # as `notesync.merge.files.beside` names them

# Fields of a record that are no keys of the header -> how they are called.
FIELDS = {
    "": N_("text"),
    record.PATH: N_("name"),
    record.FILE: N_("whole note"),
    record.HEADER: N_("header"),
    record.BODY: N_("whole text"),
}


class NoSuchConflict(NotFound):
    """A number that no conflict has."""

    sentence = N_("There is no conflict {number}. notesync conflicts lists them with numbers.")


@dataclass(frozen=True, slots=True)
class Found:
    """One value that stands in two versions.

    Attributes:
        number: From 1, over all notes.
        path: The note.
        record: What was kept.
    """

    number: int
    path: str
    record: Record


def conflicts(workspace: Workspace) -> list[Found]:
    """Everything that stands in two versions, by note."""
    paths = dict.fromkeys(inventory.contested(workspace.store))
    every = [(path, each) for path in paths for each in _records(workspace, path)]
    return [Found(number, path, each) for number, (path, each) in enumerate(every, 1)]


def _records(workspace: Workspace, path: str) -> list[Record]:
    seen = workspace.vault.read(path)
    return [] if seen.readonly else record.records(seen.text)


def copies(workspace: Workspace) -> list[tuple[str, str]]:
    """Files that are kept beside another since they can't be merged, each with that other."""
    root = str(workspace.vault.root)
    found = []
    for folder, below, names in os.walk(root):
        below[:] = sorted(name for name in below if not is_litter(name))
        for name in sorted(names):
            if mark := _COPY.search(name):
                path = os.path.relpath(f"{folder}/{name}", root)
                found.append((path, path[: -len(name)] + name.replace(mark[0], "", 1)))
    return found


def take(workspace: Workspace, number: int) -> Plan:
    """Put the other value in place; the one that stood there is gone then (`undo` has it).

    Args:
        workspace: The vault.
        number: As `conflicts` counts.

    Raises:
        NoSuchConflict: There is none of this number.
    """
    return _resolve(workspace, number, record.take, N_("{path}: took {value}."))


def keep(workspace: Workspace, number: int) -> Plan:
    """Leave what is in place, and let go of the other value (`undo` has it).

    Raises:
        NoSuchConflict: There is none of this number.
    """
    return _resolve(workspace, number, record.drop, N_("{path}: kept {value}."))


def _resolve(
    workspace: Workspace, number: int, change: Callable[[str, int], str], said: str
) -> Plan:
    found = next((each for each in conflicts(workspace) if each.number == number), None)
    if found is None:
        raise NoSuchConflict(number=number)

    def splice(note: Document) -> Document:
        # The note may have changed since: it is the record that is meant, not its number.
        same = [
            each.number
            for each in record.records(note.text)
            if (each.field, each.other) == (found.record.field, found.record.other)
        ]
        text = change(note.text, same[0]) if same else note.text
        return document.read(text, found.path)

    value = found.record.other if change is record.take else found.record.kept
    shown = " ".join(value.split()) or workspace.words.t("nothing")
    told = workspace.words.t(said, path=found.path, value=shown)
    return Plan(f"conflicts {number}", (Change(found.path, splice),), said=told)


def called(found: Found, words: Callable[[str], str]) -> str:
    """What a conflict is about, in the user's words: a key as it is, else what it stands for."""
    return words(FIELDS[found.record.field]) if found.record.field in FIELDS else found.record.field
