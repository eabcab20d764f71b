"""Turn ``[[Target#Heading|shown]]`` into its parts, and a text into the links that stand in it.

The grammar is that of Obsidian, Foam and zk: a link never spans lines and holds no bracket. Where
links don't count (in code, in HTML comments) is the body's business: `notesync.notes.body` blanks
those places before it looks here.
"""

from __future__ import annotations

import re
from typing import NamedTuple

# The heading or block that follows the target, and the shown text. In a table the bar is escaped.
LINK = re.compile(
    r"!?\[\["
    r"(?P<target>[^\[\]\r\n\0|#^]*)"
    r"(?P<heading>[#^][^\[\]\r\n\0|]*)?"
    r"(?:\|(?P<shown>[^\[\]\r\n\0]*))?"
    r"\]\]"
)
# Obsidian links pictures and papers in the same way; those are no notes.
_ATTACHMENTS = frozenset(
    (
        *("avif", "bmp", "gif", "heic", "jpeg", "jpg", "png", "svg", "webp"),
        *("flac", "m4a", "mkv", "mov", "mp3", "mp4", "ogg", "wav", "webm"),
        *("base", "canvas", "csv", "doc", "docx", "odt", "pdf", "ppt", "pptx"),
        *("txt", "xls", "xlsx", "zip"),
    )
)


class Link(NamedTuple):
    """One wiki-link in a text.

    Attributes:
        target: What it points to, without heading and ``|shown``; never empty.
        start, end: Its offsets in the text, brackets and a leading ``!`` included.
        heading: ``#Heading`` or ``^block`` as typed, or "".
        shown: What is shown in its place, or "".
    """

    target: str
    start: int
    end: int
    heading: str = ""
    shown: str = ""

    @property
    def attachment(self) -> bool:
        """Whether it points to a picture or another file that is no note."""
        _, dot, suffix = self.target.rpartition(".")
        return bool(dot) and suffix.lower() in _ATTACHMENTS

    @property
    def display(self) -> str:
        """What a reader sees."""
        return self.shown or self.target.rpartition("/")[2] or self.target


def find(text: str) -> list[Link]:
    """All links in a text, in order; links to a heading of the same note point to no note."""
    links = []
    at = text.find("[[")  # which skips most of a text at once
    while at >= 0:
        found = LINK.match(text, at - 1 if text[at - 1 : at] == "!" else at)
        if found:
            target, heading, shown = found.groups("")
            if target := target.rstrip("\\").strip():
                links.append(Link(target, *found.span(), heading.rstrip("\\"), shown.strip()))
        at = text.find("[[", found.end() if found else at + 1)
    return links


def whole(text: str) -> Link | None:
    """The link that a text consists of, or None."""
    if "[[" not in text:
        return None
    text = text.strip()
    found = find(text) if text.startswith(("[[", "![[")) else []
    return found[0] if len(found) == 1 and found[0].end - found[0].start == len(text) else None


def plain(text: str) -> str:
    """The text as a reader sees it: every link replaced by what it shows."""
    if "[[" not in text:
        return text
    parts, at = [], 0
    for link in find(text):
        parts += [text[at : link.start], link.display]
        at = link.end
    return "".join((*parts, text[at:]))


def write(target: str) -> str:
    """A link as it is written in a body; in a header it needs quotes around it."""
    return f"[[{target}]]"
