"""Where I am on the way: searching, arrived, or giving; and what that asks of me.

Arriving is said in me.md; giving begins with the first conversation that I give after that, or half
a year later. Source: method.md, "Views", modes.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from notesync.views.facts import Facts
from notesync.words import N_

GIVING = timedelta(weeks=26)
# Mode -> what it is called.
MODES: Mapping[str, str] = {
    "searching": N_("on the way"),
    "arrived": N_("arrived"),
    "giving": N_("passing it on"),
}


def mode(facts: Facts) -> str:
    """A key of `MODES`."""
    arrived = facts.book.me.arrived
    if arrived is None:
        return "searching"
    given = any(
        talk.kind == "give-back" and talk.day and talk.day >= arrived
        for talk in facts.conversations.held
    )
    return "giving" if given or facts.today >= arrived + GIVING else "arrived"
