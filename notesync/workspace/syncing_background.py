"""Sync every so often while something else runs, and never hold that up.

Each sync is a process of its own: it takes none of the watcher's time, and ends with all that it
started. Without a network it waits quietly; what needs the user is told once. A remote that asks
who she is, or refuses, is left alone for an hour: asking again and again gets accounts locked.
"""

from __future__ import annotations

import os
import signal
import subprocess
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress

from notesync.vault.vault import Vault
from notesync.workspace.syncing_state import last_sync

WAITING = 6  # exit code of a sync that is committed and waits for the remote
PATIENT = 3600.0  # seconds until a remote is asked again that didn't want us
UNWANTED = frozenset({"auth", "host", "refused", "checked-out"})
MERCY = 5.0  # seconds that a sync gets to end when the watcher ends


class Background:
    """Syncs a vault until it is stopped.

    Args:
        vault: The vault.
        command: What runs one sync.
        every: Seconds between the end of one and the beginning of the next.
        say: Told what the user should know, once for as long as it is so.
        done: Called after each sync, from this thread.
    """

    def __init__(
        self,
        vault: Vault,
        command: Sequence[str],
        every: float,
        *,
        say: Callable[[str], None],
        done: Callable[[], None],
    ) -> None:
        self._vault = vault
        self._command = command
        self._every = every
        self._say = say
        self._done = done
        self._told = ""
        self._stopped = threading.Event()
        self._process: subprocess.Popen[str] | None = None
        self._thread = threading.Thread(target=self._run, name="notesync-sync")

    def start(self) -> None:
        """Sync at once, and then every so often."""
        self._thread.start()

    def stop(self) -> None:
        """End; a sync that is at work is ended with it, which is safe at any moment."""
        self._stopped.set()
        process = self._process
        if process is not None:
            with suppress(OSError):
                process.send_signal(signal.SIGINT)
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while not self._stopped.is_set():
            self._sync()
            self._done()
            self._stopped.wait(self._pause())

    def _pause(self) -> float:
        last = last_sync(self._vault)
        unwanted = last is not None and last.result == "waiting" and last.kind in UNWANTED
        return max(self._every, PATIENT) if unwanted else self._every

    def _sync(self) -> None:
        try:
            self._process = subprocess.Popen(  # noqa: S603 -- our own program, by argument list
                self._command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                text=True,
                errors="replace",
                start_new_session=True,
            )
        except OSError as error:
            self._tell(error.strerror or str(error))
            return
        try:
            said = self._ended(self._process)
        finally:
            code, self._process = self._process.returncode, None
        if not self._stopped.is_set():
            self._tell("" if code in {0, WAITING} else said.strip())

    def _ended(self, process: subprocess.Popen[str]) -> str:
        """Wait for its end; what it said."""
        while True:
            try:
                return process.communicate(timeout=MERCY)[1]
            except subprocess.TimeoutExpired:
                if self._stopped.is_set():
                    with suppress(OSError):
                        os.killpg(process.pid, signal.SIGKILL)

    def _tell(self, sentence: str) -> None:
        if sentence != self._told:
            self._told = sentence
            if sentence:
                self._say(sentence)
