"""What every command is about to change, written down first, so that it can be taken back.

One command is one file ``.notesync/undo/NNNNNN.jsonl``: a line that says which command and when;
before each write a line with the old text and the digests of old and new; after it a line that says
it was done. The last `KEPT` commands are kept.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from notesync.vault import syscalls
from notesync.vault.errors import refusal
from notesync.vault.state import STATE

KEPT = 20  # commands


@dataclass(frozen=True, slots=True)
class Step:
    """One change of one file.

    Attributes:
        do: What is done to it.
        path: The note.
        before: Its bytes before, as text (bytes that are not UTF-8 as surrogates); None when
            there was no such file.
        old: Digest of these bytes; "" for a new file.
        new: Digest of the bytes after the change; "" for a removed file.
        target: The new path of a renamed note.
    """

    do: Literal["write", "remove", "rename"]
    path: str
    before: str | None
    old: str
    new: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One command's changes.

    Attributes:
        file: Where it is written down.
        command: As it was typed.
        at: When, ISO 8601 in UTC.
        steps: In the order in which they were done, each with whether it is known to be done.
    """

    file: Path
    command: str
    at: str
    steps: tuple[tuple[Step, bool], ...]


class Journal:
    """Writes one command's entry, opened with its first change.

    Args:
        folder: Gives the folder of all entries, making it when it isn't there.
        command: As it was typed.
    """

    def __init__(self, folder: Callable[[], Path], command: str) -> None:
        self._folder = folder
        self._command = command
        self._descriptor = -1
        self._file: Path | None = None
        self._count = 0

    @property
    def entry(self) -> Entry | None:
        """What was written down so far; None before the first change."""
        return _read(self._file) if self._file else None

    @contextlib.contextmanager
    def noting(self, step: Step) -> Iterator[None]:
        """Have a step on the disk before it is done within this, and that it was done after it.

        Raises:
            CantWrite: The disk refuses; nothing was done.
        """
        try:
            number = self._about_to(step)
        except OSError as error:
            raise refusal(error, STATE) from error
        yield
        self._line({"done": number})

    def _about_to(self, step: Step) -> int:
        if self._descriptor < 0:
            self._open()
        self._count += 1
        self._line({"number": self._count, **asdict(step)})
        syscalls.sync(self._descriptor)
        return self._count

    def close(self) -> None:
        """Nothing more will come."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def _open(self) -> None:
        folder = self._folder()
        there = _files(folder)
        for old in there[: max(0, len(there) - KEPT + 1)]:
            old.unlink(missing_ok=True)
        number = int(there[-1].stem) if there else 0
        while self._descriptor < 0:
            number += 1
            self._file = folder / f"{number:06}.jsonl"
            with contextlib.suppress(FileExistsError):  # another notesync was faster
                self._descriptor = os.open(
                    self._file,
                    os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND | os.O_CLOEXEC,
                    0o600,
                )
        at = datetime.now(UTC).isoformat(timespec="seconds")
        self._line({"command": self._command, "at": at})

    def _line(self, value: dict[str, object]) -> None:
        view = memoryview(json.dumps(value).encode() + b"\n")
        while view:
            view = view[os.write(self._descriptor, view) :]


def last(folder: Path) -> Entry | None:
    """The newest command that changed anything; None when there is none."""
    for file in reversed(_files(folder)):
        entry = _read(file)
        if entry and entry.steps:
            return entry
    return None


def _files(folder: Path) -> list[Path]:
    with contextlib.suppress(OSError):
        return sorted(each for each in folder.glob("*.jsonl") if each.stem.isdecimal())
    return []


def _read(file: Path) -> Entry | None:
    steps: dict[int, Step] = {}
    done: set[int] = set()
    command = at = ""
    with contextlib.suppress(OSError, ValueError, TypeError, KeyError):  # a torn last line
        for line in file.read_text("ascii").splitlines():
            value = json.loads(line)
            if "command" in value:
                command, at = value["command"], value["at"]
            elif "done" in value:
                done.add(value["done"])
            else:
                number = value.pop("number")
                steps[number] = Step(**value)
    return Entry(file, command, at, tuple((step, number in done) for number, step in steps.items()))
