"""Turn sentences with slots into HTML: what fills a slot is escaped, or a link to a person.

The templates and the builder of the page speak through one `Phrases`, so that a name is a link
wherever it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from markupsafe import Markup, escape

from notesync.dashboard.rows import Ref
from notesync.notes.kinds import Term
from notesync.words import MONTHS, Words

# Names in one sentence; a longer list is no sentence.
MOST_NAMES = 24


@dataclass(frozen=True, slots=True)
class Phrases:
    """The reader's language, for HTML."""

    words: Words

    def t(self, message: str, /, **values: object) -> Markup:
        """As `Words.t`: the message and its values are escaped, unless a value is HTML already."""
        said = escape(self.words.t(message))
        return _filled(said, values) if values else said

    def n(self, one: str, many: str, count: int, /, **values: object) -> Markup:
        """As `Words.n`, likewise."""
        message = self.words.ngettext(one, many, count)
        return _filled(escape(message), {"count": count, **values})

    def person(self, ref: Ref) -> Markup:
        """The name, leading to its place on the page."""
        return _linked(ref)

    def names(self, refs: Sequence[Ref]) -> Markup:
        """``Anna, Ben and Carla``, each leading to her or his place; of very many, some."""
        return self.listed([self.person(ref) for ref in refs])

    def listed(self, names: Sequence[str]) -> Markup:
        """Likewise, of names that lead nowhere or are HTML already."""
        if len(names) == 1:
            return escape(names[0])
        parts = [escape(name) for name in names[:MOST_NAMES]]
        if len(names) > MOST_NAMES:
            parts.append(self.n("{count} more", "{count} more", len(names) - MOST_NAMES))
        if not parts:
            return Markup()
        return self.t("{first} and {last}", first=Markup(", ").join(parts[:-1]), last=parts[-1])

    def moment(self, day: date, today: date) -> Markup:
        """A day as people say it, with the date for programs."""
        return _moment(day, today, self.words)

    def month(self, day: date) -> str:
        """``May`` / ``Mai``, short enough for the leaf of a calendar."""
        return MONTHS[self.words.lang][day.month - 1][:3]


def _filled(said: Markup, values: Mapping[str, object]) -> Markup:
    """A message with its slots filled; as `Markup.format`, in half the time."""
    escaped = {name: escape(value) for name, value in values.items()}
    # The message is of our own catalogs, and whatever goes into it was escaped in the line above.
    return Markup(str(said).format(**escaped))  # noqa: S704 -- nothing in it is unescaped


@lru_cache(maxsize=1 << 16)  # many names stand on a page a dozen times, and on the next one again
def _linked(ref: Ref) -> Markup:
    if not ref.href:
        return escape(ref.name)
    return Markup('<a href="{}">{}</a>').format(ref.href, ref.name)


@lru_cache(maxsize=4096)  # of the days on a page
def _moment(day: date, today: date, words: Words) -> Markup:
    return Markup('<time datetime="{}">{}</time>').format(day.isoformat(), words.day(day, today))


def term(code: str, terms: Iterable[Term], words: Words) -> str:
    """A value of a closed list as the reader says it: ``in person``, ``persönlich``."""
    for one in terms:
        if one.code == code:
            return one.de if words.lang == "de" else code.replace("-", " ")
    return code


def strong(text: str) -> Markup:
    """The text with weight."""
    return Markup("<b>{}</b>").format(text)
