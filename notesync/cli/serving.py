"""The command that shows the dashboard in a browser and lets it follow every save.

The process of `serve` answers and watches; the pages are made by another one, which ends when
nobody looks (`notesync.cli.painting`).
"""

from __future__ import annotations

import os
import threading
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notesync.cli import browser, run
from notesync.cli.command import Command
from notesync.cli.options import Session, session_of
from notesync.vault.errors import Busy
from notesync.vault.lock import Lock
from notesync.words import N_

if TYPE_CHECKING:
    import socket

    from notesync.watch.watcher import Watcher
    from notesync.workspace.following import Follower


def _port(ctx: click.Context, param: click.Parameter, value: int | None) -> int | None:
    """A port that exists; the range stays out of the help, which is in the user's language."""
    return None if value is None else click.IntRange(0, 65535).convert(value, param, ctx)


@click.command(cls=Command, help=N_("Show the dashboard in the browser; it follows every save."))
@click.option("--open", "open_", is_flag=True, help=N_("Open it in the browser."))
@click.option(
    "--port",
    type=int,
    callback=_port,
    metavar="N",
    help=N_("The port on this machine; 0 takes a free one."),
)
@click.option("--poll", is_flag=True, help=N_("Look every second; for network folders."))
@click.option("--incognito", is_flag=True, help=run.INITIALS)
@click.pass_context
def serve(ctx: click.Context, open_: bool, port: int | None, poll: bool, incognito: bool) -> int:
    """Follow the vault and answer a browser on this machine, until Ctrl-C or SIGTERM."""
    from notesync.cli.painting import Painting
    from notesync.dashboard.changes import Changes
    from notesync.dashboard.serve import Server, address, create_app, start_token
    from notesync.vault.vault import Vault

    session = session_of(ctx)
    vault = Vault.find(session.vault, os.environ.get("NOTESYNC_VAULT"), Path.cwd())
    lock = run.lock_of(session, vault)
    state = vault.state_dir()
    token = start_token(state / "serve.token")
    serving = Lock(state / "serve.lock")
    first = not incognito and _try(serving)
    if not (first or incognito) and port is None and (running := browser.known_port(state)):
        return _there(session, address(running, token), state, open_=open_)
    listener = _listen(port)
    port = listener.getsockname()[1]
    changes = Changes()
    painting = Painting(session, incognito=incognito, listening=lambda: changes.waiting > 0)
    painting.open()
    keeping = _try(lock)
    following = run.follower(session, painting, write=keeping, changed=changes.publish)
    watching = run.watcher(session, following, vault.root, poll=poll)
    if first:
        browser.remember_port(state, port)
    server = Server(
        create_app(following.page, changes, token, port, session.words), listener, changes
    )
    thread = threading.Thread(target=_follow, args=(watching, following, keeping))
    with run.ending(server.stop) as signals:
        thread.start()
        try:
            following.ready.wait()
            _tell(session, address(port, token), port, state, open_=open_)
            server.run()
        finally:
            watching.stop()
            thread.join()
            painting.close()
            if first:
                browser.forget_port(state)
            lock.release()
            serving.release()
    return run.code(signals)


def _tell(session: Session, where: str, port: int, state: Path, *, open_: bool) -> None:
    click.echo(where)
    session.say(session.words.t("Open this address in your browser. Ctrl-C ends it."))
    browser.tell_the_way(session, port)
    if open_:
        browser.show(session, where, state)


def _there(session: Session, where: str, state: Path, *, open_: bool) -> int:
    """It is shown already: that is where."""
    click.echo(where)
    session.say(session.words.t("It is running already; this is its address."))
    if open_:
        browser.show(session, where, state)
    return 0


def _try(lock: Lock) -> bool:
    """Whether nobody else has it: keeps the dashboard's file, or serves the page."""
    try:
        lock.acquire()
    except Busy:
        return False
    return True


def _listen(port: int | None) -> socket.socket:
    """Take the port that was asked for; without a wish the usual one, or any that is free.

    Raises:
        PortTaken: The one that was asked for is in use.
    """
    from notesync.dashboard.serve import USUAL_PORT, PortTaken, listen

    try:
        return listen(USUAL_PORT if port is None else port)
    except PortTaken:
        if port is not None:
            raise
        return listen(0)


def _follow(watching: Watcher, following: Follower, keeping: bool) -> None:
    """The watching thread: the index belongs to it from the first look to the last."""
    try:
        with run.vouching(following, watching) if keeping else nullcontext():
            watching.run()
    finally:
        following.ready.set()
        following.close()
