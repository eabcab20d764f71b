"""Turns texts of notes into the dashboard's page, and a page into what a browser makes of it.

The parser is the standard library's, which knows HTML's void elements and raw text; `Reading` keeps
every element with its attributes, so that a test can say what must not be there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser

from notesync.dashboard.render import render
from notesync.errors import Problem
from notesync.notes.binding import bind
from notesync.notes.book import Book
from notesync.notes.document import read
from notesync.notes.kinds import KindMap
from notesync.notes.reading import read_note
from notesync.notes.rhythm import Rhythm
from notesync.views.calendar import Calendar
from notesync.words import ENGLISH, Words

TODAY = date(2026, 5, 12)
GERMAN = Words("de")
VOID = frozenset({"meta", "link", "br", "img", "input", "hr"})


def book_of(notes: Mapping[str, str]) -> Book:
    """The book of these notes, path to text."""
    return bind(read_note(path, read(text), KindMap()) for path, text in notes.items())


def page_of(
    notes: Mapping[str, str],
    *,
    today: date = TODAY,
    words: Words = ENGLISH,
    problems: tuple[Problem, ...] = (),
    live: bool = False,
) -> str:
    """The dashboard of these notes."""
    return render(
        book_of(notes),
        today=today,
        calendar=Calendar(),
        rhythm=Rhythm(),
        words=words,
        problems=problems,
        vault_name="net",
        live=live,
    )


@dataclass
class Element:
    """An element with its attributes and all the text in it."""

    name: str
    attributes: dict[str, str]
    path: tuple[str, ...]
    texts: list[str] = field(repr=False)  # of the whole page
    first: int
    last: int | None = None

    @property
    def text(self) -> str:
        return "".join(self.texts[self.first : self.last])

    def holds(self, other: Element) -> bool:
        """Whether the other one stands inside, where both hold text."""
        assert self.last is not None
        assert other.last is not None
        return self.first <= other.first and other.last <= self.last


@dataclass
class Reading(HTMLParser):
    """What a parser makes of a page."""

    elements: list[Element] = field(default_factory=list, repr=False)
    faults: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list, repr=False)
    _open: list[Element] = field(default_factory=list, repr=False)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    @property
    def text(self) -> str:
        return "".join(self.texts)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(set(names)) != len(names):
            self.faults.append(f"an attribute stands twice in <{tag}>")
        path = tuple(one.name for one in self._open)
        element = Element(
            tag, {name: value or "" for name, value in attrs}, path, self.texts, len(self.texts)
        )
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop().last = len(self.texts)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1].name != tag:
            self.faults.append(f"</{tag}> closes nothing")
            return
        self._open.pop().last = len(self.texts)

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1].name in {"style", "script"}:
            return
        self.texts.append(data)

    def all(self, name: str) -> Iterator[Element]:
        return (element for element in self.elements if element.name == name)

    def by_id(self, name: str) -> Element:
        (found,) = [one for one in self.elements if one.attributes.get("id") == name]
        return found

    def with_class(self, name: str) -> list[Element]:
        return [one for one in self.elements if name in one.attributes.get("class", "").split()]


def reading(html: str) -> Reading:
    """Parse a whole page; what is not closed is a fault."""
    parser = Reading()
    parser.feed(html)
    parser.close()
    parser.faults += [f"<{element.name}> stays open" for element in parser._open]
    return parser


def squeezed(text: str) -> str:
    """The text with single blanks, as a reader sees it."""
    return " ".join(text.split())
