"""Turn what is said of a conversation in one line into its note: a new one, or the planned one.

What was learned goes under its question, names into the header, promises into a list of their own.
A planned conversation with that person is completed and never doubled, whatever day it took place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from notesync.errors import UsageError
from notesync.notes import links, names, values
from notesync.notes.body import SECTIONS
from notesync.notes.book import Conversation
from notesync.notes.document import Document
from notesync.notes.note import Note
from notesync.views.plans import DEAD
from notesync.views.sentences import join
from notesync.views.thanks_promises import THANKED_KINDS
from notesync.words import N_
from notesync.workspace import conversations, dates, learning, namings, promises, telling, typed
from notesync.workspace.namings import Named
from notesync.workspace.new_notes import language
from notesync.workspace.opening import Workspace
from notesync.workspace.plan import Change, Plan, Step

NOTES = ("Notes", "Notizen")  # where a line goes that was said later
_CONFIDENCE = re.compile(r"([1-5])?\s*(?:-|–|>|→|\.\.)?\s*([1-5])")


class BadConfidence(UsageError):
    """Neither two numbers nor one."""

    sentence = N_('"{value}" is not a confidence. Write before and after as 2-4, from 1 to 5.')


class NotMinutes(UsageError):
    """No number of minutes."""

    sentence = N_('"{value}" is not a number of minutes. Write it as 20.')


class StillToCome(UsageError):
    """A conversation that lies ahead, told as if it had been."""

    sentence = N_("{day} is still ahead. To plan a conversation, add --planned.")


@dataclass(frozen=True, slots=True)
class Told:
    """What the options of ``talk`` say, as typed; "" where nothing is."""

    on: str = ""
    at: str = ""
    by: str = ""
    kind: str = ""
    minutes: str = ""
    city: str = ""
    named: tuple[str, ...] = ()
    learned: tuple[learning.Learned, ...] = ()
    promises: tuple[str, ...] = ()
    confidence: str = ""
    state: str = ""  # a code: planned, cancelled, no-show
    text: str = ""  # what else is to be kept of it


@dataclass(frozen=True, slots=True)
class _Talk:
    """What is to be written, read and ready.

    Attributes:
        header: Canonical key to text or texts, in the order in which they are set.
        learned: (heading of the question or "", line).
        promises: Lines.
        text: A line of its own, or "".
        lang: The vault's language.
    """

    header: tuple[tuple[str, str | tuple[str, ...]], ...]
    learned: tuple[tuple[tuple[str, ...], str], ...]
    promises: tuple[str, ...]
    text: str
    lang: str


def plan(
    workspace: Workspace,
    with_whom: Sequence[Note],
    told: Told,
    met: Named | None = None,
) -> Plan:
    """Write a conversation down.

    Args:
        workspace: The vault.
        with_whom: Those who took part.
        told: What was typed.
        met: Whom the names in it mean, where that is settled already.

    Raises:
        NotFound: A name or a question isn't known, or can be several.
        UsageError: Something can't be meant.
    """
    day, time = _when(workspace, told)
    paths = [person.path for person in with_whom]
    met = met or namings.named(workspace, told.named, by=with_whom)
    if told.state in DEAD and not told.on:
        known = conversations.planned(workspace, paths[0], day.isoformat())
        day = known.day if known and known.day else day
    else:
        known = conversations.meant(workspace, paths, day)
    talk = _read(workspace, told, time, met.links, day, known)
    if known is None:
        path, steps = _made(workspace, paths, day, talk)
    else:
        path, steps = _completed(workspace, known, day, talk)
    callers = join([person.name for person in with_whom], workspace.words)
    return Plan(
        command=f"talk {callers}",
        steps=(*steps, *met.steps),
        said=telling.said(workspace, callers, day, told.state, new=known is None),
        next=telling.next_step(workspace, with_whom, day, met.new, thanks=_thanked(told)),
        note=path,
    )


def _thanked(told: Told) -> bool:
    """Whether one says thanks after it."""
    kind = values.code("kind", told.kind) or "information"
    return not told.state and kind in THANKED_KINDS


def _when(workspace: Workspace, told: Told) -> tuple[date, str]:
    """The day and the time of the conversation."""
    today = workspace.today
    since = today if told.state == "planned" else None
    day, time = dates.moment(told.on or today.isoformat(), today, since)
    if day > today.isoformat() and not told.state:
        raise StillToCome(day=day)
    return date.fromisoformat(day), dates.clock(told.at) if told.at else time


def _read(
    workspace: Workspace,
    told: Told,
    time: str,
    named: Sequence[str],
    day: date,
    known: Conversation | None,
) -> _Talk:
    lang = language(workspace)
    state = told.state
    if not state and known is not None and known.state:
        state = "held"
    before, after = _confidence(told.confidence)
    insight = partial(learning.insight, workspace)
    header: list[tuple[str, str | tuple[str, ...]]] = [
        ("time", time),
        ("kind", typed.word("kind", told.kind, lang)),
        ("channel", typed.word("channel", told.by, lang)),
        ("minutes", _minutes(told.minutes)),
        ("city", told.city.strip()),
        ("named", tuple(map(links.write, named))),
        ("state", values.word("state", state, lang) if state else ""),
        ("confidence_before", before),
        ("confidence_after", after),
    ]
    return _Talk(
        tuple((key, value) for key, value in header if value),
        # what is on no question stands above the questions' headings
        tuple(sorted(map(insight, told.learned), key=lambda found: bool(found[0]))),
        tuple(promises.written(workspace, text, day) for text in told.promises),
        " ".join(told.text.split()),
        lang,
    )


def _minutes(text: str) -> str:
    found = values.minutes(text) if text else ""
    if found is None:
        raise NotMinutes(value=text)
    return found


def _confidence(text: str) -> tuple[str, str]:
    if not text:
        return "", ""
    found = _CONFIDENCE.fullmatch(text.strip())
    if found is None:
        raise BadConfidence(value=text)
    return found[1] or "", found[2]


# ---------------------------------------------------------------- the note


def _made(
    workspace: Workspace, paths: Sequence[str], day: date, talk: _Talk
) -> tuple[str, list[Step]]:
    """The step that makes a new note, its body in order."""
    learned, promised = _headings("learned", talk.lang), _sections(promises.SECTION, talk.lang)
    rows = [talk.text, ""] if talk.text else []
    if talk.learned:
        rows += [f"## {learned[0]}", ""]
        groups: dict[tuple[str, ...], list[str]] = {(): []}
        for headings, line in talk.learned:
            groups.setdefault(headings, []).append(line)
        for headings, found in groups.items():
            rows += [f"### {headings[0]}", ""] if headings else []
            rows += [*found, ""] if found else []
    if talk.promises:
        rows += [f"## {promised[0]}", "", *talk.promises]
    step = conversations.new(workspace, paths, day.isoformat(), dict(talk.header), "\n".join(rows))
    return step.path, [step]


def _completed(
    workspace: Workspace, known: Conversation, day: date, talk: _Talk
) -> tuple[str, list[Step]]:
    """The steps that complete a note that is there."""
    learned, promised = _headings("learned", talk.lang), _sections(promises.SECTION, talk.lang)

    def splice(note: Document) -> Document:
        for key, value in talk.header:
            if isinstance(value, str):
                note = conversations.put(note, key, value)
            else:
                note = _with_names(note, key, value)
        if talk.text:
            note = note.add_line(_sections(NOTES, talk.lang), f"- {talk.text}")
        for headings, line in talk.learned:
            if headings:
                note = note.add_line(headings, line, level=3, under=learned)
            else:
                note = note.add_line(learned, line)
        for line in talk.promises:
            note = note.add_line(promised, line)
        return note

    if known.day == day:
        return known.path, [Change(known.path, splice)]
    moved = conversations.redated(workspace, known, day.isoformat())
    first = moved[0]
    assert isinstance(first, Change)
    both = replace(first, splice=lambda note: splice(first.splice(note)))
    path = next((step.new for step in moved if hasattr(step, "new")), known.path)
    return path, [both, *moved[1:]]


def _with_names(note: Document, key: str, value: Iterable[str]) -> Document:
    """The note with names added that it doesn't have."""
    spelled = conversations.spelled(note, "conversation", key)
    held = note.get(spelled)
    texts = held if isinstance(held, tuple) else (held,)
    there = {names.key(links.plain(text)) for text in texts if isinstance(text, str)}
    fresh = [text for text in value if names.key(links.plain(text)) not in there]
    if held is None:
        return conversations.put(note, key, fresh)
    return note.append(spelled, *fresh)


def _headings(section: str, lang: str) -> tuple[str, ...]:
    return _sections(SECTIONS[section], lang)


def _sections(headings: Sequence[str], lang: str) -> tuple[str, ...]:
    """The headings of a section, the vault's language first."""
    english, german, *more = headings
    return (german, english, *more) if lang == "de" else (english, german, *more)
