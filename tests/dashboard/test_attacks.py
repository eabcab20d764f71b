"""Attacks over real sockets: other hosts, other pages, other paths, crowds, and the very slow."""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Iterator

import pytest

from notesync.dashboard import connections, serve
from notesync.dashboard.guard import HEADERS, POLICY
from tests.dashboard.serving import PATIENCE, TOKEN, Served, served, wait_for


@pytest.fixture(scope="module")
def running() -> Iterator[Served]:
    with served() as one:
        yield one


def raw(running: Served, request: bytes) -> bytes:
    """What comes back to these bytes until the other side ends the connection."""
    with socket.create_connection(("127.0.0.1", running.port), timeout=PATIENCE) as connection:
        connection.sendall(request)
        answer = b""
        while more := connection.recv(65536):
            answer += more
        return answer


def get(running: Served, target: str, *lines: str, host: str = "") -> tuple[int, bytes]:
    """A request whose first line stands exactly so; its status and everything that came back."""
    head = [
        f"GET {target} HTTP/1.1",
        f"Host: {host or f'127.0.0.1:{running.port}'}",
        f"Cookie: {running.cookie}",
        "Connection: close",
        *lines,
    ]
    answer = raw(running, ("\r\n".join(head) + "\r\n\r\n").encode("latin-1"))
    status = re.match(rb"HTTP/1\.1 (\d+)", answer)
    assert status, answer
    return int(status[1]), answer


def headers_of(answer: bytes) -> dict[str, str]:
    head = answer.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")[1:]
    return {line.partition(": ")[0].lower(): line.partition(": ")[2] for line in head}


# ---------------------------------------------------------------- whose host


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:{port}",
        "127.0.0.1",
        "127.0.0.1:80",
        "127.0.0.1:{port}.evil.example",
        "127.0.0.1.evil.example:{port}",
        "localhost.evil.example:{port}",
        "evil.example#127.0.0.1:{port}",
        "evil.example@127.0.0.1:{port}",
        "127.0.0.1:{port}@evil.example",
        "127.1:{port}",
        "0.0.0.0:{port}",
        "[::ffff:127.0.0.1]:{port}",
        "2130706433:{port}",
        "127.0.0.1:{port}\t",
        "127.0.0.1:{port} evil.example",
    ],
)
def test_a_foreign_host_gets_nothing(host: str, running: Served) -> None:
    status, answer = get(running, "/", host=host.format(port=running.port))
    assert status == 421 or (status, host[-1]) == (200, "\t")  # a blank at the end is no part of it
    assert status == 200 or b"<main>" not in answer


def test_two_hosts_or_none_get_nothing(running: Served) -> None:
    status, _ = get(running, "/", "Host: evil.example")
    assert status in {400, 421}
    answer = raw(running, f"GET / HTTP/1.0\r\nCookie: {running.cookie}\r\n\r\n".encode())
    assert answer.startswith(b"HTTP/1.1 421")


def test_an_address_in_the_first_line_is_no_way_around(running: Served) -> None:
    status, answer = get(running, "http://evil.example/", host="evil.example")
    assert status == 421
    status, answer = get(running, "http://evil.example/")
    assert status == 404
    assert b"evil" not in answer.partition(b"\r\n\r\n")[0]


# ---------------------------------------------------------------- who asks


@pytest.mark.parametrize(
    "lines",
    [
        ["Origin: http://evil.example"],
        ["Origin: null"],
        ["Origin: http://127.0.0.1:1"],
        ["Origin: https://127.0.0.1:{port}"],
        ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: cors", "Sec-Fetch-Dest: empty"],
        ["Sec-Fetch-Site: same-site", "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: script"],
        ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe"],
        ["Sec-Fetch-Site: same-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: object"],
        ["Sec-Fetch-Site: cross-site"],
        ["Sec-Fetch-Site: none", "Sec-Fetch-Site: cross-site"],
    ],
)
@pytest.mark.parametrize("target", ["/", "/events", "/static/live.js", f"/?token={TOKEN}"])
def test_another_page_gets_nothing_even_with_the_cookie(
    lines: list[str], target: str, running: Served
) -> None:
    status, answer = get(running, target, *(line.format(port=running.port) for line in lines))
    assert status == 403
    assert "set-cookie" not in headers_of(answer)
    assert b"<main>" not in answer


