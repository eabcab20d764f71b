"""Put one sign in the place of each person, day, time and organization of a sentence.

What is left can be read by short patterns, whatever names hold and however days are written. The
signs are of Unicode's private use area; `Masked.plain` puts the words back.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from notesync.notes.names import search_fold
from notesync.notes.sayings import days
from notesync.notes.sayings.known import WORD, Known, folded_words, is_title, without_genitive
from notesync.notes.sayings.lexicon import (
    BETWEEN,
    DAY,
    MINUTES,
    ORG,
    PERSON,
    SIGN,
    TIME,
    Lexicon,
    pattern,
)
from notesync.notes.sayings.saying import Somebody, When

_PRIVATE = re.compile("[\ue000-\uf8ff]")
_BEHIND_TITLE = re.compile(r"\.? ")
_PARTICLES = frozenset({"van", "de", "der", "den", "di", "da", "la", "le", "zu", "el", "al", "dos"})
LONGEST = 5  # words of a name
SHORTEST = 3  # letters of a name in small letters

_Meaning = TypeVar("_Meaning")
_Token = re.Match[str]


@dataclass(slots=True)
class Masked:
    """A sentence whose people, days and times are signs.

    Attributes:
        text: With signs.
        people, days, times, minutes, organizations: What each sign means, in order.
        words: Sign to the words in whose place it stands.
    """

    text: str
    people: list[Somebody] = field(default_factory=list)
    days: list[When] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    minutes: list[int] = field(default_factory=list)
    organizations: list[str] = field(default_factory=list)
    words: dict[str, str] = field(default_factory=dict)

    def plain(self, text: str) -> str:
        """A part of the text with its words back."""
        return SIGN.sub(lambda found: self.words.get(found.group(), ","), text).strip()

    def sign(self, first: str, meanings: list[_Meaning], meaning: _Meaning, words: str) -> str:
        """A new sign for what these words mean."""
        made = chr(ord(first) + len(meanings))
        meanings.append(meaning)
        self.words[made] = words
        return made


def mask(text: str, known: Known, lexicon: Lexicon) -> Masked:
    """Find everybody and every day in a sentence.

    Args:
        text: The sentence.
        known: Whom the notes know.
        lexicon: Its language.
    """
    text = " ".join(unicodedata.normalize("NFC", _PRIVATE.sub(" ", text)).split())
    small = text == text.lower()
    masked = Masked(_with_capitals(text, lexicon) if small else text)
    _whole_names(masked, known)
    _organizations(masked, known)
    _each(masked, days.DAYS, DAY, masked.days)
    _each(masked, days.MINUTES, MINUTES, masked.minutes)
    _each(masked, days.TIMES, TIME, masked.times)
    _other_names(masked, known, lexicon)
    _small_letters(masked, known, lexicon, everywhere=small)
    masked.text = _lists(masked.text)
    return masked


def _each(
    masked: Masked,
    table: Iterable[tuple[re.Pattern[str], Callable[[_Token], _Meaning]]],
    first: str,
    meanings: list[_Meaning],
) -> None:
    """Put a sign in the place of whatever a table's patterns find."""
    for found_by, read in table:

        def put(found: _Token, read: Callable[[_Token], _Meaning] = read) -> str:
            meaning = read(found)
            if not meaning:
                return found.group()
            return masked.sign(first, meanings, meaning, found.group())

        masked.text = found_by.sub(put, masked.text)


# ---------------------------------------------------------------- people


def _whole_names(masked: Masked, known: Known) -> None:
    """Names of several words that the notes know, and whatever stands behind a title."""
    text, parts, at, number = masked.text, [""], 0, 0
    tokens = list(WORD.finditer(text))
    while number < len(tokens):
        first = number
        while number + 1 < len(tokens) and is_title(tokens[number].group()):
            if not _BEHIND_TITLE.fullmatch(text, tokens[number].end(), tokens[number + 1].start()):
                break
            number += 1
        length, paths = _longest(text, tokens[number:], known, 1 if number > first else 2)
        if number > first and not paths:
            length = _capitals(text, tokens[number:])
        if not length:
            number = first + 1
            continue
        start, end = tokens[first].start(), tokens[number + length - 1].end()
        name = text[tokens[number if paths else first].start() : end]
        somebody = Somebody(_own(name, paths), paths)
        parts += [text[at:start], masked.sign(PERSON, masked.people, somebody, text[start:end])]
        at = end
        number += length
    masked.text = "".join((*parts, text[at:]))


def _own(name: str, paths: Sequence[str]) -> str:
    """The name without a genitive's ending; of a name that isn't known only an apostrophe's."""
    return without_genitive(name) if paths else re.sub(r"['’]s?$", "", name)


