"""Turn what two readers make of a message into one verdict.

One goes by rules (`notesync.letters.pleas`, `notesync.letters.quality`) and can say where and why.
The other has learned from labelled messages how one sounds as a whole (`notesync.letters.learned`)
and hears what no table has foreseen. Neither decides against the clear contrary of the other; in
doubt a message is ``ok``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from notesync.letters.clauses import Message
from notesync.letters.learned import PLEA, TELLS, WEAK, Weights, score, table, values
from notesync.letters.phrases.phrasebook import Phrasebook
from notesync.letters.rules import RULES, Finding
from notesync.letters.traits import Traits, words

WARNINGS = 2  # that make a message weak
# From which score of the second reader on a plea is a plea; docs/wording-check.md tells by what the
# figures were chosen. More is asked for where a message is good for something else,
PLEADING = -0.05
MORE = {"": 0.0, "asking": 0.1, "shaped": 0.2, "thanking": 0.1, "denying": 0.4, "telling": 0.4}
# and where there are few words to go by.
ENOUGH, FEW = 25, 0.05  # words; what each one less than these asks for more
CLEAR = -0.4  # up to here it finds a message clear, whatever is missing,
UNASKED = -0.8  # and up to here even where nothing is asked
UNCLEAR = 0.2  # from here on one warning is enough


@dataclass(frozen=True, slots=True)
class Sound:
    """How a message sounds as a whole: the scores of the second reader.

    Attributes:
        plea: Like asking for a job.
        weak: As if it could be clearer, given that it is no plea.
        weights: What each word speaks for a plea.
    """

    plea: float
    weak: float
    weights: Weights


def sound(known: Traits, lang: str) -> Sound:
    """Listen to the traits of a message."""
    learned = table(lang)
    counted = values(known, kinds=False)
    return Sound(score(counted, learned[PLEA]), score(counted, learned[WEAK]), learned[PLEA])


def heard(
    errors: list[Finding], message: Message, book: Phrasebook, whole: Sound, purpose: str
) -> list[Finding]:
    """The pleas that count, and the loudest sentence where only the second reader hears one.

    Args:
        errors: The pleas that the rules find.
        message: The message.
        book: The language's expressions.
        whole: How it sounds.
        purpose: What else it is good for; a key of `MORE`.
    """
    missing = FEW * max(0, ENOUGH - message.words)
    if errors and purpose != TELLS:
        return errors
    limit = PLEADING if errors else PLEADING + MORE[purpose] + missing
    if whole.plea < limit:
        return []
    if errors:
        return errors
    loudest = max(
        message.sentences,
        key=lambda one: sum(whole.weights.get(word, 0.0) for word in words(one.text, book.grammar)),
    )
    return [Finding("whole", loudest.start, loudest.end)]


def verdict(errors: Sequence[Finding], warnings: Sequence[Finding], whole: Sound) -> str:
    """``plea``, ``weak`` or ``ok``."""
    if errors:
        return "plea"
    if any(each.rule == "no-question" for each in warnings):
        return "weak" if whole.weak > UNASKED else "ok"
    if len(warnings) >= WARNINGS or any(RULES[each.rule].decisive for each in warnings):
        return "weak" if whole.weak > CLEAR else "ok"
    return "weak" if warnings and whole.weak > UNCLEAR else "ok"
