"""Read what git stores: names of objects become their bytes, by one process for a whole sync.

``git cat-file --batch`` answers any number of questions, so that a sync needs no process for each
tree or file.
"""

from __future__ import annotations

import os
import re
import select
import subprocess
import time
from collections.abc import Iterable
from contextlib import suppress
from typing import IO, NamedTuple, Self

from notesync.sync.errors import GitFailed, TimedOut
from notesync.sync.git import Git, Running, plain

FOLDER = "40000"
REGULAR = frozenset({"100644", "100755", "100664"})
LINK = "120000"
SUBMODULE = "160000"
CHUNK = 1 << 20  # bytes asked of the pipe at once
AHEAD = 500  # questions sent before the first answer is read; they fit into any pipe


class Entry(NamedTuple):
    """What stands at a path of a tree.

    Attributes:
        mode: As git writes it: ``100644``, ``100755``, ``120000``, ``160000``, ``40000``.
        oid: The object's name in hexadecimal.
    """

    mode: str
    oid: str


# Mode, name and object of an entry, in bytes as git has them: a folder has thousands.
RawEntry = tuple[bytes, bytes, bytes]
_ENTRY = {
    2 * width: re.compile(rb"([0-7]+) ([^\0]+)\0(.{%d})" % width, re.DOTALL) for width in (20, 32)
}


class Objects:
    """Answers questions about objects, until it is closed.

    Args:
        git: The repository.
    """

    def __init__(self, git: Git) -> None:
        self._git = git
        self._running: Running | None = None
        self._rest = b""
        self._known: dict[str, list[RawEntry]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the process."""
        if self._running is not None:
            with suppress(OSError):
                _stream(self._running.process.stdin).close()
            with suppress(subprocess.TimeoutExpired):
                self._running.process.wait(1)
            self._running.end()
            self._running = None
            self._rest = b""

    # ------------------------------------------------------------------------ single objects

    def name(self, revision: str) -> str:
        """The full name of what a revision means, such as ``HEAD^{tree}``; "" for nothing."""
        found = self._ask(revision)
        return found[0] if found else ""

    def blob(self, oid: str) -> bytes:
        """The bytes of an object.

        Raises:
            GitFailed: It isn't there.
        """
        found = self._ask(oid)
        if found is None:
            raise GitFailed("cat-file", 0, f"{oid} missing")
        return found[1]

    def blobs(self, oids: Iterable[str]) -> dict[str, bytes]:
        """The bytes of several objects, by name.

        Raises:
            GitFailed: One isn't there.
        """
        found: dict[str, bytes] = {}
        wanted = list(dict.fromkeys(oids))
        for at in range(0, len(wanted), AHEAD):
            some = wanted[at : at + AHEAD]
            self._send("".join(f"{oid}\n" for oid in some).encode())
            for oid in some:
                answer = self._answer()
                if answer is None:
                    raise GitFailed("cat-file", 0, f"{oid} missing")
                found[oid] = answer[1]
        return found

    def _ask(self, question: str) -> tuple[str, bytes] | None:
        """Name and bytes of one object; None when there is none."""
        self._send(f"{question}\n".encode(errors="surrogateescape"))
        return self._answer()

    def _send(self, questions: bytes) -> None:
        if self._running is None:
            self._running = self._git.start("cat-file", "--batch")
        try:
            stdin = _stream(self._running.process.stdin)
            stdin.write(questions)
            stdin.flush()
        except BrokenPipeError:
            raise self._broken(self._running) from None

    def _answer(self) -> tuple[str, bytes] | None:
        running = self._running
        assert running is not None
        until = time.monotonic() + running.limit
        head = self._line(running, until).decode(errors="replace").split(" ")
        if head[-1] in {"missing", "ambiguous"}:
            return None
        content = self._take(running, int(head[2]) + 1, until)
        return head[0], content[:-1]

    # ------------------------------------------------------------------------ the process

    def _line(self, running: Running, until: float) -> bytes:
        while b"\n" not in self._rest:
            self._rest += self._more(running, until)
        line, _, self._rest = self._rest.partition(b"\n")
        return line

    def _take(self, running: Running, size: int, until: float) -> bytes:
        parts, count = [self._rest], len(self._rest)
        while count < size:
            parts.append(self._more(running, until))
            count += len(parts[-1])
        whole = b"".join(parts)
        self._rest = whole[size:]
        return whole[:size]

    def _more(self, running: Running, until: float) -> bytes:
        """More of its answer, within the time that is left."""
        out = _stream(running.process.stdout).fileno()
        ready, _, _ = select.select([out], [], [], max(0.0, until - time.monotonic()))
        if not ready:
            running.end()
            self._running = None
            raise TimedOut("cat-file", -1, "")
        got = os.read(out, CHUNK)
        if not got:
            raise self._broken(running)
        return got

    def _broken(self, running: Running) -> GitFailed:
        self._running = None
        self._rest = b""
        with suppress(OSError):
            _stream(running.process.stdin).close()
        said = plain(_stream(running.process.stderr).read())
        running.end()
        return GitFailed("cat-file", running.process.returncode or -1, said)

    def folder(self, oid: str) -> list[RawEntry]:
        """What a tree object holds, folders among it. Remembered for this sync."""
        self.know((oid,))
        return self._known[oid]

    def know(self, oids: Iterable[str]) -> None:
        """Ask for several tree objects at once, before `folder` is asked for each."""
        asked = [oid for oid in oids if oid and oid not in self._known]
        for oid, content in self.blobs(asked).items():
            self._known[oid] = _ENTRY[len(oid)].findall(content)


def _stream(found: IO[bytes] | None) -> IO[bytes]:
    assert found is not None  # all three are pipes
    return found
