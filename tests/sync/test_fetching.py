"""Fetches that hang, meet another git, or find the remote changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from notesync.sync import fetching, pushing
from notesync.sync import git as git_door
from tests.sync.devices import Device, git

CARLAS = "contacts/Carla Voigt.md"


def wrapped(monkeypatch: pytest.MonkeyPatch, folder: Path, case: str) -> None:
    """Let some commands of git do something else."""
    (folder / "bin").mkdir()
    script = f'#!/bin/sh\ncase "$*" in\n{case}\nesac\nPATH="${{PATH#*:}}" exec git "$@"\n'
    (folder / "bin" / "git").write_text(script, encoding="utf-8")
    (folder / "bin" / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder / 'bin'}:{os.environ['PATH']}")


@pytest.mark.parametrize("command", ["fetch", "push", "ls-remote"])
def test_a_remote_that_does_not_answer_is_given_up(
    command: str, laptop: Device, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(git_door, "NETWORK", 0.5)
    monkeypatch.setattr(fetching, "NETWORK", 0.5)
    monkeypatch.setattr(pushing, "NETWORK", 0.5)
    if command == "ls-remote":
        laptop.git("branch", "-m", "other")
        laptop.git("branch", "--unset-upstream")
    laptop.append(CARLAS, "x\n")
    wrapped(monkeypatch, tmp_path, f'*" {command} "*) exec sleep 600;;')
    outcome = laptop.sync()
    assert outcome.trouble is not None
    assert (outcome.code, outcome.trouble.kind) == (6, "slow")
    assert laptop.clean


def test_a_ref_that_another_git_holds_is_waited_for(
    laptop: Device, office: Device, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.append(CARLAS, "x\n")
    office.sync()
    lock = laptop.root / ".git" / "refs" / "remotes" / "origin" / "main.lock"
    lock.parent.mkdir(parents=True, exist_ok=True)
    lock.touch()
    count = tmp_path / "count"
    wrapped(
        monkeypatch,
        tmp_path,
        f'*" fetch "*) echo >> {count}; [ "$(wc -l < {count})" -gt 2 ] && rm -f "{lock}";;',
    )
    assert laptop.sync().code == 0
    assert laptop.read(CARLAS).endswith("x\n")
    assert count.read_text(encoding="ascii").count("\n") == 3


def test_a_ref_that_is_never_given_back_is_told(
    laptop: Device, office: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "wait", lambda _: None)
    office.append(CARLAS, "x\n")
    office.sync()
    lock = laptop.root / ".git" / "refs" / "remotes" / "origin" / "main.lock"
    lock.parent.mkdir(parents=True, exist_ok=True)
    lock.touch()
    outcome = laptop.sync()
    assert outcome.trouble is not None
    assert outcome.trouble.kind == "busy"


def test_a_damaged_memory_of_the_branch_is_asked_for_again(laptop: Device, remote: Path) -> None:
    laptop.git("branch", "-m", "local")
    laptop.git("branch", "--unset-upstream")
    for text in ("", "local\norigin\nrefs/tags/x\n", "local\nother\nrefs/heads/x\n"):
        laptop.write(".git/notesync/branch", text)
        laptop.append(CARLAS, "x\n")
        assert laptop.sync().code == 0
        assert git(remote, "branch", "--format=%(refname:short)") == "main\n"
    assert laptop.read(".git/notesync/branch") == "refs/heads/local\norigin\nrefs/heads/main\n"
