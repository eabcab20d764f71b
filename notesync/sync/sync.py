"""Sync a vault: commit what was edited, fetch, merge on objects, push, and only then move files.

No git command here can stop midway with a conflict, since the merge is ours; none rewrites or
discards a commit; and none touches the working tree. What the user saves meanwhile is seen by the
step that would write over it, or at the end, and goes through another round.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from notesync.sync import journal
from notesync.sync.checkout import Checkout
from notesync.sync.fetching import Fetching
from notesync.sync.outcome import Outcome
from notesync.sync.status import Looking, commit_of, sees_nothing
from notesync.vault.vault import Vault
from notesync.words import Words

if TYPE_CHECKING:
    from notesync.sync.consent import Consent
    from notesync.sync.glance import Glance
    from notesync.sync.remote import Remote


def sync(
    vault: Vault,
    words: Words,
    agree: Consent,
    *,
    dry_run: bool = False,
    begun: Glance | None = None,
) -> Outcome:
    """Bring vault and remote together.

    Args:
        vault: The vault.
        words: The user's words, for commit messages and questions.
        agree: Asked before what can't be meant by everybody.
        dry_run: Find out what would be done; nothing in the vault changes.
        begun: A look at the vault's files that has begun already.

    Returns:
        What was done, and whether the remote is now as the vault is.

    Raises:
        NotesyncError: Something is in the way; what is committed by then stays committed.
    """
    with Checkout(vault, words, begun=begun) as checkout:
        if not dry_run and journal.there(checkout.place):
            from notesync.sync.moving import finish  # hardly ever

            finish(checkout)
        remote = checkout.remote
        # While git looks through the files, it can ask the remote as well.
        fetching = _fetching(checkout, remote, begun) if remote else None
        seen = (begun.looking if begun else Looking(checkout.git)).result()
        if sees_nothing(seen):
            if fetching is None:
                return Outcome()
            if fetching.is_at(commit_of(seen)) and not fetching.others:
                return Outcome(remote=fetching.remote.name)
        from notesync.sync.course import Course  # most syncs have nothing to do

        return Course(checkout, fetching, agree, dry_run=dry_run).run(seen)


def _fetching(checkout: Checkout, remote: Remote, begun: Glance | None) -> Fetching:
    """The fetch that has begun already, if it is of all that is wanted; else one that begins."""
    running = begun.fetching if begun else None
    if running is not None and checkout.vault.config.sync_branches:
        running.result()  # two at once would be in each other's way
        running = None
    return Fetching(checkout, remote, running)
