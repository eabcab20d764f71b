"""Turn an insight as it is typed into the line that says it, under the question that it is on.

A stance is written in the question's own spelling, right after a link to it, since only there it
is one (docs/format.md, "What a conversation says").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from notesync.errors import NotFound, UsageError
from notesync.index import inventory, lookup
from notesync.notes import links, names
from notesync.notes.note import Note
from notesync.words import N_
from notesync.workspace.new_notes import link_to
from notesync.workspace.opening import Workspace

_PLAIN_STANCE = re.compile(r'[^\s"„“+,;-][^\s,;"]*')


class UnknownQuestion(NotFound):
    """No question is called so."""

    sentence = N_(
        "No question is called “{name}”. There are: {known}. "
        'A new one: notesync add question "{name}"'
    )


class UnknownStance(UsageError):
    """A stance on something that is none of the question's options."""

    sentence = N_("“{value}” is none of the options of “{question}”. They are: {known}.")


class NoOptions(UsageError):
    """A stance on a question that lets nobody choose."""

    sentence = N_(
        "“{question}” has no options yet. To add one: notesync set “{question}” options+=…"
    )


class LooseStance(UsageError):
    """A stance on no question."""

    sentence = N_("A stance such as {value} needs the --question that it is on.")


@dataclass(frozen=True, slots=True)
class Learned:
    """One ``--insight`` with its ``--question`` and each ``--stance``, as typed."""

    text: str
    question: str = ""
    stances: tuple[str, ...] = ()


def insight(workspace: Workspace, learned: Learned) -> tuple[tuple[str, ...], str]:
    """Where an insight goes, and the line that says it."""
    text = " ".join(learned.text.split())
    if not learned.question:
        if learned.stances:
            raise LooseStance(value=learned.stances[0])
        return (), f"- {text}"
    question = _question(workspace, learned.question)
    target = link_to(workspace, question.path)
    stances = [_stance(question, stance) for stance in learned.stances]
    headings = (
        links.write(target),
        question.name,
        links.write(names.without_suffix(question.path)),
    )
    end = f" {links.write(target)} {' '.join(stances)}" if stances else ""
    return headings, f"- {text}{end}"


def _question(workspace: Workspace, typed: str) -> Note:
    if lookup.resolve(workspace.store, typed, ("question",)):
        return workspace.find(typed, "question")
    known = sorted(inventory.own_names(workspace.store, "question"))
    raise UnknownQuestion(name=typed, known=", ".join(known) or "–")


def _stance(question: Note, typed: str) -> str:
    """``+option`` in the question's own spelling."""
    sign, option = (typed[0], typed[1:]) if typed[:1] in "+-" and typed else ("+", typed)
    options = question.texts("options")
    if not options:
        raise NoOptions(question=question.name)
    folded = names.search_fold(option.strip().strip('"'))
    found = [one for one in options if names.search_fold(one) == folded]
    found = found or [
        one for one in options if folded and names.search_fold(one).startswith(folded)
    ]
    if len(found) != 1:
        raise UnknownStance(value=option, question=question.name, known=", ".join(options))
    return sign + (found[0] if _PLAIN_STANCE.fullmatch(found[0]) else f'"{found[0]}"')
