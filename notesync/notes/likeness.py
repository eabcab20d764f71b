"""Tell which known names are so like a new one that the same person may be meant.

Typed names slip, and people are noted now by first name and now in full; a second note for one
person would split her story in two. Nothing is decided here: whoever asks shows these names.
"""

from __future__ import annotations

from collections.abc import Iterable

from notesync.notes.names import search_fold
from notesync.notes.sayings.known import folded_words
from notesync.notes.verbs import slips

SHORT, LONG = 4, 8  # letters: below SHORT no slip is allowed, from LONG on two are
SWAPPED = 3  # letters of a word in which only a swap is a slip


def similar(name: str, known: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The paths of those whom a name may mean after all, the likest first.

    Args:
        name: The name that nobody has.
        known: (path, name or alias) of everybody.
    """
    wanted = folded_words(name)
    found: dict[str, tuple[int, str]] = {}
    for path, other in known:
        distance = _distance(wanted, folded_words(other))
        if distance is not None and (path not in found or distance < found[path][0]):
            found[path] = (distance, path)
    return tuple(path for _, path in sorted(found.values()))


def _distance(one: tuple[str, ...], other: tuple[str, ...]) -> int | None:
    """How unlike two names are; None when nobody would take one for the other."""
    if not one or not other:
        return None
    if sorted(one) == sorted(other):
        return 0
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) == len(longer):
        words = [_word(a, b) for a, b in zip(one, other, strict=True)]
        return None if None in words else 1 + sum(filter(None, words))
    matched = [
        min((d for b in longer if (d := _word(a, b)) is not None), default=None) for a in shorter
    ]
    return None if None in matched else 3 + sum(filter(None, matched))


def _word(one: str, other: str) -> int | None:
    """How unlike two words are: an initial stands for its word, a slip or two is allowed."""
    if one == other:
        return 0
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return 1 if long.startswith(short) else None
    if len(short) == len(long) == SWAPPED and sorted(short) == sorted(long):
        return 1
    if len(short) < SHORT or search_fold(short)[0] != search_fold(long)[0]:
        return None
    apart = slips(one, other)
    return apart if apart <= (2 if len(short) >= LONG else 1) else None
