"""Turn a Book into the one that may be shown: without private notes, and without their names.

``private: true`` keeps a note out of dashboard files (method.md, "Privacy by person"). With the
note go whoever is known only through it, every link to it, and the names in it wherever else they
stand: a private person's name is struck out of the texts of others, also parts of it, unless
somebody who is shown has the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from notesync.notes import links, names
from notesync.notes.book import Book, Contact, Conversation, Event, Learned, Naming, Question
from notesync.notes.note import Promise

STRUCK = "…"
_SHORTEST = 3  # letters of a part of a name that is struck out


@dataclass(frozen=True, slots=True)
class Veil:
    """What must not be seen: ``paths`` of private notes, and the spellings of hidden names."""

    paths: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    pattern: re.Pattern[str] | None = None

    def text(self, text: str) -> str:
        """The text without hidden names and without links to hidden notes."""
        if not self.paths or not text:
            return text
        if "[[" in text:
            text = links.LINK.sub(self._link, text)
        return self.pattern.sub(STRUCK, text) if self.pattern else text

    def texts(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Likewise, of each."""
        return tuple(map(self.text, texts))

    def _link(self, found: re.Match[str]) -> str:
        target = names.key(names.without_suffix(found["target"].strip())).removeprefix("/")
        hidden = target in self.targets or target.rpartition("/")[2] in self.targets
        return STRUCK if hidden else found[0]


def veil(book: Book) -> tuple[Book, Veil]:
    """The book that may be shown, and what hides the rest in other texts."""
    hidden = frozenset(_private(book))
    if not hidden:
        return book, Veil()
    talks = tuple(_shown_talks(book, hidden))
    gone = hidden | _known_only_there(book, talks, hidden)
    over = _veil(book, gone, hidden)
    contacts = {
        key: _contact(contact, gone, over)
        for key, contact in book.contacts.items()
        if key not in gone
    }
    shown = replace(
        book,
        contacts=contacts,
        conversations=tuple(_conversation(talk, gone, over) for talk in talks),
        organizations={key: org for key, org in book.organizations.items() if key not in gone},
        questions={
            key: _question(question, over)
            for key, question in book.questions.items()
            if key not in gone
        },
        opportunities=tuple(one for one in book.opportunities if one.key not in gone),
        reviews=tuple(one for one in book.reviews if one.key not in gone),
        namings={
            key: kept
            for key, naming in book.namings.items()
            if key in contacts and (kept := _naming(naming, gone))
        },
    )
    return shown, over


def _private(book: Book) -> Iterator[str]:
    """The keys of private notes."""
    mappings = (book.contacts, book.organizations, book.questions)
    for mapping in mappings:
        yield from (key for key, one in mapping.items() if one.private)
    for several in (book.conversations, book.opportunities, book.reviews):
        yield from (one.key for one in several if one.private)


def _shown_talks(book: Book, hidden: frozenset[str]) -> Iterator[Conversation]:
    """Conversations of which somebody may be seen; one with hidden people only is theirs."""
    for talk in book.conversations:
        if talk.key in hidden or talk.path in hidden:
            continue
        if not talk.people or any(person not in hidden for person in talk.people):
            yield talk


def _known_only_there(
    book: Book, talks: Iterable[Conversation], hidden: frozenset[str]
) -> frozenset[str]:
    """People without a note whom no note that is shown speaks of; and talks that went with them."""
    spoken = {person for talk in talks for person in (*talk.people, *talk.named)}
    for contact in book.contacts.values():
        if contact.key not in hidden:
            spoken.update(contact.introduced_by)
            spoken.update(person for event in contact.log for person in event.named)
    for opportunity in book.opportunities:
        if opportunity.key not in hidden:
            spoken.update(opportunity.via)
    ghosts = {c.key for c in book.contacts.values() if not c.noted and c.key not in spoken}
    kept = {talk.key for talk in talks}
    return frozenset(ghosts | {talk.key for talk in book.conversations if talk.key not in kept})


def _veil(book: Book, gone: frozenset[str], hidden: frozenset[str]) -> Veil:
    people = [contact for key, contact in book.contacts.items() if key in gone]
    whole = {name for person in people for name in (person.name, *person.aliases) if name}
    whole |= {org.name for key, org in book.organizations.items() if key in gone}
    shown = {
        names.key(part)
        for key, person in book.contacts.items()
        if key not in gone
        for name in (person.name, *person.aliases)
        for part in (name, *name.split())
    }
    parts = {
        part
        for person in people
        for part in re.findall(r"[\w'’-]+", person.name)
        if len(part) >= _SHORTEST and part[0].isupper() and names.key(part) not in names.TITLES
    }
    struck = whole | {part for part in parts if names.key(part) not in shown}
    # With the genitive's s, which German writes without an apostrophe.
    longest_first = sorted(struck, key=lambda name: (-len(name), name))
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})s?(?!\w)")
    targets = {names.key(names.without_suffix(key)) for key in hidden}
    targets |= {target.rpartition("/")[2] for target in targets}
    targets |= {names.key(name) for name in whole}
    return Veil(hidden | gone, frozenset(targets), pattern if struck else None)


def _kept(keys: Iterable[str], gone: frozenset[str]) -> tuple[str, ...]:
    return tuple(key for key in keys if key not in gone)


def _contact(contact: Contact, gone: frozenset[str], over: Veil) -> Contact:
    return contact._replace(
        org=over.text(contact.org),
        role=over.text(contact.role),
        met=over.text(contact.met),
        industry=over.text(contact.industry),
        topics=over.texts(contact.topics),
        tags=over.texts(contact.tags),
        introduced_by=_kept(contact.introduced_by, gone),
        log=tuple(_event(event, gone, over) for event in contact.log),
        promises=tuple(_promise(promise, over) for promise in contact.promises),
    )


def _event(event: Event, gone: frozenset[str], over: Veil) -> Event:
    return event._replace(named=_kept(event.named, gone), text=over.text(event.text))


def _promise(promise: Promise, over: Veil) -> Promise:
    return promise._replace(text=over.text(promise.text))


def _conversation(talk: Conversation, gone: frozenset[str], over: Veil) -> Conversation:
    return talk._replace(
        people=_kept(talk.people, gone),
        named=_kept(talk.named, gone),
        org=over.text(talk.org),
        insights=tuple(_learned(insight, gone, over) for insight in talk.insights),
        surprises=over.texts(talk.surprises),
        promises=tuple(_promise(promise, over) for promise in talk.promises),
        topics=over.texts(talk.topics),
    )


def _learned(insight: Learned, gone: frozenset[str], over: Veil) -> Learned:
    if insight.question in gone:
        insight = insight._replace(question="", stances=())
    return insight._replace(text=over.text(insight.text))


def _question(question: Question, over: Veil) -> Question:
    return question._replace(
        question=over.text(question.question), topics=over.texts(question.topics)
    )


def _naming(naming: Naming, gone: frozenset[str]) -> Naming | None:
    """Where somebody was named, if that may be seen."""
    by = _kept(naming.by, gone)
    return naming._replace(by=by) if by and naming.source not in gone else None
