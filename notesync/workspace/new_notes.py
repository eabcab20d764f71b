"""Turn a kind, a name and values into the text of a new note, and find its place in the vault.

New notes look like their neighbours: the kind's folder, the vault's language and line breaks, keys
in their natural order, ``created`` and ``id`` at the end.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence

from notesync.errors import NotesyncError
from notesync.index import inventory, lookup
from notesync.notes import document, lines, names, splice
from notesync.notes.kinds import FOLDERS, default_types
from notesync.vault.errors import FileVanished
from notesync.words import N_
from notesync.workspace import typed
from notesync.workspace.opening import Workspace
from notesync.workspace.plan import Create

# What `type:` says in a German vault; in an English one it is the kind itself.
GERMAN_TYPES: Mapping[str, str] = {
    "contact": "Mensch",
    "conversation": "Gespräch",
    "organization": "Firma",
    "question": "Frage",
    "opportunity": "Chance",
    "review": "Rückblick",
}
# An id needs no vowels (it spells nothing) and no 0, 1, l or o (it can be read aloud).
_LETTERS, _DIGITS, _LENGTH = "bcdfghjkmnpqrstvwxz", "23456789", 10

Header = Mapping[str, str | Sequence[str]]


class NameInUse(NotesyncError):
    """A note of this kind is called so already."""

    sentence = N_('“{name}” is there already: {path}. To change it: notesync edit "{other}"')


def language(workspace: Workspace) -> str:
    """The language in which the vault is written: its own, else the user's."""
    return workspace.vault.config.lang or workspace.words.lang


def same_name(workspace: Workspace, kind: str, name: str) -> str:
    """The path of the note of this kind that has this very name or alias, or ""."""
    for spelled in dict.fromkeys((names.safe_name(name), name)):
        for one in lookup.bearers(workspace.store, names.key(spelled)):
            if one.kind == kind:
                return one.path
    return ""


def folder(workspace: Workspace, kind: str) -> str:
    """Where a new note of this kind goes: as mapped, else where such notes lie by default."""
    config = workspace.vault.config
    usual = config.folder(kind, workspace.words.lang)
    if kind in config.folders or inventory.holds_below(workspace.store, usual):
        return usual
    others = [named[kind] for named in FOLDERS.values() if named[kind] != usual]
    return next((one for one in others if inventory.holds_below(workspace.store, one)), usual)


def link_to(workspace: Workspace, path: str) -> str:
    """What stands between a link's brackets so that it leads to this note and no other."""
    whole = names.without_suffix(path)
    stem = whole.rpartition("/")[2]
    called = [one for one in lookup.bearers(workspace.store, names.key(stem)) if not one.alias]
    # None is called so yet where the note itself is still to be made.
    return stem if len(called) <= 1 else whole


def create(workspace: Workspace, kind: str, name: str, header: Header, body: str = "") -> Create:
    r"""The step that makes a note.

    Args:
        workspace: The vault.
        kind: Its kind.
        name: Its name; what no file name can hold stays as an alias.
        header: Its values by canonical key, as they are to be written.
        body: What stands below the header, with ``\n`` for line breaks.
    """
    safe = names.safe_name(name)
    values = dict(header)
    if safe != " ".join(name.split()):
        values["aliases"] = (*values.get("aliases", ()), name)
    path = f"{folder(workspace, kind)}/{safe}.md"
    return Create(path, _text(workspace, kind, values, body))


def _text(workspace: Workspace, kind: str, header: Header, body: str) -> str:
    """The whole text; what `Document` would read from it is checked to be what was meant."""
    values: dict[str, str | Sequence[str]] = {
        **header,
        "type": _type(workspace, kind),
        "created": header.get("created") or workspace.today.isoformat(),
        "id": header.get("id") or new_id(),
    }
    order = typed.natural_order(kind)
    given = [key for key in order if values.get(key)] + [k for k in values if k not in order]
    style = splice.ListStyle(flow=True)
    rows = [row for key in given for row in splice.key_lines(key, values[key], style)]
    # The empty line below the header is where the first sentence or section begins.
    text = "\n".join(("---", *rows, "---", "", ""))
    if body:
        text += f"{body.strip()}\n"
    read = document.read(text)
    meant = {
        key: value if isinstance(value, str) else tuple(value) for key, value in values.items()
    }
    assert not read.problems, read.problems
    assert read.header == {key: meant[key] for key in given}, read.header
    return text.replace("\n", newline(workspace, kind))


def _type(workspace: Workspace, kind: str) -> str:
    """How the vault says of what kind a note is."""
    usual = default_types()
    own = [name for name, k in workspace.vault.config.kinds.types.items() if k == kind]
    for name in own:
        if name not in usual:
            return name
    return GERMAN_TYPES.get(kind, kind) if language(workspace) == "de" else kind


def newline(workspace: Workspace, kind: str) -> str:
    """The line break of the newest note of this kind, else of any note."""
    path = inventory.newest(workspace.store, kind) or inventory.newest(workspace.store)
    try:
        return lines.newline_before(workspace.vault.read(path).text, 0) if path else "\n"
    except FileVanished:
        return "\n"


def new_id() -> str:
    """A short random text: 10 letters and digits, the first a letter."""
    rest = (secrets.choice(_LETTERS + _DIGITS) for _ in range(_LENGTH - 1))
    return secrets.choice(_LETTERS) + "".join(rest)