@pytest.mark.parametrize(
    "lines",
    [
        ["Sec-Fetch-Site: none", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"],
        ["Sec-Fetch-Site: same-origin", "Sec-Fetch-Mode: cors", "Sec-Fetch-Dest: empty"],
        ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"],
        ["Origin: http://127.0.0.1:{port}"],
        [],
    ],
)
def test_the_page_itself_and_a_link_that_leads_here_are_answered(
    lines: list[str], running: Served
) -> None:
    status, _ = get(running, "/", *(line.format(port=running.port) for line in lines))
    assert status == 200


@pytest.mark.parametrize(
    "cookie",
    [
        "",
        "notesync_{port}=",
        "notesync_{port}=" + TOKEN[:-1],
        "notesync_{port}=" + TOKEN + "x",
        "notesync_{port}=" + TOKEN.upper(),
        "notesync={token}",
        "other=notesync_{port}={token}",
        "notesync_{port}=%74" + TOKEN[1:],
    ],
)
def test_without_the_token_there_is_nothing(cookie: str, running: Served) -> None:
    value = cookie.format(port=running.port, token=TOKEN)
    request = f"GET / HTTP/1.0\r\nHost: 127.0.0.1:{running.port}\r\nCookie: {value}\r\n\r\n"
    answer = raw(running, request.encode())
    assert answer.startswith(b"HTTP/1.1 403")
    assert TOKEN.encode() not in answer


def test_the_cookie_is_kept_from_scripts_and_other_pages(running: Served) -> None:
    _, answer = get(running, f"/?token={TOKEN}")
    assert headers_of(answer)["set-cookie"].split("; ")[1:] == [
        "Path=/",
        "HttpOnly",
        "SameSite=Strict",
    ]


def test_a_browser_that_comes_from_a_file_goes_on_from_a_page_of_ours(running: Served) -> None:
    status, answer = get(
        running, f"/?token={TOKEN}", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Dest: document"
    )
    assert status == 200
    assert b'http-equiv="refresh" content="0;url=/"' in answer
    assert TOKEN.encode() not in answer.partition(b"\r\n\r\n")[2]


# ---------------------------------------------------------------- which path

TRAVERSALS = (
    "/../etc/passwd",
    "/static/../../../../etc/passwd",
    "/static/..%2f..%2fetc/passwd",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/%252e%252e/%252e%252e/etc/passwd",
    "/static/%252e%252e%252fserve.py",
    "/static/..\\..\\serve.py",
    "/static/..%5c..%5cserve.py",
    "/static/..%255cserve.py",
    "/static/live.js%00",
    "/static/live.js%00.css",
    "/static/./live.js",
    "/static//live.js",
    "//static/live.js",
    "/static/%c0%ae%c0%ae/serve.py",
    "/static/..;/serve.py",
    "/contacts/Carla%20Voigt.md",
    "/notesync.toml",
    "/.notesync/serve.token",
    "/.notesync/index.db",
    "/.git/config",
    "/person/../.notesync/serve.token",
    "/%ff%fe",
    "/favicon.ico",
)


@pytest.mark.parametrize("target", TRAVERSALS)
def test_no_path_leads_to_a_file(target: str, running: Served) -> None:
    status, answer = get(running, target)
    assert status in {400, 404}
    for secret in (b"root:", b"import ", b"EventSource", TOKEN.encode()):
        assert secret not in answer.partition(b"\r\n\r\n")[2]


# ---------------------------------------------------------------- what is sent


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "CONNECT", "get"])
@pytest.mark.parametrize("target", ["/", "/search", "/person/p-x", "/static/live.js"])
def test_nothing_but_reading_is_answered(method: str, target: str, running: Served) -> None:
    request = (
        f"{method} {target} HTTP/1.1\r\nHost: 127.0.0.1:{running.port}\r\n"
        f"Cookie: {running.cookie}\r\nContent-Length: 3\r\n\r\nx=1"
    )
    answer = raw(running, request.encode())
    assert answer.startswith(b"HTTP/1.1 405")
    assert headers_of(answer)["allow"] == "GET, HEAD"


@pytest.mark.parametrize(
    "lines", [["Content-Length: 10"], ["Transfer-Encoding: chunked"], ["Content-Length: 99999999"]]
)
def test_a_reader_who_sends_something_is_not_waited_for(lines: list[str], running: Served) -> None:
    with socket.create_connection(("127.0.0.1", running.port), timeout=PATIENCE) as connection:
        head = [
            "GET / HTTP/1.1",
            f"Host: 127.0.0.1:{running.port}",
            f"Cookie: {running.cookie}",
            *lines,
        ]
        connection.sendall(("\r\n".join(head) + "\r\n\r\n").encode())
        answer = b""
        while more := connection.recv(4096):
            answer += more
    assert answer.startswith(b"HTTP/1.1 400")


@pytest.mark.parametrize(
    "nonsense",
    [
        b"\x00\x01\x02\r\n\r\n",
        b"GET /\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost : x\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"X: " + b"a" * 100_000 + b"\r\n\r\n",
        b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 500,  # a handshake of TLS
    ],
)
def test_what_is_no_http_is_turned_away_with_the_same_headers(
    nonsense: bytes, running: Served
) -> None:
    answer = raw(running, nonsense)
    assert answer.startswith(b"HTTP/1.1 400")
    found = headers_of(answer)
    for name, value in HEADERS:
        assert found[name.lower()] == value
    assert running.ask()[0].status == 200


