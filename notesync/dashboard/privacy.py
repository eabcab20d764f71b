"""Turn a Book into the one that may be shown: without private notes, and without their names.

``private: true`` keeps a note out of dashboard files (method.md, "Privacy by person"). With the
note go whoever is known only through it, every link to it, and the names in it wherever else they
stand: a private person's name is struck out of the texts of others, also parts of it, unless
somebody who is shown has the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from notesync.dashboard.rewriting import rewritten
from notesync.notes import links, names
from notesync.notes.book import Book, Contact, Conversation, Learned, Naming

STRUCK = "…"
_SHORTEST = 3  # letters of a part of a name that is struck out
# An address in a text with its special characters escaped.
ESCAPED = re.compile(r"[^\s()<>\[\]]*%[0-9A-Fa-f]{2}[^\s()<>\[\]]*")


@dataclass(frozen=True, slots=True)
class Veil:
    """What must not be seen.

    Attributes:
        paths: Of private notes.
        targets: What links to them may be called, folded.
        pattern: The spellings of hidden names.
        words: The words of hidden names, folded: Mueller and MÜLLER are Müller too.
    """

    paths: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    pattern: re.Pattern[str] | None = None
    words: frozenset[str] = frozenset()

    def text(self, text: str) -> str:
        """The text without hidden names and without links to hidden notes."""
        if not self.paths or not text:
            return text
        if "[[" in text:
            text = links.LINK.sub(self._link, text)
        if "%" in text:
            text = ESCAPED.sub(self._address, text)
        return self._struck(text)

    def _struck(self, text: str) -> str:
        if self.pattern:
            text = self.pattern.sub(STRUCK, text)
        return names.WORD.sub(self._word, text) if self.words else text

    def _link(self, found: re.Match[str]) -> str:
        target = names.key(names.without_suffix(found["target"].strip())).removeprefix("/")
        hidden = target in self.targets or target.rpartition("/")[2] in self.targets
        return STRUCK if hidden else found[0]

    def _address(self, found: re.Match[str]) -> str:
        plain = unquote(found[0])
        return found[0] if self._struck(plain) == plain else STRUCK

    def _word(self, found: re.Match[str]) -> str:
        """A word that is written as names are, with a capital, and is one that is hidden."""
        hidden = found[0][0].isupper() and names.search_fold(found[0]) in self.words
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
        key: _contact(contact, gone) for key, contact in book.contacts.items() if key not in gone
    }
    shown = book._replace(
        contacts=contacts,
        conversations=tuple(_conversation(talk, gone) for talk in talks),
        organizations={key: org for key, org in book.organizations.items() if key not in gone},
        questions={key: one for key, one in book.questions.items() if key not in gone},
        opportunities=tuple(
            one._replace(via=_kept(one.via, gone))
            for one in book.opportunities
            if one.key not in gone
        ),
        reviews=tuple(one for one in book.reviews if one.key not in gone),
        namings={
            key: kept
            for key, naming in book.namings.items()
            if key in contacts and (kept := _naming(naming, gone))
        },
    )
    return rewritten(shown, over.text), over


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
    folded = frozenset(names.search_fold(part) for part in parts if names.key(part) not in shown)
    return Veil(hidden | gone, frozenset(targets), pattern if struck else None, folded)


def _kept(keys: Iterable[str], gone: frozenset[str]) -> tuple[str, ...]:
    return tuple(key for key in keys if key not in gone)


def _contact(contact: Contact, gone: frozenset[str]) -> Contact:
    return contact._replace(
        introduced_by=_kept(contact.introduced_by, gone),
        log=tuple(event._replace(named=_kept(event.named, gone)) for event in contact.log),
    )


def _conversation(talk: Conversation, gone: frozenset[str]) -> Conversation:
    return talk._replace(
        people=_kept(talk.people, gone),
        named=_kept(talk.named, gone),
        insights=tuple(_learned(insight, gone) for insight in talk.insights),
    )


def _learned(insight: Learned, gone: frozenset[str]) -> Learned:
    return insight._replace(question="", stances=()) if insight.question in gone else insight


def _naming(naming: Naming, gone: frozenset[str]) -> Naming | None:
    """Where somebody was named, if that may be seen."""
    by = _kept(naming.by, gone)
    return naming._replace(by=by) if by and naming.source not in gone else None
