import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from notesync.vault.errors import Busy
from notesync.vault.lock import Lock

HOLDER = """
import sys
from pathlib import Path
from notesync.vault.lock import Lock
lock = Lock(Path(sys.argv[1]), "The watcher")
lock.acquire()
print("held", flush=True)
sys.stdin.read()
"""


def holder(file: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_the_message_names_the_process_that_holds_the_lock(tmp_path: Path) -> None:
    with holder(tmp_path / "watch.lock") as other:
        with pytest.raises(Busy, match=f"The watcher .*{other.pid}") as busy:
            Lock(tmp_path / "watch.lock", "The watcher").acquire()
        assert busy.value.exit_code == 5
        other.communicate("")
    with Lock(tmp_path / "watch.lock") as lock:
        assert lock.held


def test_a_killed_holder_leaves_no_lock(tmp_path: Path) -> None:
    with holder(tmp_path / "watch.lock") as other:
        other.kill()
        other.communicate()
    Lock(tmp_path / "watch.lock").acquire()


def test_within_one_process_there_is_one_holder_too(tmp_path: Path) -> None:
    with Lock(tmp_path / "lock") as lock:
        with pytest.raises(Busy, match=str(os.getpid())):
            Lock(tmp_path / "lock").acquire(0.05)
        lock.release()
        lock.release()
        assert not lock.held
        Lock(tmp_path / "lock").acquire()


def test_who_waits_gets_the_lock_when_it_is_given_back(tmp_path: Path) -> None:
    first, second = Lock(tmp_path / "lock"), Lock(tmp_path / "lock")
    first.acquire()
    waiter = threading.Thread(target=second.acquire, args=(None,))
    waiter.start()
    assert not second.held
    first.release()
    waiter.join()
    assert second.held
    second.release()


def test_a_link_is_no_lock_file(tmp_path: Path) -> None:
    (tmp_path / "lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="lock"):
        Lock(tmp_path / "lock").acquire()
    assert not (tmp_path / "elsewhere").exists()