@pytest.mark.parametrize(
    ("target", "lines", "status"),
    [
        ("/", [], 200),
        ("/nothing", [], 404),
        ("/", ["Origin: null"], 403),
        ("/", ["Content-Length: 4"], 400),
        ("/static/live.js", [], 200),
    ],
)
def test_the_headers_leave_with_every_answer(
    target: str, lines: list[str], status: int, running: Served
) -> None:
    got, answer = get(running, target, *lines)
    found = headers_of(answer)
    assert got == status
    for name, value in HEADERS:
        assert found[name.lower()] == value
    assert "server" not in found


def test_only_the_search_page_may_send_its_form_and_only_to_itself(running: Served) -> None:
    _, answer = get(running, "/search")
    allowed = headers_of(answer)["content-security-policy"]
    assert allowed == POLICY.replace("form-action 'none'", "form-action 'self'")
    _, answer = get(running, "/search", "Origin: null")
    assert headers_of(answer)["content-security-policy"] == POLICY


# ---------------------------------------------------------------- crowds and the slow


def test_a_client_that_never_ends_its_request_is_sent_away(
    running: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "HEAD_WITHIN", 0.3)
    slow = [
        socket.create_connection(("127.0.0.1", running.port), timeout=PATIENCE) for _ in range(20)
    ]
    stop = threading.Event()

    def drip() -> None:
        while not stop.wait(0.05):
            for one in slow:
                try:
                    one.sendall(b"X")
                except OSError:
                    continue

    dripping = threading.Thread(target=drip)
    dripping.start()
    try:
        for one in slow:
            ends_at_last(one)
    finally:
        stop.set()
        dripping.join()
        for one in slow:
            one.close()
    assert running.ask()[0].status == 200


def ends_at_last(connection: socket.socket) -> None:
    """Read until the other side has gone; a test that waits in vain says so."""
    try:
        while connection.recv(4096):
            pass
    except ConnectionError:
        pass


def test_between_two_requests_the_clock_runs_too(
    running: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "HEAD_WITHIN", 0.3)
    with socket.create_connection(("127.0.0.1", running.port), timeout=PATIENCE) as connection:
        whole = f"GET /x HTTP/1.1\r\nHost: 127.0.0.1:{running.port}\r\n\r\n".encode()
        connection.sendall(whole)
        assert connection.recv(4096).startswith(b"HTTP/1.1 403")
        connection.sendall(whole[:20])
        ends_at_last(connection)


def test_a_client_that_never_reads_is_sent_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "READ_WITHIN", 0.3)
    big = "<html lang='en'>" + "x" * 20_000_000
    with served(lambda: big) as running:
        with socket.socket() as connection:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            connection.settimeout(PATIENCE)
            connection.connect(("127.0.0.1", running.port))
            connection.sendall(
                f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{running.port}\r\n"
                f"Cookie: {running.cookie}\r\n\r\n".encode()
            )
            bell = threading.Event()
            bell.wait(1.5)
            assert len(everything(connection)) < len(big)
        assert running.ask("/static/live.js")[0].status == 200


def everything(connection: socket.socket) -> bytes:
    got = b""
    try:
        while more := connection.recv(1_000_000):
            got += more
    except ConnectionError:
        pass
    return got


def test_more_connections_than_there_is_room_for_end_at_once(
    running: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "MOST", 10)
    held = [
        socket.create_connection(("127.0.0.1", running.port), timeout=PATIENCE) for _ in range(40)
    ]
    for one in held[10:]:
        ends_at_last(one)
    for one in held:
        one.close()
    wait_for(lambda: running.ask()[0].status == 200)


def test_more_listeners_than_there_is_room_for_are_asked_to_come_back(
    running: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serve, "STREAMS", 5)
    pages = [running.listen() for _ in range(5)]
    for page in pages:
        page.version()
    status, answer = get(running, "/events")
    assert status == 503
    assert headers_of(answer)["retry-after"] == "10"
    pages.pop().close()
    wait_for(lambda: running.changes.waiting == 4)
    page = running.listen()
    page.version()
    for one in (*pages, page):
        one.close()


def test_the_token_is_never_told(running: Served, capfd: pytest.CaptureFixture[str]) -> None:
    for target in (f"/?token={TOKEN}", f"/nothing?token={TOKEN}", f"/search?q=x&token={TOKEN}"):
        _, answer = get(running, target)
        head, _, body = answer.partition(b"\r\n\r\n")
        assert TOKEN.encode() not in body
        assert b"location: /\r\n" in head + b"\r\n" or TOKEN.encode() not in head
    assert TOKEN not in "".join(capfd.readouterr())
