"""Turn a conversation that was written down into what is said of it, and into what follows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from notesync.notes.note import Note
from notesync.views.sentences import join
from notesync.workspace import namings
from notesync.workspace.opening import Workspace


def said(workspace: Workspace, callers: str, day: date, state: str, *, new: bool) -> str:
    """What has been written.

    Args:
        workspace: The vault.
        callers: Those who took part, as one says it.
        day: When it was.
        state: A code: planned, cancelled, no-show, or "".
        new: Whether there was no note of it yet.
    """
    words = workspace.words
    when = words.day(day, workspace.today)
    if state == "planned":
        return words.t("Planned: a conversation with {name}, {when}.", name=callers, when=when)
    if state == "cancelled":
        return words.t(
            "The conversation with {name} on {when} didn't happen.", name=callers, when=when
        )
    if state == "no-show":
        return words.t("{name} didn't come on {when}.", name=callers, when=when)
    if new:
        return words.t("Noted: a conversation with {name}, {when}.", name=callers, when=when)
    return words.t("Added to your conversation with {name}, {when}.", name=callers, when=when)


def next_step(
    workspace: Workspace, with_whom: Sequence[Note], day: date, new: Sequence[str], *, thanks: bool
) -> str:
    """What follows: thanks, where one says them, and the names of people new to the vault."""
    words, parts = workspace.words, []
    if new:
        parts.append(namings.news(workspace, new))
    owed = [person.name for person in with_whom if not _thanked(person, day)]
    if thanks and owed:
        callers = join(owed, words)
        due = day + timedelta(days=workspace.vault.config.rhythm.thanks)
        if due == workspace.today:
            parts.append(words.t("Thank {name} today.", name=callers))
        elif due == workspace.today + timedelta(days=1):
            parts.append(words.t("Thank {name} by tomorrow.", name=callers))
        elif due > workspace.today:
            parts.append(words.t("Thank {name} by {when}.", name=callers, when=words.day(due)))
        else:
            parts.append(words.t("A thank-you to {name} is still welcome.", name=callers))
    return " ".join(parts)


def _thanked(person: Note, day: date) -> bool:
    """Whether she has been thanked since that day, or on it."""
    return any(line.verb == "thanked" and line.day >= day.isoformat() for line in person.log)
