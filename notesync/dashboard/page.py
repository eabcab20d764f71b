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
    """

    name: str
    anchor: str
    href: str
    question: str
    state: str
    says: str
    stances: tuple[Stance, ...] = ()
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
    """Somebody in the tree of who led to whom, with those whom she named."""

    who: Ref
    met: bool
    note: str = ""
    children: tuple[Branch, ...] = ()


@dataclass(frozen=True, slots=True)
class Firm:
    """An organization I would like to work for, and how far I have come there."""

    name: str
    state: str
    who: tuple[Ref, ...] = ()


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
        alone: Whoever named nobody and was named by nobody yet; ``alone_more`` are left out.
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
    alone: tuple[Ref, ...] = ()
    alone_more: int = 0
    hope: str = ""
    hope_gist: str = ""
    firms: tuple[Firm, ...] = ()
    firms_gist: str = ""
    people: tuple[Person, ...] = ()
    everybody: tuple[Person, ...] = ()
    people_more: int = 0
    problems: tuple[Trouble, ...] = ()
    problems_more: int = 0
