"""How asking went so far, in counts: an episode is one ask, however long it took."""

from __future__ import annotations

from dataclasses import dataclass

from notesync.views.episodes import NO, YES
from notesync.views.facts import Facts


@dataclass(frozen=True, slots=True)
class Asks:
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
    found = list(facts.episodes)
    return Asks(
        asked=len(found),
        settled=sum(episode.settled for episode in found),
        agreed=sum(episode.answer in YES for episode in found),
        declined=sum(episode.answer in NO for episode in found),
        referred=sum(episode.answer == "referred" for episode in found),
        no_reply=sum(episode.closed is not None for episode in found),
    )
