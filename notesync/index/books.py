"""Read the `Book` and the public holidays from the index: all that the views need, but the day.

Only our kinds of notes are read, and of them what was understood, never their bodies.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from notesync.errors import Unusable
from notesync.index import public_holidays
from notesync.index.store import Store
from notesync.notes.binding import bind_briefs
from notesync.notes.book import Book
from notesync.notes.packing import Brief, briefs

if TYPE_CHECKING:
    from notesync.notes.recall import Recall


def load(store: Store, recall: Recall | None = None) -> Book:
    """All notes of our kinds, bound.

    Args:
        store: The index.
        recall: What was made of the notes before, for whoever asks again and again.

    Raises:
        Damaged: The index doesn't hold what it should.
    """
    with store.reading():
        if recall is None:
            return bind_briefs(lambda kind: _briefs(store, kind))
        try:
            return recall.bind(lambda kind: _lines(store, kind))
        except (TypeError, ValueError) as error:
            raise store.damaged(error) from error


def _lines(store: Store, kind: str) -> Sequence[str]:
    rows = store.rows("SELECT path, brief FROM notes WHERE kind = ?", (kind,))
    rows.sort()  # nearly in order already; SQLite would move each brief about
    return [brief for _, brief in rows]


def _briefs(store: Store, kind: str) -> Iterator[Brief]:
    try:
        yield from briefs(_lines(store, kind))
    except (TypeError, ValueError) as error:
        raise store.damaged(error) from error


def calendar(store: Store, region: str, first_year: int, last_year: int) -> frozenset[date]:
    """The public holidays of a region, from the index where they were asked for before.

    Args:
        store: The index.
        region: A country, or a country and a part of it: ``DE``, ``DE-HH``. "" has none.
        first_year: The first that counts.
        last_year: The last that counts.

    Raises:
        UnknownRegion: There is no such region, or its holidays aren't known.
    """
    if not region:
        return frozenset()
    years = range(first_year, last_year + 1)
    rows = store.rows(
        "SELECT year, day FROM holidays WHERE region = ? AND year BETWEEN ? AND ?",
        (region, first_year, last_year),
    )
    missing = set(years) - {year for year, _ in rows}
    days = {day for _, day in rows}
    if missing:
        fresh = [row for year in sorted(missing) for row in _year(region, year)]
        days |= {day for _, _, day, _ in fresh}
        _keep(store, fresh)
    return frozenset(date.fromisoformat(day) for day in days if day)


def _year(region: str, year: int) -> list[tuple[str, int, str, str]]:
    """A year's holidays as rows; one without a day if it has none, so that it is known."""
    named = public_holidays.dates(region, year)
    rows = [(region, year, day.isoformat(), name) for day, name in sorted(named.items())]
    return rows or [(region, year, "", "")]


def _keep(store: Store, rows: list[tuple[str, int, str, str]]) -> None:
    """Remember holidays, unless the index is just being written: then another time."""
    try:
        with store.writing(patience=0.0) as connection:
            connection.executemany("INSERT OR REPLACE INTO holidays VALUES (?, ?, ?, ?)", rows)
    except (Unusable, sqlite3.Error):
        return
