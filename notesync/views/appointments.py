"""Turn what logs and notes say of planned conversations into the talks held and the plans ahead.

A plan can stand in a note, in a log line (``agreed for:2026-05-12``), or in both; log lines move and
cancel it. This is the one place that brings them together, so that a conversation is neither
counted twice nor missed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from notesync.notes.book import Book, Contact, Conversation, Event

_DEAD = frozenset({"cancelled", "no-show"})
# Verbs that may change a plan; whoever has none of them needs no second look.
_PLANNING = frozenset({"agreed", "moved", "cancelled", "declined"})
_LATELY = timedelta(days=14)
_THANKED_FOR = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Appointments:
    """All conversations, sorted out. Each by day, then time, then key.

    Attributes:
        held: Those that took place.
        ahead: Planned ones from today on.
        pending: Planned ones whose day has passed: did it happen?
    """

    held: tuple[Conversation, ...] = ()
    ahead: tuple[Conversation, ...] = ()
    pending: tuple[Conversation, ...] = ()


@dataclass(slots=True)
class _Changes:
    """What the log lines say about conversations with a note, and the plans that have none."""

    dead: set[str] = field(default_factory=set)
    left: set[tuple[str, str]] = field(default_factory=set)
    moved: dict[str, date] = field(default_factory=dict)
    plans: list[Conversation] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Fixed:
    """The date that a log line last fixed for the next conversation."""

    day: date
    event: Event


def appointments(book: Book, today: date) -> Appointments:
    """Sort out the conversations of a book that was cut to `today`."""
    notes: dict[str, list[Conversation]] = {}
    for talk in book.conversations:
        if talk.day and talk.state not in _DEAD:
            for person in talk.people:
                notes.setdefault(person, []).append(talk)
    changes = _Changes()
    for key, contact in book.contacts.items():
        if any(event.verb in _PLANNING for event in contact.log):
            _follow(contact, notes.get(key, []), changes, today)
    return _sorted_out(book.conversations, changes, today)


def _sorted_out(talks: Iterable[Conversation], changes: _Changes, today: date) -> Appointments:
    groups: dict[str, list[Conversation]] = {"held": [], "ahead": [], "pending": []}
    for talk in (*_changed(talks, changes), *changes.plans):
        assert talk.day is not None
        if talk.day > today:
            groups["ahead"].append(talk)
        elif talk.state != "planned":
            groups["held"].append(talk)
        else:
            groups["ahead" if talk.day == today else "pending"].append(talk)
    for group in groups.values():
        group.sort(key=lambda talk: (talk.day or date.max, talk.time, talk.key))
    return Appointments(**{name: tuple(group) for name, group in groups.items()})


def _changed(talks: Iterable[Conversation], changes: _Changes) -> Iterable[Conversation]:
    """The conversations with a date that were not called off, as the logs changed them."""
    for talk in talks:
        if talk.day is None or talk.state in _DEAD or talk.key in changes.dead:
            continue
        people = tuple(key for key in talk.people if (talk.key, key) not in changes.left)
        if talk.people and not people:
            continue
        day = changes.moved.get(talk.key, talk.day)
        same = day == talk.day and people == talk.people
        yield talk if same else replace(talk, day=day, people=people)


# ---------------------------------------------------------------- one person's log


def _follow(
    contact: Contact, notes: Sequence[Conversation], changes: _Changes, today: date
) -> None:
    """Walk through a log and note what becomes of each plan."""
    fixed: _Fixed | None = None
    opened = False  # an ask without an answer yet: then a "no" answers it
    for event in contact.log:
        if event.verb == "asked":
            opened = True
            if fixed and fixed.day < event.day:
                fixed = None
        elif event.verb == "agreed":
            opened = False
            if event.on:
                fixed = _Fixed(event.on, event)
            elif fixed and fixed.day < event.day:
                fixed = None
        elif event.verb == "moved":
            _let_go(contact, notes, changes, fixed, event)
            fixed = _Fixed(event.on, event) if event.on else None
        elif event.verb == "cancelled":
            _let_go(contact, notes, changes, fixed, event)
            fixed = None
        elif event.verb == "declined":
            if not opened:
                fixed = _declined(contact, notes, changes, fixed, event)
            opened = False
        elif event.verb == "referred":
            opened = False
    if fixed and not _noted(fixed, contact, notes, changes):
        changes.plans.append(
            Conversation(
                key=f"{contact.key}#{fixed.event.line}",
                path=contact.key,
                day=fixed.day,
                people=(contact.key,),
                time=fixed.event.at,
                channel=fixed.event.channel,
                state="planned",
                created=fixed.event.day,
                private=contact.private,
            )
        )


def _let_go(
    contact: Contact,
    notes: Sequence[Conversation],
    changes: _Changes,
    fixed: _Fixed | None,
    event: Event,
) -> None:
    """Move or call off the conversation that a line means.

    The line means, in this order: the date that the log fixed, when it is still ahead; the next
    note ahead; the one that should have been lately. What took place stays.
    """
    if fixed and fixed.day >= event.day:
        meant = [note for note in notes if note.day == fixed.day]
    else:
        ahead = [note for note in notes if event.day <= (note.day or date.min) != event.on]
        passed = [note for note in reversed(notes) if (note.day or date.max) < event.day]
        meant = ahead + [
            note
            for note in passed
            if note.state == "planned"
            or (note.day == fixed.day if fixed else event.day - (note.day or date.min) <= _LATELY)
        ]
    for note in meant:
        if not _planned_since(note, contact, event) and not _took_place(note, contact):
            _apply(note, notes, changes, event)
            break


def _apply(
    target: Conversation, notes: Sequence[Conversation], changes: _Changes, event: Event
) -> None:
    if event.verb == "moved" and event.on and not any(note.day == event.on for note in notes):
        changes.moved[target.key] = event.on
    elif event.verb != "moved" or event.on != target.day:
        changes.dead.add(target.key)


def _declined(
    contact: Contact,
    notes: Sequence[Conversation],
    changes: _Changes,
    fixed: _Fixed | None,
    event: Event,
) -> _Fixed | None:
    """A "no" with a planned conversation ahead calls it off, for her; others may still come."""
    if fixed and fixed.day >= event.day:
        day = fixed.day
    else:
        known = [
            note
            for note in notes
            if (note.day or date.min) >= event.day
            and (note.state == "planned" or (note.created or date.max) <= event.day)
        ]
        if not known and (agreed := _agreed_before(contact, event)):
            known = [
                note
                for note in notes
                if (note.day or date.min) >= event.day
                and not _planned_since(note, contact, event)
                and not any(agreed <= (other.day or date.min) < event.day for other in notes)
            ]
        if not known:
            return fixed
        day = known[0].day or event.day
    for note in notes:
        if note.day == day and not _took_place(note, contact):
            changes.left.add((note.key, contact.key))
    return None


def _agreed_before(contact: Contact, event: Event) -> date | None:
    days = [other.day for other in contact.log if other.verb == "agreed" and other.day <= event.day]
    return max(days, default=None)


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
            event.verb == "thanked" and note.day <= event.day <= note.day + _THANKED_FOR
            for event in contact.log
        )
    )


def _noted(
    fixed: _Fixed, contact: Contact, notes: Sequence[Conversation], changes: _Changes
) -> bool:
    """Whether the plan of a log line has a note, or has been overtaken by a conversation."""
    for note in notes:
        if note.key in changes.dead or (note.key, contact.key) in changes.left:
            continue
        day = changes.moved.get(note.key, note.day) or date.min
        if day == fixed.day:
            return True
        held = note.state != "planned"
        if held and day >= fixed.day:
            return True
        made = note.created or date.min
        if not held and day >= fixed.event.day and made >= fixed.event.day and note.created:
            return True
    return False


def by_person(talks: Iterable[Conversation]) -> Mapping[str, list[Conversation]]:
    """Each person's conversations, in the order given."""
    found: dict[str, list[Conversation]] = {}
    for talk in talks:
        for person in talk.people:
            found.setdefault(person, []).append(talk)
    return found
