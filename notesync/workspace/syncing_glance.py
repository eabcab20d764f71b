"""Settle a sync at its first glance, where vault and remote are one: most have nothing to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from notesync.sync.outcome import Outcome
from notesync.workspace.syncing_state import remember

if TYPE_CHECKING:
    from notesync.sync.glance import Glance


def settled(begun: Glance, clock: Callable[[], float], *, dry_run: bool = False) -> Outcome | None:
    """What a sync came to that has begun, if there is nothing to do.

    Args:
        begun: The sync.
        clock: What time it is, in seconds of the epoch.
        dry_run: Don't remember how it went.

    Returns:
        None when there is something to do; `notesync.workspace.syncing.sync_vault` goes on then.
    """
    remote = begun.settled()
    if not remote:
        return None
    begun.end()
    if not dry_run:
        remember(begun.place.root, "synced", int(clock()))
    return Outcome(remote=remote)
