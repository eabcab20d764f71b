"""Measure how well the wording check reads an author from whom it hasn't learned.

For each author the weights are learned from all the others, and her messages are judged with them.
The tables of the rules stay as they are; so where rules were mended with somebody's messages, as
with those of all authors here, her figures are still a little too good.

    python -m tests.letters.crosswise
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from notesync.letters.learned import Table
from notesync.letters.lint import lint
from tests.letters.learn import Readings, everything, table
from tests.letters.messages import AUTHORS, LANGUAGES, Message

Figures = Counter[tuple[str, str]]  # (label, verdict) -> how many


def judged(chosen: Iterable[Message], tables: Mapping[str, Table | None], *, told: bool) -> Figures:
    """What the check says to messages, by what it should say."""
    return Counter(
        (
            one.label,
            lint(
                one.text,
                lang=one.lang,
                kind=one.kind if told else "",
                weights=tables.get(one.lang),
            ).verdict,
        )
        for one in chosen
    )


def right(figures: Figures) -> int:
    """How many are right."""
    return sum(often for (label, said), often in figures.items() if label == said)


def crosswise() -> dict[tuple[str, bool], Figures]:
    """The figures of each author who didn't know the rules, with and without the kind told."""
    readings = Readings(everything())
    found = {}
    for author in AUTHORS.values():
        weights = readings.weights(without=author)
        tables = {lang: table(weights, lang) for lang in LANGUAGES}
        hers = [one for one in readings.chosen if one.author == author]
        for told in (True, False):
            found[author, told] = judged(hers, tables, told=told)
    return found


def told_of(figures: Figures) -> str:
    """Figures in a line."""
    wrong = ", ".join(
        f"{label}→{said} {often}"
        for (label, said), often in sorted(figures.items())
        if label != said
    )
    number = figures.total()
    return f"{right(figures)} of {number} ({100 * right(figures) / number:.0f} %); {wrong}"


def main(say: Callable[[str], object] = print) -> None:
    """Print the figures of all authors, each alone and together."""
    found = crosswise()
    for told in (True, False):
        say("kind told" if told else "kind not told")
        together: Figures = Counter()
        for author in AUTHORS.values():
            together += found[author, told]
            say(f"  {author}: {told_of(found[author, told])}")
        say(f"  together: {told_of(together)}")


if __name__ == "__main__":
    main()
