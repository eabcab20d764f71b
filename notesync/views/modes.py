"""Tell where I am on the way: searching, arrived, or giving.

Arriving is said in me.md; giving begins with the first conversation that I give after that, or half
a year later. Source: method.md, "Views", modes.
"""

from __future__ import annotations

from datetime import timedelta

from notesync.views.facts import Facts

GIVING = timedelta(weeks=26)
MODES = ("searching", "arrived", "giving")  # in the order in which one goes through them


def mode(facts: Facts) -> str:
    """One of `MODES`."""
    arrived = facts.book.me.arrived
    if arrived is None:
        return "searching"
    given = any(
        talk.kind == "give-back" and talk.day and talk.day >= arrived
        for talk in facts.conversations.held
    )
    return "giving" if given or facts.today >= arrived + GIVING else "arrived"
