"""As long as the seals hold, another scan finds the same; and without a change they do hold."""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notesync.vault import listing
from notesync.vault.seals import FOLDER, Seal, hold, seal

NAMES = (
    "a.md",
    "b.md",
    "ä.md",
    "c.markdown",
    "C.MD",
    "d.txt",
    ".e.md",
    "~f.md",
    "sub",
    "g.md",
    "x",
)
FOLDERS = ("", "sub/", "sub/deep/")
TICK = 0.01  # seconds in which the clock of file times has moved on; git and we call less "young"


def seals_of(root: Path) -> list[Seal]:
    """Of every folder that there is."""
    found = []
    for place, _, _ in os.walk(root):
        folder = "" if place == str(root) else os.path.relpath(place, root) + "/"
        descriptor = os.open(place, FOLDER)
        with os.scandir(descriptor) as entries:
            found.append(seal(folder, list(entries), None))
        os.close(descriptor)
    return found


def scanned(root: Path) -> object:
    found = listing.scan(str(root))
    return found.stats, found.problems, found.odd


def away(file: Path) -> None:
    if file.is_dir() and not file.is_symlink():
        shutil.rmtree(file)
    else:
        file.unlink(missing_ok=True)


def write(file: Path, text: str) -> None:
    away(file)
    file.write_text(text)


def rewrite(file: Path, text: str) -> None:
    """In place, with the old time of change where there is one."""
    if file.is_file():
        before = file.stat()
        file.write_text(text)
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def folder(file: Path, text: str) -> None:
    away(file)
    file.mkdir()
    (file / "h.md").write_text(text)


def link(file: Path, text: str) -> None:
    away(file)
    file.symlink_to(text or "..")


def pipe(file: Path, _text: str) -> None:
    away(file)
    os.mkfifo(file)


def rename(file: Path, _text: str) -> None:
    if file.exists():
        away(file.with_name("renamed.md"))
        file.replace(file.with_name("renamed.md"))


def long_ago(file: Path, _text: str) -> None:
    if file.exists():
        os.utime(file, ns=(-1, -(10**18)))


def gone(file: Path, _text: str) -> None:
    away(file)


CHANGES = (write, rewrite, folder, link, pipe, rename, long_ago, gone)


# What is done, in which folder, to what, with which text.
STEP = st.tuples(
    st.sampled_from(CHANGES),
    st.sampled_from(FOLDERS),
    st.sampled_from(NAMES),
    st.sampled_from(["", "one", "two", "other"]),
)


@settings(max_examples=max(60, settings().max_examples // 2))
@given(steps=st.lists(STEP, min_size=1, max_size=12))
def test_while_seals_hold_a_scan_finds_the_same(steps: list[tuple[object, str, str, str]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        for change, where, what, text in steps:
            with suppress(FileExistsError, NotADirectoryError):
                (root / where).mkdir(parents=True, exist_ok=True)
            if (root / where).is_dir():
                before, sealed = scanned(root), seals_of(root)
                time.sleep(TICK)
                change(root / where / what, text)  # type: ignore[operator]
                if hold(str(root), sealed, None):
                    assert scanned(root) == before


@pytest.fixture
def sealed(tmp_path: Path) -> list[Seal]:
    for where in FOLDERS:
        (tmp_path / where).mkdir(exist_ok=True)
        for what in ("a.md", "ä.md", "c.markdown"):
            (tmp_path / where / what).write_text("text")
    time.sleep(TICK)
    return seals_of(tmp_path)


def test_without_a_change_they_hold(tmp_path: Path, sealed: list[Seal]) -> None:
    assert hold(str(tmp_path), sealed, None)
    assert [one.notes for one in sealed] == [3, 3, 3]


@pytest.mark.parametrize("where", FOLDERS)
@pytest.mark.parametrize("what", ["a.md", "ä.md", "c.markdown", "new.md", "new"])
def test_any_change_breaks_one(tmp_path: Path, sealed: list[Seal], where: str, what: str) -> None:
    (tmp_path / where / what).write_text("TEXT")
    assert not hold(str(tmp_path), sealed, None)


def test_in_a_process_of_several_threads_no_other_is_made(
    tmp_path: Path, sealed: list[Seal], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "fork")
    end = threading.Event()
    thread = threading.Thread(target=end.wait)
    thread.start()
    try:
        assert hold(str(tmp_path), sealed, None)
        (tmp_path / "sub" / "a.md").unlink()
        assert not hold(str(tmp_path), sealed, None)
    finally:
        end.set()
        thread.join()


def test_of_a_folder_that_is_gone_no_seal_holds(tmp_path: Path, sealed: list[Seal]) -> None:
    shutil.rmtree(tmp_path / "sub")
    assert not hold(str(tmp_path), sealed, None)


def test_where_no_process_can_be_made_all_folders_are_looked_at_here(
    tmp_path: Path, sealed: list[Seal], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> int:
        raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))

    monkeypatch.setattr(os, "fork", refuse)
    assert hold(str(tmp_path), sealed, None)
    (tmp_path / "sub" / "a.md").unlink()
    assert not hold(str(tmp_path), sealed, None)


@pytest.mark.parametrize("where", FOLDERS)
def test_where_nobody_learns_how_a_child_ended_a_change_is_seen(
    tmp_path: Path, sealed: list[Seal], where: str
) -> None:
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # as a program that starts us may do
    try:
        (tmp_path / where / "new.md").write_text("text")
        assert not hold(str(tmp_path), sealed, None)
    finally:
        signal.signal(signal.SIGCHLD, before)


HOLD = """
import json, os, sys
from notesync.vault.seals import Seal, hold
forks, fork = [], os.fork
os.fork = lambda: forks.append("a child") or fork()
print(hold(sys.argv[1], [Seal(*one) for one in json.loads(sys.argv[2])], None), *forks)
"""


def told_alone(root: Path, seals: list[Seal]) -> str:
    """Whether they hold, and who was asked, in a process that has no other thread."""
    command = [sys.executable, "-c", HOLD, str(root), json.dumps(seals)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.skipif(
    sys.platform != "linux" or os.cpu_count() == 1,
    reason="a child is made on Linux, and for a second core",
)
def test_a_child_looks_at_one_half_and_we_at_the_other(tmp_path: Path, sealed: list[Seal]) -> None:
    assert told_alone(tmp_path, sealed) == "True a child"
    for where in FOLDERS:
        (tmp_path / where / "new.md").write_text("text")
        assert told_alone(tmp_path, sealed) == "False a child"
        (tmp_path / where / "new.md").unlink()
