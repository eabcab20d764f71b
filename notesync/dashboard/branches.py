"""Turn the tree of who led to whom into branches for the page, with marks for how it stands.

A chain of introductions may be very long and a tree very wide: what is left out is counted. Whom I
brought together makes a branch of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypedDict

from notesync.dashboard.phrases import Phrases
from notesync.dashboard.pictures.tree import size
from notesync.dashboard.places import Places, visible
from notesync.dashboard.rows import Branch, Ref
from notesync.views.episodes import NO
from notesync.views.facts import Facts
from notesync.views.findings import finding
from notesync.views.snowball import Branch as Grown
from notesync.views.snowball import Tree, tree
from notesync.views.stages import STAGES, stage
from notesync.views.status import Status
from notesync.words import N_, Words

# Branches are drawn as deep as this; whoever comes after hangs side by side on the last one.
DEEPEST = 12
# People in all branches together.
TREE = 2000
# Names of the longest way that are told.
LONGEST = 6
# Stage -> the mark of whom I haven't met; what is in no row is a ring.
_MARKS: Mapping[str, str] = {
    "asked": "dot",
    "reminded": "dot",
    "deferred": "dot",
    "agreed": "half",
    "scheduled": "half",
    "declined": "barred",
    "referred": "barred",
    "no reply": "barred",
}
# Kind of mark -> what it means, in the order in which it is explained.
LEGEND: Mapping[str, str] = {
    "full": N_("talked"),
    "half": N_("said yes"),
    "dot": N_("asked"),
    "barred": N_("couldn't"),
    "ring": N_("not asked yet"),
}


class Branches(TypedDict):
    """The fields of `Page` that are made here."""

    tree: tuple[Branch, ...]
    tree_more: int
    tree_gist: str
    tree_says: str
    brought: tuple[Branch, ...]
    brought_says: str
    alone: tuple[Ref, ...]


def branches(found: Status, places: Places, phrases: Phrases) -> Branches:
    """Make them."""
    facts, words = found.facts, phrases.words
    grown = tree(facts)
    brought = tuple(_brought(grown, facts, places, words))
    grown_here = tuple(_branches(grown.branches, facts, places, words))
    return Branches(
        tree=grown_here,
        tree_more=len(facts.people) - len(grown.alone) - size(grown_here),
        tree_gist=_chain(found),
        tree_says=_tree_says(found, words) if grown_here else "",
        brought=brought,
        brought_says=words.n(
            "You have brought two people together.",
            "You have brought people together {count} times.",
            size(brought) - len(brought),
        ),
        alone=places.people(grown.alone),
    )


def _brought(grown: Tree, facts: Facts, places: Places, words: Words) -> Iterable[Branch]:
    """Whom I introduced to whom."""
    for one, others in grown.mine[:TREE]:
        if one in facts.people:
            below = tuple(
                _leaf(key, (), facts, places, words, met=bool(facts.people[key].talks))
                for key in others
                if key in facts.people
            )
            yield _leaf(one, below, facts, places, words, met=bool(facts.people[one].talks))


def _branches(
    roots: Iterable[Grown], facts: Facts, places: Places, words: Words
) -> Iterable[Branch]:
    """The branches, until `TREE` people stand in them."""
    room = TREE
    for root in roots:
        if room <= 0:
            return
        branch = _branch(root, room, facts, places, words)
        room -= size([branch])
        yield branch


def _branch(root: Grown, room: int, facts: Facts, places: Places, words: Words) -> Branch:
    """The branch for the page, from its tips: a chain of introductions may be very long.

    Of a branch with more people than there is room for, those who are nearest to its root.
    """
    order: list[tuple[Grown, int, int]] = [(root, 0, 0)]
    for at, (one, depth, _) in enumerate(order):
        order += [(child, depth + 1, at) for child in one.children]
        if len(order) >= room:
            break
    del order[room:]
    below: list[list[Branch]] = [[] for _ in order]  # of each, her last child first
    for at in reversed(range(1, len(order))):
        one, depth, parent = order[at]
        children: Sequence[Branch] = below[at][::-1]
        if depth >= DEEPEST:
            below[parent] += below[at]
            children = ()
        below[parent].append(_leaf(one.contact, children, facts, places, words, met=one.met))
    return _leaf(root.contact, below[0][::-1], facts, places, words, met=root.met)


def _leaf(
    key: str, below: Sequence[Branch], facts: Facts, places: Places, words: Words, *, met: bool
) -> Branch:
    where = "" if met else stage(facts.people[key], facts)
    org = facts.org(key)
    return Branch(
        who=places.person(key),
        met=met,
        note=_note(where, words),
        children=tuple(below),
        org=visible(org) if org else "",
        mark="full" if met else _MARKS.get(where, "ring"),
    )


def _note(where: str, words: Words) -> str:
    """How it stands with whom I haven't met."""
    if where in NO:
        return words.t("couldn't")
    return "" if where in {"", "listed"} else words.t(STAGES[where])


def _chain(found: Status) -> str:
    """``Meike → Carla → Nora``; of a long way its beginning and its end."""
    names = [visible(name) for name in found.facts.short_names(found.reach.chain)]
    if len(names) > LONGEST:
        names[LONGEST - 2 : -1] = ["…"]
    return " → ".join(names)


def _tree_says(found: Status, words: Words) -> str:
    """What the tree shows, in a sentence or two."""
    first = finding("snowball", found.snowball, found.facts, words)
    if not found.reach.chain:
        return first
    longest = words.t("The longest way: {chain}.", chain=_chain(found))
    return f"{first} {longest}"
