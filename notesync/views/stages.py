"""Where a contact stands, from the newest facts; nobody ever edits a stage."""

from __future__ import annotations

from notesync.views.facts import TWO_WAY, Facts, Person
from notesync.words import N_

# Stage -> its words, from the first to the last.
STAGES = {
    "listed": N_("listed"),
    "asked": N_("asked"),
    "reminded": N_("reminded"),
    "deferred": N_("later"),
    "agreed": N_("agreed"),
    "scheduled": N_("scheduled"),
    "talked": N_("talked"),
    "thanked": N_("thanked"),
    "in touch": N_("in touch"),
    "declined": N_("declined"),
    "referred": N_("referred"),
    "no reply": N_("no reply"),
}
# What keeps two people in touch once thanks are said.
_TOUCHES = TWO_WAY | {"wrote", "reported", "news", "gave", "introduced"}


def stage(person: Person, facts: Facts) -> str:
    """A key of `STAGES`."""
    episode = person.open
    if person.ahead:
        return "scheduled"
    if episode:
        if episode.until and episode.until > facts.today:
            return "deferred"
        return "reminded" if episode.reminded else "asked"
    met = person.talks[-1].day if person.talks else None
    last = person.episodes[-1] if person.episodes else None
    ended = (last.closed or last.answered) if last else None
    if last and ended and (met is None or ended > met):
        return "no reply" if last.closed else last.answer
    if met is None:
        return "listed"
    thanked = person.last("thanked", since=met)
    if thanked is None:
        return "talked"
    after = any(fact.day > thanked and fact.verb in _TOUCHES for fact in person.facts)
    return "in touch" if after else "thanked"
