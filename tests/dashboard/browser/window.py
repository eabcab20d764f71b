"""A window of a real browser that writes down what a dashboard must never do.

Console messages (a violation of the Content-Security-Policy is one), errors of scripts, dialogs,
requests to anywhere but the page's own server, and calls of ``canary()``, which attacks in hostile
notes try to make. `Windows` fails the test when there was any.
"""

from __future__ import annotations

import re
import socket
import threading
from dataclasses import dataclass, field
from importlib.resources import files
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, Request

PATIENCE = 30_000.0  # milliseconds before a test gives up; nothing is ever measured with it
# What Chromium asks for on its own account, whatever page is open.
OWN_BUSINESS = re.compile(
    r"^(?:CONNECT|GET|HEAD|POST) (?:http://)?[\w.-]+\.(?:google|googleapis|gstatic)\.com[:/]"
)
# WCAG 2.2 A and AA, and axe's own good practice.
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


class Trap:
    """A port of this machine where whatever leaves the browser ends; it answers nobody."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self.caught: list[bytes] = []
        self._thread = threading.Thread(target=self._run, daemon=True)

    def _run(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with connection:
                connection.settimeout(5)
                try:
                    self.caught.append(connection.recv(1024).partition(b"\r\n")[0])
                except OSError:
                    self.caught.append(b"a connection without a word")

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()


@dataclass
class Window:
    """A page, and what was noticed in it.

    Attributes:
        noticed: What must not be, in words.
        requests: Every address that was asked for.
    """

    page: Page
    noticed: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.noticed.append(f"error: {error}"))
        self.page.on("dialog", self._dialog)
        self.page.on("request", self._request)
        self.page.expose_function("canary", self._canary)
        self.page.set_default_timeout(PATIENCE)

    def _console(self, message: ConsoleMessage) -> None:
        self.noticed.append(f"console: {message.text} ({message.location['url']})")

    def _dialog(self, dialog: Dialog) -> None:
        self.noticed.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _canary(self, *said: object) -> None:
        self.noticed.append(f"a script ran: {said}")

    def _request(self, request: Request) -> None:
        self.requests.append(request.url)

    def forgive(self, text: str) -> None:
        """Leave out messages of the browser itself that this test brings about."""
        self.noticed = [one for one in self.noticed if text not in one]

    def foreign(self) -> list[str]:
        """Requests to anywhere but where the page itself comes from."""
        home = ("http://127.0.0.1:", "file://", "data:image/")
        return [url for url in self.requests if not url.startswith(home)]

    def violations(self) -> list[str]:
        """What axe-core has to object to, in words."""
        script = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
        self.page.evaluate(script)
        found: dict[str, Any] = self.page.evaluate(
            "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", RULES
        )
        return [
            f"{one['id']}: {node['html'][:200]} ({node['failureSummary']})"
            for one in found["violations"]
            for node in one["nodes"]
        ]

    def open_all(self) -> None:
        """Unfold everything."""
        self.page.evaluate(
            "for (const one of document.querySelectorAll('details')) one.open = true"
        )


class Windows:
    """Opens windows with profiles of their own, and asks them at the end."""

    def __init__(self, browser: Browser, trap: Trap) -> None:
        self._browser = browser
        self._trap = trap
        self._opened: list[tuple[BrowserContext, Window]] = []
        self._before = len(trap.caught)

    def open(self, **options: Any) -> Window:  # noqa: ANN401 -- as Playwright has it
        """A window; options are those of Playwright's ``new_context``."""
        context = self._browser.new_context(**options)
        window = Window(context.new_page())
        self._opened.append((context, window))
        return window

    def noticed(self) -> list[str]:
        """Everything that must not be."""
        found = [one for _, window in self._opened for one in (*window.noticed, *window.foreign())]
        caught = [line.decode("latin-1") for line in self._trap.caught[self._before :]]
        return found + [line for line in caught if not OWN_BUSINESS.search(line)]

    def close(self) -> None:
        """Close all of them, before what they show ends."""
        for context, _ in self._opened:
            context.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _error: object, _trace: TracebackType | None
    ) -> None:
        self.close()
        if kind is None and (found := self.noticed()):
            pytest.fail("\n".join(found))
