"""Turn a Book and a day into the `Scene`: all that pages are made of, derived once for all of them.

What is private is gone before anything is derived, so that no page has to think of it. In the
served form each person, question and organization has an address of its own; in the file all of
them are places on the one page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from notesync.dashboard import people
from notesync.dashboard.editors import NO_OPENER, Opener
from notesync.dashboard.incognito import Mask, disguise
from notesync.dashboard.phrases import Phrases
from notesync.dashboard.places import Places, visible
from notesync.dashboard.privacy import Veil, veil
from notesync.dashboard.troubles import Clash
from notesync.errors import Problem
from notesync.notes.book import Book
from notesync.notes.rhythm import Rhythm
from notesync.views.calendar import Calendar
from notesync.views.facts import Facts
from notesync.views.facts import Person as Known
from notesync.views.status import Status, of_facts, status
from notesync.words import Words

SET_ASIDE = "dropped"  # the state of a question that no page but its own shows


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that a page may say.

    Attributes:
        found: All figures and rows of the day, of what may be shown.
        over: What hides private names in texts that are not in the book.
        places: Where everybody and everything stands.
        chosen: Who has a place on the page, by name.
        problems: Those of our kinds of notes, without those of private notes.
        clashes: What stands in two versions, of notes that may be shown.
        vault: What the pages call the vault.
        live: Whether these are the served pages.
        mask: What turns names into initials, or None.
    """

    found: Status
    over: Veil
    places: Places
    phrases: Phrases
    chosen: tuple[Known, ...]
    problems: tuple[Problem, ...]
    vault: str
    live: bool
    mask: Mask | None = None
    clashes: tuple[Clash, ...] = ()

    @property
    def opener(self) -> Opener:
        """What opens notes in an editor."""
        return self.places.opener

    @property
    def incognito(self) -> bool:
        """Whether names are initials."""
        return self.mask is not None

    @property
    def facts(self) -> Facts:
        """What follows from the notes."""
        return self.found.facts

    @property
    def words(self) -> Words:
        """The reader's language."""
        return self.phrases.words

    @property
    def today(self) -> date:
        """The day that is shown."""
        return self.found.today

    def leads(self, path: str) -> str:
        """Where whom or what this note is about has its place; "" where there is none.

        A conversation's is its line on the page of somebody who was there, an opportunity's that
        of its organization.
        """
        book, places = self.facts.book, self.places
        if path in self.facts.people:
            return places.person(path).href
        if path in book.questions:
            return places.question(path).href
        if path in book.organizations:
            return places.organization(book.organizations[path].name).href
        for talk in book.conversations:
            if talk.path == path:
                page = next((ref.href for ref in places.people(talk.people) if ref.href), "")
                return f"{page}#{places.anchor('t', talk.key)}" if page and self.live else page
        for chance in book.opportunities:
            if chance.key == path:
                return places.organization(chance.org).href
        return ""


@dataclass(frozen=True, slots=True)
class Basis:
    """What all scenes of the same notes and day have in common; attributes as in `Scene`."""

    found: Status
    over: Veil
    chosen: tuple[Known, ...]
    mask: Mask | None = None


def basis(
    book: Book,
    *,
    today: date,
    calendar: Calendar,
    rhythm: Rhythm,
    incognito: bool = False,
    known: Facts | None = None,
) -> Basis:
    """Derive it.

    Args:
        book: All notes; private ones and names known only through them stay out.
        today: The day that is shown.
        calendar: Business days.
        rhythm: How long things take.
        incognito: Whether names become initials, and contact data is left out.
        known: What follows from this very book on this day, if that was derived already. It
            counts where nothing is hidden.
    """
    shown, over = veil(book)
    mask = None
    if incognito:
        shown, mask = disguise(shown)
    if known is not None and shown is book:
        found = of_facts(known)
    else:
        found = status(shown, today, calendar, rhythm)
    return Basis(found, over, people.chosen(found.facts), mask)


def scene(  # noqa: PLR0913 -- everything that the pages depend on, and nothing else
    book: Book,
    *,
    today: date,
    calendar: Calendar,
    rhythm: Rhythm,
    words: Words,
    problems: Sequence[Problem] = (),
    clashes: Sequence[Clash] = (),
    vault_name: str = "",
    live: bool = False,
    opener: Opener = NO_OPENER,
    incognito: bool = False,
    given: Basis | None = None,
) -> Scene:
    """Derive it.

    Args:
        book: All notes; private ones and names known only through them stay out.
        today: The day that is shown.
        calendar: Business days.
        rhythm: How long things take.
        words: The reader's language.
        problems: Those of our kinds of notes.
        clashes: What stands in two versions.
        vault_name: What the pages call the vault.
        live: Whether everything has a page of its own.
        opener: What opens notes in an editor.
        incognito: Whether names become initials, and contact data is left out.
        given: What was derived of all this for another scene.
    """
    given = given or basis(book, today=today, calendar=calendar, rhythm=rhythm, incognito=incognito)
    found, over, chosen = given.found, given.over, given.chosen
    return Scene(
        found=found,
        over=over,
        places=Places(
            found.facts.book,
            None if live else {one.key for one in chosen},
            aside=()
            if live
            else {one.question.key for one in found.questions if one.state == SET_ASIDE},
            live=live,
            incognito=incognito,
            opener=NO_OPENER if incognito else opener,
        ),
        phrases=Phrases(words),
        chosen=chosen,
        problems=tuple(one for one in problems if one.path not in over.paths),
        vault=visible(vault_name),
        live=live,
        mask=given.mask,
        clashes=tuple(one for one in clashes if one.path not in over.paths),
    )
