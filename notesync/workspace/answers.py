"""Answer ``status`` from memory where nothing has changed, else from the notes.

An answer is a pure function of the index's generation, the day and the language, so it is
remembered in the index under just that (docs/decisions/0007). The remembered one is the payload
that ``--json`` prints, and beside it what the text for people needs of it: that is a page also
where the whole is long, and needs no note to be read.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

from notesync import __version__
from notesync.workspace.opening import Workspace

if TYPE_CHECKING:
    from notesync.views.status import Status

Payload = dict[str, object]
SHAPE = 3  # of the remembered payload; raised when the text of status needs another key


def status_payload(workspace: Workspace) -> Payload:
    """What ``status --json`` prints for the workspace's day, in the user's language."""
    return _answer(workspace, "status")


def status_brief(workspace: Workspace) -> Payload:
    """What the text of ``status`` is made from (`notesync.views.payload.brief`)."""
    return _answer(workspace, "brief")


def _answer(workspace: Workspace, asked: str) -> Payload:
    remembered = workspace.store.answer(_key(workspace, asked))
    if remembered is not None:
        return cast("Payload", remembered)
    from notesync.views.payload import brief, payload  # only when the notes are read anyway

    generation = workspace.store.generation
    whole = payload(status_of(workspace), workspace.words)
    answers = {"status": whole, "brief": brief(whole)}
    for name, answer in answers.items():
        workspace.store.remember(_key(workspace, name), answer, generation)
    return answers[asked]


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


def _key(workspace: Workspace, name: str) -> str:
    config, words = workspace.vault.config, workspace.words
    told = (workspace.today.isoformat(), words.lang, words.form, config.region)
    return json.dumps([name, SHAPE, __version__, *told, *config.rhythm])
