"""Turn a `Book` into what was known on a day: facts that are dated later don't exist.

A later conversation is planned, from the day on which it was agreed, else from its note's
creation, else always; what was learned in it doesn't exist yet. A person exists from her first
dated fact. This is what ``--today`` shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from notesync.notes.book import Book, Contact, Conversation, Me, Opportunity, Question
from notesync.notes.note import Promise


def cut(book: Book, today: date) -> Book:
    """The book as it stood on the evening of a day."""
    if book.today == today:
        return book
    conversations = tuple(_conversations(book, today))
    namings = {
        person: naming
        for person, naming in book.namings.items()
        if naming.day is None or naming.day <= today
    }
    expected = {person for talk in conversations for person in talk.people}
    contacts = {
        key: _contact(contact, today)
        for key, contact in book.contacts.items()
        if contact.since is None or contact.since <= today or key in expected
    }
    asked_about = {learned.question for talk in conversations for learned in talk.insights}
    return book._replace(
        me=_me(book.me, today),
        contacts=contacts,
        conversations=conversations,
        organizations={
            key: org
            for key, org in book.organizations.items()
            if org.created is None or org.created <= today
        },
        questions={
            key: _question(question, today)
            for key, question in book.questions.items()
            if question.created is None or question.created <= today or key in asked_about
        },
        opportunities=tuple(_opportunities(book.opportunities, today)),
        namings=namings,
        today=today,
    )


def _me(me: Me, today: date) -> Me:
    return me._replace(
        started=me.started if me.started and me.started <= today else None,
        arrived=me.arrived if me.arrived and me.arrived <= today else None,
        paused=tuple(pause for pause in me.paused if pause[0] <= today),
    )


def _contact(contact: Contact, today: date) -> Contact:
    promises = _promises(contact.promises, today.isoformat()) if contact.promises else ()
    floor = contact.last_contact if (contact.last_contact or today) <= today else None
    log = contact.log
    if log and log[-1].day > today:
        log = tuple(event for event in log if event.day <= today)
    if (log, floor, promises) == (contact.log, contact.last_contact, contact.promises):
        return contact
    return contact._replace(log=log, last_contact=floor, promises=promises)


def _question(question: Question, today: date) -> Question:
    if question.decided and question.decided > today:
        question = question._replace(decided=None, decision="")
    if question.dropped and question.dropped > today:
        question = question._replace(dropped=None)
    return question


def _opportunities(opportunities: Iterable[Opportunity], today: date) -> Iterable[Opportunity]:
    for opportunity in opportunities:
        stages = tuple((stage, day) for stage, day in opportunity.stages if day <= today)
        dated = opportunity.stages or opportunity.created
        if stages or not dated or (opportunity.created and opportunity.created <= today):
            yield opportunity._replace(stages=stages)


def _conversations(book: Book, today: date) -> Iterable[Conversation]:
    later: list[Conversation] = []
    iso = today.isoformat()
    for talk in book.conversations:
        if talk.day and talk.day > today:
            later.append(talk)
            continue
        promises = _promises(talk.promises, iso) if talk.promises else ()
        yield talk if promises == talk.promises else talk._replace(promises=promises)
    if not later:
        return
    days = _days(book.conversations, {person for talk in later for person in talk.people})
    for talk in later:
        known = None if talk.noted else talk.day
        known = known or _agreed(talk, book.contacts, days) or talk.created
        if known is None or known <= today:
            yield _planned(talk, today)


def _planned(talk: Conversation, today: date) -> Conversation:
    assert talk.day is not None
    return talk._replace(
        state=talk.state if talk.state in {"cancelled", "no-show"} else "planned",
        named=(),
        insights=(),
        surprises=(),
        promises=_promises(talk.promises, today.isoformat(), talk.day.isoformat()),
        confidence_before=0,
        confidence_after=0,
    )


def _days(talks: Iterable[Conversation], people: set[str]) -> Mapping[str, list[date]]:
    """The days of each person's conversations, in order."""
    days: dict[str, list[date]] = {person: [] for person in people}
    for talk in talks:
        for person in talk.people:
            if person in days and talk.day:
                days[person].append(talk.day)
    return days


def _agreed(
    talk: Conversation, contacts: Mapping[str, Contact], days: Mapping[str, list[date]]
) -> date | None:
    """The day on which a conversation was agreed.

    That is the first line that names its date, else the last one before it with no other
    conversation in between.
    """
    assert talk.day is not None
    found = []
    for person in talk.people:
        lines = [event for event in contacts[person].log if event.verb in {"agreed", "moved"}]
        exact = [event.day for event in lines if event.on == talk.day]
        open_ended = [
            event.day
            for event in lines
            if event.verb == "agreed"
            and event.day <= talk.day
            and not any(event.day <= day < talk.day for day in days[person])
        ]
        if exact or open_ended:
            found.append(exact[0] if exact else open_ended[-1])
    return min(found, default=None)


def _promises(promises: tuple[Promise, ...], today: str, later: str = "") -> tuple[Promise, ...]:
    """Those made by today, as they stood then.

    Args:
        promises: Those of a person or a conversation.
        today: The day, in ISO.
        later: That of a conversation which is still to come. What stands in it was made there,
            unless it is due before or says ➕ itself.
    """
    kept = []
    for promise in promises:
        there = later and not promise.made and (not promise.due or promise.due >= later)
        if there or promise.made > today:
            continue
        if promise.kept > today:
            promise = promise._replace(state="open", kept="")  # noqa: PLW2901 -- as it stood then
        kept.append(promise)
    return tuple(kept)
