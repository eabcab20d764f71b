"""Find the list under a heading and put a line at its end: body text in, body text out.

markdown-it-py's tokens say what is a heading and what is a list, so a ``## Log`` in a code fence,
a comment or a quotation is none. After the line was put in, the body is parsed again: it must be
an item of a list under that heading, or another place is tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from notesync.notes import lines
from notesync.notes.refusal import NoPlace

if TYPE_CHECKING:
    from markdown_it.token import Token

_BULLET = re.compile(r"[-*+][ \t]")
_ITEM = re.compile(r"([ ]*)([-*+])")


@cache
def _parser() -> MarkdownIt:
    """A parser of blocks only: inline markup has no say in where a line belongs."""
    return MarkdownIt("commonmark").enable("table").disable("inline")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with the lines below it, up to the next heading; lines count from 0 in the body."""

    title: str
    level: int
    start: int
    content: int
    end: int
    blocks: tuple[Token, ...]


def sections(body: str) -> list[Section]:
    """The headings that stand by themselves in the body (not in a quotation, list or fence)."""
    return _sections(_parser().parse(body), len(lines.split(body)))


def _sections(tokens: Sequence[Token], total: int) -> list[Section]:
    heads = [i for i, t in enumerate(tokens) if t.type == "heading_open" and not t.level]
    found = []
    for i, following in pairwise([*heads, len(tokens)]):
        start, content = _span(tokens[i])
        end = _span(tokens[following])[0] if following < len(tokens) else total
        title = tokens[i + 1].content.strip()
        blocks = tuple(tokens[i + 3 : following])
        found.append(Section(title, int(tokens[i].tag[1:]), start, content, end, blocks))
    return found


def _span(token: Token) -> tuple[int, int]:
    assert token.map is not None
    return token.map[0], token.map[1]


def outside_code(body: str, pattern: re.Pattern[str]) -> int | None:
    """Where a pattern is first found outside the body's code blocks and comments."""
    kinds = {"fence", "code_block", "html_block"}
    code = [_span(token) for token in _parser().parse(body) if token.type in kinds]
    starts = [0, *(found.end() for found in lines.BREAK.finditer(body)), len(body)]
    blocks = iter([(starts[first], starts[last]) for first, last in code])
    nowhere = (len(body), len(body) + 1)
    begin, end = next(blocks, nowhere)
    for found in pattern.finditer(body):
        while end <= found.start():
            begin, end = next(blocks, nowhere)
        if found.start() < begin:
            return found.start()
    return None


def _pick(found: Sequence[Section], headings: Sequence[str], level: int) -> Section | None:
    """The first section with one of these headings, of the given level if there is one."""
    wanted = {heading.casefold() for heading in headings}
    named = [section for section in found if section.title.casefold() in wanted]
    return next((section for section in named if section.level == level), next(iter(named), None))


def _trimmed(rows: Sequence[str], end: int, start: int) -> int:
    """`end` without the blank lines before it."""
    while end > start and not rows[end - 1].strip(" \t\r\n"):
        end -= 1
    return end


def _places(rows: Sequence[str], section: Section, line: str) -> Iterator[tuple[int, list[str]]]:
    """Where the line may go, best first: the row before which, and what to put there."""
    top = [token for token in section.blocks if not token.level and token.map]
    bullets = [token for token in top if token.type == "bullet_list_open"]
    if bullets:
        start, end = _span(bullets[-1])
        item = _ITEM.match(rows[start])
        # Another bullet would begin another list.
        styled = item.group(1) + item.group(2) + line[1:] if item else line
        yield _trimmed(rows, end, start), [styled]
    if top:
        last = _trimmed(rows, _span(top[-1])[1], section.content)
        yield last, [line]
        yield last, ["", line]
    else:
        blank = section.end - section.content
        # An empty line below the heading stays there when another one follows or the note ends.
        loose = blank > 1 or (blank == 1 and section.end >= len(rows))
        yield section.content + (1 if loose else 0), [line]
    yield section.content, [line]
    yield section.content, [line, ""]


