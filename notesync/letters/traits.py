"""Turn a message into its traits: what a reader who knows no rule would go by.

Words, pairs of neighbouring words, and signs: of its shape (whether something is asked, a time
named, a way out left) and of what is done in it (somebody offers himself, wants to understand,
says what it isn't about). Signs are the same in all languages. `notesync.letters.learned` holds
all of them against weights. Endings, case and numbers say little about what a message wants, so
they are dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import combining, normalize

from notesync.letters import guards
from notesync.letters.clauses import Message
from notesync.letters.kinds import shown
from notesync.letters.phrases.phrasebook import Grammar, Phrasebook
from notesync.letters.quality import asks, connected, topics

BEGINNING = 90  # characters whose words count once more: what a message is shows there
LENGTHS = (20, 30, 45)  # words
SIGN = "="  # begins the name of a sign, which no word does
FIRST = "^"  # begins the name of a word of the beginning
OFTEN, DENIED = "+", "-"  # end the name of an act that is done twice or more, or only denied
# Acts with which people put themselves forward; many in one message say more than their sum.
OFFERING = frozenset(
    (
        *("speak-for-me", "take-me", "wish-to-work", "ready", "you-need", "praise-self"),
        *("credentials", "papers", "lost-work", "distress", "for-other", "outcome"),
    )
)
OFFERS = (2, 3, 4, 5)  # of these acts
_PIECE = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+|[?!.,:;]")
_MARKS = frozenset(".,:;")  # they count only in pairs


@dataclass(frozen=True, slots=True)
class Traits:
    """What a message is like.

    Attributes:
        words: Words and pairs of words.
        beginning: Those of its beginning, with `FIRST` before them.
        shape: Signs of its shape, with `SIGN` before them.
        acts: Signs of what is done in it, with `SIGN` before them.
        kinds: The kinds that a typical phrase of it speaks for, in the order of the table.
    """

    words: frozenset[str]
    beginning: frozenset[str]
    shape: frozenset[str]
    acts: frozenset[str]
    kinds: tuple[str, ...]


def traits(message: Message, book: Phrasebook) -> Traits:
    """The traits of a message that has been read."""
    return Traits(
        words(message.plain, book.grammar),
        frozenset(FIRST + word for word in words(message.plain[:BEGINNING], book.grammar)),
        frozenset(SIGN + sign for sign in _shape(message, book)),
        frozenset(SIGN + act for act in _acts(message, book)),
        shown(message.plain, book),
    )


def words(text: str, grammar: Grammar) -> frozenset[str]:
    """Words and pairs of words of a text with plain apostrophes, without their endings."""
    pieces = [_stem(piece, grammar) for piece in _PIECE.findall(text.casefold())]
    single = {piece for piece in pieces if piece not in _MARKS}
    return frozenset(single | {f"{first} {second}" for first, second in pairwise(pieces)})


def _stem(word: str, grammar: Grammar) -> str:
    """A word without accents and ending, so that its forms are one trait; any number is 0."""
    if word.isdigit():
        return "0"
    if not word.isascii():
        word = "".join(c for c in normalize("NFD", word) if not combining(c))
    for ending in grammar.endings:
        if word.endswith(ending) and len(word) - len(ending) >= grammar.stem:
            return word.removesuffix(ending)
    return word


def _acts(message: Message, book: Phrasebook) -> Iterator[str]:
    """What is done in a message, and what is only denied."""
    offers = 0
    for name, by in book.acts:
        denied = [
            guards.denied(message, *found.span(), book)
            and not book.guards.negation.search(found.group())  # "won't regret it" denies nothing
            for found in by.finditer(message.masked, message.greeting.end)
        ]
        done = denied.count(False)
        if done:
            yield name
        elif denied:
            yield name + DENIED
        if done > 1:
            yield name + OFTEN
        offers += bool(done) and name in OFFERING
    yield from (f"offers-{many}" for many in OFFERS if offers >= many)


def _shape(message: Message, book: Phrasebook) -> set[str]:
    plain = message.plain
    signs = {
        "asks": bool(asks(message, book)),
        "topic": bool(topics(message, book)),
        "connected": connected(message, book),
        "way-out": book.quality.way_out.search(plain, message.greeting.end) is not None,
        "insight": book.quality.insight.search(plain, message.greeting.end) is not None,
        "formal": book.quality.formal.search(plain[:60]) is not None,
        "minutes": book.quality.minutes.search(plain) is not None,
        "brief": book.quality.brief.search(plain) is not None,
        "flexible": book.quality.flexible.search(plain) is not None,
        "thanks": book.quality.thanks.search(plain) is not None,
        "requesting": book.kinds.requesting.search(plain) is not None,
        "talking": book.kinds.talking.search(plain) is not None,
    }
    for one in message.sentences:
        if one.text.rstrip("\"'”“»").endswith("?"):
            mine = book.grammar.writer.search(one.text) is not None
            timed = book.kinds.talking.search(one.text) or book.quality.minutes.search(one.text)
            signs["of-you" if not mine else "of-a-talk" if timed else "of-me"] = True
    long = {f"longer-{length}" for length in LENGTHS if message.words > length}
    return {sign for sign, there in signs.items() if there} | long
