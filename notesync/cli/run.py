"""The commands that write the dashboard's file: watch after every save, dashboard once.

What `notesync.cli.serving` needs too, to follow a vault and to end in good order, stands here.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import date
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import click

from notesync.cli.background import background, seconds
from notesync.cli.command import Command
from notesync.cli.options import Session, session_of
from notesync.vault.lock import Lock
from notesync.vault.state import STATE
from notesync.words import N_

if TYPE_CHECKING:
    from notesync.cli.painting import Painting
    from notesync.vault.vault import Vault
    from notesync.watch.watcher import Look, Watcher
    from notesync.workspace.following import Follower, Painter
    from notesync.workspace.pages import Pages

INTERRUPTED = 130
# Notes from which on `watch` leaves the page to another process, which ends when it has nothing to
# do: all of them together are too much to hold for a whole day, but the page after a rest is later.
MANY = 20_000
INITIALS = N_("Initials for names and no contact data, for a screen that others see too.")


@click.command(cls=Command, help=N_("Keep index and dashboard up to date with every save."))
@click.option("--poll", is_flag=True, help=N_("Look every second; for network folders."))
@click.option(
    "--sync",
    "every",
    callback=seconds,
    metavar="TIME",
    help=N_("Sync as well, this often; such as 5m."),
)
@click.pass_context
def watch(ctx: click.Context, poll: bool, every: float | None) -> int:
    """Follow the vault until Ctrl-C or SIGTERM."""
    session = session_of(ctx)
    root, lock, notes = _ready(session)
    with lock:
        pages = _pages(session, notes)
        following = follower(session, pages, write=True)
        watching = watcher(session, following, root, poll=poll)
        syncing = background(session, root, every, watching.hint) if every else None
        with ending(watching.stop) as signals:
            session.say(session.words.t("Watching {folder}. Ctrl-C ends it.", folder=root))
            try:
                if syncing is not None:
                    syncing.start()
                with vouching(following, watching):
                    if notes >= MANY:
                        _stay_small(watching)
                    watching.run()
            finally:
                if syncing is not None:
                    syncing.stop()
                following.close()
                pages.close()
    return code(signals)


@click.command(cls=Command, help=N_("Write the dashboard file once."))
@click.option("--open", "open_", is_flag=True, help=N_("Open it in the browser."))
@click.option("--incognito", is_flag=True, help=INITIALS)
@click.pass_context
def dashboard(ctx: click.Context, open_: bool, incognito: bool) -> None:
    """Write the file and say where it is."""
    from notesync.workspace.pages import write_dashboard

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


def _ready(session: Session) -> tuple[Path, Lock, int]:
    """Open the vault once, so that what is wrong with it is told before anything runs.

    Returns:
        Its folder, the watcher's lock, and how many notes there are.
    """
    from notesync.index import inventory

    workspace = session.workspace
    vault, notes = workspace.vault, inventory.size(workspace.store)
    workspace.close()
    return vault.root, lock_of(session, vault), notes


def _pages(session: Session, notes: int) -> Pages | Painting:
    """What writes the dashboard's file."""
    from notesync.cli.painting import Painting, pages_of

    if notes < MANY:
        return pages_of(session)
    return Painting(session, incognito=False, listening=lambda: False)


def _stay_small(watching: Watcher) -> None:
    """Have each look give back the room that it needed."""
    # Python gives memory back by the megabyte: whatever is imported in the midst of a look stays
    # in many of them, and all of them with it.
    from notesync.index import glance
    from notesync.notes import reading
    from notesync.vault import seals, syscalls

    del glance, reading, seals  # that they are imported is all
    look = watching.look

    def looked() -> Look:
        found = look()
        syscalls.give_back()
        return found

    watching.look = looked


def lock_of(session: Session, vault: Vault) -> Lock:
    """Who holds it keeps the vault's dashboard file."""
    gc.enable()  # what runs for days may not keep what it has done with
    return Lock(vault.state_dir() / "watch.lock", session.words.t("The watcher of this vault"))


def follower(
    session: Session,
    painter: Painter,
    *,
    write: bool,
    changed: Callable[[], None] = lambda: None,
) -> Follower:
    """What follows the session's vault."""
    from notesync.workspace.following import Follower

    fixed = session.fixed_day
    return Follower(
        session.open,
        painter,
        clock=lambda vault: fixed or vault.config.today or date.today(),
        speak=lambda vault: session.speak(vault.config.lang, vault.config.form),
        say=session.say,
        write=write,
        changed=changed,
    )


def watcher(session: Session, following: Follower, root: Path, *, poll: bool) -> Watcher:
    """What tells it when to look; where the system can't, it looks every second."""
    from notesync.vault.mounts import is_remote
    from notesync.watch.watcher import Watcher

    words = session.words
    sentence = N_("The system gives no hints here ({reason}), so notesync looks every second.")
    if not poll and is_remote(root):
        poll = True
        session.say(words.t(sentence, reason=words.t("a network folder")))
    return Watcher(
        str(root),
        following.look,
        poll=poll,
        gave_up=lambda reason: session.say(words.t(sentence, reason=reason)),
    )


@contextmanager
def vouching(following: Follower, watching: Watcher) -> Iterator[None]:
    """Within it commands may ask whether the index is right; nobody answers if that can't be known.

    Only for the one who holds the vault's lock for watchers.
    """
    with ExitStack() as until:
        if sys.platform == "linux" and not watching.poll:
            from notesync.watch.answering import answering
            from notesync.watch.witness import Witness

            with suppress(OSError):  # the system has no more watches, or no sockets here
                witness = until.enter_context(Witness(watching.root))
                until.enter_context(answering(f"{watching.root}/{STATE}", witness, watching.hint))
                following.entering = witness.entering
                watching.look = lambda: witness.watching(following.look, whole=watching.whole)
        yield


@contextmanager
def ending(stop: Callable[[], None]) -> Iterator[list[int]]:
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


def code(signals: list[int]) -> int:
    """The exit code after these signals."""
    return INTERRUPTED if signal.SIGINT in signals else 0
