"""Everything that a person should look at, from every floor, in one list; and what can be written.

Problems of notes come from the index, impossible orders of events from the views, names that some
computer can't hold from the listing. Sources: docs/format.md ("Bad input"), method.md ("Request
episodes").
"""

from __future__ import annotations

from notesync.errors import Problem
from notesync.index.problems import problems
from notesync.notes.fields import EVERY, FIELDS
from notesync.notes.values import known_words
from notesync.words import N_, Words
from notesync.workspace.kind_names import kind_named
from notesync.workspace.opening import Workspace

NO_HISTORY = N_(
    "No git repository keeps older versions of these notes yet. Run: notesync init --yes"
)
SHARED = N_("Git would share what belongs to this device only ({lines}). Run: notesync init")


def check(workspace: Workspace, *, everything: bool = False) -> list[Problem]:
    """All problems and warnings, by path and line.

    Args:
        workspace: The open vault.
        everything: Those of plain notes too.
    """
    from notesync.index import inventory
    from notesync.vault import portability  # names alone never count as problems
    from notesync.workspace import drafting

    found = wrong(workspace, everything=everything)
    around = (*portability.check(inventory.paths(workspace.store)), *drafting.problems(workspace))
    return sorted([*found, *around], key=_place)


def wrong(workspace: Workspace, *, everything: bool = False) -> list[Problem]:
    """Problems in what notes say, by path and line: all of `check` but the names of files."""
    from notesync.views.orders import dated_later, impossible_orders  # nothing else asks for it

    found = problems(workspace.store, everything=everything)
    later = dated_later(workspace.everything, workspace.today)
    return sorted([*found, *impossible_orders(workspace.facts), *later], key=_place)


def advice(workspace: Workspace) -> list[tuple[str, dict[str, str]]]:
    """What ``notesync init`` would mend around the notes, as sentences with what fills them."""
    from notesync.vault.actions import AppendLines, InitGit
    from notesync.vault.layout import plan

    actions = plan(workspace.vault.root, lang=workspace.words.lang)
    if any(isinstance(action, InitGit) for action in actions):
        return [(NO_HISTORY, {})]
    return [
        (SHARED, {"lines": ", ".join(action.lines)})
        for action in actions
        if isinstance(action, AppendLines) and not action.ask
    ]


def _place(one: Problem) -> tuple[object, ...]:
    return (one.path, one.line, one.column, one.code, one.values)


def keys(kind: str | None, words: Words) -> list[tuple[str, str, str, str]]:
    """Every key as (kind or kinds, key, what it says, what it may say).

    Raises:
        NoKind: `kind` doesn't exist.
    """
    wanted = kind_named(kind) if kind else None
    return [
        (
            "*" if field.kinds == EVERY else ", ".join(field.kinds),
            field.name,
            words.t(field.about),
            known_words(field.vocabulary) if field.vocabulary else "",
        )
        for field in FIELDS
        if wanted is None or wanted in field.kinds
    ]
