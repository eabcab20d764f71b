"""Opening the served page: in a browser that is there, or in words where there is none."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from notesync.cli import browser
from notesync.cli.browser import far
from notesync.cli.session import Session
from tests.cli.running import eventually, notesync, running

# Writes down what it was started with, as a desktop's own opener would open it.
OPENER = '#!/bin/sh\nprintf "%s\\n" "$@" > "$OPENED.part"\nmv "$OPENED.part" "$OPENED"\n'


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the stand-in for a desktop's opener writes what it was asked to open."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("xdg-open", "open"):
        (folder / name).write_text(OPENER, encoding="utf-8")
        (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    monkeypatch.setenv("OPENED", str(tmp_path / "opened"))
    for name in ("SSH_CONNECTION", "SSH_TTY", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "opened"


def test_the_browser_is_handed_a_file_and_no_token(
    petra: Path, tmp_path: Path, opened: Path
) -> None:
    args = ("--vault", petra, "serve", "--port", "0", "--open")
    with running(*args, errors=tmp_path / "err") as serve:
        address = serve.line()
        token = address.partition("token=")[2]
        serve.says("Ctrl-C")
        eventually(opened.exists, wanted=True)
        page = Path(opened.read_text(encoding="utf-8").strip())
        assert token not in str(page)
        assert address in page.read_text(encoding="utf-8")
        assert stat.S_IMODE(page.stat().st_mode) == 0o600
        assert serve.end() == 0


def test_over_ssh_it_says_how_to_see_the_page_at_home(
    petra: Path, tmp_path: Path, opened: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "10.0.0.2 50000 10.0.0.1 22")
    args = ("--vault", petra, "serve", "--port", "0", "--open")
    with running(*args, errors=tmp_path / "err") as serve:
        port = serve.line().split(":")[2].partition("/")[0]
        serve.says(f"ssh -L {port}:127.0.0.1:{port}")
        assert serve.end() == 0
    assert not opened.exists()


def test_a_desktop_that_is_forwarded_is_no_far_machine() -> None:
    assert far({"SSH_CONNECTION": "a b c d"})
    assert not far({"SSH_CONNECTION": "a b c d", "DISPLAY": "localhost:10.0"})
    assert not far({})


def test_a_second_serve_says_where_the_first_one_is(
    petra: Path, tmp_path: Path, opened: Path
) -> None:
    with running("--vault", petra, "serve", "--port", "0", errors=tmp_path / "err") as first:
        address = first.line()
        second = notesync("--vault", petra, "serve")
        assert (second.code, second.out) == (0, f"{address}\n")
        assert "It is running already" in second.err
        other = ("--vault", petra, "serve", "--incognito", "--port", "0")
        with running(*other, errors=tmp_path / "other") as incognito:
            assert incognito.line() != address
            assert incognito.end() == 0
        assert first.end() == 0
    assert browser.known_port(petra / ".notesync") is None
    with running("--vault", petra, "serve", "--port", "0", errors=tmp_path / "err") as again:
        assert again.line().startswith("http://127.0.0.1:")
        assert again.end() == 0
    assert not opened.exists()


def test_a_port_that_is_none_is_told_in_a_sentence(petra: Path) -> None:
    found = notesync("--vault", petra, "serve", "--port", "70000")
    assert found.code == 2
    assert "65535" in found.err


def test_where_no_browser_can_be_opened_it_says_so(
    tmp_path: Path,
    opened: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "nothing here"))
    browser.show(Session(lang="en"), "http://127.0.0.1:1/?token=x", tmp_path)
    assert "Open the address yourself." in capsys.readouterr().err
    browser.show(Session(lang="en"), "http://127.0.0.1:1/?token=x", tmp_path / "gone")
    assert "Open the address yourself." in capsys.readouterr().err
    assert not opened.exists()


def test_the_port_is_remembered_for_its_owner_only(tmp_path: Path) -> None:
    assert browser.known_port(tmp_path) is None
    browser.remember_port(tmp_path, 8321)
    browser.remember_port(tmp_path, 8322)
    assert browser.known_port(tmp_path) == 8322
    assert stat.S_IMODE((tmp_path / browser.PORT).stat().st_mode) == 0o600
    (tmp_path / browser.PORT).write_text("nonsense", encoding="utf-8")
    assert browser.known_port(tmp_path) is None


def test_only_over_ssh_the_way_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("SSH_CONNECTION", "SSH_TTY", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    browser.tell_the_way(Session(lang="en"), 8321)
    assert capsys.readouterr().err == ""
    monkeypatch.setenv("SSH_TTY", "/dev/pts/1")
    browser.tell_the_way(Session(lang="en"), 8321)
    assert "ssh -L 8321:127.0.0.1:8321" in capsys.readouterr().err
