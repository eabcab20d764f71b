"""Whom did I forget: dormant ties in two columns, the valuable ones and the easy ones.

The valuable ones are the less familiar, and two easy messages written first make the hard one more
likely; so each point is told with its reason, and nobody gets one figure. Who is dormant, and that
an address book stays quiet, is settled in `notesync.views.touch`. Source: method.md, "Views",
dormant.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from notesync.views.evidence import same_topic, words_of
from notesync.views.facts import UNCOUNTED, Facts, Person, org_key
from notesync.views.touch import sleeping, years_before
from notesync.words import N_

# Reason -> its words; `{about}` is what it speaks of.
REASONS: Mapping[str, str] = {
    "not_close": N_("sees other things than your closest do"),
    "senior": N_("has long experience"),
    "industry": N_("another industry: {about}"),
    "target": N_("works at {about}"),
    "city": N_("lives in {about}, where you will be"),
    "topic": N_("knows about “{about}”"),
    "close": N_("you are close"),
    "familiar": N_("you know each other well"),
    "recent": N_("in touch in the last years"),
    "agreed": N_("said yes before"),
}


class Reason(NamedTuple):
    """Why somebody is valuable or easy to write to.

    Attributes:
        code: A key of `REASONS`.
        points: 1; a matching topic 2, familiar half a point.
        about: The industry, organization, city or question that it speaks of.
    """

    code: str
    points: float = 1
    about: str = ""


class Sleeper(NamedTuple):  # there may be thousands
    """Somebody whom I haven't spoken to for long.

    Attributes:
        last: The last two-way contact, or None when only her origin says that it is long ago.
        long: Whether that is three years ago or more.
        valuable: Why a word with her may be worth it.
        easy: Why it is easy to write to her.
    """

    contact: str
    name: str
    org: str
    last: date | None
    long: bool
    valuable: tuple[Reason, ...] = ()
    easy: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Reconnect:
    """Dormant ties; each column has those with a reason for it, the most points first."""

    valuable: tuple[Sleeper, ...] = ()
    easy: tuple[Sleeper, ...] = ()


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What makes somebody valuable just now.

    Attributes:
        cities: Folded name of a city of a planned conversation -> the name.
        industries: Folded organization -> its industry.
        heard: Folded industry -> keys of the people there with whom I have talked.
        questions: The words of each question that is still asked, and its name.
        on: Topic -> the name of the first question on it, as far as it was looked for.
    """

    targets: frozenset[str]
    cities: Mapping[str, str]
    industries: Mapping[str, str]
    heard: Mapping[str, set[str]]
    questions: tuple[tuple[frozenset[str], str], ...]
    on: dict[str, str] = field(default_factory=dict)

    def question_on(self, topic: str) -> str:
        """The question that a topic matches, or ""; many people have the same topics."""
        if topic not in self.on:
            words = words_of(topic)
            found = (name for wanted, name in self.questions if same_topic(wanted, words))
            self.on[topic] = next(found, "")
        return self.on[topic]


def reconnect(facts: Facts) -> Reconnect:
    """Sort the dormant ties into the two columns."""
    people = list(sleeping(facts))
    if not people:
        return Reconnect()
    wanted = _wanted(facts)
    long_ago = years_before(facts.today, facts.rhythm.long_dormant)
    found = [
        (points(row.valuable), points(row.easy), row.name, row)
        for row in [_sleeper(person, wanted, long_ago) for person in people]
    ]
    worth = sorted((-valuable, -easy, name, row) for valuable, easy, name, row in found if valuable)
    ease = sorted((-easy, -valuable, name, row) for valuable, easy, name, row in found if easy)
    return Reconnect(tuple(row for *_, row in worth), tuple(row for *_, row in ease))


@lru_cache(maxsize=4096)  # the same few for very many people
def _reason(code: str, points: float = 1, about: str = "") -> Reason:
    return Reason(code, points, about)


_NOT_CLOSE, _SENIOR = _reason("not_close"), _reason("senior")
_CLOSENESS = {"close": _reason("close"), "familiar": _reason("familiar", 0.5)}
_RECENT, _AGREED = _reason("recent"), _reason("agreed")


def points(reasons: Iterable[Reason]) -> float:
    """The points of some reasons together."""
    total = 0.0
    for reason in reasons:  # quicker than sum(), for thousands of people
        total += reason.points
    return total


def _sleeper(person: Person, wanted: _Wanted, long_ago: date) -> Sleeper:
    contact, last = person.contact, person.last_contact
    long = last is not None and last <= long_ago
    return Sleeper(
        contact.key,
        contact.name,
        contact.org,
        last,
        long,
        tuple(_valuable(person, wanted)),
        tuple(_easy(person, long=long)),
    )


def _valuable(person: Person, wanted: _Wanted) -> list[Reason]:
    contact, found = person.contact, []
    for topic in contact.topics:
        if about := wanted.question_on(topic):
            found.append(_reason("topic", 2, about))
            break
    if contact.closeness != "close":
        found.append(_NOT_CLOSE)
    if contact.seniority == "senior":
        found.append(_SENIOR)
    org = org_key(contact.org) if contact.org else ""
    industry = contact.industry or wanted.industries.get(org, "")
    if industry and wanted.heard.get(org_key(industry), set()) <= {person.key}:
        found.append(_reason("industry", about=industry))
    if org in wanted.targets:
        found.append(_reason("target", about=contact.org))
    if wanted.cities and contact.city and (city := wanted.cities.get(org_key(contact.city))):
        found.append(_reason("city", about=city))
    return found


def _easy(person: Person, *, long: bool) -> list[Reason]:
    found = []
    if close := _CLOSENESS.get(person.contact.closeness):
        found.append(close)
    if person.last_contact and not long:
        found.append(_RECENT)
    if "agreed" in [episode.answer for episode in person.episodes]:
        found.append(_AGREED)
    return found


def _wanted(facts: Facts) -> _Wanted:
    organizations = facts.book.organizations.values()
    industries = {org_key(org.name): org.industry for org in organizations if org.industry}
    heard: dict[str, set[str]] = {}
    for person in facts.people.values():
        if not person.talks:
            continue
        contact = person.contact
        industry = contact.industry or industries.get(org_key(contact.org), "")
        if industry and any(talk.kind not in UNCOUNTED for talk in person.talks):
            heard.setdefault(org_key(industry), set()).add(person.key)
    asked = (
        (words_of(" ".join((one.name, *one.topics))), one.name)
        for one in sorted(facts.book.questions.values(), key=lambda one: (one.name, one.key))
        if not (one.decided or one.decision or one.dropped)
    )
    return _Wanted(
        frozenset(org_key(org.name) for org in organizations if org.target),
        {org_key(talk.city): talk.city for talk in facts.conversations.ahead if talk.city},
        industries,
        heard,
        tuple(asked),
    )
