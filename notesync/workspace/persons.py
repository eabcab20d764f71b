"""Everything that the vault holds on one person, gathered for ``show``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass

from notesync.errors import NotFound
from notesync.index import inventory
from notesync.notes import names
from notesync.views.facts import Person
from notesync.views.next import next_steps
from notesync.views.stages import stage
from notesync.views.steps import Step, rows_of
from notesync.views.timeline import Entry, timeline
from notesync.words import N_
from notesync.workspace.opening import Workspace


class NotYet(NotFound):
    """Somebody who is not in the notes on that day."""

    sentence = N_("On {day} nothing is noted about “{name}” yet.")


@dataclass(frozen=True, slots=True)
class Mention:
    """A note that speaks of a person: where, and the line itself."""

    path: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a person.

    Attributes:
        person: The facts.
        stage: Where the asking stands, a code of `notesync.views.stages`.
        steps: What could be done next with her.
        entries: Her line of time, the oldest first.
        mentions: Every other line in the vault that names her; only gathered when asked for.
    """

    person: Person
    stage: str
    steps: tuple[Step, ...]
    entries: tuple[Entry, ...]
    mentions: tuple[Mention, ...] = ()


def person_named(workspace: Workspace, name: str) -> Person:
    """The person that a name means; also one who is named somewhere and has no note.

    Raises:
        Unknown, Ambiguous: As `Workspace.find`.
        NotYet: She isn't in the notes on that day.
    """
    folded = names.key(name)
    for person in workspace.facts.people.values():
        if not person.contact.noted and names.key(person.name) == folded:
            return person
    note = workspace.find(name, "contact")
    found = workspace.facts.people.get(note.path)
    if found is None:
        raise NotYet(day=workspace.today.isoformat(), name=note.name)
    return found


def known(workspace: Workspace, name: str, *, everything: bool = False) -> Known:
    """Gather what is known of a person.

    Args:
        workspace: The open vault.
        name: Her name, as typed.
        everything: Also every line of any note that names her.
    """
    person = person_named(workspace, name)
    return Known(
        person,
        stage(person, workspace.facts),
        tuple(_steps(workspace, person)),
        timeline(person.key, workspace.facts),
        tuple(_mentions(workspace, person)) if everything else (),
    )


def _steps(workspace: Workspace, person: Person) -> Iterator[Step]:
    """All steps with her, however far down the list of all steps they stand."""
    rows = rows_of(workspace.facts)
    yield from (step for step in next_steps(rows, sys.maxsize) if step.contact == person.key)


def _mentions(workspace: Workspace, person: Person) -> Iterator[Mention]:
    """Every line of another note that holds one of her names, linked or not."""
    wanted = [names.search_fold(name) for name in (person.name, *person.contact.aliases)]
    for path in inventory.paths(workspace.store):
        if path == person.key:
            continue
        text = workspace.vault.read(path).text
        for number, line in enumerate(text.split("\n"), 1):
            folded = names.search_fold(line)
            if any(name in folded for name in wanted):
                yield Mention(path, number, line.strip())
