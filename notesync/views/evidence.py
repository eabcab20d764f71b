"""Whom to ask about a question that nobody has said anything about yet.

The best person is listed, not asked, and her topics, role or organization match the question; the
warmest origin comes first. Source: method.md, "Views", next.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from notesync.notes.book import Question
from notesync.notes.names import search_fold
from notesync.views.facts import Facts, Person, org_key
from notesync.views.questions import Clarity

# From the warmest to the coldest.
WARMTH = ("known", "", "inbound", "introduced", "event", "dormant", "cold")
_CLOSENESS = ("close", "familiar", "", "loose")
_SHORT = 4  # letters; shorter words say little, but those in capitals (B2B, HR) do
_STOP = frozenset({"oder", "ohne", "wird", "will", "what", "want", "would", "could", "should"})
_WORD = re.compile(r"\w+")


class Source(NamedTuple):
    """The best person to ask about an open question."""

    contact: str
    name: str
    org: str
    question: str
    question_name: str


def find_evidence(facts: Facts, rows: Iterable[Clarity]) -> Iterable[Source]:
    """For each open question without evidence the best person, where there is one.

    Args:
        facts: The facts of the day.
        rows: All questions, as `notesync.views.questions` knows them.
    """
    open_ = [row.question for row in rows if row.state == "open"]
    if not open_:
        return
    used: set[str] = set()
    people = sorted(
        (p for p in facts.people.values() if p.untouched and not p.resting), key=_warmth
    )
    industries = {org_key(o.name): o.industry for o in facts.book.organizations.values()}
    for question in open_:
        wanted = words_of(" ".join((question.name, question.question, *question.options)))
        wanted |= words_of(" ".join(question.topics))
        for person in people:
            if person.key in used:
                continue
            industry = industries.get(org_key(person.contact.org), "")
            if _matches(wanted, person, industry):
                used.add(person.key)
                yield _source(person, question)
                break


def _source(person: Person, question: Question) -> Source:
    return Source(person.key, person.name, person.contact.org, question.key, question.name)


def _warmth(person: Person) -> tuple[int, int, str]:
    contact = person.contact
    origin = contact.origin or ("introduced" if person.introducers else "")
    closeness = _CLOSENESS.index(contact.closeness) if contact.closeness in _CLOSENESS else 2
    return (WARMTH.index(origin) if origin in WARMTH else 1, closeness, person.name)


def _matches(wanted: frozenset[str], person: Person, industry: str) -> bool:
    contact = person.contact
    offered = words_of(
        " ".join((*contact.topics, contact.role, contact.org, contact.industry, industry))
    )
    return same_topic(wanted, offered)


@lru_cache(maxsize=4096)
def same_topic(wanted: frozenset[str], offered: frozenset[str]) -> bool:
    """Whether two texts, as their words, speak of the same: a word in common, or in a compound."""
    if wanted & offered:
        return True
    # Compounds: Energie and Energiewirtschaft.
    for one in wanted:
        for other in offered:
            if len(one) > len(other) > _SHORT:
                if one.startswith(other) or one.endswith(other):
                    return True
            elif len(one) > _SHORT and (other.startswith(one) or other.endswith(one)):
                return True
    return False


@lru_cache(maxsize=4096)
def words_of(text: str) -> frozenset[str]:
    """The words of a text that say what it is about, folded."""
    return frozenset(folded for word in _WORD.findall(text) if (folded := _telling(word)))


@lru_cache(maxsize=4096)  # few words make many texts
def _telling(word: str) -> str:
    """The word, folded; "" for one that says nothing of what a text is about."""
    if len(word) < _SHORT and not (word.isupper() and len(word) > 1):
        return ""
    folded = search_fold(word)
    return "" if folded in _STOP else folded
