"""All notes at one instant, frozen, with their links resolved: what every view is a function of.

People are referred to by key: the path of their note, or ``?name`` (folded) for someone who is
named somewhere and has no note yet, so that nobody whom a conversation pointed to is lost.
Questions and organizations are referred to the same way. `notesync.notes.binding` builds a `Book`
from `Note` values; `notesync.notes.cutting` cuts it to what is known on a day.

What a big vault has tens of thousands of are named tuples: made several times as fast as a frozen
dataclass, and as frozen. A changed one is `record._replace(…)`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from notesync.notes.note import Promise

NEVER = -1  # a cadence that says: never remind me


class Event(NamedTuple):
    """One dated fact with a person, from her log. Fields as in `LogLine`, links resolved.

    ``named`` are person keys; ``on`` is the day that ``for:`` names (agreed, moved).
    """

    day: date
    verb: str
    channel: str = ""
    expect: str = ""
    until: date | None = None
    on: date | None = None
    at: str = ""
    minutes: int = 0
    lint: str = ""
    named: tuple[str, ...] = ()
    text: str = ""
    line: int = 0


class Contact(NamedTuple):
    """A person. Codes as in `notesync.notes.kinds`; "" where nothing is said.

    Attributes:
        key: Path of the note, or ``?name`` without one.
        org: The organization's name (of its note, if it has one).
        introduced_by: Keys of those who are said to have introduced her.
        last_contact: Floor for the time before the notes began.
        keep_in_touch: Weeks, `NEVER`, or 0 when nothing is said.
        log: By date, then by the rank of one day's facts, then by line.
        promises: Tasks in her own note, mine and theirs.
        created: The day of the note, or None.
        since: Her first dated fact (created, log line, talk, naming); None when she has none,
            and then she has always been there.
    """

    key: str
    name: str
    org: str = ""
    role: str = ""
    city: str = ""
    industry: str = ""
    email: str = ""
    phone: str = ""
    url: str = ""
    register: str = ""
    lang: str = ""
    circle: str = ""
    origin: str = ""
    introduced_by: tuple[str, ...] = ()
    mention: str = ""
    met: str = ""
    birthday: str = ""
    last_contact: date | None = None
    closeness: str = ""
    seniority: str = ""
    why: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    keep_in_touch: int = 0
    created: date | None = None
    private: bool = False
    log: tuple[Event, ...] = ()
    promises: tuple[Promise, ...] = ()
    since: date | None = None

    @property
    def noted(self) -> bool:
        """Whether she has a note of her own."""
        return not self.key.startswith("?")


class Learned(NamedTuple):
    """An insight, bound.

    Attributes:
        question: A question's key, or "".
        stances: ("+" or "-", option), in the question's own spelling of its options.
    """

    text: str
    question: str = ""
    stances: tuple[tuple[str, str], ...] = ()
    line: int = 0


class Conversation(NamedTuple):
    """A conversation, from a note of its own or from a ``talked`` line in a log.

    Attributes:
        key: Path of the note; ``<contact path>#<line>`` for a ``talked`` line.
        path: The file that holds it.
        state: ``planned``, ``held``, ``cancelled``, ``no-show``, or "" (held from its date).
        people: Person keys.
        named: Person keys, in order.
    """

    key: str
    path: str
    day: date | None
    people: tuple[str, ...] = ()
    time: str = ""
    kind: str = "information"
    channel: str = ""
    state: str = ""
    minutes: int = 0
    city: str = ""
    org: str = ""
    named: tuple[str, ...] = ()
    insights: tuple[Learned, ...] = ()
    surprises: tuple[str, ...] = ()
    promises: tuple[Promise, ...] = ()
    confidence_before: int = 0
    confidence_after: int = 0
    topics: tuple[str, ...] = ()
    created: date | None = None
    private: bool = False

    @property
    def noted(self) -> bool:
        """Whether it has a note of its own, rather than a line in somebody's log."""
        return self.key == self.path


class Naming(NamedTuple):
    """Where somebody was named to me first (the earliest place wins).

    Attributes:
        day: None when that place has no date.
        by: Keys of those who named her.
        source: Key of the conversation, or of the contact in whose log it stands.
        listed: Whether she was there before: a dated fact of an earlier day, or an origin of her
            own. Then she is no new name.
    """

    day: date | None
    by: tuple[str, ...]
    source: str
    listed: bool = False


class Organization(NamedTuple):
    """An organization; ``target`` when I would like to work there."""

    key: str
    name: str
    target: bool = False
    motivation: int = 0
    industry: str = ""
    city: str = ""
    size: str = ""
    created: date | None = None
    private: bool = False


class Question(NamedTuple):
    """An open question of mine; ``decided`` the day on which I chose ``decision``."""

    key: str
    name: str
    question: str = ""
    options: tuple[str, ...] = ()
    decided: date | None = None
    decision: str = ""
    dropped: date | None = None
    topics: tuple[str, ...] = ()
    created: date | None = None
    private: bool = False


class Opportunity(NamedTuple):
    """An opportunity; ``stages`` holds (stage, day) in order of day."""

    key: str
    name: str
    org: str = ""
    source: str = ""
    via: tuple[str, ...] = ()
    stages: tuple[tuple[str, date], ...] = ()
    created: date | None = None
    private: bool = False


class Review(NamedTuple):
    """A week's review; its body is the user's and stays out of the book."""

    key: str
    week: str
    private: bool = False


class Me(NamedTuple):
    """What me.md says. Pauses are (first day, last day), both included."""

    started: date | None = None
    arrived: date | None = None
    paused: tuple[tuple[date, date], ...] = ()
    give_limit: int = 0
    topics: tuple[str, ...] = ()


class Book(NamedTuple):
    """All notes at one instant.

    Attributes:
        contacts: By key, those without a note included.
        conversations: By date (undated last), then key.
        namings: By the key of whoever was named.
        today: The day to which it was cut, or None when it holds everything.
    """

    me: Me = Me()
    contacts: Mapping[str, Contact] = MappingProxyType({})
    conversations: tuple[Conversation, ...] = ()
    organizations: Mapping[str, Organization] = MappingProxyType({})
    questions: Mapping[str, Question] = MappingProxyType({})
    opportunities: tuple[Opportunity, ...] = ()
    reviews: tuple[Review, ...] = ()
    namings: Mapping[str, Naming] = MappingProxyType({})
    today: date | None = None
