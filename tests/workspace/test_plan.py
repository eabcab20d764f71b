"""Plans that are carried out whole or not at all, and taken back."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from notesync.notes.document import Document
from notesync.vault.errors import NameTaken
from notesync.vault.journal import KEPT
from notesync.vault.undo import ChangedSince, NothingToUndo
from notesync.vault.undo import plan as taking_back
from notesync.words import ENGLISH
from notesync.workspace.plan import (
    Change,
    Create,
    Move,
    NotWritten,
    Plan,
    carry_out,
    preview,
    take_back,
)
from tests.workspace.places import done, files, opened, text, write

NOTES: dict[str, str | bytes] = {
    "contacts/A.md": b"---\r\ncity: X\r\n---\r\nText",
    "contacts/B.md": "B\n",
}


def city(name: str) -> Change:
    return Change("contacts/A.md", lambda note: note.set("city", name))


def refuse(_note: Document) -> Document:
    raise NotWritten(path="x", reason="no")


def test_a_plan_is_shown_without_writing(tmp_path: Path) -> None:
    write(tmp_path, NOTES)
    plan = Plan("x", (city("Bonn"), Move("contacts/B.md", "contacts/C.md"), Create("D.md", "d\n")))
    with opened(tmp_path) as workspace:
        shown = list(preview(workspace.vault, plan, ENGLISH))
    assert [(each.path, each.new, each.after) for each in shown] == [
        ("contacts/A.md", "", "---\r\ncity: Bonn\r\n---\r\nText"),
        ("contacts/B.md", "contacts/C.md", ""),
        ("D.md", "", "d\n"),
    ]
    assert files(tmp_path) == {path: files(tmp_path)[path] for path in sorted(NOTES)}


def test_a_step_that_is_refused_keeps_all_others_from_writing(tmp_path: Path) -> None:
    write(tmp_path, NOTES)
    before = files(tmp_path)
    with opened(tmp_path) as workspace, pytest.raises(NotWritten):
        done(workspace, Plan("x", (city("Bonn"), Change("contacts/B.md", refuse))))
    assert files(tmp_path) == before


def test_what_was_written_is_taken_back_when_a_later_step_fails(tmp_path: Path) -> None:
    write(tmp_path, NOTES)
    before = files(tmp_path)
    steps = (city("Bonn"), Create("N.md", ""), Create("contacts/B.md", "other\n"))
    with opened(tmp_path) as workspace, pytest.raises(NameTaken):
        carry_out(workspace.vault, Plan("x", steps), ENGLISH)
    assert files(tmp_path) == before


def test_a_plan_that_was_taken_back_is_not_remembered(tmp_path: Path) -> None:
    write(tmp_path, NOTES)
    steps = (city("Cologne"), Create("contacts/B.md", "other\n"))
    with opened(tmp_path) as workspace:
        done(workspace, Plan("one", (city("Bonn"),)))
        with pytest.raises(NameTaken):
            carry_out(workspace.vault, Plan("two", steps), ENGLISH)
        assert "city: Bonn" in text(tmp_path, "contacts/A.md")
        assert take_back(workspace.vault).entry.command == "one"


KILLED = """
import os, sys
from pathlib import Path
from notesync.words import ENGLISH
from notesync.workspace.plan import Change, Create, Plan, carry_out
from tests.workspace.places import opened, text

folder = Path(sys.argv[1])

def die(note):
    if "city: Bonn" in text(folder, "contacts/A.md"):
        os._exit(9)
    return note.set("k", "v")

steps = (
    Create("D.md", "d\\n"),
    Change("contacts/A.md", lambda note: note.set("city", "Bonn")),
    Change("contacts/B.md", die),
)
with opened(folder) as workspace:
    carry_out(workspace.vault, Plan("killed", steps), ENGLISH)
"""


def test_a_command_that_was_killed_midway_is_taken_back(tmp_path: Path) -> None:
    write(tmp_path, NOTES)
    before = files(tmp_path)
    killed = subprocess.run([sys.executable, "-c", KILLED, tmp_path], check=False)
    assert killed.returncode == 9
    assert files(tmp_path) != before
    with opened(tmp_path) as workspace:
        assert take_back(workspace.vault).entry.command == "killed"
    assert files(tmp_path) == before


def test_what_somebody_saved_while_a_plan_failed_stays(tmp_path: Path) -> None:
    write(tmp_path, NOTES)

    def save(_note: Document) -> Document:
        if "city: Bonn" in text(tmp_path, "contacts/A.md"):
            write(tmp_path, {"contacts/A.md": "mine\n"})
            refuse(_note)
        return _note

    steps = (Create("D.md", "d\n"), city("Bonn"), Change("contacts/B.md", save))
    with opened(tmp_path) as workspace:
        with pytest.raises(NotWritten):
            carry_out(workspace.vault, Plan("x", steps), ENGLISH)
        with pytest.raises(NothingToUndo):
            take_back(workspace.vault)
    assert files(tmp_path) == {"contacts/A.md": b"mine\n", "contacts/B.md": b"B\n"}


def test_every_kind_of_step_is_taken_back_byte_for_byte(tmp_path: Path) -> None:
    write(tmp_path, NOTES)
    before = files(tmp_path)
    steps = (city("Bonn"), Move("contacts/A.md", "contacts/Z.md"), Create("D.md", "d\n"))
    with opened(tmp_path) as workspace:
        done(workspace, Plan("one", steps))
        done(workspace, Plan("two", (Change("contacts/B.md", lambda n: n.set("k", "v")),)))
        assert take_back(workspace.vault).entry.command == "two"
        assert take_back(workspace.vault).entry.command == "one"
        with pytest.raises(NothingToUndo):
            take_back(workspace.vault)
    assert files(tmp_path) == before


def test_nothing_is_taken_back_from_a_note_that_changed_since(tmp_path: Path) -> None:
    write(tmp_path, NOTES)
    with opened(tmp_path) as workspace:
        done(workspace, Plan("one", (Create("D.md", "d\n"), city("Bonn"))))
        write(tmp_path, {"contacts/A.md": "mine\n"})
        after = files(tmp_path)
        with pytest.raises(ChangedSince) as refused:
            take_back(workspace.vault)
        assert refused.value.values["paths"] == "contacts/A.md"
        assert files(tmp_path) == after
        (tmp_path / "contacts/A.md").unlink()
        with pytest.raises(ChangedSince):
            take_back(workspace.vault)


def test_a_plan_that_changes_nothing_is_not_remembered(tmp_path: Path) -> None:
    write(tmp_path, NOTES)
    with opened(tmp_path) as workspace:
        done(workspace, Plan("one", (city("Bonn"),)))
        done(workspace, Plan("two", (city("Bonn"),)))
        assert taking_back(workspace.vault).entry.command == "one"


def test_only_the_last_commands_are_remembered(tmp_path: Path) -> None:
    write(tmp_path, NOTES)
    with opened(tmp_path) as workspace:
        for number in range(KEPT + 5):
            done(workspace, Plan(str(number), (city(f"City {number}"),)))
        for _ in range(KEPT):
            take_back(workspace.vault)
        with pytest.raises(NothingToUndo):
            take_back(workspace.vault)
    assert "city: City 4\r\n" in text(tmp_path, "contacts/A.md")
