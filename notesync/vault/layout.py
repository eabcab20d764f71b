"""Turn a folder into a vault: look, say what would be done, then do it.

`plan` gives actions as values and changes nothing; `apply` does them. Nothing that is there is ever
overwritten, and a second time there is nothing left to do.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator
from datetime import date
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from notesync.errors import UsageError
from notesync.notes import kinds
from notesync.vault import atomic, clone, config, starter, survey
from notesync.vault.actions import (
    IN_THE_WAY,
    LEFT_OUT,
    MAPPED,
    USES,
    Action,
    AppendLines,
    CreateFolder,
    InitGit,
    Keep,
    MergeDriver,
    Tell,
    WriteFile,
)
from notesync.vault.config import Config
from notesync.vault.errors import NameTaken, refusal
from notesync.vault.finding import FILE
from notesync.vault.names import twin
from notesync.vault.survey import Survey
from notesync.words import N_


class NotEmpty(UsageError):
    """The example story may only go into a folder of its own."""

    sentence = N_(
        "{folder} is not empty. The example goes into a folder of its own: "
        "notesync init --demo example"
    )


class InsideVault(UsageError):
    """A vault in a vault would count everything twice."""

    sentence = N_("{folder} lies in the vault {vault} already. There is nothing to do.")


class NoSuchFolder(UsageError):
    """A file where the vault should be."""

    sentence = N_("{folder} is a file. Name a folder: notesync init FOLDER")


# ---------------------------------------------------------------------------------------- plan


def plan(
    folder: Path, *, lang: str, region: str = "", demo: bool = False, today: date | None = None
) -> list[Action]:
    """What makes this folder a vault.

    Args:
        folder: It need not be there yet.
        lang: ``de`` or ``en``, for a vault that says nothing itself.
        region: Such as ``DE-HH``.
        demo: Fill it with the example story.
        today: From when things count, written into me.md.

    Raises:
        UsageError: The folder can't become a vault.
        BadConfig: Its notesync.toml is wrong.
        CantWrite: The folder can't be looked into.
    """
    folder = Path(os.path.realpath(folder))
    try:
        return _plan(folder, (lang, region), today, demo=demo)
    except OSError as error:
        raise refusal(error, str(folder)) from error


def _plan(folder: Path, place: tuple[str, str], today: date | None, *, demo: bool) -> list[Action]:
    lang, region = place
    if folder.exists() and not folder.is_dir():
        raise NoSuchFolder(folder=folder)
    found = survey.look(folder)
    if found.vault_above:
        raise InsideVault(folder=folder, vault=found.vault_above)
    if demo:
        if not found.empty:
            raise NotEmpty(folder=folder)
        return [*_folder(folder), *_demo(folder, lang), *clone.repository(folder, found)]
    file = folder / FILE
    if file.exists():
        settings = config.load(file)
        first: list[Action] = [Keep(file)]
    else:
        text = _config_text(found, lang, region)
        settings = config.parse(text)
        first = [*_told(folder, found), WriteFile(file, text.encode())]
    lang = settings.lang or lang
    return [
        *_folder(folder),
        *first,
        *_kind_folders(folder, settings, lang),
        *_me(folder, lang, today),
        *clone.ignored(folder, clone.IGNORED),
        *(clone.ignored(folder, clone.WORKSPACE, ask=True) if "Obsidian" in found.apps else ()),
        *clone.repository(folder, found),
        *clone.driver(folder, found),
    ]


def _folder(folder: Path) -> list[Action]:
    return [] if folder.is_dir() else [CreateFolder(folder)]


def _config_text(found: Survey, lang: str, region: str) -> str:
    usual = kinds.FOLDERS[lang]
    folders = {kind: each for kind, each in found.folders.items() if each != (usual[kind],)}
    ignore = tuple(f"{each}/" for each in found.templates)
    return starter.config_text(lang, region, folders, found.types, ignore)


def _told(folder: Path, found: Survey) -> Iterator[Action]:
    for app in found.apps:
        yield Tell(folder, USES, app)
    for kind, places in found.folders.items():
        for place in places:
            yield Tell(folder / place, MAPPED, kind)
    for name, kind in found.types.items():
        yield Tell(folder / FILE, MAPPED, f"type: {name} = {kind}")
    for place in found.templates:
        yield Tell(folder / place, LEFT_OUT, FILE)


def _kind_folders(folder: Path, settings: Config, lang: str) -> Iterator[Action]:
    for kind in kinds.FOLDERS[lang]:
        place = folder / settings.folder(kind, lang)
        other = None if place.exists() else twin(str(place))
        there = place.with_name(other) if other else place
        if there.is_dir():
            yield Keep(there)
        elif there.exists():
            yield Tell(there, IN_THE_WAY, FILE)
        else:
            yield CreateFolder(place)


def _me(folder: Path, lang: str, today: date | None) -> Iterator[Action]:
    there = twin(str(folder / "me.md"))
    if there:
        yield Keep(folder / there)
    else:
        yield WriteFile(folder / "me.md", starter.me_text(lang, today).encode())


def _demo(folder: Path, lang: str) -> Iterator[Action]:
    def walk(source: Traversable, target: Path) -> Iterator[Action]:
        for each in sorted(source.iterdir(), key=lambda each: each.name):
            if each.is_dir():
                yield CreateFolder(target / each.name)
                yield from walk(each, target / each.name)
            else:
                yield WriteFile(target / each.name, each.read_bytes())

    yield from walk(resources.files("notesync") / "demo" / lang, folder)


# --------------------------------------------------------------------------------------- apply


def apply(actions: Iterable[Action]) -> list[Action]:
    """Do what was planned.

    Args:
        actions: From `plan`, without those with `ask` that the user doesn't want.

    Returns:
        What was done; a file that has come to be meanwhile is kept.

    Raises:
        CantWrite: The disk refuses; what was done before stays and is found the next time.
    """
    return [_do(action) for action in actions]


def _do(action: Action) -> Action:
    try:
        match action:
            case CreateFolder():
                action.path.mkdir(parents=True, exist_ok=True)
            case WriteFile():
                with contextlib.suppress(FileExistsError):
                    atomic.create(str(action.path), action.content, str(action.path))
            case AppendLines():
                clone.append(action)
            case InitGit():
                return clone.begin(action)
            case MergeDriver():
                return clone.install(action)
    except NameTaken:
        return Keep(action.path)
    except OSError as error:
        raise refusal(error, str(action.path)) from error
    return action