def _insert(rows: Sequence[str], at: int, new: Sequence[str], newline: str) -> str:
    """Put rows before row `at`; a missing line break at the end stays missing."""
    before, after = list(rows[:at]), rows[at:]
    if before and not before[-1].endswith(("\n", "\r")):
        before[-1] += newline
        return "".join(before) + newline.join(new)
    return "".join(before) + "".join(row + newline for row in new) + "".join(after)


def add_line(
    body: str, headings: Sequence[str], line: str, level: int, newline: str,
    under: Sequence[str] = (),
) -> str:  # fmt: skip
    """Put a line at the end of the list under a heading; the section is made where there is none.

    Args:
        body: The note's text below its header.
        headings: What the heading may be called; the first is used to make it.
        line: The line, with or without its bullet.
        level: Level of a new heading, and of the one that is looked for first.
        newline: The line break to use where the body has none to copy.
        under: What the section is called to which the heading belongs, made as well where there is
            none; empty: the heading may stand anywhere.

    Raises:
        NoPlace: Wherever it is put, the line would not be an item of a list under the heading.
    """
    if not _BULLET.match(line):
        line = "- " + line
    rows = lines.split(body)
    tokens = _parser().parse(body)
    found = _sections(tokens, len(rows))
    above = _pick(found, under, level - 1) if under else None
    if under:
        found = _below(found, above)
    section = _pick(found, headings, level)
    if section is None:
        new = ["#" * level + " " + headings[0], "", line]
        if above:
            places = [(_trimmed(rows, (found or [above])[-1].end, above.content), ["", *new])]
        else:
            if under:
                new = ["#" * (level - 1) + " " + under[0], "", *new]
            top = [token for token in tokens if not token.level and token.map]
            places = _ends(rows, new, _span(top[-1])[0] if top else None)
        return _add_section(rows, places, headings[0], newline)
    for at, new in _places(rows, section, line):
        changed = _insert(rows, at, new, _newline(rows, at, newline))
        placed = at + next(i for i, row in enumerate(new) if row)
        if _is_item(changed, placed, section.title, section.start):
            return changed
    raise NoPlace(section.title)


def _newline(rows: Sequence[str], at: int, newline: str) -> str:
    """The line break of the row above, or of any row, or the given one."""
    found = lines.BREAK.search(rows[at - 1]) if at else None
    return found.group() if found else newline


def _below(found: Sequence[Section], above: Section | None) -> list[Section]:
    """The sections that belong to one above them."""
    later = [section for section in found if above and section.start > above.start]
    ends = (at for at, section in enumerate(later) if above and section.level <= above.level)
    return later[: next(ends, len(later))]


def _ends(rows: Sequence[str], new: Sequence[str], last: int | None) -> list[tuple[int, list[str]]]:
    """Where a new section may go; `last` is the row where the last block begins."""
    gap = [""] if rows and rows[-1].strip(" \t\r\n") else []
    # A fence or comment that is never closed goes on to the end: stand before it.
    before = [] if last is None else [(last, [*new, ""])]
    return [(len(rows), [*gap, *new]), *before]


def _add_section(
    rows: Sequence[str], places: Sequence[tuple[int, list[str]]], heading: str, newline: str
) -> str:
    """Put a new section in the first place where its line is an item of its list."""
    for at, new in places:
        changed = _insert(rows, at, new, _newline(rows, at, newline))
        placed = at + max(number for number, row in enumerate(new) if row)
        if _is_item(changed, placed, heading, placed - 2):
            return changed
    raise NoPlace(heading)


def _is_item(body: str, line: int, title: str, start: int) -> bool:
    """Whether row `line` is an item of a list under the heading `title` in row `start`."""
    for section in sections(body):
        if section.start == start and section.title == title:
            return any(
                token.type == "list_item_open" and token.level == 1 and _span(token)[0] == line
                for token in section.blocks
            )
    return False
