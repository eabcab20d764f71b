"""Turn the views into the page's folded blocks, each with what it says beside its title.

Thanks and promises, asks without an answer, who led to whom, expected and got, and the
organizations I would like: an empty one is left out by the templates.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypedDict

from notesync.dashboard.charts import size
from notesync.dashboard.page import Branch, Firm, Owed, Ref, Wait
from notesync.dashboard.phrases import Phrases
from notesync.dashboard.places import Places, visible
from notesync.views import sentences
from notesync.views.facts import Facts
from notesync.views.snowball import Branch as Grown
from notesync.views.stages import STAGES, stage
from notesync.views.status import Status
from notesync.views.thanks_promises import Owed as Promised
from notesync.views.waiting import Waiting
from notesync.words import N_, Words

# Branches are drawn as deep as this; whoever comes after hangs side by side on the last one.
DEEPEST = 12
# People in all branches together.
TREE = 2000
# Rows of a block; there may be more in a vault that nobody has looked after.
ROWS = 150
# Beyond this many, people who led to nobody yet are counted rather than named.
ALONE = 60

# What may be done about an ask without an answer.
_THEN = {
    "broaden": N_("ask someone else there too"),
    "remind": N_("ask once more, another way"),
    "reply": N_("answer"),
    "ask": N_("ask again, perhaps"),
}
_REFUSED = frozenset({"declined", "referred"})
# How far I have come at an organization.
_SO_FAR = {
    "none": N_("nobody there yet"),
    "listed": N_("somebody is on the list"),
    "asked": N_("asked"),
    "talked": N_("talked"),
    "voices": N_("several voices"),
}


class Folds(TypedDict):
    """The fields of `Page` that are made here."""

    owed: tuple[Owed, ...]
    owed_gist: str
    waiting: tuple[Wait, ...]
    waiting_gist: str
    tree: tuple[Branch, ...]
    tree_more: int
    tree_gist: str
    tree_says: str
    alone: tuple[Ref, ...]
    alone_more: int
    hope: str
    hope_gist: str
    firms: tuple[Firm, ...]
    firms_gist: str


def folds(found: Status, places: Places, phrases: Phrases) -> Folds:
    """Make all of them."""
    words, facts, grown = phrases.words, found.facts, found.tree
    owed, owed_gist = _owed(found, places, phrases)
    branches = tuple(_branches(grown.branches, facts, places, words))
    firms = tuple(_firms(found, places, words))
    reached = sum(row.reached for row in found.coverage)
    hope, hope_gist = _hope(found, words)
    return Folds(
        owed=owed[:ROWS],
        owed_gist=owed_gist,
        waiting=tuple(_wait(row, facts, places, words) for row in found.waiting[:ROWS]),
        waiting_gist=phrases.listed([visible(row.name) for row in found.waiting]),
        tree=branches,
        tree_more=len(facts.people) - len(grown.alone) - size(branches),
        tree_gist=_chain(found),
        tree_says=_tree_says(found, words),
        alone=places.people(grown.alone[:ALONE]),
        alone_more=max(0, len(grown.alone) - ALONE),
        hope=hope,
        hope_gist=hope_gist,
        firms=firms,
        firms_gist=words.t("talked at {reached} of {all}", reached=reached, all=len(firms)),
    )


# ---------------------------------------------------------------- thanks, promises, waiting


def _owed(found: Status, places: Places, phrases: Phrases) -> tuple[tuple[Owed, ...], str]:
    words = phrases.words
    thanks, reports, open_ = found.thanks, found.report_back, found.promises
    rows = [
        Owed(
            phrases.t(
                "Thanks to {people} for the conversation {day}",
                people=phrases.names(places.people([row.contact])),
                day=sentences.day_words(row.talked, found.today, words),
            )
        )
        for row in thanks
    ]
    rows += [
        Owed(
            phrases.t(
                "Tell {people} how it went with {others}",
                people=phrases.names(places.people([row.contact])),
                others=phrases.names(places.people(row.met)),
            )
        )
        for row in reports
    ]
    rows += [promised(row, places, phrases) for row in open_]
    gist = [
        words.n("{count} thank-you", "{count} thank-yous", len(thanks)) if thanks else "",
        words.n("{count} report", "{count} reports", len(reports)) if reports else "",
        words.n("{count} promise", "{count} promises", len(open_)) if open_ else "",
    ]
    return tuple(rows), ", ".join(part for part in gist if part)


def promised(row: Promised, places: Places, phrases: Phrases) -> Owed:
    """A promise, mine or somebody's, as a sentence."""
    people = phrases.names(places.people(row.people))
    text = places.markdown(row.text, row.path)
    if not people:
        return Owed(phrases.t("You promised: {text}", text=text), row.due)
    if row.who == "me":
        return Owed(phrases.t("You promised {people}: {text}", people=people, text=text), row.due)
    return Owed(phrases.t("{people} promised: {text}", people=people, text=text), row.due)


