"""What kind of message one is, and in which language, as far as the text itself tells.

The kinds are those of the drafts. A request is cold, warm, dormant or introduced; without a word
about that it is taken as cold only where it greets formally, since friends need no connection.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from notesync.letters.phrases.phrasebook import Phrasebook

REQUEST = "request"
RELATIONS: Mapping[str, str] = {
    "cold": "request-cold",
    "warm": "request-warm",
    "dormant": "request-dormant",
    "introduced": "request-introduced",
}
REQUESTS = frozenset({REQUEST, *RELATIONS.values()})
FOLLOWING = frozenset(
    {
        "intro-blurb",
        "reminder",
        "confirm",
        "thank-you",
        "report-back",
        "news",
        "close-the-loop",
        "offer",
        "decline-give",
    }
)
TELLING = FOLLOWING - {"intro-blurb", "reminder", "thank-you"}  # they ask for nothing
EVERY = REQUESTS | FOLLOWING
KINDS = (REQUEST, *RELATIONS.values(), *sorted(FOLLOWING))

# An origin of a contact (notesync.notes.kinds.ORIGINS) -> the kind of a first message to her.
BY_ORIGIN: Mapping[str, str] = {
    "known": "request-warm",
    "dormant": "request-dormant",
    "introduced": "request-introduced",
    "cold": "request-cold",
    "event": "request-warm",
    "inbound": "request-warm",
}
BEGINNING = 40  # characters, greeting and all
BRIEF = 22  # words; who thanks in fewer and asks nothing writes a thank-you note
_WORD = re.compile(r"[^\W\d_]+(?:'[a-z]+)?")


def language(text: str, books: Iterable[Phrasebook]) -> Phrasebook:
    """The book whose words and letters the text holds most of; the first one when in doubt."""
    words = [word.casefold() for word in _WORD.findall(text.replace("’", "'"))]

    def known(book: Phrasebook) -> int:
        letters = sum(not book.letters.isdisjoint(word) for word in words)
        return letters + sum(word in book.common for word in words)

    return max(books, key=known)


def kind_of(text: str, book: Phrasebook) -> str:
    """What kind of message a text shows itself to be; a request unless it shows another."""
    beginning = text[:400]
    for kind, shown_by in book.kinds:
        if shown_by.search(beginning):
            return kind
    if not book.requesting.search(text):
        brief = len(text.split()) <= BRIEF and book.thanks.search(text[:BEGINNING])
        return "thank-you" if brief else "news"
    return RELATIONS["cold"] if book.formal.search(text[:60]) else REQUEST
