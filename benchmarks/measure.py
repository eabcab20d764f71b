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
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from benchmarks import tasks
from benchmarks.memory import MEGABYTE, Peak

YOUNG = 3.0  # seconds after which no note is young any more
RSS_UNIT = 1 if sys.platform == "darwin" else 1024  # of ru_maxrss, in bytes
# The command as it is installed; beside the interpreter in an environment.
_INSTALLED = Path(sys.executable).with_name("notesync")
COMMAND = (_INSTALLED,) if _INSTALLED.is_file() else (sys.executable, "-m", "notesync")
# An installed package is compiled; a checkout may forbid that, and each sample would compile it.
SURROUNDINGS = {
    name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
}


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


Take = Callable[[Place], Sample]


def process(*command: str | Path, whole: bool = False) -> tuple[Sample, str]:
    """Run a program to its end; its sample, and what it printed.

    Args:
        command: The program and what it is told.
        whole: Whether the peak is that of all its processes together. They are looked at while
            they run, which takes time: the seconds of such a sample are of no use.

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
        together = Peak(child.pid) if whole else None
        out, err = child.stdout.read(), child.stderr.read()
        _, status, used = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        most = together.stop() if together else 0.0
    if child.returncode:
        raise Failed(*command, child.returncode, err.decode())
    peak = most or used.ru_maxrss * RSS_UNIT / MEGABYTE
    return Sample(wall, used.ru_utime + used.ru_stime, peak), out.decode()


def task(name: str, place: Place) -> Sample:
    """Run a task of `benchmarks.tasks`: its own time, and the peak of its process."""
    whole, out = process(sys.executable, "-m", "benchmarks.tasks", name, place.folder)
    found = json.loads(out)
    return Sample(found["wall"], found["cpu"], whole.peak)


def held_by(name: str, place: Place) -> Sample:
    """Run a task for the peak of all its processes together, and nothing else."""
    return process(sys.executable, "-m", "benchmarks.tasks", name, place.folder, whole=True)[0]


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
