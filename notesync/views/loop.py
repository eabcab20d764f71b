"""Who doesn't know what came of it: whoever talked with me or referred me, and heard nothing since.

All of them should hear once I have arrived, or accepted or decided something: a ``news`` or
``reported`` on that day or later, and not before she helped. Source: method.md, "Views", loop.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from notesync.views.facts import UNCOUNTED, Facts, Person


class Helper(NamedTuple):  # there may be thousands
    """Somebody who helped.

    Attributes:
        how: ``talked`` or ``referred``.
        day: When she did first.
        told: When she heard what came of it, or None.
    """

    contact: str
    name: str
    org: str
    how: str
    day: date
    told: date | None = None


class Loop(NamedTuple):
    """Who helped, and who knows what came of it.

    Attributes:
        since: The day from which there is something to tell, or None.
        because: ``arrived``, ``accepted``, ``decided``, or "" while there is nothing to tell yet.
        about: The opportunity accepted or the question decided, or "".
        told: Those who know, by name.
        untold: Those who don't know yet, whoever helped first before the others.
    """

    since: date | None = None
    because: str = ""
    about: str = ""
    told: tuple[Helper, ...] = ()
    untold: tuple[Helper, ...] = ()


def loop(facts: Facts) -> Loop:
    """Sort those who helped by whether they know what came of it."""
    since, because, about = _news(facts)
    helpers = [row for person in facts.people.values() if (row := _helper(person, since))]
    return Loop(
        since,
        because,
        about,
        told=tuple(sorted((row for row in helpers if row.told), key=lambda row: row.name)),
        untold=tuple(
            sorted((row for row in helpers if not row.told), key=lambda row: (row.day, row.name))
        ),
    )


def something_to_tell(facts: Facts) -> bool:
    """Whether there is any news, for whoever needs to know of nobody before there is."""
    return bool(_news(facts)[1])


def _news(facts: Facts) -> tuple[date | None, str, str]:
    """What there is to tell, and since when: the work that I found, else the last decision."""
    arrived = facts.book.me.arrived
    accepted = [
        (day, opportunity.name)
        for opportunity in facts.book.opportunities
        for stage, day in opportunity.stages
        if stage == "accepted" and (arrived is None or day <= arrived)
    ]
    if accepted:
        return max(accepted)[0], "accepted", max(accepted)[1]
    if arrived:
        return arrived, "arrived", ""
    decided = [(q.decided, q.name) for q in facts.book.questions.values() if q.decided]
    if decided:
        return max(decided)[0], "decided", max(decided)[1]
    return None, "", ""


def _helper(person: Person, since: date | None) -> Helper | None:
    if not person.facts:
        return None
    met = referred = None
    for talk in person.talks:
        if talk.kind not in UNCOUNTED:
            met = talk.day
            break
    for episode in person.episodes:
        if episode.answer == "referred":
            referred = episode.answered
            break
    first = min((day for day in (met, referred) if day), default=None)
    if first is None:
        return None
    told = person.last("news", "reported", since=max(first, since)) if since else None
    how = "talked" if met else "referred"
    return Helper(person.key, person.name, person.contact.org, how, first, told)
