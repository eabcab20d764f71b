"""Problems of single notes, and those that only several notes show."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from notesync.errors import PROBLEMS, Problem
from notesync.index.damage import Damaged
from notesync.index.problems import count, paths_with, problems
from notesync.index.refresh import refresh
from notesync.index.store import Store
from notesync.vault.vault import Vault
from tests.index.folders import a_vault, write


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return a_vault(tmp_path)


@pytest.fixture
def store(vault: Vault) -> Iterator[Store]:
    with Store(vault.state_dir()) as store:
        yield store


def found(vault: Vault, store: Store, *, everything: bool = False) -> list[Problem]:
    refresh(vault, store)
    every = problems(store, everything=everything)
    assert all(one.sentence.format(**dict(one.values)) for one in every)
    return every


def test_a_vault_in_order_has_none(vault: Vault, store: Store) -> None:
    write(vault.root, "contacts/Anna.md", "# Anna\n")
    assert found(vault, store) == []


def test_what_is_wrong_in_a_note_has_its_path_and_line(vault: Vault, store: Store) -> None:
    write(vault.root, "contacts/Anna.md", "---\nlast_contact: 2026-02-30\n---\n")
    (one,) = found(vault, store)
    assert (one.code, one.where) == ("bad-partial-date", "contacts/Anna.md:2:15")
    assert dict(one.values)["value"] == "2026-02-30"
    assert count(store) == 1


def test_the_notes_with_a_problem_are_told_once_each(vault: Vault, store: Store) -> None:
    bad = "---\nlast_contact: 2026-02-30\nborn: 2026-13\n---\n## Log\n- 2026-02-30 asked email\n"
    write(vault.root, "contacts/Bert.md", bad)
    write(vault.root, "contacts/Anna.md", bad)
    write(vault.root, "contacts/Carla.md", "")
    refresh(vault, store)
    expected = ["contacts/Anna.md", "contacts/Bert.md"]
    assert paths_with(store, "bad-partial-date") == expected
    assert paths_with(store, "conflict") == []


def test_plain_notes_are_left_alone_unless_asked_for(vault: Vault, store: Store) -> None:
    write(vault.root, "Templates/t.md", "---\n{{title}}: [\n---\n")
    (vault.root / "x.md").symlink_to("nowhere")
    assert found(vault, store) == []
    assert {one.path for one in found(vault, store, everything=True)} == {"Templates/t.md", "x.md"}


def test_a_link_that_may_mean_two_notes_names_them(vault: Vault, store: Store) -> None:
    write(vault.root, "contacts/Anna.md", "")
    write(vault.root, "plain/anna.md", "")
    write(
        vault.root, "contacts/Bernd.md", "\nknows [[ANNA]] and [[contacts/Anna]] and [[Nobody]]\n"
    )
    (one,) = found(vault, store)
    assert (one.code, one.where) == ("link-ambiguous", "contacts/Bernd.md:2")
    assert dict(one.values) == {"value": "ANNA", "candidates": "contacts/Anna.md, plain/anna.md"}


def test_a_name_wins_over_an_alias_so_that_the_link_is_clear(vault: Vault, store: Store) -> None:
    write(vault.root, "contacts/Anna.md", "")
    write(vault.root, "contacts/Änne.md", "---\naliases: [Anna]\n---\n[[Anna]]\n")
    assert found(vault, store) == []


def test_an_alias_of_two_is_ambiguous(vault: Vault, store: Store) -> None:
    for name in ("Änne", "Annette"):
        write(vault.root, f"contacts/{name}.md", "---\naliases: [Anna]\n---\n")
    write(vault.root, "contacts/Bernd.md", "[[Anna]]\n")
    (one,) = found(vault, store)
    assert dict(one.values)["candidates"] == "contacts/Annette.md, contacts/Änne.md"


def test_an_ambiguity_ends_when_the_other_note_goes(vault: Vault, store: Store) -> None:
    write(vault.root, "contacts/Anna.md", "[[Anna]]")
    write(vault.root, "contacts/old/Anna.md", "")
    assert [one.code for one in found(vault, store)] == ["link-ambiguous"]
    (vault.root / "contacts/old/Anna.md").unlink()
    assert found(vault, store) == []


def test_an_id_that_stands_twice_is_told_once(vault: Vault, store: Store) -> None:
    write(vault.root, "contacts/Anna.md", "---\nid: k3x\n---\n")
    write(vault.root, "contacts/Anna copy.md", "---\nid: k3x\n---\n")
    (one,) = found(vault, store)
    assert (one.code, one.path) == ("id-twice", "contacts/Anna.md")
    assert dict(one.values) == {"value": "k3x", "other": "contacts/Anna copy.md"}


def test_names_that_differ_in_case_only_are_a_warning(vault: Vault, store: Store) -> None:
    write(vault.root, "contacts/Anna.md", "")
    write(vault.root, "contacts/anna.md", "")
    if len(list((vault.root / "contacts").iterdir())) == 1:
        pytest.skip("this file system takes both for one name")
    (one,) = found(vault, store)
    assert (one.code, one.path, one.warning) == ("name-twin", "contacts/anna.md", True)
    assert count(store) == 0


def test_all_that_lies_between_notes_has_a_sentence() -> None:
    assert {"link-ambiguous", "id-twice", "name-twin"} <= PROBLEMS.keys()


def test_values_that_make_no_sense_are_damage(vault: Vault, store: Store) -> None:
    write(vault.root, "contacts/Anna.md", "---\nlast_contact: 2026-02-30\n---\n")
    before = found(vault, store)
    with store.writing() as connection:
        connection.execute("UPDATE problems SET given = '{'")
    with pytest.raises(Damaged):
        problems(store)
    assert found(vault, store) == before
