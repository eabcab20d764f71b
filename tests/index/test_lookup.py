"""A typed name finds the notes it may mean; filters and orders make lists."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesync.index import lookup
from notesync.index.damage import Damaged
from notesync.index.lookup import (
    DATED,
    Bearer,
    Filter,
    bearers,
    count,
    near,
    resolve,
    select,
)
from notesync.index.refresh import refresh
from notesync.index.store import Store
from notesync.notes import names
from notesync.notes.note import Note
from notesync.vault.vault import Vault
from tests.index.folders import a_vault, write

CARLA = """---
aliases: [Carlchen]
org: "[[Elbgrün]]"
city: Köln
tags: [hafen]
shoe size: 38
---
## Log
- 2026-05-01 asked email
"""
JONAS = "---\ncity: Hamburg\ntags: [hafen, wind]\n---\n## Log\n- 2026-05-03 asked email\n"
TALK = '---\ndate: 2026-05-12\npeople: ["[[Carla Voigt]]"]\n---\n## Names\n- [[Dr. Jörg Müller]]\n'
OTHER = '---\ndate: 2026-04-02\npeople: ["[[Jonas]]"]\n---\nCarla was not there.\n'


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    vault = a_vault(tmp_path, **{"Carla Voigt": CARLA, "Jonas": JONAS, "Dr. Jörg Müller": ""})
    write(tmp_path, "conversations/2026-05-12 Carla Voigt.md", TALK)
    write(tmp_path, "conversations/2026-04-02 Jonas.md", OTHER)
    write(tmp_path, "organizations/Elbgrün.md", "---\ntarget: true\n---\n")
    write(tmp_path, "plain.md", "---\nCarla: yes\n---\n")
    return vault


# ------------------------------------------------------------------------ names


@pytest.mark.parametrize(
    "typed",
    [
        "Carla Voigt",
        "carla",
        "Carlchen",
        "carl",
        "voigt",
        "contacts/Carla Voigt",
        "contacts/Carla Voigt.md",
        "Carla Voigt.md",
    ],
)
def test_a_person_is_found_by_any_of_her_names(store: Store, typed: str) -> None:
    assert resolve(store, typed) == ("contacts/Carla Voigt.md",)


@pytest.mark.parametrize("typed", ["Mueller", "muller", "Jörg", "jorg mü"])
def test_a_german_name_is_found_as_it_can_be_typed(store: Store, typed: str) -> None:
    assert resolve(store, typed) == ("contacts/Dr. Jörg Müller.md",)


def test_several_are_all_told(store: Store) -> None:
    assert resolve(store, "j") == ("contacts/Dr. Jörg Müller.md", "contacts/Jonas.md")


@pytest.mark.parametrize("typed", ["Xaver", "", "  ", "%", "_", "*"])
def test_nobody_is_nobody(store: Store, typed: str) -> None:
    assert resolve(store, typed) == ()


def test_a_conversation_is_found_by_its_own_name(store: Store) -> None:
    assert resolve(store, "2026-05-12 Carla") == ("conversations/2026-05-12 Carla Voigt.md",)


def test_kinds_say_who_can_be_meant(store: Store) -> None:
    assert resolve(store, "elbgrün", ("contact",)) == ()
    assert resolve(store, "elbgrün", ("contact", "organization")) == ("organizations/Elbgrün.md",)


word = st.sampled_from(
    ["Anna", "anna", "Änne", "Aenne", "Dr.", "Jörg", "Jorg", "von", "O'Neill", "++", "Li"]
)
name = st.lists(word, min_size=1, max_size=3).map(" ".join)
place = st.sampled_from(["contacts", "contacts/old", "organizations", "conversations", "."])


def told(notes: list[Note], typed: str) -> tuple[str, ...]:
    return names.find([(note.path, note.name, note.aliases) for note in notes], typed)


@given(
    files=st.dictionaries(st.tuples(place, name), st.lists(name, max_size=2), max_size=6),
    typed=name | st.tuples(place, name).map("/".join) | st.text(max_size=4),
)
def test_narrowing_down_in_sql_loses_nobody(
    files: dict[tuple[str, str], list[str]], typed: str
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        vault = a_vault(Path(folder))
        for (where, file), aliases in files.items():
            write(vault.root, f"{where}/{file}.md", f"---\naliases: [{', '.join(aliases)}]\n---\n")
        with Store(vault.state_dir()) as store:
            refresh(vault, store)
            paths = [path for (path,) in store.rows("SELECT path FROM notes ORDER BY path")]
            notes = [found for path in paths if (found := lookup.note(store, path))]
            own = [one for one in notes if one.kind not in DATED]
            expected = told(own, typed) or told(notes, typed)
            assert resolve(store, typed) == expected
            assert set(expected) <= set(paths)


def test_a_name_that_nobody_has_is_near_those_that_are_written_alike(store: Store) -> None:
    assert near(store, "Carla Vogit") == ("Carla Voigt",)
    assert near(store, "Jonsa", ("contact",)) == ("Jonas",)
    assert near(store, "Elbgrun GmbH", ("contact",)) == ()
    assert near(store, "Xaver") == ()


def test_a_conversation_is_near_when_nothing_else_is(vault: Vault, store: Store) -> None:
    assert near(store, "Karla Voigt") == ("Carla Voigt", "2026-05-12 Carla Voigt")
    write(vault.root, "conversations/2026-05-12 Ludmilla.md", "")
    refresh(vault, store)
    assert near(store, "Ludmila") == ("2026-05-12 Ludmilla",)


def test_who_is_called_by_her_file_comes_before_who_is_by_an_alias(
    vault: Vault, store: Store
) -> None:
    write(vault.root, "a.md", "---\naliases: [jonas]\n---\n")
    write(vault.root, "contacts/Jonas.md", "---\naliases: [JONAS]\n---\n")
    refresh(vault, store)
    assert bearers(store, "jonas") == [
        Bearer("contacts/Jonas.md", "contact", alias=False),
        Bearer("a.md", "note", alias=True),
    ]
    assert bearers(store, "jon") == []


def test_notes_of_a_kind_are_counted_by_a_value_however_it_is_spelled(store: Store) -> None:
    assert count(store, "contact", "City", "Koeln") == 1
    assert count(store, "contact", "tags", "hafen") == 2
    assert count(store, "organization", "tags", "hafen") == 0


# ------------------------------------------------------------------------ lists


def listed(store: Store, wanted: Filter) -> list[str]:
    return [row.name for row in select(store, wanted)]


def test_a_list_holds_one_kind_by_name(store: Store) -> None:
    assert listed(store, Filter(kind="contact")) == ["Carla Voigt", "Dr. Jörg Müller", "Jonas"]


def test_a_list_can_be_sorted_by_day_newest_first(store: Store) -> None:
    names = listed(store, Filter(kind="contact", sort="day"))
    assert names == ["Jonas", "Carla Voigt", "Dr. Jörg Müller"]


def test_a_list_can_be_sorted_by_any_key_and_what_lacks_it_comes_last(store: Store) -> None:
    assert listed(store, Filter(kind="contact", sort="city")) == [
        "Jonas",
        "Carla Voigt",
        "Dr. Jörg Müller",
    ]
    assert listed(store, Filter(kind="contact", sort="shoe size"))[0] == "Carla Voigt"


def test_a_limit_cuts_after_sorting(store: Store) -> None:
    assert listed(store, Filter(kind="contact", sort="day", limit=1)) == ["Jonas"]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Filter(city="Koeln"), ["Carla Voigt"]),
        (Filter(org="elbgruen"), ["Carla Voigt"]),
        (Filter(tags=("hafen",)), ["Carla Voigt", "Jonas"]),
        (Filter(tags=("#hafen", "wind")), ["Jonas"]),
        (Filter(where=(("Shoe Size", "38"),)), ["Carla Voigt"]),
        (Filter(where=(("org", "[[Elbgrün]]"),)), ["Carla Voigt"]),
        (Filter(where=(("carla", "yes"),)), ["plain"]),
        (Filter(folder="conversations"), ["2026-04-02 Jonas", "2026-05-12 Carla Voigt"]),
        (Filter(folder="conv"), []),
        (Filter(kind="conversation", person="carla"), ["2026-05-12 Carla Voigt"]),
        (Filter(kind="conversation", person="Müller"), ["2026-05-12 Carla Voigt"]),
        (Filter(kind="conversation", person="nobody"), []),
        (Filter(kind="conversation", since="2026-05"), ["2026-05-12 Carla Voigt"]),
        (Filter(kind="conversation", until="2026-04"), ["2026-04-02 Jonas"]),
        (
            Filter(kind="conversation", since="2026-04-02", until="2026-04-02"),
            ["2026-04-02 Jonas"],
        ),
        (Filter(kind="contact", until="2026-05-01"), ["Carla Voigt"]),
    ],
)
def test_filters_narrow_a_list(store: Store, wanted: Filter, expected: list[str]) -> None:
    assert listed(store, wanted) == expected


def test_a_note_is_had_by_its_path(store: Store) -> None:
    found = lookup.note(store, "contacts/Carla Voigt.md")
    assert found is not None
    assert found.aliases == ("Carlchen",)
    assert lookup.note(store, "contacts/Nobody.md") is None


def test_a_note_that_makes_no_sense_is_damage(vault: Vault, store: Store) -> None:
    with store.writing() as connection:
        connection.execute("UPDATE notes SET brief = '[1,2,3,4]' WHERE name = 'Jonas'")
    with pytest.raises(Damaged):
        select(store, Filter())
    assert refresh(vault, store).rebuilt == "damaged"
    assert names.key("Jonas") in map(names.key, listed(store, Filter()))
