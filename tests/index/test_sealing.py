"""A very big folder that is sealed is taken as it is only while nothing in it has changed."""

from __future__ import annotations

import os
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notesync.index import look, manifest
from notesync.index.refresh import Refreshed, refresh
from notesync.index.store import Store
from notesync.vault.vault import Vault
from tests.index.folders import a_vault, from_nothing, write
from tests.vault.test_seals import STEP, TICK


@pytest.fixture(autouse=True)
def small_ones_are_sealed(monkeypatch: pytest.MonkeyPatch) -> None:
    """As are the very big ones; and files are old after some ticks of the clock already."""
    monkeypatch.setattr(look, "MANY", 1)
    monkeypatch.setattr(manifest, "YOUNG_NS", int(TICK * 1e9))


def settled(vault: Vault, store: Store) -> Refreshed:
    """A look when nothing is young any more, and so leaves seals behind where it may."""
    refresh(vault, store)
    time.sleep(2 * TICK)
    return refresh(vault, store)


def seals(store: Store) -> list[str]:
    return [row[0] for row in store.rows("SELECT folder FROM seals ORDER BY folder")]


@settings(max_examples=max(30, settings().max_examples // 4))
@given(steps=st.lists(STEP, max_size=8))
def test_the_index_of_a_sealed_folder_is_that_of_the_folder(
    steps: list[tuple[object, str, str, str]],
) -> None:
    with tempfile.TemporaryDirectory() as name:
        vault = a_vault(Path(name), Anna="# Anna\n")
        with Store(vault.state_dir()) as store:
            settled(vault, store)
            for change, where, what, text in steps:
                with suppress(FileExistsError, NotADirectoryError):
                    (vault.root / where).mkdir(parents=True, exist_ok=True)
                if (vault.root / where).is_dir():
                    change(vault.root / where / what, text)  # type: ignore[operator]
                settled(vault, store)
                assert store.content() == from_nothing(vault)


def test_a_folder_whose_name_is_no_text_is_not_sealed(tmp_path: Path) -> None:
    vault = a_vault(tmp_path, Anna="# Anna\n")
    (tmp_path / os.fsdecode(b"b\xfcd")).mkdir()
    with Store(vault.state_dir()) as store:
        settled(vault, store)
        assert seals(store) == []
        assert store.content() == from_nothing(vault)


def test_a_sealed_folder_is_not_listed(tmp_path: Path) -> None:
    vault = a_vault(tmp_path, Anna="# Anna\n")
    with Store(vault.state_dir()) as store:
        settled(vault, store)
        assert seals(store) == ["", "contacts/"]
        before = store.generation
        with patch.object(Vault, "scan", side_effect=AssertionError):
            assert refresh(vault, store) == Refreshed(before, writes=int(store.meta("writes")))
        time.sleep(TICK)
        write(tmp_path, "contacts/Anna.md", "# Änna\n")
        assert refresh(vault, store).changed == ("contacts/Anna.md",)


def test_what_is_young_is_not_sealed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(manifest, "YOUNG_NS", 10**12)
    vault = a_vault(tmp_path, Anna="# Anna\n")
    with Store(vault.state_dir()) as store:
        settled(vault, store)
        assert not seals(store)


@pytest.mark.parametrize("odd", ["link.md", "link", ".~notesync-1", "Zoe\u0308.md"])
def test_what_holds_anything_odd_is_not_sealed(tmp_path: Path, odd: str) -> None:
    vault = a_vault(tmp_path, Anna="# Anna\n")
    with Store(vault.state_dir()) as store:
        settled(vault, store)
        assert seals(store)
        if "link" in odd:
            (tmp_path / odd).symlink_to("contacts")
        else:
            (tmp_path / odd).write_text("text")
        settled(vault, store)
        assert not seals(store)


def test_other_rules_of_what_is_ignored_break_every_seal(tmp_path: Path) -> None:
    vault = a_vault(tmp_path, Anna="# Anna\n", Bert="# Bert\n")
    with Store(vault.state_dir()) as store:
        settled(vault, store)
        (tmp_path / "notesync.toml").write_text('ignore = ["Bert.md"]\n')
        assert refresh(Vault.open(tmp_path), store).removed == ("contacts/Bert.md",)


def test_who_wants_to_be_told_of_each_folder_is_told_and_seals_none(tmp_path: Path) -> None:
    vault = a_vault(tmp_path, Anna="# Anna\n")
    with Store(vault.state_dir()) as store:
        settled(vault, store)
        told: list[str] = []
        vault.entering = lambda _descriptor, folder: told.append(folder)
        refresh(vault, store)
        assert told == ["", "contacts/"]
        assert seals(store) == ["", "contacts/"]  # nothing has changed, so they are still good
        write(tmp_path, "contacts/Anna.md", "# Anja\n")
        settled(vault, store)
        assert not seals(store)
        vault.entering = None
        refresh(vault, store)
        assert seals(store) == ["", "contacts/"]
