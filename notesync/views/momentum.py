"""Am I in it: active weeks of those since the start, at most the last eight.

A week is active when it holds a dated act of mine. The current one counts only once it is; weeks of
a pause are left out. Source: method.md, "Views" and "Request episodes".
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from notesync.views.activity import elsewhere
from notesync.views.facts import ACTS, Facts

_WEEKS = 8
_WEEK = timedelta(days=7)
_GAP = timedelta(weeks=4)


class Momentum(NamedTuple):
    """Active weeks of weeks; ``mondays`` are those weeks, the first one first."""

    active: int
    weeks: int
    mondays: tuple[tuple[date, bool], ...] = ()  # with whether that week was active


def momentum(facts: Facts) -> Momentum:
    """Count the active weeks."""
    acts = {day - timedelta(days=day.weekday()) for day in set(_acts(facts, _since(facts)))}
    start = facts.book.me.started or min(acts, default=None)
    if start is None:
        return Momentum(0, 0)
    this_week = facts.today - timedelta(days=facts.today.weekday())
    counted: list[date] = []
    monday = this_week
    while monday + _WEEK > start and len(counted) < _WEEKS:
        active = monday in acts
        if (active or monday != this_week) and (active or not in_pause(monday, facts)):
            counted.append(monday)
        monday -= _WEEK
    mondays = tuple((monday, monday in acts) for monday in reversed(counted))
    return Momentum(sum(active for _, active in mondays), len(mondays), mondays)


def gap(facts: Facts) -> int:
    """Whole weeks since the last event, when those are four or more and no pause; else 0."""
    days = [person.facts[-1].day for person in facts.people.values() if person.facts]
    days += [day for day in _acts_elsewhere(facts) if day <= facts.today]
    last = max(days, default=None)
    if last is None or facts.paused or facts.today - last < _GAP:
        return 0
    return (facts.today - last).days // 7


def _since(facts: Facts) -> date:
    """A day before all weeks that may be counted, however long the pauses between them were."""
    pauses = ((last - first).days + 1 for first, last in facts.book.me.paused)
    days = min(7 * (_WEEKS + 2) + sum(pauses), (facts.today - date.min).days)
    return facts.today - timedelta(days=days)


def _acts(facts: Facts, since: date) -> Iterable[date]:
    """The days of everything that I did; of each person's acts before `since` only the first."""
    for person in facts.people.values():
        if person.last_act is None:
            continue
        if person.facts[0].day < since:
            yield next(fact.day for fact in person.facts if fact.verb in ACTS)
        if person.last_act >= since:
            for fact in reversed(person.facts):
                if fact.day < since:
                    break
                if fact.verb in ACTS:
                    yield fact.day
    yield from _acts_elsewhere(facts)


def _acts_elsewhere(facts: Facts) -> Iterable[date]:
    """What I did that stands in nobody's log, such as decisions and applications."""
    for talk in facts.conversations.held:
        if talk.day and not talk.people:
            yield talk.day
    yield from (act.day for act in elsewhere(facts.book))


def in_pause(monday: date, facts: Facts) -> bool:
    """Whether a pause takes the whole working week that begins on this day."""
    friday = monday + timedelta(days=4)
    return any(first <= monday and friday <= last for first, last in facts.book.me.paused)
