"""What stands on the page, row by row, before anything is HTML.

Rows hold people as `Ref`, so that every name leads to that person's own place; texts from notes are
inline HTML already (`notesync.dashboard.markdown`), sentences of ours are plain text in the
reader's language. What a page may hold thousands of are named tuples, as in
`notesync.notes.book`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from markupsafe import Markup


class Ref(NamedTuple):
    """A name, the id of its place ("" where it has none), and the address that leads there."""

    name: str
    anchor: str = ""
    href: str = ""


class Fact(NamedTuple):
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


class Voice(NamedTuple):
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


class Owed(NamedTuple):
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


class Branch(NamedTuple):
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


NOTHING = Block()  # of a block that is left out


class Entry(NamedTuple):
    """One line of a timeline.

    Attributes:
        said: Insights and surprises of that conversation.
        anchor: The conversation's own place on a person's page, or "".
    """

    day: date | None
    what: str
    text: Markup
    said: tuple[Markup, ...] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class ToDo:
    """A step with somebody: what, why, and what to type when it is done."""

    do: str
    why: str
    command: str = ""
    owed: bool = False


class Person(NamedTuple):
    """A person's own place on the page.

    Attributes:
        more: How many entries are left out.
        opens: What opens her note in an editor, or "".
        step: What to do next with her.
    """

    who: Ref
    about: str
    stage: str
    facts: tuple[Fact, ...] = ()
    entries: tuple[Entry, ...] = ()
    more: int = 0
    opens: str = ""
    step: ToDo | None = None
