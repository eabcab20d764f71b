"""Are people kinder than I think: what I guessed when I asked, and what came.

Of the answered asks with a guess: how often I guessed yes, how often it was yes. Those that stayed
silent are counted beside them once settled, never hidden.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from notesync.views.episodes import YES
from notesync.views.facts import Facts


class Guess(NamedTuple):  # there may be thousands
    """What I guessed when I asked, and what came.

    Attributes:
        expect: ``yes`` or ``no``.
        answer: ``agreed``, ``talked``, ``declined`` or ``referred``; "" for silence.
        yes: Whether it was a yes.
    """

    contact: str
    asked: date
    expect: str
    answer: str
    yes: bool


class Expected(NamedTuple):
    """Answered asks with a guess; ``silent`` are those with a guess that nobody answered.

    ``guesses`` are all of them, by the day of the ask.
    """

    guessed: int = 0
    expected_yes: int = 0
    got_yes: int = 0
    silent: int = 0
    silent_expected_yes: int = 0
    guesses: tuple[Guess, ...] = ()


def expected(facts: Facts) -> Expected:
    """Compare guesses with answers."""
    guesses = sorted(
        (
            Guess(e.contact, e.asked, e.expect, e.answer, e.answer in YES)
            for e in facts.episodes
            if e.expect and e.asked and e.settled
        ),
        key=lambda guess: (guess.asked, guess.contact),
    )
    answered = [guess for guess in guesses if guess.answer]
    silent = [guess for guess in guesses if not guess.answer]
    return Expected(
        guessed=len(answered),
        expected_yes=sum(guess.expect == "yes" for guess in answered),
        got_yes=sum(guess.yes for guess in answered),
        silent=len(silent),
        silent_expected_yes=sum(guess.expect == "yes" for guess in silent),
        guesses=tuple(guesses),
    )
