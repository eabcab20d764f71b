"""Read the notes that differ from what the index knows, and put their rows into its tables.

Runs within one transaction that `notesync.index.refresh` has begun: files in, rows out. A file
whose bytes are the same keeps its rows and gets a new mark only; one that vanishes while it is read
has gone; one that an editor may be in the middle of writing keeps its last good state for a while.
"""

from __future__ import annotations

import itertools
import json
import sqlite3
import time
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing

from notesync.errors import Problem
from notesync.index import manifest, readings
from notesync.index.look import Known, Look, Progress
from notesync.index.manifest import Mark
from notesync.index.readings import Errand, Reading
from notesync.index.rows import FILE, WALK, Rows, problem_rows
from notesync.notes import frontmatter
from notesync.notes.kinds import PLAIN
from notesync.vault.errors import FileVanished
from notesync.vault.snapshot import Snapshot
from notesync.vault.vault import Vault

MANY = 2_000  # new files from which on workers save more time than their start takes
BATCH = 256  # notes whose rows are handed to SQLite at once

# No row is ever replaced: a statement that may do so makes FTS5 write what it has gathered.
INSERT: Mapping[str, str] = {
    "notes": "INSERT INTO notes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "fields": "INSERT INTO fields VALUES (?, ?, ?)",
    "links": "INSERT INTO links VALUES (?, ?, ?, ?)",
    "names": "INSERT INTO names VALUES (?, ?, ?, ?, ?)",
    "problems": "INSERT INTO problems VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "fts": "INSERT INTO fts (rowid, name, aliases, tags, header, body) VALUES (?, ?, ?, ?, ?, ?)",
}
# All that there is of a note.
FORGET: Sequence[str] = (
    "DELETE FROM notes WHERE id = :number",
    "DELETE FROM fields WHERE note = :number",
    "DELETE FROM links WHERE note = :number",
    "DELETE FROM names WHERE note = :number",
    f"DELETE FROM problems WHERE path = :path AND source = {FILE}",
    "DELETE FROM fts WHERE rowid = :number",
)


