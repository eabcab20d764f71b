"""Turn a draft into a verdict: does it ask for information, or does it sound like asking for a job?

Text in, findings out; it knows no disk, no clock and no vault. The verdict is ``plea`` when a plea
stands in it, ``weak`` when two things could be clearer or a first message asks nothing, else
``ok``. In doubt it is ``ok``: a false accusation costs more than a miss. It never blocks anything.
"""

from __future__ import annotations

from dataclasses import dataclass

from notesync.letters.clauses import Message, read
from notesync.letters.kinds import REQUESTS, TELLING, kind_of, language
from notesync.letters.phrases.de import GERMAN
from notesync.letters.phrases.en import ENGLISH
from notesync.letters.phrases.phrasebook import Phrasebook
from notesync.letters.pleas import candid, pleas
from notesync.letters.quality import NOBODY, Reader, asks, good_signs, quality, topics
from notesync.letters.rules import RULES, Finding

BOOKS = {"en": ENGLISH, "de": GERMAN}
WARNINGS = 2  # that make a message weak


@dataclass(frozen=True, slots=True)
class Report:
    """What the wording check says.

    Attributes:
        verdict: ``plea``, ``weak`` or ``ok``; "" for an empty text.
        findings: Pleas first, then warnings.
        good: Good signs, keys of `notesync.letters.rules.GOOD`.
        lang: The language that the text was read in.
        kind: The kind that it was taken for.
    """

    verdict: str
    findings: tuple[Finding, ...]
    good: tuple[str, ...]
    lang: str
    kind: str


def lint(
    text: str, *, lang: str = "", kind: str = "", reader: Reader = NOBODY, likely: str = "en"
) -> Report:
    """Check the wording of a draft.

    Args:
        text: The draft.
        lang: ``de`` or ``en``; "" to tell from the text.
        kind: One of `notesync.letters.kinds.KINDS`; "" to tell from the text.
        likely: The language to take where the text tells none.
        reader: Whom it is for, as far as that is known.
    """
    books = sorted(BOOKS.values(), key=lambda each: each.lang != likely)
    book = BOOKS[lang] if lang else language(text, books)
    if not kind:
        kind = kind_of(text, book)
        kind = reader.kind or kind if kind in REQUESTS else kind
    message = read(text, book)
    if not message.sentences:
        return Report("", (), (), book.lang, kind)
    errors = pleas(message, book, informed=_informed(message, book, kind))
    warnings = quality(message, book, kind, reader)
    return Report(
        _verdict(errors, warnings),
        (*errors, *warnings),
        tuple(good_signs(message, book, kind)),
        book.lang,
        kind,
    )


def _informed(message: Message, book: Phrasebook, kind: str) -> bool:
    """Whether something is asked that isn't itself about getting a job, or nothing is asked at all.

    Who gives, tells or confirms asks nothing, and nobody should read a plea into that.
    """
    if kind in TELLING or (kind == "thank-you" and not book.requesting.search(message.plain)):
        return True
    if book.minutes.search(message.plain) and book.way_out.search(message.plain):
        return True  # shaped like a good request: only what is said outright makes it a plea
    places = candid(message, book)
    return any(
        not any(one.start <= start < one.end for start, _ in places)
        for one in (*asks(message, book), *topics(message, book))
    )


def _verdict(errors: list[Finding], warnings: list[Finding]) -> str:
    if errors:
        return "plea"
    decisive = any(RULES[each.rule].decisive for each in warnings)
    return "weak" if decisive or len(warnings) >= WARNINGS else "ok"
