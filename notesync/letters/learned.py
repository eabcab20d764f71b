"""Turn the traits of a message into scores, by weights that were learned from labelled messages.

A linear reader: the weights of a message's traits are summed. What is learned for is a column of
the table ``phrases/learned/LANG.tsv``; `tests.letters.learn` writes it, from the messages that
stand beside it. Scores have no unit; the thresholds stand where they are used.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import cache
from pkgutil import get_data

from notesync.letters.kinds import RELATIONS, REQUEST, REQUESTS, TELLING
from notesync.letters.traits import SIGN, Traits

PLEA = "plea"
WEAK = "weak"  # among those that are no plea
TELLS = "telling"  # the kinds that ask for nothing
GROUPS = (REQUEST, "reminder", "thank-you", "intro-blurb", TELLS)
COLD = "cold"  # among requests
UNLIKELY = 0.0  # up to here a kind is none, though a phrase that is typical of it occurs;
UNLIKELIEST = -0.7  # in few words a phrase says more
BIAS = "="  # the weight that every message has
SIGNS = 0.3  # what one sign counts, beside all words together
FOUND = 0.3  # what one finding of the rules counts
MANY = 3  # findings; more make no difference
FEWEST = 30  # words and pairs; what has fewer is no more certain for it
PACKAGE, TABLES = "notesync.letters.phrases", "learned/{lang}.tsv"
Weights = Mapping[str, float]
Table = Mapping[str, Weights]


def values(traits: Traits) -> dict[str, float]:
    """How much each trait of a message counts: its words share one, whatever its length."""
    counted = dict.fromkeys(traits.words, _share(traits))
    counted.update(dict.fromkeys(traits.shape | traits.acts, SIGNS))
    counted[BIAS] = 1.0
    return counted


def for_kind(traits: Traits) -> dict[str, float]:
    """The same where the kind is asked for, which shows at the beginning."""
    counted = values(traits)
    counted.update(dict.fromkeys(traits.beginning, _share(traits) / 2))
    counted.update(dict.fromkeys((SIGN + kind for kind in traits.kinds), SIGNS))
    return counted


def for_plea(traits: Traits, kind: str) -> dict[str, float]:
    """The same where a plea is listened for, in a message of a kind."""
    return values(traits) | {f"{SIGN}kind-{group(kind)}": SIGNS}


def for_weak(traits: Traits, kind: str, warnings: Iterable[str]) -> dict[str, float]:
    """The same where it is asked whether a message could be clearer, given what rules found."""
    rules = list(warnings)
    found = dict.fromkeys((f"{SIGN}found-{rule}" for rule in rules), FOUND)
    number = {f"{SIGN}findings-{min(len(rules), MANY)}": FOUND}
    return for_plea(traits, kind) | found | number


def _share(traits: Traits) -> float:
    return 1 / math.sqrt(max(len(traits.words), FEWEST))


def score(counted: Mapping[str, float], weights: Weights) -> float:
    """The sum of the weights of what counts."""
    return sum((value * weights.get(trait, 0.0) for trait, value in counted.items()), 0.0)


def kind_of(known: Traits, weights: Table) -> str:
    """The kind that a message shows itself to be.

    A phrase that is typical of a kind decides, unless all the rest speaks against it; else the kind
    that its traits speak for most.
    """
    counted = for_kind(known)
    scores = {each: score(counted, weights[each]) for each in GROUPS}
    typical = max(known.kinds, key=lambda kind: scores[group(kind)], default="")
    limit = UNLIKELY if len(known.words) >= FEWEST else UNLIKELIEST
    if typical and scores[group(typical)] > limit:
        return typical
    best = max(GROUPS, key=lambda each: scores[each])
    if best == REQUEST and score(counted, weights[COLD]) > 0:
        return RELATIONS[COLD]
    return "news" if best == TELLS else best


def group(kind: str) -> str:
    """The kinds that need telling apart, since different things are held against them."""
    if kind in TELLING:
        return TELLS
    return REQUEST if kind in REQUESTS else kind


@cache
def table(lang: str) -> Table:
    """The weights of a language, by what they speak for."""
    shipped = get_data(PACKAGE, TABLES.format(lang=lang))  # part of the program, as its code is
    assert shipped is not None
    lines = shipped.decode().splitlines()
    _, *targets = lines[0].split("\t")
    weights: dict[str, dict[str, float]] = {target: {} for target in targets}
    for line in lines[1:]:
        trait, *numbers = line.split("\t")
        for target, number in zip(targets, numbers, strict=True):
            if number:
                weights[target][trait] = float(number)
    return weights
