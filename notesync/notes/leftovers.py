"""Find what a merge or an import left in a note: text in, a problem or nothing out."""

from __future__ import annotations

import re

from notesync.errors import Problem, problem
from notesync.notes import frontmatter, lines
from notesync.notes.frontmatter import BOM, Fence

# What git, diff3 and Mercurial leave, in this order.
_CONFLICT = re.compile(r"(?:(?<=[\r\n])|\A\ufeff?)(<{7})(?=[ \t\r\n])")
_CONFLICT_REST = tuple(re.compile(rf"[\r\n]{mark}{{7}}(?=[ \t\r\n]|\Z)") for mark in "=>")
_KEY_LINE = re.compile(r"---[ \t]*(?:\r\n|\r|\n)[^\s#:\-][^:\r\n]*:(?:[ \t\r\n]|\Z)")


def _is_conflict(text: str, at: int) -> bool:
    """Whether the other marks of a merge follow the one at offset `at`."""
    for mark in _CONFLICT_REST:
        found = mark.search(text, at)
        if found is None:
            return False
        at = found.end()
    return True


def conflict(text: str, body_start: int) -> Problem | None:
    """The marks that a merge left, where they are not an example in a code block."""
    found = _CONFLICT.search(text) if "<<<<<<<" in text else None
    if found is None or not _is_conflict(text, found.start(1)):
        return None
    at = found.start(1)
    if at >= body_start:
        from notesync.notes import sections  # only here, and rarely: reading stays light

        outside = sections.outside_code(text[body_start:], _CONFLICT)
        if outside is None or not _is_conflict(text, body_start + outside):
            return None
        at = body_start + outside
    return problem("conflict", 1 + lines.count(text, 0, at), 1)


def second_header(text: str, fence: Fence) -> Problem | None:
    """A header right behind the first one, which some importers leave."""
    if fence.kind != "yaml" or not text.startswith("---", fence.body):
        return None
    second = frontmatter.split(text[fence.body :])
    if second is None or not second.closed or not _KEY_LINE.match(text, fence.body):
        return None
    return problem("header-documents", fence.body_line, 1)


def late_header(text: str) -> Problem | None:
    """A header that blanks, empty lines or a second byte order mark keep from being one."""
    begins = text.lstrip(f"{BOM} \t\r\n")
    if not begins.startswith("---") or not _KEY_LINE.match(begins):
        return None
    late = frontmatter.split(begins)
    if late is None or not late.closed:
        return None
    return problem("header-late", 1 + lines.count(text, 0, len(text) - len(begins)))
