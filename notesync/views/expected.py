"""Are people kinder than I think: what I guessed when I asked, and what came.

Of the answered asks with a guess: how often I guessed yes, how often it was yes. Those that stayed
silent are counted beside them once settled, never hidden.
"""

from __future__ import annotations

from dataclasses import dataclass

from notesync.views.episodes import YES
from notesync.views.facts import Facts


@dataclass(frozen=True, slots=True)
class Expected:
    """Answered asks with a guess; ``silent`` are those with a guess that nobody answered."""

    guessed: int = 0
    expected_yes: int = 0
    got_yes: int = 0
    silent: int = 0
    silent_expected_yes: int = 0


def expected(facts: Facts) -> Expected:
    """Compare guesses with answers."""
    guesses = [episode for episode in facts.episodes if episode.expect]
    answered = [episode for episode in guesses if episode.answer]
    silent = [episode for episode in guesses if episode.closed]
    return Expected(
        guessed=len(answered),
        expected_yes=sum(episode.expect == "yes" for episode in answered),
        got_yes=sum(episode.answer in YES for episode in answered),
        silent=len(silent),
        silent_expected_yes=sum(episode.expect == "yes" for episode in silent),
    )
