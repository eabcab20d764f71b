"""Notes that workers read become the same rows, whatever happens to the workers."""

from __future__ import annotations

import io
import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from notesync.index import intake, workers
from notesync.index.readings import Errand, read
from notesync.index.refresh import refresh
from notesync.index.store import Store
from notesync.index.workers import Worker, readings, serve
from notesync.vault.vault import Vault
from tests.index.folders import a_vault, from_nothing, write
from tests.index.test_intake import EXAMPLES


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return a_vault(tmp_path)


def errands(vault: Vault, count: int) -> list[Errand]:
    """Notes of the example vault to read, one file that isn't there, and bytes that are no text."""
    found = []
    for number in range(count):
        path = f"contacts/{number}.md"
        if number != 5:
            content = b"\xff\0---\n" if number == 3 else EXAMPLES[number % len(EXAMPLES)]
            write(vault.root, path, content)
        found.append(Errand(number, path))
    return found


def read_here(vault: Vault, todo: list[Errand]) -> list[object]:
    return [read(vault, errand) for errand in todo]


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers are called for a few files already."""
    monkeypatch.setattr(intake, "MANY", 1)
    monkeypatch.setattr(workers, "CHUNK", 7)


@pytest.fixture
def worker(vault: Vault) -> Iterator[Worker]:
    one = Worker(vault)
    yield one
    one.end()


@pytest.mark.usefixtures("soon")
def test_workers_read_a_vault_that_somebody_watches(vault: Vault) -> None:
    vault.entering = lambda _descriptor, _folder: None
    todo = errands(vault, 30)
    assert list(readings(vault, iter(todo))) == read_here(vault, todo)


@pytest.mark.usefixtures("soon")
@pytest.mark.parametrize("count", [0, 1, 6, 7, 8, 100])
def test_readings_come_in_the_order_of_their_errands(vault: Vault, count: int) -> None:
    todo = errands(vault, count)
    with closing(readings(vault, iter(todo))) as found:
        assert list(found) == read_here(vault, todo)


def test_a_vault_of_many_notes_has_the_rows_that_one_reader_makes(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(intake.MANY + 100):
        name = "Zoë" if number % 500 == 0 else "Anna"
        write(vault.root, f"contacts/{name} {number}.md", EXAMPLES[number % len(EXAMPLES)])
    os.mkfifo(vault.root / "contacts" / "pipe.md")
    (vault.root / "contacts" / "link.md").symlink_to("Anna 1.md")
    with Store(vault.state_dir()) as store:
        done = refresh(vault, store)
        assert list(done.added) == sorted(done.added)
        assert len(done.added) == intake.MANY + 100
        monkeypatch.setattr(intake, "MANY", 1_000_000)
        assert store.content() == from_nothing(vault)


@pytest.mark.usefixtures("soon")
def test_many_new_notes_beside_old_ones_have_the_rows_that_one_reader_makes(tmp_path: Path) -> None:
    vault = a_vault(tmp_path, Old="# Old\n", Changing="# Changing\n")
    with Store(vault.state_dir()) as store:
        refresh(vault, store)
        write(tmp_path, "contacts/Changing.md", "# Changed\n")
        for number in range(30):
            write(tmp_path, f"contacts/{number}.md", EXAMPLES[number % len(EXAMPLES)])
        done = refresh(vault, store)
        assert (len(done.added), done.changed) == (30, ("contacts/Changing.md",))
        assert store.content() == from_nothing(vault)


def test_what_a_killed_worker_was_to_read_is_read_here(vault: Vault, worker: Worker) -> None:
    todo = errands(vault, 20)
    assert worker._process is not None
    os.kill(worker._process.pid, signal.SIGKILL)
    worker.send(todo)
    assert worker.receive() == read_here(vault, todo)
    worker.send(todo[:2])
    assert worker.receive() == read_here(vault, todo[:2])


def test_a_worker_that_answers_nonsense_is_done_without(vault: Vault, worker: Worker) -> None:
    todo = errands(vault, 8)
    worker.end()
    worker._process = subprocess.Popen(
        ["sh", "-c", "echo nonsense; cat >/dev/null"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    worker.send(todo)
    assert worker.receive() == read_here(vault, todo)


def test_where_no_process_can_be_started_the_files_are_read_here(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "program", lambda _: (str(vault.root / "none"),))
    todo = errands(vault, 8)
    alone = Worker(vault)
    alone.send(todo)
    assert alone.receive() == read_here(vault, todo)
    alone.end()


def test_ctrl_c_is_not_for_a_worker(worker: Worker) -> None:
    assert worker._process is not None
    assert os.getpgid(worker._process.pid) != os.getpgrp()


def test_a_worker_ends_with_whoever_started_it(vault: Vault) -> None:
    script = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from notesync.index.workers import Worker\n"
        "from notesync.vault.vault import Vault\n"
        "worker = Worker(Vault.open(Path(sys.argv[1])))\n"
        "print(worker._process.pid, flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, vault.root], capture_output=True, text=True, check=False
    )
    assert done.returncode == -signal.SIGKILL
    end = time.monotonic() + 30
    while _runs(int(done.stdout)):
        assert time.monotonic() < end, "it still runs"
        time.sleep(0.05)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{process}/stat")  # who has ended and is not yet buried still has a number
    return not status.exists() or status.read_text().rpartition(")")[2].split()[0] != "Z"


def test_a_worker_answers_until_its_input_ends(vault: Vault) -> None:
    todo = errands(vault, 8)
    given, out = io.BytesIO(), io.BytesIO()
    for one in (vault, todo[:4], todo[4:]):
        pickle.dump(one, given)
    given.seek(0)
    serve(given, out)
    out.seek(0)
    for asked in (todo[:4], todo[4:]):
        assert pickle.load(out) == read_here(vault, asked)  # noqa: S301 -- our own
