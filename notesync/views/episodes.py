"""Turn one person's log and talks into request episodes: an ask and all that follows from it.

An episode opens with ``asked`` and holds everything with that person until it is answered or closes
by itself; an answer without an open ask opens and answers one at once and enters no figure. Source:
method.md, "Request episodes" and "Timing rules".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from notesync.notes.book import Contact, Conversation, Event
from notesync.notes.rhythm import Rhythm
from notesync.notes.threads import RANKS
from notesync.views.calendar import Calendar

ANSWERS = frozenset({"agreed", "declined", "referred", "talked"})
YES = frozenset({"agreed", "talked"})
NO = frozenset({"declined", "referred"})
_TALKED = RANKS["talked"]
# What the event of a talk says between its day and its names, and behind them.
_NAMED = Event._fields.index("named")
_TALK, _NO_TEXT = Event(date.min, "talked")[1:_NAMED], Event(date.min, "")[_NAMED + 1 :]
_new = tuple.__new__  # there are thousands: a third of the time of Event(…)
# What I write to somebody; after her reply it is the answer that she waits for.
LETTERS = frozenset({"asked", "reminded", "confirmed", "thanked", "reported", "news", "wrote"})


class Episode(NamedTuple):
    """An ask and what became of it, as known today.

    Attributes:
        contact: The person's key.
        asked: The day of the ask; None for an answer without one.
        channel: How I asked.
        expect: What I guessed: ``yes``, ``no`` or "".
        clock: The day from which business days count: of the ask, of what I wrote after her reply,
            or the day until which she deferred.
        reminded: The last reminder since the clock began, or None.
        replied: Since when it is my turn, or None.
        until: The day until which she deferred, or None.
        answer: One of `ANSWERS`, or "".
        answered: The day of the answer, or None.
        closed: The day on which it closed as no reply, or None.
        named: Keys of those whom the answer named.
        lint: What the wording check said of the last message of mine that was checked, or "".
    """

    contact: str
    asked: date | None
    channel: str = ""
    expect: str = ""
    clock: date = date.min
    reminded: date | None = None
    replied: date | None = None
    until: date | None = None
    answer: str = ""
    answered: date | None = None
    closed: date | None = None
    named: tuple[str, ...] = ()
    lint: str = ""

    @property
    def waiting(self) -> bool:
        """Whether it is still open."""
        return not self.answer and self.closed is None

    @property
    def settled(self) -> bool:
        """Whether it was answered or closed as no reply."""
        return not self.waiting


def facts_of(contact: Contact, talks: Sequence[Conversation]) -> list[Event]:
    """Her log with the held talks in their places, by day and the order of one day's facts."""
    facts = [event for event in contact.log if event.verb != "talked"]
    for talk in talks:
        if talk.day:
            talked = _new(Event, (talk.day, *_TALK, talk.named, *_NO_TEXT))
            facts.insert(_place(facts, talk.day), talked)
    return facts


def _place(facts: Sequence[Event], day: date) -> int:
    """Where a talk of a day belongs: behind all that isn't later, for talks are mostly late."""
    at = len(facts)
    while at and (before := facts[at - 1]).day >= day:
        if before.day == day and RANKS.get(before.verb, len(RANKS)) <= _TALKED:
            break
        at -= 1
    return at


class _Open:
    """An unanswered episode while its facts are read. Attributes as in `Episode`."""

    __slots__ = (
        *("contact", "asked", "channel", "expect", "lint"),
        *("clock", "reminded", "replied", "until"),
    )

    def __init__(self, contact: str, clock: date, ask: Event | None = None) -> None:
        self.contact = contact
        self.asked = ask.day if ask else None
        self.channel = ask.channel if ask else ""
        self.expect = ask.expect if ask else ""
        self.lint = ask.lint if ask else ""
        self.clock = clock
        self.reminded: date | None = None
        self.replied: date | None = None
        self.until: date | None = None

    def shut(self, fact: Event | None = None, closed: date | None = None) -> Episode:
        """The episode as it is now: answered by a fact, closed on a day, or still open."""
        return Episode(
            self.contact,
            self.asked,
            self.channel,
            self.expect,
            self.clock,
            self.reminded,
            None if fact else self.replied,
            None if fact else self.until,
            fact.verb if fact else "",
            fact.day if fact else None,
            closed,
            fact.named if fact else (),
            self.lint,
        )

    def follow(self, fact: Event) -> None:
        """Take in one more fact that isn't an answer."""
        if fact.lint and fact.verb in LETTERS:
            self.lint = fact.lint
        if fact.verb == "replied":
            self.replied = fact.day
        elif fact.verb == "deferred":
            self._restart(max(fact.until or fact.day, fact.day))
            self.until = fact.until
        elif fact.verb == "wrote" or (self.replied and fact.verb in LETTERS):
            self._restart(fact.day)
        if fact.verb == "reminded":
            self.reminded = fact.day

    def _restart(self, day: date) -> None:
        self.clock = max(self.clock, day)
        self.reminded = self.replied = None


def episodes(
    contact: Contact, facts: Iterable[Event], calendar: Calendar, rhythm: Rhythm
) -> list[Episode]:
    """All episodes with one person, in order; the last one may be open.

    Whether that one has closed by today is not settled here: see `settled_by`.
    """
    found: list[Episode] = []
    current: _Open | None = None  # perhaps closed by then, but a late answer re-opens it
    for fact in facts:
        if fact.verb == "asked":
            if current is not None:
                ended = closes(current, calendar, rhythm)
                if ended is None or ended > fact.day:
                    current.follow(fact)  # a second open ask: one episode, and a problem in `check`
                    continue
                found.append(current.shut(closed=ended))
            current = _Open(contact.key, fact.day, fact)
        elif current is not None and fact.verb in ANSWERS:
            found.append(current.shut(fact))
            current = None
        elif current is not None:
            current.follow(fact)
        elif fact.verb in ANSWERS and fact.verb != "talked":
            found.append(_Open(contact.key, fact.day).shut(fact))
    if current is not None:
        found.append(current.shut())
    return found


def closes(episode: Episode | _Open, calendar: Calendar, rhythm: Rhythm) -> date | None:
    """The day on which an unanswered episode closes by itself; None while it is my turn."""
    if episode.replied:
        return None
    if episode.reminded:
        return calendar.add(episode.reminded, rhythm.no_reply)
    return calendar.add(episode.clock, rhythm.no_reply_unreminded)


def settled_by(episode: Episode, today: date, calendar: Calendar, rhythm: Rhythm) -> Episode:
    """The episode as of today: closed as no reply when its time has passed."""
    if not episode.waiting:
        return episode
    ended = closes(episode, calendar, rhythm)
    return episode if ended is None or ended > today else episode._replace(closed=ended)
