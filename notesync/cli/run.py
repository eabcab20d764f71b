"""The commands that keep running: watch, serve; and dashboard, which writes the page once."""

from __future__ import annotations

import gc
import os
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import click

from notesync.cli import browser
from notesync.cli.command import Command
from notesync.cli.options import Session, session_of
from notesync.vault.errors import Busy
from notesync.vault.lock import Lock
from notesync.words import N_

if TYPE_CHECKING:
    from notesync.watch.watcher import Watcher
    from notesync.workspace.following import Follower

INTERRUPTED = 130
INITIALS = N_("Initials for names and no contact data, for a screen that others see too.")


@click.command(cls=Command, help=N_("Keep index and dashboard up to date with every save."))
@click.option("--poll", is_flag=True, help=N_("Look every second; for network folders."))
@click.pass_context
def watch(ctx: click.Context, poll: bool) -> int:
    """Follow the vault until Ctrl-C or SIGTERM."""
    session = session_of(ctx)
    root, lock = _ready(session)
    with lock:
        follower = _follower(session, write=True)
        watcher = _watcher(session, follower, root, poll=poll)
        with _ending(watcher.stop) as signals:
            session.say(session.words.t("Watching {folder}. Ctrl-C ends it.", folder=root))
            try:
                watcher.run()
            finally:
                follower.close()
    return _code(signals)


@click.command(cls=Command, help=N_("Show the dashboard in the browser; it follows every save."))
@click.option("--open", "open_", is_flag=True, help=N_("Open it in the browser."))
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    metavar="N",
    help=N_("The port on this machine; 0 takes a free one."),
)
@click.option("--poll", is_flag=True, help=N_("Look every second; for network folders."))
@click.option("--incognito", is_flag=True, help=INITIALS)
@click.pass_context
def serve(ctx: click.Context, open_: bool, port: int | None, poll: bool, incognito: bool) -> int:
    """Follow the vault and answer a browser on this machine, until Ctrl-C or SIGTERM."""
    from notesync.dashboard.changes import Changes
    from notesync.dashboard.serve import Server, address, create_app, start_token

    session = session_of(ctx)
    root, lock = _ready(session)
    state = lock.path.parent
    token = start_token(state / "serve.token")
    serving = Lock(state / "serve.lock")
    first = not incognito and _try(serving)
    if not (first or incognito) and port is None and (running := browser.known_port(state)):
        where = address(running, token)
        click.echo(where)
        session.say(session.words.t("It is running already; this is its address."))
        if open_:
            browser.show(session, where, state)
        return 0
    alone = _try(lock)
    changes = Changes()
    follower = _follower(session, write=alone, changed=changes.publish, incognito=incognito)
    watcher = _watcher(session, follower, root, poll=poll)
    listener = _listen(port)
    port = listener.getsockname()[1]
    if first:
        browser.remember_port(state, port)
    app = create_app(follower.page, changes, token, port, session.words)
    server = Server(app, listener, changes)
    thread = threading.Thread(target=_follow, args=(watcher, follower), name="notesync-watch")
    where = address(port, token)
    with _ending(server.stop) as signals:
        thread.start()
        try:
            follower.ready.wait()
            click.echo(where)
            session.say(session.words.t("Open this address in your browser. Ctrl-C ends it."))
            browser.tell_the_way(session, port)
            if open_:
                browser.show(session, where, state)
            server.run()
        finally:
            watcher.stop()
            thread.join()
            lock.release()
            serving.release()
    return _code(signals)


@click.command(cls=Command, help=N_("Write the dashboard file once."))
@click.option("--open", "open_", is_flag=True, help=N_("Open it in the browser."))
@click.option("--incognito", is_flag=True, help=INITIALS)
@click.pass_context
def dashboard(ctx: click.Context, open_: bool, incognito: bool) -> None:
    """Write the file and say where it is."""
    from notesync.workspace.following import write_dashboard

    session = session_of(ctx)
    if session.dry_run:
        from notesync.dashboard.file import INCOGNITO, file_name

        vault = session.workspace.vault
        usual = vault.root / file_name(vault.config.lang or session.words.lang)
        click.echo(vault.state_dir() / INCOGNITO if incognito else usual)
        return
    path = write_dashboard(session.workspace, incognito=incognito)
    click.echo(path)
    if open_:
        click.launch(path.as_uri())


def _ready(session: Session) -> tuple[Path, Lock]:
    """Open the vault once, so that what is wrong with it is told before anything runs."""
    gc.enable()  # what runs for days may not keep what it has done with
    workspace = session.workspace
    words = session.words
    root = workspace.vault.root
    lock = Lock(workspace.vault.state_dir() / "watch.lock", words.t("The watcher of this vault"))
    workspace.close()
    return root, lock


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


def _follower(
    session: Session,
    *,
    write: bool,
    changed: Callable[[], None] = lambda: None,
    incognito: bool = False,
) -> Follower:
    from notesync.workspace.following import Follower

    fixed = session.fixed_day
    return Follower(
        session.open,
        clock=lambda vault: fixed or vault.config.today or date.today(),
        speak=lambda vault: session.speak(vault.config.lang, vault.config.form),
        say=session.say,
        write=write,
        changed=changed,
        incognito=incognito,
    )


def _watcher(session: Session, follower: Follower, root: Path, *, poll: bool) -> Watcher:
    from notesync.vault.mounts import is_remote
    from notesync.watch.watcher import Watcher

    words = session.words
    sentence = N_("The system gives no hints here ({reason}), so notesync looks every second.")
    if not poll and is_remote(root):
        poll = True
        session.say(words.t(sentence, reason=words.t("a network folder")))
    return Watcher(
        str(root),
        follower.look,
        poll=poll,
        gave_up=lambda reason: session.say(words.t(sentence, reason=reason)),
    )


def _follow(watcher: Watcher, follower: Follower) -> None:
    """The watching thread: the index belongs to it from the first look to the last."""
    try:
        watcher.run()
    finally:
        follower.ready.set()
        follower.close()


@contextmanager
def _ending(stop: Callable[[], None]) -> Iterator[list[int]]:
    """Within it Ctrl-C and SIGTERM call `stop`; gives the signals that came."""
    came: list[int] = []

    def end(number: int, _frame: FrameType | None) -> None:
        came.append(number)
        if len(came) > 2:  # noqa: PLR2004 -- somebody is impatient, and nothing can be lost
            os._exit(INTERRUPTED)
        stop()

    before = {number: signal.signal(number, end) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield came
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _code(signals: list[int]) -> int:
    return INTERRUPTED if signal.SIGINT in signals else 0
