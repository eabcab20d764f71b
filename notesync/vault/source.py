"""The text of a notesync.toml, to say in which line something stands and what to write instead.

`tomllib` gives values without their places, so the lines are looked through again, and only when
there is something to complain about.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple, NoReturn

from notesync.errors import Unusable
from notesync.words import N_


class BadConfig(Unusable):
    """The notesync.toml of a vault can't be used; subclasses say why."""


class ConfigUnreadable(BadConfig):
    """It can't be opened, or is no text."""

    sentence = N_("{where}: this file can't be read ({reason}).")


class ConfigSyntax(BadConfig):
    """It is no TOML."""

    sentence = N_("{where}: this is not valid TOML ({reason}).")


class UnquotedKey(BadConfig):
    """TOML wants quotes around a key with umlauts."""

    sentence = N_('{where}: put quotes around {key}, like this: "{key}" = …')


class UnknownKey(BadConfig):
    """A key that notesync doesn't know."""

    sentence = N_('{where}: notesync knows no "{key}" here. It knows: {known}.')


class MistypedKey(BadConfig):
    """A key that is nearly one that notesync knows."""

    sentence = N_('{where}: notesync knows no "{key}" here. Is it "{guess}"? It knows: {known}.')


class BadValue(BadConfig):
    """A value of the wrong type, or one that isn't on the list."""

    sentence = N_("{where}: {key} can't be {value}. Write {wanted}.")
    wanted = (  # what is put together below, for the catalogs
        N_('"de" or "en"'),
        N_('"du" or "Sie"'),
        N_('"none" or "file" or "obsidian" or "vscode" or "vscodium" or "zed"'),
        N_("[folders] and its keys below it"),
        N_("[types] and its keys below it"),
        N_("[conversation_kinds] and its keys below it"),
        N_("[rhythm] and its keys below it"),
        N_("[sync] and its keys below it"),
        N_("[dashboard] and its keys below it"),
    )


class NotTheSame(BadConfig):
    """One folder that should be two things."""

    sentence = N_('{where}: the folder "{value}" is given to {first} and to {second}. Keep one.')


class Source(NamedTuple):
    """The text that is read, to say where something stands."""

    text: str
    name: str

    def where(self, *keys: str) -> str:
        """``notesync.toml:12`` for a key inside its tables, as well as lines tell."""
        inside: tuple[str, ...] = ()
        above = 0
        for number, line in enumerate(self.text.split("\n"), 1):
            if header := re.match(r"\s*\[+\s*([^\]]+?)\s*\]", line):
                inside = tuple(_unquoted(part) for part in header[1].split("."))
                if inside == keys:
                    return f"{self.name}:{number}"
                continue
            typed = re.match(r"""\s*("[^"]*"|'[^']*'|[^\s=#.]+)\s*[=.]""", line)
            if typed and (*inside, _unquoted(typed[1])) == keys:
                return f"{self.name}:{number}"
            if typed and (*inside, _unquoted(typed[1])) == keys[:-1]:
                above = number  # an inline table
        return f"{self.name}:{above}" if above else self.name

    def known(self, table: object, path: tuple[str, ...], keys: Mapping[str, object]) -> None:
        """See that a table has only keys that notesync knows."""
        if not isinstance(table, dict):
            self.wrong(path, table, f"[{'.'.join(path)}] and its keys below it")
        for key in table:
            if key not in keys:
                import difflib  # only for a message

                where, known = self.where(*path, key), ", ".join(keys)
                for guess in difflib.get_close_matches(key.lower(), list(keys), 1):
                    raise MistypedKey(where=where, key=key, guess=guess, known=known)
                raise UnknownKey(where=where, key=key, known=known)

    def wrong(self, path: tuple[str, ...], value: object, wanted: str) -> NoReturn:
        """Refuse a value."""
        shown = f'"{value}"' if isinstance(value, str) else repr(value)
        raise BadValue(where=self.where(*path), key=path[-1], value=shown, wanted=wanted)

    def one_of(self, path: tuple[str, ...], value: object, allowed: tuple[str, ...]) -> str:
        """A text of a closed list."""
        if not isinstance(value, str) or value not in allowed:
            self.wrong(path, value, " or ".join(f'"{each}"' for each in allowed))
        return value

    def texts(self, path: tuple[str, ...], value: object, wanted: str) -> tuple[str, ...]:
        """A text or a list of texts."""
        items = [value] if isinstance(value, str) else value
        if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
            self.wrong(path, value, wanted)
        return tuple(unicodedata.normalize("NFC", item) for item in items)

    def folders(self, path: tuple[str, ...], value: object) -> tuple[str, ...]:
        """One or more folders inside the vault, without slashes around them."""
        wanted = N_('folders inside the vault, such as ["People"]')
        found = tuple(each.strip("/") for each in self.texts(path, value, wanted))
        for each in found:
            parts = each.split("/")
            if not {"", ".", ".."}.isdisjoint(parts) or any(part.startswith(".") for part in parts):
                self.wrong(path, value, wanted)
        if not found:
            self.wrong(path, value, wanted)
        return found


def _unquoted(key: str) -> str:
    return key.strip().strip("\"'")
