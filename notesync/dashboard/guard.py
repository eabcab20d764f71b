"""Turn away every request that is not from this machine's own browser with the vault's token.

Pure ASGI around the application, so that no answer, not even an error's, leaves without the
headers. Source of each rule: docs/decisions/0005, "The decision". The host list stops DNS
rebinding, the cookie stops every other page and every other user of the machine.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse

from notesync.words import Words

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

HTTP = 80
METHODS = frozenset({"GET", "HEAD"})
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = (
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-DNS-Prefetch-Control", "off"),  # no name in a note's link is asked for by itself
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Content-Security-Policy", POLICY),
)
# The one page with a form on it, which may be sent to itself.
WITH_FORM = {"/search": POLICY.replace("form-action 'none'", "form-action 'self'")}
# What a browser says of who asks (Fetch Metadata): ourselves, or the user's own hand.
_OWN = frozenset({b"same-origin", b"none"})


class Guard:
    """The application, for those who may see it."""

    def __init__(self, app: ASGIApp, *, token: str, port: int, words: Words) -> None:
        """Guard `app`, which will listen on this port, with this token."""
        self._app = app
        self._token = token.encode()
        names = ("127.0.0.1", "localhost", "[::1]")
        self._hosts = {f"{name}:{port}".encode() for name in names}
        if port == HTTP:  # then a browser leaves it out
            self._hosts |= {name.encode() for name in names}
        self._origins = {b"http://" + host for host in self._hosts}
        # Cookies are shared by all ports of a host: two vaults must not overwrite each other's.
        self._cookie = f"notesync_{port}"
        self._words = words

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or let the application answer."""
        if scope["type"] != "http":
            return
        let_in = False

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS:
                    headers[name] = value
                if refusal is None and scope["path"] in WITH_FORM:
                    headers["Content-Security-Policy"] = WITH_FORM[scope["path"]]
                if let_in:
                    headers.append(
                        "Set-Cookie",
                        f"{self._cookie}={self._token.decode()}; Path=/; HttpOnly; SameSite=Strict",
                    )
            await send(message)

        refusal = self._refusal(scope)
        if refusal is None:
            let_in = self._brings_token(scope)
            if not let_in and not self._brings_cookie(scope):
                refusal = PlainTextResponse(
                    self._words.t("Open the address that notesync serve has printed."), 403
                )
        await (refusal or self._app)(scope, receive, with_headers)

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        headers: dict[bytes, list[bytes]] = {}
        for name, value in scope["headers"]:
            headers.setdefault(name, []).append(value)
        hosts = headers.get(b"host", [])
        if len(hosts) != 1 or hosts[0].lower() not in self._hosts:
            return PlainTextResponse(self._words.t("This page is for this machine only."), 421)
        if scope["method"] not in METHODS:
            text = self._words.t("This page can only be read.")
            return PlainTextResponse(text, 405, {"Allow": "GET, HEAD", "Connection": "close"})
        if headers.get(b"content-length", [b"0"]) != [b"0"] or b"transfer-encoding" in headers:
            # Nobody waits here for what a reader has to say.
            text = self._words.t("This page can only be read.")
            return PlainTextResponse(text, 400, {"Connection": "close"})
        if self._from_elsewhere(headers):
            return PlainTextResponse(self._words.t("This page answers no other page."), 403)
        return None

    def _from_elsewhere(self, headers: dict[bytes, list[bytes]]) -> bool:
        """Whether another page asks, rather than ours or the user.

        A link that leads here may be followed; nothing may be fetched or framed.
        """
        if any(origin not in self._origins for origin in headers.get(b"origin", [])):
            return True
        if set(headers.get(b"sec-fetch-site", [])) <= _OWN:
            return False
        return headers.get(b"sec-fetch-dest") != [b"document"]

    def _brings_token(self, scope: Scope) -> bool:
        if scope["path"] != "/":
            return False
        query = parse_qs(scope["query_string"].decode("latin-1"))
        return any(self._same(token) for token in query.get("token", ()))

    def _brings_cookie(self, scope: Scope) -> bool:
        return self._same(Request(scope).cookies.get(self._cookie, ""))

    def _same(self, token: str) -> bool:
        return secrets.compare_digest(token.encode("utf-8", "surrogateescape"), self._token)
