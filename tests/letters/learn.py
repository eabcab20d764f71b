"""Turn the labelled messages into the weights of the second reader, the same on every machine.

A linear support vector machine with squared hinge loss, trained by dual coordinate descent (Hsieh
et al., "A Dual Coordinate Descent Method for Large-scale Linear SVM", ICML 2008), once for pleas,
once for what could be clearer, and once for each kind. All languages are learned together: words
belong to one of them, signs to all. No chance in it: messages are taken in the order of their
files, and only sums, products and roots of floats occur, which all machines round alike.

    python -m tests.letters.learn
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from notesync.letters import phrases
from notesync.letters.clauses import read
from notesync.letters.kinds import RELATIONS, REQUESTS
from notesync.letters.learned import (
    COLD,
    GROUPS,
    PLEA,
    WEAK,
    for_kind,
    for_plea,
    for_weak,
    group,
)
from notesync.letters.phrases.languages import phrasebook
from notesync.letters.quality import quality
from notesync.letters.traits import SIGN, traits
from tests.letters.messages import FIRST_AUTHOR, LANGUAGES, Message, messages

ROUNDS = 12  # through all messages; the weights hardly move any more
COST = 0.5  # of a message on the wrong side
FOREIGN = 2  # how often a message counts whose author had never seen a rule
SEEN = 2  # messages that a trait must stand in
# Words of a target and language that are kept, the weightiest ones; signs are kept all.
KEPT: Mapping[str, int] = {PLEA: 1000, WEAK: 500, COLD: 150} | dict.fromkeys(GROUPS, 400)
DIGITS = 2
Row = Mapping[str, float]
Weights = dict[str, float]
FOLDER = Path(phrases.__path__[0]) / "learned"


def belonging(counted: Row, lang: str) -> Row:
    """What counts, each word with its language before it; signs belong to all."""
    return {t if t.startswith(SIGN) else f"{lang} {t}": value for t, value in counted.items()}


def rarity(counted: Sequence[Row]) -> dict[str, float]:
    """How much more a trait says because few messages have it; only those seen often enough."""
    seen = Counter(trait for row in counted for trait in row)

    def telling(trait: str, often: int) -> float:
        if trait.startswith(SIGN):
            return 1.0
        return round(math.log(len(counted) / often) + 1, 3) / 2

    return {trait: telling(trait, often) for trait, often in seen.items() if often >= SEEN}


def learn(counted: Sequence[Row], hits: Sequence[bool], often: Sequence[int]) -> Weights:
    """The weights that tell the messages that hit from the others.

    Args:
        counted: What counts in each message.
        hits: Whether it hits.
        often: How many messages it counts as.
    """
    rare = rarity(counted)
    scaled = [[(t, v * rare[t]) for t, v in row.items() if t in rare] for row in counted]
    weights = dict.fromkeys(rare, 0.0)
    descend(weights, scaled, hits, often)
    return {trait: weight * rare[trait] for trait, weight in weights.items()}


def descend(
    weights: Weights,
    scaled: Sequence[Sequence[tuple[str, float]]],
    hits: Sequence[bool],
    often: Sequence[int],
) -> None:
    """Dual coordinate descent; both sides weigh the same, however many messages each has."""
    sides = {
        side: sum(n for n, hit in zip(often, hits, strict=True) if hit is side)
        for side in (True, False)
    }
    share = {side: sum(often) / (2 * number) for side, number in sides.items()}
    diagonal = [1 / (2 * COST * n * share[hit]) for n, hit in zip(often, hits, strict=True)]
    length = [sum(v * v for _, v in row) + d for row, d in zip(scaled, diagonal, strict=True)]
    alpha = [0.0] * len(hits)
    for _ in range(ROUNDS):
        for at, row in enumerate(scaled):
            sign = 1 if hits[at] else -1
            margin = sign * sum(weights[t] * v for t, v in row)
            new = max(alpha[at] - (margin - 1 + diagonal[at] * alpha[at]) / length[at], 0.0)
            step = (new - alpha[at]) * sign
            alpha[at] = new
            if step:
                for t, v in row:
                    weights[t] += step * v


class Readings:
    """The messages, each read once, and what is learned from them."""

    def __init__(self, chosen: Sequence[Message]) -> None:
        """Read the messages."""
        self.chosen = chosen
        self._plea: list[Row] = []
        self._weak: list[Row] = []
        self._kind: list[Row] = []
        for one in chosen:
            book = phrasebook(one.lang)
            message = read(one.text, book)
            known = traits(message, book)
            found = [each.rule for each in quality(message, book, one.kind)]
            self._plea.append(belonging(for_plea(known, one.kind), one.lang))
            self._weak.append(belonging(for_weak(known, one.kind, found), one.lang))
            self._kind.append(belonging(for_kind(known), one.lang))

    def weights(self, without: str = "") -> dict[str, Weights]:
        """What all messages teach, by target; or those of all authors but one."""
        taken = [n for n, one in enumerate(self.chosen) if one.author != without]
        harmless = [n for n in taken if self.chosen[n].label != PLEA]
        asking = [n for n in taken if self.chosen[n].kind in REQUESTS]

        def taught(
            rows: Sequence[Row], numbers: Sequence[int], hit: Callable[[Message], bool]
        ) -> Weights:
            return learn(
                [rows[n] for n in numbers],
                [hit(self.chosen[n]) for n in numbers],
                [1 if self.chosen[n].author == FIRST_AUTHOR else FOREIGN for n in numbers],
            )

        found = {
            PLEA: taught(self._plea, taken, lambda one: one.label == PLEA),
            WEAK: taught(self._weak, harmless, lambda one: one.label == WEAK),
            COLD: taught(self._kind, asking, lambda one: one.kind == RELATIONS[COLD]),
        }
        for name in GROUPS:
            found[name] = taught(self._kind, taken, partial(_is_of, name))
        return found


def _is_of(name: str, one: Message) -> bool:
    return group(one.kind) == name


def table(found: Mapping[str, Weights], lang: str) -> dict[str, Weights]:
    """What is kept of the weights for one language, its words without its name."""
    return {target: _kept(weights, lang, KEPT[target]) for target, weights in found.items()}


def _kept(weights: Weights, lang: str, most: int) -> Weights:
    its = {
        trait.removeprefix(f"{lang} "): round(weight, DIGITS)
        for trait, weight in weights.items()
        if trait.startswith((SIGN, f"{lang} "))
    }
    signs = [trait for trait in its if trait.startswith(SIGN)]
    words = sorted(its.keys() - set(signs), key=lambda trait: (-abs(its[trait]), trait))[:most]
    return {trait: its[trait] for trait in (*signs, *words) if its[trait]}


def written(found: Mapping[str, Mapping[str, float]]) -> str:
    """The table as it stands in the file."""
    lines = ["\t".join(("trait", *found))]
    for trait in sorted({trait for each in found.values() for trait in each}):
        numbers = (f"{each[trait]:g}" if trait in each else "" for each in found.values())
        lines.append("\t".join((trait, *numbers)))
    return "\n".join(lines) + "\n"


def everything() -> list[Message]:
    """The messages of all languages."""
    return [message for lang in LANGUAGES for message in messages(lang)]


def main(say: Callable[[str], object] = print) -> None:
    """Write the tables of all languages."""
    FOLDER.mkdir(exist_ok=True)
    chosen = everything()
    found = Readings(chosen).weights()
    for lang in LANGUAGES:
        path = FOLDER / f"{lang}.tsv"
        path.write_text(written(table(found, lang)), encoding="utf-8")
        say(f"{path.name}: {sum(one.lang == lang for one in chosen)} messages")


if __name__ == "__main__":
    main()
