"""Say what the vault holds: its notes by path, kind, name and value, as plain texts, never a note.

Each function is one question about the notes as the index knows them, refreshed. What a typed name
may mean, and whole notes, are `notesync.index.lookup`'s; nothing of that is imported here.
"""

from __future__ import annotations

from notesync.index.store import Store


def holds(store: Store, path: str) -> bool:
    """Whether there is a note at this very path."""
    return bool(store.rows("SELECT 1 FROM notes WHERE path = ?", (path,)))


def holds_below(store: Store, folder: str) -> bool:
    """Whether any note lies in a folder of the vault, at whatever depth."""
    sql = "SELECT 1 FROM notes WHERE path > ? AND path < ? LIMIT 1"
    return bool(store.rows(sql, (f"{folder}/", f"{folder}0")))  # 0 is the sign behind the slash


def size(store: Store) -> int:
    """How many notes there are."""
    return int(store.value("SELECT count(*) FROM notes"))


def paths(store: Store, kind: str = "") -> list[str]:
    """The paths of all notes of a kind ("": of any, plain notes too), sorted."""
    if kind:
        return _texts(store, "SELECT path FROM notes WHERE kind = ? ORDER BY path", kind)
    return _texts(store, "SELECT path FROM notes ORDER BY path")


def private_paths(store: Store) -> frozenset[str]:
    """The paths of the notes that are ``private: yes``."""
    return frozenset(_texts(store, "SELECT path FROM notes WHERE private = 1"))


def paths_of_id(store: Store, uid: str) -> list[str]:
    """The paths of the notes with this ``id``, sorted: one, none, or several after a copy."""
    return _texts(store, "SELECT path FROM notes WHERE uid = ? ORDER BY path", uid)


def newest(store: Store, kind: str = "") -> str:
    """The path of the note of a kind ("": of any) that the index met last; "" without any."""
    test, values = ("WHERE kind = ?", (kind,)) if kind else ("", ())
    sql = f"SELECT path FROM notes {test} ORDER BY id DESC LIMIT 1"
    return str(store.value(sql, values) or "")


def own_names(store: Store, kind: str = "") -> list[str]:
    """What the notes of a kind ("": of all kinds but plain) are called by their files, unsorted."""
    if kind:
        return _texts(store, "SELECT name FROM notes WHERE kind = ?", kind)
    return _texts(store, "SELECT name FROM notes WHERE ours")


def all_names(store: Store, kind: str) -> list[tuple[str, str]]:
    """(path, name or alias) of the notes of a kind, as written; by path, the name first."""
    sql = (
        "SELECT path, names.name FROM names JOIN notes ON notes.id = note WHERE kind = ?"
        " ORDER BY path, rank"
    )
    return [(str(path), str(name)) for path, name in store.rows(sql, (kind,))]


def values_of(store: Store, key: str) -> list[str]:
    """What any note says under a front-matter key, each value once.

    Args:
        store: The index.
        key: The key; it and the values are folded as `notesync.index.folding` has it.
    """
    return _texts(store, "SELECT DISTINCT value FROM fields WHERE key = ?", key)


def linking(store: Store, key: str) -> list[str]:
    """The paths of the notes with a link whose name is `key`, as `folding.link_key` has it."""
    sql = "SELECT DISTINCT path FROM links JOIN notes ON notes.id = note WHERE key = ? ORDER BY 1"
    return _texts(store, sql, key)


def contested(store: Store) -> list[str]:
    """The path of each value that stands in two versions (docs/merge.md, "Records"), sorted.

    A note with two such values is there twice.
    """
    sql = "SELECT path FROM fields JOIN notes ON notes.id = note WHERE key = 'conflicts' ORDER BY 1"
    return _texts(store, sql)


def _texts(store: Store, sql: str, *values: str) -> list[str]:
    """The only column of a query."""
    return [str(text) for (text,) in store.rows(sql, values)]
