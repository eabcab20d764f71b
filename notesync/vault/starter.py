"""The two files that a new vault begins with, in both languages: notesync.toml and me.md."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date

from notesync.notes import kinds

_CONFIG = {
    "en": """\
# This file makes its folder a notesync vault. Every line may be changed or left out;
# what begins with # is an example. After a change, notesync check says whether all is well.

{lang}
{region}  # country and state: their public holidays are no working days
{ignore}

[folders]  # where your notes are, if not in contacts, conversations, organizations …
{folders}

[types]  # what your own words after "type:" mean
{types}

[conversation_kinds]  # what a conversation in a folder is, unless its note says otherwise
# "conversations/Coffee" = "catch-up"

[rhythm]  # after how many days or weeks notesync speaks up
# remind = 7  # working days without an answer, then one reminder
# thanks = 1  # days after a conversation
# cadence_close = 4  # weeks between two contacts with people who are close
# cadence_familiar = 12
# cadence_loose = 26

[sync]
# paths = ["contacts", "conversations"]  # share only these; without this line, everything

[dashboard]
# links = "obsidian"  # what a click on a note opens; or none, file, vscode, vscodium, zed
""",
    "de": """\
# Diese Datei macht ihren Ordner zu einem notesync-Ordner. Jede Zeile darf geändert werden oder
# fehlen; was mit # beginnt, ist ein Beispiel. Ob alles stimmt, sagt danach: notesync check

{lang}
form = "du"  # so spricht notesync dich an: du oder Sie
{region}  # Land und Bundesland: ihre Feiertage sind keine Arbeitstage
{ignore}

[folders]  # wo deine Notizen liegen, wenn nicht in Menschen, Gespräche, Firmen …
{folders}

[types]  # was deine eigenen Wörter hinter "type:" bedeuten
{types}

[conversation_kinds]  # was ein Gespräch in einem Ordner ist, wenn die Notiz nichts anderes sagt
# "Gespräche/Kaffee" = "Wiedersehen"

[rhythm]  # nach wie vielen Tagen oder Wochen notesync sich meldet
# remind = 7  # Arbeitstage ohne Antwort, dann eine Nachfrage
# thanks = 1  # Tage nach einem Gespräch
# cadence_close = 4  # Wochen zwischen zwei Kontakten mit engen Menschen
# cadence_familiar = 12
# cadence_loose = 26

[sync]
# paths = ["Menschen", "Gespräche"]  # nur das abgleichen; ohne diese Zeile alles

[dashboard]
# links = "obsidian"  # was ein Klick auf eine Notiz öffnet; sonst none, file, vscode, vscodium, zed
""",
}
_EXAMPLES = {
    "en": {
        "ignore": '# ignore = ["Templates/", "*.excalidraw.md"]  # what is no part of the vault',
        "folders": '# contacts = ["People"]  # the first one is for new notes',
        "types": '# colleague = "contact"',
    },
    "de": {
        "ignore": '# ignore = ["Vorlagen/", "*.excalidraw.md"]  # was nicht dazugehört',
        "folders": '# Menschen = ["Leute"]  # im ersten Ordner entstehen neue Notizen',
        "types": '# Kollegin = "Mensch"',
    },
}

_ME = {
    "en": """\
---
type: me
{started}topics: []
---

# Me

**My story in a sentence.** Where I come from, what I can do, what I want to find out next.

## What I am good at

## What I gladly talk about
""",
    "de": """\
---
type: ich
{started}topics: []
---

# Ich

**Meine Geschichte in einem Satz.** Woher ich komme, was ich kann, was ich herausfinden will.

## Was ich gut kann

## Worüber ich gern spreche
""",
}


def config_text(
    lang: str,
    region: str = "",
    folders: Mapping[str, Sequence[str]] | None = None,
    types: Mapping[str, str] | None = None,
    ignore: Sequence[str] = (),
) -> str:
    """The text of a new notesync.toml, with comments that explain it.

    Args:
        lang: ``de`` or ``en``: of the vault and of the comments.
        region: Such as ``DE-HH``; without one the line is an example.
        folders: Kind to the vault's own folders.
        types: The vault's own words for a type, to the kind.
        ignore: Globs of what is no part of the vault.
    """
    names, examples = kinds.FOLDERS[lang], _EXAMPLES[lang]
    mapped = [f"{_key(names[kind])} = {_list(each)}" for kind, each in (folders or {}).items()]
    meant = [f"{_key(name)} = {_text(kind)}" for name, kind in (types or {}).items()]
    return _CONFIG[lang].format(
        lang=f"lang = {_text(lang)}",
        region=f"region = {_text(region)}" if region else '# region = "DE-HH"',
        ignore=f"ignore = {_list(ignore)}" if ignore else examples["ignore"],
        folders="\n".join(mapped) or examples["folders"],
        types="\n".join(meant) or examples["types"],
    )


def me_text(lang: str, started: date | None = None) -> str:
    """The text of a new me.md.

    Args:
        lang: ``de`` or ``en``.
        started: The day from which things count.
    """
    return _ME[lang].format(started=f"started: {started}\n" if started else "")


def _text(value: str) -> str:
    """A TOML string. JSON's strings are such, but for one control character."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _list(values: Sequence[str]) -> str:
    return "[" + ", ".join(map(_text, values)) + "]"


def _key(name: str) -> str:
    bare = name.isascii() and name.replace("-", "").replace("_", "").isalnum()
    return name if bare else _text(name)