class Intake:
    """One transaction's work and what has come of it so far.

    Attributes:
        added, changed, removed: Paths of the notes whose rows are other than they were.
        pending: Paths of those that look half-written.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        vault: Vault,
        progress: Progress,
        settle: float = 0.0,
    ) -> None:
        """Begin.

        Args:
            connection: With its transaction open.
            vault: Whose files are read.
            progress: Told how many of the files have been read.
            settle: Seconds for which a file that looks half-written keeps its last good state.
        """
        self.connection = connection
        self.vault = vault
        self.progress = progress
        self.settle = settle
        self.added: list[str] = []
        self.changed: list[str] = []
        self.removed: list[str] = []
        self.pending: list[str] = []
        self._batch: list[Rows] = []

    def take(self, known: Known, seen: Look) -> None:
        """Do whatever it needs to get from what is known to what was seen."""
        old, new = manifest.differing(known.blob, seen.blob, known.young)
        young, other = self.follow(old, new, known.young, seen.now_ns)
        if known.walk != seen.walk:
            self._walked(seen.problems)
        blob = seen.blob
        if other:
            marks = {**manifest.unpack(blob), **other}
            blob = manifest.pack({path: now for path, now in marks.items() if now})
        seals = () if young or other else seen.seals or ()
        self._remember(known, Known(known.writes, blob, young, seen.walk, seals))

    def follow(
        self, old: Mapping[str, Mark], new: Mapping[str, Mark], known: frozenset[str], now_ns: int
    ) -> tuple[frozenset[str], dict[str, Mark | None]]:
        """Read what has to be read to get from `old` marks to `new` ones.

        Args:
            old: As they were.
            new: As they were seen at `now_ns`.
            known: Paths of those that were too young to be trusted.
            now_ns: When looking began, on the clock's own scale in ns.

        Returns:
            Paths of those that are too young now, and the marks that are other than they were
            seen; None of a file that has gone.
        """
        changes = manifest.diff(old, new, known)
        for path in changes.removed:
            self._remove(path)
        young: list[str] = []
        other: dict[str, Mark | None] = {}  # than it was seen
        found = itertools.chain(
            self._add(changes.added, new), self._compare(changes.suspect, old, new)
        )
        for done, (path, now) in enumerate(found, 1):
            if now is not None and manifest.is_young(now, now_ns):
                young.append(path)
            if now != new[path]:
                other[path] = now
            self.progress(done, len(changes.added) + len(changes.suspect))
        self._flush()
        return frozenset(young), other

    def _add(
        self, paths: Sequence[str], new: Mapping[str, Mark]
    ) -> Iterator[tuple[str, Mark | None]]:
        """Read files that are not known yet; each with its mark, None when it has gone."""
        ((last,),) = self.connection.execute("SELECT coalesce(max(id), 0) FROM notes")
        errands = itertools.starmap(Errand, enumerate(paths, last + 1))
        with closing(self._readings(errands, len(paths))) as found:
            for path, reading in zip(paths, found, strict=True):
                if reading is not None:
                    self._put(reading.rows)
                    self.added.append(path)
                yield path, reading and (reading.mark or new[path])

    def _readings(
        self, errands: Iterator[Errand], count: int
    ) -> Generator[Reading | None, None, None]:
        if count < MANY:
            yield from (readings.read(self.vault, errand) for errand in errands)
        else:
            from notesync.index import workers  # what they need takes as long as a dozen notes

            yield from workers.readings(self.vault, errands)

    def _compare(
        self, paths: Sequence[str], old: Mapping[str, Mark], new: Mapping[str, Mark]
    ) -> Iterator[tuple[str, Mark | None]]:
        """Read files that may be other than they were; each with its mark, None when gone."""
        for path in paths:
            try:
                snapshot = self.vault.read(path)
            except FileVanished:
                self._remove(path)
                yield path, None
                continue
            now = readings.mark(snapshot) or new[path]
            digest = readings.digest(snapshot)
            number, stored = self._stored(path)
            if stored != digest:
                if self._half_written(snapshot, old[path]):
                    self.pending.append(path)
                    now = old[path]
                else:
                    self._forget(number, path)
                    self._put(readings.rows_of(snapshot, number, digest, self.vault.config.kinds))
                    self.changed.append(path)
            yield path, now

    def _stored(self, path: str) -> tuple[int, str]:
        """Number and digest of a note as the index has it."""
        found: tuple[int, str] | None = self.connection.execute(
            "SELECT id, digest FROM notes WHERE path = ?", (path,)
        ).fetchone()
        if found is None:
            raise manifest.NoManifest(path)
        return found

    def _half_written(self, snapshot: Snapshot, old: Mark) -> bool:
        """Whether a file that was fine looks as if an editor is still writing it."""
        age = time.time_ns() - snapshot.stat.mtime_ns
        if not 0 <= age < self.settle * 1e9:  # one that lies in the future says nothing
            return False
        if not snapshot.text.strip():
            return old[0] > 0
        fence = frontmatter.split(snapshot.text)
        if fence is None or fence.closed:
            return False
        torn = self.connection.execute(
            "SELECT 1 FROM problems WHERE path = ? AND code = 'header-unclosed'", (snapshot.path,)
        )
        return torn.fetchone() is None

    def _put(self, rows: Rows) -> None:
        """Put a note's rows where they belong, soon."""
        self._batch.append(rows)
        if len(self._batch) >= BATCH:
            self._flush()

    def _flush(self) -> None:
        """Hand the rows that have gathered to SQLite, table by table."""
        batch, self._batch = self._batch, []
        for table, sql in INSERT.items():
            self.connection.executemany(
                sql, [row for note in batch for row in getattr(note, table)]
            )

    def _remove(self, path: str) -> None:
        found = self.connection.execute("SELECT id FROM notes WHERE path = ?", (path,)).fetchone()
        if found is None:  # it was there, but could not become a note
            return
        self._forget(found[0], path)
        self.removed.append(path)

    def _forget(self, number: int, path: str) -> None:
        for sql in FORGET:
            self.connection.execute(sql, {"number": number, "path": path})

    def _walked(self, problems: Iterable[Problem]) -> None:
        """Keep what the walk met, in the order of paths, as it has no notes to travel with."""
        self.connection.execute(f"DELETE FROM problems WHERE source = {WALK}")
        from notesync.notes import reading

        by_path: dict[str, list[Problem]] = {}
        for one in sorted(problems, key=lambda one: (one.path, one.code, one.values)):
            by_path.setdefault(one.path, []).append(one)
        for path, found in by_path.items():
            ours = int(reading.kind_of(path, {}, self.vault.config.kinds) != PLAIN)
            self.connection.executemany(INSERT["problems"], problem_rows(path, WALK, ours, found))

    def _remember(self, known: Known, now: Known) -> None:
        """Keep the marks, and count: a write, and a generation if a row has changed."""
        if now.seals != known.seals:
            self.connection.execute("DELETE FROM seals")
            self.connection.executemany("INSERT INTO seals VALUES (?, ?, ?)", now.seals)
        marks = (now.blob, now.walk)
        if marks != (known.blob, known.walk):
            self.connection.execute("UPDATE manifest SET marks = ?, walk = ?", marks)
        elif now.young == known.young and not self.rows_changed:
            return
        self.count(now.young, walked=now.walk != known.walk)

    @property
    def rows_changed(self) -> bool:
        """Whether the index says anything else than before."""
        return bool(self.added or self.changed or self.removed)

    def count(self, young: frozenset[str], *, walked: bool = False) -> None:
        """Keep which marks are young, and count: a write, and a generation if a row has changed."""
        meta = "UPDATE meta SET value = {} WHERE key = ?"
        self.connection.execute(meta.format("?"), (json.dumps(sorted(young)), "young"))
        self.connection.execute(meta.format("value + 1"), ("writes",))
        if self.rows_changed or walked:
            self.connection.execute(meta.format("value + 1"), ("generation",))
