"""Turn what logs and notes say of planned conversations into the talks held and the plans ahead.

A plan can stand in a note, in a log line (``agreed for:2026-05-12``), or in both; log lines move
and cancel it. This is the one place that brings them together, so that a conversation is neither
counted twice nor missed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from notesync.notes.book import Book, Conversation
from notesync.views.plans import DEAD, Changes, changes


class Appointments(NamedTuple):
    """All conversations, sorted out. Each by day, then time, then key.

    Attributes:
        held: Those that took place.
        ahead: Planned ones from today on.
        pending: Planned ones whose day has passed: did it happen?
    """

    held: tuple[Conversation, ...] = ()
    ahead: tuple[Conversation, ...] = ()
    pending: tuple[Conversation, ...] = ()


def appointments(book: Book, today: date) -> Appointments:
    """Sort out the conversations of a book that was cut to `today`."""
    said = changes(book)
    groups: dict[str, list[Conversation]] = {"held": [], "ahead": [], "pending": []}
    found = [*_changed(book.conversations, said), *said.plans]
    planned = {talk.day for talk in found if talk.state == "planned"}
    met = {
        (person, talk.day)
        for talk in found
        if talk.day in planned and talk.state != "planned"
        for person in talk.people
    }
    for talk in found:
        assert talk.day is not None
        if (
            talk.state == "planned"
            and talk.people
            and met.issuperset((person, talk.day) for person in talk.people)
        ):
            continue  # the plan and the talk have a note each
        if talk.day > today:
            groups["ahead"].append(talk)
        elif talk.state != "planned":
            groups["held"].append(talk)
        else:
            groups["ahead" if talk.day == today else "pending"].append(talk)
    for group in groups.values():
        group.sort(key=lambda talk: (talk.day or date.max, talk.time, talk.key))
    return Appointments(**{name: tuple(group) for name, group in groups.items()})


def _changed(talks: Iterable[Conversation], said: Changes) -> Iterable[Conversation]:
    """The conversations with a date that were not called off, as the logs changed them."""
    touched = said.moved.keys() | {talk for talk, _ in said.left}
    for talk in talks:
        if talk.day is None or talk.state in DEAD or talk.key in said.dead:
            continue
        if talk.key not in touched:
            yield talk
            continue
        people = tuple(key for key in talk.people if (talk.key, key) not in said.left)
        if people or not talk.people:
            yield talk._replace(day=said.moved.get(talk.key, talk.day), people=people)


def by_person(talks: Iterable[Conversation]) -> Mapping[str, list[Conversation]]:
    """Each person's conversations, in the order given."""
    found: dict[str, list[Conversation]] = {}
    for talk in talks:
        for person in talk.people:
            found.setdefault(person, []).append(talk)
    return found
