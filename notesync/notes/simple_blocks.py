"""Turn a body of plain paragraphs, headings, lists and quotations into its blocks, or decline.

Most notes use little of Markdown, and for these a look at the beginning of each line tells what
markdown-it-py would, in a twentieth of the time and without its import. Whatever else a line may
begin with, and wherever an indent leaves a doubt, the answer is None: then markdown-it-py reads the
body. `notesync.notes.outline` alone asks here; tests/notes/test_simple_blocks.py shows that both
ways give the same blocks.
"""

from __future__ import annotations

import re

# Text, line, level, depth, bullet, above, quoted: the fields of `notesync.notes.outline.Block`.
Row = tuple[str, int, int, int, bool, str, bool]

DEEPEST = 6  # lists in lists; markdown-it-py itself stops at ten

# Tabs stand for some blanks; the others are blanks to Python and text to Markdown, so only a space
# that does not break, between two words, does no harm. Compiled only when a body holds something
# that can't be printed, which all of these can't.
DOUBT = "[\0\t\x0b\x0c\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
_NO_DOUBT = r"(?<=\S)[\xa0\u202f](?=\S)"
_SIGNS = frozenset("#-+*_=~`<>0123456789")  # a line that begins with another sign is text
_TEXT = re.compile(  # and so is one that begins like this
    r"#{1,6}[^# ]|[-+=][^-+= ]|\*\*?[^* ]|__?[^_ ]|~~?[^~ ]|``?[^` ]"
    r"|[0-9]+(?![0-9.)])|[0-9]+[.)][^ ]"
)
_HEADING = re.compile(r"(#{1,6}) +([^ #](?:.*[^ #])?) *")
_ITEM = re.compile(r"(?:[-+*]|[0-9]{1,9}([.)]))( {1,4})([^ ].*)")
_RULE = re.compile(r"(?:-{3,}|\*{3,}|_{3,}) *")
_QUOTE = re.compile(r"> ?(\S.*)?")
_FENCE = re.compile(r"(`{3,}|~{3,})([^`]*)")


class _Declined(Exception):
    """Something that may be read in another way."""


class _Item:
    """An open list item: the columns of its mark and of its text, how its number ends, its text."""

    __slots__ = ("content", "delimiter", "mark", "text")

    def __init__(self, mark: int, content: int, delimiter: str) -> None:
        self.mark = mark
        self.content = content
        self.delimiter = delimiter
        self.text = ""


class _Reading:
    """What is found so far, the open list items, and the open paragraph with its first line."""

    __slots__ = ("bullet", "first", "found", "items", "quoted", "rows")

    def __init__(self) -> None:
        self.found: list[Row] = []
        self.items: list[_Item] = []
        self.rows: list[str] = []
        self.first = 0
        self.bullet = False
        self.quoted = False


def read(body: str) -> list[Row] | None:
    """The headings and paragraphs of a body, in order; None where markdown-it-py has to be asked.

    Args:
        body: The text below the header.
    """
    if "\r" in body:
        body = body.replace("\r\n", "\n").replace("\r", "\n")
    if not body.replace("\n", "").isprintable() and re.search(DOUBT, re.sub(_NO_DOUBT, "", body)):
        return None
    reading = _Reading()
    fence = None
    try:
        for number, line in enumerate(body.split("\n")):
            content = line.lstrip(" ")
            if fence:
                fence = None if fence.fullmatch(line) else fence
            elif not content:
                if reading.rows:
                    _end(reading)
            elif content[0] not in _SIGNS or _TEXT.match(content):  # as `_is_text`, but at once
                _text(reading, number, content, len(line) - len(content))
            elif item := _ITEM.fullmatch(content):
                _item(reading, number, item, len(line) - len(content))
            else:
                fence = _at_the_margin(reading, number, line)
    except _Declined:
        return None
    _end(reading)
    return reading.found


def _is_text(content: str) -> bool:
    return content[0] not in _SIGNS or _TEXT.match(content) is not None


def _end(reading: _Reading) -> None:
    """The open paragraph ends."""
    if not reading.rows:
        return
    text = "\n".join(reading.rows).strip(" ")
    reading.rows = []
    items = reading.items
    if reading.bullet:
        items[-1].text = text
    above = items[-2].text if len(items) > 1 else ""
    bullet, quoted = reading.bullet, reading.quoted
    reading.found.append((text, reading.first, 0, len(items), bullet, above, quoted))


def _begin(reading: _Reading, number: int, content: str, kind: str = "") -> None:
    """A paragraph begins: a ``bullet``'s, a ``quoted`` one, or a plain one."""
    reading.rows, reading.first = [content], number
    reading.bullet, reading.quoted = kind == "bullet", kind == "quoted"


def _text(reading: _Reading, number: int, content: str, indent: int) -> None:
    """A line of text goes on with the open paragraph, or begins one."""
    items = reading.items
    if reading.rows:
        if reading.quoted:
            raise _Declined  # the quotation may go on
        kept = indent - (items[-1].content if items else 0)
        reading.rows.append(" " * kept + content)
        return
    while items and indent < items[-1].content:
        items.pop()
    if indent != (items[-1].content if items else 0):
        raise _Declined
    _begin(reading, number, content)


def _item(reading: _Reading, number: int, found: re.Match[str], indent: int) -> None:
    """A list item begins: beside an open one with the same indent, or in the innermost one."""
    delimiter, blanks, content = found[1] or "", found[2], found[3]
    goes_on = bool(reading.rows)
    if not _is_text(content) or (goes_on and reading.quoted):
        raise _Declined
    _end(reading)
    items = reading.items
    beside = None
    while items and indent < items[-1].content:
        beside = items.pop()
    if beside and beside.mark != indent:
        raise _Declined
    # Within a paragraph a number may be text.
    if delimiter and goes_on and (beside is None or beside.delimiter != delimiter):
        raise _Declined
    if indent - (items[-1].content if items else 0) > 3 or len(items) >= DEEPEST:  # noqa: PLR2004 -- from four blanks on it is code
        raise _Declined
    items.append(_Item(indent, indent + found.start(2) + len(blanks), delimiter))
    _begin(reading, number, content, "bullet")


def _at_the_margin(reading: _Reading, number: int, line: str) -> re.Pattern[str] | None:
    """A heading, quotation, rule or code block without indent; of the last, what will end it."""
    if heading := _HEADING.fullmatch(line):
        _end(reading)
        reading.found.append((heading[2], number, len(heading[1]), 0, False, "", False))
        reading.items.clear()
        return None
    if fence := _FENCE.fullmatch(line):
        _end(reading)
        reading.items.clear()
        mark = fence[1]
        return re.compile(rf" {{0,3}}{mark[0]}{{{len(mark)},}} *")
    if quote := _QUOTE.fullmatch(line):
        _quotation(reading, number, quote[1] or "")
        return None
    if not reading.rows and _RULE.fullmatch(line):  # below a paragraph it would be a heading's
        reading.items.clear()
        return None
    raise _Declined


def _quotation(reading: _Reading, number: int, content: str) -> None:
    """A line of a quotation of plain paragraphs."""
    if content and not _is_text(content):
        raise _Declined
    if content and reading.rows and reading.quoted:
        reading.rows.append(content)
        return
    _end(reading)
    reading.items.clear()
    if content:
        _begin(reading, number, content, "quoted")
