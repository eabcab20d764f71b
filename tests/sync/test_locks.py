"""Indexes and locks: copied whole, put in place for an instant, cleared when nobody has them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

from notesync.sync import commits, locks
from notesync.sync.checkout import Checkout
from notesync.sync.commits import BranchMoved
from notesync.sync.errors import GitFailed
from notesync.sync.locks import IndexMoved
from notesync.vault.vault import Vault
from notesync.words import ENGLISH
from tests.sync.devices import CARLA, Device, leftovers

CARLAS = "contacts/Carla Voigt.md"
THEN = (1_790_000_000_000_000_000,) * 2


def test_a_save_of_the_same_length_in_the_second_of_the_last_commit_is_synced(
    laptop: Device, office: Device
) -> None:
    file, index = laptop.root / CARLAS, laptop.root / ".git/index"
    laptop.git("config", "--global", "core.trustctime", "false")
    os.utime(file, ns=THEN)
    laptop.git("update-index", "--refresh")
    saved = CARLA.replace("harbour", "airport")
    file.write_bytes(saved.encode())
    os.utime(file, ns=THEN)
    os.utime(index, ns=THEN)  # as if all that had been within one second
    assert laptop.sync().code == 0
    assert office.sync().code == 0
    assert office.read(CARLAS) == saved


def opened(laptop: Device) -> Checkout:
    return Checkout(Vault.open(laptop.root), ENGLISH)


def test_an_index_that_the_users_git_changed_meanwhile_is_not_written_over(laptop: Device) -> None:
    with opened(laptop) as checkout:
        index = locks.borrow(checkout.place)
        laptop.write("new.md", "x\n")
        laptop.git("add", "new.md")
        with pytest.raises(IndexMoved):
            locks.install(checkout.place, index)
        index.drop()
    assert "A  new.md" in laptop.git("status", "--porcelain")
    assert leftovers(laptop) == []


def test_a_first_index_is_made(laptop: Device) -> None:
    (laptop.root / ".git" / "index").unlink()
    with opened(laptop) as checkout:
        index = locks.borrow(checkout.place)
        checkout.git.run("read-tree", "HEAD", also=index.also)
        locks.install(checkout.place, index)
    assert laptop.clean


def test_what_a_killed_sync_left_behind_is_cleared_at_once(laptop: Device) -> None:
    gitdir = laptop.root / ".git"
    ours = gitdir / "notesync"
    (ours / "running").touch()
    index = ours / "index-123-456"
    index.write_bytes(b"x")
    os.link(index, gitdir / "index.lock")
    (ours / "index-123-456.lock").touch()
    (ours / "config-123.new").touch()
    (ours / "files-123" / "deep").mkdir(parents=True)
    for name in ("HEAD.lock", "refs/heads/main.lock", "refs/remotes/origin/main.lock"):
        (gitdir / name).touch()
    laptop.append(CARLAS, "x\n")
    assert laptop.sync().code == 0
    assert leftovers(laptop) == []
    assert sorted(each.name for each in ours.iterdir()) == ["common", "lock"]


def test_a_lock_that_was_there_before_the_killed_sync_is_not_ours_to_clear(
    laptop: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "PATIENCE", 0.2)
    lock = laptop.root / ".git" / "index.lock"
    lock.touch()
    os.utime(lock, ns=THEN)
    (laptop.root / ".git" / "notesync" / "running").touch()
    with opened(laptop):
        assert lock.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="only /proc tells which git works where")
def test_a_git_at_work_keeps_its_lock(laptop: Device) -> None:
    lock = laptop.root / ".git" / "index.lock"
    lock.touch()
    os.utime(lock, ns=THEN)
    assert locks.stale(str(lock), 600)
    # As `git commit` does while its user writes the message: the lock is there and not open.
    editor = {**os.environ, "GIT_EDITOR": "sleep 40 #"}
    away = "git config --edit > /dev/null 2>&1 & echo $!"  # no child of ours, which would not count
    started = subprocess.run(
        ["sh", "-c", away], cwd=laptop.root, env=editor, capture_output=True, text=True, check=True
    )
    try:
        until = time.monotonic() + 30
        while locks.stale(str(lock), 600) and time.monotonic() < until:
            time.sleep(0.02)
        assert not locks.stale(str(lock), 600)
    finally:
        os.kill(int(started.stdout), signal.SIGKILL)
    assert not locks.stale(str(lock.with_name("none.lock")), 0)


def test_a_branch_that_the_user_moved_meanwhile_is_looked_at_again(laptop: Device) -> None:
    old = laptop.head
    laptop.git("commit", "-q", "--allow-empty", "-m", "by hand")
    with opened(laptop) as checkout:
        with pytest.raises(BranchMoved):
            commits.move_branch(checkout, old, old, "x")
        with pytest.raises(BranchMoved):
            commits.move_branch(checkout, old, "", "x")
    assert laptop.git("log", "-1", "--format=%s") == "by hand\n"


def test_a_branch_that_somebody_holds_is_waited_for(
    laptop: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commits, "PATIENCE", 0.3)
    lock = laptop.root / ".git" / "refs" / "heads" / "main.lock"
    with opened(laptop) as checkout:
        lock.touch()
        with pytest.raises(GitFailed, match="File exists"):
            commits.move_branch(checkout, laptop.head, laptop.head, "x")
        checkout.began = 0.0
        commits.move_branch(checkout, laptop.head, laptop.head, "x")
    assert not lock.exists()
