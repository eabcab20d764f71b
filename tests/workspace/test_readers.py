"""Whom a draft is for, from the notes."""

from __future__ import annotations

from pathlib import Path

from notesync.workspace.readers import reader_named
from tests.workspace.places import opened, write

NOTES: dict[str, str | bytes] = {
    "contacts/Carla Voigt.md": (
        "---\norigin: introduced\nregister: du\naliases: [Carlotta]\n"
        'introduced_by: "[[Meike Brandt]]"\n---\n'
    ),
    "contacts/Meike Brandt.md": "---\norigin: known\n---\n",
    "contacts/Nora Lind.md": (
        '---\norigin: cold\nintroduced_by: "[[Meike Brandt]]"\nmention: yes\n---\n'
    ),
}


def test_a_reader_has_her_names_her_address_and_her_introducer(tmp_path: Path) -> None:
    write(tmp_path, NOTES)
    with opened(tmp_path) as workspace:
        reader = reader_named(workspace, "Carla Voigt")
    assert reader.names == ("Carla Voigt", "Carlotta")
    assert reader.register == "du"
    assert sorted(reader.others) == ["Meike Brandt", "Nora Lind"]
    assert reader.unnamed == ("Meike Brandt",)
    assert reader.kind == "request-introduced"


def test_an_introducer_who_may_be_named_is_named(tmp_path: Path) -> None:
    write(tmp_path, NOTES)
    with opened(tmp_path) as workspace:
        assert reader_named(workspace, "Nora Lind").unnamed == ()
