"""Tell the verb of a log line, in either language, and what was meant by one that is misspelled.

A near-miss of a verb must not become a silent note, for then an ask or a thanks would be missing
from every figure; and an ordinary word must not be accused, for most lines of a diary begin with
one. Source: method.md, "Log verbs".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from notesync.notes import values
from notesync.notes.kinds import VOCABULARIES
from notesync.notes.names import search_fold

# Words that a hurried hand writes for a verb, though no typing error leads there.
ALMOST: Mapping[str, str] = {
    "ask": "asked",
    "asks": "asked",
    "thank": "thanked",
    "thanks": "thanked",
    "remind": "reminded",
    "reminder": "reminded",
    "agree": "agreed",
    "decline": "declined",
    "refer": "referred",
    "confirm": "confirmed",
    "anfrage": "angefragt",
    "absage": "abgesagt",
    "zusage": "zugesagt",
    "dank": "bedankt",
    "danke": "bedankt",
    "gedankt": "bedankt",
    "erinnert": "nachgefragt",
}
# Ordinary words that lie a slip of the finger from a verb and mean something else, folded.
ORDINARY = frozenset(
    {
        *("concealed", "conformed", "introducer", "mover", "moves", "relied", "reporter", "resets"),
        *("resorted", "rest", "tacked", "tasked"),
        *("angesagt", "aufgefallen", "bekannt", "berichtigt", "beseitigt", "gebrochen"),
        *("geschieden", "geschrien", "gesprache", "gesprachen", "gesprungen", "ruth"),
        *("verschroben",),
    }
)
SHORT, LONG = 4, 9  # letters: up to SHORT only swaps count as slips, from LONG on two are allowed

WORD = re.compile(r"[^\s:,;—–]+")


@cache
def _written() -> tuple[tuple[str, str], ...]:
    """Each way to write a verb, and the same folded."""
    return tuple(
        (word, search_fold(word))
        for term in VOCABULARIES["verb"]
        if term.code != "note"  # which any other word makes as well
        for word in (term.code, term.de, *term.also)
        if " " not in word
    )


def verb(rest: str) -> tuple[str, int]:
    """The verb that a text begins with, and where it ends; "" when it is none."""
    found = WORD.match(rest)
    if found is None:
        return "", 0
    return values.code("verb", found.group().strip("*_.!")) or "", found.end()


def near_verb(word: str) -> str:
    """The verb that was probably meant by a word that is none, as it is written; "" if none is.

    A slip is one letter added, left out, changed or swapped with its neighbour, two in words of
    nine letters or more; nobody misses the first letter. In four letters only a swap is a slip. So
    an ordinary word is rarely accused.
    """
    folded = search_fold(word.strip("*_.!"))
    if folded in ALMOST:
        return ALMOST[folded]
    if not SHORT <= len(folded) <= 2 * LONG or folded in ORDINARY:
        return ""
    best, least = "", 3
    for written, other in _written():
        shorter = min(len(folded), len(other))
        allowed = 2 if shorter >= LONG else 1
        if other[0] != folded[0] or abs(len(other) - len(folded)) > allowed:
            continue
        if len(other) <= SHORT and sorted(other) != sorted(folded):
            continue
        apart = slips(folded, other)
        if apart <= allowed and apart < least:
            best, least = written, apart
    return best


def slips(one: str, other: str) -> int:
    """How many edits lie between two words, a swap counting once (optimal string alignment)."""
    before: list[int] = []
    above = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a != b))
            if min(i, j) > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, above = above, row
    return above[-1]
