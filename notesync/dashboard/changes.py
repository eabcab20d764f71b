"""Turn "the notes have changed" into a signal that waiting browsers hear, from whatever thread.

The watcher publishes from its own thread; each open page waits in the server's event loop. A
version names the run of the server as well as the change, so that a page from before a restart
knows that it is old.
"""

from __future__ import annotations

import asyncio
import secrets
import threading


class Changes:
    """How often the notes have changed since the server started, and who waits for the next time.

    Attributes:
        closed: True once the server is ending; nobody waits any more.
    """

    def __init__(self) -> None:
        """Start at the beginning, with nobody waiting."""
        self._run = secrets.token_hex(4)
        self._count = 0
        self._waiting: dict[asyncio.Event, asyncio.AbstractEventLoop] = {}
        self._lock = threading.Lock()
        self.closed = False

    @property
    def version(self) -> str:
        """Names this state of the notes, across restarts."""
        return f"{self._run}-{self._count}"

    @property
    def waiting(self) -> int:
        """How many pages wait right now."""
        with self._lock:
            return len(self._waiting)

    def publish(self) -> None:
        """Say that the notes have changed; from any thread."""
        with self._lock:
            self._count += 1
        self._wake()

    def close(self) -> None:
        """Let everybody go who waits; from any thread."""
        self.closed = True
        self._wake()

    async def after(self, version: str, seconds: float) -> str:
        """Wait until the version is another one, or for so long; returns the current version."""
        bell = asyncio.Event()
        with self._lock:
            self._waiting[bell] = asyncio.get_running_loop()
        try:
            if self.version == version and not self.closed:
                await asyncio.wait_for(bell.wait(), seconds)
        except TimeoutError:
            pass
        finally:
            with self._lock:
                del self._waiting[bell]
        return self.version

    def _wake(self) -> None:
        with self._lock:
            # A loop that has ended keeps no one waiting: its tasks removed themselves.
            for bell, loop in self._waiting.items():
                if not loop.is_closed():
                    loop.call_soon_threadsafe(bell.set)
