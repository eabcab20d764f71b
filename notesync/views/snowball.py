"""Does one conversation lead to the next, and how far has it travelled?

Names per talk count people who were new when they were named in a held information or catch-up
talk. In the tree, people of my own are generation 0, and whoever was named is one more than her
introducer. Source: method.md, "Views".
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from notesync.views.facts import Facts, Person

# The kinds of talks that may lead to the next one.
LEADING_KINDS = frozenset({"information", "catch-up"})


class Snowball(NamedTuple):
    """New names from talks.

    Attributes:
        names: Keys of the people, in the order in which they were named.
        talks: Held information and catch-up talks.
    """

    names: tuple[str, ...]
    talks: int

    @property
    def per_talk(self) -> float | None:
        """Names per talk with two digits; None without talks."""
        return round(len(self.names) / self.talks, 2) if self.talks else None


class Branch(NamedTuple):
    """Somebody in the tree, with those whom she led me to."""

    contact: str
    name: str
    generation: int
    met: bool
    children: tuple[Branch, ...] = ()


class Reach(NamedTuple):
    """How far it has travelled.

    Attributes:
        listed: The deepest generation listed.
        reached: The deepest generation that I have talked with.
        chain: Keys from a person of my own to the one farthest away; empty without any naming.
    """

    listed: int = 0
    reached: int = 0
    chain: tuple[str, ...] = ()


class Tree(NamedTuple):
    """Who led me to whom.

    Attributes:
        branches: People of my own who led me to somebody, with all that followed.
        alone: Keys of people of my own who haven't led to anybody yet.
        listed, reached, chain: As in `Reach`.
        mine: (key, keys) of people to whom I introduced others.
    """

    branches: tuple[Branch, ...] = ()
    alone: tuple[str, ...] = ()
    listed: int = 0
    reached: int = 0
    chain: tuple[str, ...] = ()
    mine: tuple[tuple[str, tuple[str, ...]], ...] = ()


# Where somebody stands among others.
_Places = Callable[[str], tuple[date, str]]


class _Generations(NamedTuple):
    """Generation and parent of everybody, found breadth first."""

    depth: dict[str, int]
    parent: dict[str, str]
    children: dict[str, list[str]]


def snowball(facts: Facts) -> Snowball:
    """Count the new names of talks."""
    talks = [talk for talk in facts.conversations.held if talk.kind in LEADING_KINDS]
    named = {
        person: None
        for talk in talks
        for person in talk.named
        if (naming := facts.book.namings.get(person))
        and naming.source == talk.key
        and not naming.listed
    }
    return Snowball(tuple(named), len(talks))


def reach(facts: Facts) -> Reach:
    """How far the tree of who led me to whom reaches, for whoever doesn't need the tree."""
    return _reach(_generations(facts), _met(facts), _places(facts))


def tree(facts: Facts) -> Tree:
    """Grow the tree of who led me to whom."""
    found, met, place = _generations(facts), _met(facts), _places(facts)
    roots = sorted((key for key in facts.people if key not in found.parent), key=place)
    far = _reach(found, met, place)
    return Tree(
        branches=tuple(
            _branch(key, found, met, facts, place) for key in roots if key in found.children
        ),
        alone=tuple(key for key in roots if key not in found.children),
        listed=far.listed,
        reached=far.reached,
        chain=far.chain,
        mine=tuple(
            (person.key, named)
            for person in facts.people.values()
            if (named := _introduced(person))
        ),
    )


def _generations(facts: Facts) -> _Generations:
    """Breadth first from people of my own; a circle is entered at its earliest person."""
    found = _Generations({}, {}, {})
    led: dict[str, list[str]] = {}
    for person in facts.people.values():
        for introducer in person.introducers:
            led.setdefault(introducer, []).append(person.key)
    layer = [key for key, person in facts.people.items() if not person.introducers]
    while len(found.depth) < len(facts.people):
        if not layer:
            rest = (person for key, person in facts.people.items() if key not in found.depth)
            layer = [min(rest, key=lambda person: _place(person, facts)).key]
        found.depth.update(dict.fromkeys(layer, 0))
        depth = 0
        while layer:
            depth += 1
            after = []
            for key in layer:
                for named in led.get(key, ()):
                    if named not in found.depth:
                        found.depth[named] = depth
                        found.parent[named] = key
                        found.children.setdefault(key, []).append(named)
                        after.append(named)
            layer = after
    return found


def _met(facts: Facts) -> set[str]:
    """Keys of those with whom I have talked."""
    return {key for talk in facts.talks for key in talk.people if key in facts.people}


def _reach(found: _Generations, met: set[str], place: _Places) -> Reach:
    deepest = max(found.depth.values(), default=0)
    reached = max((found.depth[key] for key in met), default=0)
    return Reach(deepest, reached, _chain(found, met, place, deepest))


def _places(facts: Facts) -> _Places:
    return lambda key: _place(facts.people[key], facts)


def _place(person: Person, facts: Facts) -> tuple[date, str]:
    """Where somebody stands among others: by the first dated fact, then by key."""
    naming = facts.book.namings.get(person.key)
    return ((naming.day if naming else None) or person.contact.since or date.min, person.key)


def _branch(root: str, found: _Generations, met: set[str], facts: Facts, place: _Places) -> Branch:
    """The branch of a person, built from its tips: a chain may be longer than Python's stack."""
    order = [root]
    for key in order:
        order += found.children.get(key, [])
    built: dict[str, Branch] = {}
    for key in reversed(order):
        children = sorted(found.children[key], key=place) if key in found.children else ()
        built[key] = Branch(
            key,
            facts.people[key].name,
            found.depth[key],
            key in met,
            tuple([built[child] for child in children]),
        )
    return built[root]


def _chain(found: _Generations, met: set[str], place: _Places, deepest: int) -> tuple[str, ...]:
    if not deepest:
        return ()
    tips = [key for key, depth in found.depth.items() if depth == deepest]
    tip = min(tips, key=lambda key: (key not in met, place(key)))
    chain = [tip]
    while chain[-1] in found.parent:
        chain.append(found.parent[chain[-1]])
    return tuple(reversed(chain))


def _introduced(person: Person) -> tuple[str, ...]:
    """Those whom I brought together with this person."""
    lines = [fact.named for fact in person.facts if fact.verb == "introduced"]
    return tuple(dict.fromkeys(key for named in lines for key in named)) if lines else ()
