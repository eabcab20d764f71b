"""Turn a header's texts into typed fields and problems, by the table in `notesync.notes.fields`.

YAML's idea of types is never asked: every scalar is text, and the table decides what it means
(docs/decisions/0003). A value that can't be read is left out of the fields and listed as a problem;
the header keeps it. The same table, told to other programs, is `json_schema`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from notesync.errors import Problem, problem
from notesync.notes import links, values
from notesync.notes.fields import EVERY, FIELDS, KEYS, FieldKey, folded_key
from notesync.notes.frontmatter import HeaderValue, Nested
from notesync.notes.kinds import KINDS, PLAIN, VOCABULARIES, default_types
from notesync.notes.names import split_names
from notesync.notes.note import Field

MOST_PROBLEMS = 100  # of one header; who sees these will find the rest
_STRING: Mapping[str, object] = {"type": ["string", "number", "boolean"]}
# Texts that stand for "nothing" where a text can't be meant.
_NOTHING = frozenset({"", "~", "null", "none", "-", "–", "—", "?"})


class FieldType(NamedTuple):
    """How texts become a field.

    Attributes:
        read: One text to its canonical form, or None when it isn't one.
        many: Whether the field is a list.
        problem: Code of the problem when a text can't be read.
        form: JSON Schema of one text as it is typed.
    """

    read: Callable[[str, FieldKey], str | None]
    many: bool = False
    problem: str = ""
    form: Mapping[str, object] = _STRING


def _text(text: str, _key: FieldKey) -> str | None:
    link = links.whole(text)
    return link.display if link else text.strip()


def _name(text: str, _key: FieldKey) -> str | None:
    found = links.find(text)
    return found[0].target if found else text.strip()


def _date_pattern(*patterns: str) -> Mapping[str, object]:
    return {"type": ["string", "integer"], "pattern": f"^(?:{'|'.join(patterns)})$"}


_ISO_DAY, _ISO_MONTH, _ISO_YEAR = r"\d{4}-\d{2}-\d{2}", r"\d{4}-\d{2}", r"\d{4}"
_BOOLEAN = {"anyOf": [{"type": "boolean"}, {"enum": ["yes", "no", "ja", "nein"]}]}
_COUNT = {"type": ["integer", "string"], "pattern": r"^\d+$"}

TYPES: Mapping[str, FieldType] = {
    "text": FieldType(_text),
    "texts": FieldType(_text, many=True),
    "link": FieldType(_name),
    "links": FieldType(_name, many=True),
    "date": FieldType(
        lambda text, _: values.day(text), problem="bad-date", form=_date_pattern(_ISO_DAY)
    ),
    "moment": FieldType(
        lambda text, _: values.day(text),
        problem="bad-date",
        form=_date_pattern(rf"{_ISO_DAY}(?:[T ]\d{{2}}:\d{{2}})?"),
    ),
    "partial-date": FieldType(
        lambda text, _: values.partial_day(text),
        problem="bad-partial-date",
        form=_date_pattern(_ISO_DAY, _ISO_MONTH, _ISO_YEAR),
    ),
    "birthday": FieldType(
        lambda text, _: values.birthday(text),
        problem="bad-birthday",
        form=_date_pattern(_ISO_DAY, _ISO_MONTH, _ISO_YEAR, r"--\d{2}-\d{2}"),
    ),
    "spans": FieldType(
        lambda text, _: values.span(text),
        many=True,
        problem="bad-span",
        form=_date_pattern(rf"{_ISO_DAY}\.\.{_ISO_DAY}"),
    ),
    "week": FieldType(
        lambda text, _: values.week(text),
        problem="bad-week",
        form=_date_pattern(r"\d{4}-W\d{2}"),
    ),
    "time": FieldType(
        lambda text, _: values.time(text), problem="bad-time", form=_date_pattern(r"\d{1,2}:\d{2}")
    ),
    "minutes": FieldType(lambda text, _: values.minutes(text), problem="bad-minutes", form=_COUNT),
    "number": FieldType(
        lambda text, key: values.number(text, key.low, key.high),
        problem="bad-number",
        form=_COUNT,
    ),
    "yes-no": FieldType(lambda text, _: values.yes_no(text), problem="bad-yes-no", form=_BOOLEAN),
    "cadence": FieldType(lambda text, _: values.weeks(text), problem="bad-cadence"),
    "word": FieldType(lambda text, key: values.code(key.vocabulary, text), problem="unknown-word"),
    "words": FieldType(
        lambda text, key: values.code(key.vocabulary, text), many=True, problem="unknown-word"
    ),
}


def read_fields(
    kind: str, header: Mapping[str, HeaderValue], place: Callable[[str, str], tuple[int, int]]
) -> tuple[dict[str, Field], tuple[Problem, ...]]:
    """Read every key of ours in a header.

    Args:
        kind: The note's kind.
        header: Keys as typed to their values as typed.
        place: Line and column of a value under a key, for problems.
    """
    table = KEYS[kind]
    fields: dict[str, Field] = {}
    problems: list[Problem] = []
    for typed, value in header.items():
        key = table.get(folded_key(typed))
        if key is None:
            continue
        kept: list[str] = []
        how = TYPES[key.type].read
        for text in _texts(value, key):
            read = how(text, key)
            if read:
                kept.append(read)
            elif read is None and text.strip().casefold() not in _NOTHING:
                if len(problems) < MOST_PROBLEMS:
                    problems.append(_problem(key, text, *place(typed, text)))
                if key.name == "private":
                    kept.append("yes")  # in doubt nothing of it leaves this device
        _keep(fields, key, typed, kept)
    return fields, tuple(problems)


def _keep(fields: dict[str, Field], key: FieldKey, typed: str, kept: list[str]) -> None:
    """Put read values where they belong; the canonical key beats a synonym, lists join."""
    if not kept:
        return
    before = fields.get(key.name, ())
    if TYPES[key.type].many:
        fields[key.name] = tuple(dict.fromkeys((*before, *kept)))
    elif not before or folded_key(typed) == folded_key(key.name):
        fields[key.name] = kept[0]


def _texts(value: HeaderValue, key: FieldKey) -> list[str]:
    """The single texts of a value: a scalar may hold several of them, parted by commas."""
    if isinstance(value, tuple):
        return [text for item in value for text in _texts_of(item, key, listed=True)]
    return _texts_of(value, key, listed=False)


def _texts_of(item: str | Nested, key: FieldKey, *, listed: bool) -> list[str]:
    if isinstance(item, Nested):
        # A structure of the user's own stays in the header, but for [[x]] without quotes.
        return [text[link.start : link.end] for text in (item.raw,) for link in links.find(text)]
    kind = TYPES[key.type]
    if kind.read is _name and "[[" in item:
        return [item[link.start : link.end] for link in links.find(item)]
    if key.name == "tags":
        return [tag for part in re.split(r"[,;\s]+", item) if (tag := part.lstrip("#"))]
    if listed or not kind.many:
        return [item]
    if kind.read is _name:
        return list(split_names(item))
    return [part for part in (part.strip() for part in re.split(r"[,;]", item)) if part]


def _problem(key: FieldKey, text: str, line: int, column: int) -> Problem:
    """What is wrong with a value, with what was probably meant where that can be told."""
    code = TYPES[key.type].problem
    shown = text.strip()
    if code == "unknown-word":
        if near := values.suggestion(key.vocabulary, text):
            return problem("word-near", line, column, value=shown, key=key.name, suggestion=near)
        known = values.known_words(key.vocabulary)
        return problem(code, line, column, value=shown, key=key.name, known=known)
    if code == "bad-number":
        return problem(code, line, column, value=shown, key=key.name, low=key.low, high=key.high)
    if code.endswith("date") and (meant := values.date_meant(text)):
        return problem("date-form", line, column, value=shown, suggestion=meant)
    return problem(code, line, column, value=shown, key=key.name)


# ---------------------------------------------------------------- as JSON Schema


def json_schema() -> dict[str, object]:
    """`FIELDS` as JSON Schema 2020-12: one definition per kind, chosen by ``type``.

    Without a ``type`` the folder decides, which no schema sees; then only the keys common to all
    kinds are described.
    """
    types = default_types()
    choices = [
        {
            "if": {
                "properties": {
                    "type": {
                        "enum": [
                            word
                            for typed in types
                            for word in (typed, typed.capitalize())
                            if types[typed] == kind
                        ]
                    }
                },
                "required": ["type"],
            },
            "then": {"$ref": f"#/$defs/{kind}"},
        }
        for kind in KINDS
    ]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "notesync front matter",
        "description": (
            "Keys of your own may be added to every note. Synonyms are read like the key to which "
            "they refer; case, hyphens and the spelling of umlauts don't matter in keys and words."
        ),
        "type": "object",
        "allOf": [{"$ref": f"#/$defs/{PLAIN}"}, *choices],
        "$defs": {kind: _kind_schema(kind) for kind in EVERY},
    }


def _kind_schema(kind: str) -> dict[str, object]:
    properties: dict[str, object] = {}
    for key in FIELDS:
        if kind in key.kinds:
            properties[key.name] = _key_schema(key)
    for key in FIELDS:
        for name in key.also if kind in key.kinds else ():
            if KEYS[kind][folded_key(name)] is key:
                reference = {"$ref": f"#/$defs/{kind}/properties/{key.name}"}
                properties.setdefault(name, reference)
    return {"title": kind, "type": "object", "properties": properties}


def _key_schema(key: FieldKey) -> dict[str, object]:
    one = dict(TYPES[key.type].form)
    about = key.about
    if key.vocabulary:
        terms = VOCABULARIES[key.vocabulary]
        spellings = [word for term in terms for word in (term.code, term.de, *term.also)]
        one = {"enum": list(dict.fromkeys(spellings))}
        about += f" ({values.known_words(key.vocabulary)})"
    if key.type == "number":
        one |= {"minimum": key.low, "maximum": key.high}
    forms: list[object] = [one, {"type": "null"}]
    if TYPES[key.type].many:
        forms.append({"type": "array", "items": one})
    return {"description": about, "anyOf": forms}
