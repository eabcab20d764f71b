"""Sync a vault, and remember how that went."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from notesync.errors import NotesyncError
from notesync.sync.sync import sync
from notesync.vault.errors import Busy
from notesync.vault.vault import Vault
from notesync.words import Words
from notesync.workspace.syncing_state import Result, remember

if TYPE_CHECKING:
    from notesync.sync.consent import Consent
    from notesync.sync.glance import Glance
    from notesync.sync.outcome import Outcome


def sync_vault(
    vault: Vault,
    words: Words,
    agree: Consent,
    clock: Callable[[], float],
    *,
    dry_run: bool = False,
    begun: Glance | None = None,
) -> Outcome:
    """Bring a vault and its remote together, and remember how that went.

    Args:
        vault: The vault.
        words: The user's words.
        agree: Asked before what can't be meant by everybody.
        clock: What time it is, in seconds of the epoch.
        dry_run: Only find out what would be done.
        begun: A look at the vault's files that has begun already.

    Raises:
        NotesyncError: Something is in the way; says what to do.
    """
    try:
        outcome = sync(vault, words, agree, dry_run=dry_run, begun=begun)
    except Busy:
        raise  # the other one will say how it went
    except NotesyncError:
        if not dry_run:
            remember(os.fspath(vault.root), "stopped", int(clock()))
        raise
    if not dry_run:
        result: Result = "synced" if outcome.remote else "local"
        if outcome.trouble:
            result = "waiting"
        kind = outcome.trouble.kind if outcome.trouble else ""
        remember(os.fspath(vault.root), result, int(clock()), kind)
    return outcome
