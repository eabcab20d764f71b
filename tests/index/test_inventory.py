"""What the vault holds, asked without reading a note."""

from __future__ import annotations

from pathlib import Path

import pytest

from notesync.index import inventory
from notesync.index.refresh import refresh
from notesync.index.store import Store
from notesync.vault.vault import Vault
from tests.index.folders import a_vault, write

CARLA = (
    "---\naliases: [Carlchen, Ada]\ncity: Köln\nid: c4rl4\n---\nMet through [[Jonas]], [[jonas]].\n"
)
JONAS = "---\ncity: koeln\nprivate: yes\n---\nHimself: [[Jonas]]\n"
BOTH = """---
city: Bonn
conflicts:
  - "city: Bonn / Kiel (2026-05-02)"
  - "org: Hafen / Werft (2026-05-03)"
---
"""


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    vault = a_vault(tmp_path, Jonas=JONAS, Carla=CARLA)
    write(tmp_path, "plain.md", "See [[contacts/Jonas.md|him]].\n")
    write(tmp_path, "questions/Where next.md", "---\noptions: [Kiel]\n---\n")
    return vault


def test_every_note_is_counted_once(store: Store) -> None:
    assert inventory.size(store) == 4


def test_a_note_is_there_by_its_very_path_only(store: Store) -> None:
    assert inventory.holds(store, "contacts/Carla.md")
    assert not inventory.holds(store, "contacts/carla.md")
    assert not inventory.holds(store, "Carla.md")


@pytest.mark.parametrize("other", ["contact", "contacts/Carla.md", "plain", "conversations"])
def test_a_folder_that_is_only_spelled_like_a_note_holds_none(store: Store, other: str) -> None:
    assert inventory.holds_below(store, "contacts")
    assert not inventory.holds_below(store, other)


def test_a_folder_holds_what_lies_deeper(vault: Vault, store: Store) -> None:
    write(vault.root, "people/old/Nils.md", "")
    refresh(vault, store)
    assert inventory.holds_below(store, "people")


def test_paths_are_sorted_and_of_any_kind_unless_one_is_asked_for(store: Store) -> None:
    contacts = ["contacts/Carla.md", "contacts/Jonas.md"]
    assert inventory.paths(store, "contact") == contacts
    assert inventory.paths(store) == [*contacts, "plain.md", "questions/Where next.md"]
    assert inventory.paths(store, "me") == []


def test_private_notes_are_told(store: Store) -> None:
    assert inventory.private_paths(store) == {"contacts/Jonas.md"}


def test_a_copied_note_has_its_id_twice(vault: Vault, store: Store) -> None:
    assert inventory.paths_of_id(store, "c4rl4") == ["contacts/Carla.md"]
    write(vault.root, "Another.md", CARLA)
    refresh(vault, store)
    assert inventory.paths_of_id(store, "c4rl4") == ["Another.md", "contacts/Carla.md"]
    assert inventory.paths_of_id(store, "xyz") == []


def test_the_newest_note_is_the_one_that_came_last(vault: Vault, store: Store) -> None:
    write(vault.root, "contacts/Berta.md", "")
    refresh(vault, store)
    write(vault.root, "a.md", "")
    refresh(vault, store)
    assert inventory.newest(store, "contact") == "contacts/Berta.md"
    assert inventory.newest(store) == "a.md"
    assert inventory.newest(store, "review") == ""


def test_names_are_of_our_kinds_unless_one_is_asked_for(store: Store) -> None:
    assert sorted(inventory.own_names(store)) == ["Carla", "Jonas", "Where next"]
    assert inventory.own_names(store, "question") == ["Where next"]


def test_a_name_stands_before_its_aliases(store: Store) -> None:
    carla, jonas = "contacts/Carla.md", "contacts/Jonas.md"
    names = [(carla, "Carla"), (carla, "Ada"), (carla, "Carlchen"), (jonas, "Jonas")]
    assert inventory.all_names(store, "contact") == names


def test_a_value_counts_once_however_it_is_spelled(store: Store) -> None:
    assert inventory.values_of(store, "city") == ["koln"]


def test_a_note_that_links_twice_is_told_once(store: Store) -> None:
    linking = ["contacts/Carla.md", "contacts/Jonas.md", "plain.md"]
    assert inventory.linking(store, "jonas") == linking
    assert inventory.linking(store, "carla") == []


def test_each_value_in_two_versions_is_told_with_its_note(vault: Vault, store: Store) -> None:
    assert inventory.contested(store) == []
    write(vault.root, "contacts/Berta.md", BOTH)
    refresh(vault, store)
    assert inventory.contested(store) == ["contacts/Berta.md"] * 2
