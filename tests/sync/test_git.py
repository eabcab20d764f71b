"""The door to git: what it is told, how it ends, and what becomes of what it says."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from notesync.sync import git as door
from notesync.sync import repository, standin
from notesync.sync.errors import GitFailed, NoGit, NoRoom, TimedOut
from notesync.sync.git import Git
from tests.sync.devices import Device


@pytest.fixture
def git(laptop: Device) -> Git:
    place = repository.locate(laptop.root)
    standin.make(place)
    return Git(place)


def wrapped(git: Git, monkeypatch: pytest.MonkeyPatch, folder: Path, script: str) -> Git:
    """The same, where another program stands before git."""
    (folder / "bin").mkdir()
    (folder / "bin" / "git").write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    (folder / "bin" / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder / 'bin'}:{os.environ['PATH']}")
    return Git(git.place)


def test_a_command_gives_what_it_prints(git: Git) -> None:
    assert git.run("rev-parse", "--is-inside-work-tree").out == b"true\n"


def test_a_command_that_ends_badly_says_what_git_said(git: Git) -> None:
    with pytest.raises(GitFailed, match="unknown option") as failed:
        git.run("status", "--no-such-option")
    assert failed.value.code == 129


def test_a_command_may_end_with_other_codes(git: Git) -> None:
    assert git.run("rev-parse", "--verify", "-q", "nothing", fine=(0, 1)).code == 1


def test_a_command_that_hangs_is_ended_with_all_that_it_started(
    git: Git, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(door, "MERCY", 0.2)
    script = f"trap '' TERM\nsleep 600 & echo $! > {tmp_path}/child\nwait\nwait"
    git = wrapped(git, monkeypatch, tmp_path, script)
    began = time.monotonic()
    with pytest.raises(TimedOut):
        git.run("status", limit=0.5)
    assert time.monotonic() - began < 60
    child = int((tmp_path / "child").read_text(encoding="ascii"))
    assert not Path(f"/proc/{child}").exists() or "Z" in Path(f"/proc/{child}/stat").read_text()


def test_what_a_command_came_to_can_be_asked_for_again(
    git: Git, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    done = git.start("rev-parse", "--is-inside-work-tree")
    assert done.result() == done.result()
    slow = wrapped(git, monkeypatch, tmp_path, "exec sleep 600").start("status", limit=0.2)
    for _ in range(2):
        with pytest.raises(TimedOut):
            slow.result()


def test_what_is_not_asked_for_its_result_is_ended(
    git: Git, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    git = wrapped(git, monkeypatch, tmp_path, "exec sleep 600")
    running = git.start("status")
    git.close()
    assert running.process.returncode == -signal.SIGTERM


def test_a_full_disk_is_told_as_such(
    git: Git, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    script = "echo 'fatal: write: No space left on device' >&2; exit 128"
    git = wrapped(git, monkeypatch, tmp_path, script)
    with pytest.raises(NoRoom):
        git.run("status")


def test_without_git_it_says_so(git: Git, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoGit, match="Install it"):
        Git(git.place).run("status")
    (Path(git.place.common) / "config").write_text("[core]\n\tbare = false\n", encoding="utf-8")
    with pytest.raises(NoGit):
        standin.make(git.place)


def test_ornaments_and_passwords_are_left_out() -> None:
    said = b"remote: At: 10%\rremote: Counting: done.\r\n\nfatal: https://me:secret@x.org/y\n"
    assert door.plain(said) == "remote: Counting: done. fatal: https://x.org/y"
