"""Turn a page of question ideas into phases of a conversation with their questions.

A heading begins a phase, a bullet is a question. A page of the vault's own replaces the shipped
phases that it names and adds its others; a phase without a bullet is left out. The phase of the
names is always there: nobody leaves without having asked whom else to talk to.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from notesync.notes.names import search_fold

# Code -> its heading in German and in English, in the order of a conversation.
PHASES: Mapping[str, tuple[str, str]] = {
    "opening": ("Zum Anfang", "To begin"),
    "day": ("Alltag", "A day"),
    "trends": ("Was sich ändert", "What is changing"),
    "insights": ("Von innen gesehen", "Seen from inside"),
    "culture": ("Miteinander", "Together"),
    "advice": ("Rat", "Advice"),
    "check": ("Gegenprobe", "Crosscheck"),
    "resources": ("Zum Weiterlesen", "To read on"),
    "assignments": ("Aufgaben", "Tasks"),
    "names": ("Namen", "Names"),
    "give": ("Geben", "To give"),
}
ALWAYS = "names"
_HEADING = re.compile(r"#{1,6}[ \t]+(.+?)[ \t#]*$")
_BULLET = re.compile(r"[-*+][ \t]+(.+?)[ \t]*$")


@dataclass(frozen=True, slots=True)
class Ideas:
    """The questions of one phase; ``phase`` is a code of `PHASES`, or "" for one of the user's."""

    phase: str
    title: str
    questions: tuple[str, ...]


def read(text: str) -> tuple[Ideas, ...]:
    """The phases of a page, in its order; what stands before the first heading is left out."""
    found: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        if heading := _HEADING.match(line):
            found.append((heading[1], []))
        elif found and (bullet := _BULLET.match(line.strip())):
            found[-1][1].append(bullet[1])
    return tuple(Ideas(_code(title), title, tuple(rows)) for title, rows in found)


def merged(shipped: tuple[Ideas, ...], own: tuple[Ideas, ...]) -> tuple[Ideas, ...]:
    """The shipped phases with the user's own: replaced by code, the others before the names."""
    mine = {each.phase: each for each in own if each.phase}
    if not _asks(mine.get(ALWAYS)):
        mine.pop(ALWAYS, None)
    rows = [mine.get(each.phase, each) for each in shipped]
    more = [each for each in own if not each.phase]
    at = next((at for at, each in enumerate(rows) if each.phase == ALWAYS), len(rows))
    return tuple(each for each in (*rows[:at], *more, *rows[at:]) if each.questions)


def _asks(ideas: Ideas | None) -> bool:
    return ideas is not None and bool(ideas.questions)


def _code(title: str) -> str:
    folded = search_fold(title)
    known = ((code, map(search_fold, (code, *titles))) for code, titles in PHASES.items())
    return next((code for code, titles in known if folded in titles), "")
