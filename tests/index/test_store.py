"""The index file: who may see it, what is remembered, and what happens when it can't be used."""

from __future__ import annotations

import os
import sqlite3
import stat
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from notesync.index.damage import Damaged, IndexUnusable
from notesync.index.refresh import refresh
from notesync.index.store import Store
from notesync.vault.vault import Vault
from tests.index.folders import a_vault, from_nothing, write


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return a_vault(tmp_path, Anna="# Anna\n")


@pytest.fixture
def store(vault: Vault) -> Iterator[Store]:
    with Store(vault.state_dir()) as store:
        refresh(vault, store)
        yield store


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_only_its_owner_may_look_into_it(tmp_path: Path) -> None:
    vault = a_vault(tmp_path, Anna="secret")
    before = os.umask(0)
    try:
        with Store(vault.root / ".notesync") as store:
            refresh(vault, store)
            write(vault.root, "more.md", "more")
            refresh(vault, store)
            modes = {file.name: mode(file) for file in store.path.parent.iterdir()}
    finally:
        os.umask(before)
    assert mode(vault.root / ".notesync") == 0o700
    assert modes == dict.fromkeys(["index.db", "index.db-wal", "index.db-shm", "index.lock"], 0o600)


@pytest.mark.parametrize("name", ["100% sure?", "#1 & 2%20", "Ä: ü=ß", "a?mode=memory", "\udcff"])
def test_a_folder_may_have_any_name(name: str, tmp_path: Path) -> None:
    folder = tmp_path / name
    folder.mkdir()
    vault = a_vault(folder, Anna="secret")
    for expected in (1, 0):
        with Store(vault.state_dir()) as store:
            assert len(refresh(vault, store).added) == expected
    assert (folder / ".notesync" / "index.db").stat().st_size


