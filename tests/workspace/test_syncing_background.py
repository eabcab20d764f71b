"""Syncs in the background: they come and go, wait, tell once, and end with the watcher."""

from __future__ import annotations

import os
import sys
import threading
import time
from pathlib import Path

import pytest

from notesync.vault.vault import Vault
from notesync.workspace import syncing_background
from notesync.workspace.syncing_background import PATIENT, Background
from notesync.workspace.syncing_state import remember

PATIENCE = 30.0


# A sync that says who it is, and is long at work.
AT_WORK = """import os, sys, time
with open(sys.argv[1] + ".new", "w") as file:
    file.write(str(os.getpid()))
os.rename(sys.argv[1] + ".new", sys.argv[1])
time.sleep(600)
"""


class Followed:
    """A background that counts its syncs and keeps what it says."""

    def __init__(self, folder: Path, script: str, every: float = 0.05) -> None:
        (folder / "notesync.toml").write_text("", encoding="utf-8")
        self.vault = Vault.open(folder)
        self.said: list[str] = []
        self.count = 0
        self.more = threading.Event()
        self.began = folder / "began"
        command = (sys.executable, "-c", script, str(self.began))
        self.background = Background(
            self.vault, command, every, say=self.said.append, done=self._done
        )

    def _done(self) -> None:
        self.count += 1
        if self.count == 3:
            self.more.set()


def at_work(followed: Followed) -> int:
    """Start, and wait until a sync is at work; its process."""
    followed.background.start()
    until = time.monotonic() + PATIENCE
    while not followed.began.exists():
        assert time.monotonic() < until
        time.sleep(0.02)
    return int(followed.began.read_text(encoding="utf-8"))


def runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_it_syncs_again_and_again_and_says_nothing_when_all_is_well(tmp_path: Path) -> None:
    followed = Followed(tmp_path, "")
    followed.background.start()
    assert followed.more.wait(PATIENCE)
    followed.background.stop()
    assert followed.said == []
    before = followed.count
    time.sleep(0.2)
    assert followed.count == before


def test_what_waits_for_the_network_is_not_told(tmp_path: Path) -> None:
    followed = Followed(tmp_path, "import sys; sys.stderr.write('offline'); sys.exit(6)")
    followed.background.start()
    assert followed.more.wait(PATIENCE)
    followed.background.stop()
    assert followed.said == []


def test_what_needs_the_user_is_told_once(tmp_path: Path) -> None:
    followed = Followed(tmp_path, "import sys; sys.exit('No branch is checked out')")
    followed.background.start()
    assert followed.more.wait(PATIENCE)
    followed.background.stop()
    assert followed.said == ["No branch is checked out"]


def test_a_sync_at_work_ends_with_the_watcher(tmp_path: Path) -> None:
    followed = Followed(tmp_path, AT_WORK)
    pid = at_work(followed)
    followed.background.stop()
    assert followed.said == []
    assert not runs(pid)


def test_one_that_does_not_listen_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(syncing_background, "MERCY", 0.2)
    deaf = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)\n"
    followed = Followed(tmp_path, deaf + AT_WORK)
    pid = at_work(followed)
    followed.background.stop()
    assert not runs(pid)


@pytest.mark.parametrize(
    ("kind", "pause"), [("auth", PATIENT), ("host", PATIENT), ("offline", 0.05)]
)
def test_a_remote_that_does_not_want_us_is_left_alone_for_an_hour(
    kind: str, pause: float, tmp_path: Path
) -> None:
    followed = Followed(tmp_path, "")
    remember(str(followed.vault.root), "waiting", 1_790_000_000, kind)
    assert followed.background._pause() == pause


def test_a_program_that_cannot_be_started_is_told(tmp_path: Path) -> None:
    followed = Followed(tmp_path, "")
    followed.background._command = ("/nowhere/python",)
    followed.background.start()
    assert followed.more.wait(PATIENCE)
    followed.background.stop()
    assert followed.said == ["No such file or directory"]
