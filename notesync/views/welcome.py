"""Turn the number of steps into the greeting that stands above them after a long gap.

It promises as many small steps as follow; what has been left lying is not told.
"""

from __future__ import annotations

from notesync.words import N_, Words

# By the number of steps; there are never more.
WELCOMES = (
    N_("Good to see you again."),
    N_("Good to see you again. One small step, if you like:"),
    N_("Good to see you again. Two small steps, if you like:"),
    N_("Good to see you again. Three small steps, if you like:"),
)


def welcome(steps: int, words: Words) -> str:
    """The greeting above so many steps."""
    return words.t(WELCOMES[min(steps, len(WELCOMES) - 1)])
