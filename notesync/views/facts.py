"""Turn a `Book` and a day into the facts that all views share, in one pass over everybody.

Per person: her episodes, talks and plans, the last two-way contact, whose turn it is. A view is a
pure function of these `Facts`, so that nothing is derived twice and no two views disagree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from notesync.notes import names
from notesync.notes.book import Book, Contact, Conversation, Event
from notesync.notes.cutting import cut
from notesync.notes.rhythm import Rhythm
from notesync.views import appointments, episodes
from notesync.views.appointments import Appointments
from notesync.views.calendar import Calendar
from notesync.views.episodes import Episode

TWO_WAY = frozenset({"replied", "agreed", "declined", "referred", "received", "talked"})
# Acts of mine: what makes a week active (method.md, "Request episodes").
ACTS = frozenset(
    {
        *("asked", "reminded", "wrote", "confirmed", "thanked", "reported", "news"),
        *("introduced", "gave", "talked"),
    }
)
# After these nobody waits for my answer any more.
_ANSWERED = frozenset({*episodes.LETTERS, *episodes.ANSWERS, "deferred", "moved", "cancelled"})
_TURNS = _ANSWERED | {"replied"}
# What lifts a rest that has no end: something is going on with her again.
_WAKES = frozenset({*ACTS, *episodes.ANSWERS, "replied", "received", "moved"})
_RESTS = frozenset({"rests"})
_RESTS_OR_WAKES = _RESTS | _WAKES
# Kinds of conversations in which I don't ask for information: what `talks` leaves out.
UNCOUNTED = frozenset({"give-back", "employment"})


class Person(NamedTuple):
    """What follows from the notes about one person today.

    Attributes:
        facts: Her log and held talks, in order.
        episodes: In order; only the last one may be waiting.
        talks: Held conversations with her, by day.
        ahead: Planned ones from today on; ``pending`` those whose day has passed.
        last_contact: The last two-way contact, or None.
        last_act: My last dated act with her, or None.
        my_turn: Since when she waits for my answer, or None.
        resting: Whether nothing is due with her.
        introducers: Keys of those who named or introduced her; empty for people of my own.
    """

    contact: Contact
    facts: tuple[Event, ...] = ()
    episodes: tuple[Episode, ...] = ()
    talks: tuple[Conversation, ...] = ()
    ahead: tuple[Conversation, ...] = ()
    pending: tuple[Conversation, ...] = ()
    last_contact: date | None = None
    last_act: date | None = None
    my_turn: date | None = None
    resting: bool = False
    introducers: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The person's key."""
        return self.contact.key

    @property
    def name(self) -> str:
        """The person's name."""
        return self.contact.name

    @property
    def open(self) -> Episode | None:
        """The episode that waits for her answer, or None."""
        last = self.episodes[-1] if self.episodes else None
        return last if last and last.waiting else None

    @property
    def untouched(self) -> bool:
        """Whether I never asked her, never heard from her and never met her."""
        return not self.episodes and not self.talks and not self.ahead and not self.pending

    def last(self, *verbs: str, since: date = date.min) -> date | None:
        """The day of the last fact with one of these verbs, not before `since`."""
        for fact in reversed(self.facts):
            if fact.day < since:
                return None
            if fact.verb in verbs:
                return fact.day
        return None


class Facts(NamedTuple):
    """Everything that views need. ``conversations`` are those sorted out, not the book's."""

    book: Book
    today: date
    calendar: Calendar
    rhythm: Rhythm
    people: Mapping[str, Person]
    conversations: Appointments
    namesakes: frozenset[str] = frozenset()  # first names that several people have

    @property
    def talks(self) -> Iterable[Conversation]:
        """Held conversations of every kind but give-back and employment."""
        return (talk for talk in self.conversations.held if talk.kind not in UNCOUNTED)

    @property
    def episodes(self) -> Iterable[Episode]:
        """All episodes that began with an ask."""
        return (e for person in self.people.values() for e in person.episodes if e.asked)

    @property
    def paused(self) -> bool:
        """Whether today lies in a pause, in which nothing is due."""
        return self.pause_ends is not None

    @property
    def pause_ends(self) -> date | None:
        """The last day of the pause in which today lies, or None."""
        pauses = self.book.me.paused
        return max((end for first, end in pauses if first <= self.today <= end), default=None)

    def counts(self, day: date | None) -> bool:
        """Whether what is dated so can be due: not before ``started``."""
        started = self.book.me.started
        return day is None or started is None or day >= started

    def names(self, keys: Iterable[str]) -> tuple[str, ...]:
        """The names of several people."""
        return tuple(self.people[key].name for key in keys if key in self.people)

    def short_names(self, keys: Iterable[str]) -> tuple[str, ...]:
        """The names by which one speaks of several people: first names, where those are clear."""
        return tuple(self.short_name(name) for name in self.names(keys))

    def short_name(self, name: str) -> str:
        """The name by which one speaks of somebody."""
        short = first_name(name)
        return name if short in self.namesakes else short

    def org(self, key: str) -> str:
        """The organization of a person, or ""."""
        return self.people[key].contact.org if key in self.people else ""


