"""Tell whether a job word is harmless where it stands: the guards, which come before every rule.

A good message may well speak of jobs, to say that it isn't about one, to ask how the reader got
hers, or of a time before any application. Each guard looks at the clause of the match, and at its
neighbours where the thought goes over a comma.
"""

from __future__ import annotations

from collections.abc import Sequence

from notesync.letters.clauses import Message, Span
from notesync.letters.phrases.phrasebook import Phrasebook

AFTER = 90  # characters behind a match in which it can be taken back
VERB_END = 30  # characters behind it where German still negates: "hänge ich bewusst nicht an"


def denied(message: Message, start: int, end: int, book: Phrasebook) -> bool:
    """Whether a match is negated, disclaimed, taken back, or only spoken of for later."""
    at = _clause_at(message.clauses, start)
    clause = message.clauses[at]
    said = message.masked[clause.start : end]
    sentence = next((one for one in message.sentences if one.holds(start)), clause)
    if not _rhetorical(sentence, book) and book.guards.negation.search(said):
        return True
    if book.guards.before.match(said.lstrip(" ,;:–—-(")):
        return True
    rest = message.masked[end : min(end + VERB_END, clause.end)]
    if book.guards.late_negation and book.guards.late_negation.search(rest):
        return True
    if at and _same_sentence(message, message.clauses[at - 1], clause):
        earlier = message.clauses[at - 1]
        stands_alone = book.guards.subject.search(said)
        if not stands_alone and book.guards.negation.search(earlier.text):
            return True
        if book.guards.disclaimer.search(earlier.text) or _ends_denied(earlier.text, book):
            return True
    return book.guards.retraction.search(message.masked, end, end + AFTER) is not None


def of_the_reader(message: Message, start: int, end: int, book: Phrasebook) -> bool:
    """Whether the job is the reader's own: how she got it, what it is like."""
    clause = message.clauses[_clause_at(message.clauses, start)]
    return any(
        found.start() < end and found.end() > start
        for found in book.guards.theirs.finditer(message.masked, clause.start, clause.end)
    )


def inquiring(message: Message, start: int, book: Phrasebook) -> bool:
    """Whether the match stands in a question for information (how, what, why)."""
    clause = message.clauses[_clause_at(message.clauses, start)]
    begin = message.masked[clause.start : start + 1].lstrip(" ,;:–—-(")
    return book.guards.inquiry.match(begin) is not None


def _rhetorical(sentence: Span, book: Phrasebook) -> bool:
    """Whether a question's "not" denies nothing: "couldn't you take him?"."""
    return sentence.text.endswith("?") and book.guards.rhetorical.match(sentence.text) is not None


def _ends_denied(clause: str, book: Phrasebook) -> bool:
    """Whether a clause ends with its negation: "I don't ask, because I want a job" isn't one."""
    words = clause.rstrip(" ,;:–—-").rsplit(None, 1)
    return bool(words) and book.guards.negation.fullmatch(words[-1]) is not None


def _clause_at(clauses: Sequence[Span], place: int) -> int:
    """The number of the clause that holds a place; the last one that begins before it."""
    best = 0
    for number, clause in enumerate(clauses):
        if clause.start > place:
            break
        best = number
    return best


def _same_sentence(message: Message, first: Span, second: Span) -> bool:
    return any(one.holds(first.start) and one.holds(second.start) for one in message.sentences)
