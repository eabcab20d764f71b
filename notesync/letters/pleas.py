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
FIELDS = 2  # of words that put oneself forward, before they are called so


def pleas(message: Message, book: Phrasebook, *, informed: bool) -> list[Finding]:
    """All pleas of a message, in the order of the text.

    Args:
        message: The message, read.
        book: The language's expressions.
        informed: Whether the message asks a question for information.
    """
    found = [
        *_openings(message, book),
        *_free(message, book.available, "available", book),
        *_papers(message, book),
        *_free(message, book.forwarding, "forwarding", book),
        *_despair(message, book),
        *_broadcast(message, book),
    ]
    marks = _marks(message, book)
    if len(marks) >= MARKS:
        found.append(marks[0])
    searches = list(_free(message, book.seeking, "seeking", book))
    if searches and (found or marks or not informed):
        found += searches[:1]
    if not found and not informed:
        found += _candidacy(message, book)
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
    yield from _free(message, book.opening_plain, "opening", book)
    for finding in _free(message, book.opening, "opening", book):
        if not guards.inquiring(message, finding.start, book):
            yield finding


def _papers(message: Message, book: Phrasebook) -> Iterator[Finding]:
    """Papers, unless advice on them is what is asked for."""
    for finding in _free(message, book.papers, "papers", book):
        sentence = next((one for one in message.sentences if one.holds(finding.start)), None)
        if sentence is None or not book.feedback.search(sentence.text):
            yield finding


def _despair(message: Message, book: Phrasebook) -> Iterator[Finding]:
    """Its expressions carry their own negations: "I can't find anything"."""
    for match in _matches(message, book.despair):
        yield Finding("despair", *match.span())


def _broadcast(message: Message, book: Phrasebook) -> Iterator[Finding]:
    """A message to many that asks them to look around."""
    if book.everyone.search(message.masked[: message.greeting.end + 120]) is None:
        return
    for match in _matches(message, book.spread):
        yield Finding("broadcast", *match.span())
        return


def _candidacy(message: Message, book: Phrasebook) -> list[Finding]:
    """Words from two fields in which people put themselves forward, and no question beside them.

    One of the fields may be what goes along with that (dismissal, terms, need); those alone are
    no plea. Where not even a talk is asked for, one field is enough.
    """
    own = [hit for field in book.candidacy if (hit := next(_unexcused(message, field, book), None))]
    around = [
        hit for field in book.circumstance if (hit := next(_unexcused(message, field, book), None))
    ]
    talk = book.talking.search(message.plain) is not None
    if not own or (talk and len(own) + len(around) < FIELDS):
        return []
    return [Finding("candidacy", *own[0])]


def _unexcused(
    message: Message, field: Pattern[str], book: Phrasebook
) -> Iterator[tuple[int, int]]:
    for finding in _free(message, field, "candidacy", book):
        if not guards.about_the_reader(message, finding.start, book):
            yield finding.start, finding.end


def candid(message: Message, book: Phrasebook) -> tuple[tuple[int, int], ...]:
    """The places where people offer themselves or ask to be taken, unless a guard excuses them."""
    return tuple(
        place
        for field in book.candidacy[1:3]  # job nouns and bosses occur in honest questions too
        for place in _unexcused(message, field, book)
    )


def _marks(message: Message, book: Phrasebook) -> list[Finding]:
    """Different marks of selling oneself; what is said of the reader or denied doesn't count."""
    seen: dict[str, Finding] = {}
    for match in _matches(message, book.selling):
        start, end = match.span()
        if guards.denied(message, start, end, book) or guards.inquiring(message, start, book):
            continue
        seen.setdefault(match.group().casefold(), Finding("selling", start, end))
    return list(seen.values())
