"""The dashboard's file in a real browser: opened by double click, it asks for nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import notesync
from tests.dashboard.browser.window import Window

pytestmark = pytest.mark.browser


def test_the_file_opens_by_double_click_and_asks_for_nothing(petra: Path, window: Window) -> None:
    file = Path(notesync("--vault", petra, "dashboard").out.strip())
    window.page.goto(file.as_uri())
    assert window.page.title() == "Overview · net"
    assert window.requests == [file.as_uri()]
    assert window.page.evaluate("document.scripts.length") == 0
    assert "rgb" in window.page.evaluate("getComputedStyle(document.body).backgroundColor")
