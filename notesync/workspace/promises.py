"""Find an open promise to or of a person, tick it, and write a new one down.

A promise is a task of Obsidian's, in a conversation's note or in the person's own: ``- [ ] me: send
the article 📅 2026-05-09``. Dates are written in the style that the vault already uses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from notesync.errors import NotesyncError, NotFound
from notesync.notes import lines
from notesync.notes.bullets import BOX, WHO
from notesync.notes.document import Document
from notesync.notes.names import search_fold
from notesync.notes.note import Note, Promise
from notesync.notes.refusal import LineChanged
from notesync.vault.errors import FileVanished
from notesync.words import N_
from notesync.workspace import dates
from notesync.workspace.new_notes import language
from notesync.workspace.opening import Workspace
from notesync.workspace.plan import Change, Plan

SECTION = ("Promises", "Versprochen")
LOOKED_AT = 5  # notes with a promise, the newest first, to see how dates are written
# How a due date begins -> how it is written, and what says when the promise was kept.
STYLES: Mapping[str, tuple[str, str]] = {
    "📅": ("📅 {day}", "✅ {day}"),
    "[due::": ("[due:: {day}]", "[completion:: {day}]"),
    "due:": ("due:{day}", "✅ {day}"),
}
_WHO = re.compile(r"([^\W\d_]{1,4})\s*:\s*")
_DUE = re.compile(
    r"[\s,(]*(?:\b(?:until|till|by|bis|due|zum|am)\b:?|📅)\s*(?:zum |am |the )?(.+?)\)?$"
)
_VERB = re.compile(r"\s+(?:zu\s+)?[^\W\d_]{2,}(?:en|ln|rn)$")
_BOX = re.compile(r"^(\s*(?:>\s*)*(?:[-*+]|\d{1,9}[.)])\s+)\[.\]")


class NoPromise(NotFound):
    """Nothing is promised to or by her."""

    sentence = N_("There is no open promise between you and {name}{words}.")


class ManyPromises(NotFound):
    """Several promises fit."""

    sentence = N_("Several promises fit: {candidates}. Add a word of the one that is meant.")


@dataclass(frozen=True, slots=True)
class Open:
    """An open promise and where it stands."""

    promise: Promise
    path: str
    raw: str


def open_with(workspace: Workspace, person: Note, words: str = "") -> list[Open]:
    """The open promises to or of a person in which all these words occur."""
    book = workspace.everything
    found = [(person.path, promise) for promise in person.promises]
    for talk in book.conversations:
        if talk.noted and person.path in talk.people:
            found += [(talk.path, promise) for promise in talk.promises]
    wanted = search_fold(words).split()
    promises = []
    for path, promise in found:
        told = search_fold(promise.text)
        if promise.state == "open" and all(word in told for word in wanted):
            promises.append(Open(promise, path, _raw(workspace, path, promise.line)))
    return [each for each in promises if each.raw]


def choose(person: Note, words: str, found: list[Open]) -> Open:
    """The one that is meant.

    Raises:
        NoPromise, ManyPromises: It is none, or can be several.
    """
    if not found:
        raise NoPromise(name=person.name, words=f" ({words})" if words else "")
    if len(found) > 1:
        raise ManyPromises(candidates="; ".join(f"“{each.promise.text}”" for each in found))
    return found[0]


def tick(workspace: Workspace, person: Note, chosen: Open, day: str) -> Plan:
    """Tick a promise, with the day on which it was kept."""

    def splice(note: Document) -> Document:
        number = _line(note, chosen)
        row = chosen.raw.rstrip()
        blanks = chosen.raw[len(row) :]
        ticked = _BOX.sub(r"\1[x]", row, count=1)
        style = next((mark for mark in STYLES if mark in row), "📅")
        return note.replace_line(
            number, chosen.raw, f"{ticked} {STYLES[style][1].format(day=day)}{blanks}"
        )

    words = workspace.words
    mine = chosen.promise.who == "me"
    said = (
        words.t(
            "Done: “{text}”. That was promised to {name}.",
            text=chosen.promise.text,
            name=person.name,
        )
        if mine
        else words.t("{name} kept a promise: “{text}”.", text=chosen.promise.text, name=person.name)
    )
    return Plan(f"done {person.name}", (Change(chosen.path, splice),), said, note=chosen.path)


def _line(note: Document, chosen: Open) -> int:
    """Where the line stands by now; another program may have moved it."""
    rows = [row.rstrip("\r\n") for row in lines.split(note.body)]
    at = chosen.promise.line - note.body_line
    if 0 <= at < len(rows) and rows[at] == chosen.raw:
        return chosen.promise.line
    if rows.count(chosen.raw) != 1:
        raise LineChanged(str(chosen.promise.line))
    return note.body_line + rows.index(chosen.raw)


def _raw(workspace: Workspace, path: str, line: int) -> str:
    """The line as it stands in the file, "" where it isn't a task any more."""
    try:
        rows = lines.split(workspace.vault.read(path).text)
    except FileVanished:
        return ""
    row = rows[line - 1].rstrip("\r\n") if 0 < line <= len(rows) else ""
    return row if _BOX.match(row) else ""


# ---------------------------------------------------------------- a new one


def written(workspace: Workspace, text: str, day: date) -> str:
    """The task line for a promise as it was typed: ``they: introduce Nora until 15.5.``.

    Args:
        workspace: The vault.
        text: What was typed; without ``they:`` or ``sie:`` the promise is mine.
        day: When it was given.
    """
    told = " ".join(BOX.sub("", text.strip().removeprefix("- ")).split())
    who = _WHO.match(told)
    code = WHO.get(who[1].casefold(), "") if who else ""
    if who and code:
        told = told[who.end() :]
    told, due = _due(told, workspace.today, day)
    lang = language(workspace)
    name = {"me": ("me", "ich"), "they": ("they", "sie")}[code or "me"][lang == "de"]
    end = f" {STYLES[_style(workspace)][0].format(day=due)}" if due else ""
    return f"- [ ] {name}: {told}{end}"


def _due(told: str, today: date, day: date) -> tuple[str, str]:
    """The promise and its ISO day, "" where its last words are no date."""
    at = 0
    while found := _DUE.search(told, at):
        before = told[: found.start()].rstrip(" ,")
        for date_, verb in _apart(found[1]):
            try:
                return f"{before} {verb}".strip(), dates.moment(date_, today, day)[0]
            except NotesyncError:
                continue
        at = found.start() + 1
    return told, ""


def _apart(text: str) -> Iterator[tuple[str, str]]:
    """A date, or one with a verb behind it, as German has it: ``Freitag zu schicken``."""
    yield text, ""
    if found := _VERB.search(text):
        yield text[: found.start()], found.group().strip()


def _style(workspace: Workspace) -> str:
    """How the newest promises with a date have it written."""
    looked_at = 0
    for talk in reversed(workspace.everything.conversations):
        for promise in talk.promises if talk.noted else ():
            if promise.due:
                row = _raw(workspace, talk.path, promise.line)
                looked_at += 1
                if found := next((mark for mark in STYLES if mark in row), ""):
                    return found
                if looked_at >= LOOKED_AT:
                    return "📅"
    return "📅"
