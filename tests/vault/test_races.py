"""Another program saves the same note all the time, in the ways in which editors save.

It is a process of its own that knows what it saved last. Before each save it looks whether its last
one is still there, so a save that we overwrote is found by the one who made it.
"""

import errno
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from notesync.errors import NotesyncError
from notesync.vault import atomic, rivals, syscalls
from notesync.vault.config import Config
from notesync.vault.errors import Changed, InUse, NameTaken
from notesync.vault.fingerprint import digest
from notesync.vault.snapshot import Snapshot
from notesync.vault.vault import Vault

# The other program. It looks again and again for its last save before it says that it is lost:
# between our rename and our putting back, our version may stand there for an instant.
OTHER = r"""
import os, random, sys, time
note, way, stop = sys.argv[1:]
rng = random.Random(1)
def there(stamp):
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            with open(note, "rb") as file:
                if stamp in file.read().splitlines():
                    return True
        except FileNotFoundError:
            pass
    return False
last, number = b"start", 0
while not os.path.exists(stop):
    number += 1
    if not there(last):
        sys.exit(f"save {last!r} is lost")
    last = b"theirs %d" % number
    content = last + b"\n" + b"long text that takes its time\n" * rng.choice([1, 40, 4000])
    if way == "rename":
        with open(note + ".tmp", "wb") as file:
            file.write(content)
        os.replace(note + ".tmp", note)
    elif way == "truncate":
        with open(note, "wb", buffering=0) as file:
            time.sleep(rng.choice([0, 0, 0.0005]))
            for at in range(0, len(content), 20000):
                file.write(content[at:at + 20000])
                time.sleep(rng.choice([0, 0.0002]))
    elif way == "rewrite":  # in place, the length set at the end
        with open(note, "r+b", buffering=0) as file:
            time.sleep(rng.choice([0, 0, 0.0005]))
            file.write(content)
            file.truncate()
    elif way == "move away":  # what vim does: the old file becomes the backup
        os.rename(note, note + "~")
        with open(note, "wb") as file:
            file.write(content)
    time.sleep(rng.choice([0, 0.0003, 0.002, 0.03]))
if not there(last):
    sys.exit(f"the last save {last!r} is lost")
"""


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    (tmp_path / "Carla.md").write_text("start\n")
    return Vault(tmp_path, Config())


