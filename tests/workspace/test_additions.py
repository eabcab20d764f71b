"""New notes: their place, their name, their header."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notesync.errors import NotesyncError
from notesync.notes import document, names
from notesync.workspace import additions
from notesync.workspace.new_notes import NameInUse
from notesync.workspace.plan import Create
from tests.workspace.places import done, opened, text, write

ID = re.compile(r"^id: [a-z][a-z0-9]{9}$", re.MULTILINE)


def test_a_new_note_has_its_keys_in_order_and_an_id(tmp_path: Path) -> None:
    write(tmp_path, {"organizations/Elbgrün.md": ""})
    given_: dict[str, list[str]] = {
        "tags": ["energy"],
        "circle": ["Freundin"],
        "org": ["elbgrün"],
        "role": ["Head: of x"],
        "why": ["role", "expertise"],
        "last_contact": ["2022-06"],
    }
    with opened(tmp_path) as workspace:
        done(workspace, additions.add(workspace, "contact", "Carla  Voigt", given_))
    note = text(tmp_path, "contacts/Carla Voigt.md")
    assert ID.search(note)
    assert ID.sub("id: x", note) == (
        '---\ntype: contact\norg: "[[Elbgrün]]"\nrole: "Head: of x"\ncircle: friend\n'
        "last_contact: 2022-06\nwhy: [role, expertise]\ntags: [energy]\n"
        "created: 2026-05-12\nid: x\n---\n\n"
    )


def test_a_german_vault_gets_german_notes(tmp_path: Path) -> None:
    write(tmp_path, {}, 'lang = "de"\n')
    with opened(tmp_path) as workspace:
        done(workspace, additions.add(workspace, "question", "Bleiben?", {"options": ["ja, nein"]}))
    assert text(tmp_path, "Fragen/Bleiben.md").startswith(
        '---\ntype: Frage\naliases: ["Bleiben?"]\noptions: [ja, nein]\n'
    )


def test_a_folder_of_the_users_own_is_used(tmp_path: Path) -> None:
    config = '[folders]\ncontacts = ["Netz/Leute"]\n[types]\nhuman = "contact"\n'
    write(tmp_path, {}, config)
    with opened(tmp_path) as workspace:
        done(workspace, additions.add(workspace, "contact", "Bo", {}))
        assert workspace.find("Bo").kind == "contact"
    assert text(tmp_path, "Netz/Leute/Bo.md").startswith("---\ntype: human\n")


def test_new_notes_lie_where_such_notes_lie_already(tmp_path: Path) -> None:
    write(tmp_path, {"Menschen/Bo.md": ""}, 'lang = "en"\n')
    with opened(tmp_path) as workspace:
        done(workspace, additions.add(workspace, "contact", "Al", {}))
    assert (tmp_path / "Menschen/Al.md").exists()


@pytest.mark.parametrize("name", ["Nora Lind", "nora lind", "Norchen"])
def test_a_name_that_is_there_names_the_note(tmp_path: Path, name: str) -> None:
    write(tmp_path, {"contacts/Nora Lind.md": "---\naliases: [Norchen]\n---\n"})
    with opened(tmp_path) as workspace, pytest.raises(NameInUse) as refused:
        additions.add(workspace, "contact", name, {})
    assert refused.value.values["path"] == "contacts/Nora Lind.md"


@pytest.mark.parametrize("name", ["", "  ", "\u200b"])
def test_a_note_needs_a_name(tmp_path: Path, name: str) -> None:
    write(tmp_path, {})
    with opened(tmp_path) as workspace, pytest.raises(additions.NoName):
        additions.add(workspace, "contact", name, {})


@given(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
)
@settings(max_examples=100)
def test_any_name_and_any_text_make_a_note_that_reads_back(
    tmp_path_factory: pytest.TempPathFactory, name: str, role: str
) -> None:
    folder = tmp_path_factory.mktemp("vault")
    write(folder, {})
    with opened(folder) as workspace:
        try:
            plan = additions.add(workspace, "contact", name, {"role": [role]} if role else {})
        except NotesyncError:
            return
        (step,) = plan.steps
        assert isinstance(step, Create)
        assert not names.risk(step.path.rpartition("/")[2])
        note = document.read(step.text)
        assert note.writable
        assert not note.problems
        done(workspace, plan)
        (made,) = (folder / "contacts").iterdir()
        found = workspace.find(f"contacts/{made.name}")
        assert found.name == names.safe_name(" ".join(name.split()))
