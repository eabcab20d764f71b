"""Turn one person into a page of her own: what to do next, what was said, everything in one line.

What stands in her place in the dashboard's file stands here too, and here nothing of it is cut.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from notesync.dashboard import people
from notesync.dashboard.commands import command
from notesync.dashboard.folds import promised
from notesync.dashboard.question_page import signed
from notesync.dashboard.rows import Owed, Person, Ref, ToDo
from notesync.dashboard.scene import Scene
from notesync.views import sentences
from notesync.views.steps import Step

if TYPE_CHECKING:
    from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Said:
    """Something that she said: when, on which question, and what it speaks for or against."""

    text: Markup
    day: date | None
    question: Ref | None = None
    stances: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonPage:
    """A person's page.

    Attributes:
        person: What is known of her, with her whole line of time.
        org: Where she works.
    """

    person: Person
    role: str
    org: Ref
    steps: tuple[ToDo, ...]
    promises: tuple[Owed, ...]
    said: tuple[Said, ...]


def person_page(key: str, scene: Scene, steps: Iterable[Step]) -> PersonPage:
    """The page of the person of this key.

    Args:
        key: Hers.
        scene: Everything.
        steps: All steps of the day, with whomever.
    """
    known = scene.facts.people[key]
    (person,) = people.people([known], scene.facts, scene.places, scene.phrases, whole=True)
    return PersonPage(
        person=person,
        role=known.contact.role,
        org=scene.places.organization(known.contact.org),
        steps=tuple(_to_do(step, scene) for step in steps if step.contact == key),
        promises=tuple(
            promised(row, scene.places, scene.phrases, own=key)
            for row in scene.found.promises
            if key in row.people
        ),
        said=tuple(_said(key, scene)),
    )


def first_steps(steps: Iterable[Step], scene: Scene) -> Mapping[str, ToDo]:
    """The first of these steps with each person who has a place in the file, by her key."""
    placed = {one.key for one in scene.chosen}
    first: dict[str, Step] = {}
    for step in steps:
        if step.contact in placed:
            first.setdefault(step.contact, step)
    return {key: _to_do(step, scene) for key, step in first.items()}


def _to_do(step: Step, scene: Scene) -> ToDo:
    facts, words = scene.facts, scene.words
    return ToDo(
        sentences.label(step, facts, words),
        sentences.reason(step, facts, words),
        "" if scene.incognito else command(step, facts, words),
        step.action in sentences.OWED,
    )


def _said(key: str, scene: Scene) -> Sequence[Said]:
    """Her insights, the newest first; one on several questions once for each."""
    questions = scene.facts.book.questions
    found = []
    for talk in reversed(scene.facts.conversations.held):
        if key not in talk.people:
            continue
        for learned in talk.insights:
            question = learned.question if learned.question in questions else ""
            found.append(
                Said(
                    scene.places.said(learned.text, talk.path),
                    talk.day,
                    scene.places.question(question) if question else None,
                    signed(learned.stances),
                )
            )
    return found
