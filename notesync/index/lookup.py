"""Turn a typed name into the notes it may mean, and filters into a sorted list of notes.

A name is first narrowed down by SQLite, so that a big vault isn't read for it; what it means is
then decided by `notesync.notes.names.find` alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from notesync.index.folding import field_value, plain
from notesync.index.search import conditions
from notesync.index.store import Store
from notesync.notes import names
from notesync.notes.note import Note
from notesync.notes.packing import fields_of, unpack_all

DATED = frozenset({"conversation", "review"})  # kinds whose names are a date and somebody's name
_RUNS = re.compile(r"\w+")


class Filter(NamedTuple):
    """What ``list`` may be told. Empty means: anything.

    Attributes:
        kind: A kind of note.
        person: Someone who takes part, is named or linked (``--with``).
        folder: A folder of the vault (``--in``).
        tags: All of them.
        org, city: Values of these fields.
        since, until: ISO days or parts of them, both included, against the note's last day.
        where: Front-matter keys and values.
        sort: ``name``, ``day`` (newest first) or any front-matter key.
        limit: How many at most; 0 for all.
    """

    kind: str = ""
    person: str = ""
    folder: str = ""
    tags: tuple[str, ...] = ()
    org: str = ""
    city: str = ""
    since: str = ""
    until: str = ""
    where: tuple[tuple[str, str], ...] = ()
    sort: str = "name"
    limit: int = 0


class Listed(NamedTuple):
    """One note in a list.

    Attributes:
        path, name, kind: Those of the note.
        day: The last day it speaks of, ISO or part of one, or "".
        fields: Its fields under their keys, text or several texts.
    """

    path: str
    name: str
    kind: str
    day: str
    fields: Mapping[str, Any]

    def text(self, key: str) -> str:
        """A field as one text; "" when absent, the first of several."""
        value = self.fields.get(key, "")
        return value if isinstance(value, str) else next(iter(value), "")


class Bearer(NamedTuple):
    """A note that has a certain name; ``alias`` when it isn't the one of its file."""

    path: str
    kind: str
    alias: bool


def resolve(store: Store, name: str, kinds: Sequence[str] = ()) -> tuple[str, ...]:
    """The paths of the notes that a typed name may mean: one when it is clear, none, or several.

    The first that fits anything wins: full name or alias, first name or another word of the name,
    beginning of a name. A note that bears another's name beside a date (a conversation, a review)
    is meant only when nothing else fits.

    Args:
        store: The index, refreshed.
        name: What was typed; a path is fine too.
        kinds: If not empty, kinds of notes that are meant.
    """
    last = names.stem(names.search_fold(name))
    longest = max(_RUNS.findall(last), key=len, default="")
    tests, values = conditions((), kinds)
    candidates = store.rows(
        "SELECT notes.path, notes.kind, names.name"
        " FROM names JOIN notes ON notes.id = names.note"
        f" WHERE note IN (SELECT note FROM names WHERE instr(folded, ?)) {tests}"
        " ORDER BY notes.path, names.rank",
        (plain(longest), *values),
    )
    called: dict[str, list[str]] = {}
    for path, _, known in candidates:
        called.setdefault(path, []).append(known)
    dated = {path for path, kind, _ in candidates if kind in DATED}
    everyone = [(path, known, tuple(aliases)) for path, (known, *aliases) in called.items()]
    return names.find([one for one in everyone if one[0] not in dated], name) or names.find(
        everyone, name
    )


def near(store: Store, name: str, kinds: Sequence[str] = ()) -> tuple[str, ...]:
    """Names of notes, at most three, that are written much like one that nobody has.

    Whole names count before one of their words. Conversations are called after people: they come
    last, and not at all beside a slip.

    Args:
        store: The index, refreshed.
        name: What was typed.
        kinds: If not empty, kinds of notes that are meant.
    """
    from difflib import get_close_matches  # a name that is known needs neither

    from notesync.notes.likeness import similar

    tests, values = conditions((), kinds)
    rows = store.rows(
        "SELECT names.name, notes.name, kind FROM names JOIN notes ON notes.id = names.note"
        f" WHERE 1 {tests} ORDER BY kind = 'conversation', notes.path, names.rank",
        values,
    )
    talks = {bearer for _, bearer, kind in rows if kind == "conversation"}
    if alike := similar(name, [(bearer, known) for known, bearer, _ in rows]):
        return tuple(one for one in alike if one not in talks)[:3] or alike[:3]
    whole: dict[str, str] = {}
    parts: dict[str, str] = {}
    for known, bearer, _ in rows:
        folded = names.search_fold(known)
        whole.setdefault(folded, bearer)
        for word in folded.split():
            parts.setdefault(word, bearer)
    typed = names.search_fold(name)
    found = [whole[like] for like in get_close_matches(typed, whole, 3, 0.6)]
    found += [parts[like] for like in get_close_matches(typed, parts, 3, 0.75)]
    return tuple(dict.fromkeys(found))[:3]


