"""Turn keys, values and the targets of links into the form in which the index keeps and finds them.

Who asks needs these as much as who writes the rows (`notesync.index.rows`), and nothing else of it.
"""

from __future__ import annotations

from functools import lru_cache

from notesync.notes import names

# The same few keys, values and names stand in thousands of notes: each is folded once.
_once = lru_cache(maxsize=20_000)


def plain(text: str) -> str:
    """Text that SQLite can hold: a lone surrogate (YAML can spell one) becomes its escape."""
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "backslashreplace").decode()
    return text


@_once
def link_key(target: str) -> str:
    """The last part of a link's target, as the names of notes are kept."""
    return plain(names.key(names.without_suffix(target.strip())).rpartition("/")[2])


@_once
def field_key(key: str) -> str:
    """A front-matter key as `fields` keeps it."""
    return plain(names.key(key))


@_once
def field_value(value: str) -> str:
    """A front-matter value as `fields` keeps it: links are what they show, spelling is folded."""
    if "[[" in value:
        from notesync.notes import links  # what somebody types seldom has one

        value = links.plain(value)
    return plain(names.search_fold(value.strip()))
