"""Whom do I owe: thanks, promises both ways, and the news of how it went.

Thanks are due the day after a conversation; a promise without a date within a week; whoever named
somebody hears how the talk with her went. Source: method.md, "Timing rules" and "Views".
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from notesync.notes.note import Promise
from notesync.views.facts import Facts, Person

# The kinds of conversations for which one says thank you.
THANKED_KINDS = frozenset({"information", "practice", "catch-up"})


class Thanks(NamedTuple):
    """A held conversation without a later ``thanked`` to that person."""

    contact: str
    name: str
    org: str
    talked: date
    due: date
    days_late: int
    conversation: str


class Owed(NamedTuple):
    """An open promise.

    Attributes:
        who: ``me`` or ``they``.
        people: Keys of the people to whom, or by whom, it was made; ``names`` beside them.
        text: What was promised.
        due: When, as written or by the rule; None when nothing says so.
        nudge: From when one may ask about a promise of theirs, or None.
        path, line: Where it stands.
    """

    who: str
    people: tuple[str, ...]
    names: tuple[str, ...]
    text: str
    due: date | None
    nudge: date | None
    path: str
    line: int


class Report(NamedTuple):
    """An introducer who doesn't know yet how it went with those whom she named."""

    contact: str
    name: str
    org: str
    met: tuple[str, ...]  # keys of those whom I met
    talked: date
    due: date


def thanks_open(facts: Facts) -> tuple[Thanks, ...]:
    """Conversations for which I owe thanks, the longest due first."""
    rows = []
    for person in facts.people.values():
        if not person.talks or person.resting:
            continue
        thanked = person.last("thanked") or date.min
        for talk in person.talks:
            assert talk.day is not None
            if talk.day <= thanked or talk.kind not in THANKED_KINDS or not facts.counts(talk.day):
                continue
            due = talk.day + timedelta(days=facts.rhythm.thanks)
            late = max(0, (facts.today - due).days)
            org = person.contact.org
            rows.append(Thanks(person.key, person.name, org, talk.day, due, late, talk.key))
    return tuple(sorted(rows, key=lambda row: (row.due, row.name)))


def promises(facts: Facts) -> tuple[Owed, ...]:
    """All open promises, mine and theirs, by date; those without one last."""
    return _sorted(row for row, day in _all_owed(facts) if facts.counts(day))


def older_promises(facts: Facts) -> tuple[Owed, ...]:
    """Open promises from before ``started``: never due, but made all the same."""
    older = (row for row, day in _all_owed(facts) if not facts.counts(day))
    return _sorted(row._replace(nudge=None) for row in older)


def _sorted(rows: Iterable[Owed]) -> tuple[Owed, ...]:
    return tuple(sorted(rows, key=lambda row: (row.due or date.max, row.names, row.line)))


def past_nudge(rows: Iterable[Owed], today: date) -> tuple[Owed, ...]:
    """Their promises about which one may ask by now."""
    return tuple(row for row in rows if row.nudge and row.nudge <= today)


def _all_owed(facts: Facts) -> Iterable[tuple[Owed, date | None]]:
    """Every open promise of people who don't rest, with the day that decides whether it counts."""
    for promise, made, people, path in _open_promises(facts):
        row, day = _owed(promise, made, people, path, facts)
        if not row.people or not all(facts.people[key].resting for key in row.people):
            yield row, day


def _open_promises(
    facts: Facts,
) -> Iterable[tuple[Promise, date | None, tuple[str, ...], str]]:
    for contact in facts.book.contacts.values():
        for promise in contact.promises:
            if promise.state == "open":
                yield promise, None, (contact.key,), contact.key
    for talk in facts.book.conversations:
        for promise in talk.promises:
            if promise.state == "open":
                yield promise, talk.day, talk.people, talk.path


def _owed(
    promise: Promise, talked: date | None, people: tuple[str, ...], path: str, facts: Facts
) -> tuple[Owed, date | None]:
    """The promise as a row, and its day: when it is due, else when it was made."""
    made = date.fromisoformat(promise.made) if promise.made else talked
    due = date.fromisoformat(promise.due) if promise.due else None
    if due is None and made is not None and promise.who == "me":
        due = made + timedelta(days=facts.rhythm.promise)
    people = tuple(key for key in people if key in facts.people)
    theirs = promise.who == "they" and due is not None
    nudge = facts.calendar.add(due, facts.rhythm.nudge) if theirs and due else None
    names = facts.names(people)
    row = Owed(promise.who, people, names, promise.text, due, nudge, path, promise.line)
    return row, due or made


def report_back(facts: Facts) -> tuple[Report, ...]:
    """Introducers who haven't heard how it went, the longest due first; each once."""
    met: dict[str, list[tuple[date, str]]] = {}
    for person in facts.people.values():
        if not person.talks or not person.introducers:
            continue
        for by in person.introducers:
            day = _unreported(person, facts.people[by], facts)
            if day:
                met.setdefault(by, []).append((day, person.key))
    rows = []
    for key, found in met.items():
        found.sort()
        introducer, day = facts.people[key], found[0][0]
        keys = tuple(person for _, person in found)
        rows.append(
            Report(
                key,
                introducer.name,
                introducer.contact.org,
                keys,
                day,
                day + timedelta(days=facts.rhythm.report_back),
            )
        )
    return tuple(sorted(rows, key=lambda row: (row.due, row.name)))


def _unreported(person: Person, introducer: Person, facts: Facts) -> date | None:
    """The day of the first talk with somebody of whom her introducer hasn't heard; or None."""
    naming = facts.book.namings.get(person.key)
    named = naming.day if naming else None
    for talk in person.talks:
        assert talk.day is not None
        if named is None or talk.day >= named:
            heard = introducer.last("reported", since=talk.day) or introducer.key in talk.people
            silent = introducer.resting or not facts.counts(talk.day)
            return None if heard or silent else talk.day
    return None
