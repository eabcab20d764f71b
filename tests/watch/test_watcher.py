"""The index follows every way in which files change, by hints or without them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from notesync.watch import watcher as watching
from notesync.watch.watcher import Look, Watcher
from tests.watch.following import ANNA, followed, make_vault

NEW = ANNA.replace("Hamburg", "Leipzig")


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def truncate_and_write(path: Path) -> None:
    write(path, NEW)


def atomic_rename(path: Path) -> None:
    beside = path.with_name(".Anna.md.tmp-1234")
    write(beside, NEW)
    beside.replace(path)


def backup_then_new_file(path: Path) -> None:
    """As vim does with backupcopy=no."""
    backup = path.with_name("Anna.md~")
    path.rename(backup)
    write(path, NEW)
    backup.unlink()


def link_aside_then_rename(path: Path) -> None:
    """As emacs does with hard-linked backups."""
    os.link(path, path.with_name("Anna.md~"))
    beside = path.with_name("#Anna.md#")
    write(beside, NEW)
    beside.replace(path)


def in_two_halves(path: Path) -> None:
    """As a slow program does: empty, then half, then whole."""
    with path.open("w", encoding="utf-8") as file:
        file.flush()
        time.sleep(0.3)
        file.write(NEW[:12])
        file.flush()
        time.sleep(0.3)
        file.write(NEW[12:])


def moved_in_from_elsewhere(path: Path) -> None:
    elsewhere = path.parents[2] / "elsewhere.md"
    write(elsewhere, NEW)
    elsewhere.replace(path)


def appended_in_an_open_file(path: Path) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write("- 2026-05-02 agreed\n")


def deleted(path: Path) -> None:
    path.unlink()


def renamed(path: Path) -> None:
    path.rename(path.with_name("Anna Müller.md"))


def folder_renamed(path: Path) -> None:
    path.parent.rename(path.parent.with_name("People"))


def new_folders_with_notes(path: Path) -> None:
    deep = path.parents[1] / "talks" / "2026" / "May"
    deep.mkdir(parents=True)
    for number in range(20):
        write(deep / f"{number}.md", f"# {number}\n")


def folder_moved_out(path: Path) -> None:
    shutil.move(path.parent, path.parents[2] / "away")


def folder_moved_in(path: Path) -> None:
    outside = path.parents[2] / "Coming"
    outside.mkdir()
    write(outside / "Ben.md", ANNA)
    outside.rename(path.parents[1] / "Coming")


CHANGES = [
    truncate_and_write,
    atomic_rename,
    backup_then_new_file,
    link_aside_then_rename,
    in_two_halves,
    moved_in_from_elsewhere,
    appended_in_an_open_file,
    deleted,
    renamed,
    folder_renamed,
    new_folders_with_notes,
    folder_moved_out,
    folder_moved_in,
]


@pytest.mark.parametrize("change", CHANGES)
def test_the_index_follows(change: Callable[[Path], None], tmp_path: Path) -> None:
    with followed(tmp_path) as following:
        before = following.settles()
        change(following.vault.root / "contacts" / "Anna.md")
        assert following.settles() != before
        assert following.gave_up == []


@pytest.mark.parametrize("change", [truncate_and_write, deleted, folder_renamed, folder_moved_in])
def test_the_index_follows_without_hints(change: Callable[[Path], None], tmp_path: Path) -> None:
    with followed(tmp_path, poll=True) as following:
        before = following.settles()
        change(following.vault.root / "contacts" / "Anna.md")
        assert following.settles() != before


def test_a_file_that_is_just_being_emptied_keeps_its_last_good_state(tmp_path: Path) -> None:
    with followed(tmp_path) as following:
        before = following.settles()
        looks = following.looks
        began = time.monotonic()
        write(following.vault.root / "contacts" / "Anna.md", "")
        until = began + 60
        while following.looks == looks and time.monotonic() < until:
            time.sleep(0.02)
        in_between = following.content()
        if (
            time.monotonic() - began < 1.5
        ):  # a busy machine may have been slower than the file is given
            assert in_between == before
        assert following.settles() != before


def test_a_burst_of_many_files_loses_nothing(tmp_path: Path) -> None:
    with followed(tmp_path) as following:
        folder = following.vault.root / "contacts"
        for number in range(3000):
            write(folder / f"Person {number}.md", NEW)
        for number in range(0, 3000, 3):
            (folder / f"Person {number}.md").unlink()
        found = following.settles()
        assert len(found["notes"]) == 2001


@pytest.mark.long
def test_a_checkout_of_30000_files_loses_nothing(tmp_path: Path) -> None:
    with followed(tmp_path) as following:
        folder = following.vault.root / "contacts"
        for number in range(30_000):
            write(folder / f"Person {number}.md", NEW)
        assert len(following.settles()["notes"]) == 30_001


def test_what_happens_in_dot_folders_and_litter_is_no_reason_to_look(tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "vault")
    watcher = Watcher(str(vault.root), Look)
    root = str(vault.root)
    assert watcher.concerns(f"{root}/contacts/Anna.md", folder=False)
    assert watcher.concerns(f"{root}/notesync.toml", folder=False)
    assert watcher.concerns(f"{root}/contacts", folder=True)
    assert not watcher.concerns(f"{root}/.git/COMMIT.md", folder=False)
    assert not watcher.concerns(f"{root}/contacts/.git/x.md", folder=False)
    assert not watcher.concerns(f"{root}/contacts/.Anna.md.swp", folder=False)
    assert not watcher.concerns(f"{root}/dashboard.html", folder=False)
    assert not watcher.concerns(f"{root}/contacts/4913", folder=False)


def test_a_vault_without_changes_is_left_in_peace(tmp_path: Path) -> None:
    with followed(tmp_path) as following:
        following.settles()
        looks = following.looks
        (following.vault.root / "dashboard.html").write_text("ours", encoding="utf-8")
        time.sleep(1.0)
        assert following.looks == looks


NO_HANDLES_LEFT = """
import os, resource, sys, threading
from notesync.watch.watcher import Look, Watcher

