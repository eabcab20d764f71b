"""Turn what was typed for a key into what the header gets, or into the sentence that refuses it.

The command line is more forgiving than a file: dates may be ``24.4.``, words may be in either
language. What is written is what every program reads: ISO days, links in brackets, words in the
vault's language. A key that notesync doesn't know takes any text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from notesync.errors import UsageError
from notesync.notes import links, names, values
from notesync.notes.fields import FIELDS, FieldKey, key_of
from notesync.notes.schema import TYPES, read_fields
from notesync.words import N_, Words
from notesync.workspace import dates

# Types of fields whose texts are days that may be typed as one says them.
DAYS = frozenset({"date", "moment", "partial-date", "birthday"})
LINKS = frozenset({"link", "links"})
# A birthday whose year isn't known, as one writes it in German.
_YEARLESS = re.compile(r"([0-9]{1,2})\.\s?([0-9]{1,2})\.?")
# Written first and last, whatever else a header holds: what it is, and what only programs read.
_FIRST, _LAST = ("type", "aliases"), ("tags", "private", "created", "id")
# Where a note reads better in another order than that of the table of fields.
_ORDERS = {
    "conversation": (
        *("date", "time", "people", "kind", "channel", "minutes", "city", "org", "named", "state"),
        *("confidence_before", "confidence_after", "topics"),
    ),
    "organization": ("target", "motivation", "industry", "city", "size"),
}


class BadValue(UsageError):
    """A value that can't be meant for this key; ``reason`` is already in the user's language."""

    sentence = N_("{reason}")


class NotAWord(UsageError):
    """A word that is none of a closed list."""

    sentence = N_("“{value}” is not known here. Known are: {known}.")


def code(vocabulary: str, text: str, lang: str) -> str:
    """The code of a word of a closed list, "" for "".

    Raises:
        NotAWord: It is none of them; the list follows in this language.
    """
    found = values.code(vocabulary, text) if text else ""
    if found is None:
        known = values.known_words(vocabulary, lang)
        raise NotAWord(value=text, known=known)
    return found


def word(vocabulary: str, text: str, lang: str) -> str:
    """The word as it is written in a vault of this language, "" for "".

    Raises:
        NotAWord: It is none of the list.
    """
    return values.word(vocabulary, code(vocabulary, text, lang), lang)


def natural_order(kind: str) -> tuple[str, ...]:
    """The keys of a kind in the order in which they are written."""
    own = (*_ORDERS.get(kind, ()), *(key.name for key in FIELDS if kind in key.kinds))
    between = (name for name in dict.fromkeys(own) if name not in {*_FIRST, *_LAST})
    return (*_FIRST, *between, *_LAST)


def before(header: Iterable[str], kind: str, name: str) -> tuple[str, ...]:
    """The keys of a header, as they are spelled there, that stand before this one by nature.

    None for a key of the user's own: it goes to the end.
    """
    order = natural_order(kind)
    earlier = set(order[: order.index(name)] if name in order else ())
    return tuple(key for key in header if (f := key_of(kind, key)) and f.name in earlier)


def listed(key: FieldKey) -> bool:
    """Whether the key holds a list."""
    return TYPES[key.type].many


def write(
    key: FieldKey,
    typed: Sequence[str],
    *,
    lang: str,
    today: date,
    words: Words,
    link: Callable[[FieldKey, str], str],
) -> tuple[str, ...]:
    """The texts that the header gets for what was typed.

    Args:
        key: The key.
        typed: One text, or several where the key was given several times.
        lang: The vault's language.
        today: What ``yesterday`` counts from.
        words: The user's words, for a refusal.
        link: What stands between the brackets for a name.

    Raises:
        BadValue: It can't be meant.
        NotADay: A date that doesn't exist.
    """
    written: list[str] = []
    for text in typed:
        meant = _as_day(key, text, today)
        kind = key.kinds[0]
        read, problems = read_fields(kind, {key.name: meant}, lambda _key, _text: (0, 0))
        if problems:
            sentence, given = problems[0].sentence, dict(problems[0].values)
            raise BadValue(reason=words.t(sentence, **given))
        value = read.get(key.name, ())
        found = (value,) if isinstance(value, str) else value
        written += _written(key, found, meant, lang, link)
    return tuple(dict.fromkeys(written))


def _as_day(key: FieldKey, text: str, today: date) -> str:
    """A date as files understand it, where the key is one."""
    if key.type not in DAYS or TYPES[key.type].read(text, key):
        return text
    if key.type == "birthday" and (found := _YEARLESS.fullmatch(text.strip())):
        return f"--{found[2]:0>2}-{found[1]:0>2}"
    try:
        day, time = dates.moment(text, today)
    except dates.NotADay:
        return text  # the schema's own sentence says more
    return f"{day}T{time}" if time else day


def _written(
    key: FieldKey, found: Iterable[str], typed: str, lang: str, link: Callable[[FieldKey, str], str]
) -> Iterable[str]:
    if key.type in LINKS:
        return [links.write(link(key, name)) for name in found]
    if key.vocabulary:
        return [values.word(key.vocabulary, code, lang) for code in found]
    if key.type == "yes-no":
        return ["true" if answer == "yes" else "false" for answer in found]
    if key.type in {"cadence", "moment"}:
        return [typed.strip()]
    return list(found)


def same(key: FieldKey | None, written: str, typed: str) -> bool:
    """Whether an item of a list is the one that was typed, however it is spelled."""
    one, other = (links.plain(text).strip() for text in (written, typed))
    if names.key(one) == names.key(other):
        return True
    if key is None or not key.vocabulary:
        return names.search_fold(one) == names.search_fold(other)
    return values.code(key.vocabulary, one) == values.code(key.vocabulary, other) is not None
