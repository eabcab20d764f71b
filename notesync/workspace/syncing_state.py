"""How the last sync of this device went: remembered in one small file, told by status and page.

The file is about this device and never synced. Reading it needs nothing of what syncs, since every
``status`` does.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Literal, NamedTuple

from notesync.vault.errors import NoState
from notesync.vault.state import STATE, state_dir
from notesync.words import N_, Words

if TYPE_CHECKING:
    from datetime import date

    from notesync.vault.vault import Vault

FILE = "sync.json"

Result = Literal["synced", "local", "waiting", "stopped"]

# How the last sync went -> what the foot of status and dashboard says, where the last good one was
# today at `time`, and where it was on another `day`.
FEET = {
    "synced": (N_("Synced {time}."), N_("Synced on {day}.")),
    "local": (N_("Only on this device."), N_("Only on this device.")),
    "waiting": (
        N_("Synced {time}; what came after waits here."),
        N_("Synced on {day}; what came after waits here."),
    ),
    "stopped": (
        N_("Synced {time}. To see why not since, run: notesync sync"),
        N_("Synced on {day}. To see why not since, run: notesync sync"),
    ),
}
# The same, where no sync has ever been good.
NEVER = {
    "waiting": N_("Committed here, not synced yet."),
    "stopped": N_("Not synced yet. To see why, run: notesync sync"),
}


class LastSync(NamedTuple):
    """How the last sync of this device went.

    Attributes:
        result: ``synced``, ``local`` (committed, there is no remote), ``waiting`` (committed, the
            remote was out of reach or refused), ``stopped`` (something is to be looked at).
        at: When it was, in seconds of the epoch.
        synced: When vault and remote were last one, likewise; 0 for never.
        kind: What happened at the remote, such as ``offline`` or ``auth``; "" for nothing.
    """

    result: Result
    at: int
    synced: int = 0
    kind: str = ""


def last_sync(vault: Vault) -> LastSync | None:
    """How the last sync of this device went; None when there was none."""
    return _known(os.fspath(vault.root))


def _known(root: str) -> LastSync | None:
    try:
        with open(f"{root}/{STATE}/{FILE}", encoding="utf-8") as file:
            found = json.load(file)
        if found["result"] not in FEET:
            return None
        return LastSync(found["result"], int(found["at"]), int(found["synced"]), str(found["kind"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def foot(last: LastSync | None, words: Words, today: date) -> str:
    """What the foot of status and dashboard says.

    Args:
        last: How the last sync went; None for none.
        words: The user's words.
        today: A time of today is shown as such, of another day as that day.
    """
    if last is None:
        return words.t("Only on this device.")
    if last.result != "local" and not last.synced:
        return words.t(NEVER[last.result])
    from datetime import datetime  # a sync that remembers itself needs none

    moment = datetime.fromtimestamp(last.synced).astimezone()
    of_today, of_a_day = FEET[last.result]
    if moment.date() == today:
        return words.t(of_today, time=f"{moment:%H:%M}")
    return words.t(of_a_day, day=words.day(moment.date(), today))


def remember(root: str, result: Result, at: int, kind: str = "") -> None:
    """Remember how a sync went.

    Args:
        root: The vault's folder.
        result: As in `LastSync`.
        at: When it was, in seconds of the epoch.
        kind: What happened at the remote.
    """
    before = _known(root)
    synced = at if result == "synced" else before.synced if before else 0
    with suppress(OSError, NoState):  # a note of when, and nothing that depends on it
        kept = f"{state_dir(root)}/{FILE}"
        with open(f"{kept}.new", "w", encoding="utf-8") as new:
            new.write(json.dumps(LastSync(result, at, synced, kind)._asdict()))
        os.replace(f"{kept}.new", kept)
