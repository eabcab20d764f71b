"""Turn a `Page` into all its pictures, so that the templates only have to place them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from notesync.dashboard.page import Page
from notesync.dashboard.pictures import (
    confidence,
    coverage,
    days,
    evidence,
    guesses,
    steps,
    tree,
    weeks,
)
from notesync.dashboard.pictures.drawing import Drawing
from notesync.words import Words


@dataclass(frozen=True, slots=True)
class Gallery:
    """The pictures of a page; None where there is nothing to draw. Evidence is by card's anchor."""

    tree: Drawing | None
    brought: Drawing | None
    steps: Drawing | None
    guesses: Drawing | None
    coverage: Drawing | None
    weeks: Drawing | None
    days: Drawing | None
    confidence: Drawing | None
    evidence: Mapping[str, Drawing | None]


def gallery(page: Page, words: Words) -> Gallery:
    """Draw them."""
    heads = [words.t("known before")]
    heads += [
        words.n("over {count} person", "over {count} people", generation)
        for generation in range(1, tree.GENERATIONS)
    ]
    return Gallery(
        tree=tree.draw(page.tree, words, heads),
        brought=tree.draw(page.brought, words),
        steps=steps.draw(page.rungs, words),
        guesses=guesses.draw(page.guesses, page.guessed),
        coverage=coverage.draw(page.firms),
        weeks=weeks.draw(page.weeks, words),
        days=days.draw(page.days, page.since or page.today, page.today, words),
        confidence=confidence.draw(page.moods, words, page.today),
        evidence={card.anchor: evidence.draw(card.stances, words) for card in page.cards},
    )
