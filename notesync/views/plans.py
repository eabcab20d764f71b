"""Turn the logs into what becomes of plans: which conversations are off, moved, or have no note.

A line means, in this order: the date that the log fixed before it, a note ahead, the one that
should have been lately. What took place stays.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from notesync.notes.book import Book, Contact, Conversation, Event

DEAD = frozenset({"cancelled", "no-show"})
# Verbs that may change a plan; whoever has none of them needs no second look.
_PLANNING = frozenset({"agreed", "moved", "cancelled", "declined"})
_LATELY = timedelta(days=14)


class Changes(NamedTuple):
    """What the log lines say about conversations with a note, and the plans that have none.

    Attributes:
        dead: Keys of conversations that are off.
        left: (conversation, person) where one person won't come.
        moved: Conversations with another day.
        plans: Planned conversations without a note.
    """

    dead: set[str]
    left: set[tuple[str, str]]
    moved: dict[str, date]
    plans: list[Conversation]


class _Fixed(NamedTuple):
    """The date that a log line last fixed for the next conversation."""

    day: date
    event: Event


class _Walk:
    """One person's log, being read.

    Attributes:
        notes: The conversations with her that weren't called off, by date.
        fixed: The date that her log fixed last, while that still stands.
        opened: Whether an ask is without an answer: then a "no" answers it.
    """

    __slots__ = ("changes", "contact", "fixed", "notes", "opened")

    def __init__(self, contact: Contact, notes: Sequence[Conversation], changes: Changes) -> None:
        self.contact = contact
        self.notes = notes
        self.changes = changes
        self.fixed: _Fixed | None = None
        self.opened = False


def changes(book: Book) -> Changes:
    """What the logs of a book say of its conversations."""
    notes: dict[str, list[Conversation]] = {}
    for talk in book.conversations:
        if talk.day and talk.state not in DEAD:
            for person in talk.people:
                notes.setdefault(person, []).append(talk)
    found = Changes(set(), set(), {}, [])
    for key, contact in book.contacts.items():
        if not _PLANNING.isdisjoint([event.verb for event in contact.log]):
            _follow(_Walk(contact, notes.get(key, []), found))
    return found


def _follow(walk: _Walk) -> None:
    """Walk through a log and note what becomes of each plan."""
    for event in walk.contact.log:
        if step := _STEPS.get(event.verb):
            step(walk, event)
    if walk.fixed and not _noted(walk.fixed, walk):
        walk.changes.plans.append(_plan(walk.fixed, walk.contact))


def _plan(fixed: _Fixed, contact: Contact) -> Conversation:
    """The planned conversation of a log line that has no note.

    The line's channel is the one by which she agreed, not the one of the meeting.
    """
    return Conversation(
        key=f"{contact.key}#{fixed.event.line}",
        path=contact.key,
        day=fixed.day,
        people=(contact.key,),
        time=fixed.event.at,
        state="planned",
        created=fixed.event.day,
        private=contact.private,
    )


def _asked(walk: _Walk, event: Event) -> None:
    walk.opened = True
    if walk.fixed and walk.fixed.day < event.day:
        walk.fixed = None


def _agreed(walk: _Walk, event: Event) -> None:
    _asked(walk, event)
    walk.opened = False
    if event.on:
        walk.fixed = _Fixed(event.on, event)


def _moved(walk: _Walk, event: Event) -> None:
    _let_go(walk, event)
    walk.fixed = _Fixed(event.on, event) if event.on else None


def _cancelled(walk: _Walk, event: Event) -> None:
    _let_go(walk, event)
    walk.fixed = None


def _declined(walk: _Walk, event: Event) -> None:
    """A "no" with a planned conversation ahead calls it off, for her; others may still come."""
    day = _day_declined(walk, event)
    walk.opened = False
    if day is None:
        return
    walk.fixed = None
    for note in walk.notes:
        if note.day == day and not _took_place(note, walk.contact):
            walk.changes.left.add((note.key, walk.contact.key))


def _day_declined(walk: _Walk, event: Event) -> date | None:
    """The day of the planned conversation that a "no" means; None when it answers an ask."""
    if walk.fixed and walk.fixed.day >= event.day:
        return walk.fixed.day
    ahead = [note for note in walk.notes if (note.day or date.min) >= event.day]
    for note in ahead:
        if note.state == "planned" or (note.created and note.created <= event.day):
            return note.day
    agreed = [other.day for other in walk.contact.log if other.verb == "agreed"]
    agreed = [day for day in agreed if day <= event.day]
    if walk.opened or not agreed:
        return None
    met = any(agreed[-1] <= (note.day or date.min) < event.day for note in walk.notes)
    meant = (note.day for note in ahead if not _planned_since(note, walk.contact, event))
    return None if met else next(meant, None)


def _referred(walk: _Walk, _event: Event) -> None:
    walk.opened = False


# What each log line does to the plans.
_STEPS: Mapping[str, Callable[[_Walk, Event], None]] = {
    "asked": _asked,
    "agreed": _agreed,
    "moved": _moved,
    "cancelled": _cancelled,
    "declined": _declined,
    "referred": _referred,
}


def _let_go(walk: _Walk, event: Event) -> None:
    """Move or call off the conversation that a line means.

    The line means, in this order: the date that the log fixed, when it is still ahead; the next
    note ahead; the one that should have been lately. What took place stays.
    """
    for note in _meant(walk, event):
        if not _planned_since(note, walk.contact, event) and not _took_place(note, walk.contact):
            _apply(note, walk, event)
            return


def _meant(walk: _Walk, event: Event) -> list[Conversation]:
    fixed = walk.fixed
    if fixed and fixed.day >= event.day:
        return [note for note in walk.notes if note.day == fixed.day]
    found, passed = [], []
    for note in walk.notes:
        assert note.day is not None
        if note.day >= event.day:
            found += [note] if note.day != event.on else []
        elif note.state == "planned" or (
            note.day == fixed.day if fixed else event.day - note.day <= _LATELY
        ):
            passed.append(note)
    return found + passed[::-1]


def _apply(note: Conversation, walk: _Walk, event: Event) -> None:
    if event.verb != "moved" or any(other.day == event.on for other in walk.notes):
        walk.changes.dead.add(note.key)
    elif event.on:
        walk.changes.moved[note.key] = event.on
    else:
        walk.changes.dead.add(note.key)


def _planned_since(note: Conversation, contact: Contact, event: Event) -> bool:
    """Whether a note ahead was only agreed after a line, so that the line can't mean it."""
    assert note.day is not None
    return any(
        other.verb in {"asked", "agreed"} and event.day < other.day <= note.day
        for other in contact.log
    )


def _took_place(note: Conversation, contact: Contact) -> bool:
    """Whether something besides its date says that a conversation was held."""
    assert note.day is not None
    return (
        note.state == "held"
        or bool(note.insights or note.named or note.surprises or note.confidence_after)
        or any(
            event.verb == "thanked" and timedelta() <= event.day - note.day <= _LATELY
            for event in contact.log
        )
    )


def _noted(fixed: _Fixed, walk: _Walk) -> bool:
    """Whether the plan of a log line has a note, or has been overtaken by a conversation."""
    for note in walk.notes:
        left = (note.key, walk.contact.key) in walk.changes.left
        if left or note.key in walk.changes.dead:
            continue
        day = walk.changes.moved.get(note.key, note.day) or date.min
        if day == fixed.day or (note.state != "planned" and day >= fixed.day):
            return True
        # Its note has another date: somebody changed it there and not in the log.
        if note.state == "planned" and note.created and fixed.event.day <= min(day, note.created):
            return True
    return False
