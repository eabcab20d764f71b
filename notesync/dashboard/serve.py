"""Turn the dashboard's text into a page on this machine that follows every save.

Starlette answers, uvicorn listens on loopback only. A page is reachable with the token that the
first address carries and that becomes a cookie; everything is read-only. Which rules hold and why:
docs/decisions/0005.
"""

from __future__ import annotations

import asyncio
import errno
import os
import resource
import secrets
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.responses import (
    PlainTextResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import Route

from notesync.dashboard.assets import asset
from notesync.dashboard.changes import Changes
from notesync.dashboard.connections import Connection
from notesync.dashboard.guard import Guard
from notesync.dashboard.shown import Shown
from notesync.errors import NotesyncError
from notesync.words import ENGLISH, N_, Words

if TYPE_CHECKING:
    from starlette.requests import Request

LOOPBACK = "127.0.0.1"
USUAL_PORT = 8321
LAST_PORT = 65535
# Seconds between two signs of life; proxies and browsers give up after about a minute.
HEARTBEAT = 15.0
# Pages that may listen at once.
STREAMS = 250
# Files that it may have open: more than twice as many as `connections.MOST`.
FILES = 1024
# Milliseconds after which a browser tries to come back.
RETRY = 1000
# What may be fetched besides the page: path, file of static/, type. Nothing is joined from a URL.
ASSETS = (
    ("/static/style.css", "style.css", "text/css; charset=utf-8"),
    ("/static/pages.css", "pages.css", "text/css; charset=utf-8"),
    ("/static/live.js", "live.js", "text/javascript; charset=utf-8"),
    ("/static/icon.svg", "icon.svg", "image/svg+xml"),
)


class PortTaken(NotesyncError):
    """Somebody else listens there."""

    sentence = N_(
        "Port {port} is in use on this machine. Is notesync running already? "
        "Otherwise take another: notesync serve --port {other}"
    )


class PortKept(NotesyncError):
    """The system keeps it for its own servers."""

    sentence = N_(
        "The system keeps port {port} for itself. "
        "Take one above 1023: notesync serve --port {other}"
    )


def listen(port: int = 0) -> socket.socket:
    """Take a port on loopback; 0 takes a free one.

    Raises:
        PortTaken: It is in use.
        PortKept: It is none that a user may take.
    """
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((LOOPBACK, port))
        listener.listen(512)
    except OSError as error:
        listener.close()
        if error.errno == errno.EADDRINUSE:
            raise PortTaken(port=port, other=port + 1 if port < LAST_PORT else 0) from error
        if error.errno == errno.EACCES:
            raise PortKept(port=port, other=USUAL_PORT) from error
        raise
    return listener


def start_token(path: Path) -> str:
    """The token of this vault, kept so that an open page survives a restart of the server.

    Args:
        path: Where it lies: a file of mode 0600 in ``.notesync/``, made when it is missing.
    """
    with suppress(OSError, UnicodeDecodeError):
        kept = path.read_text(encoding="ascii").strip()
        if len(kept) >= 43 and kept.replace("-", "").replace("_", "").isalnum():  # noqa: PLR2004 -- 32 bytes
            return kept
    token = secrets.token_urlsafe(32)
    with suppress(FileNotFoundError):
        path.unlink()
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(token)
    return token


def address(port: int, token: str = "") -> str:
    """The page's address; with the token it is the first one, which lets a browser in."""
    return f"http://{LOOPBACK}:{port}/" + (f"?token={token}" if token else "")


def create_app(
    show: Callable[[str, str], Shown],
    changes: Changes,
    token: str,
    port: int,
    words: Words = ENGLISH,
) -> Guard:
    """Put together what answers.

    Args:
        show: Gives the page at an address, and for what was typed there; called in a thread.
        changes: Rings when the pages have changed.
        token: What the first address must carry.
        port: Where it will listen; part of the hosts that are answered.
        words: The reader's language, for what is said when somebody is turned away.
    """
    streams: set[object] = set()

    async def page(request: Request) -> Response:
        if "token" in request.query_params:
            return _welcome(request)
        version = changes.version
        typed = request.query_params.get("q", "")
        try:
            shown = await run_in_threadpool(show, request.scope["path"], typed)
        except Exception:  # noqa: BLE001 -- whatever it was, the next save may mend it
            sorry = words.t("The page could not be made. Your notes are safe; run: notesync check")
            return PlainTextResponse(sorry, 500)
        # The version from before the rendering: at worst a page is fetched once more than needed.
        marked = shown.html.replace("<html ", f'<html data-version="{version}" ', 1)
        return Response(marked, shown.status, media_type="text/html; charset=utf-8")

    async def events(request: Request) -> Response:
        if request.method == "HEAD":
            return Response(media_type="text/event-stream")
        if len(streams) >= STREAMS:
            text = words.t("Too many pages are open. Close some of them.")
            return PlainTextResponse(text, 503, {"Retry-After": "10"})
        return StreamingResponse(_stream(changes, streams), media_type="text/event-stream")

    routes = [Route("/events", events)]
    routes += [Route(path, _fixed(asset(name), kind)) for path, name, kind in ASSETS]
    routes += [Route("/{path:path}", page)]
    return Guard(Starlette(routes=routes), token=token, port=port, words=words)


def _welcome(request: Request) -> Response:
    """Send the browser on to the address without the token, with the cookie that it got.

    Whoever comes here from a page of somebody else, or from a file, would not be shown the cookie
    on the way (SameSite): so that browser is asked to go on by itself, from a page of ours.
    """
    if request.headers.get("sec-fetch-site", "none") == "none":
        return RedirectResponse("/", status_code=303)
    icon = '<link rel="icon" href="/static/icon.svg" type="image/svg+xml">'
    on = '<meta http-equiv="refresh" content="0;url=/">'
    page = f"<!doctype html>{on}{icon}<title>notesync</title>"
    return Response(page, media_type="text/html; charset=utf-8")


def run(app: Guard, listener: socket.socket, changes: Changes) -> None:
    """Answer until Ctrl-C, SIGTERM or `Server.stop`; the listener is closed then."""
    Server(app, listener, changes).run()


class Server:
    """A running server; in the main thread it ends with Ctrl-C, in any other with `stop`."""

    def __init__(self, app: Guard, listener: socket.socket, changes: Changes) -> None:
        """Make ready; nothing is answered before `run`."""
        self._listener = listener
        self._server = _Server(
            uvicorn.Config(
                app,
                http=Connection,
                log_config=None,
                log_level="critical",  # what a stranger sends is no news for the terminal
                access_log=False,  # the first address holds the token
                server_header=False,
                proxy_headers=False,
                lifespan="off",
                ws="none",
                h11_max_incomplete_event_size=16 * 1024,
                timeout_keep_alive=30,
                timeout_graceful_shutdown=3,
            ),
            changes,
        )

    def run(self) -> None:
        """Answer until the end."""
        _make_room()
        try:
            self._server.run(sockets=[self._listener])
        finally:
            self._listener.close()

    def stop(self) -> None:
        """End soon; from any thread."""
        self._server.should_exit = True


def _make_room() -> None:
    """Let the process have a file for each connection: some systems allow 256 to begin with."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = FILES if hard == resource.RLIM_INFINITY else min(FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


class _Server(uvicorn.Server):
    """uvicorn's server, which lets the open pages go before it waits for them."""

    def __init__(self, config: uvicorn.Config, changes: Changes) -> None:
        super().__init__(config)
        self._changes = changes

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._changes.close()
        await super().shutdown(sockets)


def _fixed(text: str, kind: str) -> Callable[[Request], Response]:
    def answer(_request: Request) -> Response:
        return Response(text, media_type=kind)

    return answer


async def _stream(changes: Changes, streams: set[object]) -> AsyncIterator[str]:
    """Server-Sent Events: the version now and at each change, and signs of life between."""
    streams.add(this := object())
    try:
        yield f"retry: {RETRY}\n\n"
        sent = ""
        while not changes.closed:
            version = changes.version if not sent else await changes.after(sent, HEARTBEAT)
            if changes.closed:
                return
            yield f"event: notes\ndata: {version}\n\n" if version != sent else ": still here\n\n"
            sent = version
            await asyncio.sleep(0)
    finally:
        streams.discard(this)
