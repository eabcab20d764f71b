"""Answer ``status`` from memory where nothing has changed, else from the notes.

An answer is a pure function of the index's generation, the day and the language, so it is
remembered in the index under just that (docs/decisions/0007). The remembered one is the payload
that ``--json`` prints; the text for people is made from it as well, and needs no note to be read.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

from notesync import __version__
from notesync.workspace.opening import Workspace

if TYPE_CHECKING:
    from notesync.views.status import Status

Payload = dict[str, object]
SHAPE = 2  # of the remembered payload; raised when the text of status needs another key


def status_payload(workspace: Workspace) -> Payload:
    """What ``status --json`` prints for the workspace's day, in the user's language."""
    key = _key(workspace)
    remembered = workspace.store.answer(key)
    if remembered is not None:
        return cast("Payload", json.loads(remembered))
    from notesync.views.payload import payload  # only when the notes are read anyway

    generation = workspace.store.generation
    answer = payload(status_of(workspace), workspace.words)
    workspace.store.remember(key, json.dumps(answer), generation)
    return answer


def status_of(workspace: Workspace) -> Status:
    """All figures and rows of the workspace's day."""
    from notesync.views.status import of_facts
    from notesync.workspace.health import wrong

    lines = sum(not problem.warning for problem in wrong(workspace))
    return of_facts(workspace.facts, problems=lines, conflicts=conflicts(workspace))


def conflicts(workspace: Workspace) -> int:
    """How many values of notes stand in two versions (docs/merge.md, "Records")."""
    from notesync.index import inventory  # an answer that is remembered needs none

    return len(inventory.contested(workspace.store))


def _key(workspace: Workspace) -> str:
    config, words = workspace.vault.config, workspace.words
    told = (workspace.today.isoformat(), words.lang, words.form, config.region)
    return json.dumps(["status", SHAPE, __version__, *told, *config.rhythm])
