"""Which organizations are dark: how far I have come at each one I would like to work for."""

from __future__ import annotations

from typing import NamedTuple

from notesync.views.facts import Facts, org_key


class Target(NamedTuple):
    """A target organization.

    Attributes:
        state: none, listed, asked, talked, or voices (talked with two people or more).
        people: Keys of the people there, those whom I met first.
    """

    key: str
    name: str
    motivation: int
    state: str
    people: tuple[str, ...]

    @property
    def reached(self) -> bool:
        """Whether I have talked with somebody there."""
        return self.state in {"talked", "voices"}


def coverage(facts: Facts) -> tuple[Target, ...]:
    """The target organizations, by how much they draw me, then by name."""
    targets = [org for org in facts.book.organizations.values() if org.target]
    there: dict[str, list[str]] = {org_key(org.name): [] for org in targets}
    met: dict[str, dict[str, None]] = {org: {} for org in there}
    lit: set[str] = set()
    at: dict[str, str] = {}
    for key, person in facts.people.items():
        if person.contact.org and (place := org_key(person.contact.org)) in there:
            there[place].append(key)
            at[key] = place
    for talk in facts.talks:
        where = org_key(talk.org)
        lit.add(where)
        for key in talk.people:
            for place in (where, at.get(key, "")):
                if place in met:
                    met[place][key] = None
    rows = []
    for org in targets:
        talked, listed = tuple(met[org_key(org.name)]), there[org_key(org.name)]
        others = tuple(key for key in listed if key not in talked)
        held = talked or org_key(org.name) in lit
        state = "voices" if len(talked) > 1 else "talked" if held else _short(others, facts)
        rows.append(Target(org.key, org.name, org.motivation, state, talked + others))
    return tuple(sorted(rows, key=lambda row: (-row.motivation, row.name)))


def _short(listed: tuple[str, ...], facts: Facts) -> str:
    """How far I have come where I haven't talked with anybody."""
    if any(episode.asked for key in listed for episode in facts.people[key].episodes):
        return "asked"
    return "listed" if listed else "none"
