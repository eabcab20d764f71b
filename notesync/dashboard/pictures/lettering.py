"""Turn a text into the room that it takes in a picture, and shorten it to the room that there is.

Nobody knows which font a reader's system has, so every letter is counted as wide as in the widest
of the usual ones (DejaVu Sans, measured): a line may end early, but it never runs into a neighbour.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

MORE = "…"
# In ems, by letter; what stands in no row is as wide as its kind below.
_WIDTHS: tuple[tuple[str, float], ...] = (
    ("ijlI'|ıíìîï", 0.34),
    (" .,:;!()[]{}/\\ftrJ·‚’‘-`", 0.43),
    ('szcvxyk?"“”„_*^–', 0.61),
    ("mMwWÆŒæœ@%—…→+<>=~#&$", 1.05),
)
_LETTERS = {letter: width for letters, width in _WIDTHS for letter in letters}
_SMALL, _CAPITAL, _WIDE, _OTHER = 0.66, 0.82, 1.4, 0.9
_JOINER = "\u200d"


@lru_cache(maxsize=2048)
def _letter(letter: str) -> float:
    if letter in _LETTERS:
        return _LETTERS[letter]
    kind = unicodedata.category(letter)
    if kind[0] == "M" or kind == "Cf":
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF" or ord(letter) > 0xFFFF:  # noqa: PLR2004 -- emoji and the like
        return _WIDE
    if kind == "Lu":
        return _CAPITAL
    return _SMALL if kind in {"Ll", "Nd"} else _OTHER


def width(text: str, size: float) -> float:
    """How much room a text takes at most, in units of the picture.

    Args:
        text: One line.
        size: The font's size, in the same units.
    """
    return sum(map(_letter, text)) * size


def fit(text: str, room: float, size: float) -> str:
    """The text, or as much of its beginning as fits with an ellipsis."""
    if width(text, size) <= room:
        return text
    left = room - width(MORE, size)
    kept = 0
    for letter in text:
        left -= _letter(letter) * size
        if left < 0:
            break
        kept += 1
    while kept and (text[kept - 1] == _JOINER or _joins(text[kept])):
        kept -= 1  # what belongs together stays or goes together
    return text[:kept].rstrip() + MORE


def _joins(letter: str) -> bool:
    """Whether it belongs to the letter before it."""
    return letter == _JOINER or unicodedata.category(letter)[0] == "M"
