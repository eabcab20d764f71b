"""Turn the labelled messages into the weights of the second reader, the same on every machine.

A linear support vector machine with squared hinge loss, trained by dual coordinate descent (Hsieh
et al., "A Dual Coordinate Descent Method for Large-scale Linear SVM", ICML 2008), once for pleas
and once for each kind. No chance in it: messages are taken in the order of their files, and only
sums, products and roots of floats occur, which all machines round alike.

    python -m tests.letters.learn
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from notesync.letters import phrases
from notesync.letters.clauses import read
from notesync.letters.kinds import RELATIONS, REQUESTS
from notesync.letters.learned import COLD, GROUPS, PLEA, WEAK, group, values
from notesync.letters.phrases.languages import phrasebook
from notesync.letters.traits import SIGN, traits
from tests.letters.messages import LANGUAGES, Message, messages

ROUNDS = 30  # through all messages; the weights hardly move any more
COST = 1.0  # of a message on the wrong side
SEEN = 2  # messages that a trait must stand in
KEPT = 2000  # traits of a target: all signs, and the weightiest words
DIGITS = 3
Row = Mapping[str, float]
FOLDER = Path(phrases.__path__[0]) / "learned"


def rows(texts: Iterable[str], lang: str, *, kinds: bool) -> list[Row]:
    """What counts in each text."""
    book = phrasebook(lang)
    return [values(traits(read(text, book), book), kinds=kinds) for text in texts]


def rarity(counted: Sequence[Row]) -> dict[str, float]:
    """How much more a trait says because few messages have it; only those seen often enough."""
    seen = Counter(trait for row in counted for trait in row)

    def telling(trait: str, often: int) -> float:
        if trait.startswith(SIGN):
            return 1.0
        return round(math.log(len(counted) / often) + 1, DIGITS) / 2

    return {trait: telling(trait, often) for trait, often in seen.items() if often >= SEEN}


def learn(counted: Sequence[Row], hits: Sequence[bool]) -> dict[str, float]:
    """The weights that tell the messages that hit from the others."""
    rare = rarity(counted)
    scaled = [[(t, v * rare[t]) for t, v in row.items() if t in rare] for row in counted]
    weights = dict.fromkeys(rare, 0.0)
    descend(weights, scaled, hits)
    folded = {trait: round(weight * rare[trait], DIGITS) for trait, weight in weights.items()}
    kept = sorted(folded, key=lambda trait: (trait[0] != SIGN, -abs(folded[trait]), trait))[:KEPT]
    return {trait: folded[trait] for trait in kept if folded[trait]}


def descend(
    weights: dict[str, float], scaled: Sequence[Sequence[tuple[str, float]]], hits: Sequence[bool]
) -> None:
    """Dual coordinate descent; both sides weigh the same, however many messages each has."""
    share = {side: len(hits) / (2 * sum(hit is side for hit in hits)) for side in (True, False)}
    diagonal = [1 / (2 * COST * share[hit]) for hit in hits]
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


def weights(lang: str, chosen: Sequence[Message]) -> dict[str, dict[str, float]]:
    """The weights for pleas, for what could be clearer, and for each group of kinds."""
    harmless = [one for one in chosen if one.label != PLEA]
    found = {
        PLEA: learn(
            rows((one.text for one in chosen), lang, kinds=False),
            [one.label == PLEA for one in chosen],
        ),
        WEAK: learn(
            rows((one.text for one in harmless), lang, kinds=False),
            [one.label == WEAK for one in harmless],
        ),
    }
    asking = [one for one in chosen if one.kind in REQUESTS]
    found[COLD] = learn(
        rows((one.text for one in asking), lang, kinds=True),
        [one.kind == RELATIONS[COLD] for one in asking],
    )
    counted = rows((one.text for one in chosen), lang, kinds=True)
    for name in GROUPS:
        found[name] = learn(counted, [group(one.kind) == name for one in chosen])
    return found


def written(found: Mapping[str, Mapping[str, float]]) -> str:
    """The table as it stands in the file."""
    lines = ["\t".join(("trait", *found))]
    for trait in sorted({trait for each in found.values() for trait in each}):
        numbers = (f"{each[trait]:g}" if trait in each else "" for each in found.values())
        lines.append("\t".join((trait, *numbers)))
    return "\n".join(lines) + "\n"


def main(say: Callable[[str], object] = print) -> None:
    """Write the tables of all languages."""
    FOLDER.mkdir(exist_ok=True)
    for lang in LANGUAGES:
        path = FOLDER / f"{lang}.tsv"
        path.write_text(written(weights(lang, messages(lang))), encoding="utf-8")
        say(f"{path.name}: {len(messages(lang))} messages")


if __name__ == "__main__":
    main()
