"""Turn all notes into one `Book`: links resolved, log lines in order, who named whom settled.

People without a note become contacts with a key of their own. `cut` (in `notesync.notes.cutting`)
gives the book as it stood on a day.
"""

from __future__ import annotations

from collections.abc import Iterable
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
    return bind_briefs(briefs([pack(note)[0] for note in notes]))


def bind_briefs(notes: Iterable[Brief]) -> Book:
    """The same from what the index keeps of them for the book."""
    kinds: dict[str, list[Brief]] = {kind: [] for kind in KINDS}
    for note in sorted((note for note in notes if note.kind in kinds), key=attrgetter("path")):
        kinds[note.kind].append(note)
    resolver = Resolver([note for of_kind in kinds.values() for note in of_kind])
    threads = {note.path: records.thread(note, resolver) for note in kinds["contact"]}
    talks = [records.conversation(note, resolver) for note in kinds["conversation"]]
    # Once everybody is known, a file's name may speak of people who have no note.
    talks = [
        talk if note.texts("people") else records.conversation(note, resolver)
        for talk, note in zip(talks, kinds["conversation"], strict=True)
    ]
    conversations = with_talked_lines(talks, threads)
    first = first_days(threads, conversations)
    named = listed_before(namings(threads, conversations), threads, first)
    told = settle_told(threads, conversations, named)
    opportunities = tuple(records.opportunity(note, resolver) for note in kinds["opportunity"])
    contacts = {
        note.path: records.contact(
            note, resolver, threads[note.path], told, since(note.path, first, named)
        )
        for note in kinds["contact"]
    }
    for ghost, name in sorted(resolver.ghosts.items()):
        contacts[ghost] = Contact(ghost, name, since=since(ghost, first, named))
    return Book(
        me=records.me(kinds["me"][0]) if kinds["me"] else Me(),
        contacts=contacts,
        conversations=tuple(conversations),
        organizations={note.path: records.organization(note) for note in kinds["organization"]},
        questions={note.path: records.question(note) for note in kinds["question"]},
        opportunities=opportunities,
        reviews=tuple(records.review(note) for note in kinds["review"]),
        namings=named,
    )
