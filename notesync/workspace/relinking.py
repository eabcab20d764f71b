"""Turn the links to a note that gets another name into links to that name.

Found are exactly the links that the index counts: in the header and in the body, but not in code
or comments. Of a link only the name changes; its folder, ``.md``, heading and shown text stay.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from notesync.index import inventory, lookup
from notesync.index.folding import link_key
from notesync.notes import document, lines, links, names
from notesync.notes.document import Document
from notesync.notes.outline import blocks, visible
from notesync.notes.refusal import SpliceRefused
from notesync.vault.errors import FileVanished
from notesync.workspace.opening import Workspace
from notesync.workspace.plan import Change, Move, Splice, Step

# A link's target to what it becomes; None when it leads elsewhere.
Rename = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Relinked:
    """What a new name does to the other notes.

    Attributes:
        changes: Path of a note to how many of its links change, and how.
        left: Notes whose links can't be changed, as they can't be written.
    """

    changes: tuple[tuple[Change, int], ...] = ()
    left: tuple[str, ...] = ()


def moving(workspace: Workspace, path: str, new: str, splice: Splice) -> tuple[Step, ...]:
    """The steps that give a note another path, change its text, and lead the links there."""
    own = renames(workspace, path, new, path)
    found = others(workspace, path, new)
    return (
        Change(path, lambda note: splice(relinked(note, own))),
        Move(path, new),
        *(change for change, _ in found.changes),
    )


def others(workspace: Workspace, path: str, new: str) -> Relinked:
    """The notes with links to this one, but for itself."""
    changes, left = [], []
    for source in inventory.linking(workspace.store, link_key(path)):
        if source == path:
            continue
        rename = renames(workspace, path, new, source)
        try:
            seen = workspace.vault.read(source)
        except FileVanished:
            continue
        note = document.read(seen.text, source)
        count = sum(1 for target in _targets(note) if rename(target))
        if seen.readonly or not note.writable:
            left += [source] if count else []
        elif count:
            changes.append((Change(source, _relinking(rename)), count))
    return Relinked(tuple(changes), tuple(left))


def _relinking(rename: Rename) -> Splice:
    return lambda note: relinked(note, rename)


def renames(workspace: Workspace, path: str, new: str, source: str) -> Rename:
    """What becomes of a link in the note `source` when `path` becomes `new`."""
    key = link_key(path)
    sharing = lookup.bearers(workspace.store, key)
    alias = names.stem(path)
    known = names.directory((one.path, (alias,) if one.alias else ()) for one in sharing)
    wanted = names.without_suffix(new)
    stem = wanted.rpartition("/")[2]
    there = lookup.bearers(workspace.store, link_key(new))
    twins = any(not one.alias and one.path != path for one in there)

    def rename(target: str) -> str | None:
        if link_key(target) != key or names.resolve(known, target, source) != (path,):
            return None
        whole = names.without_suffix(target)
        suffix = target[len(whole) :]
        place, slash, _ = whole.rpartition("/")
        return (f"{place}{slash}{stem}" if slash or not twins else wanted) + suffix

    return rename


def relinked(note: Document, rename: Rename) -> Document:
    """The note with its links changed.

    Raises:
        SpliceRefused: The body can't be changed without touching something else.
    """
    for key, value in note.header.items():
        if isinstance(value, str):
            new: str | tuple[object, ...] = rewritten(value, value, rename)
        elif isinstance(value, tuple):
            new = tuple(rewritten(v, v, rename) if isinstance(v, str) else v for v in value)
        else:
            continue
        if new != value:
            with suppress(SpliceRefused):  # the old name stays an alias, so the link stays right
                note = note.set(key, new)  # type: ignore[arg-type]  # of the header's own kind
    for number, old, text in list(_changed_rows(note, rename)):
        note = note.replace_line(number, old, text)
    return note


def rewritten(text: str, shown: str, rename: Rename) -> str:
    """A text with its links changed; `shown` is the text with blanks for what is code."""
    parts, at = [], 0
    for found in links.LINK.finditer(shown):
        target = found["target"].rstrip("\\").strip()
        new = rename(target) if target else None
        if new is not None:
            start = found.start("target") + found["target"].index(target)
            parts += [text[at:start], new]
            at = start + len(target)
    return "".join((*parts, text[at:]))


def _changed_rows(note: Document, rename: Rename) -> Iterator[tuple[int, str, str]]:
    """Number, old text and new text of each line of the body that changes."""
    rows = lines.split(note.body)
    for at, start, text, shown in _text_rows(rows, note.body):
        new = rewritten(text, shown, rename)
        if new != text:
            old = rows[at].rstrip("\r\n")
            yield note.body_line + at, old, old[:start] + new + old[start + len(text) :]


def _text_rows(rows: list[str], body: str) -> Iterator[tuple[int, int, str, str]]:
    """Where links may be: number of the line, offset of its text, the text, that without code."""
    if "[[" not in body:
        return
    for block in blocks(body):
        if "[[" not in block.text:
            continue
        shown = visible(block.text).split("\n")
        for at, text in enumerate(block.text.split("\n"), block.line):
            if "[[" not in text:
                continue
            seen = text.strip()  # an indent may be blanks here and a tab in the row
            indent = len(text) - len(text.lstrip())
            start = rows[at].replace("\0", "\ufffd").rfind(seen)  # as Markdown reads a null
            if start >= 0:  # a line that reads otherwise stays as it is
                typed = rows[at][start : start + len(seen)]
                yield at, start, typed, shown[at - block.line][indent:]


def _targets(note: Document) -> Iterator[str]:
    """The targets of all links that `relinked` would look at."""
    for value in note.header.values():
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, str):
                yield from (link.target for link in links.find(item))
    for _, _, _, shown in _text_rows(lines.split(note.body), note.body):
        yield from (link.target for link in links.find(shown))