def hammer(vault: Vault, way: str, edits: int) -> None:
    """Edit the note so many times while the other saves it all the time."""
    stop = vault.root / "stop"
    command = [sys.executable, "-c", OTHER, str(vault.root / "Carla.md"), way, str(stop)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as other:
        done = 0
        while done < edits and other.poll() is None:
            with suppress(NotesyncError):  # it saves so often that we have to come back
                vault.edit("Carla.md", append(done))
                done += 1
        stop.touch()
        _, said = other.communicate()
    stop.unlink()
    assert other.returncode == 0, said


def append(number: int) -> Callable[[Snapshot], str]:
    def change(seen: Snapshot) -> str:
        return seen.text + f"ours {number}\n"

    return change


WAYS = ("rename", "truncate", "rewrite", "move away")


def litter(vault: Vault) -> set[str]:
    return {each.name for each in vault.root.iterdir()} - {"Carla.md", "Carla.md~"}


@pytest.mark.parametrize("way", WAYS)
def test_no_save_of_the_other_program_is_lost(vault: Vault, way: str) -> None:
    hammer(vault, way, 50)
    assert litter(vault) == set()


@pytest.mark.long
@pytest.mark.parametrize("way", WAYS)
def test_no_save_of_the_other_program_is_lost_in_thousands(vault: Vault, way: str) -> None:
    hammer(vault, way, 2000)
    assert litter(vault) == set()


@pytest.mark.parametrize("way", ["truncate", "rewrite"])
def test_without_leases_a_save_in_place_is_not_lost_either(
    vault: Vault, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(syscalls, "being_written", lambda _descriptor: None)  # as on macOS
    hammer(vault, way, 5)
    assert litter(vault) == set()


# ------------------------------------------- the same, step by step, at the worst of all moments


def between(monkeypatch: pytest.MonkeyPatch, *saves: Callable[[], object]) -> None:
    """Let another program save just before each of the next exchanges of names."""
    real, todo = syscalls.exchange, list(saves)

    def exchange(one: str, other: str) -> None:
        if todo:
            todo.pop(0)()
        real(one, other)

    monkeypatch.setattr(syscalls, "exchange", exchange)


def replace_with(note: Path, content: bytes) -> None:
    new = note.with_suffix(".new")
    new.write_bytes(content)
    new.rename(note)


@pytest.mark.parametrize("save", [replace_with, Path.write_bytes])
def test_a_save_between_check_and_rename_goes_back_to_its_place(
    vault: Vault,
    save: Callable[[Path, bytes], object],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    note = vault.root / "Carla.md"
    between(monkeypatch, lambda: save(note, b"theirs\n"))
    with pytest.raises(Changed):
        atomic.replace(str(note), b"ours\n", digest(b"start\n"), "Carla.md")
    assert note.read_bytes() == b"theirs\n"
    assert litter(vault) == set()


@pytest.mark.parametrize("save", [replace_with, Path.write_bytes])
def test_a_second_save_while_the_first_goes_back_wins_over_the_first(
    vault: Vault,
    save: Callable[[Path, bytes], object],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    note = vault.root / "Carla.md"
    between(
        monkeypatch,
        lambda: save(note, b"theirs 1\n"),
        lambda: save(note, b"theirs 2\n"),
        lambda: save(note, b"theirs 3\n"),
    )
    with pytest.raises(Changed):
        atomic.replace(str(note), b"ours\n", digest(b"start\n"), "Carla.md")
    assert note.read_bytes() == b"theirs 3\n"
    assert litter(vault) == set()


def test_a_note_deleted_at_the_last_moment_stays_deleted(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = vault.root / "Carla.md"
    between(monkeypatch, note.unlink)
    with pytest.raises(Changed):
        atomic.replace(str(note), b"ours\n", digest(b"start\n"), "Carla.md")
    assert list(vault.root.iterdir()) == []


def test_a_note_that_became_a_link_or_a_folder_is_put_back_as_it_is(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = vault.root / "Carla.md"

    def becomes_a_link() -> None:
        note.rename(vault.root / "Carla.md~")
        note.symlink_to("Carla.md~")

    def becomes_a_folder() -> None:
        note.unlink()
        note.mkdir()

    between(monkeypatch, becomes_a_link)
    with pytest.raises(Changed):
        atomic.replace(str(note), b"ours\n", digest(b"start\n"), "Carla.md")
    assert note.is_symlink()
    note.unlink()
    (vault.root / "Carla.md~").rename(note)
    between(monkeypatch, becomes_a_folder)
    with pytest.raises(Changed):
        atomic.replace(str(note), b"ours\n", digest(b"start\n"), "Carla.md")
    assert note.is_dir()
    assert litter(vault) == set()


def test_a_program_that_keeps_the_note_open_for_writing_writes_on_into_the_note(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rivals, "PATIENCE", 0.05)
    note = vault.root / "Carla.md"
    with note.open("ab", buffering=0) as theirs:
        with pytest.raises(InUse):
            atomic.replace(str(note), b"ours\n", digest(b"start\n"), "Carla.md")
        theirs.write(b"and more\n")
    assert note.read_bytes() == b"start\nand more\n"
    assert litter(vault) == set()


def test_an_edit_takes_the_other_save_along(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    note = vault.root / "Carla.md"
    between(monkeypatch, lambda: replace_with(note, b"theirs\n"))
    vault.edit("Carla.md", append(1))
    assert note.read_bytes() == b"theirs\nours 1\n"


# ----------------------------------------------- file systems that can't exchange names, or less


def without_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on network and FAT file systems, and with old C libraries."""
    monkeypatch.setattr(syscalls, "_renamer", lambda: None)


def test_without_exchange_a_note_is_replaced_created_moved_and_removed_all_the_same(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_exchange(monkeypatch)
    vault.edit("Carla.md", append(1))
    seen = vault.read("Carla.md")
    assert seen.text == "start\nours 1\n"
    vault.rename("Carla.md", "Menschen/Carla.md", seen.digest)
    vault.write("Carla.md", "another Carla", None)
    with pytest.raises(NotesyncError):
        vault.rename("Carla.md", "Menschen/Carla.md", digest(b"another Carla"))
    vault.remove("Menschen/Carla.md", seen.digest)
    assert vault.read("Carla.md").text == "another Carla"
    assert litter(vault) == {"Menschen"}
    assert list((vault.root / "Menschen").iterdir()) == []


def test_without_exchange_a_save_in_place_during_the_rename_is_put_back(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_exchange(monkeypatch)
    note = vault.root / "Carla.md"
    real = os.rename

    def rename(old: str, new: str) -> None:
        note.write_bytes(b"theirs\n")  # at the last moment, into the old file
        monkeypatch.setattr(os, "rename", real)
        real(old, new)

    monkeypatch.setattr(os, "rename", rename)
    with pytest.raises(Changed):
        atomic.replace(str(note), b"ours\n", digest(b"start\n"), "Carla.md")
    assert note.read_bytes() == b"theirs\n"
    assert litter(vault) == set()


def without_links(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on FAT: neither exchange nor second names."""
    without_exchange(monkeypatch)

    def link(*_names: str, **_options: bool) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", link)


def test_without_links_a_note_is_written_all_the_same(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_links(monkeypatch)
    vault.edit("Carla.md", append(1))
    vault.write("Nora.md", "new", None)
    seen = vault.read("Nora.md")
    nora, carla = str(vault.root / "Nora.md"), str(vault.root / "Carla.md")
    with pytest.raises(NameTaken):
        atomic.move(nora, carla, seen.digest, "Nora.md", "Carla.md")
    vault.rename("Nora.md", "Nora Lind.md", seen.digest)
    assert vault.read("Carla.md").text == "start\nours 1\n"
    assert litter(vault) == {"Nora Lind.md"}


@pytest.mark.parametrize("poorer", [without_exchange, without_links])
@pytest.mark.parametrize("save", [replace_with, Path.write_bytes])
def test_without_exchange_a_save_before_the_last_look_is_seen(
    vault: Vault,
    poorer: Callable[[pytest.MonkeyPatch], None],
    save: Callable[[Path, bytes], object],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    poorer(monkeypatch)
    note = vault.root / "Carla.md"
    real = rivals.replace_by_link

    def replace_by_link(*arguments: str, leases: bool) -> None:
        save(note, b"theirs\n")
        real(*arguments, leases=leases)

    monkeypatch.setattr(rivals, "replace_by_link", replace_by_link)
    with pytest.raises(Changed):
        atomic.replace(str(note), b"ours\n", digest(b"start\n"), "Carla.md")
    assert note.read_bytes() == b"theirs\n"
    assert litter(vault) == set()


def test_without_exchange_a_note_deleted_at_the_last_moment_stays_deleted(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_exchange(monkeypatch)
    note = vault.root / "Carla.md"
    real = rivals.replace_by_link

    def replace_by_link(*arguments: str, leases: bool) -> None:
        note.unlink()
        real(*arguments, leases=leases)

    monkeypatch.setattr(rivals, "replace_by_link", replace_by_link)
    with pytest.raises(Changed):
        atomic.replace(str(note), b"ours\n", digest(b"start\n"), "Carla.md")
    assert list(vault.root.iterdir()) == []


# --------------------------------------------------------------------------- removing and moving


def test_a_note_saved_while_it_is_removed_is_put_back(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = vault.root / "Carla.md"
    real = os.rename

    def rename(old: str, new: str) -> None:
        monkeypatch.setattr(os, "rename", real)
        replace_with(note, b"theirs\n")
        real(old, new)

    monkeypatch.setattr(os, "rename", rename)
    with pytest.raises(Changed):
        atomic.remove(str(note), digest(b"start\n"), "Carla.md")
    assert note.read_bytes() == b"theirs\n"
    assert litter(vault) == set()


def test_of_two_saves_while_it_is_removed_the_newer_stays(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = vault.root / "Carla.md"
    real = os.rename

    def rename(old: str, new: str) -> None:
        monkeypatch.setattr(os, "rename", real)
        replace_with(note, b"theirs 1\n")
        real(old, new)
        note.write_bytes(b"theirs 2\n")

    monkeypatch.setattr(os, "rename", rename)
    with pytest.raises(Changed):
        atomic.remove(str(note), digest(b"start\n"), "Carla.md")
    assert note.read_bytes() == b"theirs 2\n"
    assert litter(vault) == set()


def test_who_never_stops_saving_keeps_all_that_came_last(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rivals, "ROUNDS", 1)
    note = vault.root / "Carla.md"
    between(
        monkeypatch,
        lambda: replace_with(note, b"theirs 1\n"),
        lambda: replace_with(note, b"theirs 2\n"),
    )
    with pytest.raises(Changed):
        atomic.replace(str(note), b"ours\n", digest(b"start\n"), "Carla.md")
    saved = {each.read_bytes() for each in vault.root.iterdir()}
    assert saved == {b"theirs 1\n", b"theirs 2\n"}


def test_an_edit_waits_for_a_program_that_is_writing_the_note(vault: Vault) -> None:
    note = vault.root / "Carla.md"
    theirs = note.open("wb", buffering=0)
    theirs.write(b"half of ")

    def finish() -> None:
        theirs.write(b"a sentence\n")
        theirs.close()

    timer = threading.Timer(0.1, finish)
    timer.start()
    seen: list[str] = []

    def change(found: Snapshot) -> str:
        seen.append(found.text)
        return f"{found.text}ours\n"

    vault.edit("Carla.md", change)
    timer.join()
    assert seen == ["half of a sentence\n"]
    assert note.read_bytes() == b"half of a sentence\nours\n"
