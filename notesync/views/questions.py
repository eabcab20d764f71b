"""What is clearer: per question the distinct people with an insight on it, and what they stand for.

One person is one voice, however often she speaks. Source: method.md, "Views".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from notesync.notes.book import Conversation, Question
from notesync.views.facts import Facts

_SUPPORTED = 2  # voices
# States of what is still asked.
ASKING = frozenset({"open", "hint", "supported", "contested"})
_SATURATED = 3  # conversations without a new stance


class Evidence(NamedTuple):
    """An insight on a question: in which conversation, with whom, and what it speaks for."""

    text: str
    conversation: str
    day: date | None
    people: tuple[str, ...]
    stances: tuple[tuple[str, str], ...] = ()


class Clarity(NamedTuple):
    """A question and its evidence.

    Attributes:
        state: open, hint, supported, contested, decided or dropped.
        voices: Keys of the distinct people with an insight on it.
        saturated: Whether the last three conversations about it brought no new stance.
        stances: (option, keys for it, keys against it), in the question's order.
        talks: The conversations about it, the oldest first.
    """

    question: Question
    state: str
    voices: tuple[str, ...] = ()
    saturated: bool = False
    stances: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = ()
    talks: tuple[Conversation, ...] = ()

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The insights on it, newest first."""
        return tuple(self.heard())

    def heard(self) -> Iterator[Evidence]:
        """The same one by one, for whoever needs the newest of very many."""
        key = self.question.key
        for talk in reversed(self.talks):
            for learned in talk.insights:
                if learned.question == key:
                    yield Evidence(learned.text, talk.key, talk.day, talk.people, learned.stances)

    @property
    def said(self) -> int:
        """How many insights there are on it."""
        key = self.question.key
        return sum([learned.question == key for talk in self.talks for learned in talk.insights])


def questions(facts: Facts) -> tuple[Clarity, ...]:
    """All questions, in the order of their notes' names."""
    heard: dict[str, list[Conversation]] = {}
    for talk in facts.conversations.held:
        for learned in talk.insights:
            if learned.question:
                on = heard.setdefault(learned.question, [])
                if not on or on[-1] is not talk:
                    on.append(talk)
    rows = (_clarity(q, heard.get(q.key, [])) for q in facts.book.questions.values())
    return tuple(sorted(rows, key=lambda row: (row.question.name, row.question.key)))


def _clarity(question: Question, talks: Sequence[Conversation]) -> Clarity:
    voices = tuple(dict.fromkeys([person for talk in talks for person in talk.people]))
    taken = [_stances(question, talk) for talk in talks]
    stances = tuple(
        (option, _standing(talks, taken, ("+", option)), _standing(talks, taken, ("-", option)))
        for option in question.options
    )
    return Clarity(
        question,
        _state(question, voices, [for_ for _, for_, _ in stances]),
        voices,
        _is_saturated(taken),
        stances,
        tuple(talks),
    )


def _stances(question: Question, talk: Conversation) -> set[tuple[str, str]]:
    """The stances on a question that were taken in a conversation."""
    return {
        stance
        for learned in talk.insights
        if learned.stances and learned.question == question.key
        for stance in learned.stances
    }


def _standing(
    talks: Iterable[Conversation],
    taken: Iterable[set[tuple[str, str]]],
    stance: tuple[str, str],
) -> tuple[str, ...]:
    """The distinct people who took a stance."""
    found = (
        person
        for talk, stances in zip(talks, taken, strict=True)
        if stance in stances
        for person in talk.people
    )
    return tuple(dict.fromkeys(found))


def _state(question: Question, voices: Sequence[str], sides: Iterable[tuple[str, ...]]) -> str:
    if question.decided or question.decision:
        return "decided"
    if question.dropped:
        return "dropped"
    taken = [side for side in sides if side]
    # One person who sees both sides is one voice, and nobody contradicts her.
    if len(taken) > 1 and len({person for side in taken for person in side}) > 1:
        return "contested"
    if len(voices) >= _SUPPORTED:
        return "supported"
    return "hint" if voices else "open"


def _is_saturated(taken: Sequence[set[tuple[str, str]]]) -> bool:
    """Nothing new in the last conversations, where stances were taken before."""
    before = set().union(*taken[:-_SATURATED])
    return bool(before) and set().union(*taken[-_SATURATED:]) <= before
