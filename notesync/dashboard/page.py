"""The page as a value: all its rows, in its order.

`notesync.dashboard.build` makes a `Page` from a Scene, `notesync.dashboard.gallery` its pictures.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from notesync.dashboard.rows import (
    NOTHING,
    Block,
    Branch,
    Card,
    Chance,
    Day,
    Firm,
    Meeting,
    Mood,
    Owed,
    Person,
    Ref,
    Rung,
    Split,
    Step,
    Tie,
    Wait,
    Week,
)
from notesync.dashboard.troubles import Clash, Trouble

if TYPE_CHECKING:
    from markupsafe import Markup

    from notesync.dashboard.organization_page import OrganizationPage


@dataclass(frozen=True, slots=True)
class Page:
    """Everything on the page, in its order; what is empty is left out.

    Attributes:
        now: What stands above the steps; ``paused`` when there are none for a break.
        sofar: How it has gone so far, in a sentence.
        owed_gist, waiting_gist, tree_gist, hope_gist, firms_gist: What a folded block says
            beside its title.
        tree_says: The tree's finding in a sentence.
        brought: People whom I brought together, each with those to whom I introduced her.
        guesses: What I expected and what came: a label and a number of yeses each, of
            ``guessed`` asks that were answered.
        days, since: What happened on which day, newest first, from which day on.
        alone: Whoever named nobody and was named by nobody yet.
        tree_more: How many people of the tree are left out.
        everybody: In place of `people` where each has a page of her own: without entries.
        people_more: How many people have no place of their own.
        organizations: Each with who is there and what was talked.
        listed: In place of them where each has a page of its own.
        organizations_more: How many organizations are left out.
        clashes: What stands in two versions.
        problems_more, hints_more, clashes_more: How many of them are left out.
        hints: What is worth a look and not wrong.
    """

    today: date
    vault: str
    people_count: int = 0
    talks: int = 0
    now: str = ""
    paused: bool = False
    steps: tuple[Step, ...] = ()
    ahead: tuple[Meeting, ...] = ()
    moved: tuple[Markup, ...] = ()
    sofar: str = ""
    cards: tuple[Card, ...] = ()
    owed: tuple[Owed, ...] = ()
    owed_gist: str = ""
    waiting: tuple[Wait, ...] = ()
    waiting_gist: str = ""
    tree: tuple[Branch, ...] = ()
    tree_more: int = 0
    tree_gist: str = ""
    tree_says: str = ""
    brought: tuple[Branch, ...] = ()
    brought_says: str = ""
    alone: tuple[Ref, ...] = ()
    hope: str = ""
    hope_gist: str = ""
    guesses: tuple[tuple[str, int], ...] = ()
    guessed: int = 0
    rungs: tuple[Rung, ...] = ()
    rungs_block: Block = NOTHING
    origins: tuple[Split, ...] = ()
    wordings: tuple[Split, ...] = ()
    firms: tuple[Firm, ...] = ()
    firms_gist: str = ""
    firms_says: str = ""
    weeks: tuple[Week, ...] = ()
    weeks_block: Block = NOTHING
    days: tuple[Day, ...] = ()
    days_says: str = ""
    since: date | None = None
    moods: tuple[Mood, ...] = ()
    moods_block: Block = NOTHING
    valuable: tuple[Tie, ...] = ()
    easy: tuple[Tie, ...] = ()
    ties_block: Block = NOTHING
    chances: tuple[Chance, ...] = ()
    chances_block: Block = NOTHING
    untold: tuple[Markup, ...] = ()
    told: tuple[Ref, ...] = ()
    loop_block: Block = NOTHING
    given: tuple[Markup, ...] = ()
    given_block: Block = NOTHING
    people: tuple[Person, ...] = ()
    everybody: tuple[Person, ...] = ()
    people_more: int = 0
    organizations: tuple[OrganizationPage, ...] = ()
    listed: tuple[Ref, ...] = ()
    organizations_more: int = 0
    problems: tuple[Trouble, ...] = ()
    problems_more: int = 0
    hints: tuple[Trouble, ...] = ()
    hints_more: int = 0
    clashes: tuple[Clash, ...] = ()
    clashes_more: int = 0
