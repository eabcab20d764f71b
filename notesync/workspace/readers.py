"""Whom a draft is for, from the notes: what the wording check needs to know of the reader."""

from __future__ import annotations

from notesync.letters.named import Reader
from notesync.letters.relation import relation
from notesync.views.facts import Person
from notesync.workspace.opening import Workspace
from notesync.workspace.persons import person_named


def reader_named(workspace: Workspace, name: str) -> Reader:
    """The reader of a message, with the names of everyone else in the notes.

    Raises:
        Unknown, Ambiguous, NotYet: As `notesync.workspace.persons.person_named`.
    """
    return reader_of(workspace, person_named(workspace, name))


def reader_of(workspace: Workspace, person: Person) -> Reader:
    """A person as the reader of a message."""
    facts, contact = workspace.facts, person.contact
    others = (other.name for key, other in facts.people.items() if key != person.key)
    introducers = facts.names(key for key in contact.introduced_by)
    return Reader(
        names=(contact.name, *contact.aliases),
        register=contact.register,
        others=tuple(others),
        unnamed=() if contact.mention == "yes" else introducers,
        kind=relation(person, facts),
    )
