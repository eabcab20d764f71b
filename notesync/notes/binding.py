"""Turn all notes into one `Book`: links resolved, log lines in order, who named whom settled.

People without a note become contacts with a key of their own. `cut` (in `notesync.notes.cutting`)
gives the book as it stood on a day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from operator import attrgetter
from typing import TypeVar

from notesync.notes import records
from notesync.notes.book import Book, Contact, Event, Me
from notesync.notes.kinds import KINDS
from notesync.notes.note import Note
from notesync.notes.packing import Brief, briefs, pack
from notesync.notes.resolving import Resolver
from notesync.notes.threads import (
    Thread,
    first_days,
    listed_before,
    namings,
    settle_told,
    since,
    with_talked_lines,
)

Made = TypeVar("Made")


class Once:
    """Makes records of notes, each for this one book."""

    _resolver: Resolver

    def resolver(self, notes: Sequence[Brief]) -> Resolver:
        """Knows these notes, and by and by who is named without a note."""
        self._resolver = Resolver(notes)
        return self._resolver

    def make(self, note: Brief, of: Callable[[Brief, Resolver], Made]) -> Made:
        """What `of` makes of a note."""
        return of(note, self._resolver)

    def spent(self, note: Brief) -> Brief:
        """A contact's note, of which a thread was made: its log isn't needed any more."""
        return note._replace(log=())

    def contact(
        self, note: Brief, thread: Thread, told: tuple[Event, ...] | None, since: date | None
    ) -> Contact:
        """The record of a person.

        Args:
            note: Her note.
            thread: What was made of it before.
            told: Her log, where other notes settle what a line in it means.
            since: Her first dated fact.
        """
        events = {} if told is None else {note.path: told}
        return records.contact(note, self._resolver, thread, events, since)


def bind(notes: Iterable[Note]) -> Book:
    """Build the book of all notes; their order makes no difference."""
    kinds: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for note in sorted((note for note in notes if note.kind in kinds), key=attrgetter("path")):
        kinds[note.kind].append(pack(note)[0])
    return bind_briefs(lambda kind: briefs(kinds[kind]))


def bind_briefs(of: Callable[[str], Iterable[Brief]], maker: Once | None = None) -> Book:
    """The same from what the index keeps of the notes for the book.

    Args:
        of: Gives the notes of a kind, by path. Each is let go as soon as it is bound, so that all
            of them are never in memory beside the book.
        maker: Makes the records.
    """
    maker = maker or Once()
    organizations, questions = list(of("organization")), list(of("question"))
    people = list(of("contact"))
    resolver = maker.resolver([*people, *organizations, *questions])
    threads = {}
    for at, note in enumerate(people):
        threads[note.path] = maker.make(note, records.thread)
        people[at] = maker.spent(note)
    talks = []
    silent: dict[int, Brief] = {}
    for note in of("conversation"):
        talks.append(maker.make(note, records.conversation))
        if not resolver.people(note.fields.get("people", ()), note.path):
            silent[len(talks) - 1] = note
    # Once everybody is known, a file's name may speak of people who have no note.
    for at, note in silent.items():
        talks[at] = records.conversation(note, resolver)
    conversations = with_talked_lines(talks, threads)
    first = first_days(threads, conversations)
    named = listed_before(namings(threads, conversations), threads, first)
    told = settle_told(threads, conversations, named)
    opportunities = tuple(maker.make(note, records.opportunity) for note in of("opportunity"))
    contacts = {
        note.path: maker.contact(
            note, threads[note.path], told.get(note.path), since(note.path, first, named)
        )
        for note in people
    }
    for ghost, name in sorted(resolver.ghosts.items()):
        contacts[ghost] = Contact(ghost, name, since=since(ghost, first, named))
    return Book(
        me=next(map(records.me, of("me")), Me()),
        contacts=contacts,
        conversations=tuple(conversations),
        organizations={note.path: records.organization(note) for note in organizations},
        questions={note.path: records.question(note) for note in questions},
        opportunities=opportunities,
        reviews=tuple(records.review(note) for note in of("review")),
        namings=named,
    )
