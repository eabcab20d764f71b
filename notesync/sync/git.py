"""The one door to the program git: argument lists in, bytes out, or an error with what it said.

Every call has a time limit, no terminal, no standard input but what it is fed, none of the
caller's ``GIT_*`` variables, and a process group of its own, so that it ends with all that it
started. Nothing that the vault's own ``.git`` configures is ever run: git is given a stand-in for
the repository's configuration (`notesync.sync.standin`), no hooks, no file system monitor, and
only the usual ways to reach a remote. The user's global configuration counts: her name, her
credential helper, her ssh, her signature.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

from notesync.sync.errors import GitFailed, NoGit, NoRoom, TimedOut
from notesync.sync.remote import SCHEMES
from notesync.sync.repository import Place
from notesync.sync.settings import COMMON

LOCAL = 120.0  # seconds for what happens on this computer
NETWORK = 300.0  # seconds for what a remote has a part in
MERCY = 2.0  # seconds between asking a process to end and ending it

# Said to every git, above all configuration.
ALWAYS: tuple[str, ...] = (
    "core.hooksPath=/dev/null",
    "core.fsmonitor=false",
    "core.quotePath=false",
    "core.safecrlf=false",
    "core.protectHFS=true",
    "core.protectNTFS=true",
    "core.editor=:",
    "core.pager=cat",
    "core.askPass=",
    "protocol.ext.allow=never",
    "protocol.fd.allow=never",
    "gc.auto=0",
    "maintenance.auto=false",
    "fetch.recurseSubmodules=no",
    "push.recurseSubmodules=no",
    "submodule.recurse=false",
    "fetch.prune=false",
    "fetch.writeCommitGraph=false",
    "push.gpgSign=false",
    "http.lowSpeedLimit=1",
    "http.lowSpeedTime=30",
    "log.showSignature=false",
    "status.renames=false",
    "diff.renames=false",
    "advice.detachedHead=false",
)

# Set for every git, whatever the caller's environment says.
SURROUNDINGS: dict[str, str] = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ASKPASS": "",
    "SSH_ASKPASS_REQUIRE": "never",
    "GCM_INTERACTIVE": "never",
    "GIT_EDITOR": ":",
    "GIT_PAGER": "cat",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_LFS_SKIP_SMUDGE": "1",
    "GIT_ALLOW_PROTOCOL": ":".join(sorted({*SCHEMES} - {"git+ssh", "ssh+git"})),
    "LC_ALL": "C",
    "LANGUAGE": "",
}
DROPPED = frozenset({"SSH_ASKPASS"})

_USER = r"(?<=://)[^/@\s]*@"
_NO_ROOM = ("No space left on device", "Disk quota exceeded")


class Done(NamedTuple):
    """What an ended git printed."""

    code: int
    out: bytes
    said: str


class Running:
    """A git that is at work.

    Args:
        process: The process.
        command: What messages call it: the command's name.
        limit: Seconds it may take, from when its result is asked for.
    """

    def __init__(self, process: subprocess.Popen[bytes], command: str, limit: float) -> None:
        self.process = process
        self.command = command
        self.limit = limit
        self.done: Done | None = None
        self.ended = False

    def result(self, feed: bytes = b"") -> Done:
        """Wait for its end; can be asked for again.

        Raises:
            TimedOut: It took too long and was ended.
        """
        if self.done is not None:
            return self.done
        if self.ended:
            raise TimedOut(self.command, -1, "")
        try:
            out, err = self.process.communicate(feed, self.limit)
        except subprocess.TimeoutExpired:
            self.end()
            raise TimedOut(self.command, -1, "") from None
        except BaseException:
            self.end()
            raise
        self.done = Done(self.process.returncode, out, plain(err))
        return self.done

    def end(self) -> None:
        """End it with all that it started; does nothing when it has ended."""
        self.ended = True
        if self.process.poll() is None:
            for number in (signal.SIGTERM, signal.SIGKILL):
                with suppress(OSError):
                    os.killpg(self.process.pid, number)
                with suppress(subprocess.TimeoutExpired):
                    self.process.wait(MERCY)
                    break
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            if stream is not None:
                with suppress(OSError):
                    stream.close()


class Git:
    """Runs git in one repository.

    Args:
        place: The repository; `notesync.sync.standin.make` was called for it.
    """

    def __init__(self, place: Place) -> None:
        self.place = place
        self._environment = surroundings() | {
            "GIT_DIR": place.gitdir,
            "GIT_COMMON_DIR": f"{place.ours}/{COMMON}",
            "GIT_WORK_TREE": place.root,
        }
        self._started: list[Running] = []

    def close(self) -> None:
        """End what is still running."""
        for each in self._started:
            each.end()

    def run(
        self,
        *arguments: str,
        feed: bytes = b"",
        also: Mapping[str, str] | None = None,
        limit: float | None = None,
        fine: Sequence[int] = (0,),
    ) -> Done:
        """Run a command to its end.

        Args:
            arguments: The command and its arguments.
            feed: Its standard input.
            also: More of its surroundings, such as another index.
            limit: Seconds it may take; else `LOCAL`.
            fine: Exit codes that are no failure.

        Raises:
            GitFailed: It ended with another code.
            TimedOut: It took too long.
            NoRoom: The disk is full.
            NoGit: There is no git.
        """
        done = self.start(*arguments, also=also, limit=limit).result(feed)
        if done.code not in fine:
            raise failure(arguments[0], done)
        return done

    def start(
        self, *arguments: str, also: Mapping[str, str] | None = None, limit: float | None = None
    ) -> Running:
        """Start a command, to be asked for its result later.

        Raises:
            NoGit: There is no git.
        """
        options = [part for each in ALWAYS for part in ("-c", each)]
        try:
            process = subprocess.Popen(  # noqa: S603 -- a fixed program, by argument list
                ["git", *options, *arguments],  # noqa: S607 -- the one that the user calls
                cwd=self.place.root,
                env={**self._environment, **(also or {})},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                start_new_session=True,
            )
        except FileNotFoundError:
            raise NoGit from None
        running = Running(process, arguments[0], LOCAL if limit is None else limit)
        self._started = [each for each in self._started if each.process.returncode is None]
        self._started.append(running)
        return running

    def path(self, name: str) -> str:
        """Where a file of ours is, in the repository."""
        return f"{self.place.ours}/{name}"


def failure(command: str, done: Done) -> GitFailed | NoRoom:
    """The error that says how a command ended."""
    if any(each in done.said for each in _NO_ROOM):
        return NoRoom()
    return GitFailed(command, done.code, done.said or f"exit {done.code}")


def plain(err: bytes) -> str:
    """What git said, in one line, without passwords and without its own ornaments."""
    if not err:
        return ""
    text = re.sub(_USER, "", err.decode(errors="replace"))
    lines = (line.rstrip("\r").rpartition("\r")[2].strip() for line in text.split("\n"))
    return " ".join(line for line in lines if line)


def surroundings() -> dict[str, str]:
    """The caller's environment without what would change what git does."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") and name not in DROPPED
    }
    return kept | SURROUNDINGS
