"""Turn one person's log and talks into request episodes: an ask and all that follows from it.

An episode opens with ``asked`` and holds everything with that person until it is answered or closes
by itself; an answer without an open ask opens and answers one at once and enters no figure. Source:
method.md, "Request episodes" and "Timing rules".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from notesync.notes.binding import RANKS
from notesync.notes.book import Contact, Conversation, Event
from notesync.notes.rhythm import Rhythm
from notesync.views.calendar import Calendar

ANSWERS = frozenset({"agreed", "declined", "referred", "talked"})
YES = frozenset({"agreed", "talked"})
NO = frozenset({"declined", "referred"})
# What I write to somebody; after her reply it is the answer that she waits for.
LETTERS = frozenset({"asked", "reminded", "confirmed", "thanked", "reported", "news", "wrote"})


@dataclass(frozen=True, slots=True)
class Episode:
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

    @property
    def waiting(self) -> bool:
        """Whether it is still open."""
        return not self.answer and self.closed is None

    @property
    def settled(self) -> bool:
        """Whether it was answered or closed as no reply."""
        return not self.waiting


def closes(episode: Episode, calendar: Calendar, rhythm: Rhythm) -> date | None:
    """The day on which an unanswered episode closes by itself; None while it is my turn."""
    if episode.replied or episode.answer:
        return None
    if episode.reminded:
        return calendar.add(episode.reminded, rhythm.no_reply)
    return calendar.add(episode.clock, rhythm.no_reply_unreminded)


def facts_of(contact: Contact, talks: Sequence[Conversation]) -> list[Event]:
    """Her log with the held talks in their places, by day and the order of one day's facts."""
    log = [event for event in contact.log if event.verb != "talked"]
    held = [Event(talk.day, "talked", named=talk.named) for talk in talks if talk.day]
    if not held:
        return log
    return sorted(log + held, key=lambda fact: (fact.day, RANKS.get(fact.verb, len(RANKS))))


def episodes(
    contact: Contact, facts: Iterable[Event], calendar: Calendar, rhythm: Rhythm
) -> list[Episode]:
    """All episodes with one person, in order; the last one may be open.

    Whether that one has closed by today is not settled here: see `settled_by`.
    """
    found: list[Episode] = []
    current: Episode | None = None  # unanswered; perhaps closed, but a late answer re-opens it
    for fact in facts:
        if fact.verb == "asked":
            if current is not None:
                end = closes(current, calendar, rhythm)
                if end is None or end > fact.day:
                    current = _written(current, fact)
                    continue
                found.append(replace(current, closed=end))
            current = Episode(contact.key, fact.day, fact.channel, fact.expect, fact.day)
        elif current is not None:
            current = _followed(current, fact)
            if current.answer:
                found.append(current)
                current = None
        elif fact.verb in ANSWERS and fact.verb != "talked":
            found.append(_answered(Episode(contact.key, None, clock=fact.day), fact))
    if current is not None:
        found.append(current)
    return found


def settled_by(episode: Episode, today: date, calendar: Calendar, rhythm: Rhythm) -> Episode:
    """The episode as of today: closed as no reply when its time has passed."""
    if not episode.waiting:
        return episode
    end = closes(episode, calendar, rhythm)
    return episode if end is None or end > today else replace(episode, closed=end)


def _followed(episode: Episode, fact: Event) -> Episode:
    """The open episode after one more fact."""
    if fact.verb in ANSWERS:
        return _answered(episode, fact)
    if fact.verb == "replied":
        return replace(episode, replied=fact.day)
    if fact.verb == "deferred":
        clock = max(fact.until or fact.day, fact.day)
        return replace(episode, clock=clock, until=fact.until, reminded=None, replied=None)
    if fact.verb in LETTERS:
        episode = _written(episode, fact)
    return replace(episode, reminded=fact.day) if fact.verb == "reminded" else episode


def _written(episode: Episode, fact: Event) -> Episode:
    """What I wrote after her reply, and ``wrote`` at any time, restarts the clock."""
    if not episode.replied and fact.verb != "wrote":
        return episode
    clock = max(episode.clock, fact.day)
    return replace(episode, clock=clock, reminded=None, replied=None)


def _answered(episode: Episode, fact: Event) -> Episode:
    return replace(
        episode, answer=fact.verb, answered=fact.day, named=fact.named, replied=None, until=None
    )
