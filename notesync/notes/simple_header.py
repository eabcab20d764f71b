"""Turn a header of plain lines into its values, or decline.

Nearly every header is lines of ``key: text``, quoted texts and lists of these, which mean the same
to YAML as to anybody. They are read here in an eighth of the time that the handler takes, and
without its import. Whatever else a line holds, the answer is None: then python-frontmatter's
handler reads the whole header. `notesync.notes.document` alone asks here;
tests/notes/test_simple_header.py shows that both ways give the same.
"""

from __future__ import annotations

import re

from notesync.notes.frontmatter import HeaderItem, HeaderValue

LONGEST = 16_000  # characters

# What YAML refuses, takes for a line break or shields, wherever it stands; nothing of it can be
# printed. Compiled only when a header holds something that can't be, which few do.
DOUBT = (
    "[\0-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff"
    "\U000f0000-\U0010ffff]"
)
_KEY = re.compile(r"[^\W\d_][\w-]{0,60}")
# Text without quotes of which nothing means anything to YAML: in a line, and between brackets.
_TEXT = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`](?:[^\s:#]|:(?=\S)|(?<=\S)#|[ ]+(?=[^\s:#]))*")
_ITEM = re.compile(r"[^\W_](?:[\w.+@/()&'!%;*=-]|[ ](?=[\w(]))*")
_LINK = re.compile(r"\[\[\w(?:[\w.()&|/-]|[ ](?=\w))*\]\]")
_NULLS = frozenset({"~", "null", "Null", "NULL"})


class _Declined(Exception):
    """Something that may mean more to YAML."""


def read(source: str, line: int) -> tuple[dict[str, HeaderValue], dict[str, int]] | None:
    """The values by key and the keys' lines; None where the handler has to be asked.

    Args:
        source: What stands between the fences.
        line: 1-based line in the file at which it begins.
    """
    if len(source) > LONGEST:
        return None
    if "\r" in source:
        source = source.replace("\r\n", "\n")
        if "\r" in source:
            return None
    if not source.replace("\n", "").isprintable() and re.search(DOUBT, source):
        return None
    try:
        return _rows(source.split("\n"), line)
    except _Declined:
        return None


def _rows(rows: list[str], line: int) -> tuple[dict[str, HeaderValue], dict[str, int]] | None:
    """The same of a header's rows, none of which holds an odd character."""
    values: dict[str, HeaderValue] = {}
    lines: dict[str, int] = {}
    key = indent = ""
    items: list[HeaderItem] | None = None  # of the key above, if a list may stand below it
    for number, row in enumerate(rows, line):
        if not row or row[0] == "#":
            continue
        name, colon, value = row.partition(":")
        if colon and _KEY.fullmatch(name) and name not in values and value[:1] in {"", " "}:
            key, value = name, value.lstrip(" ")
            lines[key] = number
            values[key] = _value(value) if value else ""
            items = None if row[-1] != ":" else []
        else:
            before, dash, item = row.partition("- ")
            if not dash or items is None or before.strip(" ") or (items and before != indent):
                raise _Declined
            indent = before
            items.append(_scalar(item.lstrip(" "), _TEXT))
            values[key] = tuple(items)
    return (values, lines) if values else None


def _value(typed: str) -> HeaderValue:
    """What stands behind a key: text, or a list in brackets."""
    if typed[0] != "[" or typed.startswith("[["):
        return _scalar(typed, _TEXT)
    if typed[-1] != "]":
        raise _Declined
    listed = typed[1:-1].strip(" ")
    # A comma between quotes leaves pieces whose quotes don't match.
    return tuple([_scalar(item.strip(" "), _ITEM) for item in listed.split(",")]) if listed else ()


def _scalar(typed: str, plain: re.Pattern[str]) -> str:
    """What a text, with or without quotes, says; "" for nothing and for null."""
    mark = typed[:1]
    if mark in {'"', "'"}:
        text = typed[1:-1]
        if len(typed) == 1 or typed[-1] != mark or mark in text or "\\" in text:
            raise _Declined
        return text
    if plain.fullmatch(typed):
        return "" if typed in _NULLS else typed
    if plain is _TEXT and _LINK.fullmatch(typed):
        return typed
    raise _Declined
