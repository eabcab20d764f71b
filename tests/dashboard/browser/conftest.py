"""One Chromium for all browser tests, and windows in it that notice everything they should not.

Playwright drives the Chromium of the system (`.ci/browser` installs it), with a fresh profile, and
a proxy on this machine that answers nobody: whatever wants to leave arrives there and is counted.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.cli.running import running
from tests.dashboard.browser.window import Trap, Window, Windows

DEMOS = Path(__file__).parents[3] / "notesync" / "demo"
# As `.ci/browser` looks for them.
NAMES = ("chromium", "chromium-browser", "google-chrome")
APPLICATIONS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def installed() -> str | None:
    """Where Chromium is."""
    wished = os.environ.get("NOTESYNC_CHROMIUM")
    found = [shutil.which(name) for name in ((wished,) if wished else NAMES)]
    found += [path for path in APPLICATIONS if Path(path).exists()]
    return next((path for path in found if path), None)


@pytest.fixture(scope="session")
def trap() -> Iterator[Trap]:
    with Trap() as trap:
        yield trap


@pytest.fixture(scope="session")
def chromium(trap: Trap) -> Iterator[Browser]:
    path = installed()
    if path is None:
        pytest.skip("there is no Chromium here; .ci/browser says how to get it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path,
            args=list(FLAGS),
            proxy={"server": f"http://127.0.0.1:{trap.port}", "bypass": "127.0.0.1"},
        )
        yield browser
        browser.close()


@pytest.fixture
def windows(chromium: Browser, trap: Trap) -> Iterator[Windows]:
    """Opens windows; at the end of the test it is asked what they noticed."""
    with Windows(chromium, trap) as windows:
        yield windows


@pytest.fixture
def window(windows: Windows) -> Window:
    return windows.open()


@pytest.fixture
def petra(tmp_path: Path) -> Path:
    """Petra's vault."""
    return Path(shutil.copytree(DEMOS / "en", tmp_path / "net"))


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Petra's vault, served in each language: language to the first address; nobody changes it."""
    with ExitStack() as stack:
        addresses = {}
        for lang in ("en", "de"):
            folder = tmp_path_factory.mktemp("served")
            shutil.copytree(DEMOS / lang, folder / "net")
            args = ("--vault", folder / "net", "serve", "--port", "0")
            addresses[lang] = stack.enter_context(running(*args, errors=folder / "err")).line()
        yield addresses
