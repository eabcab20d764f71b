"""The book and the holidays come out of the index as they went in."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from notesync.index import books
from notesync.index.public_holidays import UnknownRegion
from notesync.index.refresh import refresh
from notesync.index.store import Store
from notesync.notes import document
from notesync.notes.binding import bind
from notesync.notes.reading import read_note
from notesync.vault.vault import Vault
from tests.index.folders import a_vault

DEMO = Path(__file__).parents[2] / "notesync" / "demo"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    vault = a_vault(tmp_path)
    with Store(vault.state_dir()) as store:
        refresh(vault, store)
        yield store


@pytest.mark.parametrize("lang", ["de", "en"])
def test_the_book_from_the_index_is_the_book_from_the_files(tmp_path: Path, lang: str) -> None:
    vault = Vault.open(DEMO / lang)
    with Store(tmp_path) as store:
        refresh(vault, store)
        loaded = books.load(store)
    kinds = vault.config.kinds
    texts = {stat.path: vault.read(stat.path).text for stat in vault.scan()[0]}
    notes = [read_note(path, document.read(text, path), kinds) for path, text in texts.items()]
    assert loaded == bind(notes)
    assert loaded.contacts


# ------------------------------------------------------------------------ holidays


def test_a_state_has_its_own_holidays(store: Store) -> None:
    hamburg = books.calendar(store, "DE-HH", 2026, 2026)
    assert date(2026, 10, 31) in hamburg  # Reformation Day, in Hamburg since 2018
    assert date(2026, 1, 6) not in hamburg  # Epiphany, in Bavaria
    assert date(2026, 1, 6) in books.calendar(store, "DE-BY", 2026, 2026)


def test_holidays_are_asked_for_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    first = books.calendar(store, "DE-HH", 2025, 2026)
    monkeypatch.setitem(sys.modules, "holidays", None)  # importing it would now raise
    assert books.calendar(store, "DE-HH", 2025, 2026) == first
    assert {day.year for day in books.calendar(store, "DE-HH", 2026, 2026)} == {2026}


def test_a_country_alone_is_a_region(store: Store) -> None:
    assert date(2026, 10, 3) in books.calendar(store, "DE", 2026, 2026)


def test_no_region_has_no_holidays(store: Store) -> None:
    assert books.calendar(store, "", 2026, 2026) == frozenset()


def test_a_year_without_known_holidays_is_not_asked_for_again(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert books.calendar(store, "DE-HH", 1700, 1700) == frozenset()
    monkeypatch.setitem(sys.modules, "holidays", None)
    assert books.calendar(store, "DE-HH", 1700, 1700) == frozenset()


def test_an_unknown_state_lists_those_that_there_are(store: Store) -> None:
    with pytest.raises(UnknownRegion, match="DE-HH, DE-MV"):
        books.calendar(store, "DE-XX", 2026, 2026)


def test_an_unknown_country_lists_those_that_there_are(store: Store) -> None:
    with pytest.raises(UnknownRegion, match="CZ, DE, DJ"):
        books.calendar(store, "QQ", 2026, 2026)


def test_holidays_are_known_even_while_another_process_writes(store: Store) -> None:
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert books.calendar(store, "DE-HH", 2026, 2026)
    assert store.value("SELECT count(*) FROM holidays") == 0
    other.close()
