"""What sync does on a good day: both sides' edits get everywhere, whole and once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from notesync.sync.actions import Commit, Send, Take
from tests.sync.devices import CARLA, Device, leftovers, remote_tree

CARLAS = "contacts/Carla Voigt.md"
NORA = "---\ntype: contact\nid: nora01\n---\n\n# Nora Lind\n"


def test_a_new_note_gets_to_the_other_device(laptop: Device, office: Device, remote: Path) -> None:
    laptop.write("contacts/Nora Lind.md", NORA)
    assert laptop.sync().code == 0
    assert office.sync().code == 0
    assert office.read("contacts/Nora Lind.md") == NORA
    assert laptop.tree == office.tree == remote_tree(remote)
    assert laptop.clean
    assert office.clean


def test_the_first_push_fills_an_empty_remote(laptop: Device, remote: Path) -> None:
    assert laptop.tree == remote_tree(remote)
    assert laptop.clean
    assert leftovers(laptop) == []


def test_nothing_to_sync_does_nothing(laptop: Device) -> None:
    before = laptop.head
    outcome = laptop.sync()
    assert outcome.code == 0
    assert outcome.actions == ()
    assert laptop.head == before


def test_edits_of_different_notes_meet(laptop: Device, office: Device, remote: Path) -> None:
    laptop.write("contacts/Nora Lind.md", NORA)
    office.append(CARLAS, "- 2026-05-12 thanked\n")
    assert laptop.sync().code == 0
    assert office.sync().code == 0
    assert laptop.sync().code == 0
    assert laptop.tree == office.tree == remote_tree(remote)
    assert laptop.read(CARLAS) == CARLA + "- 2026-05-12 thanked\n"
    assert office.read("contacts/Nora Lind.md") == NORA
    assert len(office.git("rev-list", "--parents", "-1", "HEAD").split()) == 3


def test_a_deleted_note_is_deleted_everywhere(laptop: Device, office: Device) -> None:
    (laptop.root / CARLAS).unlink()
    assert laptop.sync().code == 0
    assert office.sync().code == 0
    assert CARLAS not in office.files
    assert not (office.root / "contacts").exists()
    assert office.clean


def test_a_renamed_note_is_renamed_everywhere(laptop: Device, office: Device) -> None:
    (laptop.root / CARLAS).rename(laptop.root / "contacts/Carla Lind.md")
    office.append(CARLAS, "- 2026-05-12 thanked\n")
    assert [each.sync().code for each in (laptop, office, laptop)] == [0, 0, 0]
    assert laptop.files == office.files
    assert CARLAS not in office.files
    assert office.read("contacts/Carla Lind.md").endswith("- 2026-05-12 thanked\n")


def test_what_is_done_is_told_as_values(laptop: Device, office: Device) -> None:
    laptop.write("contacts/Nora Lind.md", NORA)
    assert laptop.sync().actions == (
        Commit("1 note: 1 person", ("contacts/Nora Lind.md",)),
        Send("origin"),
    )
    assert office.sync().actions == (Take("contacts/Nora Lind.md", "new"),)


def test_a_dry_run_tells_and_changes_nothing(laptop: Device, office: Device, remote: Path) -> None:
    laptop.write("contacts/Nora Lind.md", NORA)
    laptop.sync()
    office.append(CARLAS, "- 2026-05-12 thanked\n")
    before = office.head, remote_tree(remote), office.git("status", "--porcelain")
    outcome = office.sync(dry_run=True)
    assert outcome.actions == (
        Commit("1 note: 1 person", (CARLAS,)),
        Send("origin"),
        Take("contacts/Nora Lind.md", "new"),
    )
    assert (office.head, remote_tree(remote), office.git("status", "--porcelain")) == before
    assert "contacts/Nora Lind.md" not in office.files
    assert leftovers(office) == []


def test_a_message_names_nobody(laptop: Device) -> None:
    laptop.write("contacts/Nora Lind.md", NORA)
    laptop.write("conversations/2026-05-12 Nora Lind.md", "---\npeople: [Nora Lind]\n---\n")
    laptop.write("photo.png", b"\x89PNG")
    laptop.sync()
    said = laptop.git("log", "-1", "--format=%B").strip()
    assert said == "2 notes: 1 person, 1 conversation; 1 other file"


def test_files_of_any_name_are_synced(laptop: Device, office: Device) -> None:
    names = ["-rf.md", "a\nb.md", 'qu"ote.md', "glob*?.md", ":(exclude)x.md", "Ünï 🌱.md", " .md"]
    for name in names:
        laptop.write(f"contacts/{name}", NORA)
    assert laptop.sync().code == 0
    assert office.sync().code == 0
    assert {f"contacts/{name}" for name in names} < office.files
    for name in names:
        office.append(f"contacts/{name}", "more\n")
    assert office.sync().code == 0
    assert laptop.sync().code == 0
    assert all(laptop.read(f"contacts/{name}") == NORA + "more\n" for name in names)
    assert laptop.clean


def test_links_and_modes_are_synced(laptop: Device, office: Device) -> None:
    laptop.write("script.sh", "#!/bin/sh\n")
    (laptop.root / "script.sh").chmod(0o755)
    (laptop.root / "link").symlink_to("contacts")
    assert laptop.sync().code == 0
    assert office.sync().code == 0
    assert (office.root / "script.sh").stat().st_mode & 0o111
    assert (office.root / "link").readlink() == Path("contacts")
    (office.root / "script.sh").chmod(0o644)
    (office.root / "link").unlink()
    (office.root / "link").symlink_to("notesync.toml")
    assert office.sync().code == 0
    assert laptop.sync().code == 0
    assert not (laptop.root / "script.sh").stat().st_mode & 0o111
    assert (laptop.root / "link").readlink() == Path("notesync.toml")
    assert laptop.clean
    assert office.clean


def test_a_file_becomes_a_folder_and_back(laptop: Device, office: Device) -> None:
    laptop.write("plans", "a file\n")
    laptop.sync()
    office.sync()
    (office.root / "plans").unlink()
    office.write("plans/one.md", "a note\n")
    assert office.sync().code == 0
    assert laptop.sync().code == 0
    assert laptop.read("plans/one.md") == "a note\n"
    (laptop.root / "plans/one.md").unlink()
    (laptop.root / "plans").rmdir()
    laptop.write("plans", "a file again\n")
    assert laptop.sync().code == 0
    assert office.sync().code == 0
    assert office.read("plans") == "a file again\n"
    assert laptop.clean
    assert office.clean


def test_the_users_own_branches_and_tags_stay_here(laptop: Device) -> None:
    laptop.git("branch", "draft")
    laptop.git("tag", "v1")
    laptop.append(CARLAS, "x\n")
    assert laptop.sync().code == 0
    assert laptop.git("ls-remote", "origin").split()[1::2] == ["HEAD", "refs/heads/main"]


def test_line_endings_of_the_working_tree_are_kept(
    laptop: Device, clone: Callable[[str], Device]
) -> None:
    laptop.write(".gitattributes", "*.md text eol=crlf\n")
    laptop.write("contacts/Nora Lind.md", NORA.replace("\n", "\r\n"))
    assert laptop.sync().code == 0
    assert laptop.clean
    office = clone("windows")
    assert office.read("contacts/Nora Lind.md") == NORA.replace("\n", "\r\n")
    office.append("contacts/Nora Lind.md", "more\r\n")
    assert office.sync().code == 0
    assert laptop.sync().code == 0
    assert laptop.read("contacts/Nora Lind.md") == NORA.replace("\n", "\r\n") + "more\r\n"
    assert laptop.git("cat-file", "-p", "HEAD:contacts/Nora Lind.md") == NORA + "more\n"
    assert laptop.clean


def test_a_phones_own_branch_is_merged_as_well(
    laptop: Device, office: Device, clone: Callable[[str], Device], remote: Path
) -> None:
    laptop.write("notesync.toml", 'lang = "en"\n[sync]\nbranches = ["phone", "tablet"]\n')
    assert laptop.sync().code == 0
    phone = clone("phone")
    phone.git("switch", "-q", "-c", "phone")
    phone.write("inbox/today.md", "Lunch with Nora\n")
    phone.append(CARLAS, "- 2026-05-13 news\n")
    phone.commit()
    phone.git("push", "-q", "origin", "phone")
    office.append(CARLAS, "- 2026-05-12 thanked\n")
    assert [each.sync().code for each in (office, laptop, office)] == [0, 0, 0]
    assert laptop.tree == office.tree == remote_tree(remote)
    assert laptop.read("inbox/today.md") == "Lunch with Nora\n"
    assert laptop.read(CARLAS) == CARLA + "- 2026-05-12 thanked\n- 2026-05-13 news\n"
    before = laptop.head
    assert laptop.sync().actions == ()
    assert laptop.head == before
    phone.git("pull", "-q", "--ff-only", "origin", "main")
    assert phone.tree == laptop.tree
