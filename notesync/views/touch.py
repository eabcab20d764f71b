"""With whom to stay in touch, and whom I haven't spoken to for long.

Cooling is one cadence without two-way contact; dormant is a year, long dormant three. Only people
with an event, a circle or a cadence of their own are meant: an address book full of doctors and
landlords stays quiet. Source: method.md, "Timing rules" and "Views".
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from notesync.notes.book import NEVER
from notesync.notes.rhythm import Rhythm
from notesync.views.facts import Facts, Person

_JUST_WROTE = timedelta(days=7)  # whom I wrote to this week isn't suggested again
# Where somebody stands between two contacts, from near to far; "" when nothing says.
STATES = ("in touch", "cooling", "dormant", "long dormant", "")


class Tie(NamedTuple):
    """Somebody to write to again.

    Attributes:
        last: The last two-way contact, or None when only her origin says that it is long ago.
        due: Since when it is time, or None.
        easy: How easy it is: one each for close, recent, agreed before; half for familiar.
    """

    contact: str
    name: str
    org: str
    last: date | None
    due: date | None
    easy: float


def cadence(person: Person, rhythm: Rhythm) -> int:
    """Weeks after which to be in touch again; 0 when nothing says so, `NEVER` when never."""
    closeness = {
        "close": rhythm.cadence_close,
        "familiar": rhythm.cadence_familiar,
        "loose": rhythm.cadence_loose,
    }
    return person.contact.keep_in_touch or closeness.get(person.contact.closeness, 0)


def state(person: Person, facts: Facts) -> str:
    """One of `STATES`, by the time since the last two-way contact."""
    last, rhythm = person.last_contact, facts.rhythm
    if last is None:
        return "dormant" if person.contact.origin == "dormant" else ""
    if last <= years_before(facts.today, rhythm.long_dormant):
        return "long dormant"
    if last <= facts.today - timedelta(days=rhythm.dormant):
        return "dormant"
    weeks = cadence(person, rhythm)
    if weeks == NEVER or not weeks:
        return "in touch"
    return "cooling" if last + timedelta(weeks=weeks) <= facts.today else "in touch"


@lru_cache(maxsize=8)  # asked for everybody, of one day
def years_before(day: date, years: int) -> date:
    """The same day some years earlier; 29 February is the 28th where there is none."""
    year = max(day.year - years, date.min.year)
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)


def keep_in_touch(facts: Facts) -> tuple[Tie, ...]:
    """Those whose cadence has passed but who aren't dormant yet, the longest due first."""
    dormant = facts.today - timedelta(days=facts.rhythm.dormant)
    rows = []
    for person in facts.people.values():
        weeks = cadence(person, facts.rhythm)
        last = person.last_contact
        if weeks > 0 and last and last > dormant:
            due = last + timedelta(weeks=weeks)
            if due <= facts.today and _free(person, facts):
                rows.append(_tie(person, due, facts))
    return tuple(sorted(rows, key=lambda tie: (tie.due or date.min, tie.name)))


def dormant(facts: Facts) -> tuple[Tie, ...]:
    """Dormant ties, the easiest to write to first."""
    rows = []
    for person in sleeping(facts):
        last = person.last_contact
        due = last + timedelta(days=facts.rhythm.dormant) if last else None
        rows.append(_tie(person, due, facts))
    return tuple(sorted(rows, key=lambda tie: (-tie.easy, tie.due or date.min, tie.name)))


def sleeping(facts: Facts) -> Iterable[Person]:
    """Everybody with whom there was no contact for long, and to whom a word may be written."""
    before = facts.today - timedelta(days=facts.rhythm.dormant)
    for person in facts.people.values():
        last = person.last_contact
        asleep = last <= before if last else person.contact.origin == "dormant"
        if asleep and last and person.contact.keep_in_touch > 0:
            asleep = last + timedelta(weeks=person.contact.keep_in_touch) <= facts.today
        if asleep and _meant(person) and _free(person, facts) and not _refused(person, facts):
            yield person


def easiest(facts: Facts) -> tuple[Tie, ...]:
    """Everybody to whom a message of two lines costs least, the easiest first."""
    rows = (
        _tie(person, None, facts)
        for person in facts.people.values()
        if _meant(person) and _free(person, facts) and not _refused(person, facts)
    )
    return tuple(
        sorted(
            (tie for tie in rows if tie.easy),
            key=lambda tie: (-tie.easy, -(tie.last or date.min).toordinal(), tie.name),
        )
    )


def _tie(person: Person, due: date | None, facts: Facts) -> Tie:
    contact = person.contact
    return Tie(person.key, person.name, contact.org, person.last_contact, due, _ease(person, facts))


def _ease(person: Person, facts: Facts) -> float:
    last = person.last_contact
    recent = years_before(facts.today, facts.rhythm.long_dormant)
    return (
        {"close": 1.0, "familiar": 0.5}.get(person.contact.closeness, 0.0)
        + (last is not None and last > recent)
        + any(episode.answer == "agreed" for episode in person.episodes)
    )


def _meant(person: Person) -> bool:
    """Whether she has an event, a circle or a cadence of her own, and isn't to be left alone."""
    contact = person.contact
    if contact.keep_in_touch == NEVER:
        return False
    return bool(person.facts or contact.circle or contact.keep_in_touch)


def _free(person: Person, facts: Facts) -> bool:
    """Whether nothing else goes on with her, and she isn't resting."""
    wrote = person.last_act
    return not (
        person.resting
        or person.open
        or person.my_turn
        or person.ahead
        or person.pending
        or (wrote is not None and facts.today - wrote < _JUST_WROTE)
    )


def _refused(person: Person, facts: Facts) -> bool:
    """Whether she said no or nothing so lately that asking again would press her."""
    again = facts.today - timedelta(weeks=facts.rhythm.ask_again)
    last = person.episodes[-1] if person.episodes else None
    ended = last and (last.closed or (last.answered if last.answer == "declined" else None))
    return bool(ended and ended > again)
