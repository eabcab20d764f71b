"""Gather what one page before a conversation needs: the briefing, and ideas of what to ask."""

from __future__ import annotations

from dataclasses import dataclass

from notesync.letters import ideas, relation
from notesync.letters.ideas import Ideas
from notesync.vault.errors import FileVanished
from notesync.views.briefing import Briefing, briefing
from notesync.views.facts import Person
from notesync.workspace.drafting import FOLDER, IDEAS, SHIPPED, file_name
from notesync.workspace.new_notes import language
from notesync.workspace.opening import Workspace
from notesync.workspace.persons import person_named


@dataclass(frozen=True, slots=True)
class Preparation:
    """The briefing, and the ideas in the language and form of address of the conversation."""

    briefing: Briefing
    ideas: tuple[Ideas, ...]


def preparation(workspace: Workspace, name: str) -> Preparation:
    """What to know before a conversation with somebody.

    Raises:
        NotFound: Nobody is called so, several are, or she isn't in the notes yet.
    """
    person = person_named(workspace, name)
    return Preparation(briefing(person.key, workspace.facts), ideas_for(workspace, person))


def ideas_for(workspace: Workspace, person: Person) -> tuple[Ideas, ...]:
    """Ideas of what to ask somebody: the shipped ones, and those of the vault."""
    lang = relation.language(person, language(workspace))
    file = file_name(IDEAS, lang, relation.register(person))
    shipped = ideas.read((SHIPPED / lang / file).read_text(encoding="utf-8"))
    try:
        own = ideas.read(workspace.vault.read(f"{FOLDER}/{lang}/{file}").text)
    except FileVanished:
        own = ()
    return ideas.merged(shipped, own)
