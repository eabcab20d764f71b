"""The server: the page, its event stream, and what becomes of tabs, restarts and crowds."""

from __future__ import annotations

import resource
import socket
import stat
from pathlib import Path

import pytest

from notesync.dashboard import serve
from notesync.dashboard.serve import PortTaken, address, listen, start_token
from tests.dashboard.serving import TOKEN, served, wait_for


def test_the_first_address_lets_a_browser_in_and_leaves_no_token_behind() -> None:
    with served() as running:
        first, _ = running.ask(f"/?token={TOKEN}", headers={"Accept": "text/html"})
        assert (first.status, first.headers["Location"]) == (303, "/")
        cookie = first.headers["Set-Cookie"]
        assert cookie == f"notesync_{running.port}={TOKEN}; Path=/; HttpOnly; SameSite=Strict"
        page, text = running.ask(headers={"Cookie": cookie.partition(";")[0]})
        assert page.status == 200
        assert b"<main>one</main>" in text


def test_the_page_is_as_new_as_the_notes_and_names_its_version() -> None:
    with served() as running:
        running.pages.append("<html lang='en'><main>two</main></html>")
        _, text = running.ask()
        assert b"<main>two</main>" in text
        assert f'<html data-version="{running.changes.version}" lang='.encode() in text


def test_a_page_that_cannot_be_made_says_so_and_the_server_goes_on(
    capfd: pytest.CaptureFixture[str],
) -> None:
    broken = [True]

    def page() -> str:
        if broken[0]:
            raise ValueError
        return "<html>"

    with served(page) as running:
        answer, text = running.ask()
        assert answer.status == 500
        assert text.startswith(b"The page could not be made.")
        assert answer.headers["Cache-Control"] == "no-store"
        broken.clear()
        broken.append(False)
        assert running.ask()[0].status == 200
    assert capfd.readouterr() == ("", "")


def test_style_script_and_icon_come_from_here() -> None:
    with served() as running:
        for path, kind in (
            ("/static/style.css", "text/css; charset=utf-8"),
            ("/static/live.js", "text/javascript; charset=utf-8"),
            ("/static/icon.svg", "image/svg+xml"),
        ):
            answer, text = running.ask(path)
            assert (answer.status, answer.headers["Content-Type"]) == (200, kind)
            assert text


def test_head_has_the_headers_and_no_body() -> None:
    with served() as running:
        for path in ("/", "/events", "/static/live.js"):
            answer, text = running.ask(path, "HEAD")
            assert (answer.status, text) == (200, b"")


# ---------------------------------------------------------------- events


def test_a_save_is_heard_by_every_open_page() -> None:
    with served() as running:
        one, two = running.listen(), running.listen()
        first = one.version()
        assert two.version() == first
        running.changes.publish()
        second = one.version()
        assert second != first
        assert two.version() == second
        one.close()
        two.close()


def test_a_burst_of_saves_ends_with_the_last_version() -> None:
    with served() as running:
        page = running.listen()
        page.version()
        for _ in range(1000):
            running.changes.publish()
        while page.version() != running.changes.version:
            pass
        page.close()


def test_the_stream_says_when_to_come_back_and_that_it_lives(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(serve, "HEARTBEAT", 0.05)
    with served() as running:
        page = running.listen()
        assert "text/event-stream" in page.until("retry: ")
        assert int(page.until("\n")) == serve.RETRY
        page.version()
        page.until(": still here\n\n")
        page.until(": still here\n\n")
        page.close()


def test_a_closed_tab_frees_its_connection() -> None:
    with served() as running:
        page = running.listen()
        page.version()
        wait_for(lambda: running.changes.waiting == 1)
        page.close()
        wait_for(lambda: running.changes.waiting == 0)


def test_two_hundred_open_pages_break_nothing() -> None:
    with served() as running:
        pages = [running.listen() for _ in range(200)]
        for page in pages:
            page.version()
        running.changes.publish()
        assert {page.version() for page in pages} == {running.changes.version}
        assert running.ask()[0].status == 200
        for page in pages:
            page.close()
        wait_for(lambda: running.changes.waiting == 0)


def test_a_system_that_allows_few_files_is_asked_for_more() -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (256, hard))
    try:
        with served() as running:
            pages = [running.listen() for _ in range(100)]
            for page in pages:
                page.version()
                page.close()
            assert resource.getrlimit(resource.RLIMIT_NOFILE)[0] == min(serve.FILES, hard)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_the_end_of_the_server_ends_the_streams_and_a_restart_is_another_version() -> None:
    with served() as running:
        page = running.listen()
        before = page.version()
        wait_for(lambda: running.changes.waiting == 1)
        port = running.port
    # Ended in good order, and not cut off: the last chunk of the stream is the empty one.
    assert page.rest().endswith("0\r\n\r\n")
    page.close()
    # The same port, the same token: the page comes back by itself and sees that it is old.
    with served(port=port) as again:
        page = again.listen()
        assert page.version() != before
        page.close()


# ---------------------------------------------------------------- port and token


def test_it_listens_on_loopback_only() -> None:
    listener = listen()
    assert listener.getsockname()[0] == "127.0.0.1"
    listener.close()


def test_a_port_in_use_is_said_in_a_sentence() -> None:
    taken = listen()
    port = taken.getsockname()[1]
    with pytest.raises(PortTaken, match=f"Port {port} is in use"):
        listen(port)
    taken.close()


def test_the_token_is_kept_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "token"
    token = start_token(path)
    assert len(token) >= 43
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert start_token(path) == token


@pytest.mark.parametrize("content", ["", "short", "x" * 42 + " y", "é" * 50, "a;b" * 20])
def test_a_damaged_token_is_made_anew(tmp_path: Path, content: str) -> None:
    path = tmp_path / "token"
    path.write_text(content, encoding="utf-8")
    token = start_token(path)
    assert token != content
    assert start_token(path) == token
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_address_is_that_of_this_machine() -> None:
    assert address(8111) == "http://127.0.0.1:8111/"
    assert address(8111, "abc") == "http://127.0.0.1:8111/?token=abc"


def test_nonsense_on_the_wire_does_not_stop_the_server(capfd: pytest.CaptureFixture[str]) -> None:
    with served() as running:
        for nonsense in (b"\x00\xff\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"G" * 100_000):
            raw = socket.create_connection(("127.0.0.1", running.port), timeout=20)
            raw.sendall(nonsense)
            raw.close()
        assert running.ask()[0].status == 200
    assert capfd.readouterr() == ("", "")
