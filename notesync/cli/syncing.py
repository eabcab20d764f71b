"""Sync and say how that went. Nothing here needs click: a sync with nothing to do is soon over."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from notesync.cli.echo import echo
from notesync.cli.session import Session
from notesync.errors import NotesyncError

if TYPE_CHECKING:
    from notesync.sync.actions import Action
    from notesync.sync.consent import Consent, Question
    from notesync.sync.glance import Glance
    from notesync.sync.outcome import Outcome
    from notesync.words import Words

LISTED = 12  # files; more are counted


def sync_now(session: Session, *, yes: bool = False) -> int:
    """Sync the session's vault.

    Args:
        session: What was typed.
        yes: Agree to whatever would be asked.

    Returns:
        0 when vault and remote are one, 6 when that has to wait; else what is in the way, told.
    """
    from notesync.sync.glance import glance
    from notesync.vault.finding import locate

    def agree(question: Question) -> bool:
        return yes or (session.interactive and _agreed(session, question))

    begun = None
    try:
        folder = locate(session.vault, os.environ.get("NOTESYNC_VAULT"))
        begun = glance(folder)
        outcome = _settled(begun, session) or _synced(folder, begun, session, agree)
    except NotesyncError as error:  # told here, since a sync is not begun twice for its message
        echo(_clean(session.words.t(error.sentence, **error.values)), err=True)
        return error.exit_code
    finally:
        if begun is not None:
            begun.end()
    if session.json:
        _print(outcome, session.words, dry_run=session.dry_run)
    else:
        _tell(outcome, session)
    return outcome.code


def _settled(begun: Glance | None, session: Session) -> Outcome | None:
    if begun is None:
        return None
    from notesync.workspace.syncing_glance import settled  # while git looks at the files

    return settled(begun, time.time, dry_run=session.dry_run)


def _synced(folder: str, begun: Glance | None, session: Session, agree: Consent) -> Outcome:
    from pathlib import Path

    from notesync.vault.vault import Vault
    from notesync.workspace.syncing import sync_vault

    vault = Vault.open(Path(folder))
    words = session.speak(vault.config.lang, vault.config.form)
    return sync_vault(vault, words, agree, time.time, dry_run=session.dry_run, begun=begun)


def _agreed(session: Session, question: Question) -> bool:
    from notesync.cli.asking import agreed

    for line in _shortened(list(question.listed), session.words):
        session.say(f"  {_clean(line)}")
    return agreed(session, session.words.t(question.sentence, **question.values), default=False)


def _tell(outcome: Outcome, session: Session) -> None:
    """Say in a few lines what was done, or with --dry-run what would be."""
    if session.quiet and not session.dry_run and outcome.trouble is None:
        return
    words = session.words
    say = echo if session.dry_run else session.say
    taken = [each for each in outcome.actions if each.name == "take"]
    others = [each for each in outcome.actions if each.name != "take"]
    lines = [text(each, words) for each in others]
    lines += _shortened([text(each, words) for each in taken], words)
    for line in lines:
        say(_clean(line))
    if session.dry_run:
        if not lines:
            session.say(words.t("Nothing to sync."))
        return
    if outcome.trouble is not None:
        trouble = outcome.trouble
        echo(_clean(words.t(trouble.sentence, **trouble.values)), err=True)
    elif not outcome.remote:
        session.say(words.t("Committed, only on this device: there is no remote."))
    else:
        session.say(words.t("Synced.") if lines else words.t("Everything is synced."))


def _clean(text: str) -> str:
    from notesync.cli.screen import clean  # a sync that was asked to be quiet tells nothing

    return clean(text)


def _shortened(lines: Sequence[str], words: Words) -> list[str]:
    if len(lines) <= LISTED:
        return list(lines)
    more = len(lines) - LISTED + 1
    return [*lines[: LISTED - 1], words.n("… {count} more", "… {count} more", more)]


def text(action: Action, words: Words) -> str:
    """What an action is, in the user's words."""
    from dataclasses import fields  # not before there is something to tell

    values = {each.name: getattr(action, each.name) for each in fields(action)}
    values |= values.pop("values", {})
    return words.t(values.pop("sentence", "") or action.sentence, **values)


def _print(outcome: Outcome, words: Words, *, dry_run: bool) -> None:
    from dataclasses import asdict

    from notesync.cli.out import print_json

    rows = []
    for action in outcome.actions:
        row = {"do": action.name, **asdict(action)}
        row.pop("sentence", None)
        rows.append({**row, "text": text(action, words)})
    trouble = outcome.trouble
    print_json(
        {
            "result": "waiting" if trouble else "synced" if outcome.remote else "local",
            "remote": outcome.remote or None,
            "trouble": trouble
            and {
                "kind": trouble.kind,
                "said": trouble.said,
                "text": words.t(trouble.sentence, **trouble.values),
            },
            "actions": rows,
            "conflicts": [asdict(each) for each in outcome.conflicts],
            "dry_run": dry_run,
        }
    )
