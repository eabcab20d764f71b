"""Hear a sentence of the user's own: who is meant by its names, and which day by its days.

`heard` reads it with the names that the notes know; `Heard.doubts` and `unclear_day` are what it
leaves open. A door asks the user, or has it settled by `alone`, which refuses rather than guesses.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from notesync.errors import NotFound, UsageError
from notesync.index import inventory, lookup
from notesync.notes import names
from notesync.notes.likeness import similar
from notesync.notes.names import search_fold
from notesync.notes.sayings.known import Known, known
from notesync.notes.sayings.reading import read
from notesync.notes.sayings.saying import PLAN, TALK, Act, Saying
from notesync.words import N_
from notesync.workspace import namings, new_notes
from notesync.workspace.opening import Ambiguous, Workspace
from notesync.workspace.settling import Settled, settle

NEW, OUT = "new", "out"  # what may become of somebody unknown, beside the path of whom it is


class Nobody(UsageError):
    """A sentence in which nobody is found."""

    sentence = N_(
        "Nobody of your notes is in “{sentence}”. Name somebody, for example: "
        'notesync say "Coffee with {example}"'
    )


class NotKnown(NotFound):
    """Somebody who isn't in the notes, and nobody to ask."""

    sentence = N_(
        "“{name}” is not in your notes{near}. If that is somebody new: "
        'notesync say … --new "{name}"'
    )


class WhichDay(UsageError):
    """Words that fix no day, and nobody to ask."""

    sentence = N_("Which day is meant by “{words}”? Add it as --on DATE.")


@dataclass(frozen=True, slots=True)
class Doubt:
    """Somebody of whom it isn't clear who she is.

    Attributes:
        name: Her name as it stands in the sentence.
        paths: Whom it can mean, the likest first.
        needed: Whether nothing can be written without her.
        certain: Whether one of `paths` bears this very name.
    """

    name: str
    paths: tuple[str, ...]
    needed: bool
    certain: bool


@dataclass(frozen=True, slots=True)
class Heard:
    """A sentence, read.

    Attributes:
        saying: What it says.
        today: The day on which it was said.
        doubts: Who isn't clear.
        days: Each act's days.
    """

    saying: Saying
    today: date
    doubts: tuple[Doubt, ...]
    days: tuple[Settled, ...]


def names_known(workspace: Workspace) -> Known:
    """Everybody and everything that the notes know by name."""
    organizations = (name for _, name in inventory.all_names(workspace.store, "organization"))
    cities = inventory.values_of(workspace.store, "city")
    return known(namings.everybody(workspace), organizations, cities)


def heard(workspace: Workspace, sentence: str, today: date | None = None, on: str = "") -> Heard:
    """Read a sentence.

    Args:
        workspace: The vault.
        sentence: The sentence.
        today: The day on which it was said, if not today.
        on: The ISO day that the user says beside it; "" where the sentence says it.

    Raises:
        Nobody: Nobody is in it.
        NotADay: It speaks of a day that doesn't exist.
    """
    today = today or workspace.today
    saying = read(sentence, names_known(workspace), new_notes.language(workspace))
    if not saying.acts:
        example = names.stem(inventory.newest(workspace.store, "contact"))
        raise Nobody(sentence=" ".join(sentence.split()), example=example or "Nora Lind")
    days = tuple(_settled(act, today, on) for act in saying.acts)
    return Heard(saying, today, tuple(_doubts(workspace, saying)), days)


def _settled(act: Act, today: date, on: str) -> Settled:
    found = settle(act, today)
    if not on:
        return found
    if found.verb == PLAN or (found.verb == TALK and on > today.isoformat()):
        return Settled(PLAN, today.isoformat(), on)
    return replace(found, on=on, days=(), vague="")


def on_day(heard_: Heard, day: str) -> Heard:
    """The same with the user's answer to which day was meant."""
    days = tuple(
        _settled(act, heard_.today, day) if settled.days or settled.vague else settled
        for act, settled in zip(heard_.saying.acts, heard_.days, strict=True)
    )
    return replace(heard_, days=days)


# ---------------------------------------------------------------- who is meant


def _doubts(workspace: Workspace, saying: Saying) -> Iterable[Doubt]:
    found: dict[str, Doubt] = {}
    everybody = namings.everybody(workspace)
    for act in saying.acts:
        for one, needed in (
            *((one, True) for one in act.people),
            *((one, False) for one in act.named),
        ):
            if len(one.paths) == 1 and not one.doubtful:
                continue
            key = search_fold(one.text)
            held = key in found and found[key].needed
            paths = one.paths or _like(workspace, one.text, everybody)
            certain = bool(one.paths) and not one.doubtful
            found[key] = Doubt(one.text, paths, needed or held, certain)
    return found.values()


def _like(workspace: Workspace, name: str, everybody: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Those whom a name that nobody has can mean all the same."""
    found = lookup.resolve(workspace.store, name, ("contact",))
    return tuple(dict.fromkeys((*found, *similar(name, everybody))))


def alone(heard_: Heard, new: Sequence[str]) -> dict[str, str]:
    """What becomes of those in doubt where nobody can be asked.

    Args:
        heard_: The sentence.
        new: Names that the user says are of somebody new.

    Raises:
        NotKnown: Somebody is needed and not known.
        Ambiguous: Somebody can be several.
        WhichDay: The day isn't clear.
    """
    fresh = {search_fold(name) for name in new}
    answers = {}
    for doubt in heard_.doubts:
        if search_fold(doubt.name) in fresh:
            answers[doubt.name] = NEW
        elif doubt.certain:
            candidates = ", ".join(map(names.without_suffix, doubt.paths))
            raise Ambiguous(name=doubt.name, candidates=candidates)
        elif doubt.needed:
            near = ", ".join(map(names.stem, doubt.paths[:3]))
            raise NotKnown(name=doubt.name, near=f" ({near}?)" if near else "")
        else:
            answers[doubt.name] = OUT
    if unclear := unclear_day(heard_):
        raise WhichDay(words=unclear)
    return answers


def unclear_day(heard_: Heard) -> str:
    """The words whose day isn't clear, or ""."""
    for act, settled in zip(heard_.saying.acts, heard_.days, strict=True):
        if settled.days or settled.vague:
            return settled.vague or next((when.text for when in act.days), "")
    return ""
