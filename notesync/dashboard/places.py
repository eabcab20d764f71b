"""Turn keys and names into places on the page: who has one, what it is called, what leads there."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from notesync.dashboard import markdown
from notesync.dashboard.editors import NO_OPENER, Opener
from notesync.dashboard.privacy import STRUCK
from notesync.dashboard.rows import Ref
from notesync.notes import names
from notesync.notes.book import Book
from notesync.notes.bullets import stated
from notesync.notes.names import search_fold
from notesync.views.facts import org_key

if TYPE_CHECKING:
    from markupsafe import Markup

# Organizations that have a place of their own in the file, at most.
ORGANIZATIONS = 200
# Kind -> where pages of that kind are served.
PAGES = {"p": "/person/", "q": "/question/", "o": "/organization/"}
_KEPT = "\u200d"  # joins emoji


@lru_cache(maxsize=1 << 16)  # after a save most of them are as before
def anchor(kind: str, key: str, name: str = "") -> str:
    """An id that stays the same as long as the note keeps its path: ``p-carla-voigt-5f2a91``."""
    bare = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:40]
    digest = blake2b(key.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    return "-".join(part for part in (kind, slug, digest) if part)


class Places:
    """All places of one page, or of all pages."""

    def __init__(
        self,
        book: Book,
        shown: Collection[str] | None = None,
        *,
        aside: Collection[str] = (),
        live: bool = False,
        incognito: bool = False,
        opener: Opener = NO_OPENER,
    ) -> None:
        """Give everybody and everything of the book a place, as far as there is room.

        Args:
            book: All that is on the page.
            shown: Keys of the people who have a place of their own; None for all.
            aside: Keys of the questions that have none.
            live: Whether each has a page of its own, rather than a place on the one page.
            incognito: Whether a place is called by a number, rather than by a name.
            opener: What opens notes in an editor.
        """
        self._live = live
        self.opener = opener
        self._numbers: dict[str, int] | None = {} if incognito else None
        self._people = {
            key: self._ref("p", key, contact.name, placed=shown is None or key in shown)
            for key, contact in book.contacts.items()
        }
        self._questions = {
            key: self._ref("q", key, question.name, placed=key not in aside)
            for key, question in book.questions.items()
        }
        self._organizations = dict(self._organized(book))
        noted = [(c.key, c.aliases) for c in book.contacts.values() if c.noted]
        others = [(key, ()) for key in (*book.questions, *book.organizations)]
        self._directory = _directory((*noted, *others))
        self._ghosts = {names.key(c.name): c.key for c in book.contacts.values() if not c.noted}

    def anchor(self, kind: str, key: str, name: str = "") -> str:
        """The id of what has this key, and a name that may be seen; the same on every page."""
        if self._numbers is None:
            return anchor(kind, key, name)
        return f"{kind}-{self._numbers.setdefault(key, len(self._numbers) + 1)}"

    def _ref(self, kind: str, key: str, name: str, *, placed: bool = True) -> Ref:
        if not placed:
            return Ref(visible(name))
        place = self.anchor(kind, key, name)
        return Ref(visible(name), place, f"{PAGES[kind]}{place}" if self._live else f"#{place}")

    def _organized(self, book: Book) -> Iterable[tuple[str, Ref]]:
        """Every organization that has a note, a person or a chance, by its folded name.

        Of very many the file has those where I would like to work, then those with most people.
        """
        mentions = Counter(contact.org for contact in book.contacts.values())
        mentions.update(talk.org for talk in book.conversations)
        mentions.update(one.org for one in book.opportunities)
        found: dict[str, tuple[str, str]] = {}
        weight: Counter[str] = Counter()
        for name, count in mentions.items():
            folded = org_key(name)
            if folded and name != STRUCK:
                found[folded] = (f"?{folded}", name)
                weight[folded] += count
        wanted = set()
        for key, org in book.organizations.items():
            folded = org_key(org.name)
            found[folded] = (key, org.name)
            if org.target:
                wanted.add(folded)
        first: Iterable[str] = found
        if not self._live and len(found) > ORGANIZATIONS:
            first = sorted(found, key=lambda one: (one not in wanted, -weight[one], one))
        for at, folded in enumerate(first):
            key, name = found[folded]
            yield folded, self._ref("o", key, name, placed=self._live or at < ORGANIZATIONS)

    def person(self, key: str) -> Ref:
        """The person of this key.

        Raises:
            KeyError: The book holds nobody of that key.
        """
        return self._people[key]

    def people(self, keys: Iterable[str]) -> tuple[Ref, ...]:
        """Those of them who are in the book."""
        return tuple(self._people[key] for key in keys if key in self._people)

    def question(self, key: str) -> Ref:
        """The question of this key.

        Raises:
            KeyError: The book holds none of that key.
        """
        return self._questions[key]

    @property
    def organization_count(self) -> int:
        """How many there are, with or without a place."""
        return len(self._organizations)

    def organizations(self) -> tuple[str, ...]:
        """The folded names of those that have a place, by name."""
        placed = [
            (search_fold(ref.name), key) for key, ref in self._organizations.items() if ref.href
        ]
        return tuple(key for _, key in sorted(placed))

    def organization(self, name: str) -> Ref:
        """The organization that somebody calls so."""
        return self._organizations.get(org_key(name)) or Ref(visible(name) if name else "")

    def everything(self) -> Iterable[tuple[str, str, str]]:
        """(address, kind, key) of all that has an address; an organization's key is its name's."""
        for kind, refs in (
            ("person", self._people),
            ("question", self._questions),
            ("organization", self._organizations),
        ):
            yield from ((ref.href, kind, key) for key, ref in refs.items() if ref.href)

    def markdown(self, text: str, path: str = "") -> Markup:
        """A line of Markdown from the note of this path."""
        folder = path.rpartition("/")[0]
        return markdown.inline(text, self._named, folder=folder, files=not self._live)

    def said(self, text: str, path: str) -> Markup:
        """An insight, without the questions that it names at its end: they stand around it."""
        return self.markdown(stated(text, self._is_question), path)

    def _is_question(self, name: str) -> bool:
        found = names.resolve(self._directory, name)
        return len(found) == 1 and found[0] in self._questions

    def _named(self, name: str) -> str:
        """Where a link of this name leads; "" when that is not clear."""
        found = names.resolve(self._directory, name)
        key = found[0] if len(found) == 1 else self._ghosts.get(names.key(name), "")
        ref = self._people.get(key) or self._questions.get(key)
        if ref is None and found:
            return self.organization(names.stem(key)).href
        return ref.href if ref else ""


@lru_cache(maxsize=2)  # hardly any save changes a name
def _directory(noted: tuple[tuple[str, tuple[str, ...]], ...]) -> names.Directory:
    return names.directory(noted)


@lru_cache(maxsize=1 << 16)
def visible(name: str) -> str:
    """The name without what would turn the text around it or break its line."""
    if name.isprintable():  # nearly every name; nothing in it is of the categories below
        return " ".join(name.split()) or "?"
    clean = (c if c in _KEPT or unicodedata.category(c)[0] not in "CZ" else " " for c in name)
    return " ".join("".join(clean).split()) or "?"
