"""Turn what a person should look at into the page's last blocks.

What stands in two versions since two devices changed it, lines that were not understood, and what
is worth a look without being wrong. Each says where it is and what to do; private notes and their
names are out. Sources: docs/merge.md ("Records"), docs/format.md ("Bad input").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypedDict

from notesync.dashboard.places import visible
from notesync.dashboard.scene import Scene
from notesync.dashboard.troubles import Clash, Trouble
from notesync.errors import Problem

ROWS = 100  # of each block; more than these are counted only
LETTERS = 300  # of a version; the note holds all of it


class Health(TypedDict):
    """The fields of `Page` that are made here."""

    clashes: tuple[Clash, ...]
    clashes_more: int
    problems: tuple[Trouble, ...]
    problems_more: int
    hints: tuple[Trouble, ...]
    hints_more: int


def health(scene: Scene) -> Health:
    """Make all of them."""
    wrong = [one for one in scene.problems if not one.warning]
    hints = [one for one in scene.problems if one.warning]
    return Health(
        clashes=tuple(_clash(one, scene) for one in scene.clashes[:ROWS]),
        clashes_more=max(0, len(scene.clashes) - ROWS),
        problems=_troubles(wrong, scene),
        problems_more=max(0, len(wrong) - ROWS),
        hints=_troubles(hints, scene),
        hints_more=max(0, len(hints) - ROWS),
    )


def _troubles(problems: Sequence[Problem], scene: Scene) -> tuple[Trouble, ...]:
    over, words = scene.over, scene.words
    return tuple(
        Trouble(
            over.text(one.where),
            over.text(words.t(one.sentence, **dict(one.values))),
            scene.opener.address(one.path, one.line),
        )
        for one in problems[:ROWS]
    )


def _clash(one: Clash, scene: Scene) -> Clash:
    return replace(
        one,
        path=scene.over.text(one.path),
        kept=_short(scene.over.text(one.kept)),
        other=_short(scene.over.text(one.other)),
        href=scene.leads(one.path),
    )


def _short(text: str) -> str:
    """The version in one line, cut where it is long."""
    line = visible(text) if text.strip() else ""
    return line if len(line) <= LETTERS else line[:LETTERS].rstrip() + " …"
