"""Whom do I meet: planned conversations from today on, and which of them to confirm.

A plan is confirmed from the business day before through the day, unless it was only agreed on then.
Source: method.md, "Timing rules".
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from notesync.notes.book import Conversation
from notesync.views.facts import Facts, Person


class Meeting(NamedTuple):
    """A planned conversation.

    Attributes:
        key: The conversation's key; ``path`` the file that holds it.
        people: Keys of the people, with ``names`` in the same order.
        confirm: Keys of those with whom to confirm it now.
        confirmed: Whether everybody has confirmed it.
    """

    key: str
    path: str
    day: date
    time: str
    people: tuple[str, ...]
    names: tuple[str, ...]
    org: str = ""
    city: str = ""
    channel: str = ""
    kind: str = ""
    confirm: tuple[str, ...] = ()
    confirmed: bool = False


def ahead(facts: Facts) -> tuple[Meeting, ...]:
    """Planned conversations from today on, the next one first."""
    return tuple(_meeting(talk, facts) for talk in facts.conversations.ahead)


def meeting_of(talk: Conversation, facts: Facts) -> Meeting:
    """A planned conversation as a row, also one whose day has passed."""
    return _meeting(talk, facts)


def _meeting(talk: Conversation, facts: Facts) -> Meeting:
    assert talk.day is not None
    people = [facts.people[key] for key in talk.people]
    orgs = (talk.org, *(person.contact.org for person in people))
    return Meeting(
        key=talk.key,
        path=talk.path,
        day=talk.day,
        time=talk.time or next((at for person in people if (at := _time(person, talk.day))), ""),
        people=talk.people,
        names=tuple(person.name for person in people),
        org=next((org for org in orgs if org), ""),
        city=talk.city,
        channel=talk.channel,
        kind=talk.kind,
        confirm=tuple(person.key for person in people if _to_confirm(person, talk, facts)),
        confirmed=bool(people) and all(_confirmed(person, talk) for person in people),
    )


def _time(person: Person, day: date) -> str:
    """The time that a log line gave for this day."""
    return next((fact.at for fact in reversed(person.facts) if fact.on == day), "")


def _to_confirm(person: Person, talk: Conversation, facts: Facts) -> bool:
    assert talk.day is not None
    first = talk.day
    for _ in range(facts.rhythm.confirm):
        first = facts.calendar.before(first)
    if not first <= facts.today <= talk.day or person.resting or facts.paused:
        return False
    fixed = _fixed(person, talk)
    return (fixed is None or fixed < first) and not _confirmed(person, talk)


def _fixed(person: Person, talk: Conversation) -> date | None:
    """The day on which this date was agreed: a line that names it, else the last agreement."""
    lines = [fact for fact in person.facts if fact.verb in {"agreed", "moved"}]
    exact = [fact.day for fact in lines if fact.on == talk.day]
    met = person.talks[-1].day if person.talks else None
    after = [fact.day for fact in lines if met is None or fact.day >= met]
    return max(exact or after, default=talk.created)


def _confirmed(person: Person, talk: Conversation) -> bool:
    """Whether it was confirmed since it was agreed, and since we last met."""
    met = person.talks[-1].day if person.talks else None
    since = max(_fixed(person, talk) or date.min, met or date.min)
    return person.last("confirmed", since=since) is not None
