"""Turn names into initials and leave contact data out, for a screen that others see too.

It is done twice. The book is disguised before anything is derived from it, so that nothing is
measured, cut or sorted by a name; and every finished page is gone through once more, so that no
name that the notes know stands anywhere on it, whatever a page is made of. Organizations keep their
names, unless they are called after a person.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from notesync.dashboard.privacy import ESCAPED, STRUCK
from notesync.dashboard.rewriting import rewritten
from notesync.notes import links, names
from notesync.notes.book import Book, Contact

# Parts of names that are words of everyday life.
PARTICLES = frozenset(
    {
        *("al", "am", "an", "and", "auf", "bin", "da", "das", "de", "del", "della", "den", "der"),
        *("des", "di", "die", "do", "dos", "du", "e", "el", "et", "ibn", "im", "in", "la", "le"),
        *("les", "of", "the", "ten", "ter", "und", "van", "vom", "von", "y", "zu", "zum", "zur"),
    }
)
# What German puts behind a name: Carlas, Sokratens, Voigtsche.
_ENDINGS = ("s", "ns", "ens", "sch", "sche", "schen", "scher", "sches", "schem")
_STEM = 3  # letters before an ending, at least
_SHORT = 2  # letters; so short a name must be written as a name, with a capital
# An initial at the end of a sentence, with the dots of both.
_DOUBLED = re.compile(r"(\b[^\W\d_]\.)\.(?!\.)")
# Scripts that put no blanks between words begin here.
_UNSPACED = "\u2e80"
_ADDRESS = re.compile(
    r"(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"  # e-mail
    r"|(?:(?:[a-z][a-z0-9+.-]*://|www\.|mailto:|tel:)[^\s<>\"')\]]+)"  # on the web
    r"|(?:(?<![\w.])(?:\+|0)[\d][\d ()/-]{5,}\d)"  # phone
    r"|(?:\d{7,})",
    re.IGNORECASE,
)
_PIECE = re.compile(r"<style>.*?</style>|<[^>]*>|[^<]+", re.DOTALL)
# Attributes that people read or hear, and where links lead.
_SPOKEN = re.compile(
    r' (title|alt|value|placeholder|content|aria-label|aria-description)="([^"]*)"'
)
_HREF = re.compile(r' ((?:xlink:)?href)="(?!#|/(?!/))[^"]*"')


@dataclass(frozen=True, slots=True)
class Mask:
    """What turns every known name into initials.

    Attributes:
        words: The words of all names, folded.
        whole: Names in scripts without blanks, the longest first.
    """

    words: frozenset[str]
    whole: tuple[str, ...] = ()

    def text(self, text: str) -> str:
        """The text with initials for names, and without contact data."""
        text = ESCAPED.sub(self._address, _ADDRESS.sub(STRUCK, text))
        for name in self.whole:
            text = text.replace(name, initials(name))
        return _DOUBLED.sub(r"\1", names.WORD.sub(self._word, text))

    def linked(self, text: str) -> str:
        """Likewise, of a note's own text: its links still lead where they led."""
        parts, at = [], 0
        for found in links.LINK.finditer(text):
            target = found["target"].strip()
            shown = self.text(found["shown"] or target.rpartition("/")[2])
            parts += [self.text(text[at : found.start()]), f"[[{target}|{shown}]]"]
            at = found.end()
        return "".join([*parts, self.text(text[at:])])

    def _word(self, found: re.Match[str]) -> str:
        word = found[0]
        return f"{word[0].upper()}." if self._known(word) else word

    def _address(self, found: re.Match[str]) -> str:
        plain = unquote(found[0])
        return STRUCK if names.WORD.sub(self._word, plain) != plain else found[0]

    def _known(self, word: str) -> bool:
        folded = names.search_fold(word)
        if folded in self.words:
            return len(word) > _SHORT or word[0].isupper()
        for ending in _ENDINGS:
            stem = folded.removesuffix(ending)
            if stem != folded and len(stem) >= _STEM and stem in self.words:
                return True
        return False

    def page(self, page: str) -> str:
        """A finished page: its texts, what is read aloud, and no link that leads out of it."""
        return _PIECE.sub(self._piece, page)

    def _piece(self, found: re.Match[str]) -> str:
        piece = found[0]
        if piece.startswith("<"):
            if piece.startswith(("<style>", "<link ", "<meta ", "<script ")):
                return piece
            piece = _HREF.sub(r' \1="#"', piece)
            return _SPOKEN.sub(lambda one: f' {one[1]}="{self._escaped(one[2])}"', piece)
        return self._escaped(piece)

    def _escaped(self, text: str) -> str:
        plain = html.unescape(text)
        masked = self.text(plain)
        return text if masked == plain else html.escape(masked)


def initials(name: str) -> str:
    """``C. V.``: titles and particles are left out."""
    words = [word for word in names.WORD.findall(name) if _telling(word)]
    return " ".join(f"{word[0].upper()}." for word in words) or STRUCK


def mask_of(book: Book) -> Mask:
    """What hides everybody in the book."""
    spelled = {name for c in book.contacts.values() for name in (c.name, *c.aliases)}
    words = {word for name in spelled for word in names.WORD.findall(name) if _telling(word)}
    whole = [word for word in words if word[0] >= _UNSPACED]
    return Mask(
        frozenset(map(names.search_fold, words)),
        tuple(sorted(whole, key=lambda word: (-len(word), word))),
    )


def disguise(book: Book) -> tuple[Book, Mask]:
    """The book with initials for names, and the mask for all that isn't in it."""
    mask = mask_of(book)
    told = rewritten(book, mask.linked)
    numbered = dict(_numbered(told.contacts.values(), book))
    contacts = {
        key: contact._replace(
            name=numbered[key], aliases=(), email="", phone="", url="", birthday=""
        )
        for key, contact in told.contacts.items()
    }
    return told._replace(contacts=contacts), mask


def _numbered(contacts: Iterable[Contact], book: Book) -> Iterator[tuple[str, str]]:
    """Initials by key; the second person with the same ones is ``C. V. 2``."""
    count: dict[str, int] = {}
    for contact in contacts:
        short = initials(book.contacts[contact.key].name)
        count[short] = count.get(short, 0) + 1
        yield contact.key, short if count[short] == 1 else f"{short} {count[short]}"


def _telling(word: str) -> bool:
    """Whether a word of a name gives away whose it is."""
    folded = names.search_fold(word)
    return (
        len(word) > 1
        and not word.isdigit()
        and folded not in PARTICLES
        and names.key(word) not in names.TITLES
    )
