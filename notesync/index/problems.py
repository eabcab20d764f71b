"""All that a person should look at: what was found in each note, and what only several notes show.

What lies between notes (a link that may mean two of them, an id that stands twice) is worked out
from the names, ids and links in the index when it is asked for. It can't be out of date, and no
note has to be read again because another one appeared.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from notesync.errors import Problem
from notesync.index.store import Store
from notesync.notes import names

_TWICE = "SELECT uid FROM notes WHERE uid <> '' GROUP BY uid HAVING count(*) > 1"
_SHARED = "SELECT key FROM names GROUP BY key HAVING count(DISTINCT note) > 1"


def problems(store: Store, *, everything: bool = False) -> list[Problem]:
    """All problems by path, line and column.

    Args:
        store: The index, refreshed.
        everything: Those of plain notes too.
    """
    with store.reading():
        shared = store.rows(f"{_SHARED} LIMIT 1")
        sources = (*_OF_NOTES, *_OF_NAMES) if shared else _OF_NOTES
        found = [one for source in sources for one in source(store, int(not everything))]
    return sorted(found, key=lambda one: (one.path, one.line, one.column, one.code, one.values))


def count(store: Store) -> int:
    """How many problems our kinds of notes have, warnings left out (``status`` says so)."""
    return sum(not one.warning for one in problems(store))


def paths_with(store: Store, code: str) -> list[str]:
    """The paths of the notes in which a problem of this code was found, sorted."""
    rows = store.rows("SELECT DISTINCT path FROM problems WHERE code = ? ORDER BY path", (code,))
    return [path for (path,) in rows]


def _stored(store: Store, ours: int) -> Iterator[Problem]:
    rows = store.rows(
        "SELECT code, line, place, given, path, warning FROM problems WHERE ours >= ?",
        (ours,),
    )
    for code, line, column, given, path, warning in rows:
        try:
            values = tuple((key, value) for key, value in json.loads(given))
        except (TypeError, ValueError) as error:
            raise store.damaged(error) from error
        yield Problem(code, line, column, values, path, bool(warning))


def _links(store: Store, ours: int) -> Iterator[Problem]:
    """Links that may mean more than one note. Only names that are shared can be ambiguous."""
    rows = store.rows(
        "SELECT notes.path, line, target FROM links JOIN notes ON notes.id = note"
        f" WHERE ours >= ? AND links.key IN ({_SHARED})",
        (ours,),
    )
    if not rows:
        return
    known = _directory(store)
    for path, line, target in rows:
        candidates = names.resolve(known, target, path)
        if len(candidates) > 1:
            yield Problem(
                "link-ambiguous",
                line,
                values=(("value", target), ("candidates", ", ".join(candidates))),
                path=path,
            )


def _directory(store: Store) -> names.Directory:
    """Where the shared names lead; the others can't be meant by the links that are looked at."""
    rows = store.rows(
        "SELECT path, rank, key FROM names JOIN notes ON notes.id = note"
        f" WHERE key IN ({_SHARED}) ORDER BY path"
    )
    aliases: dict[str, list[str]] = {}
    for path, rank, key in rows:
        aliases.setdefault(path, []).extend([key] if rank else [])
    return names.directory((path, tuple(others)) for path, others in aliases.items())


def _ids(store: Store, ours: int) -> Iterator[Problem]:
    """Notes that share an id: sync would take them for one."""
    rows = store.rows(
        "SELECT uid, json_group_array(path) FROM (SELECT uid, path FROM notes"
        f" WHERE uid <> '' AND uid IN ({_TWICE}) AND ours >= ? ORDER BY +path)"
        " GROUP BY uid HAVING count(*) > 1",
        (ours,),
    )
    for uid, paths in rows:
        first, *others = json.loads(paths)
        for path in others:
            yield Problem("id-twice", values=(("value", uid), ("other", first)), path=path)


def _twins(store: Store, ours: int) -> Iterator[Problem]:
    """Files of one folder whose names differ in case or Unicode form only."""
    rows = store.rows(
        "SELECT path FROM names JOIN notes ON notes.id = note"
        f" WHERE rank = 0 AND ours >= ? AND key IN ({_SHARED}) ORDER BY path",
        (ours,),
    )
    firsts: dict[str, str] = {}
    for (path,) in rows:
        first = firsts.setdefault(names.key(path), path)
        if first != path:
            yield Problem("name-twin", values=(("other", first),), path=path, warning=True)


# Each finds one sort of problems in notes whose `ours` is at least the given one; the second ones
# only where several notes share a name.
_OF_NOTES = (_stored, _ids)
_OF_NAMES = (_links, _twins)
