"""What kind of message one is, and in which language, as far as the text itself tells.

The kinds are those of the drafts. A request is cold, warm, dormant or introduced; without a word
about that it is taken as cold only where it greets formally, since friends need no connection.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from notesync.letters.phrases.languages import LANGUAGES
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
SHOWING = 400  # characters in which a message shows what it is
_WORD = re.compile(r"[^\W\d_]+(?:'[a-z]+)?")


def language(text: str, likely: str = "") -> str:
    """The language whose words and letters the text holds most of; the likely one in doubt."""
    words = [word.casefold() for word in _WORD.findall(text.replace("’", "'"))]

    def known(lang: str) -> tuple[int, bool]:
        its = LANGUAGES[lang]
        letters = sum(not its.letters.isdisjoint(word) for word in words)
        return letters + sum(word in its.common for word in words), lang == likely

    return max(LANGUAGES, key=known)


def shown(text: str, book: Phrasebook) -> tuple[str, ...]:
    """The kinds that a typical phrase in a text's beginning speaks for, the first one most."""
    return tuple(kind for kind, by in book.kinds.kinds if by.search(text[:SHOWING]))
