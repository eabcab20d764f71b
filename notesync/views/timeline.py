"""Turn everything the notes hold on one person into one line of time.

Her log, the conversations with her, promises both ways, and who led to whom; `show` and the
dashboard say it in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from notesync.notes.note import Promise
from notesync.notes.threads import RANKS
from notesync.views.facts import Facts, Person

# The order of what a day holds.
_ORDER: Mapping[str, int] = {
    **RANKS,
    "named": -1,
    "talk": RANKS["talked"],
    "led": RANKS["talked"] + 1,
    "promise": 99,
}


class Entry(NamedTuple):  # of all people there are thousands
    """One line of a timeline.

    Attributes:
        day: None when nothing says when; such entries come last.
        kind: A log verb's code; ``talk`` for a conversation; ``promise``; ``named`` (she was named
            to me), ``led`` (she named somebody).
        text: Free text, a promise's text, or "".
        channel: How, or "".
        state: Of a conversation held, planned, pending, cancelled or no-show; of a promise open,
            done or dropped.
        who: Of a promise ``me`` or ``they``.
        others: Keys of other people in it.
        until: The day of ``until:``, ``for:`` or a promise's due date.
        expect: What I guessed when I asked.
        key: The conversation's key, or "".
        path, line: Where it stands.
    """

    day: date | None
    kind: str
    text: str = ""
    channel: str = ""
    state: str = ""
    who: str = ""
    others: tuple[str, ...] = ()
    until: date | None = None
    expect: str = ""
    key: str = ""
    path: str = ""
    line: int = 0


def timeline(key: str, facts: Facts) -> tuple[Entry, ...]:
    """Everything about a person, the oldest first.

    Raises:
        KeyError: There is no such person today.
    """
    person = facts.people[key]
    entries = [*_log(person), *_talks(person, facts), *_promises(person, facts)]
    entries += _namings(person, facts)
    return tuple(sorted(entries, key=_place))


def _place(entry: Entry) -> tuple[date, int, int]:
    return (entry.day or date.max, _ORDER.get(entry.kind, 98), entry.line)


def _log(person: Person) -> Iterable[Entry]:
    for event in person.contact.log:
        if event.verb != "talked":
            yield Entry(
                event.day,
                event.verb,
                event.text,
                event.channel,
                others=event.named,
                until=event.until or event.on,
                expect=event.expect,
                path=person.key,
                line=event.line,
            )


def _talks(person: Person, facts: Facts) -> Iterable[Entry]:
    """All conversations with her, also those that didn't take place."""
    texts = {event.line: event.text for event in person.contact.log if event.verb == "talked"}
    states = {
        talk.key: (state, talk)
        for state, talks in (
            ("held", person.talks),
            ("planned", person.ahead),
            ("pending", person.pending),
        )
        for talk in talks
    }
    for talk in facts.book.conversations:
        if talk.key not in states and person.key in talk.people:
            state = talk.state if talk.state in {"cancelled", "no-show"} else "cancelled"
            states[talk.key] = (state if talk.day else "", talk)
    for state, talk in states.values():
        line = 0 if talk.noted else int(talk.key.rpartition("#")[2])
        yield Entry(
            talk.day,
            "talk",
            texts.get(line, ""),
            talk.channel,
            state,
            others=tuple(key for key in talk.people if key != person.key),
            key=talk.key,
            path=talk.path,
            line=line,
        )


def _promises(person: Person, facts: Facts) -> Iterable[Entry]:
    for promise in person.contact.promises:
        yield _promise(promise, None, person.key)
    for talk in facts.book.conversations:
        if talk.promises and person.key in talk.people:
            for promise in talk.promises:
                yield _promise(promise, talk.day, talk.path)


def _promise(promise: Promise, talked: date | None, path: str) -> Entry:
    made = date.fromisoformat(promise.made) if promise.made else talked
    due = date.fromisoformat(promise.due) if promise.due else None
    return Entry(
        made,
        "promise",
        promise.text,
        state=promise.state,
        who=promise.who,
        until=due,
        path=path,
        line=promise.line,
    )


def _namings(person: Person, facts: Facts) -> Iterable[Entry]:
    """Who named her first, and whom she named in conversations (her log says it itself)."""
    naming = facts.book.namings.get(person.key)
    if naming:
        yield Entry(naming.day, "named", others=naming.by, key=naming.source, path=naming.source)
    elif person.introducers:
        since = person.contact.since
        yield Entry(since, "named", others=person.introducers, path=person.key)
    for talk in facts.book.conversations:
        if talk.named and person.key in talk.people:
            yield Entry(talk.day, "led", others=talk.named, key=talk.key, path=talk.path)
