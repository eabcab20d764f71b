"""Turn one thing to do into a `Sample`: seconds on the clock, seconds of CPU, and the memory peak.

Everything runs in a process of its own. The interpreter is the real one behind links and version
managers' wrappers, with this environment's packages, so that no wrapper's time is measured.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from benchmarks import tasks

MEGABYTE = 1_000_000
RSS_UNIT = 1 if sys.platform == "darwin" else 1024  # of ru_maxrss, in bytes
# The command as it is installed; beside the interpreter in an environment.
_INSTALLED = Path(sys.executable).with_name("notesync")
COMMAND = (_INSTALLED,) if _INSTALLED.is_file() else (sys.executable, "-m", "notesync")
# An installed package is compiled; a checkout may forbid that, and each sample would compile it.
SURROUNDINGS = {
    name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
}
PATIENCE = 600.0  # seconds for the watcher to write the dashboard


class Failed(RuntimeError):
    """Something that should be measured ended badly."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One measurement.

    Attributes:
        wall: Seconds on the clock.
        cpu: Seconds of CPU time, user and system.
        peak: The process's largest memory in MB.
    """

    wall: float
    cpu: float
    peak: float


@dataclass(slots=True)
class Place:
    """A made-up vault to measure on.

    Attributes:
        folder: Where it is.
        count: How many notes it has.
        day: Raised for each ``status`` that must not find yesterday's answer.
    """

    folder: Path
    count: int
    day: date = field(default=date(2026, 6, 1))

    def another_day(self) -> str:
        """A day that nothing was asked for yet."""
        self.day += timedelta(days=1)
        return self.day.isoformat()


def process(*command: str | Path) -> tuple[Sample, str]:
    """Run a program to its end; its sample, and what it printed.

    Raises:
        Failed: It ended badly.
    """
    start = time.perf_counter()
    with subprocess.Popen(
        [os.fspath(part) for part in command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=SURROUNDINGS,
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        out, err = child.stdout.read(), child.stderr.read()
        _, status, used = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise Failed(*command, child.returncode, err.decode())
    peak = used.ru_maxrss * RSS_UNIT / MEGABYTE
    return Sample(wall, used.ru_utime + used.ru_stime, peak), out.decode()


def task(name: str, place: Place) -> Sample:
    """Run a task of `benchmarks.tasks`: its own time, and the peak of its process."""
    whole, out = process(sys.executable, "-m", "benchmarks.tasks", name, place.folder)
    found = json.loads(out)
    return Sample(found["wall"], found["cpu"], whole.peak)


def notesync(place: Place, *arguments: str) -> Sample:
    """Run a notesync command, from the start of its process to its end."""
    return process(*COMMAND, "--vault", place.folder, *arguments)[0]


def bare_python() -> Sample:
    """Start Python and end it."""
    return process(sys.executable, "-c", "pass")[0]


def status_after_a_change(place: Place) -> Sample:
    """``status`` when one note has changed."""
    tasks.change_one(place.folder)
    return notesync(place, "status")


class Watched:
    """A running ``notesync watch``, which writes the dashboard after every save."""

    def __init__(self, place: Place) -> None:
        """Start it, and wait until it has written the page and rests."""
        self.place = place
        self.page = place.folder / "Übersicht.html"
        self.page.unlink(missing_ok=True)
        self.child = subprocess.Popen(
            [*COMMAND, "--vault", place.folder, "watch", "--quiet"],
            stdin=subprocess.DEVNULL,
            env=SURROUNDINGS,
        )
        self._wait_for_another(0)
        time.sleep(3)  # until no note is young any more

    def save(self) -> Sample:
        """Save one note; the time until the page is another one."""
        before = self._written()
        cpu = self._cpu()
        start = time.perf_counter()
        tasks.change_one(self.place.folder)
        self._wait_for_another(before)
        wall = time.perf_counter() - start
        time.sleep(3)
        return Sample(wall, self._cpu() - cpu, 0.0)

    def end(self) -> None:
        """Stop it, as Ctrl-C does."""
        self.child.terminate()
        self.child.wait(60)

    def _written(self) -> int:
        return self.page.stat().st_mtime_ns if self.page.exists() else 0

    def _wait_for_another(self, before: int) -> None:
        end = time.monotonic() + PATIENCE
        while self._written() == before:
            if self.child.poll() is not None or time.monotonic() > end:
                raise Failed("watch", self.page)
            time.sleep(0.005)

    def _cpu(self) -> float:
        """CPU seconds that it has used so far, where the system tells (Linux)."""
        try:
            numbers = Path(f"/proc/{self.child.pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            return float("nan")
        return sum(map(int, numbers[11:13])) / os.sysconf("SC_CLK_TCK")
