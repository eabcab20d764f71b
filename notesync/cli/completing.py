"""Complete names of notes in the shell, from the index as it is: no look, no message, no wait."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from click.shell_completion import CompletionItem

from notesync.cli.options import session_of
from notesync.errors import NotesyncError
from notesync.index import inventory
from notesync.index.store import Store
from notesync.notes.names import search_fold
from notesync.vault.vault import Vault

if TYPE_CHECKING:
    import click

MOST = 50


def note_names(
    ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Names of notes of our kinds of which a word begins with what was typed so far."""
    wanted = search_fold(incomplete)
    try:
        vault = Vault.find(session_of(ctx).vault, os.environ.get("NOTESYNC_VAULT"), Path.cwd())
        with Store(vault.state_dir()) as store:
            known = [] if store.reason else inventory.own_names(store)
    except NotesyncError:  # a shell that completes is no place for advice
        return []
    names = sorted(name for name in known if _begins(search_fold(name), wanted))
    return [CompletionItem(name) for name in names[:MOST]]


def _begins(folded: str, wanted: str) -> bool:
    return any(word.startswith(wanted) for word in (folded, *folded.split()))
