"""Bring the index to what the folder holds: compare, then read what differs, in one transaction.

This is the first thing that every command does. An unchanged vault costs one walk and one
comparison of bytes. What the index says afterwards equals what a build from nothing would say, row
for row, whatever happened before; the readers of notes are imported only when there is something
to read. Only who is told by somebody that has seen every change since (`notesync.watch.witness`)
that there was none takes the index as it is.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from notesync.index.damage import Damaged
from notesync.index.look import Known, Progress, Touched, look
from notesync.index.manifest import NoManifest
from notesync.index.store import Store
from notesync.notes.kinds import KindMap
from notesync.vault.vault import Vault

if TYPE_CHECKING:
    from notesync.index.intake import Intake
    from notesync.vault.seals import Seal


class Refreshed(NamedTuple):
    """What a refresh found.

    Attributes:
        generation: The index's, after it.
        added, changed, removed: Paths whose rows are new, other than before, or gone. All notes
            are `added` when the index was built from nothing.
        rebuilt: Why it was built from nothing, a key of `store.REASONS`; None if it wasn't.
        pending: Paths that look half-written and keep their last good state; look again soon.
        writes: How often the index had been written to when it was like that.
    """

    generation: int
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    rebuilt: str | None = None
    pending: tuple[str, ...] = ()
    writes: int = 0


def refresh(
    vault: Vault,
    store: Store,
    *,
    progress: Progress | None = None,
    settle: float = 0.0,
    touched: Touched | None = None,
) -> Refreshed:
    """Bring the index to what the folder holds now.

    Args:
        vault: The folder.
        store: The index; built from nothing if it can't be used as it is.
        progress: Told after each note how many of how many are read.
        settle: Seconds for which a file that was fine and is suddenly empty, or whose header
            suddenly lacks its end, keeps its last good state: an editor may still be writing it.
        touched: The only notes that may have changed, if somebody has seen it all.

    Raises:
        IndexUnusable: The index can't be read or written where it is.
    """
    try:
        return _refresh(vault, store, progress or _silent, settle, touched)
    except Damaged:
        store.distrust("damaged")
        return _refresh(vault, store, progress or _silent, settle)


def vouched(vault: Vault, store: Store, ask: Callable[[int], bool]) -> Refreshed | None:
    """The index as it is, without a look at the folder, if somebody vouches for it.

    Args:
        vault: The folder.
        store: Its index.
        ask: Whether the folder is now what the index said after so many writes.

    Returns:
        None when the folder has to be looked through.

    Raises:
        IndexUnusable: The index can't be read where it is.
    """
    if store.reason:
        return None
    try:
        if store.meta("config") != config_facts(vault.config.kinds):
            return None
        generation, writes = store.generation, store.number("writes")
    except Damaged:
        return None
    return Refreshed(generation, writes=writes) if ask(writes) else None


def _silent(_done: int, _all: int) -> None:
    pass


def _refresh(
    vault: Vault,
    store: Store,
    progress: Progress,
    settle: float,
    touched: Touched | None = None,
) -> Refreshed:
    config = config_facts(vault.config.kinds)
    while True:
        store.follow()
        if not store.reason and store.meta("config") != config:
            store.distrust("config")
        if not store.reason:
            if touched and (found := _glance(vault, store, touched, settle)):
                return found
            return _update(vault, store, progress, settle)
        if built := _build(vault, store, progress, config):
            return built
        # another process has built it meanwhile: what it made is looked at in the same way


def config_facts(kinds: KindMap) -> str:
    """All of notesync.toml that decides how a note is read, as text that can be compared."""
    facts = [sorted(one.items()) for one in (kinds.folders, kinds.types, kinds.conversation_kinds)]
    return json.dumps(facts)


# ---------------------------------------------------------------- from nothing


def _build(vault: Vault, store: Store, progress: Progress, config: str) -> Refreshed | None:
    """Build the index from nothing; None when another process was faster."""
    from notesync.index.intake import Intake  # only who has something to write needs it

    reason = store.reason
    added: list[str] = []
    writes = 0

    def fill(connection: sqlite3.Connection) -> None:
        nonlocal writes
        # A number that no earlier index of this vault can have reached, so that whoever holds an
        # answer from before sees that it is old.
        start = time.time_ns() // 1000
        facts = {"config": config, "generation": start, "writes": start}
        connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", facts.items())
        known = Known()
        connection.execute("INSERT INTO manifest VALUES (?, ?)", (known.walk, known.blob))
        intake = Intake(connection, vault, progress)
        intake.take(known, look(vault, known))
        added.extend(intake.added)
        writes = _writes(connection)

    if not store.build(fill):
        return None
    return Refreshed(store.generation, added=tuple(added), rebuilt=reason, writes=writes)


# ---------------------------------------------------------------- from what is known


def _update(vault: Vault, store: Store, progress: Progress, settle: float) -> Refreshed:
    """Bring a usable index to what the folder holds."""
    if seals := _seals(store):
        now = Refreshed(store.generation, writes=store.number("writes"))
        if vault.as_sealed(seals):
            return now
    known = _remembered(store)
    seen = look(vault, known)
    same = (known.blob, known.walk) == (seen.blob, seen.walk)
    if same and not known.young and seen.seals in (None, known.seals):
        return Refreshed(store.generation, writes=known.writes)

    from notesync.index.intake import Intake  # only who has something to write needs it

    with store.writing() as connection:
        held = _remembered(store)
        if held.writes != known.writes:  # another process has written since, and saw more
            seen = look(vault, held)
        intake = Intake(connection, vault, progress, settle)
        try:
            intake.take(held, seen)
        except NoManifest as error:
            raise store.damaged(error) from error
        return _done(store, connection, intake)


def _glance(vault: Vault, store: Store, touched: Touched, settle: float) -> Refreshed | None:
    """As `_update`, but with a look at these notes only; None when that doesn't do."""
    from notesync.index.glance import Unclear, glance  # only who follows every change needs it

    writes, names = store.names
    known = names if writes == touched.writes else b""
    with suppress(Unclear):
        with store.writing() as connection:
            try:
                intake, names = glance(connection, vault, touched, settle, known)
            except (KeyError, TypeError, ValueError) as error:
                raise store.damaged(error) from error
            done = _done(store, connection, intake)
        store.names = (done.writes, names)
        return done
    return None


