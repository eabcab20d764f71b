"""Repair what a merge by hand has left: an unmerged index, and marks in notes."""

from __future__ import annotations

from notesync.index import problems
from notesync.merge.note import merge_note
from notesync.notes import document
from notesync.notes.document import Document
from notesync.sync.checkout import Checkout
from notesync.sync.errors import NoRepository, PartOfRepository
from notesync.sync.repair import Repaired, repair, split
from notesync.words import N_
from notesync.workspace.opening import Workspace
from notesync.workspace.plan import Change, Plan

MENDED = N_("Both versions are in the notes now; what contradicts: notesync conflicts")


def repair_index(workspace: Workspace) -> Repaired:
    """Merge what git's index holds in several versions; nothing where there is no git.

    Raises:
        NotesyncError: A file can't be written.
    """
    try:
        with Checkout(workspace.vault, workspace.words, anyhow=True) as checkout:
            return repair(checkout)
    except (NoRepository, PartOfRepository):
        return Repaired((), finished=False)


def repair_marks(workspace: Workspace) -> Plan:
    """Merge the notes in which a merge has left its marks."""
    paths = problems.paths_with(workspace.store, "conflict")
    steps = [Change(path, _mended) for path in paths if _is_marked(workspace, path)]
    return Plan("repair", tuple(steps), said=workspace.words.t(MENDED) if steps else "")


def _is_marked(workspace: Workspace, path: str) -> bool:
    seen = workspace.vault.read(path)
    return not seen.readonly and split(seen.text) is not None


def _mended(note: Document) -> Document:
    found = split(note.text)
    if found is None:
        return note
    base, ours, theirs = (each.encode() for each in found)
    merged = merge_note(base, ours, theirs, dates=(0, 0), path=note.path)
    return document.read(merged.data.decode(), note.path)
