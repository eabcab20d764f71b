"""Whom a draft is for, from the notes: what the wording check needs to know of the reader."""

from __future__ import annotations

from notesync.letters.kinds import BY_ORIGIN
from notesync.letters.quality import Reader
from notesync.workspace.opening import Workspace
from notesync.workspace.persons import person_named


def reader_named(workspace: Workspace, name: str) -> Reader:
    """The reader of a message, with the names of everyone else in the notes.

    Raises:
        Unknown, Ambiguous, NotYet: As `notesync.workspace.persons.person_named`.
    """
    contact = person_named(workspace, name).contact
    people = workspace.facts.people
    others = (person.contact for key, person in people.items() if key != contact.key)
    introducers = [people[key].name for key in contact.introduced_by if key in people]
    return Reader(
        names=(contact.name, *contact.aliases),
        register=contact.register,
        others=tuple(other.name for other in others),
        unnamed=() if contact.mention == "yes" else tuple(introducers),
        kind=BY_ORIGIN.get(contact.origin, ""),
    )
