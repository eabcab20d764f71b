"""Turn keys and names into places on the page: who has one, what it is called, what leads there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from hashlib import blake2b
from typing import TYPE_CHECKING

from notesync.dashboard import markdown
from notesync.dashboard.page import Ref
from notesync.notes import names
from notesync.notes.book import Book
from notesync.notes.bullets import stated

if TYPE_CHECKING:
    from markupsafe import Markup

_KEPT = "\u200d"  # joins emoji


def anchor(kind: str, key: str) -> str:
    """An id that stays the same as long as the note keeps its path: ``p-carla-voigt-5f2a91``."""
    stem = names.without_suffix(key.rpartition("/")[2].removeprefix("?"))
    bare = unicodedata.normalize("NFKD", stem.casefold()).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:40]
    digest = blake2b(key.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    return "-".join(part for part in (kind, slug, digest) if part)


class Places:
    """All places of one page."""

    def __init__(self, book: Book, shown: Collection[str] | None = None) -> None:
        """Give every question of the book a place, and every person.

        Args:
            book: All that is on the page.
            shown: Keys of the people who have a place of their own; None for all.
        """
        self._people = {
            key: Ref(
                visible(contact.name),
                anchor("p", key) if shown is None or key in shown else "",
            )
            for key, contact in book.contacts.items()
        }
        self._questions = {key: anchor("q", key) for key in book.questions}
        noted = [(c.key, c.aliases) for c in book.contacts.values() if c.noted]
        self._directory = names.directory([*noted, *((key, ()) for key in book.questions)])
        self._ghosts = {names.key(c.name): c.key for c in book.contacts.values() if not c.noted}

    def person(self, key: str) -> Ref:
        """The person of this key.

        Raises:
            KeyError: The book holds nobody of that key.
        """
        return self._people[key]

    def people(self, keys: Iterable[str]) -> tuple[Ref, ...]:
        """Those of them who are in the book."""
        return tuple(self._people[key] for key in keys if key in self._people)

    def question(self, key: str) -> str:
        """The place of a question, "" without one."""
        return self._questions.get(key, "")

    def markdown(self, text: str, path: str = "") -> Markup:
        """A line of Markdown from the note of this path."""
        return markdown.inline(text, self._named, folder=path.rpartition("/")[0])

    def said(self, text: str, path: str) -> Markup:
        """An insight, without the questions that it names at its end: they stand around it."""
        return self.markdown(stated(text, self._is_question), path)

    def _is_question(self, name: str) -> bool:
        found = names.resolve(self._directory, name)
        return len(found) == 1 and found[0] in self._questions

    def _named(self, name: str) -> str:
        """What a link of this name leads to; "" when that is not clear."""
        found = names.resolve(self._directory, name)
        if len(found) == 1:
            return self._place(found[0])
        return self._place(self._ghosts.get(names.key(name), ""))

    def _place(self, key: str) -> str:
        person = self._people.get(key)
        return person.anchor if person else self._questions.get(key, "")


def visible(name: str) -> str:
    """The name without what would turn the text around it or break its line."""
    clean = (c if c in _KEPT or unicodedata.category(c)[0] not in "CZ" else " " for c in name)
    return " ".join("".join(clean).split()) or "?"
