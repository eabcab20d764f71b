"""Show the served dashboard in a browser, so that its token stays between the two of them.

What a program is started with can be read by everybody on a machine. So the browser is handed a
file that only its owner may read, and the file leads to the address with the token.
"""

from __future__ import annotations

import html
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import click

from notesync.cli.options import Session
from notesync.words import N_

PAGE = "serve.html"
PORT = "serve.port"
# What a system says of a desktop where a browser could be shown.
_DESKTOPS = ("DISPLAY", "WAYLAND_DISPLAY")
_FAR = N_(
    "This is a session on another machine. Forward the port from yours, then open the address "
    "there: ssh -L {port}:127.0.0.1:{port} …"
)


def show(session: Session, where: str, state: Path) -> None:
    """Open the page with this address.

    Args:
        session: What was typed.
        where: The address with the token.
        state: The vault's state folder.
    """
    if far(os.environ):
        return
    page = state / PAGE
    on = html.escape(where)
    text = (
        '<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer">'
        f'<meta http-equiv="refresh" content="0;url={on}"><title>notesync</title>'
        f'<p><a href="{on}">notesync</a></p>'
    )
    if not _keep(page, text) or click.launch(page.as_uri()):
        session.say(session.words.t("No browser could be opened. Open the address yourself."))


def tell_the_way(session: Session, port: int) -> None:
    """In a session on another machine: how its page is seen on the one that one sits at."""
    if far(os.environ):
        session.say(session.words.t(_FAR, port=port))


def far(environment: Mapping[str, str]) -> bool:
    """Whether the user sits at another machine, with no desktop of this one in sight."""
    by_ssh = environment.get("SSH_CONNECTION") or environment.get("SSH_TTY")
    return bool(by_ssh) and not any(environment.get(name) for name in _DESKTOPS)


def remember_port(state: Path, port: int) -> None:
    """Note where the page is served, for whoever asks for it again."""
    _keep(state / PORT, str(port))


def forget_port(state: Path) -> None:
    """It is served no more."""
    for name in (PORT, PAGE):
        with suppress(OSError):
            (state / name).unlink(missing_ok=True)


def known_port(state: Path) -> int | None:
    """Where the page is served, as far as it was noted."""
    with suppress(OSError, ValueError):
        return int((state / PORT).read_text(encoding="ascii"))
    return None


def _keep(path: Path, text: str) -> bool:
    """Write a file that only its owner may read; whether that could be done."""
    with suppress(OSError):
        path.unlink(missing_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
        return True
    return False
