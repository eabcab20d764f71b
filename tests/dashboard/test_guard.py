"""Who is turned away, with what, and which headers leave with every answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from starlette.responses import PlainTextResponse

from notesync.dashboard.guard import HEADERS, Guard
from notesync.words import ENGLISH
from tests.dashboard.serving import TOKEN, Served, served

if TYPE_CHECKING:
    from starlette.types import Message


def test_only_names_of_this_machine_are_answered() -> None:
    with served() as running:
        for host in (
            f"127.0.0.1:{running.port}",
            f"localhost:{running.port}",
            f"[::1]:{running.port}",
        ):
            assert running.ask(headers={"Host": host, "Cookie": running.cookie})[0].status == 200
        for host in (
            "example.org",
            f"example.org:{running.port}",
            "127.0.0.1",
            f"127.0.0.1:{running.port + 1}",
            f"127.0.0.1.example.org:{running.port}",
            f"user@127.0.0.1:{running.port}",
            "",
        ):
            headers = {"Host": host, "Cookie": running.cookie}
            assert running.ask(headers=headers)[0].status == 421, host
            assert running.ask(f"/?token={TOKEN}", headers={"Host": host})[0].status == 421, host


@pytest.mark.parametrize("path", ["/", "/events", "/static/style.css", "/static/live.js", "/none"])
def test_without_the_cookie_there_is_nothing_to_see(path: str) -> None:
    with served() as running:
        for cookie in ("", f"notesync_{running.port}=wrong", f"notesync_1={TOKEN}", "é=ü"):
            answer, text = running.ask(path, headers={"Cookie": cookie})
            assert answer.status == 403
            assert b"notesync serve" in text
            assert answer.headers["Set-Cookie"] is None


def test_a_token_that_is_wrong_or_in_the_wrong_place_opens_nothing() -> None:
    with served() as running:
        for path in ("/?token=", "/?token=wrong", f"/?other={TOKEN}", f"/events?token={TOKEN}"):
            answer, _ = running.ask(path, headers={"Accept": "*/*"})
            assert answer.status == 403
            assert answer.headers["Set-Cookie"] is None


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "X"])
@pytest.mark.parametrize("path", ["/", "/events"])
def test_nothing_can_be_changed_from_a_browser(method: str, path: str) -> None:
    with served() as running:
        answer, _ = running.ask(path, method)
        assert answer.status == 405
        assert answer.headers["Allow"] == "GET, HEAD"


def refused(running: Served) -> list[tuple[str, str, dict[str, str]]]:
    """A request for every kind of answer."""
    cookie = {"Cookie": running.cookie}
    return [
        ("GET", "/", cookie),
        ("GET", "/static/live.js", cookie),
        ("GET", f"/?token={TOKEN}", {"Accept": "*/*"}),
        ("GET", "/nothing-here", cookie),
        ("GET", "/static/../serve.py", cookie),
        ("GET", "/static/%2e%2e/serve.py", cookie),
        ("POST", "/", cookie),
        ("GET", "/", {"Accept": "*/*"}),
        ("GET", "/", {"Host": "example.org"}),
        ("HEAD", "/events", cookie),
    ]


def test_every_answer_carries_the_headers() -> None:
    with served() as running:
        seen = set()
        for method, path, headers in refused(running):
            answer, _ = running.ask(path, method, headers)
            seen.add(answer.status)
            for name, value in HEADERS:
                assert answer.headers.get_all(name) == [value], (method, path)
            assert answer.headers["Server"] is None
        assert seen == {200, 303, 403, 404, 405, 421}


def test_the_headers_are_those_of_the_design() -> None:
    policy = dict(HEADERS)["Content-Security-Policy"]
    assert policy == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    assert {name for name, _ in HEADERS} == {
        "Cache-Control",
        "X-Content-Type-Options",
        "X-DNS-Prefetch-Control",
        "Referrer-Policy",
        "Cross-Origin-Resource-Policy",
        "Cross-Origin-Opener-Policy",
        "Content-Security-Policy",
    }


@pytest.mark.parametrize(
    ("port", "host", "status"), [(80, b"localhost", 403), (81, b"localhost", 421)]
)
def test_on_the_usual_port_of_http_a_browser_leaves_it_out(
    port: int, host: bytes, status: int
) -> None:
    guard = Guard(PlainTextResponse("x"), token=TOKEN, port=port, words=ENGLISH)
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        raise AssertionError

    scope = {"type": "http", "method": "GET", "path": "/", "query_string": b""}
    waiting = guard({**scope, "headers": [(b"host", host)]}, receive, send)
    with pytest.raises(StopIteration):
        waiting.send(None)
    assert sent[0]["status"] == status
