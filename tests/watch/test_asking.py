"""Asking whether the index is right: at once, or not at all."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from notesync.watch.answering import answering
from notesync.watch.asking import NO, SOCKET, YES, vouched
from tests.watch.following import PATIENCE
from tests.watch.vouching import Witnessed, witnessed, write

if sys.platform != "linux":
    pytest.skip("inotify is Linux's", allow_module_level=True)


@contextmanager
def answered(folder: Path) -> Iterator[tuple[Witnessed, threading.Event]]:
    """A vault whose watcher answers; the event tells that it was told to look."""
    told = threading.Event()
    with witnessed(folder) as seen, answering(str(seen.vault.state_dir()), seen.witness, told.set):
        yield seen, told


def ask(seen: Witnessed, root: Path | None = None) -> bool:
    root = root or seen.root
    return vouched(str(root), str(root / ".notesync"), seen.writes)


def surely(seen: Witnessed, root: Path | None = None) -> bool:
    """Whether the answer is yes, from a machine that may be too busy to give it in time."""
    until = time.monotonic() + PATIENCE
    while not ask(seen, root):
        if time.monotonic() > until:
            return False
    return True


def test_the_answer_follows_what_happens(tmp_path: Path) -> None:
    with answered(tmp_path / "vault") as (seen, told):
        assert not ask(seen)
        assert not told.is_set()  # the first look is on its way
        seen.look()
        assert surely(seen)
        write(seen.root / "contacts" / "Anna.md")
        assert not ask(seen)
        assert told.wait(PATIENCE)
        seen.look()
        assert surely(seen)


def test_many_may_ask_at_once(tmp_path: Path) -> None:
    with answered(tmp_path / "vault") as (seen, _):
        seen.look()
        said: list[bool] = []
        threads = [threading.Thread(target=lambda: said.append(surely(seen))) for _ in range(20)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert said == [True] * 20


def test_where_nobody_watches_nothing_is_vouched_for(tmp_path: Path) -> None:
    with witnessed(tmp_path / "vault") as seen:
        seen.look()
        assert not ask(seen)
        with answering(str(seen.vault.state_dir()), seen.witness, lambda: None):
            assert surely(seen)
        assert not ask(seen)
        assert not (seen.root / ".notesync" / SOCKET).exists()


def test_a_path_may_be_longer_than_a_socket_s_name(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["a folder with a long name"] * 8, "vault")
    with answered(deep) as (seen, _):
        seen.look()
        assert surely(seen)


def test_a_vault_that_was_moved_is_the_same_and_a_copy_is_another(tmp_path: Path) -> None:
    with answered(tmp_path / "above" / "vault") as (seen, _):
        seen.look()
        (tmp_path / "above").rename(tmp_path / "moved")
        moved = tmp_path / "moved" / "vault"
        assert surely(seen, moved)
        copy = tmp_path / "copy"
        copy.mkdir()
        (copy / ".notesync").symlink_to(moved / ".notesync")
        assert not ask(seen, copy)
        (tmp_path / "moved").rename(tmp_path / "above")
        seen.root.rename(tmp_path / "vault")
        assert not ask(seen, tmp_path / "vault")  # its own name is another now
        (tmp_path / "vault").rename(seen.root)


def test_who_stops_watching_a_moved_vault_leaves_alone_who_answers_in_its_place(
    tmp_path: Path,
) -> None:
    with ExitStack() as until:
        moved, _ = until.enter_context(answered(tmp_path / "vault"))
        moved.root.rename(tmp_path / "moved")
        with answered(tmp_path / "vault") as (seen, _):
            seen.look()
            until.close()
            assert surely(seen)
        assert not (tmp_path / "moved" / ".notesync" / SOCKET).exists()


def test_where_no_socket_can_be_had_nothing_is_vouched_for(tmp_path: Path) -> None:
    with answered(tmp_path / "vault") as (seen, _):
        seen.look()
        assert surely(seen)
        before = resource.getrlimit(resource.RLIMIT_NOFILE)
        os.close(free := os.dup(0))
        resource.setrlimit(resource.RLIMIT_NOFILE, (free + 1, before[1]))  # just for the folder
        try:
            assert not ask(seen)
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, before)


ANSWER_NOBODY = """
import socket, sys, os, signal
os.chdir(sys.argv[1])
listener = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
listener.bind(sys.argv[2])
listener.listen(1)
print("listening", flush=True)
signal.pause()
"""


@pytest.mark.parametrize("number", [signal.SIGSTOP, signal.SIGKILL])
def test_a_watcher_that_is_stopped_or_killed_is_not_waited_for(number: int, tmp_path: Path) -> None:
    with ExitStack() as until:
        seen = until.enter_context(witnessed(tmp_path / "vault"))
        seen.look()
        script = [sys.executable, "-c", ANSWER_NOBODY, str(seen.vault.state_dir()), SOCKET]
        child = until.enter_context(subprocess.Popen(script, stdout=subprocess.PIPE))
        until.callback(child.kill)
        assert child.stdout is not None
        assert child.stdout.readline() == b"listening\n"
        child.send_signal(number)
        assert [ask(seen) for _ in range(4)] == [False] * 4  # more than may wait
        assert (seen.root / ".notesync" / SOCKET).exists()
        with answering(str(seen.vault.state_dir()), seen.witness, lambda: None):
            assert surely(seen)  # the next one takes its place


@pytest.mark.parametrize("said", [b"", NO, YES[:-1], YES + b"!", b"notesync 2 yes"])
def test_only_yes_means_yes(said: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # its name, with all folders, may be too long for a socket
    with (
        witnessed(tmp_path / "vault") as seen,
        socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as listener,
    ):
        listener.bind(f"vault/.notesync/{SOCKET}")
        listener.listen()

        def answer() -> None:
            asked, _ = listener.accept()
            with asked:
                asked.recv(128)
                asked.send(said)

        thread = threading.Thread(target=answer)
        thread.start()
        assert not ask(seen)
        thread.join()


def test_whoever_says_nothing_or_nonsense_holds_nobody_up(tmp_path: Path) -> None:
    with answered(tmp_path / "vault") as (seen, _):
        seen.look()
        place = f"/proc/self/fd/{os.open(seen.vault.state_dir(), os.O_RDONLY)}/{SOCKET}"
        silent, gone, odd = (socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) for _ in "123")
        with silent, gone, odd:
            for each in (silent, gone, odd):
                each.connect(place)
            gone.close()
            odd.send(bytes(range(256)))
            assert odd.recv(128) in (NO, b"")  # b"" from a busy machine: it waited for too long
            assert surely(seen)
        os.close(int(place.split("/")[4]))


def test_a_file_in_the_socket_s_place_is_no_answer(tmp_path: Path) -> None:
    with witnessed(tmp_path / "vault") as seen:
        seen.look()
        (seen.vault.state_dir() / SOCKET).write_text("yes", encoding="utf-8")
        assert not ask(seen)
        shutil.rmtree(seen.root / ".notesync")
        assert not ask(seen)