def gather(
    book: Book, today: date, calendar: Calendar, rhythm: Rhythm, before: Facts | None = None
) -> Facts:
    """Derive the facts of a day; the book is cut to that day first.

    Args:
        book: All notes.
        today: The day.
        calendar: Business days of the user's region.
        rhythm: The timing rules.
        before: Facts of earlier notes: whoever is as she was then is taken over.
    """
    book = cut(book, today)
    sorted_out = appointments.appointments(book, today)
    held = appointments.by_person(sorted_out.held)
    ahead = appointments.by_person(sorted_out.ahead)
    pending = appointments.by_person(sorted_out.pending)
    nobody: list[Conversation] = []
    known = before.people if before and _same_day(before, today, calendar, rhythm) else {}
    people = {
        key: _person(
            book,
            contact,
            (held.get(key, nobody), ahead.get(key, nobody), pending.get(key, nobody)),
            (today, calendar, rhythm),
            known.get(key),
        )
        for key, contact in book.contacts.items()
    }
    first_names = Counter(first_name(contact.name) for contact in book.contacts.values())
    namesakes = frozenset(name for name, count in first_names.items() if count > 1)
    return Facts(book, today, calendar, rhythm, people, sorted_out, namesakes)


def _same_day(before: Facts, today: date, calendar: Calendar, rhythm: Rhythm) -> bool:
    """Whether all that people depend on besides the notes is the same."""
    then = before.calendar
    dates = (then.holidays, then.years) == (calendar.holidays, calendar.years)
    return dates and (before.today, before.rhythm) == (today, rhythm)


def _person(
    book: Book,
    contact: Contact,
    met: tuple[list[Conversation], list[Conversation], list[Conversation]],
    when: tuple[date, Calendar, Rhythm],
    before: Person | None = None,
) -> Person:
    talks, ahead, pending = met
    today, calendar, rhythm = when
    introducers = _introducers(book, contact)
    if before is not None and before.contact is contact and before.introducers == introducers:
        then = (before.talks, before.ahead, before.pending)
        if then == (tuple(talks), tuple(ahead), tuple(pending)):
            return before
    if not contact.log and not talks:
        return Person(
            contact,
            ahead=tuple(ahead),
            pending=tuple(pending),
            last_contact=contact.last_contact,
            introducers=introducers,
        )
    facts = episodes.facts_of(contact, talks)
    found = episodes.episodes(contact, facts, calendar, rhythm)
    if found and found[-1].waiting and not ahead and not pending:
        # With a date in the diary she has answered in all but the log: it doesn't close.
        found[-1] = episodes.settled_by(found[-1], today, calendar, rhythm)
    two_way, act = _last(facts, TWO_WAY), _last(facts, ACTS)
    contacts_ = [day for day in (two_way and two_way.day, contact.last_contact) if day]
    # There are thousands: in the order of the class's fields, which is quicker than by name.
    return Person(
        contact,
        tuple(facts),
        tuple(found),
        tuple(talks),
        tuple(ahead),
        tuple(pending),
        max(contacts_, default=None),
        act and act.day,
        _my_turn(facts),
        _resting(facts, today),
        introducers,
    )


def _last(facts: Sequence[Event], verbs: frozenset[str]) -> Event | None:
    """The last fact with one of these verbs."""
    for fact in reversed(facts):
        if fact.verb in verbs:
            return fact
    return None


def _introducers(book: Book, contact: Contact) -> tuple[str, ...]:
    """Who led me to her: as her note says, else whoever named her first, if she was new."""
    known = tuple(key for key in contact.introduced_by if key in book.contacts)
    naming = book.namings.get(contact.key)
    if known or naming is None or (naming.listed and contact.origin != "introduced"):
        return known
    return tuple(key for key in naming.by if key in book.contacts and key != contact.key)


def _my_turn(facts: Sequence[Event]) -> date | None:
    last = _last(facts, _TURNS)
    return last.day if last and last.verb == "replied" else None


def _resting(facts: Sequence[Event], today: date) -> bool:
    """Whether she rests today: until the date of the line, else until something happens again."""
    line = _last(facts, _RESTS)
    if line is None:
        return False
    if line.until:
        return today < line.until
    last = _last(facts, _RESTS_OR_WAKES)
    return last is line


def first_name(name: str) -> str:
    """``Dr. Henrik Solms`` is Henrik; ``Frau Lindner`` stays as she is."""
    words = name.split()
    own = [word for word in words if not _is_title(word)]
    return own[0] if len(own) > 1 or (own and own == words) else name


@lru_cache(maxsize=4096)  # many people share their first names
def _is_title(word: str) -> bool:
    return word.rstrip(".").casefold() in names.TITLES


@lru_cache(maxsize=1 << 14)  # asked for each person and each talk, of far fewer organizations
def org_key(org: str) -> str:
    """What two spellings of one organization share."""
    return names.key(org)