def _longest(
    text: str, tokens: Sequence[_Token], known: Known, at_least: int
) -> tuple[int, tuple[str, ...]]:
    """How many words from here are a name that the notes know, and whose."""
    for length in range(min(LONGEST, _side_by_side(text, tokens)), at_least - 1, -1):
        folded = folded_words(text[tokens[0].start() : tokens[length - 1].end()])
        if len(folded) != length:
            continue
        if paths := known.named(folded) if length > 1 else known.called(folded[0]):
            return length, paths
    return 0, ()


def _side_by_side(text: str, tokens: Sequence[_Token]) -> int:
    """How many words follow each other with nothing but one blank between them."""
    count = 1
    while count < len(tokens) and text[tokens[count - 1].end() : tokens[count].start()] == " ":
        count += 1
    return min(count, len(tokens))


def _capitals(text: str, tokens: Sequence[_Token]) -> int:
    """How many capitalized words follow each other from here."""
    row = tokens[: _side_by_side(text, tokens)]
    return next((at for at, token in enumerate(row) if not token.group()[0].isupper()), len(row))


def _organizations(masked: Masked, known: Known) -> None:
    """Organizations that the notes know, the longest names first."""
    if not known.organizations:
        return
    tokens = list(WORD.finditer(masked.text))
    folded = tuple(search_fold(token.group()) for token in tokens)
    longest = max(map(len, known.organizations))
    parts, at, number = [""], 0, 0
    while number < len(tokens):
        lengths = range(min(longest, len(tokens) - number), 0, -1)
        name, length = next(
            ((known.organizations[words], len(words)) for size in lengths
             if (words := folded[number : number + size]) in known.organizations),
            ("", 1),
        )  # fmt: skip
        start, end = tokens[number].start(), tokens[number + length - 1].end()
        if name:
            found = masked.text[start:end]
            made = masked.sign(ORG, masked.organizations, name, found)
            parts += [masked.text[at:start], made]
            at = end
        number += length
    masked.text = "".join((*parts, masked.text[at:]))


def _other_names(masked: Masked, known: Known, lexicon: Lexicon) -> None:
    """First names that the notes know, and names of several words that they don't."""
    text, parts, at = masked.text, [""], 0
    for run in _runs(text, lexicon):
        start, end = run[0].start(), run[-1].end()
        found = text[start:end]
        paths = known.called(search_fold(found)) if len(run) == 1 else ()
        if len(run) == 1 and not paths:
            continue
        somebody = Somebody(_own(found, paths), paths)
        parts += [text[at:start], masked.sign(PERSON, masked.people, somebody, found)]
        at = end
    masked.text = "".join((*parts, text[at:]))


def _runs(text: str, lexicon: Lexicon) -> list[list[_Token]]:
    """Capitalized words that stand together and are no words of the language."""
    runs: list[list[_Token]] = []
    for token in WORD.finditer(text):
        if not _may_be_name(token.group(), lexicon):
            continue
        between = text[runs[-1][-1].end() : token.start()] if runs else ""
        words = between.split()
        if between == " " or (words and between[0] == " " and _PARTICLES.issuperset(words)):
            runs[-1].append(token)
        else:
            runs.append([token])
    return runs


def _may_be_name(word: str, lexicon: Lexicon) -> bool:
    capital = word[0].isupper() and not word.isupper() and not any(c.isdigit() for c in word)
    return capital and not SIGN.search(word) and search_fold(word) not in lexicon.words


def _small_letters(masked: Masked, known: Known, lexicon: Lexicon, *, everywhere: bool) -> None:
    """Known names in small letters: everywhere where no capital is used, else behind "with"."""

    def put(found: _Token) -> str:
        word = found["word"]
        folded = search_fold(word)
        paths = known.called(folded)
        if not paths or folded in lexicon.words or len(word) < SHORTEST:
            return found.group()
        made = masked.sign(PERSON, masked.people, Somebody(without_genitive(word), paths), word)
        return found.group().removesuffix(word) + made

    before = "" if everywhere else rf"\b(?:{lexicon.before_people})\s+"
    masked.text = re.sub(rf"{before}\b(?P<word>[^\W\d_]+)\b", put, masked.text)


def _with_capitals(text: str, lexicon: Lexicon) -> str:
    """A sentence in small letters, with capitals where somebody is named."""

    def capital(found: _Token) -> str:
        word = found.group()
        return word if search_fold(word) in lexicon.words else word.capitalize()

    naming = pattern(rf"\b(?:{lexicon.naming})").search(text)
    if naming is None:
        return text
    return text[: naming.end()] + re.sub(r"[^\W\d_]+", capital, text[naming.end() :])


# ---------------------------------------------------------------- lists

_SEVERAL = pattern(r"{p}(?:\s*,\s*{p})+(?=\s*,?\s+(?:and|und|&)\s+{p})")
_TWO = pattern(r"{p}\s*,\s*{p}(?=\s*(?:$|[.;:]))")


def _lists(text: str) -> str:
    """The sentence with a sign in place of the commas between several people."""
    for several in (_SEVERAL, _TWO):
        text = several.sub(lambda found: found.group().replace(",", BETWEEN), text)
    return text
