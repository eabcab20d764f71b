"""Find what turns a request for information into a plea for a job.

Each rule is a table of expressions of the language (`notesync.letters.phrases`), matched on the
masked text and then held against the guards. A false accusation costs more than a miss, so signs
that are weak alone (a search without a date, one word of praise for oneself, a message to many)
count only together with others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import Pattern

from notesync.letters import guards
from notesync.letters.clauses import Message
from notesync.letters.phrases.phrasebook import Phrasebook
from notesync.letters.rules import Finding

MARKS = 2  # of selling oneself, before it is called so


def pleas(message: Message, book: Phrasebook, *, informed: bool) -> list[Finding]:
    """All pleas of a message, in the order of the text.

    Args:
        message: The message, read.
        book: The language's expressions.
        informed: Whether the message is good for something else, such as a question.
    """
    found = [
        *_openings(message, book),
        *_free(message, book.pleas.available, "available", book),
        *_papers(message, book),
        *_free(message, book.pleas.forwarding, "forwarding", book),
        *_despair(message, book),
        *_broadcast(message, book),
    ]
    marks = _marks(message, book)
    if len(marks) >= MARKS:
        found.append(marks[0])
    searches = list(_free(message, book.pleas.seeking, "seeking", book))
    if searches and (found or marks or not informed):
        found += searches[:1]
    return sorted(found, key=lambda each: each.start)


def _free(
    message: Message, expressions: Pattern[str], rule: str, book: Phrasebook
) -> Iterator[Finding]:
    """Matches that no guard excuses, in the sentences after the greeting."""
    for match in _matches(message, expressions):
        start, end = match.span()
        if guards.denied(message, start, end, book):
            continue
        if guards.of_the_reader(message, start, end, book):
            continue
        yield Finding(rule, start, end)


def _matches(message: Message, expressions: Pattern[str]) -> Iterator[re.Match[str]]:
    return expressions.finditer(message.masked, message.greeting.end)


def _openings(message: Message, book: Phrasebook) -> Iterator[Finding]:
    yield from _free(message, book.pleas.opening_plain, "opening", book)
    for finding in _free(message, book.pleas.opening, "opening", book):
        if not guards.inquiring(message, finding.start, book):
            yield finding


def _papers(message: Message, book: Phrasebook) -> Iterator[Finding]:
    """Papers, unless advice on them is what is asked for."""
    for finding in _free(message, book.pleas.papers, "papers", book):
        sentence = next((one for one in message.sentences if one.holds(finding.start)), None)
        if sentence is None or not book.pleas.feedback.search(sentence.text):
            yield finding


def _despair(message: Message, book: Phrasebook) -> Iterator[Finding]:
    """Its expressions carry their own negations: "I can't find anything"."""
    for match in _matches(message, book.pleas.despair):
        yield Finding("despair", *match.span())


def _broadcast(message: Message, book: Phrasebook) -> Iterator[Finding]:
    """A message to many that asks them to look around."""
    if book.pleas.everyone.search(message.masked[: message.greeting.end + 120]) is None:
        return
    for match in _matches(message, book.pleas.spread):
        yield Finding("broadcast", *match.span())
        return


def denying(message: Message, book: Phrasebook) -> bool:
    """Whether a job or an application is mentioned only to say that it isn't the point."""
    return any(
        guards.denied(message, *match.span(), book) for match in _matches(message, book.pleas.job)
    )


def _marks(message: Message, book: Phrasebook) -> list[Finding]:
    """Different marks of selling oneself; what is said of the reader or denied doesn't count."""
    seen: dict[str, Finding] = {}
    for match in _matches(message, book.pleas.selling):
        start, end = match.span()
        if guards.denied(message, start, end, book) or guards.inquiring(message, start, book):
            continue
        seen.setdefault(match.group().casefold(), Finding("selling", start, end))
    return list(seen.values())
