"""Turn a language's name into `Words`: the gettext catalogs that ship with notesync, loaded once.

German in the Sie form is a small catalog of its own (``de_SIE``) that falls back to the du form, so
a sentence stands in it only when the two differ.
"""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from notesync.words import ENGLISH, Words

if TYPE_CHECKING:
    from gettext import NullTranslations
    from pathlib import Path

LANGUAGES = ("de", "en")
DOMAIN = "notesync"


def speak(lang: str, form: str = "du") -> Words:
    """The words of a language; English needs no catalog."""
    if lang != "de":
        return ENGLISH
    catalog = _Catalog(chain(lang, form))
    return Words("de", form, catalog.gettext, catalog.ngettext)


class _Catalog:
    """Sentences of a language, loaded when the first is asked for: that takes 4 ms."""

    def __init__(self, languages: list[str]) -> None:
        self._languages = languages

    @cached_property
    def _loaded(self) -> NullTranslations:
        from gettext import GNUTranslations, NullTranslations  # what says nothing needs none of it

        # As gettext.translation() does, without the modules that it needs for locales.
        found = NullTranslations()
        for name in reversed(self._languages):
            with suppress(FileNotFoundError):
                with (catalogs() / name / "LC_MESSAGES" / f"{DOMAIN}.mo").open("rb") as file:
                    catalog = GNUTranslations(file)
                catalog.add_fallback(found)
                found = catalog
        return found

    def gettext(self, message: str) -> str:
        return self._loaded.gettext(message)

    def ngettext(self, one: str, many: str, count: int) -> str:
        return self._loaded.ngettext(one, many, count)


def catalogs() -> Path:
    """The folder with the catalogs of all languages."""
    from pathlib import Path  # as above

    return Path(__file__).parent.parent / "locale"


def chain(lang: str, form: str = "du") -> list[str]:
    """The catalogs that are asked, one after the other."""
    return ["de_SIE", "de"] if (lang, form) == ("de", "Sie") else [lang]


def language(*wishes: str | None) -> str:
    """The first wish that names a language we speak, by its first two letters; else English.

    A wish may be a locale such as ``de_DE.UTF-8`` or a colon-separated list of them.
    """
    for wish in wishes:
        for part in (wish or "").split(":"):
            if part[:2].casefold() in LANGUAGES:
                return part[:2].casefold()
            if part in ("C", "POSIX") or part.startswith("C."):
                return "en"
    return "en"
