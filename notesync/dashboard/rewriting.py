"""Put every free text of a book through a function: whatever somebody wrote in her own words.

Dates, codes and keys stay as they are. One function for all texts, so that what two notes call the
same (an option and the stance on it, an organization) is still the same afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from notesync.notes.book import (
    Book,
    Contact,
    Conversation,
    Learned,
    Opportunity,
    Organization,
    Question,
)
from notesync.notes.note import Promise

Rewrite = Callable[[str], str]


def rewritten(book: Book, text: Rewrite) -> Book:
    """The book with other texts; people keep their names, aliases and contact data."""
    return book._replace(
        contacts={key: _contact(one, text) for key, one in book.contacts.items()},
        conversations=tuple(_conversation(one, text) for one in book.conversations),
        organizations={key: _organization(one, text) for key, one in book.organizations.items()},
        questions={key: _question(one, text) for key, one in book.questions.items()},
        opportunities=tuple(_opportunity(one, text) for one in book.opportunities),
    )


def _each(texts: Iterable[str], text: Rewrite) -> tuple[str, ...]:
    return tuple(map(text, texts))


def _contact(one: Contact, text: Rewrite) -> Contact:
    return one._replace(
        org=text(one.org),
        role=text(one.role),
        city=text(one.city),
        met=text(one.met),
        industry=text(one.industry),
        topics=_each(one.topics, text),
        tags=_each(one.tags, text),
        log=tuple(event._replace(text=text(event.text)) for event in one.log),
        promises=_promises(one.promises, text),
    )


def _promises(promises: Iterable[Promise], text: Rewrite) -> tuple[Promise, ...]:
    return tuple(promise._replace(text=text(promise.text)) for promise in promises)


def _conversation(one: Conversation, text: Rewrite) -> Conversation:
    return one._replace(
        org=text(one.org),
        city=text(one.city),
        insights=tuple(_learned(insight, text) for insight in one.insights),
        surprises=_each(one.surprises, text),
        promises=_promises(one.promises, text),
        topics=_each(one.topics, text),
    )


def _learned(one: Learned, text: Rewrite) -> Learned:
    stances = tuple((sign, text(option)) for sign, option in one.stances)
    return one._replace(text=text(one.text), stances=stances)


def _question(one: Question, text: Rewrite) -> Question:
    return one._replace(
        name=text(one.name),
        question=text(one.question),
        options=_each(one.options, text),
        decision=text(one.decision),
        topics=_each(one.topics, text),
    )


def _organization(one: Organization, text: Rewrite) -> Organization:
    return one._replace(name=text(one.name), industry=text(one.industry), city=text(one.city))


def _opportunity(one: Opportunity, text: Rewrite) -> Opportunity:
    return one._replace(name=text(one.name), org=text(one.org))
