"""Take the samples that need a running ``watch``: what a save comes to, what it costs at rest.

The watcher waits for `Rhythm.quiet` after a save, whether another one follows. That pause is chosen
and no work, so it is taken off what a save is measured to take; nothing else is.
"""

from __future__ import annotations

import random
import sqlite3
import subprocess
import time
from collections.abc import Callable, Mapping
from typing import Self

from benchmarks import memory, peers, tasks
from benchmarks.measure import (
    COMMAND,
    SURROUNDINGS,
    YOUNG,
    Failed,
    Place,
    Sample,
    Take,
    bare_python,
    notesync,
)
from benchmarks.vaults import SEED
from notesync.index.file import NAME
from notesync.vault.vault import Vault
from notesync.watch.debounce import Rhythm

PATIENCE = 600.0  # seconds for the watcher to write the dashboard
GLANCE = 0.0005  # seconds between two looks whether it has
REST = 20.0  # seconds for which it is watched at rest
SAVES = 20
ROUNDS = 7
GENERATION = "SELECT value FROM meta WHERE key = 'generation'"

# Samples that are taken in turn while it runs.
BESIDE: Mapping[str, Take] = {
    "python while watched": lambda _: bare_python(),
    "status while watched": lambda place: notesync(place, "status"),
    **{f"{name} while watched": sample for name, sample in peers.SEARCHES.items()},
}
# What a watcher itself is measured to do: until the index knows of a save, until the page shows
# it, with the CPU time for both, and how it is at rest.
ITSELF = ("saved, index", "saved, page", "at rest")


class Watched:
    """A running ``notesync watch``, which writes the dashboard after every save."""

    def __init__(self, place: Place) -> None:
        """Start it, and wait until it has written the page and rests."""
        self.place = place
        self.page = place.folder / "Übersicht.html"
        self.page.unlink(missing_ok=True)
        # Nobody is asked twice on a day: that would be no news, and the page would stay as it is.
        some = [
            each
            for each in tasks.contacts(place.folder)
            if tasks.LINE not in each.read_text("utf-8")
        ]
        random.Random(SEED).shuffle(some)
        self.contacts = iter(some)
        index = Vault.open(place.folder).state_dir() / NAME
        self.index = sqlite3.connect(f"{index.as_uri()}?mode=ro", uri=True, isolation_level=None)
        self.child = subprocess.Popen(
            [*COMMAND, "--vault", place.folder, "watch", "--quiet"],
            stdin=subprocess.DEVNULL,
            env=SURROUNDINGS,
        )

    def __enter__(self) -> Self:
        """Wait until it has written the page and rests."""
        self._until(self.page.exists)
        time.sleep(YOUNG)
        return self

    def __exit__(self, *_: object) -> None:
        """Stop it, as Ctrl-C does."""
        self.index.close()
        self.child.terminate()
        self.child.wait(60)

    def save(self) -> tuple[Sample, Sample]:
        """Save one note: until the index knows of it, and until the page is another one."""
        index, page = self._generation(), self._written()
        cpu = memory.cpu(self.child.pid)
        contact = next(self.contacts)
        start = time.perf_counter()
        tasks.change(contact)
        self._until(lambda: self._generation() != index)
        indexed = time.perf_counter() - start
        self._until(lambda: self._written() != page)
        shown = time.perf_counter() - start
        time.sleep(1)
        used = memory.cpu(self.child.pid) - cpu
        pause = Rhythm().quiet
        return Sample(indexed - pause, used, 0.0), Sample(shown - pause, used, 0.0)

    def rest(self) -> Sample:
        """What it holds and uses while nothing happens, without the process that made the page."""
        self._until(lambda: list(memory.tree(self.child.pid)) == [self.child.pid])
        time.sleep(YOUNG)
        before = memory.cpu(self.child.pid)
        time.sleep(REST)
        used = memory.cpu(self.child.pid) - before
        return Sample(REST, used, memory.resident(self.child.pid))

    def _generation(self) -> int:
        return int(self.index.execute(GENERATION).fetchone()[0])

    def _written(self) -> tuple[int, int]:
        found = self.page.stat()
        return found.st_ino, found.st_mtime_ns

    def _until(self, done: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not done():
            if self.child.poll() is not None or time.monotonic() > end:
                raise Failed("watch", self.page)
            time.sleep(GLANCE)


def take(place: Place, rounds: float) -> dict[str, list[Sample]]:
    """All of them, of one vault; `rounds` is a factor of how often."""
    found: dict[str, list[Sample]] = {}
    with Watched(place) as watched:
        saves = [watched.save() for _ in range(max(1, round(SAVES * rounds)))]
        found["saved, index"], found["saved, page"] = map(list, zip(*saves, strict=True))
        found["at rest"] = [watched.rest()]  # after all that work, of which it should keep nothing
        time.sleep(YOUNG)
        notesync(place, "status")  # so that the answer is there
        for _ in range(max(1, round(ROUNDS * rounds))):
            for name, sample in BESIDE.items():
                found.setdefault(name, []).append(sample(place))
    return found
