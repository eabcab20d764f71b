"""Whom and what the notes know by name, folded, so that a sentence can be searched for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from notesync.notes.names import TITLES, search_fold

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_TITLES = TITLES | {"herrn"}
_GENITIVE = re.compile(r"['’]s?$|(?<=\w\w\w)s$")


@dataclass(frozen=True, slots=True)
class Known:
    """The names that notes have.

    Attributes:
        people: Folded words of a name or alias to the notes that have it, titles left out.
        words: One folded word of a name to these notes.
        organizations: Folded words of an organization's name to the name.
        cities: Folded.
    """

    people: Mapping[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    organizations: Mapping[tuple[str, ...], str] = field(default_factory=dict)
    cities: frozenset[str] = frozenset()

    def named(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The people of this very name, its last word perhaps with a genitive's ending."""
        for spelled in (words, (*words[:-1], without_genitive(words[-1]))):
            if found := self.people.get(spelled):
                return found
        return ()

    def bears(self, name: str) -> bool:
        """Whether somebody has this name as it stands, so that its last s is its own."""
        words = folded_words(name)
        return words in self.people or (len(words) == 1 and words[0] in self.words)

    def called(self, word: str) -> tuple[str, ...]:
        """The people that one word can mean: those with just this name, else with it in theirs."""
        for spelled in (word, without_genitive(word)):
            if found := self.people.get((spelled,)) or self.words.get(spelled):
                return found
        return ()


def known(
    people: Iterable[tuple[str, str]],
    organizations: Iterable[str] = (),
    cities: Iterable[str] = (),
) -> Known:
    """Fold what the notes know.

    Args:
        people: (path, name or alias) of every person.
        organizations: Names.
        cities: Names.
    """
    whole: dict[tuple[str, ...], dict[str, None]] = {}
    single: dict[str, dict[str, None]] = {}
    for path, name in people:
        words = folded_words(name)
        if words:
            whole.setdefault(words, {})[path] = None
        for word in words:
            single.setdefault(word, {})[path] = None
    return Known(
        {words: tuple(paths) for words, paths in whole.items()},
        {word: tuple(paths) for word, paths in single.items()},
        {words: name for name in organizations if (words := _plain_words(name))},
        frozenset(map(search_fold, cities)),
    )


def folded_words(name: str) -> tuple[str, ...]:
    """A name's words without its titles."""
    return tuple(word for word in _plain_words(name) if word not in _TITLES)


def _plain_words(name: str) -> tuple[str, ...]:
    return tuple(WORD.findall(search_fold(name)))


def is_title(word: str) -> bool:
    """Whether a word stands before a name, as Frau and Dr."""
    return search_fold(word) in _TITLES


def without_genitive(word: str) -> str:
    """``Meikes`` and ``Meike's`` are Meike; a short word keeps its s."""
    return _GENITIVE.sub("", word)
