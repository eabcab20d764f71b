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

# What YAML refuses, takes for a line break or shields, wherever it stands.
_DOUBT = re.compile(
    "[^\\r\\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U000effff]"
)
# Text without quotes: nothing of it means anything to YAML, in a line or in brackets.
_TEXT = r"[^\s\-?:,\[\]{}#&*!|>'\"%@\x60](?:[^\s:#]|:(?=\S)|(?<=\S)#|[ ]+(?=[^\s:#]))*"
_ITEM = r"[^\W_](?:[\w.+@/()&'!%;*=-]|[ ](?=[\w(]))*"
_QUOTED = r"\"[^\"\\\n]*\"|'[^'\n]*'"
_LINK = r"\[\[\w(?:[\w.()&|/-]|[ ](?=\w))*\]\]"
_VALUE = rf"(?:(?P<text>{_TEXT})|(?P<quoted>{_QUOTED})|(?P<link>{_LINK}))"
_LIST = rf"\[(?P<list> *(?:(?:{_ITEM}|{_QUOTED})(?: *, *(?:{_ITEM}|{_QUOTED}))*)? *)\]"

_KEY_ROW = re.compile(rf"(?P<key>[^\W\d_][\w-]{{0,60}}):(?: +(?:{_VALUE}|{_LIST}))?")
_ITEM_ROW = re.compile(rf"(?P<indent> *)- +{_VALUE}")
_ITEMS = re.compile(rf"(?P<text>{_ITEM})|(?P<quoted>{_QUOTED})|(?P<link>(?!))")
_NULLS = frozenset({"~", "null", "Null", "NULL"})


def read(source: str, line: int) -> tuple[dict[str, HeaderValue], dict[str, int]] | None:
    """The values by key and the keys' lines; None where the handler has to be asked.

    Args:
        source: What stands between the fences.
        line: 1-based line in the file at which it begins.
    """
    if len(source) > LONGEST or _DOUBT.search(source):
        return None
    if "\r" in source:
        source = source.replace("\r\n", "\n")
        if "\r" in source:
            return None
    values: dict[str, HeaderValue] = {}
    lines: dict[str, int] = {}
    key = indent = ""
    items: list[HeaderItem] | None = None  # of the key above, if a list may stand below it
    for number, row in enumerate(source.split("\n"), line):
        if not row or row[0] == "#":
            continue
        if found := _KEY_ROW.fullmatch(row):
            key = found["key"]
            if key in values:
                return None
            lines[key] = number
            values[key] = _value(found) if found["list"] is None else _values(found["list"])
            items = [] if found.lastgroup == "key" else None
        elif items is not None and (found := _ITEM_ROW.fullmatch(row)):
            if items and found["indent"] != indent:
                return None
            indent = found["indent"]
            items.append(_value(found))
            values[key] = tuple(items)
        else:
            return None
    return (values, lines) if values else None


def _values(listed: str) -> tuple[HeaderItem, ...]:
    """What stands between brackets."""
    return tuple(_value(found) for found in _ITEMS.finditer(listed))


def _value(found: re.Match[str]) -> str:
    """What a text, with or without quotes, says; "" for nothing and for null."""
    if quoted := found["quoted"]:
        return quoted[1:-1]
    text = found["text"] or found["link"] or ""
    return "" if text in _NULLS else text