def bearers(store: Store, key: str) -> list[Bearer]:
    """The notes that are called exactly so: first by their files, then by an alias; then by path.

    Args:
        store: The index, refreshed.
        key: A name as `notesync.notes.names.key` folds it.
    """
    rows = store.rows(
        "SELECT path, kind, min(rank) FROM names JOIN notes ON notes.id = note"
        " WHERE names.key = ? GROUP BY note ORDER BY 3, 1",
        (key,),
    )
    return [Bearer(path, kind, bool(rank)) for path, kind, rank in rows]


def note(store: Store, path: str) -> Note | None:
    """The note at a path, as the index knows it."""
    rows = store.rows("SELECT brief, rest FROM notes WHERE path = ?", (path,))
    return next(iter(notes_of(store, rows)), None)


def select(store: Store, wanted: Filter) -> list[Listed]:
    """All notes that pass a filter, sorted; ties by name, then path."""
    where = list(wanted.where)
    where += [("tags", tag.removeprefix("#")) for tag in wanted.tags]
    where += [(key, value) for key in ("org", "city") if (value := getattr(wanted, key))]
    tests, values = conditions(where, ())
    for test, bound in _more_tests(store, wanted):
        tests += f" AND {test}"
        values += bound
    by_field = wanted.sort not in {"day", "name"}
    found = store.rows(
        f"SELECT path, name, kind, day, brief, {'rest' if by_field else 'NULL'} FROM notes"
        f" WHERE 1 {tests}",
        values,
    )
    found.sort(key=itemgetter(0))  # here, since SQLite would sort the whole of the notes with it
    found.sort(key=lambda row: names.search_fold(row[1]))
    if wanted.sort == "day":
        found.sort(key=lambda row: str(row[3]), reverse=True)
    last = wanted.limit or None
    given: Sequence[Mapping[str, Any]]
    if by_field:
        whole = zip(found, notes_of(store, [row[4:] for row in found]), strict=True)
        ranked = sorted(whole, key=lambda pair: _sort_key(pair[1], wanted.sort))[:last]
        found, given = [row for row, _ in ranked], [note.fields for _, note in ranked]
    else:
        found = found[:last]  # no more are unpacked than are shown
        given = _fields_of(store, [row[4] for row in found])
    return [
        Listed(path, name, kind, day, fields)
        for (path, name, kind, day, *_), fields in zip(found, given, strict=True)
    ]


def count(store: Store, kind: str, key: str, value: str) -> int:
    """How many notes of a kind have a value under a front-matter key, spelled as it may be."""
    tests, values = conditions([(key, value)], (kind,))
    return int(store.value(f"SELECT count(*) FROM notes WHERE 1 {tests}", values))


def notes_of(store: Store, packed: Sequence[tuple[Any, ...]]) -> list[Note]:
    """Notes as they were packed.

    Raises:
        Damaged: Some of them are none.
    """
    try:
        return unpack_all(packed)
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        raise store.damaged(error) from error


def _fields_of(store: Store, lines: Sequence[Any]) -> list[dict[str, Any]]:
    """The same, but only their fields."""
    try:
        return fields_of(lines)
    except (LookupError, TypeError, ValueError) as error:
        raise store.damaged(error) from error


def _more_tests(store: Store, wanted: Filter) -> list[tuple[str, list[str]]]:
    tests: list[tuple[str, list[str]]] = []
    if wanted.kind:  # in the order of the table, not in that of the index of kinds: half the time
        tests.append(("notes.id IN (SELECT id FROM notes WHERE kind = ?)", [wanted.kind]))
    if wanted.folder:
        folder = plain(wanted.folder.strip("/")) + "/"
        tests.append(("substr(notes.path, 1, length(?)) = ?", [folder, folder]))
    if wanted.since:
        tests.append(("notes.day >= ?", [plain(wanted.since)]))
    if wanted.until:
        tests.append(
            ("notes.day <> '' AND substr(notes.day, 1, length(?)) <= ?", [plain(wanted.until)] * 2)
        )
    if wanted.person:
        tests.append(_with(store, wanted.person))
    return tests


def _with(store: Store, person: str) -> tuple[str, list[str]]:
    """Notes whose people or links are this person, under any of her names."""
    meant = [found for path in resolve(store, person, ("contact",)) if (found := note(store, path))]
    called = [person, *(name for one in meant for name in (one.name, *one.aliases))]
    folded = sorted({field_value(name) for name in called})
    keys = sorted({plain(names.key(name)) for name in called})
    test = (
        "(notes.id IN (SELECT note FROM fields WHERE key IN ('people', 'named', 'introduced_by')"
        f" AND value IN ({', '.join('?' * len(folded))}))"
        f" OR notes.id IN (SELECT note FROM links WHERE key IN ({', '.join('?' * len(keys))})))"
    )
    return test, [*folded, *keys]


def _sort_key(note: Note, key: str) -> tuple[bool, str]:
    """By a field, else by the key as typed; notes without it come last."""
    value = note.text(key)
    if not value:
        typed = note.header.get(key, "")
        value = typed if isinstance(typed, str) else next(iter(typed), "")
    return not value, names.search_fold(value)
