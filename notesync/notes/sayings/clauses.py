"""Cut a sentence with signs into clauses: at its marks, and behind an "and" with its own verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from notesync.notes.sayings.lexicon import Lexicon, pattern

HARD = frozenset(".;!?")  # what ends a sentence, and with it an insight
DASHES = frozenset("–—-")
# Short forms whose dot ends nothing.
_SHORT = (
    "tel",
    "ca",
    "bzw",
    "evtl",
    "inkl",
    "nr",
    "st",
    "dr",
    "prof",
    "vs",
    "std",
    "min",
    "mr",
    "mrs",
)
_DOT = "".join(rf"(?<!\b{each})" for each in _SHORT) + r"\.(?=\s|$)"
_CUT = re.compile(rf"(?:[,;:!?–—]|{_DOT}|\s-\s)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence.

    Attributes:
        text: With signs.
        before, after: The mark on either side; ``&`` for an "and", "" at the beginning.
    """

    text: str
    before: str = ""
    after: str = "."


def clauses(text: str, lexicon: Lexicon) -> Iterator[Clause]:
    """The clauses of a text, in order."""
    at, before = 0, ""
    for cut in (*_CUT.finditer(text), None):
        end = cut.start() if cut else len(text)
        mark = cut.group().strip() if cut else "."
        pieces = _pieces(text[at:end].strip(), lexicon)
        for piece in pieces[:-1]:
            yield Clause(piece, before, "&")
            before = "&"
        if pieces:
            yield Clause(pieces[-1], before, mark)
        if pieces or mark in HARD:
            before = mark
        at = cut.end() if cut else end


def _pieces(text: str, lexicon: Lexicon) -> list[str]:
    pieces, at = [], 0
    # "Nora and Ida said yes" is one clause, "thanked Nora and Ida said yes" can't be told from it.
    links = lexicon.links
    apart = rf" ({links}) (?={lexicon.starts})|(?<!{{p}}) ({links}) (?=({{p}}|I|we|ich|wir) )"
    for found in pattern(apart).finditer(text):
        pieces.append(text[at : found.start()])
        at = found.end()
    return [*pieces, text[at:]] if text else []
