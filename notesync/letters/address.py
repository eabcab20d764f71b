"""Turn a name into the greeting of a letter, and several names into an enumeration.

Nobody's gender is guessed: German says "Guten Tag Sabine Wirth" and "Hallo Jonas", English "Dear
Carla Voigt" and "Hi Jonas".
"""

from __future__ import annotations

from collections.abc import Iterable

from notesync.letters.template import mark
from notesync.views.facts import first_name

AND = {"de": "und", "en": "and"}
# First words of a name that are no first name: one says the whole.
KIN = frozenset(
    {"tante", "onkel", "oma", "opa", "mama", "papa", "cousin", "cousine"}
    | {"aunt", "auntie", "uncle", "granny", "grandma", "grandpa", "mum", "mom", "dad"}
)


def greeting(whole: str, register: str, lang: str) -> str:
    """How the letter begins; no form that would have to know whether it is a woman or a man.

    Args:
        whole: Her name, as her note is called.
        register: ``du`` or ``Sie``.
        lang: ``de`` or ``en``.
    """
    name = whole.partition("(")[0].strip() or whole
    short = name if name.split()[:1] and _kin(name) else first_name(name)
    if register == "du":
        return f"Hallo {short}," if lang == "de" else f"Hi {short},"
    if lang == "en":
        return f"Dear {name},"
    missing = "" if len(name.split()) > 1 else f" {mark('surname', 'de')}"
    return f"Guten Tag {name}{missing},"


def surname(name: str) -> str:
    """``von der Heide`` of Dr. Friederike von der Heide; "" where only one name is known."""
    first = first_name(name)
    return name.partition(first)[2].strip() if first != name else ""


def _kin(name: str) -> bool:
    return name.split(maxsplit=1)[0].casefold() in KIN


def join(names: Iterable[str], lang: str) -> str:
    """``Anna``, ``Anna und Ben``, ``Anna, Ben und Cem``."""
    *first, last = [*names] or [""]
    return f"{', '.join(first)} {AND[lang]} {last}" if first else last
