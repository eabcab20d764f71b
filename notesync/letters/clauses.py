"""Turn a message into sentences and clauses, each with its place in the text.

What only looks like a word of the check (quoted speech, homographs) is masked by blanks, so that
every place stays what it was. A line break ends a sentence only where a writer means it to: after
a greeting, before an empty line, after a short line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from notesync.letters.phrases.phrasebook import Phrasebook

LONGEST = 20_000  # characters that are read; nobody's message is longer
SHORT_LINE = 45  # characters; mail programs break lines far behind this
_STOP = re.compile(r"[.!?…]+[\"'”“»)]*(?=\s|$)|\n|;|[\U0001F300-\U0001FAFF]|:(?=\s)|:\)|;\)")
_COMMA = re.compile(r",|;|:| [–—-] |[()]")
_HEADER = re.compile(
    r"\s*(?:(?:betreff|subject|an|to|von|from|re|aw|cc)\s?:[^\n]*\n\s*)*", re.IGNORECASE
)
_QUOTED = re.compile(r"[\"“„«»][^\"“”„«»]{1,200}[\"”“«»]")
_SAME_LENGTH = str.maketrans({"’": "'", "‘": "'", "\xa0": " ", "\r": " ", "\t": " "})


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the plain text: ``plain[start:end]``."""

    start: int
    end: int
    text: str

    def holds(self, place: int) -> bool:
        """Whether a place lies in it."""
        return self.start <= place < self.end


@dataclass(frozen=True, slots=True)
class Message:
    """A message, read.

    Attributes:
        text: As typed, cut to `LONGEST`.
        plain: The same length, with plain apostrophes and blanks.
        masked: The same length, without quoted speech and homographs.
        greeting: Its greeting, empty if there is none.
        sentences: Those after the greeting, masked nothing.
        clauses: Clauses of `masked`, all of them.
    """

    text: str
    plain: str
    masked: str
    greeting: Span
    sentences: tuple[Span, ...]
    clauses: tuple[Span, ...]

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(re.findall(r"\w+(?:['’-]\w+)*", self.text))


def read(text: str, book: Phrasebook) -> Message:
    """Read a message of a known language."""
    text = text[:LONGEST]
    plain = text.translate(_SAME_LENGTH)
    masked = _QUOTED.sub(_blank, plain)
    masked = book.grammar.homographs.sub(_blank, masked)
    greeting = _greeting(plain, book)
    sentences = tuple(_sentences(plain, greeting.end, book))
    clauses = tuple(clause for one in sentences for clause in _clauses(one, masked, book))
    return Message(text, plain, masked, greeting, sentences, clauses)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _greeting(text: str, book: Phrasebook) -> Span:
    """The greeting that a message begins with: up to a comma, an exclamation mark or a break."""
    header = _HEADER.match(text)
    lead = header.end() if header else 0
    if not book.grammar.greeting.match(text, lead):
        return Span(lead, lead, "")
    end = re.compile(r"[,!\n]|(?<![Dd]r)(?<!Prof)(?<!M[rs])(?<!Mrs)\.(?=\s)").search(
        text, lead, lead + 80
    )
    if end is None:
        return Span(lead, lead, "")
    return Span(lead, end.end(), text[lead : end.end()])


def _sentences(text: str, start: int, book: Phrasebook) -> list[Span]:
    found: list[Span] = []
    begin = start
    for stop in _STOP.finditer(text, start):
        if not _ends(text, begin, stop, book):
            continue
        _add(found, text, begin, stop.end())
        begin = stop.end()
    _add(found, text, begin, len(text))
    return found


def _ends(text: str, begin: int, stop: re.Match[str], book: Phrasebook) -> bool:
    """Whether a full stop or a line break ends a sentence here."""
    mark = stop.group()
    before = text[begin : stop.start()]
    if mark == "\n":
        line = before.rsplit("\n", 1)[-1]
        blank = not text[stop.end() :].split("\n", 1)[0].strip()
        return blank or len(line) < SHORT_LINE
    if mark != ".":
        return True
    last = re.search(r"(\w+)$", before)
    if last is None:
        return True
    word = last.group(1).casefold()
    return word not in book.grammar.abbreviations and not (word.isdigit() and book.lang == "de")


def _add(found: list[Span], text: str, begin: int, end: int) -> None:
    piece = text[begin:end]
    if re.search(r"\w", piece):
        lead = len(piece) - len(piece.lstrip())
        stop = begin + len(piece.rstrip())
        found.append(Span(begin + lead, stop, text[begin + lead : stop]))


def _clauses(sentence: Span, masked: str, book: Phrasebook) -> list[Span]:
    """Cut a sentence at its commas and where a new thought is joined on."""
    text = masked[sentence.start : sentence.end]
    cuts = {0, len(text)}
    cuts.update(mark.end() for mark in _COMMA.finditer(text))
    cuts.update(mark.start() for mark in book.grammar.coordination.finditer(text))
    places = sorted(cuts)
    return [
        Span(sentence.start + begin, sentence.start + end, text[begin:end])
        for begin, end in pairwise(places)
        if text[begin:end].strip()
    ]
