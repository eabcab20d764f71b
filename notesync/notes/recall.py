"""Bind all notes again and again: what was made of a note stays, while it and all names do.

A page that follows every save needs the whole `Book` each time, and all notes but one are as they
were. What one note says in the book follows from its own text and from whom the names in it mean,
so it is kept for as long as neither changes; what follows from several notes is tied anew. The
result is that of `notesync.notes.binding.bind`, which a test holds it to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from notesync.notes.binding import Made, Once, bind_briefs
from notesync.notes.book import Book, Contact, Event
from notesync.notes.packing import Brief, briefs
from notesync.notes.resolving import Resolver
from notesync.notes.threads import Thread


class Recall(Once):
    """Makes records of those notes that have changed; grows to about the size of a book."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._resolver = Resolver(())
        self._names: Sequence[tuple[object, ...]] = ()
        self._briefs: dict[str, dict[str, Brief]] = {}  # kind -> line -> what it says
        # Path -> the brief that something was made of, that, and whom it names without a note.
        self._made: dict[str, tuple[Brief, Any, dict[str, str]]] = {}
        self._contacts: dict[str, tuple[tuple[object, ...], Contact]] = {}
        self._before = (self._made, self._contacts)

    def bind(self, lines: Callable[[str], Sequence[str]]) -> Book:
        """The book of all notes.

        Args:
            lines: Gives the first lines of what `notesync.notes.packing.pack` made of the notes of
                a kind, by path.
        """
        self._before = (self._made, self._contacts)
        self._made, self._contacts = {}, {}
        return bind_briefs(lambda kind: self._read(kind, lines(kind)), self)

    def _read(self, kind: str, lines: Sequence[str]) -> Iterable[Brief]:
        before = self._briefs.get(kind, {})
        fresh = [line for line in lines if line not in before]
        found = dict(zip(fresh, briefs(fresh), strict=True))
        now = {line: before.get(line) or found[line] for line in lines}
        self._briefs[kind] = now
        return now.values()

    def resolver(self, notes: Sequence[Brief]) -> Resolver:
        """The one from before, as long as every name means the same; else all is made anew."""
        known = [(note.kind, note.path, note.aliases, note.fields.get("options")) for note in notes]
        if known != self._names:
            self._names, self._resolver, self._before = known, Resolver(notes), ({}, {})
        self._resolver.ghosts = {}
        return self._resolver

    def make(self, note: Brief, of: Callable[[Brief, Resolver], Made]) -> Made:
        """What `of` makes of a note, and was made of it if the note is the same."""
        everybody = self._resolver.ghosts
        made = self._before[0].get(note.path)
        if made is None or made[0] is not note:
            named: dict[str, str] = {}
            self._resolver.ghosts = named
            made = (note, of(note, self._resolver), named)
            self._resolver.ghosts = everybody
        self._made[note.path] = made
        for ghost, name in made[2].items():
            everybody.setdefault(ghost, name)
        result: Made = made[1]
        return result

    def spent(self, note: Brief) -> Brief:
        """The same: it is needed again."""
        return note

    def contact(
        self, note: Brief, thread: Thread, told: tuple[Event, ...] | None, since: date | None
    ) -> Contact:
        """The record of a person, the same as before while all is that it is made of."""
        made_of = (note, thread, told, since)
        before = self._before[1].get(note.path)
        if before is None or before[0] != made_of:
            before = made_of, super().contact(note, thread, told, since)
        self._contacts[note.path] = before
        return before[1]
