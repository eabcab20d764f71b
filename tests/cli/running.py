"""Run notesync as a person does, in this process, and keep what it printed."""

from __future__ import annotations

import io
import json
import os
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from notesync.cli.main import run

PATIENCE = 60.0  # seconds; a busy machine may be slow, but never wrong


@dataclass(frozen=True, slots=True)
class Result:
    """What a command printed, and the exit code it ended with."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        found = json.loads(self.out)
        assert isinstance(found, dict)
        return found


def notesync(*args: str | Path, encoding: str = "utf-8") -> Result:
    out = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    err = io.TextIOWrapper(
        io.BytesIO(), encoding=encoding, errors="backslashreplace"
    )  # as Python's
    with redirect_stdout(out), redirect_stderr(err):
        code = run([str(arg) for arg in args])
    return Result(code, text_of(out), text_of(err))


def text_of(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode(stream.encoding)


def program(file: Path, text: str) -> Path:
    """Write a program in Python that can be started by its name, wherever that Python is.

    A first line that names it would end at a blank in its path, so sh starts it.
    """
    start = f"#!/bin/sh\n'''exec' {shlex.quote(sys.executable)} \"$0\" \"$@\"\n' '''\n"
    file.write_text(start + text, encoding="utf-8")
    file.chmod(0o755)
    return file


class Running:
    """A notesync that keeps running, as a process of its own."""

    def __init__(self, *args: str | Path, errors: Path) -> None:
        self._errors = errors
        with errors.open("w", encoding="utf-8") as stderr:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "notesync", *map(str, args)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=stderr,
                text=True,
                env={**os.environ, "PYTHONUNBUFFERED": "1"},
            )

    @property
    def err(self) -> str:
        return self._errors.read_text(encoding="utf-8")

    def says(self, wanted: str) -> None:
        """Wait until it has said something on stderr."""
        until = time.monotonic() + PATIENCE
        while wanted not in self.err:
            assert time.monotonic() < until, self.err
            assert self.process.poll() is None, self.err
            time.sleep(0.02)

    def line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().rstrip("\n")

    def end(self, number: int = signal.SIGTERM) -> int:
        self.process.send_signal(number)
        return self.process.wait(PATIENCE)


@contextmanager
def running(*args: str | Path, errors: Path) -> Iterator[Running]:
    one = Running(*args, errors=errors)
    try:
        yield one
    finally:
        one.process.kill()
        one.process.wait()
        assert one.process.stdout is not None
        one.process.stdout.close()


def eventually(found: object, wanted: object) -> None:
    """Wait until calling `found` gives what is wanted."""
    assert callable(found)
    until = time.monotonic() + PATIENCE
    while found() != wanted:
        if time.monotonic() > until:
            assert found() == wanted
        time.sleep(0.05)
