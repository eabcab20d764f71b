"""The page as a value: what stands on it, in its order, before anything is HTML.

Rows hold people as `Ref`, so that every name on the page leads to that person's own place; texts
from notes are inline HTML already (`notesync.dashboard.markdown`), sentences of ours are plain
text in the reader's language. `notesync.dashboard.build` makes a `Page` from a
Book.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Ref:
    """A name, the id of its place ("" where it has none), and the address that leads there."""

    name: str
    anchor: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of text with a label before it."""

    label: str
    text: Markup


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do now: with whom, what, and why; ``owed``, not only possible; ``late``."""

    who: Ref | None
    org: str
    do: str
    why: str
    owed: bool = False
    late: bool = False


@dataclass(frozen=True, slots=True)
class Meeting:
    """A planned conversation with its briefing."""

    who: tuple[Ref, ...]
    org: str
    day: date
    where: str
    anchor: str
    briefing: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Voice:
    """An insight: what was said, whose it is, and what it speaks for or against."""

    text: Markup
    who: tuple[Ref, ...]
    day: date | None
    stances: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stance:
    """An option of a question with those who spoke for it and against it."""

    option: str
    pro: tuple[Ref, ...] = ()
    con: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """A question and its evidence, newest first; ``more`` insights are left out.

    Attributes:
        state: ``open``, ``hint``, ``supported``, ``contested`` or ``decided``.
        says: The state in words, with what was decided.
        finding: What the voices for and against come to.
    """

    name: str
    anchor: str
    href: str
    question: str
    state: str
    says: str
    stances: tuple[Stance, ...] = ()
    finding: str = ""
    insights: tuple[Voice, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Owed:
    """Thanks or a promise between me and somebody."""

    sentence: Markup
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Wait:
    """An ask without an answer yet, and from when I may do what."""

    who: Ref
    org: str
    business_days: int
    then: str = ""
    when: date | None = None


@dataclass(frozen=True, slots=True)
class Branch:
    """Somebody in the tree of who led to whom, with those whom she named.

    Attributes:
        met: Whether I have talked with her.
        note: How it stands, in words, where that says more than the mark.
        org: Where she works.
        mark: The kind of `notesync.dashboard.pictures.drawing.Mark` for how it stands.
    """

    who: Ref
    met: bool
    note: str = ""
    children: tuple[Branch, ...] = ()
    org: str = ""
    mark: str = "ring"


@dataclass(frozen=True, slots=True)
class Firm:
    """An organization I would like to work for, and how far I have come there.

    Attributes:
        state: As in `notesync.views.coverage.Target`; ``says`` the same in words.
    """

    name: str
    state: str
    says: str
    who: tuple[Ref, ...] = ()
    href: str = ""


@dataclass(frozen=True, slots=True)
class Rung:
    """A step from asking to thanks: how many came so far, of how many that had the chance."""

    label: str
    count: int
    of: int


@dataclass(frozen=True, slots=True)
class Split:
    """The steps of some of the asks: how many came to each."""

    name: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Week:
    """A week: conversations, other steps of mine, and what to say when it was a break."""

    monday: date
    talks: int
    others: int
    paused: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """A day with something on it: conversations, other steps, and with whom it was what.

    ``title`` is the day and the same in plain text, for who points at it.
    """

    day: date
    talks: int
    others: int
    says: Markup
    title: str


@dataclass(frozen=True, slots=True)
class Mood:
    """How confident I was before and after a conversation, from 1 to 5."""

    who: tuple[Ref, ...]
    day: date
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Tie:
    """Somebody whom I haven't spoken to for long, and why a word with her would be good."""

    who: Ref
    org: str
    last: date | None
    why: str


@dataclass(frozen=True, slots=True)
class Chance:
    """An opportunity: where, how far, and how it came."""

    name: str
    org: str
    stage: str
    day: date | None
    came: Markup


@dataclass(frozen=True, slots=True)
class Block:
    """What every folded block has besides its rows.

    Attributes:
        gist: What stands beside its title while it is folded.
        says: What it shows, in a sentence.
        hint: What could help, in a sentence.
    """

    gist: str = ""
    says: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a timeline; ``said`` are insights and surprises of that conversation."""

    day: date | None
    what: str
    text: Markup
    said: tuple[Markup, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """A person's own place on the page; ``more`` is the number of entries left out."""

    who: Ref
    about: str
    stage: str
    facts: tuple[Fact, ...] = ()
    entries: tuple[Entry, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Trouble:
    """A line that was not understood."""

    where: str
    sentence: str


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
        problems_more: How many lines not understood are left out.
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
    rungs_block: Block = Block()
    origins: tuple[Split, ...] = ()
    wordings: tuple[Split, ...] = ()
    firms: tuple[Firm, ...] = ()
    firms_gist: str = ""
    firms_says: str = ""
    weeks: tuple[Week, ...] = ()
    weeks_block: Block = Block()
    days: tuple[Day, ...] = ()
    days_says: str = ""
    since: date | None = None
    moods: tuple[Mood, ...] = ()
    moods_block: Block = Block()
    valuable: tuple[Tie, ...] = ()
    easy: tuple[Tie, ...] = ()
    ties_block: Block = Block()
    chances: tuple[Chance, ...] = ()
    chances_block: Block = Block()
    untold: tuple[Markup, ...] = ()
    told: tuple[Ref, ...] = ()
    loop_block: Block = Block()
    given: tuple[Markup, ...] = ()
    given_block: Block = Block()
    people: tuple[Person, ...] = ()
    everybody: tuple[Person, ...] = ()
    people_more: int = 0
    problems: tuple[Trouble, ...] = ()
    problems_more: int = 0
