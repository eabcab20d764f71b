"""What tells one language from another, and the phrasebook of each.

A book is put together when its language is first asked for: its expressions take a while to
compile, and most messages are written in one language.
"""

# ruff: noqa: SIM905 -- a list of words reads best as words

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from notesync.letters.phrases.phrasebook import Phrasebook


@dataclass(frozen=True, slots=True)
class Language:
    """The commonest words of a language, and the letters that only it has."""

    common: frozenset[str]
    letters: frozenset[str]


LANGUAGES: Mapping[str, Language] = {
    "en": Language(
        frozenset(
            (
                "i the and a an to of you your is are was for with have has had in on at my me "
                "it that this what how would if not no be or so but we she he they from just "
                "thanks thank dear hi hello hey could can don't i'm i'd it's about when "
                "tomorrow still anyone any there here need want am been go going like time know "
                "please see yours yes our us who where why got do does did will up out "
            ).split()
        ),
        frozenset(),
    ),
    "de": Language(
        frozenset(
            (
                "ich und der die das du sie ihr ist nicht mit für bei wie war habe hast haben "
                "zu mir mich dir dich den dem ein eine auf wenn danke dank liebe lieber hallo "
                "guten tag gern gerne würde hätten bitte auch noch es im von über nach sehr mal "
                "oder wir uns hab i net nöd habt euch euer dein sucht suche jemanden fürs grad "
                "gerade vom zum zur beim ins meine mein einen eurem bin sind wird werden kannst "
                "könntest könnten magst schon nur mehr viel alle alles unser ja nein doch was "
                "wo wann servus hob mi do konn ghört aufm suachts brauchts ned sofort kein "
                "keine heute morgen gestern freu dabei bleibt vor hat deine "
                "deiner wegen frau herr herrn lass "
            ).split()
        ),
        frozenset("äöüß"),
    ),
}


@cache
def phrasebook(lang: str) -> Phrasebook:
    """The book of a language, ``de`` or ``en``."""
    if lang == "de":
        from notesync.letters.phrases.de.book import BOOK as GERMAN

        return GERMAN
    from notesync.letters.phrases.en.book import BOOK as ENGLISH

    return ENGLISH
