"""Starts the real server on a free port of this machine, and speaks to it as a browser would."""

from __future__ import annotations

import contextlib
import http.client
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest

from notesync.dashboard.changes import Changes
from notesync.dashboard.serve import Server, create_app, listen
from notesync.dashboard.shown import Shown

TOKEN = "t" * 43
PATIENCE = 20.0  # seconds before a test gives up; nothing is ever measured with it


@dataclass
class Served:
    """A running server and the page that it shows."""

    port: int
    changes: Changes
    pages: list[str] = field(default_factory=lambda: ["<html lang='en'><main>one</main></html>"])

    @property
    def cookie(self) -> str:
        return f"notesync_{self.port}={TOKEN}"

    def ask(
        self, path: str = "/", method: str = "GET", headers: dict[str, str] | None = None
    ) -> tuple[http.client.HTTPResponse, bytes]:
        """One request as it stands, with the cookie unless `headers` are given."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, headers=headers or {"Cookie": self.cookie})
            answer = connection.getresponse()
            return answer, answer.read()
        finally:
            connection.close()

    def listen(self) -> Listener:
        """Open the event stream."""
        raw = socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE)
        raw.sendall(
            f"GET /events HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n"
            f"Cookie: {self.cookie}\r\n\r\n".encode()
        )
        return Listener(raw)


@dataclass
class Listener:
    """A raw connection that reads events."""

    raw: socket.socket
    got: str = ""

    def until(self, text: str) -> str:
        """Read until this has come; returns everything that came before it."""
        while text not in self.got:
            more = self.raw.recv(4096)
            if not more:
                pytest.fail(f"the stream ended without {text!r}: {self.got!r}")
            self.got += more.decode()
        before, _, self.got = self.got.partition(text)
        return before

    def version(self) -> str:
        self.until("event: notes")
        self.until("data: ")
        return self.until("\n").strip()

    def rest(self) -> str:
        """Everything until the other side ends the connection."""
        while more := self.raw.recv(4096):
            self.got += more.decode()
        return self.got

    def close(self) -> None:
        self.raw.close()


@contextlib.contextmanager
def served(get_page: Callable[[], str] | None = None, port: int = 0) -> Iterator[Served]:
    """A server for as long as the block runs; afterwards its thread has ended."""
    listener = listen(port)
    changes = Changes()
    running = Served(listener.getsockname()[1], changes)
    get = get_page or (lambda: running.pages[-1])

    def show(path: str, _typed: str) -> Shown:
        return Shown(get(), 200 if path == "/" else 404)

    app = create_app(show, changes, TOKEN, running.port)
    server = Server(app, listener, changes)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        yield running
    finally:
        server.stop()
        thread.join(PATIENCE)
        assert not thread.is_alive()


def wait_for(what: Callable[[], bool]) -> None:
    """Wait until it is so; a test that waits in vain says so."""
    bell = threading.Event()
    for _ in range(int(PATIENCE * 100)):
        if what():
            return
        bell.wait(0.01)
    pytest.fail("it never came to that")
