"""Turn a `Document` into a `Note`: its kind, its typed fields and the facts in its body.

Any text gives a note. What is wrong in it is among its problems, those of the document first; a
value that can't be read stays in the header as typed. Nothing is resolved here and no other note
is looked at.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import partial

from notesync.errors import Problem, problem
from notesync.notes import lines, links, names, schema, values
from notesync.notes.body import read_body
from notesync.notes.document import Document
from notesync.notes.fields import folded_key, key_of
from notesync.notes.frontmatter import HeaderValue, Nested
from notesync.notes.kinds import KINDS, PLAIN, KindMap
from notesync.notes.note import Field, Note

ME = "me.md"
# The first line of a piece that a sync has kept beside the one in place.
_CONFLICT = re.compile(
    r"^<!-- conflict(?:(?: header| body)?(?: \(\d{4}-\d{2}-\d{2}\))?|: .* -->)$", re.MULTILINE
)
_DATED_NAME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")
_KEPT_BACK = re.compile(
    r"""^["'{ \t]*(?:private|privat|vertraulich)["']?[ \t]*[:=]""", re.MULTILINE | re.IGNORECASE
)


def read_note(path: str, document: Document, kinds: KindMap) -> Note:
    """Read one note.

    Args:
        path: Relative to the vault, ``/`` between parts.
        document: Its text.
        kinds: How the vault says of what kind a note is.
    """
    path = unicodedata.normalize("NFC", path)
    name = names.stem(path)
    kind = kind_of(path, document.header, kinds)
    fields, problems = schema.read_fields(kind, document.header, partial(_place, document))
    if not document.header and not document.writable and _KEPT_BACK.search(document.text):
        fields["private"] = "yes"  # its header can't be read: in doubt nothing of it is shown
    found: tuple[Problem, ...] = ()
    if kind == "conversation":
        found = _complete(fields, name, document.header)
        if "kind" not in fields and (said := _by_folder(path, kinds.conversation_kinds)):
            fields["kind"] = said
    elif kind == "review" and "week" not in fields and (week := values.week(name[:8])):
        fields["week"] = week
    facts = read_body(document.body, document.body_line, kind)
    return Note(
        path=path,
        name=name,
        kind=kind,
        fields=fields,
        header={
            key: value if isinstance(value, str) else _field(value)
            for key, value in document.header.items()
        },
        id=_first(fields.get("id", "")),
        aliases=_all(fields.get("aliases", ())),
        tags=tuple(dict.fromkeys((*_all(fields.get("tags", ())), *facts.tags))),
        log=tuple(facts.log),
        insights=tuple(facts.insights),
        surprises=tuple(facts.surprises),
        promises=tuple(facts.promises),
        named=(*_named(fields, document), *facts.named),
        links=(*_header_links(document), *facts.links),
        conflicts=_conflicts(document),
        problems=(*document.problems, *problems, *found, *facts.problems),
    )


def kind_of(path: str, header: Mapping[str, HeaderValue], kinds: KindMap) -> str:
    """The kind of a note: by its ``type:``, else by the nearest folder that says one."""
    for key, value in header.items():
        if folded_key(key) in {"type", "typ"} and (typed := _first(_field(value)).strip()):
            link = links.whole(typed)
            said = names.key(link.display if link else typed)
            return kinds.types.get(said, PLAIN)
    if names.key(path) == ME:
        return "me"
    found = _by_folder(path, kinds.folders)
    return found if found in KINDS else PLAIN  # what waits in the inbox is of no kind yet


def _by_folder(path: str, table: Mapping[str, str]) -> str:
    """What a table says of the nearest folder above a path that it knows; "" for none."""
    folder = names.key(path).rpartition("/")[0]
    while folder:
        if folder in table:
            return table[folder]
        folder = folder.rpartition("/")[0]
    return ""


def _complete(
    fields: dict[str, Field], name: str, header: Mapping[str, HeaderValue]
) -> tuple[Problem, ...]:
    """Fill in what a conversation's ``date:`` and file name say of its day and time.

    Whom a file name means is settled by `notesync.notes.binding`, which knows everybody.
    """
    typed = next((value for key, value in header.items() if _is(key, "date") and value), None)
    if isinstance(typed, str) and (moment := values.moment(typed)) and moment[1]:
        fields.setdefault("time", moment[1])
    dated = _DATED_NAME.match(name)
    if typed or dated is None:
        return ()
    if day := values.day(dated.group()):
        fields["date"] = day
        return ()
    return (problem("bad-date", value=dated.group()),)


def _is(typed: str, name: str) -> bool:
    key = key_of("conversation", typed)
    return key is not None and key.name == name


def _place(document: Document, key: str, value: str) -> tuple[int, int]:
    """Line and column of a value under a key, both from 1; column 0 when only the key is found."""
    first = document.key_line(key)
    if first is None:
        return 0, 0
    rows = lines.split(document.text[: document.body_start])
    sought = value.strip()
    for number, row in enumerate(rows[first - 1 :], first):
        if number > first and row[:1] not in " \t-#\r\n":
            break
        at = row.find(sought, len(key) if number == first else 0)
        if at >= 0:
            return number, at + 1
    return first, 0


def _named(fields: Mapping[str, Field], document: Document) -> Iterator[tuple[str, int]]:
    """The people of ``named:``, each with the line at which it stands."""
    named = _all(fields.get("named", ()))
    if not named:
        return
    rows = lines.split(document.text[: document.body_start])
    keys = [key for key in document.header if _is(key, "named")]
    first = at = min(document.key_line(key) or 0 for key in keys)
    for name in named:
        found = next((n for n in range(max(at, 1), len(rows) + 1) if name in rows[n - 1]), 0)
        at = found or at
        yield name, found or first


def _header_links(document: Document) -> list[tuple[str, int]]:
    """The links of the header with their lines; those in comments don't count."""
    top = document.text[: document.body_start]
    return [
        (link.target, 1 + lines.count(top, 0, link.start))
        for link in links.find(top)
        if not link.attachment and not _in_comment(top, link.start)
    ]


def _in_comment(top: str, at: int) -> bool:
    """Whether the header's line that holds this offset is a comment."""
    return top[lines.begin(top, at) : at].lstrip().startswith("#")


def _conflicts(document: Document) -> tuple[str, ...]:
    """What a sync has recorded (docs/merge.md, "Records"), in the header and in the body."""
    lines = filter(None, _all(_field(document.header.get("conflicts", ""))))
    comments = _CONFLICT.finditer(document.body) if "<!-- conflict" in document.body else ()
    return (*lines, *(found[0] for found in comments))


def _field(value: HeaderValue) -> Field:
    """A header's value without structure: a map or a list in a list is its source."""
    if isinstance(value, tuple):
        return tuple(item.raw if isinstance(item, Nested) else item for item in value)
    return value.raw if isinstance(value, Nested) else value


def _first(value: Field) -> str:
    return value if isinstance(value, str) else next(iter(value), "")


def _all(value: Field) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value
