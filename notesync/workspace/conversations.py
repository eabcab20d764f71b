"""Find the conversation that is meant, plan one, or give it another date.

A conversation is one note: planned when it was agreed, completed when it took place. What is found
here is what `talk` completes instead of writing a second note.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from notesync.index import inventory
from notesync.notes import links, names, values
from notesync.notes.book import Conversation
from notesync.notes.document import Document, HeaderValue
from notesync.notes.fields import key_of
from notesync.notes.note import Note
from notesync.views.plans import DEAD
from notesync.workspace import new_notes, relinking, typed
from notesync.workspace.new_notes import language
from notesync.workspace.opening import Workspace
from notesync.workspace.plan import Change, Create, Step

# How far the day that was planned may lie from the day on which it was, to be the same one.
BEHIND, AHEAD = timedelta(days=28), timedelta(days=2)


def noted(workspace: Workspace, paths: Iterable[str]) -> list[Conversation]:
    """The conversations with a note in which any of these people takes part, by day."""
    wanted = set(paths)
    return [
        talk
        for talk in workspace.everything.conversations
        if talk.noted and talk.day and wanted.intersection(talk.people)
    ]


def is_planned(talk: Conversation, today: date) -> bool:
    """Whether it is still to come, or waits to be confirmed."""
    return talk.state == "planned" or (not talk.state and talk.day is not None and talk.day > today)


def planned(workspace: Workspace, path: str, since: str) -> Conversation | None:
    """The planned conversation that a word about "it" means: the next one, else the last.

    Args:
        workspace: The vault.
        path: With whom.
        since: The ISO day on which the word was said.
    """
    found = [talk for talk in noted(workspace, (path,)) if is_planned(talk, workspace.today)]
    ahead = [talk for talk in found if talk.day and talk.day.isoformat() >= since]
    return next(iter(ahead), found[-1] if found else None)


def meant(workspace: Workspace, people: Sequence[str], day: date) -> Conversation | None:
    """The conversation of that day with these people that has a note already.

    That is the one of the very day; else a planned one whose day is near enough to be the same.
    """
    found = [talk for talk in noted(workspace, people) if talk.state not in DEAD]
    if same := [talk for talk in found if talk.day == day]:
        return max(same, key=lambda talk: len(set(people).intersection(talk.people)))
    near = [
        talk
        for talk in found
        if talk.day
        and is_planned(talk, workspace.today)
        and day - BEHIND <= talk.day <= day + AHEAD
    ]
    return min(near, key=lambda talk: abs((talk.day or day) - day), default=None)


# ---------------------------------------------------------------- writing


def put(
    note: Document, name: str, value: str | Sequence[str], kind: str = "conversation"
) -> Document:
    """Set a key of ours under the spelling that stands there, or in its natural place."""
    return note.set(spelled(note, kind, name), value, after=typed.before(note.header, kind, name))


def spelled(note: Document, kind: str, name: str) -> str:
    """How a key of ours is spelled in this note."""
    wanted = key_of(kind, name)
    spellings = [key for key in note.header if wanted is not None and key_of(kind, key) is wanted]
    return name if name in spellings or not spellings else spellings[0]


def agreed(workspace: Workspace, person: Note, day: str, time: str) -> list[Step]:
    """The steps that plan a conversation; one of that day stays the only one."""
    for talk in noted(workspace, (person.path,)):
        if talk.day and talk.day.isoformat() == day and talk.state not in DEAD:
            if not time or talk.time:
                return []
            return [Change(talk.path, lambda note: put(note, "time", time))]
    state = values.word("state", "planned", language(workspace))
    return [new(workspace, [person.path], day, {"time": time, "state": state})]


def new(
    workspace: Workspace,
    people: Sequence[str],
    day: str,
    header: Mapping[str, str | Sequence[str]],
    body: str = "",
) -> Create:
    """The step that makes a conversation's note, called ``2026-05-05 Carla Voigt``."""
    stems = [names.stem(path) for path in people]
    with_whom = tuple(links.write(new_notes.link_to(workspace, path)) for path in people)
    name = f"{day} {', '.join(stems)}"
    free, more = name, 1
    while new_notes.same_name(workspace, "conversation", free):
        more += 1
        free = f"{name} {more}"
    values_ = {key: value for key, value in header.items() if value}
    return new_notes.create(
        workspace, "conversation", free, {"date": day, "people": with_whom, **values_}, body
    )


def redated(workspace: Workspace, talk: Conversation, day: str, time: str = "") -> list[Step]:
    """The steps that give a conversation another day; its file follows when it is named by it."""
    old = talk.day.isoformat() if talk.day else ""

    def splice(note: Document) -> Document:
        if note.get(spelled(note, "conversation", "date")) or not _named_by(talk.path, old):
            was = note.get(spelled(note, "conversation", "date"))
            note = put(note, "date", _in_form(was, day, time))
        return put(note, "time", time) if time else note

    if not _named_by(talk.path, old):
        return [Change(talk.path, splice)]
    place, _, name = talk.path.rpartition("/")
    target = f"{place}/{day}{name[len(old) :]}" if place else f"{day}{name[len(old) :]}"
    if day == old or inventory.holds(workspace.store, target):
        return [Change(talk.path, splice)]
    return list(relinking.moving(workspace, talk.path, target, splice))


def _named_by(path: str, day: str) -> bool:
    return bool(day) and path.rpartition("/")[2].startswith(day)


def _in_form(was: HeaderValue | None, day: str, time: str) -> str:
    """The new day, with its time where the old one had it there."""
    moment = values.moment(was) if isinstance(was, str) else None
    old_time = moment[1] if moment else ""
    return f"{day}T{time or old_time}" if old_time else day
