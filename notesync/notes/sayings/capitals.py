"""Find words that may be names by their capitals, or put capitals where somebody is named."""

from __future__ import annotations

import re

from notesync.notes.names import search_fold
from notesync.notes.sayings.known import WORD, is_title
from notesync.notes.sayings.lexicon import SIGN, Lexicon, pattern

BEGINNING = re.compile(r"(?:^|[.!?:;])\s*$")  # what a sentence stands behind
_PARTICLES = frozenset({"van", "de", "der", "den", "di", "da", "la", "le", "zu", "el", "al", "dos"})

_Token = re.Match[str]


def runs(text: str, lexicon: Lexicon) -> list[list[_Token]]:
    """Capitalized words that stand together and are no words of the language."""
    found: list[list[_Token]] = []
    tokens = list(WORD.finditer(text))
    for number, token in enumerate(tokens):
        following = tokens[number + 1 : number + 2]
        if not _may_be_name(token.group(), lexicon) and not (
            lexicon.lang == "en" and following and _odd_name(text, token, following[0], lexicon)
        ):
            continue
        between = text[found[-1][-1].end() : token.start()] if found else ""
        words = between.split()
        if between == " " or (words and between[0] == " " and _PARTICLES.issuperset(words)):
            found[-1].append(token)
        else:
            found.append([token])
    return found


def _may_be_name(word: str, lexicon: Lexicon) -> bool:
    capital = word[0].isupper() and not word.isupper() and not any(c.isdigit() for c in word)
    if not capital or SIGN.search(word) or search_fold(word) in lexicon.words:
        return False
    return not pattern(rf"\w({lexicon.compound})$").search(word)


def _odd_name(text: str, token: _Token, following: _Token, lexicon: Lexicon) -> bool:
    """``Will Byers``: a word of the language with a capital in the middle, beside a name."""
    word, between = token.group(), text[token.end() : following.start()]
    middle = not BEGINNING.search(text[: token.start()])
    capital = word[0].isupper() and word not in {"I", "I'll", "I'm"} and not is_title(word)
    return middle and capital and between == " " and _may_be_name(following.group(), lexicon)


def with_capitals(text: str, lexicon: Lexicon) -> str:
    """A sentence in small letters, with capitals where somebody is named."""

    def capital(found: _Token) -> str:
        word = found.group()
        return word if search_fold(word) in lexicon.words else word.capitalize()

    naming = pattern(rf"\b(?:{lexicon.naming})").search(text)
    if naming is None:
        return text
    return text[: naming.end()] + re.sub(r"[^\W\d_]+", capital, text[naming.end() :])
