"""What one file says: its kind, its typed fields and the facts in its sections.

A `Note` is the value between a `Document` (text and spans) and the `Book` (all notes, links
resolved). Everything in it is text, numbers and tuples, so that the index can keep it as JSON and
give it back equal. Names and links are as typed; nothing is resolved here.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from notesync.errors import Problem

# A field's value: text (canonical code, ISO date, number as typed …) or a list of texts.
Field = str | tuple[str, ...]
NO_FIELDS: Mapping[str, Field] = MappingProxyType({})


class LogLine(NamedTuple):
    """One dated line under ``## Log`` / ``## Verlauf`` of a contact.

    Attributes:
        day: ISO day.
        verb: A code of `notesync.notes.kinds.VERBS` (or ``told``).
        channel: A code of `CHANNELS`, or "".
        expect: ``yes``, ``no`` or "".
        until: ISO day, or "".
        on: The ``for:`` key's day, or "" (agreed: the planned day; moved: the new day).
        at: The ``for:`` key's time ``HH:MM``, or "".
        minutes: Whole minutes, or 0.
        lint: ``plea``, ``weak``, ``ok`` or "".
        named: Names of people (links' targets or plain names), as typed.
        text: The free text, with its links as typed.
        line: 1-based line in the file.
    """

    day: str
    verb: str
    channel: str = ""
    expect: str = ""
    until: str = ""
    on: str = ""
    at: str = ""
    minutes: int = 0
    lint: str = ""
    named: tuple[str, ...] = ()
    text: str = ""
    line: int = 0


class Insight(NamedTuple):
    """Something learned in a conversation.

    Attributes:
        text: The bullet as typed, without its mark; `notesync.notes.bullets.stated` leaves out the
            question and the stances at its end.
        question: A link's target, or the text of an unlinked heading, or "". It is a question only
            if a note of that kind has this name; else the insight is on none.
        stances: What follows the question's link. What is none of its options is text.
        line: 1-based line in the file; a bullet on two questions gives two insights of one line.
    """

    text: str
    question: str = ""
    stances: tuple[tuple[str, str], ...] = ()  # ("+" or "-", option as typed)
    line: int = 0


class Promise(NamedTuple):
    """A task line ``- [ ] me: …`` (mine) or ``- [ ] they: …`` (theirs).

    ``who`` is ``me`` or ``they``; ``state`` is ``open``, ``done`` or ``dropped``; ``due`` an ISO
    day or ""; ``made`` and ``kept`` ISO days or "" (Obsidian's ➕ and ✅ dates).
    """

    who: str
    text: str
    state: str = "open"
    due: str = ""
    made: str = ""
    kept: str = ""
    line: int = 0


class Note(NamedTuple):
    """One file of the vault, read.

    Attributes:
        path: Relative to the vault, ``/`` between parts, NFC.
        name: The file name without ``.md``.
        kind: One of `KINDS`, or ``note``.
        fields: Schema fields under their canonical key; a value that is wrong (an impossible
            date, an unknown word) is left out here and listed as a problem.
        header: Every front-matter key as typed, text or list of texts, for ``--where``.
        aliases, tags, id: The keys common to all kinds (tags also from ``#tag`` habits).
        log: Log lines, in file order, exact duplicates once (contacts).
        insights, surprises, promises, named: The facts of a conversation's sections; ``named``
            are (name as typed, line), from ``named:`` and ``## Names``.
        links: Targets of all wiki-links in header and body, (target, line), for finding
            backlinks, renames and ambiguities.
        conflicts: Lines of the ``conflicts:`` record (docs/merge.md, "Records").
        problems: What is wrong in it, with lines.
    """

    path: str
    name: str
    kind: str
    fields: Mapping[str, Field] = NO_FIELDS
    header: Mapping[str, Field] = NO_FIELDS
    id: str = ""
    aliases: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    log: tuple[LogLine, ...] = ()
    insights: tuple[Insight, ...] = ()
    surprises: tuple[tuple[str, int], ...] = ()
    promises: tuple[Promise, ...] = ()
    named: tuple[tuple[str, int], ...] = ()
    links: tuple[tuple[str, int], ...] = ()
    conflicts: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    def text(self, key: str) -> str:
        """A field as one text; "" when absent, a list's first item when it is a list."""
        value = self.fields.get(key, "")
        return value if isinstance(value, str) else next(iter(value), "")

    def texts(self, key: str) -> tuple[str, ...]:
        """A field as a tuple of texts; empty when absent."""
        value = self.fields.get(key, ())
        return (value,) if isinstance(value, str) else value
