"""Turn one organization into a page of its own: who is there, how far it has come, which talks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from notesync.dashboard import people
from notesync.dashboard.further import chance
from notesync.dashboard.places import visible
from notesync.dashboard.rows import Chance, Person, Ref
from notesync.dashboard.scene import Scene
from notesync.views.facts import org_key
from notesync.views.opportunities import opportunities
from notesync.views.telling import TALKS


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
        about: Industry, city and size, as far as they are known.
        wanted: Whether I would like to work there.
        opens: What opens its note in an editor, or "".
    """

    name: str
    about: str
    wanted: bool
    people: tuple[Person, ...]
    talks: tuple[Met, ...]
    chances: tuple[Chance, ...]
    opens: str


def organization_page(key: str, scene: Scene) -> OrganizationPage:
    """The page of the organization whose folded name this is."""
    facts = scene.facts
    there = [one for one in facts.people.values() if org_key(one.contact.org) == key]
    noted = next((o for o in facts.book.organizations.values() if org_key(o.name) == key), None)
    about = (noted.industry, noted.city, noted.size) if noted else ()
    name = scene.places.organization(key).name
    return OrganizationPage(
        name=name,
        about=", ".join(visible(part) for part in about if part),
        wanted=bool(noted and noted.target),
        people=people.listed(there, facts, scene.places, scene.phrases),
        chances=tuple(
            chance(row, scene.places, scene.phrases)
            for row in opportunities(facts).rows
            if org_key(row.org) == key
        ),
        talks=tuple(_talks(key, frozenset(one.key for one in there), scene)),
        opens=scene.opener.address(noted.key) if noted else "",
    )


def _talks(key: str, there: frozenset[str], scene: Scene) -> Iterable[Met]:
    """Those held there or with somebody from there, what lies ahead first."""
    met = scene.facts.conversations
    for state, talks in (("planned", met.ahead), ("pending", met.pending), ("held", met.held)):
        for talk in reversed(talks):
            if org_key(talk.org) == key or there & set(talk.people):
                yield Met(talk.day, scene.words.t(TALKS[state]), scene.places.people(talk.people))
