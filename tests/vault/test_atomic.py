import os
import stat
from pathlib import Path

import pytest

from notesync.vault import atomic
from notesync.vault.errors import Changed, FileVanished, NameTaken, NotOurs, WriteProtected
from notesync.vault.fingerprint import digest


def only(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_replaced_file_has_the_new_bytes_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    note = tmp_path / "Carla.md"
    note.write_bytes(b"old\n")
    atomic.replace(str(note), b"new\n", digest(b"old\n"), "Carla.md")
    assert note.read_bytes() == b"new\n"
    assert only(tmp_path) == ["Carla.md"]


def test_a_file_with_other_bytes_than_expected_is_left_alone(tmp_path: Path) -> None:
    note = tmp_path / "Carla.md"
    note.write_bytes(b"theirs\n")
    with pytest.raises(Changed):
        atomic.replace(str(note), b"ours\n", digest(b"old\n"), "Carla.md")
    assert note.read_bytes() == b"theirs\n"
    assert only(tmp_path) == ["Carla.md"]


def test_mode_and_attributes_stay(tmp_path: Path) -> None:
    note = tmp_path / "Carla.md"
    note.write_bytes(b"old")
    note.chmod(0o640)
    os.setxattr(note, "user.colour", b"green")
    atomic.replace(str(note), b"new", digest(b"old"), "Carla.md")
    assert stat.S_IMODE(note.stat().st_mode) == 0o640
    assert os.getxattr(note, "user.colour") == b"green"


def test_the_returned_stat_is_that_of_the_file_in_its_place(tmp_path: Path) -> None:
    note = tmp_path / "Carla.md"
    made = atomic.create(str(note), b"one", "Carla.md")
    assert made == note.stat()
    replaced = atomic.replace(str(note), b"two", digest(b"one"), "Carla.md")
    assert replaced == note.stat()


def test_a_new_file_never_replaces_one(tmp_path: Path) -> None:
    note = tmp_path / "Carla.md"
    note.write_bytes(b"theirs")
    with pytest.raises(NameTaken):
        atomic.create(str(note), b"ours", "Carla.md")
    assert note.read_bytes() == b"theirs"
    assert only(tmp_path) == ["Carla.md"]


def test_a_link_is_refused_and_its_target_kept(tmp_path: Path) -> None:
    target = tmp_path / "target.md"
    target.write_bytes(b"kept")
    link = tmp_path / "link.md"
    link.symlink_to(target)
    with pytest.raises(NotOurs):
        atomic.replace(str(link), b"ours", digest(b"kept"), "link.md")
    assert target.read_bytes() == b"kept"
    assert link.is_symlink()


def test_a_write_protected_file_is_left_alone(tmp_path: Path) -> None:
    note = tmp_path / "Carla.md"
    note.write_bytes(b"old")
    note.chmod(0o444)
    with pytest.raises(WriteProtected):
        atomic.replace(str(note), b"new", digest(b"old"), "Carla.md")
    assert note.read_bytes() == b"old"


def test_a_vanished_file_is_not_made_again(tmp_path: Path) -> None:
    with pytest.raises(FileVanished):
        atomic.replace(str(tmp_path / "Carla.md"), b"new", digest(b"old"), "Carla.md")
    assert only(tmp_path) == []


def test_removing_and_moving_ask_for_the_same_bytes(tmp_path: Path) -> None:
    note, new = tmp_path / "Carla.md", tmp_path / "Carla Voigt.md"
    note.write_bytes(b"theirs")
    with pytest.raises(Changed):
        atomic.remove(str(note), digest(b"old"), "Carla.md")
    with pytest.raises(Changed):
        atomic.move(str(note), str(new), digest(b"old"), "Carla.md", "Carla Voigt.md")
    assert only(tmp_path) == ["Carla.md"]
    atomic.move(str(note), str(new), digest(b"theirs"), "Carla.md", "Carla Voigt.md")
    assert only(tmp_path) == ["Carla Voigt.md"]
    atomic.remove(str(new), digest(b"theirs"), "Carla Voigt.md")
    assert only(tmp_path) == []
