"""The first steps of all, and the small ones after a gap.

At the start one writes down names and a question and asks the easiest person; after four weeks
without any event two easy messages come first, and no backlog. Source: method.md, "Timing rules"
and "Views", next.
"""

from __future__ import annotations

from collections.abc import Iterable

from notesync.views.facts import Facts
from notesync.views.steps import Rows, Step
from notesync.views.touch import easiest

_NAMES_AT_START = 5
_ASKS_AT_START = 2  # by then, or after a first conversation, one knows how it goes
_GREETED = 2  # people to write two lines to after a gap


def start(sources: Rows) -> Iterable[Step]:
    """The first steps of all: names and a question still after the first ask, until it is known."""
    facts = sources.facts
    asked = sum(1 for _ in facts.episodes)
    heard = any(person.talks for person in facts.people.values())
    if asked < _ASKS_AT_START and not heard:
        begun = any(person.episodes for person in facts.people.values())
        yield from (step for step in beginnings(sources) if step.reason != "easiest" or not begun)


def beginnings(sources: Rows) -> Iterable[Step]:
    """What can always be begun: names, a question, and somebody who is easy to ask."""
    facts = sources.facts
    if len(facts.people) < _NAMES_AT_START:
        yield Step("start", "five_names")
    if not facts.book.questions:
        yield Step("start", "one_question")
    easiest_ = _easiest_to_ask(facts)
    if easiest_ or not facts.people:
        yield Step("start", "easiest", easiest_)


def _easiest_to_ask(facts: Facts) -> str:
    """The person with whom a first conversation costs least; "" when there is nobody."""
    closeness = {"close": 0, "familiar": 1}
    people = (p for p in facts.people.values() if p.untouched and not p.resting)
    easiest_ = min(
        people,
        key=lambda person: (
            closeness.get(person.contact.closeness, 2),
            person.contact.origin not in {"", "known"},
            person.name,
        ),
        default=None,
    )
    return easiest_.key if easiest_ else ""


def greetings(sources: Rows) -> Iterable[Step]:
    """After a gap: two lines to somebody with whom that is easy."""
    for tie in easiest(sources.facts)[:_GREETED]:
        yield Step("keep_in_touch", "easy", tie.contact, None, tie.last)
