"""Files, index and branch are moved without a byte being lost, whatever is in the way."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from notesync.sync import files, journal, moving, repository
from notesync.sync.checkout import Checkout
from notesync.sync.errors import NeverSettles
from notesync.sync.files import Change, Saved
from notesync.sync.journal import Move
from notesync.sync.objects import Entry
from notesync.vault.vault import Vault
from notesync.words import ENGLISH
from tests.sync.devices import CARLA, Device, leftovers

CARLAS = "contacts/Carla Voigt.md"
NORA = "---\ntype: contact\nid: nora01\n---\n\n# Nora Lind\n"
NORAS = "contacts/Nora Lind.md"


def ahead(laptop: Device) -> tuple[str, str]:
    """Two commits: the one that is checked out, and one that changes, adds and deletes files."""
    old = laptop.head
    laptop.append(CARLAS, "- 2026-05-12 thanked\n")
    laptop.write(NORAS, NORA)
    laptop.write("deep/er/x.md", "x\n")
    (laptop.root / ".gitignore").unlink()
    laptop.commit()
    new = laptop.head
    laptop.git("reset", "-q", "--hard", old)
    return old, new


def opened(laptop: Device) -> Checkout:
    return Checkout(Vault.open(laptop.root), ENGLISH)


def test_a_move_changes_files_index_and_branch(laptop: Device) -> None:
    old, new = ahead(laptop)
    with opened(laptop) as checkout:
        moved = moving.move(checkout, old, new)
    assert {each.path for each in moved.changes} == {CARLAS, NORAS, "deep/er/x.md", ".gitignore"}
    assert moved.edits == ()
    assert laptop.head == new
    laptop.write(".git/info/exclude", ".notesync/\n")
    assert laptop.clean
    assert leftovers(laptop) == []
    assert "notesync: synced" in laptop.git("reflog")


def test_a_file_that_was_saved_meanwhile_stops_a_move(laptop: Device) -> None:
    old, new = ahead(laptop)
    laptop.append(CARLAS, "saved\n")
    with opened(laptop) as checkout, pytest.raises(Saved, match="Carla"):
        moving.move(checkout, old, new)
    assert laptop.read(CARLAS) == CARLA + "saved\n"
    assert laptop.head == old
    assert leftovers(laptop) == []


def test_a_new_file_of_the_same_name_stops_a_move_unless_it_is_the_same(laptop: Device) -> None:
    old, new = ahead(laptop)
    laptop.write(NORAS, "mine\n")
    with opened(laptop) as checkout, pytest.raises(Saved, match="Nora"):
        moving.move(checkout, old, new)
    assert laptop.read(NORAS) == "mine\n"
    laptop.write(NORAS, NORA)
    with opened(laptop) as checkout:
        moving.move(checkout, old, new)
    assert laptop.head == new


def test_a_file_that_was_renamed_meanwhile_does_not_come_back(laptop: Device) -> None:
    old, new = ahead(laptop)
    (laptop.root / CARLAS).rename(laptop.root / "contacts/Carla Lind.md")
    with opened(laptop) as checkout, pytest.raises(Saved, match="Carla"):
        moving.move(checkout, old, new)
    assert CARLAS not in laptop.files
    assert NORAS not in laptop.files
    assert leftovers(laptop) == []


def test_a_file_that_is_to_go_and_was_changed_stays(laptop: Device) -> None:
    old, new = ahead(laptop)
    laptop.append(".gitignore", "mine\n")
    with opened(laptop) as checkout, pytest.raises(Saved, match="gitignore"):
        moving.move(checkout, old, new)
    assert laptop.read(".gitignore").endswith("mine\n")
    assert laptop.head == old


@pytest.mark.parametrize("kind", ["folder", "link", "pipe"])
def test_whatever_has_taken_a_name_stays(laptop: Device, kind: str) -> None:
    old, new = ahead(laptop)
    there = laptop.root / NORAS
    if kind == "folder":
        laptop.write(f"{NORAS}/inside.md", "mine\n")
    elif kind == "link":
        there.symlink_to("/etc/passwd")
    else:
        os.mkfifo(there)
    before = there.lstat().st_ino
    with opened(laptop) as checkout, pytest.raises(Saved):
        moving.move(checkout, old, new)
    assert there.lstat().st_ino == before
    with opened(laptop) as checkout:
        moved = moving.move(checkout, old, new, [NORAS])
    assert laptop.read(NORAS) == NORA
    ((_, aside),) = moved.aside
    assert (laptop.root / aside).lstat().st_ino == before


def test_an_empty_folder_gives_way(laptop: Device) -> None:
    old, new = ahead(laptop)
    (laptop.root / NORAS).mkdir()
    with opened(laptop) as checkout:
        moving.move(checkout, old, new)
    assert laptop.read(NORAS) == NORA


def test_a_file_where_a_folder_has_to_be_is_set_aside(laptop: Device) -> None:
    old, new = ahead(laptop)
    laptop.write("deep", "mine\n")
    with opened(laptop) as checkout, pytest.raises(Saved):
        moving.move(checkout, old, new)
    with opened(laptop) as checkout:
        moved = moving.move(checkout, old, new, ["deep/er/x.md"])
    ((_, aside),) = moved.aside
    assert laptop.read(aside) == "mine\n"
    assert laptop.read("deep/er/x.md") == "x\n"


def test_a_write_protected_file_is_written_as_git_does(laptop: Device) -> None:
    old, new = ahead(laptop)
    (laptop.root / CARLAS).chmod(0o444)
    with opened(laptop) as checkout:
        moving.move(checkout, old, new)
    assert laptop.read(CARLAS).endswith("thanked\n")
    assert stat.S_IMODE((laptop.root / CARLAS).stat().st_mode) == 0o444


def test_a_file_of_the_users_that_is_staged_stays_staged(laptop: Device) -> None:
    old, new = ahead(laptop)
    laptop.write("other.md", "staged\n")
    laptop.git("add", "other.md")
    with opened(laptop) as checkout:
        moving.move(checkout, old, new)
    assert "A  other.md" in laptop.git("status", "--porcelain")


@pytest.mark.parametrize("done", [0, 1, 2, 3])
def test_a_move_that_was_killed_is_finished(laptop: Device, done: int) -> None:
    old, new = ahead(laptop)
    place = repository.locate(laptop.root)
    journal.write(place, Move("refs/heads/main", old, new))
    if done > 0:
        laptop.append(CARLAS, "- 2026-05-12 thanked\n")
    if done > 1:
        laptop.write(NORAS, NORA)
    if done > 2:
        laptop.write("contacts/.~notesync-new-0000000000000000-00000000.tmp", "")
    with opened(laptop) as checkout:
        moving.finish(checkout)
    assert laptop.head == new
    assert laptop.git("status", "--porcelain", "--untracked-files=no") == ""
    assert laptop.read("deep/er/x.md") == "x\n"
    assert leftovers(laptop) == []


def test_a_move_is_given_up_when_something_was_saved(laptop: Device) -> None:
    old, new = ahead(laptop)
    journal.write(repository.locate(laptop.root), Move("refs/heads/main", old, new))
    laptop.append(CARLAS, "saved\n")
    with opened(laptop) as checkout:
        moving.finish(checkout)
    assert laptop.head == old
    assert laptop.read(CARLAS) == CARLA + "saved\n"
    assert leftovers(laptop) == []


def unknown(laptop: Device) -> None:
    """A journal of a commit that isn't there."""
    move = Move("refs/heads/main", laptop.head, "1" * 40)
    journal.write(repository.locate(laptop.root), move)


