"""Turn all notes into one `Book`: links resolved, log lines in order, who named whom settled.

People without a note become contacts with a key of their own. `cut` (in `notesync.notes.cutting`)
gives the book as it stood on a day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter

from notesync.notes import records
from notesync.notes.book import Book, Contact, Me
from notesync.notes.kinds import KINDS
from notesync.notes.note import Note
from notesync.notes.packing import Brief, briefs, pack
from notesync.notes.resolving import Resolver
from notesync.notes.threads import (
    first_days,
    listed_before,
    namings,
    settle_told,
    since,
    with_talked_lines,
)


def bind(notes: Iterable[Note]) -> Book:
    """Build the book of all notes; their order makes no difference."""
    kinds: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for note in sorted((note for note in notes if note.kind in kinds), key=attrgetter("path")):
        kinds[note.kind].append(pack(note)[0])
    return bind_briefs(lambda kind: briefs(kinds[kind]))


def bind_briefs(of: Callable[[str], Iterable[Brief]]) -> Book:
    """The same from what the index keeps of the notes for the book.

    Args:
        of: Gives the notes of a kind, by path. Each is let go as soon as it is bound, so that all
            of them are never in memory beside the book.
    """
    organizations, questions = list(of("organization")), list(of("question"))
    people = list(of("contact"))
    resolver = Resolver([*people, *organizations, *questions])
    threads = {}
    for at, note in enumerate(people):
        threads[note.path] = records.thread(note, resolver)
        people[at] = note._replace(log=())
    talks = []
    silent: dict[int, Brief] = {}
    for note in of("conversation"):
        talks.append(records.conversation(note, resolver))
        if not note.texts("people"):
            silent[len(talks) - 1] = note
    # Once everybody is known, a file's name may speak of people who have no note.
    for at, note in silent.items():
        talks[at] = records.conversation(note, resolver)
    conversations = with_talked_lines(talks, threads)
    first = first_days(threads, conversations)
    named = listed_before(namings(threads, conversations), threads, first)
    told = settle_told(threads, conversations, named)
    opportunities = tuple(records.opportunity(note, resolver) for note in of("opportunity"))
    contacts = {
        note.path: records.contact(
            note, resolver, threads[note.path], told, since(note.path, first, named)
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