looks = []
def look():
    looks.append(1)
    if len(looks) == 3:
        watcher.stop()
    return Look()

watcher = Watcher(sys.argv[1], look, gave_up=print)
most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
resource.setrlimit(resource.RLIMIT_NOFILE, (len(os.listdir("/proc/self/fd")) - 1, most))
watcher.run()
print(len(looks), "looks")
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="inotify is Linux's")
def test_where_the_system_gives_no_hints_it_polls_and_says_so(tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "vault")
    done = subprocess.run(
        [sys.executable, "-c", NO_HANDLES_LEFT, str(vault.root)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout.splitlines() == ["inotify instance limit reached", "3 looks"]


def test_a_look_that_fails_is_tried_again(tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "vault")
    answers = iter([Look(failed=True), Look()])
    looked = threading.Semaphore(0)

    def look() -> Look:
        looked.release()
        return next(answers, Look())

    watcher = Watcher(str(vault.root), look, poll=True)
    watcher_thread = threading.Thread(target=watcher.run)
    watcher_thread.start()
    assert looked.acquire(timeout=60)
    assert looked.acquire(timeout=60)
    watcher.stop()
    watcher_thread.join(60)
    assert not watcher_thread.is_alive()


def test_what_watchdog_logs_is_not_shown() -> None:
    script = (
        "import logging, notesync.watch.watcher\n"
        "logging.getLogger('watchdog.observers').error('called when the thread is inactive')\n"
    )
    ran = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)
    assert ran.stderr == b""


def test_saves_do_not_put_off_the_look_at_the_whole_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor does a look that takes long: a thousand times as long would be a minute here."""
    monkeypatch.setattr(watching, "UNASKED", 0.3)
    monkeypatch.setattr(watching, "RARELY", 0.3)
    looks: list[bool] = []

    def look() -> Look:
        looks.append(watcher.whole)
        time.sleep(0.06)
        return Look(whole=watcher.whole)

    watcher = Watcher(str(make_vault(tmp_path / "vault").root), look)
    thread = threading.Thread(target=watcher.run)
    thread.start()
    until = time.monotonic() + 30
    while looks.count(True) < 3 and time.monotonic() < until:
        watcher.hint()
        time.sleep(0.15)
    watcher.stop()
    thread.join()
    assert looks.count(True) >= 3
    assert False in looks