@pytest.mark.parametrize(
    "change",
    [
        lambda laptop: laptop.git("switch", "-q", "-c", "other"),
        lambda laptop: laptop.git("commit", "-q", "--allow-empty", "-m", "x"),
        lambda laptop: laptop.write(".git/notesync/journal", "{torn"),
        unknown,
    ],
    ids=["branch", "commit", "torn", "unknown"],
)
def test_a_journal_of_something_else_is_dropped(laptop: Device, change: object) -> None:
    old, new = ahead(laptop)
    journal.write(repository.locate(laptop.root), Move("refs/heads/main", old, new))
    assert callable(change)
    change(laptop)
    before = laptop.files
    with opened(laptop) as checkout:
        moving.finish(checkout)
    assert laptop.files == before
    assert laptop.sync().code == 0
    assert leftovers(laptop) == []


def test_a_note_that_is_saved_again_and_again_ends_a_sync(
    laptop: Device, office: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.append(CARLAS, "- 2026-05-12 thanked\n")
    office.sync()
    look, count = moving.changes_of, 0

    def saving(checkout: Checkout, old: str, new: str) -> tuple[Change, ...]:
        nonlocal count
        count += 1
        laptop.append(CARLAS, f"saved {count}\n")
        return look(checkout, old, new)

    monkeypatch.setattr(moving, "changes_of", saving)
    monkeypatch.setattr("notesync.sync.recording.QUIET", 0.0)
    with pytest.raises(NeverSettles):
        laptop.sync()
    assert laptop.read(CARLAS).count("saved") == count
    monkeypatch.setattr(moving, "changes_of", look)
    assert laptop.sync().code == 0
    text = laptop.read(CARLAS)
    assert text.count("thanked") == 1
    assert all(text.count(f"saved {number}\n") == 1 for number in range(1, count + 1))


def test_capitals_only_are_a_rename_where_the_disk_sees_no_difference(
    laptop: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop.write("contacts/nora lind.md", NORA)
    laptop.commit()
    old = laptop.head
    laptop.git("mv", "contacts/nora lind.md", NORAS)
    laptop.git("commit", "-q", "-m", "x")
    new = laptop.head
    laptop.git("reset", "-q", "--hard", old)
    # A second name of the same file is as near as a disk that sees capitals can come.
    os.link(laptop.root / "contacts/nora lind.md", laptop.root / NORAS)
    renamed: list[str] = []
    rename = os.rename

    def noting(old: str, new: str) -> None:
        renamed.append(old)
        rename(old, new)

    monkeypatch.setattr(os, "rename", noting)
    with opened(laptop) as checkout:
        moving.move(checkout, old, new)
    assert any(name.endswith("nora lind.md") for name in renamed)
    assert laptop.read(NORAS) == NORA


@pytest.mark.parametrize("path", ["", "/x", "a//b", "a/../b", "a/.git/b", "a\0b", ".GIT/x"])
def test_an_unsafe_path_is_never_written(path: str, laptop: Device) -> None:
    change = Change(path, None, Entry("100644", "0" * 40))
    with opened(laptop) as checkout, pytest.raises(Exception, match="could do harm"):
        files.put(checkout, change, b"x")


def test_a_pointer_is_not_written_over_what_it_stands_for(laptop: Device) -> None:
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 2\n"
    laptop.write("film.bin", pointer)
    laptop.commit()
    with opened(laptop) as checkout:
        entry = checkout.objects.folder(checkout.objects.name("HEAD^{tree}"))
        (oid,) = [each[2].hex() for each in entry if each[1] == b"film.bin"]
        there = Entry("100644", oid)
        assert files.committed(checkout, "film.bin", pointer.encode(), there)
        assert not files.committed(checkout, "film.bin", b"the film itself", there)


def test_the_folder_of_the_vault_itself_stays(laptop: Device) -> None:
    old = laptop.head
    laptop.git("rm", "-q", "-r", "contacts", ".gitignore")
    laptop.git("commit", "-q", "-m", "x")
    new = laptop.head
    laptop.git("reset", "-q", "--hard", old)
    with opened(laptop) as checkout:
        moving.move(checkout, old, new)
    assert sorted(each.name for each in Path(laptop.root).iterdir()) == [
        ".git",
        ".notesync",
        "notesync.toml",
    ]
