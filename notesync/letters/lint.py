"""Turn a draft into a verdict: does it ask for information, or does it sound like asking for a job?

Text in, findings out; it knows no disk, no clock and no vault. The verdict is ``plea`` when a plea
stands in it, ``weak`` when two things could be clearer or a first message asks nothing, else
``ok``. In doubt it is ``ok``: a false accusation costs more than a miss. It never blocks anything.
"""

from __future__ import annotations

from dataclasses import dataclass

from notesync.letters.clauses import Message, read
from notesync.letters.kinds import REQUESTS, TELLING, language
from notesync.letters.learned import Table, kind_of, table
from notesync.letters.named import NOBODY, Reader
from notesync.letters.phrases.languages import phrasebook
from notesync.letters.phrases.phrasebook import Phrasebook
from notesync.letters.pleas import denying, pleas
from notesync.letters.quality import asks, good_signs, quality, topics
from notesync.letters.rules import Finding
from notesync.letters.traits import traits
from notesync.letters.verdict import heard, sound, verdict


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
    text: str,
    *,
    lang: str = "",
    kind: str = "",
    reader: Reader = NOBODY,
    likely: str = "en",
    weights: Table | None = None,
) -> Report:
    """Check the wording of a draft.

    Args:
        text: The draft.
        lang: ``de`` or ``en``; "" to tell from the text.
        kind: One of `notesync.letters.kinds.KINDS`; "" to tell from the text.
        likely: The language to take where the text tells none.
        reader: Whom it is for, as far as that is known.
        weights: What the second reader goes by; what it has learned from all messages by default.
    """
    book = phrasebook(lang or language(text, likely))
    message = read(text, book)
    known = traits(message, book)
    weights = table(book.lang) if weights is None else weights
    guessed = not kind
    if guessed:
        kind = kind_of(known, weights)
        kind = reader.kind or kind if kind in REQUESTS else kind
    if not message.sentences:
        return Report("", (), (), book.lang, kind)
    warnings = quality(message, book, kind, reader)
    whole = sound(known, kind, warnings, weights)
    informed = _informed(message, book, kind)
    found = pleas(message, book, informed=informed)
    errors = heard(found, message, book, whole, guessed=guessed)
    return Report(
        verdict(errors, warnings, whole),
        (*errors, *warnings),
        tuple(good_signs(message, book, kind)),
        book.lang,
        kind,
    )


def _informed(message: Message, book: Phrasebook, kind: str) -> bool:
    """Whether a message is good for something beside a plea.

    Who gives, tells or confirms asks nothing, and nobody should read a plea into that. Who asks
    something that isn't itself about getting a job may mention one.
    """
    thanking = kind == "thank-you" and not book.kinds.requesting.search(message.plain)
    return (
        kind in TELLING
        or thanking
        or denying(message, book)
        or bool(asks(message, book) or topics(message, book))
    )
