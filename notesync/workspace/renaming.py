"""Turn a new name for a note into the steps that lead every link there.

The old name stays as an alias, so a device that still links to it is right after a sync. Links in
other notes follow; a conversation that carries the name in its own file name stays as it is.
"""

from __future__ import annotations

from dataclasses import dataclass

from notesync.errors import UsageError
from notesync.notes import names
from notesync.notes.document import Document
from notesync.notes.fields import key_of
from notesync.notes.note import Note
from notesync.words import N_
from notesync.workspace import relinking, typed
from notesync.workspace.new_notes import NameInUse, same_name
from notesync.workspace.opening import Workspace
from notesync.workspace.plan import Plan


class SameName(UsageError):
    """Nothing would change."""

    sentence = N_("{path} is called so already.")


@dataclass(frozen=True, slots=True)
class Renaming:
    """A rename, ready to be looked at.

    Attributes:
        plan: What would be written.
        new: The note's new path.
        links: Path of each note to how many of its links change.
        left: Notes that can't be written; their links lead there by the alias.
    """

    plan: Plan
    new: str
    links: tuple[tuple[str, int], ...]
    left: tuple[str, ...]


def rename(workspace: Workspace, note: Note, name: str) -> Renaming:
    """Give a note another name.

    Args:
        workspace: The vault.
        note: The note.
        name: Its new name; where no file name can hold it, it stays as an alias.

    Raises:
        SameName: It is called so.
        NameInUse: Another note of its kind is.
    """
    old = names.stem(note.path)
    called = names.without_suffix(" ".join(name.split()))
    safe = names.safe_name(called)
    place = note.path.rpartition("/")[0]
    new = f"{place}/{safe}.md" if place else f"{safe}.md"
    if new == note.path:
        raise SameName(path=note.path)
    taken = same_name(workspace, note.kind, safe)
    if taken and taken != note.path:
        raise NameInUse(name=safe, path=taken, other=names.stem(taken))
    found = relinking.others(workspace, note.path, new)
    steps = relinking.moving(
        workspace, note.path, new, lambda read: _aliased(read, note, old, safe, called)
    )
    said = workspace.words.t("{old} is called {new} now.", old=old, new=safe)
    plan = Plan(f"rename {old}", steps, said, note=new)
    counts = tuple((change.path, count) for change, count in found.changes)
    return Renaming(plan, new, counts, found.left)


def _aliased(read: Document, note: Note, old: str, new: str, called: str) -> Document:
    """The note with its old name as an alias, and without the new one.

    Args:
        read: The note's text.
        note: The note.
        old: Its old file name.
        new: Its new one.
        called: What it is called, an alias too where no file name can hold it.
    """
    spelled = next(
        (key for key in read.header if (f := key_of(note.kind, key)) and f.name == "aliases"),
        "aliases",
    )
    held = read.get(spelled)
    items = held if isinstance(held, tuple) else (held,) if isinstance(held, str) and held else ()
    texts = [item for item in items if isinstance(item, str)]
    gone = [text for text in texts if names.key(text) == names.key(new)]
    read = read.discard(spelled, *gone) if gone else read
    there = {names.key(new), *map(names.key, texts)}
    added = [name for name in (old, called) if names.key(name) not in there]
    if not added:
        return read
    if held is None:
        return read.set(spelled, added, after=typed.before(read.header, note.kind, "aliases"))
    return read.append(spelled, *added)
