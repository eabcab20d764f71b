"""Turn impossible orders of facts into problems: something was typed that can't have been so.

Thanks before there was anything to thank for, two open asks to one person, a second reminder, what
is dated later than today. They are reported, never refused: the figures follow the facts as well as
they can.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from notesync.errors import Problem, problem
from notesync.notes.book import Book, Event
from notesync.views.facts import Facts, Person

# What one may thank for.
_THANKWORTHY = frozenset({"talked", "referred", "declined", "deferred", "replied", "received"})
# After these, a reminder is the first one again.
_FRESH = frozenset({"asked", "agreed", "declined", "referred", "deferred", "replied", "wrote"})


def impossible_orders(facts: Facts) -> tuple[Problem, ...]:
    """What can't have happened in this order, by note and line; and conversations without a day."""
    found = [
        trouble._replace(path=person.key)
        for person in facts.people.values()
        if person.contact.log
        for trouble in _troubles(person)
    ]
    found += [
        problem("talk-undated")._replace(path=talk.path, warning=True)
        for talk in facts.book.conversations
        if talk.day is None
    ]
    return tuple(sorted(found, key=lambda trouble: (trouble.path, trouble.line, trouble.code)))


def dated_later(book: Book, today: date) -> tuple[Problem, ...]:
    """Warnings of what is dated later than today and doesn't count yet, by note and line.

    A planned conversation is meant to lie ahead; a log line, a note's creation or a conversation
    that is called held is not, and the year may be wrong.

    Args:
        book: All notes, whatever their dates.
        today: The day.
    """
    found = []
    for contact in book.contacts.values():
        if contact.created and contact.created > today:
            found.append((contact.key, problem("later-created", day=contact.created)))
        if contact.log and contact.log[-1].day > today:
            found += [
                (contact.key, problem("later-line", event.line, day=event.day))
                for event in contact.log
                if event.day > today
            ]
    for talk in book.conversations:
        if talk.noted and talk.state == "held" and talk.day and talk.day > today:
            found.append((talk.path, problem("later-talk", day=talk.day)))
    rows = (trouble._replace(path=path, warning=True) for path, trouble in found)
    return tuple(sorted(rows, key=lambda trouble: (trouble.path, trouble.line, trouble.code)))


def _troubles(person: Person) -> Iterable[Problem]:
    """What is wrong with a person's facts; most have no verb that could be."""
    verbs = [fact.verb for fact in person.facts]
    if "thanked" in verbs and _THANKWORTHY.isdisjoint(verbs[: verbs.index("thanked")]):
        yield from _thanks(person)
    if verbs.count("asked") > len([one for one in person.episodes if one.asked]):
        yield from _asks(person)
    if verbs.count("reminded") > 1:
        yield from _reminders(person.facts)


def _thanks(person: Person) -> Iterable[Problem]:
    for fact in person.facts:
        if fact.verb in _THANKWORTHY:
            return
        if fact.verb == "thanked":
            yield problem("thanked-early", fact.line, day=fact.day)


def _asks(person: Person) -> Iterable[Problem]:
    """Asks that opened no episode, because one was open."""
    starts = [episode.asked for episode in person.episodes if episode.asked]
    first = starts[0] if starts else None
    for fact in person.facts:
        if fact.verb != "asked":
            continue
        if starts and starts[0] == fact.day:
            first = starts.pop(0)
        else:
            yield problem("asked-twice", fact.line, day=fact.day, first=first)


def _reminders(facts: Iterable[Event]) -> Iterable[Problem]:
    reminded = None
    for fact in facts:
        if fact.verb == "reminded":
            if reminded:
                yield problem("reminded-twice", fact.line, day=fact.day, first=reminded.day)
            reminded = fact
        elif fact.verb in _FRESH or fact.verb == "talked":
            reminded = None
