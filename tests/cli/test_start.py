"""init makes a vault of any folder and overwrites nothing."""

from __future__ import annotations

from pathlib import Path

from tests.cli.running import Result, notesync


def test_a_new_folder_becomes_a_vault(tmp_path: Path) -> None:
    folder = tmp_path / "my network"
    found = notesync("init", folder, "--region", "DE-HH", "--lang", "en")
    assert found.code == 0
    assert (folder / "notesync.toml").is_file()
    assert (folder / "contacts").is_dir()
    ignored = (folder / ".gitignore").read_text(encoding="utf-8")
    assert ignored == ".notesync/\n/dashboard.html\n/Übersicht.html\n"
    assert "cd '" in found.err
    assert notesync("--vault", folder, "status").code == 0


def test_a_german_vault_has_german_folders(tmp_path: Path) -> None:
    notesync("init", tmp_path / "netz", "--lang", "de")
    assert (tmp_path / "netz" / "Gespräche").is_dir()


def test_a_second_init_changes_nothing(tmp_path: Path) -> None:
    notesync("init", tmp_path / "v")
    before = {path: path.read_bytes() for path in (tmp_path / "v").iterdir() if path.is_file()}
    assert notesync("init", tmp_path / "v").code == 0
    assert {path: path.read_bytes() for path in before} == before


def test_the_demo_is_petras_story(tmp_path: Path) -> None:
    assert notesync("init", "--demo", tmp_path / "p").code == 0
    assert "Friday, 29 May 2026" in notesync("--vault", tmp_path / "p").out
    again = notesync("init", "--demo", tmp_path / "p")
    assert again.code == 2
    assert "not empty" in again.err


def test_without_anybody_to_ask_it_says_how_to_get_a_repository(tmp_path: Path) -> None:
    assert "Run: notesync init --yes" in notesync("init", tmp_path).err
    assert not (tmp_path / ".git").exists()
    assert "git repository" in notesync("init", tmp_path, "--yes").out
    assert (tmp_path / ".git").is_dir()


def test_quiet_means_quiet(tmp_path: Path) -> None:
    assert notesync("init", tmp_path / "v", "--quiet") == Result(0, "", "")


def test_dry_run_only_says_what_it_would_do(tmp_path: Path) -> None:
    found = notesync("init", tmp_path / "v", "--dry-run")
    assert "notesync.toml: new" in found.out
    assert not (tmp_path / "v").exists()


def test_an_unknown_region_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    found = notesync("init", tmp_path / "v", "--region", "DE-XX")
    assert found.code == 2
    assert "DE-HH" in found.err
    assert not (tmp_path / "v").exists()


def test_an_obsidian_vault_keeps_every_byte(tmp_path: Path) -> None:
    (tmp_path / ".obsidian").mkdir()
    (tmp_path / "People").mkdir()
    note = tmp_path / "People" / "Ada.md"
    note.write_bytes(b"---\r\ntags: person\r\n---\r\nHello\r\n")
    assert notesync("init", tmp_path).code == 0
    assert note.read_bytes() == b"---\r\ntags: person\r\n---\r\nHello\r\n"
    assert "Ada" in notesync("--vault", tmp_path, "list").out
    assert not (tmp_path / ".git").exists()


def test_what_happened_the_day_before_the_vault_began_is_due_all_the_same(tmp_path: Path) -> None:
    vault = tmp_path / "v"
    notesync("init", vault, "--today", "2026-05-12")
    notesync("--vault", vault, "add", "contact", "Meike", "--today", "2026-05-12")
    talk = ["talk", "Meike", "--on", "2026-05-11", "--today", "2026-05-12"]
    assert notesync("--vault", vault, *talk).code == 0
    found = notesync("--vault", vault, "status", "--json", "--today", "2026-05-12").json
    assert found["thanks_open"][0]["contact"] == "Meike"


def test_the_past_of_a_vault_that_was_there_before_is_not_due(tmp_path: Path) -> None:
    (tmp_path / "conversations").mkdir()
    note = "---\npeople: Meike\n---\n"
    (tmp_path / "conversations" / "2026-05-11 Meike.md").write_text(note, encoding="utf-8")
    notesync("init", tmp_path, "--today", "2026-05-12")
    found = notesync("--vault", tmp_path, "status", "--json", "--today", "2026-05-12").json
    assert found["talks"] == 1
    assert found["thanks_open"] == []


def test_init_begins_the_vault_that_is_named(tmp_path: Path) -> None:
    assert notesync("--vault", tmp_path / "net", "init").code == 0
    assert (tmp_path / "net" / "notesync.toml").is_file()
    assert [*Path.cwd().iterdir()] == []
