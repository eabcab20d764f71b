"""Turn notesync.toml into a `Config`, or into one sentence that says what to write instead.

A key that notesync doesn't know is an error and not ignored: a typo that changes nothing would be
noticed by nobody. Nothing in here is ever executed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from notesync.notes import kinds
from notesync.notes.kinds import KindMap
from notesync.notes.rhythm import Rhythm
from notesync.vault.finding import FILE
from notesync.vault.ignore import compile_ignore
from notesync.vault.simple_toml import tables
from notesync.vault.source import (
    BadConfig,
    ConfigSyntax,
    ConfigUnreadable,
    NotTheSame,
    Source,
    UnquotedKey,
)
from notesync.words import N_

if TYPE_CHECKING:
    from pathlib import Path

LANGUAGES = ("de", "en")
FORMS = ("du", "Sie")
LONGEST = 9999  # of any unit in [rhythm]; dates must stay within the calendar
# What the dashboard's links to a note open. A closed list: a vault can't bring its own commands.
LINKS = ("none", "file", "obsidian", "vscode", "vscodium", "zed")


class Config(NamedTuple):
    """What a vault says about itself.

    Attributes:
        lang: ``de``, ``en``, or "" when nothing is said.
        form: How the user is addressed in German: ``du``, ``Sie``, or "".
        region: Country and state whose public holidays count, ``DE-HH``, or "".
        today: The day that a finished story stops on; None in every vault that is lived in.
        folders: Kind (or ``inbox``) to its folders as written; the first is for new notes.
        kinds: How a note's kind is told from its folder and its ``type:``.
        rhythm: The method's timing rules.
        sync_paths: What sync is limited to; empty means the whole vault.
        sync_branches: Branches of the remote that are merged as well, such as a phone's.
        links: What the dashboard's links to notes open, one of `LINKS`.
        ignore: Globs of what is no part of the vault.
    """

    lang: str = ""
    form: str = ""
    region: str = ""
    today: date | None = None
    folders: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    kinds: KindMap = KindMap()
    rhythm: Rhythm = Rhythm()
    sync_paths: tuple[str, ...] = ()
    sync_branches: tuple[str, ...] = ()
    links: str = "none"
    ignore: tuple[str, ...] = ()

    def folder(self, kind: str, lang: str = "") -> str:
        """The folder in which a new note of this kind is created.

        Args:
            kind: One of `kinds.KINDS` but ``me``, or ``inbox``.
            lang: The language to fall back on when the vault says none.
        """
        if kind in self.folders:
            return self.folders[kind][0]
        return kinds.FOLDERS[self.lang or lang or "en"][kind]


def load(file: str | Path) -> Config:
    """Read a vault's notesync.toml.

    Raises:
        BadConfig: With line and what to write instead.
    """
    try:
        with open(file, "rb") as opened:
            text = opened.read().decode("utf-8-sig")
    except OSError as error:
        raise ConfigUnreadable(where=file, reason=error.strerror) from error
    except UnicodeDecodeError as error:
        raise ConfigUnreadable(where=file, reason=N_("not UTF-8")) from error
    return parse(text, str(file))


def parse(text: str, name: str = FILE) -> Config:
    """Read the text of a notesync.toml.

    Args:
        text: Its text.
        name: What messages call the file.

    Raises:
        BadConfig: With line and what to write instead.
    """
    text = text.replace("\r\n", "\n")
    table = tables(text)
    if table is None:
        table = _tables(text, name)
    source = Source(text, name)
    source.known(table, (), TOP)
    config = Config()
    for key, value in table.items():
        config = TOP[key](source, key, value, config)
    return config


def _tables(text: str, name: str) -> dict[str, object]:
    import tomllib  # most files are plainer

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _syntax(text, name, str(error)) from None
    except RecursionError:
        raise ConfigSyntax(where=name, reason=N_("nested too deeply")) from None


def _syntax(text: str, name: str, said: str) -> BadConfig:
    """What TOML's reader complains about, with its line."""
    found = re.fullmatch(r"(.*?)\s*\(at (?:line (\d+).*|end of document)\)", said, re.DOTALL)
    reason, line = (found[1], found[2]) if found else (said, None)
    lines = text.split("\n")
    number = int(line) if line else len(lines)
    where = f"{name}:{number}"
    key, equals, _ = lines[number - 1].partition("=")
    if equals and not key.isascii() and key.strip().isalnum():
        return UnquotedKey(where=where, key=key.strip())
    return ConfigSyntax(where=where, reason=reason)


# --------------------------------------------------------------------------------- one key each

Read = Callable[[Source, str, object, Config], Config]


def _lang(source: Source, key: str, value: object, config: Config) -> Config:
    return config._replace(lang=source.one_of((key,), value, LANGUAGES))


def _form(source: Source, key: str, value: object, config: Config) -> Config:
    return config._replace(form=source.one_of((key,), value, FORMS))


