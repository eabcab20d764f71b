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
from notesync.notes.sayings.capitals import BEGINNING, runs, with_capitals
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
        genitives: Signs of people whose name stands there with a genitive's ending.
    """

    text: str
    people: list[Somebody] = field(default_factory=list)
    days: list[When] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    minutes: list[int] = field(default_factory=list)
    organizations: list[str] = field(default_factory=list)
    words: dict[str, str] = field(default_factory=dict)
    genitives: set[str] = field(default_factory=set)

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
    text = text.lower() if text.isupper() else text
    small = text == text.lower()
    masked = Masked(with_capitals(text, lexicon) if small else text)
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
        parts += [text[at:start], _person(masked, known, name, paths, text[start:end])]
        at = end
        number += length
    masked.text = "".join((*parts, text[at:]))


def _person(
    masked: Masked, known: Known, name: str, paths: tuple[str, ...], words: str = ""
) -> str:
    """The sign of a person, whose name is kept without a genitive's ending."""
    own = name
    if not known.bears(name):
        own = without_genitive(name) if paths else re.sub(r"['’]s?$", "", name)
    sign = masked.sign(PERSON, masked.people, Somebody(own, paths), words or name)
    if own != name:
        masked.genitives.add(sign)
    return sign


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
    for run in runs(text, lexicon):
        start, end = run[0].start(), run[-1].end()
        found = text[start:end]
        if len(run) > 1 and BEGINNING.search(text[:start]) and (rest := _rest(run, known)):
            if pattern(lexicon.opening).fullmatch(run[0].group()):
                start = run[1].start()
                parts += [text[at:start], _person(masked, known, text[start:end], rest)]
            else:  # perhaps it is "Wished Meike", perhaps it is Klaus Kessler
                unsure = Somebody(found, rest, doubtful=True)
                parts += [text[at:start], masked.sign(PERSON, masked.people, unsure, found)]
            at = end
            continue
        paths = known.called(search_fold(found)) if len(run) == 1 else ()
        if len(run) == 1 and not paths:
            continue
        parts += [text[at:start], _person(masked, known, found, paths)]
        at = end
    masked.text = "".join((*parts, text[at:]))


def _rest(run: Sequence[_Token], known: Known) -> tuple[str, ...]:
    """Whom a run means without its first word, which may only begin the sentence."""
    words = tuple(search_fold(token.group()) for token in run[1:])
    if known.called(search_fold(run[0].group())):
        return ()
    return known.called(words[0]) if len(words) == 1 else known.named(words)


def _small_letters(masked: Masked, known: Known, lexicon: Lexicon, *, everywhere: bool) -> None:
    """Known names in small letters: everywhere where no capital is used, else behind "with"."""

    def put(found: _Token) -> str:
        word = found["word"]
        folded = search_fold(word)
        paths = known.called(folded)
        if not paths or folded in lexicon.words or len(word) < SHORTEST:
            return found.group()
        return found.group().removesuffix(word) + _person(masked, known, word, paths)

    before = "" if everywhere else rf"\b(?:{lexicon.before_people})\s+"
    masked.text = re.sub(rf"{before}\b(?P<word>[^\W\d_]+)\b", put, masked.text)


# ---------------------------------------------------------------- lists

_SEVERAL = pattern(r"{p}(?:\s*,\s*{p})+(?=\s*,?\s+(?:and|und|&)\s+{p})")
_TWO = pattern(r"{p}\s*,\s*{p}(?=\s*(?:$|[.;:]))")


def _lists(text: str) -> str:
    """The sentence with a sign in place of the commas between several people."""
    for several in (_SEVERAL, _TWO):
        text = several.sub(lambda found: found.group().replace(",", BETWEEN), text)
    return text