def test_a_new_index_says_so_until_it_is_built(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        assert store.reason == "new"
        with pytest.raises(Damaged):
            store.rows("SELECT 1")


def test_closing_twice_is_harmless(store: Store) -> None:
    store.close()
    store.close()


# ------------------------------------------------------------------------ memory


def test_an_answer_is_remembered_until_a_note_changes(vault: Vault, store: Store) -> None:
    assert store.answer("status 2026-05-12 de") is None
    assert store.remember("status 2026-05-12 de", "{}", store.generation)
    assert store.answer("status 2026-05-12 de") == "{}"
    assert store.answer("status 2026-05-13 de") is None
    write(vault.root, "contacts/Anna.md", "changed")
    refresh(vault, store)
    assert store.answer("status 2026-05-12 de") is None


def test_an_answer_that_was_damaged_is_none_and_may_be_given_again(store: Store) -> None:
    assert store.remember("status", {"steps": [1, None, "ü"]}, store.generation)
    with store.writing() as connection:
        connection.execute("UPDATE answers SET value = substr(value, 1, 9)")
    assert store.answer("status") is None
    assert store.remember("status", {"steps": []}, store.generation)
    assert store.answer("status") == {"steps": []}


def test_an_answer_from_before_a_change_is_not_kept(vault: Vault, store: Store) -> None:
    before = store.generation
    write(vault.root, "contacts/Anna.md", "changed")
    refresh(vault, store)
    assert not store.remember("status", "{}", before)
    assert store.answer("status") is None


def test_a_rebuilt_index_never_repeats_a_generation(vault: Vault, store: Store) -> None:
    before = store.generation
    store.distrust("damaged")
    assert refresh(vault, store).generation > before


def test_old_answers_do_not_pile_up(vault: Vault, store: Store) -> None:
    for text in ("one", "two"):
        write(vault.root, "contacts/Anna.md", text)
        store.remember("status", text, refresh(vault, store).generation)
        store.remember("next", text, store.generation)
    assert store.value("SELECT count(*) FROM answers") == 2


def test_nothing_is_remembered_while_another_process_writes(store: Store) -> None:
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert not store.remember("status", "{}", store.generation)
    other.execute("ROLLBACK")
    other.close()
    assert store.remember("status", "{}", store.generation)


# ------------------------------------------------------------------------ transactions


def test_what_fails_half_way_leaves_nothing(store: Store) -> None:
    before = store.content()
    with suppress(ZeroDivisionError), store.writing() as connection:
        connection.execute("DELETE FROM notes")
        raise ZeroDivisionError
    assert store.content() == before


def test_reading_sees_one_instant(vault: Vault, store: Store) -> None:
    with Store(vault.state_dir()) as other, store.reading():
        before = store.content()
        write(vault.root, "new.md", "new")
        assert refresh(vault, other).added
        assert store.content() == before
    assert store.content() != before


def test_a_refresh_waits_for_another_one(vault: Vault, store: Store) -> None:
    other = sqlite3.connect(store.path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    write(vault.root, "new.md", "new")
    ending = threading.Timer(0.2, other.execute, ("ROLLBACK",))
    ending.start()
    assert refresh(vault, store).added == ("new.md",)
    ending.join()
    other.close()


# ------------------------------------------------------------------------ building


def test_whoever_holds_the_old_file_follows_to_the_new_one(vault: Vault, store: Store) -> None:
    with Store(vault.state_dir()) as other:
        other.distrust("damaged")
        refresh(vault, other)
        write(vault.root, "new.md", "new")
        refresh(vault, store)
        assert other.value("SELECT count(*) FROM notes") == 2  # both hold the same file
        assert store.content() == from_nothing(vault)


def test_the_old_file_stays_readable_for_whoever_holds_it(vault: Vault, store: Store) -> None:
    before = store.content()
    with Store(vault.state_dir()) as other:
        write(vault.root, "new.md", "new")
        other.distrust("damaged")
        refresh(vault, other)
        assert store.content() == before
        store.close()  # and its farewell harms nobody
        assert other.content() == from_nothing(vault)


def test_a_build_that_fails_leaves_the_old_index(store: Store) -> None:
    def fill(_connection: sqlite3.Connection) -> None:
        raise ZeroDivisionError

    before = store.content()
    with pytest.raises(ZeroDivisionError):
        store.build(fill)
    assert store.content() == before
    assert not store.path.with_name("index.db.new").exists()


def test_what_a_killed_build_left_behind_is_in_nobodys_way(vault: Vault, store: Store) -> None:
    store.close()
    store.path.rename(store.path.with_name("index.db.new"))
    with Store(vault.state_dir()) as after:
        assert refresh(vault, after).rebuilt == "new"
        assert not store.path.with_name("index.db.new").exists()


def test_the_log_of_another_index_is_not_taken_for_its_own(vault: Vault, store: Store) -> None:
    write(vault.root, "new.md", "new")
    refresh(vault, store)
    logs = [store.path.with_name(f"index.db-{name}") for name in ("wal", "shm")]
    kept = [log.read_bytes() for log in logs]
    store.close()
    store.path.unlink()
    for log, content in zip(logs, kept, strict=True):
        log.write_bytes(content)
    (vault.root / "new.md").unlink()
    with Store(vault.state_dir()) as after:
        refresh(vault, after)
        assert after.content() == from_nothing(vault)


# ------------------------------------------------------------------------ what can't be helped


def test_a_folder_in_its_place_is_said(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    (vault.state_dir() / "index.db").mkdir()
    with Store(vault.state_dir()) as store, pytest.raises(IndexUnusable, match=r"index\.db: "):
        refresh(vault, store)


def test_a_file_in_place_of_its_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "state").touch()
    with pytest.raises(IndexUnusable, match="state"):
        Store(tmp_path / "state")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_can_not_be_written_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(IndexUnusable):
        Store(tmp_path)


def test_a_full_disk_is_said_and_leaves_no_half_index(store: Store) -> None:
    def fill(connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA max_page_count = 1")  # as SQLite sees a full disk
        connection.execute("INSERT INTO answers VALUES ('x', 1, hex(zeroblob(9999)))")

    before = store.content()
    with pytest.raises(IndexUnusable, match="the disk is full"):
        store.build(fill)
    assert store.content() == before
    assert not store.path.with_name("index.db.new").exists()


def test_rows_that_make_no_sense_are_damage(vault: Vault, store: Store) -> None:
    with pytest.raises(Damaged, match="Run the command again"):
        store.rows("SELECT CAST(x'FF' AS TEXT)")
    assert refresh(vault, store).rebuilt == "damaged"
