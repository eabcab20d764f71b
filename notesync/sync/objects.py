"""Read what git stores: names of objects become trees and bytes, by one process for a whole sync.

``git cat-file --batch`` answers any number of questions, so that a sync needs no process for each
tree or file. Trees are walked here, and only into folders that differ.
"""

from __future__ import annotations

import os
import select
import subprocess
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from types import TracebackType
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


# Path to entry, without folders.
Tree = Mapping[str, Entry]


class Objects:
    """Answers questions about objects, until it is closed.

    Args:
        git: The repository.
    """

    def __init__(self, git: Git) -> None:
        self._git = git
        self._running: Running | None = None
        self._rest = b""
        self._known: dict[str, dict[str, Entry]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
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

    # ------------------------------------------------------------------------ trees

    def folder(self, oid: str) -> dict[str, Entry]:
        """What a tree object holds, folders among it, by name. Remembered for this sync."""
        if oid not in self._known:
            self._known[oid] = dict(_entries(self.blob(oid), len(oid) // 2))
        return self._known[oid]

    def paths(self, tree: str, prefix: str = "") -> Iterator[tuple[str, Entry]]:
        """Every file of a tree, with its path."""
        for name, entry in self.folder(tree).items():
            if entry.mode == FOLDER:
                yield from self.paths(entry.oid, f"{prefix}{name}/")
            else:
                yield f"{prefix}{name}", entry

    def differing(self, trees: Sequence[str]) -> list[dict[str, Entry]]:
        """The files at which any of several trees differs from the others, of each tree.

        Args:
            trees: Names of tree objects; "" stands for an empty one.
        """
        found: list[dict[str, Entry]] = [{} for _ in trees]
        self._differing(trees, "", found)
        return found

    def _differing(self, trees: Sequence[str], prefix: str, found: list[dict[str, Entry]]) -> None:
        folders = [self.folder(tree) if tree else {} for tree in trees]
        for name in _differing_names(folders):
            entries = [folder.get(name) for folder in folders]
            below = [each.oid if each and each.mode == FOLDER else "" for each in entries]
            if any(below):
                self._differing(below, f"{prefix}{name}/", found)
            for each, files in zip(entries, found, strict=True):
                if each and each.mode != FOLDER:
                    files[f"{prefix}{name}"] = each

    def unchanged(self, trees: Sequence[str], prefix: str = "") -> Iterator[str]:
        """The paths that are the same in all of several trees."""
        folders = [self.folder(tree) if tree else {} for tree in trees]
        for name, entry in folders[0].items():
            entries = [folder.get(name) for folder in folders]
            if all(each == entry for each in entries):
                if entry.mode == FOLDER:
                    yield from (path for path, _ in self.paths(entry.oid, f"{prefix}{name}/"))
                else:
                    yield f"{prefix}{name}"
            elif all(each and each.mode == FOLDER for each in entries):
                oids = [each.oid for each in entries if each]
                yield from self.unchanged(oids, f"{prefix}{name}/")


def _stream(found: IO[bytes] | None) -> IO[bytes]:
    assert found is not None  # all three are pipes
    return found


def _differing_names(folders: Sequence[Mapping[str, Entry]]) -> Iterable[str]:
    """The names at which any of several folders differs from the first."""
    first = folders[0]
    if all(folder == first for folder in folders[1:]):
        return ()
    names: dict[str, None] = {}
    for other in folders[1:]:
        names |= dict.fromkeys(key for key, _ in first.items() ^ other.items())
    return sorted(names)


def _entries(content: bytes, width: int) -> Iterator[tuple[str, Entry]]:
    """A tree object's bytes: mode, blank, name, NUL, and `width` bytes of the object's name."""
    at = 0
    while at < len(content):
        blank = content.index(b" ", at)
        end = content.index(b"\0", blank)
        name = content[blank + 1 : end].decode("utf-8", "surrogateescape")
        oid = content[end + 1 : end + 1 + width].hex()
        yield name, Entry(content[at:blank].decode("ascii"), oid)
        at = end + 1 + width
