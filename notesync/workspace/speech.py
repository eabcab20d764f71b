"""Turn a language's name into `Words`: the gettext catalogs that ship with notesync, loaded once.

German in the Sie form is a small catalog of its own (``de_SIE``) that falls back to the du form, so
a sentence stands in it only when the two differ.
"""

from __future__ import annotations

import gettext
from pathlib import Path

from notesync.words import ENGLISH, Words

LANGUAGES = ("de", "en")
CATALOGS = Path(__file__).parent.parent / "locale"
DOMAIN = "notesync"


def speak(lang: str, form: str = "du") -> Words:
    """Load the words of a language; English needs no catalog."""
    if lang != "de":
        return ENGLISH
    catalog = gettext.translation(DOMAIN, CATALOGS, languages=chain(lang, form), fallback=True)
    return Words("de", form, catalog.gettext, catalog.ngettext)


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
