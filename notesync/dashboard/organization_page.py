"""Turn organizations into pages of their own: who is there, how far it has come, which talks.

What stands on a served page stands in its place in the dashboard's file too, cut where it is long.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from notesync.dashboard import people
from notesync.dashboard.commands import everybody_at
from notesync.dashboard.further import chance
from notesync.dashboard.pictures.tree import FOLD_ABOVE
from notesync.dashboard.places import visible
from notesync.dashboard.rows import Chance, Person, Ref
from notesync.dashboard.scene import Scene
from notesync.views.facts import Person as Known
from notesync.views.facts import org_key
from notesync.views.opportunities import Chance as Found
from notesync.views.opportunities import opportunities
from notesync.views.telling import TALKS

if TYPE_CHECKING:
    from notesync.notes.book import Conversation, Organization

# People, and conversations, of an organization's place in the file, and of a crowded one; the
# notes hold the rest.
SHORT, SHORTER = 20, 6


@dataclass(frozen=True, slots=True)
class Met:
    """A conversation with somebody there: when, what came of it in a word, and with whom."""

    day: date | None
    what: str
    who: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class OrganizationPage:
    """An organization's page.

    Attributes:
        place: Its name, and where it stands.
        about: Industry, city and size, as far as they are known.
        wanted: Whether I would like to work there.
        opens: What opens its note in an editor, or "".
        people_more, talks_more: How many of them are left out.
    """

    place: Ref
    about: str
    wanted: bool
    people: tuple[Person, ...]
    talks: tuple[Met, ...]
    chances: tuple[Chance, ...]
    opens: str
    people_more: int = 0
    talks_more: int = 0

    @property
    def name(self) -> str:
        """What it is called."""
        return self.place.name

    @property
    def command(self) -> str:
        """What lists everybody who is there."""
        return everybody_at(self.name)


@dataclass(frozen=True, slots=True)
class _Grouped:
    """Everything by the folded name of its organization; talks with their state, ahead first."""

    people: Mapping[str, Sequence[Known]]
    talks: Mapping[str, Sequence[tuple[str, Conversation]]]
    chances: Mapping[str, Sequence[Found]]
    noted: Mapping[str, Organization]


def organization_page(key: str, scene: Scene) -> OrganizationPage:
    """The page of the organization whose folded name this is."""
    return _page(key, _grouped(scene), scene, sys.maxsize)


def organization_places(scene: Scene) -> tuple[OrganizationPage, ...]:
    """The places of all organizations that have one in the file, by name."""
    grouped = _grouped(scene)
    most = SHORT if len(scene.facts.people) <= FOLD_ABOVE else SHORTER
    return tuple(_page(key, grouped, scene, most) for key in scene.places.organizations())


def _page(key: str, grouped: _Grouped, scene: Scene, most: int) -> OrganizationPage:
    noted = grouped.noted.get(key)
    about = (noted.industry, noted.city, noted.size) if noted else ()
    there, talks = grouped.people.get(key, ()), grouped.talks.get(key, ())
    places, words = scene.places, scene.words
    return OrganizationPage(
        place=places.organization(key),
        about=", ".join(visible(part) for part in about if part),
        wanted=bool(noted and noted.target),
        people=people.colleagues(there[:most], scene.facts, places, scene.phrases),
        talks=tuple(
            Met(talk.day, words.t(TALKS[state]), places.people(talk.people))
            for state, talk in talks[:most]
        ),
        chances=tuple(chance(row, places, scene.phrases) for row in grouped.chances.get(key, ())),
        opens=scene.opener.address(noted.key) if noted else "",
        people_more=max(0, len(there) - most),
        talks_more=max(0, len(talks) - most),
    )


def _grouped(scene: Scene) -> _Grouped:
    facts = scene.facts
    there: dict[str, list[Known]] = defaultdict(list)
    works: dict[str, str] = {}
    for key, one in facts.people.items():
        works[key] = org_key(one.contact.org)
        there[works[key]].append(one)
    talks: dict[str, list[tuple[str, Conversation]]] = defaultdict(list)
    met = facts.conversations
    for state, those in (("planned", met.ahead), ("pending", met.pending), ("held", met.held)):
        for talk in reversed(those):
            for key in {org_key(talk.org), *(works.get(person, "") for person in talk.people)}:
                talks[key].append((state, talk))
    chances: dict[str, list[Found]] = defaultdict(list)
    for row in opportunities(facts).rows:
        chances[org_key(row.org)].append(row)
    noted = {org_key(one.name): one for one in facts.book.organizations.values()}
    return _Grouped(there, talks, chances, noted)