def _wait(row: Waiting, facts: Facts, places: Places, words: Words) -> Wait:
    if row.until:
        then = words.t("later, as agreed")
        return Wait(places.person(row.contact), row.org, row.business_days, then, row.until)
    then = words.t(_THEN[row.action]) if row.action else ""
    when = row.day if row.day and row.day > facts.today else None
    return Wait(places.person(row.contact), row.org, row.business_days, then, when)


# ---------------------------------------------------------------- who led to whom


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
        flat = depth >= DEEPEST
        if flat:
            below[parent] += below[at]
        below[parent].append(_leaf(one, () if flat else below[at], facts, places, words))
    return _leaf(root, below[0], facts, places, words)


def _leaf(
    one: Grown, below: Sequence[Branch], facts: Facts, places: Places, words: Words
) -> Branch:
    note = _note(one, facts, words)
    return Branch(places.person(one.contact), one.met, note, tuple(reversed(below)))


def _note(one: Grown, facts: Facts, words: Words) -> str:
    """How it stands with whom I haven't met."""
    where = "" if one.met else stage(facts.people[one.contact], facts)
    if where in _REFUSED:
        return words.t("couldn't")
    return "" if where in {"", "listed"} else words.t(STAGES[where])


def _chain(found: Status) -> str:
    return " → ".join(map(visible, found.facts.short_names(found.tree.chain)))


def _tree_says(found: Status, words: Words) -> str:
    """What the tree shows, in a sentence."""
    rolled = found.snowball
    names = words.n("{count} name", "{count} names", len(rolled.names))
    first = words.n(
        "{names} from {count} conversation.",
        "{names} from {count} conversations.",
        rolled.talks,
        names=names,
    )
    if not found.tree.chain:
        return first
    longest = words.t("The longest way: {chain}.", chain=_chain(found))
    return f"{first} {longest}"


# ---------------------------------------------------------------- expected, organizations


def _hope(found: Status, words: Words) -> tuple[str, str]:
    row = found.expected
    if not row.guessed and not row.silent:
        return "", ""
    said = words.t(
        "You guessed for {guessed} of the asks that were answered: "
        "you expected {expected} times a yes, and got it {got} times.",
        guessed=row.guessed,
        expected=row.expected_yes,
        got=row.got_yes,
    )
    if row.silent:
        silent = words.n(
            "{count} more stayed without an answer.",
            "{count} more stayed without an answer.",
            row.silent,
        )
        said = f"{said} {silent}"
    gist = words.t("expected {expected}, got {got}", expected=row.expected_yes, got=row.got_yes)
    return said, gist


def _firms(found: Status, places: Places, words: Words) -> Iterable[Firm]:
    for row in found.coverage:
        yield Firm(visible(row.name), words.t(_SO_FAR[row.state]), places.people(row.people))
