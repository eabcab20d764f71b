"""Turn ``add KIND NAME --KEY VALUE`` into a new note.

Every key of the kind is an option; values may be typed as one says them. A name that is there
already is not taken twice: the note that has it is named instead.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from notesync.errors import UsageError
from notesync.notes import names
from notesync.notes.fields import FIELDS, FieldKey, key_of
from notesync.words import N_
from notesync.workspace import namings, typed
from notesync.workspace.edits import written
from notesync.workspace.new_notes import NameInUse, create, same_name
from notesync.workspace.opening import Workspace
from notesync.workspace.plan import Plan

# The kinds that `add` makes; conversations are what `talk` is for.
KINDS = ("contact", "organization", "question", "opportunity")


class NoName(UsageError):
    """Nothing that could be a name."""

    sentence = N_('Say how it is called, for example: notesync add {kind} "{example}"')


def keys(kind: str) -> tuple[FieldKey, ...]:
    """The keys of a kind that can be given, in their natural order."""
    by_name = {key.name: key for key in FIELDS if kind in key.kinds and key.name != "type"}
    return tuple(by_name[name] for name in typed.natural_order(kind) if name in by_name)


def add(workspace: Workspace, kind: str, name: str, given: Mapping[str, Sequence[str]]) -> Plan:
    """Make a note.

    Args:
        workspace: The vault.
        kind: One of `KINDS`.
        name: Its name.
        given: Canonical key to what was typed for it.

    Raises:
        NameInUse: A note of this kind has that name.
        UsageError: There is no name, or a value can't be meant for its key.
    """
    name = " ".join(name.split())
    if not names.safe_name(name).strip("_. "):
        raise NoName(kind=kind, example="Nora Lind")
    if path := same_name(workspace, kind, name):
        raise NameInUse(name=name, path=path, other=names.stem(path))
    header: dict[str, str | Sequence[str]] = {}
    for key_name, texts in given.items():
        key = key_of(kind, key_name)
        assert key is not None, key_name
        found = written(workspace, key, texts)
        if found:
            header[key.name] = found if typed.listed(key) else found[-1]
    step = create(workspace, kind, name, header)
    said = workspace.words.t("Made {path}.", path=step.path)
    like = namings.persons_like(workspace, name) if kind == "contact" else ()
    told = namings.also(workspace, name, like) if like else ""
    return Plan(f"add {kind} {name}", (step,), said, told, note=step.path)