def _done(store: Store, connection: sqlite3.Connection, intake: Intake) -> Refreshed:
    return Refreshed(
        store.generation,
        tuple(intake.added),
        tuple(intake.changed),
        tuple(intake.removed),
        pending=tuple(intake.pending),
        writes=_writes(connection),
    )


def _writes(connection: sqlite3.Connection) -> int:
    """Asked within the transaction, so that nobody else's write is counted."""
    found = connection.execute("SELECT value FROM meta WHERE key = 'writes'").fetchone()
    return int(found[0])


def _seals(store: Store) -> tuple[Seal, ...]:
    """What the last look left behind of a very big folder."""
    rows = store.rows("SELECT folder, notes, facts FROM seals ORDER BY folder")
    if not rows:
        return ()
    from notesync.vault.seals import Seal  # of very big vaults only

    return tuple(map(Seal._make, rows))


def _remembered(store: Store) -> Known:
    """What the last look left behind.

    Raises:
        Damaged: It is not there, or makes no sense.
    """
    found = store.rows(
        "SELECT (SELECT value FROM meta WHERE key = 'writes'),"
        " (SELECT value FROM meta WHERE key = 'young'), marks, walk FROM manifest"
    )
    try:
        ((writes, young, blob, walk),) = found
        return Known(
            int(writes), bytes(blob), frozenset(json.loads(young)), str(walk), _seals(store)
        )
    except (TypeError, ValueError) as error:
        raise store.damaged(error) from error
