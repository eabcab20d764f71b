"""More happens at once than the kernel tells of, and the index of a running ``watch`` is right."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from notesync.index.store import Store
from notesync.vault.vault import Vault
from tests.watch.following import ANNA, PATIENCE, Rows, make_vault, rebuilt

QUEUE = Path("/proc/sys/fs/inotify/max_queued_events")
SMALL = "256\n"  # events; Linux keeps 16,384 where nobody has set it
SIZES = (2_500, pytest.param(30_000, marks=pytest.mark.long))

# The look that comes without a hint, which would hide that one is missing, is put off for an hour.
WATCH = """
import notesync.watch.watcher
notesync.watch.watcher.UNASKED = 3600.0
from notesync.cli.entry import main
main()
"""


@contextmanager
def small_queue() -> Iterator[None]:
    """Within it whoever begins to watch gets a small queue, where we may say so; else the usual."""
    try:
        before = QUEUE.read_text("ascii")
        QUEUE.write_text(SMALL, "ascii")
    except OSError:  # not Linux, not root, or a container: then the burst has to be large enough
        yield
        return
    try:
        yield
    finally:
        QUEUE.write_text(before, "ascii")


class Watched:
    """A vault with a running ``notesync watch``."""

    def __init__(self, vault: Vault, child: subprocess.Popen[bytes], scratch: Path) -> None:
        self.vault = vault
        self._child = child
        self._scratch = scratch
        self._count = 0

    @contextmanager
    def held_up(self) -> Iterator[None]:
        """Within it the watcher gets no time to hear of anything, as on a very busy machine."""
        self._child.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self._child.send_signal(signal.SIGCONT)

    def settles(self) -> Rows:
        """Wait until the index says what one built from nothing says."""
        until = time.monotonic() + 2 * PATIENCE
        while True:
            self._count += 1
            wanted = rebuilt(self.vault, self._scratch / str(self._count))
            with Store(self.vault.state_dir()) as store:
                found = store.content()
            if found == wanted:
                return found
            if time.monotonic() > until:
                assert found["notes"] == wanted["notes"]
                assert found == wanted
            time.sleep(0.2)


@contextmanager
def watched(vault: Vault, scratch: Path) -> Iterator[Watched]:
    """The vault while it is watched, from when it has been looked through for the first time."""
    scratch.mkdir()
    page = vault.root / "dashboard.html"
    page.unlink(missing_ok=True)
    with small_queue():
        child = subprocess.Popen(
            [sys.executable, "-c", WATCH, "--vault", vault.root, "watch", "-q"]
        )
        until = time.monotonic() + PATIENCE
        while not page.exists() and time.monotonic() < until:
            assert child.poll() is None
            time.sleep(0.02)
    try:
        yield Watched(vault, child, scratch)
    finally:
        child.terminate()
        assert child.wait(PATIENCE) == 0


def git(vault: Vault, *arguments: str) -> None:
    """Run git in the vault."""
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(
        ["git", "-c", "user.name=Petra", "-c", "user.email=petra@example.org", *arguments],
        cwd=vault.root,
        env=os.environ | alone,
        check=True,
        capture_output=True,
    )


def many_notes(folder: Path, count: int) -> list[Path]:
    """So many notes, in folders within folders that are new."""
    notes = [folder / f"{n % 10}" / f"{n % 3}" / f"Person {n}.md" for n in range(count)]
    for note in notes:
        note.parent.mkdir(parents=True, exist_ok=True)
        note.write_text(ANNA, encoding="utf-8")
    return notes


@pytest.mark.parametrize("count", SIZES)
def test_after_a_checkout_of_very_many_files_the_index_is_right(count: int, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "vault")
    (vault.root / ".gitignore").write_text(".notesync/\ndashboard.html\n", encoding="utf-8")
    git(vault, "init", "--quiet", "--initial-branch=few")
    git(vault, "add", "--all")
    git(vault, "commit", "--quiet", "--message=few")
    git(vault, "switch", "--quiet", "--create=many")
    notes = many_notes(vault.root / "people", count)
    git(vault, "add", "--all")
    git(vault, "commit", "--quiet", "--message=many")
    git(vault, "switch", "--quiet", "few")
    with watched(vault, tmp_path / "scratch") as watching:
        assert len(watching.settles()["notes"]) == 1
        with watching.held_up():
            git(vault, "checkout", "--quiet", "many")
        assert len(watching.settles()["notes"]) == count + 1
        # The folders that came are followed as well, and not only looked through once.
        with notes[-1].open("a", encoding="utf-8") as note:
            note.write("- 2026-05-02 agreed\n")
        watching.settles()
        with watching.held_up():
            git(vault, "checkout", "--quiet", "--force", "few")
        assert len(watching.settles()["notes"]) == 1


@pytest.mark.parametrize("count", SIZES)
def test_after_very_many_files_were_moved_out_at_once_the_index_is_right(
    count: int, tmp_path: Path
) -> None:
    vault = make_vault(tmp_path / "vault")
    notes = many_notes(vault.root / "people", count)
    outside = tmp_path / "outside"
    outside.mkdir()
    with watched(vault, tmp_path / "scratch") as watching:
        assert len(watching.settles()["notes"]) == count + 1
        with watching.held_up():
            for note in notes:
                note.rename(outside / note.name)
        assert len(watching.settles()["notes"]) == 1
