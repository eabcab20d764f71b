"""Bring a note back from the history: any version of any note, also of one that has gone."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from notesync.errors import NotesyncError, NotFound
from notesync.index import inventory
from notesync.merge.renames import note_id
from notesync.notes import document, names
from notesync.notes.document import Document
from notesync.notes.likeness import similar
from notesync.sync.errors import NotInHistory
from notesync.sync.history import History, Version
from notesync.vault.errors import FileVanished
from notesync.words import N_
from notesync.workspace.opening import Workspace
from notesync.workspace.plan import Change, Create, Plan


class NothingSo(NotInHistory):
    """The note is there, but had no version on or before that day."""

    sentence = N_("{path} has no version of {day} or before. The first one is of {first}.")


class NotAText(NotesyncError):
    """The version is no text that could be written."""

    sentence = N_("{path} was no UTF-8 text then. To get its bytes: git show {commit}:{path}")


@dataclass(frozen=True, slots=True)
class Restored:
    """A version that is about to be brought back."""

    version: Version
    text: str
    path: str


def restore(workspace: Workspace, name: str, until: date | None) -> Plan:
    """Bring a note back.

    Args:
        workspace: The vault.
        name: What it is or was called: its path, its file's name, or a name of somebody who is in
            the notes.
        until: As it was on the evening of this day; None for its last version before this one.

    Raises:
        NotInHistory: No note was ever called so.
        NothingSo: It is younger than that.
    """
    with History(workspace.vault) as history:
        every = history.versions()
        versions = _of(every, name) or _of(every, _path(workspace, name))
        if not versions:
            raise NotInHistory(name=name, advice=_advice(every, name, workspace))
        found = _chosen(workspace, history, _with_former(history, every, versions), until)
    words = workspace.words
    day = words.day(_day(found.version), workspace.today)
    said = words.t("{path}: as it was on {day}.", path=found.path, day=day)
    return Plan(f"restore {name}", (_step(workspace, found),), said=said, note=found.path)


def _of(versions: list[Version], name: str) -> list[Version]:
    """The versions of the note that is meant: by its path, else by its file's name."""
    wanted = names.key(names.without_suffix(name))
    by_path = [each for each in versions if names.key(names.without_suffix(each.path)) == wanted]
    if by_path:
        return by_path
    stem = [each for each in versions if _stem(each.path) == wanted]
    # Of several notes of that name the one that was there last.
    return [each for each in stem if each.path == stem[0].path] if stem else []


def _path(workspace: Workspace, name: str) -> str:
    """The note that a name means now; "" for none."""
    with suppress(NotFound):
        return workspace.find(name).path
    return ""


def _with_former(history: History, every: list[Version], found: list[Version]) -> list[Version]:
    """The versions of a note, and behind them those from before it was given another name."""
    whole = list(found)
    while uid := note_id(history.text(whole[-1])):
        renamed = (
            at
            for at, each in enumerate(every)
            if each.gone and each.commit == whole[-1].commit
            if note_id(history.text(each)) == uid
        )
        at = next(renamed, None)
        if at is None:
            break
        former = [each for each in every[at + 1 :] if each.path == every[at].path]
        if not former:
            break
        whole += former
    return whole


def _stem(path: str) -> str:
    return names.key(names.stem(path))


def _advice(every: list[Version], name: str, workspace: Workspace) -> str:
    from difflib import get_close_matches

    known = dict.fromkeys(names.stem(each.path) for each in every)
    alike = similar(name, ((each, each) for each in known))
    near = alike[:3] or get_close_matches(name, known, 3, 0.6)
    if near:
        return workspace.words.t("Did you mean {names}?", names=", ".join(near))
    return workspace.words.t("notesync list shows what there is.")


def _chosen(
    workspace: Workspace, history: History, versions: list[Version], until: date | None
) -> Restored:
    """The version that is meant, and where it goes."""
    if until is not None:
        there = [each for each in versions if _day(each) <= until and not each.gone]
        if not there:
            first = workspace.words.day(_day(versions[-1]), workspace.today)
            day = workspace.words.day(until, workspace.today)
            raise NothingSo(path=versions[0].path, day=day, first=first)
        return _read(workspace, history, there[0])
    found = None
    for each in versions:
        found = _read(workspace, history, each)
        if found.text != _now(workspace, found.path):
            break
    assert found is not None
    return found


def _read(workspace: Workspace, history: History, version: Version) -> Restored:
    data = history.text(version)
    try:
        text = data.decode()
    except UnicodeDecodeError:
        raise NotAText(path=version.path, commit=version.commit[:8]) from None
    return Restored(version, text, _place(workspace, version.path, note_id(data)))


def _place(workspace: Workspace, path: str, uid: str) -> str:
    """Where the note is now: under its old name, or the one that it was given since."""
    if _now(workspace, path) is None and uid:
        paths = inventory.paths_of_id(workspace.store, uid)
        if len(paths) == 1:
            return paths[0]
    return path


def _now(workspace: Workspace, path: str) -> str | None:
    try:
        return workspace.vault.read(path).text
    except FileVanished:
        return None


def _step(workspace: Workspace, found: Restored) -> Create | Change:
    if _now(workspace, found.path) is None:
        return Create(found.path, found.text)

    def splice(_: Document) -> Document:
        return document.read(found.text, found.path)

    return Change(found.path, splice)


def _day(version: Version) -> date:
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=version.at)).astimezone().date()
