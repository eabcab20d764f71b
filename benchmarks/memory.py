"""Tell what a process and all that it has started hold of memory and CPU, from Linux's ``/proc``.

Elsewhere there is no such folder, and everything here is 0.
"""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Iterator
from pathlib import Path

MEGABYTE = 1_000_000
PAUSE = 0.02  # seconds between two looks at a running process
_KILOBYTES = re.compile(r"^(Rss|Pss): +(\d+) kB$", re.MULTILINE)


def tree(pid: int) -> Iterator[int]:
    """A process and all below it, as far as they still run."""
    yield pid
    for thread in _threads(pid):
        for child in _read(thread / "children").split():
            yield from tree(int(child))


def resident(pid: int) -> float:
    """The resident memory of a process and all below it, in MB."""
    return sum(_held(each).get("Rss", 0.0) for each in tree(pid))


def shared_once(pid: int) -> float:
    """The same, but a page that several processes have counts in equal parts for each of them."""
    return sum(_held(each).get("Pss", 0.0) for each in tree(pid))


def cpu(pid: int) -> float:
    """Seconds of CPU that a process, all below it, and those that have ended there have used."""
    ticks = 0
    for each in tree(pid):
        numbers = _read(Path(f"/proc/{each}/stat")).rpartition(")")[2].split()
        ticks += sum(map(int, numbers[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK")


class Peak:
    """Looks at a process again and again, until it is told to stop.

    Attributes:
        megabytes: The most that the process and all below it have held at once.
    """

    def __init__(self, pid: int) -> None:
        """Begin."""
        self.megabytes = 0.0
        self._pid = pid
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look)
        self._thread.start()

    def stop(self) -> float:
        """End; returns the peak."""
        self._ended.set()
        self._thread.join()
        return self.megabytes

    def _look(self) -> None:
        while not self._ended.wait(PAUSE):
            self.megabytes = max(self.megabytes, shared_once(self._pid))


def _threads(pid: int) -> list[Path]:
    try:
        return list(Path(f"/proc/{pid}/task").iterdir())
    except OSError:
        return []


def _held(pid: int) -> dict[str, float]:
    found = _KILOBYTES.findall(_read(Path(f"/proc/{pid}/smaps_rollup")))
    return {name: int(number) * 1024 / MEGABYTE for name, number in found}


def _read(path: Path) -> str:
    """A file of ``/proc``; "" when the process has gone."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""