def _region(source: Source, key: str, value: object, config: Config) -> Config:
    if not isinstance(value, str) or not re.fullmatch(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?", value):
        source.wrong((key,), value, N_('a country or a state of it, such as "DE-HH"'))
    return config._replace(region=value)


def _today(source: Source, key: str, value: object, config: Config) -> Config:
    if isinstance(value, str):
        try:
            value = date.fromisoformat(value)
        except ValueError:
            source.wrong((key,), value, N_('a day such as "2026-05-29"'))
    if not isinstance(value, date) or isinstance(value, datetime):
        source.wrong((key,), value, N_('a day such as "2026-05-29"'))
    return config._replace(today=value)


def _ignore(source: Source, key: str, value: object, config: Config) -> Config:
    wanted = N_('patterns such as ["Templates/", "*.excalidraw.md"]')
    found = source.texts((key,), value, wanted)
    try:
        compile_ignore(found)
    except re.error:
        source.wrong((key,), value, wanted)
    if not all(each.strip("/") for each in found):
        source.wrong((key,), value, wanted)
    return config._replace(ignore=found)


def _folders(source: Source, key: str, value: object, config: Config) -> Config:
    """``[folders] contacts = ["People"]``: more folders of a kind, before the usual ones."""
    source.known(value, (key,), FOLDER_KEYS)
    assert isinstance(value, dict)
    found: dict[str, tuple[str, ...]] = {}
    owner: dict[str, str] = {}
    for name, listed in value.items():
        kind = FOLDER_KEYS[name]
        for folder in source.folders((key, name), listed):
            first = owner.setdefault(folder.casefold(), kind)
            if first != kind:
                where = source.where(key, name)
                raise NotTheSame(where=where, value=folder, first=first, second=kind)
            found[kind] = (*found.get(kind, ()), folder)
    folders = {**config.kinds.folders, **owner}
    return config._replace(folders=found, kinds=config.kinds._replace(folders=folders))


def _types(source: Source, key: str, value: object, config: Config) -> Config:
    """``[types] person = "contact"``: what the vault's own words for a note's type mean."""
    if not isinstance(value, dict):
        source.known(value, (key,), {})
    assert isinstance(value, dict)
    allowed = kinds.default_types()
    found = dict(config.kinds.types)
    for name, kind in value.items():
        if not isinstance(kind, str) or kind.casefold() not in allowed:
            source.wrong((key, name), kind, ", ".join((*kinds.KINDS, kinds.PLAIN)))
        found[unicodedata.normalize("NFC", name).casefold()] = allowed[kind.casefold()]
    return config._replace(kinds=config.kinds._replace(types=found))


def _conversation_kinds(source: Source, key: str, value: object, config: Config) -> Config:
    """``[conversation_kinds] "Meetings/Coffee" = "catch-up"``: what a talk there is."""
    if not isinstance(value, dict):
        source.known(value, (key,), {})
    assert isinstance(value, dict)
    spellings = {
        spelling.casefold(): term.code
        for term in kinds.CONVERSATION_KINDS
        for spelling in (term.code, term.de, *term.also)
    }
    found = {}
    for name, kind in value.items():
        if not isinstance(kind, str) or kind.casefold() not in spellings:
            source.wrong((key, name), kind, ", ".join(t.code for t in kinds.CONVERSATION_KINDS))
        (folder,) = source.folders((key, name), name)
        found[folder.casefold()] = spellings[kind.casefold()]
    return config._replace(kinds=config.kinds._replace(conversation_kinds=found))


def _rhythm(source: Source, key: str, value: object, config: Config) -> Config:
    known = Rhythm._field_defaults
    source.known(value, (key,), known)
    assert isinstance(value, dict)
    for name, number in value.items():
        if type(number) is not int or not 0 < number <= LONGEST:
            source.wrong((key, name), number, N_("a whole number such as 7"))
    return config._replace(rhythm=config.rhythm._replace(**value))


def _sync(source: Source, key: str, value: object, config: Config) -> Config:
    source.known(value, (key,), {"paths": (), "branches": ()})
    assert isinstance(value, dict)
    if "paths" in value:
        config = config._replace(sync_paths=source.folders((key, "paths"), value["paths"]))
    if "branches" in value:
        wanted = N_('branches of the remote, such as ["phone"]')
        found = source.texts((key, "branches"), value["branches"], wanted)
        if not all(re.fullmatch(r"\w(?:[\w./-]*\w)?", name) and ".." not in name for name in found):
            source.wrong((key, "branches"), value["branches"], wanted)
        config = config._replace(sync_branches=found)
    return config


def _dashboard(source: Source, key: str, value: object, config: Config) -> Config:
    source.known(value, (key,), {"links": ""})
    assert isinstance(value, dict)
    links = source.one_of((key, "links"), value.get("links", config.links), LINKS)
    return config._replace(links=links)


# What may stand at the top of a notesync.toml -> what reads it.
TOP: Mapping[str, Read] = {
    "lang": _lang,
    "form": _form,
    "region": _region,
    "today": _today,
    "ignore": _ignore,
    "folders": _folders,
    "types": _types,
    "conversation_kinds": _conversation_kinds,
    "rhythm": _rhythm,
    "sync": _sync,
    "dashboard": _dashboard,
}

# What may stand under [folders]: the usual folder's name in either language, or the kind.
FOLDER_KEYS: Mapping[str, str] = {
    **{folder: kind for kind, folder in kinds.FOLDERS["en"].items()},
    **{folder: kind for kind, folder in kinds.FOLDERS["de"].items()},
    **{kind: kind for kind in kinds.FOLDERS["en"]},
}
