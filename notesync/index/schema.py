"""The tables of the index, literally: what a note becomes there, and which version this is.

The index is a cache. There are no migrations: when `VERSION` or `READER` has moved on, or when the
tables in a file are not exactly these, the file is dropped and built anew.
"""

from __future__ import annotations

from collections.abc import Mapping

VERSION = 5  # raise it when a table changes
READER = 10  # raise it when notes are read differently: other kinds, fields, foldings, problems

# What is stored in the order of notes; `INDEXES` are made after a first filling, which is faster.
TABLES: Mapping[str, str] = {
    # schema-free facts about the index itself: see `META`
    "meta": "CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID",
    # `ours` is 0 for plain notes; `day` is the last day the note speaks of, for lists; `digest`
    # tells whether the file's content is still the same; `brief` and `rest` are the whole Note.
    "notes": (
        "CREATE TABLE notes (id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE,"
        " kind TEXT NOT NULL, ours INTEGER NOT NULL, name TEXT NOT NULL, uid TEXT NOT NULL,"
        " day TEXT NOT NULL, private INTEGER NOT NULL, digest TEXT NOT NULL, brief TEXT NOT NULL,"
        " rest TEXT NOT NULL)"
    ),
    # every front-matter key, and every field in its canonical form, one row a value, folded
    "fields": (
        "CREATE TABLE fields (note INTEGER NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,"
        " PRIMARY KEY (note, key, value)) WITHOUT ROWID"
    ),
    # `target` as typed, `key` as `names` knows it
    "links": (
        "CREATE TABLE links (note INTEGER NOT NULL, line INTEGER NOT NULL, target TEXT NOT NULL,"
        " key TEXT NOT NULL, PRIMARY KEY (note, line, target)) WITHOUT ROWID"
    ),
    # what a note may be called: its file name (rank 0) and its aliases (rank 1); `key` for links,
    # `folded` for what is typed, `name` as it is written
    "names": (
        "CREATE TABLE names (note INTEGER NOT NULL, rank INTEGER NOT NULL, key TEXT NOT NULL,"
        " folded TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (note, rank, key)) WITHOUT ROWID"
    ),
    # `source` 0: found while walking the folder, 1: found in the file
    "problems": (
        "CREATE TABLE problems (path TEXT NOT NULL, source INTEGER NOT NULL, rank INTEGER NOT NULL,"
        " ours INTEGER NOT NULL, code TEXT NOT NULL, line INTEGER NOT NULL,"
        " place INTEGER NOT NULL, given TEXT NOT NULL, warning INTEGER NOT NULL,"
        " PRIMARY KEY (path, source, rank)) WITHOUT ROWID"
    ),
    # folded text; diacritics are folded before, in the German way
    "fts": (
        "CREATE VIRTUAL TABLE fts USING fts5(name, aliases, tags, header, body,"
        " tokenize = 'unicode61 remove_diacritics 0')"
    ),
    # what the folder looked like when it was last read, one row: see `notesync.index.manifest`;
    # `walk` the problems that the walk met, as JSON; `marks` is big and therefore the last
    "manifest": "CREATE TABLE manifest (walk TEXT NOT NULL, marks BLOB NOT NULL)",
    # folders of a very big vault as they were then, if that can be told: see `notesync.vault.seals`
    "seals": (
        "CREATE TABLE seals (folder TEXT PRIMARY KEY, notes INTEGER NOT NULL,"
        " facts TEXT NOT NULL) WITHOUT ROWID"
    ),
    # remembered: what follows from the notes, a day and a language; the holidays of a region
    "answers": (
        "CREATE TABLE answers (key TEXT PRIMARY KEY, generation INTEGER NOT NULL,"
        " value TEXT NOT NULL) WITHOUT ROWID"
    ),
    "holidays": (
        "CREATE TABLE holidays (region TEXT NOT NULL, year INTEGER NOT NULL, day TEXT NOT NULL,"
        " name TEXT NOT NULL, PRIMARY KEY (region, year, day)) WITHOUT ROWID"
    ),
}
INDEXES: Mapping[str, str] = {
    "notes_kind": "CREATE INDEX notes_kind ON notes (kind, day)",
    "notes_uid": "CREATE INDEX notes_uid ON notes (uid) WHERE uid <> ''",
    "fields_value": "CREATE INDEX fields_value ON fields (key, value)",
    "links_key": "CREATE INDEX links_key ON links (key)",
    "names_key": "CREATE INDEX names_key ON names (key)",
    "names_folded": "CREATE INDEX names_folded ON names (folded)",
}

# The weights that bm25 gives to the columns of `fts`: a name tells more than a word in passing.
WEIGHTS = (10.0, 8.0, 5.0, 3.0, 1.0)

# The keys of `meta`, with what they hold before the first filling.
META: Mapping[str, int | str] = {
    "reader": "",  # `READER` and the package's version, which wrote these rows
    "config": "",  # a digest of what notesync.toml says about reading
    "generation": 0,  # raised whenever a row of a note or of a problem changed
    "writes": 0,  # raised by every transaction that stored a manifest
    # Paths that were too young to be trusted when they were read, as JSON. Not beside the marks:
    # a row is written as a whole.
    "young": "[]",
}

# What the index says about the vault, table by table, without the numbers that SQLite gave: equal
# for two indexes of the same files, whatever their past. `check` and the tests compare these rows.
CONTENT: Mapping[str, str] = {
    "notes": (
        "SELECT path, kind, ours, name, uid, day, private, digest, brief, rest FROM notes"
        " ORDER BY path"
    ),
    "fields": (
        "SELECT path, key, value FROM fields JOIN notes ON notes.id = note ORDER BY 1, 2, 3"
    ),
    "links": (
        "SELECT path, line, target, key FROM links JOIN notes ON notes.id = note ORDER BY 1, 2, 3"
    ),
    "names": (
        "SELECT path, rank, key, folded, names.name FROM names JOIN notes ON notes.id = note"
        " ORDER BY 1, 2, 3"
    ),
    "problems": (
        "SELECT path, source, rank, ours, code, line, place, given, warning FROM problems"
        " ORDER BY 1, 2, 3"
    ),
    "fts": (
        "SELECT path, fts.name, aliases, tags, header, body FROM fts"
        " LEFT JOIN notes ON notes.id = fts.rowid ORDER BY path"
    ),
    "words": (
        "SELECT path, term, col, offset FROM temp.words LEFT JOIN notes ON notes.id = doc"
        " ORDER BY 1, 2, 3, 4"
    ),
    "manifest": "SELECT marks, walk FROM manifest",
}
WORDS = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING fts5vocab('main', 'fts', 'instance')"
