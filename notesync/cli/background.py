"""Turn ``--sync 5m`` into seconds, and seconds into what syncs while something keeps running."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notesync.cli.options import Session, session_of
from notesync.words import N_

if TYPE_CHECKING:
    from notesync.workspace.syncing_background import Background

UNITS = {"": 60, "s": 1, "m": 60, "min": 60, "h": 3600}
LEAST = 5  # seconds

BAD = N_("“{value}” is not a time. Write --sync 5m, 90s or 1h.")


def seconds(ctx: click.Context, param: click.Parameter, value: str | None) -> float | None:
    """A time as it is typed, in seconds; minutes where no unit is said."""
    if value is None:
        return None
    found = re.fullmatch(r"(\d+) ?([a-z]*)", value.strip().lower())
    if found is None or found[2] not in UNITS:
        words = session_of(ctx).words
        raise click.BadParameter(words.t(BAD, value=value), ctx=ctx, param=param)
    return float(max(LEAST, int(found[1]) * UNITS[found[2]]))


def background(session: Session, root: Path, every: float, done: Callable[[], None]) -> Background:
    """What syncs a vault every so often.

    Args:
        session: Who is told.
        root: The vault's folder.
        every: Seconds between two syncs.
        done: Called after each of them.
    """
    from notesync.vault.program import program
    from notesync.vault.vault import Vault
    from notesync.workspace.syncing_background import Background

    options = ("--vault", str(root), "--lang", session.words.lang, "--no-input", "--quiet")
    vault = Vault.open(root)
    command = (*program("notesync"), "sync", *options)
    return Background(vault, command, every, say=session.say, done=done)
