"""Find the names in a message that don't belong there, given whom it is for.

What the notes know of the reader helps (`Reader`); without it the text itself can still show that
two people are greeted in one letter, as happens to whoever writes the same letter twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from notesync.letters.clauses import Message
from notesync.letters.phrases.phrasebook import Phrasebook
from notesync.letters.rules import Finding


@dataclass(frozen=True, slots=True)
class Reader:
    """Whom a message is for, as far as the notes know; all of it optional.

    Attributes:
        names: The reader's names: full name and aliases.
        register: ``Sie``, ``du`` or "".
        others: First and last names of other people in the notes.
        unnamed: Introducers whose name may not be mentioned.
        kind: The kind of a first message to the reader, or "" (`notesync.letters.kinds.BY_ORIGIN`).
    """

    names: tuple[str, ...] = ()
    register: str = ""
    others: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()
    kind: str = ""


NOBODY = Reader()


def wrong_names(message: Message, book: Phrasebook, reader: Reader) -> Iterator[Finding]:
    """Who is greeted instead of the reader, and who mustn't be mentioned."""
    known = list(_others(message, reader))
    yield from known or _twice(message, book)
    for name in reader.unnamed:
        found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", message.plain, re.IGNORECASE)
        if found:
            yield Finding("unnamed", *found.span())


def _others(message: Message, reader: Reader) -> Iterator[Finding]:
    """Somebody else of the notes, in the greeting."""
    own = {part.casefold() for name in reader.names for part in name.split()}
    others = {part.casefold() for name in reader.others for part in name.split()} - own
    greeted = list(re.finditer(r"\w+", message.greeting.text))
    if own and not any(each.group().casefold() in own for each in greeted):
        for each in greeted:
            if each.group()[0].isupper() and each.group().casefold() in others:
                yield Finding("other-name", *each.span())
                return


def _twice(message: Message, book: Phrasebook) -> Iterator[Finding]:
    """Somebody who is spoken to in the middle, and isn't who was greeted."""
    greeted = set(re.findall(r"\w+", message.greeting.text))
    if not greeted:
        first = book.grammar.beginning.match(message.plain)
        greeted = {first.group(1)} if first else set()
    if not greeted:
        return
    for found in book.grammar.addressed.finditer(message.masked, message.greeting.end):
        name = found.group(1) or found.group(2)
        if name not in greeted and name.casefold() not in book.grammar.exclaimed:
            yield Finding("other-name", *found.span(1 if found.group(1) else 2))
            return
