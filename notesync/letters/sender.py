"""Turn me.md into who writes: the name under a letter, and where she comes from in half a sentence.

The name is a key ``name:``, else the first heading; the story is a key ``story:``, else what stands
behind "My story in a sentence." What a new me.md says there is no story yet.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from notesync.notes.links import plain

MOST_WORDS = 30  # of a story that a letter can hold
_HEADING = re.compile(r"^#[ \t]+(.+?)[ \t#]*$", re.MULTILINE)
# Headings that say whose note it is and not what she is called.
_NO_NAME = frozenset({"ich", "me", "über mich", "about me", "myself", "profil", "profile"})
_STORY = re.compile(
    r"^(?:#+[ \t]*|\*\*|__)?(?:my story|meine geschichte)\b"
    r"[^.:\n*_]*[.:]?(?:\*\*|__)?[.:]?\s+(.+?)$",
    re.IGNORECASE | re.MULTILINE,
)
# How the sentence of a new me.md begins, which nobody has written about herself yet.
_NO_STORY = ("where i come from", "woher ich komme")
_END = re.compile(r"[;.!?](?:\s|$)")


@dataclass(frozen=True, slots=True)
class Sender:
    """Who writes; "" for what me.md doesn't say."""

    name: str = ""
    story: str = ""


NOBODY = Sender()


def sender(header: Mapping[str, object], body: str) -> Sender:
    """Read who writes from the header and the body of me.md."""
    heading = _HEADING.search(body)
    headed = heading[1].strip() if heading else ""
    name = _text(header, "name") or ("" if headed.casefold() in _NO_NAME else headed)
    return Sender(plain(name), _short(_text(header, "story", "geschichte") or _told(body)))


def _text(header: Mapping[str, object], *keys: str) -> str:
    value = next((header[key] for key in keys if header.get(key)), "")
    return value.strip() if isinstance(value, str) else ""


def _told(body: str) -> str:
    found = _STORY.search(body)
    return found[1].strip() if found else ""


def _short(story: str) -> str:
    """Up to the first thought's end, if a letter can hold so much."""
    story = plain(story)
    end = _END.search(story)
    first = (story[: end.start()] if end else story).strip(" ,–—-")
    if first.casefold().startswith(_NO_STORY) or len(first.split()) > MOST_WORDS:
        return ""
    return first
