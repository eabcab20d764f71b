"""How asking went so far, in counts: an episode is one ask, however long it took."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from notesync.views.episodes import NO, YES
from notesync.views.facts import Facts


class Asks(NamedTuple):
    """Counts of episodes that began with an ask.

    Attributes:
        asked: All.
        settled: Answered, or closed as no reply.
        agreed: A yes, or a held conversation as the answer.
        declined: A no; ``referred`` (a no with a name) is counted in it too.
        no_reply: Closed by itself.
    """

    asked: int
    settled: int
    agreed: int
    declined: int
    referred: int
    no_reply: int


def asks(facts: Facts) -> Asks:
    """Count the asks of a book."""
    found = Counter(e.answer or ("no reply" if e.closed else "open") for e in facts.episodes)
    return Asks(
        asked=found.total(),
        settled=found.total() - found["open"],
        agreed=sum(found[answer] for answer in YES),
        declined=sum(found[answer] for answer in NO),
        referred=found["referred"],
        no_reply=found["no reply"],
    )
