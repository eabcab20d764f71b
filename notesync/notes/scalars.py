"""Turn a text into a YAML scalar on one line, in the style that stands there already.

Plain is chosen only where every YAML reader gives the same text back: ``no``, ``01067``, ``10:30``
and ``2026-02-30`` are quoted, a real ISO date, a plain number and ``true`` are not. Wiki-links are
always quoted. Line breaks become escapes; a plain scalar never runs over two lines.
"""

from __future__ import annotations

import re
from datetime import date

# What YAML 1.1 or 1.2 readers take for something else than text. Sources: the implicit types of
# YAML 1.1 (yaml.org/type) and the core schema of YAML 1.2.2, chapter 10.3.
_WORDS = re.compile(r"y|n|yes|no|on|off|true|false|null|~|=|<<", re.IGNORECASE)
_NUMBER = re.compile(
    r"[-+]?(?:\.?[0-9][0-9_]*(?:\.[0-9_]*)?(?:e[-+]?[0-9_]+)?"
    r"|0[xob][0-9a-f_]+|[0-9][0-9_]*(?::[0-9]{1,2})+(?:\.[0-9_]*)?|\.inf|\.nan)",
    re.IGNORECASE,
)
_TIMESTAMP = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt \t].*)?")
# Of these, what every reader shows as the same text again.
_SAME_AGAIN = re.compile(r"0|[1-9][0-9]{0,14}|(?:0|[1-9][0-9]{0,9})\.[0-9]{0,5}[1-9]|true|false")

_FIRST = frozenset("-?:,[]{}#&*!|>'\"%@`.=<~")
_INNER = re.compile(r": |:\Z|[ \t]#|\[\[|[\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff]")
_FLOW = frozenset(",[]{}:?")

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")

# Inside double quotes: what must be escaped, and the short escapes.
_ESCAPED = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]')
_SHORT = {
    '"': '\\"', "\\": "\\\\", "\0": "\\0", "\a": "\\a", "\b": "\\b", "\t": "\\t", "\n": "\\n",
    "\v": "\\v", "\f": "\\f", "\r": "\\r", "\x1b": "\\e", "\x85": "\\N", "\u2028": "\\L",
    "\u2029": "\\P",
}  # fmt: skip


def is_plain(text: str, *, flow: bool = False) -> bool:
    """Whether the text may stand without quotes (`flow`: inside ``[a, b]``)."""
    if not text or text != text.strip() or text[0] in _FIRST or _INNER.search(text):
        return False
    if flow and not _FLOW.isdisjoint(text):
        return False
    if _SAME_AGAIN.fullmatch(text):
        return True
    if _TIMESTAMP.fullmatch(text):
        return _is_iso_day(text)
    return not (_WORDS.fullmatch(text) or _NUMBER.fullmatch(text))


def _is_iso_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _escape(found: re.Match[str]) -> str:
    char = found.group()
    code = ord(char)
    return _SHORT.get(char) or (f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}")  # noqa: PLR2004 -- the limit of YAML's two-digit escape


def double(text: str) -> str:
    """The text in double quotes, on one line."""
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def write(text: str, style: str = "", *, flow: bool = False) -> str:
    """The text as a scalar on one line.

    Args:
        text: What must be read back.
        style: What stood there: ``'`` or ``"`` is kept where the text allows it.
        flow: Whether it stands inside ``[a, b]``.

    Returns:
        The scalar; "" for an empty text where nothing or a plain scalar stood.
    """
    if style == "'" and not _CONTROL.search(text):
        return "'" + text.replace("'", "''") + "'"
    if style in {"", "|", ">"} and is_plain(text, flow=flow):
        return text
    if style == "" and not text and not flow:
        return ""
    return double(text)


def write_item(text: str, style: str = "", *, flow: bool = False) -> str:
    """The text as an item of a list; unlike a key's value it can't be left out."""
    return write(text, style, flow=flow) or '""'


def write_key(key: str) -> str:
    """A key as it stands before its colon."""
    return key if is_plain(key) and not _SAME_AGAIN.fullmatch(key) else double(key)


def write_block(text: str, header: str, indent: str, newline: str) -> str | None:
    """The text as a block scalar in the style that stands there; None where it does not fit.

    Args:
        text: What must be read back.
        header: ``|`` or ``>`` with its indicators, as it stands there.
        indent: What stands before each of its lines.
        newline: The line break to write.

    Returns:
        Header and lines, without a line break at the end.
    """
    body = text.rstrip("\n")
    breaks = len(text) - len(body)
    bare = header.rstrip("0123456789+-")
    if not body or breaks > 1 or "+" in header or bare != header[:1] or len(header) > 2:  # noqa: PLR2004 -- one indicator
        return None
    rows = body.split("\n")
    folded = header[0] == ">"
    odd = any(row[:1] in {" ", "\t"} or row.strip() != row for row in rows)
    if odd or _CONTROL.search(body.replace("\n", "")) or (folded and "" in rows):
        return None
    mark = header[0] + ("" if breaks else "-")
    gap = newline * 2 if folded else newline
    return mark + newline + gap.join(indent + row if row else "" for row in rows)
