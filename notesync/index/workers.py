"""Read very many files at once, in processes of their own, since Python reads but one at a time.

Each worker is a Python that reads errands from its standard input and writes readings to its
standard output. It knows nothing of the index and ends when its input does, even if whoever
started it was killed. One that can't be started, or ends early, is no loss: what it was to read is
read here instead (docs/decisions/0018).
"""

from __future__ import annotations

import copyreg
import gc
import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from types import MappingProxyType
from typing import IO, Any

from notesync.index.readings import Errand, Reading, read
from notesync.vault.program import program
from notesync.vault.vault import Vault

MOST = 4  # workers whom one process that writes to the index keeps up with
CHUNK = 128  # files that are asked for at once


def _as_dict(mapping: MappingProxyType[Any, Any]) -> tuple[Callable[..., Any], tuple[Any, ...]]:
    """A vault's settings are mappings that nobody can change; a worker changes nothing anyway."""
    return dict, (dict(mapping),)


copyreg.pickle(MappingProxyType, _as_dict)


def readings(vault: Vault, errands: Iterator[Errand]) -> Generator[Reading | None, None, None]:
    """What comes of many errands, in their order."""
    workers = [Worker(vault) for _ in range(min(_cores(), MOST))]
    try:
        for worker in workers:
            worker.send(tuple(islice(errands, CHUNK)))
        while any(worker.errands for worker in workers):
            for worker in workers:
                found = worker.receive()
                worker.send(tuple(islice(errands, CHUNK)))
                yield from found
    finally:
        for worker in workers:
            worker.end()


def _cores() -> int:
    """How many processes can run at once."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


class Worker:
    """A process that reads files.

    Attributes:
        errands: What it has been sent and not yet answered.
    """

    def __init__(self, vault: Vault) -> None:
        self.errands: Sequence[Errand] = ()
        self._vault = vault
        self._process: subprocess.Popen[bytes] | None = None
        try:
            self._process = subprocess.Popen(  # noqa: S603 -- our own program, by argument list
                program(__name__),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                process_group=0,  # Ctrl-C is for whoever started it
            )
        except OSError:
            return
        self._write(vault)

    def send(self, errands: Sequence[Errand]) -> None:
        """Ask for some files; the answer before this one must have been received."""
        self.errands = errands
        if errands:
            self._write(errands)

    def receive(self) -> list[Reading | None]:
        """What came of the files that were asked for."""
        errands, self.errands = self.errands, ()
        if errands and self._process is not None:
            assert self._process.stdout is not None
            try:
                found: list[Reading | None] = pickle.load(self._process.stdout)  # noqa: S301 -- of our own process
            except (OSError, EOFError, pickle.UnpicklingError):
                self.end()
            else:
                return found
        return [read(self._vault, errand) for errand in errands]

    def _write(self, what: object) -> None:
        if self._process is None:
            return
        assert self._process.stdin is not None
        try:
            pickle.dump(what, self._process.stdin, pickle.HIGHEST_PROTOCOL)
            self._process.stdin.flush()
        except OSError:
            self.end()

    def end(self) -> None:
        """Let it go; it has nothing to clear away."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()


def serve(given: IO[bytes], out: IO[bytes]) -> None:
    """Be a worker: answer until the input ends."""
    gc.disable()  # readings hold no circles
    vault = pickle.load(given)  # noqa: S301 -- from whoever started this process
    with suppress(EOFError):
        while True:
            errands = pickle.load(given)  # noqa: S301 -- likewise
            pickle.dump([read(vault, one) for one in errands], out, pickle.HIGHEST_PROTOCOL)
            out.flush()


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
