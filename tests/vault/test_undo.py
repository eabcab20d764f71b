from functools import partial
from pathlib import Path

import pytest

from notesync.vault import journal, undo
from notesync.vault.config import Config
from notesync.vault.errors import BadName, Changed
from notesync.vault.fingerprint import digest
from notesync.vault.snapshot import Snapshot
from notesync.vault.vault import Vault


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    (tmp_path / "Carla.md").write_text("old\n")
    (tmp_path / "Jonas.md").write_text("Jonas\n")
    return Vault(tmp_path, Config())


def files(vault: Vault) -> dict[str, str]:
    return {
        str(each.relative_to(vault.root)): each.read_text()
        for each in vault.root.rglob("*")
        if each.is_file() and ".notesync" not in each.parts
    }


def extended(more: str, seen: Snapshot) -> str:
    return seen.text + more


def take_back(vault: Vault) -> undo.Undo:
    planned = undo.plan(vault)
    undo.apply(vault, planned)
    return planned


def test_everything_that_one_command_did_is_taken_back(vault: Vault) -> None:
    before = files(vault)
    with vault.recording("rename Carla"):
        vault.edit("Carla.md", lambda seen: seen.text + "more\n")
        vault.edit("Carla.md", lambda seen: seen.text + "and more\n")
        vault.write("Menschen/Nora.md", "new\n", None)
        vault.rename("Carla.md", "Menschen/Carla Voigt.md", vault.read("Carla.md").digest)
        vault.edit("Menschen/Carla Voigt.md", lambda seen: seen.text + "last\n")
        vault.remove("Jonas.md", digest(b"Jonas\n"))
    assert files(vault) != before
    done = take_back(vault)
    assert done.entry.command == "rename Carla"
    assert files(vault) == before


def test_commands_are_taken_back_one_by_one_the_last_first(vault: Vault) -> None:
    for word in ("one", "two"):
        with vault.recording(word):
            vault.edit("Carla.md", partial(extended, word))
    assert take_back(vault).entry.command == "two"
    assert files(vault)["Carla.md"] == "old\none"
    assert take_back(vault).entry.command == "one"
    assert files(vault)["Carla.md"] == "old\n"
    with pytest.raises(undo.NothingToUndo):
        undo.plan(vault)


def test_nothing_is_taken_back_once_one_of_the_files_has_changed(vault: Vault) -> None:
    with vault.recording("two files"):
        vault.edit("Carla.md", lambda seen: seen.text + "more\n")
        vault.edit("Jonas.md", lambda seen: seen.text + "more\n")
    (vault.root / "Jonas.md").write_text("by hand\n")
    with pytest.raises(undo.ChangedSince, match=r"Jonas\.md"):
        undo.plan(vault)
    assert files(vault)["Carla.md"] == "old\nmore\n"


def test_a_command_that_wrote_nothing_leaves_no_entry(vault: Vault) -> None:
    with vault.recording("status"):
        vault.read("Carla.md")
        vault.edit("Carla.md", lambda seen: seen.text)
    with pytest.raises(undo.NothingToUndo):
        undo.plan(vault)


def test_a_write_that_was_refused_is_not_taken_back(vault: Vault) -> None:
    with vault.recording("log"), pytest.raises(Changed):
        vault.write("Carla.md", "new", digest(b"something else"))
    with vault.recording("log 2"):
        vault.edit("Jonas.md", lambda _seen: "new")
        with pytest.raises(BadName):
            vault.write("a:b.md", "", None)
    assert [action.path for action in take_back(vault).actions] == ["Jonas.md"]


def test_undo_goes_on_where_it_was_interrupted(vault: Vault) -> None:
    with vault.recording("two files"):
        vault.edit("Carla.md", lambda seen: seen.text + "more\n")
        vault.edit("Jonas.md", lambda seen: seen.text + "more\n")
    first = undo.plan(vault).actions[0]
    assert isinstance(first, undo.PutBack)
    vault.write_bytes(first.path, first.content, first.expect)  # and then the power went
    take_back(vault)
    assert files(vault) == {"Carla.md": "old\n", "Jonas.md": "Jonas\n"}


def test_a_command_killed_before_its_write_was_noted_as_done_is_taken_back(vault: Vault) -> None:
    with vault.recording("log"):
        vault.edit("Carla.md", lambda seen: seen.text + "more\n")
    (entry,) = (vault.root / ".notesync" / "undo").iterdir()
    lines = entry.read_text().splitlines(keepends=True)
    entry.write_text("".join(lines[:-1]) + lines[-1][:4])
    take_back(vault)
    assert files(vault)["Carla.md"] == "old\n"


def test_a_damaged_journal_is_no_reason_to_stop(vault: Vault) -> None:
    with vault.recording("log"):
        vault.edit("Carla.md", lambda seen: seen.text + "more\n")
    (entry,) = (vault.root / ".notesync" / "undo").iterdir()
    for rubbish in ("[]\n", "{}\n", '{"number": 1}\n', "\0", '{"done": []}\n', "ü\n"):
        entry.write_text(rubbish)
        with pytest.raises(undo.NothingToUndo):
            undo.plan(vault)


def test_only_the_last_twenty_commands_are_kept(vault: Vault) -> None:
    for number in range(25):
        with vault.recording(f"log {number}"):
            vault.edit("Carla.md", lambda seen: seen.text + "x")
    assert len(list((vault.root / ".notesync" / "undo").iterdir())) == journal.KEPT
    taken = 0
    while True:
        try:
            take_back(vault)
        except undo.NothingToUndo:
            break
        taken += 1
    assert taken == journal.KEPT
    assert files(vault)["Carla.md"] == "old\nxxxxx"


def test_bytes_that_are_not_utf8_come_back_as_they_were(vault: Vault) -> None:
    note = vault.root / "Carla.md"
    note.write_bytes(b"M\xfcller\0\r\n")
    with vault.recording("by hand"):
        vault.write("Carla.md", "Müller\n", vault.read("Carla.md").digest)
    take_back(vault)
    assert note.read_bytes() == b"M\xfcller\0\r\n"


def test_the_journal_is_for_its_owner_only(vault: Vault) -> None:
    with vault.recording("log"):
        vault.edit("Carla.md", lambda seen: seen.text + "more\n")
    state = vault.root / ".notesync"
    assert state.stat().st_mode & 0o777 == 0o700
    (entry,) = (state / "undo").iterdir()
    assert entry.stat().st_mode & 0o777 == 0o600
