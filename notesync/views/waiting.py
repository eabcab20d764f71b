"""Which asks are open, since when, and what may be done from which day?

Broadening comes before reminding, one reminder before silence; nothing is due while it is my turn,
while she rests, or when a date with her is in the diary. Source: method.md, "Timing rules".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from notesync.views.episodes import Episode, closes
from notesync.views.facts import Facts, Person, org_key


class Waiting(NamedTuple):
    """An open ask.

    Attributes:
        contact: The person's key; ``name`` and ``org`` beside it.
        asked: The day of the ask.
        business_days: Business days since the clock began.
        action: What is permitted next: broaden, remind, reply, ask (again), or "".
        day: From when, or None.
        closes: When it closes as no reply, or None while it doesn't.
        due: Whether `action` (broaden or remind) is due today.
        until: The day until which she deferred, while that is ahead.
        channel: How I asked.
    """

    contact: str
    name: str
    org: str
    asked: date
    business_days: int
    action: str = ""
    day: date | None = None
    closes: date | None = None
    due: bool = False
    until: date | None = None
    channel: str = ""


def waiting(facts: Facts) -> tuple[Waiting, ...]:
    """All open asks, the oldest first."""
    open_ = [(person, episode) for person in facts.people.values() if (episode := person.open)]
    asks = _asks_at({org_key(person.contact.org) for person, _ in open_}, facts)
    rows = [_row(person, episode, asks, facts) for person, episode in open_ if episode.asked]
    return tuple(sorted(rows, key=lambda row: (row.asked, row.name)))


def due(rows: Iterable[Waiting], action: str) -> tuple[Waiting, ...]:
    """Those rows on which an action is due today."""
    return tuple(row for row in rows if row.due and row.action == action)


def _row(
    person: Person, episode: Episode, asks: Mapping[str, list[tuple[date, str]]], facts: Facts
) -> Waiting:
    assert episode.asked is not None
    calendar, rhythm = facts.calendar, facts.rhythm
    count = calendar.business_days(episode.clock, facts.today)
    end = closes(episode, calendar, rhythm)
    action, day, is_due = "", None, False
    if episode.replied:
        action, day = "reply", episode.replied
    elif person.ahead or person.pending:
        end = None
    elif not person.resting and facts.counts(episode.asked):
        if episode.reminded:
            assert end is not None
            action, day = "ask", end + timedelta(weeks=rhythm.ask_again)
        elif count < rhythm.remind and not _broadened(person, episode, asks):
            action, day = "broaden", calendar.add(episode.clock, rhythm.broaden)
            is_due = count >= rhythm.broaden
        else:
            action, day = "remind", calendar.add(episode.clock, rhythm.remind)
            is_due = count >= rhythm.remind
    return Waiting(
        contact=person.key,
        name=person.name,
        org=person.contact.org,
        asked=episode.asked,
        business_days=count,
        action=action,
        day=day,
        closes=end,
        due=is_due and not facts.paused,
        until=episode.until if episode.until and episode.until > facts.today else None,
        channel=episode.channel,
    )


def _asks_at(orgs: set[str], facts: Facts) -> Mapping[str, list[tuple[date, str]]]:
    """Every ask at these organizations: the day, and whom."""
    found: dict[str, list[tuple[date, str]]] = {org: [] for org in orgs if org}
    for person in facts.people.values():
        if person.contact.org and person.facts:
            asks = found.get(org_key(person.contact.org))
            if asks is not None:
                asks += [(fact.day, person.key) for fact in person.facts if fact.verb == "asked"]
    return found


def _broadened(
    person: Person, episode: Episode, asks: Mapping[str, list[tuple[date, str]]]
) -> bool:
    """Whether somebody else at her organization was asked since; the same day counts."""
    assert episode.asked is not None
    others = asks.get(org_key(person.contact.org), ())
    return any(day >= episode.asked and key != person.key for day, key in others)
