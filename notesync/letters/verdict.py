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
from notesync.letters.learned import PLEA, WEAK, Table, Weights, for_plea, for_weak, score
from notesync.letters.phrases.phrasebook import Phrasebook
from notesync.letters.rules import RULES, Finding
from notesync.letters.traits import Traits, words

WARNINGS = 2  # that make a message weak
# The scores of the second reader from which on it decides. docs/wording-check.md tells by what the
# figures were chosen.
PLEADING = 0.1  # a plea, though no rule finds one
HARMLESS = -0.4  # up to here no plea, though a rule finds one
# More is asked for where the kind is only guessed, and where there are few words to go by.
GUESSED = 0.1
ENOUGH, FEW = 25, 0.03  # words; what each one less than these asks for more
CLEAR = -0.9  # up to here clear, whatever the rules find
UNCLEAR = 0.5  # from here on one warning is enough


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


def sound(known: Traits, kind: str, warnings: Sequence[Finding], weights: Table) -> Sound:
    """Listen to the traits of a message of a kind, knowing what the rules found unclear in it."""
    rules = [each.rule for each in warnings]
    return Sound(
        score(for_plea(known, kind), weights[PLEA]),
        score(for_weak(known, kind, rules), weights[WEAK]),
        weights[PLEA],
    )


def heard(
    errors: list[Finding], message: Message, book: Phrasebook, whole: Sound, *, guessed: bool
) -> list[Finding]:
    """The pleas that count, and the loudest sentence where only the second reader hears one.

    Args:
        errors: The pleas that the rules find.
        message: The message.
        book: The language's expressions.
        whole: How it sounds.
        guessed: Whether its kind is only guessed.
    """
    if errors and (whole.plea > HARMLESS or any(_asked(each, message) for each in errors)):
        return errors
    if errors:
        return []
    more = GUESSED * guessed + FEW * max(0, ENOUGH - message.words)
    if whole.plea < PLEADING + more:
        return []
    loudest = max(
        message.sentences,
        key=lambda one: sum(whole.weights.get(word, 0.0) for word in words(one.text, book.grammar)),
    )
    return [Finding("whole", loudest.start, loudest.end)]


def _asked(error: Finding, message: Message) -> bool:
    """Whether a sentence is there to ask for an opening: no tone around it takes that back."""
    return error.rule == "opening" and any(
        one.start == error.start or one.text.rstrip("\"'”“»").endswith("?")
        for one in message.sentences
        if one.start < error.end and error.start < one.end
    )


def verdict(errors: Sequence[Finding], warnings: Sequence[Finding], whole: Sound) -> str:
    """``plea``, ``weak`` or ``ok``."""
    if errors:
        return "plea"
    if len(warnings) >= WARNINGS or any(RULES[each.rule].decisive for each in warnings):
        return "weak" if whole.weak > CLEAR else "ok"
    unfinished = all(each.rule == "open-slot" for each in warnings)
    return "weak" if whole.weak > UNCLEAR and not unfinished else "ok"
