"""Turn hits of a search into a page: each leads to whom or what it is about, highlights escaped.

What is hidden is not found: private notes are left out, and names that may not be seen are struck
out of the lines of others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from notesync.dashboard.places import visible
from notesync.dashboard.rows import Ref
from notesync.dashboard.scene import Scene
from notesync.index.search import Hit
from notesync.notes.fields import FIELDS
from notesync.words import N_, Words

MOST = 50  # hits that are shown
LONGEST = 200  # characters of what is searched for
# What a line of Markdown begins with before it says something.
_MARKS = re.compile(r"\s*(?:(?:[-*+>]|#{1,6}|\d+\.)\s+)*(?:\[[\w ]{1,12}\]\s+)?")
# A key of ours with what YAML puts around its value, before and behind it.
_KEY = re.compile(r"\s*(?P<key>[\w-]+):\s+(?:\[(?!\[)\s*)?[\"']?")
_CLOSES = re.compile(r"[\"']?\s*(?:(?<!\])\](?!\]))?\s*$")
_KEYS = frozenset(name for field in FIELDS for name in (field.name, *field.also))
_EDGES = re.compile(r"^…\S*|\S*…$")
# What may be searched for besides the vault's own kinds of notes.
KINDS = {
    "contact": N_("a person"),
    "organization": N_("an organization"),
    "conversation": N_("a conversation"),
    "question": N_("a question"),
    "opportunity": N_("an opportunity"),
    "review": N_("a review"),
}
# What gives the hits for what was typed, the best first; none for what holds no word.
Find = Callable[[str], Sequence[Hit]]


@dataclass(frozen=True, slots=True)
class Found:
    """A note that fits: where it leads, what it is, and the line that fits best."""

    name: Ref
    kind: str
    line: Markup
    opens: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What was searched for and what was found; `more` when there is more than is shown."""

    typed: str
    hits: tuple[Found, ...] = ()
    more: bool = False


def search_page(typed: str, find: Find, scene: Scene) -> SearchPage:
    """The page for what was typed."""
    if len(typed) > LONGEST:  # cut between two words: a piece of a name would be no name any more
        typed = typed[:LONGEST].rpartition(" ")[0]
    if not typed.strip():
        return SearchPage("")
    typed = visible(typed)
    hits = [hit for hit in find(typed) if hit.path not in scene.over.paths]
    found = tuple(_found(hit, scene) for hit in hits[:MOST])
    return SearchPage(scene.over.text(typed), found, len(hits) > MOST)


def _found(hit: Hit, scene: Scene) -> Found:
    name = visible(scene.over.text(hit.name))
    line = highlighted(hit.snippet, hit.spans, scene.over.text)
    if scene.incognito:  # a piece of a name, at the edge of what was cut out, is no name any more
        line = escape(_EDGES.sub("…", hit.snippet))
    return Found(
        Ref(name, href=scene.leads(hit.path)),
        _kind(hit.kind, scene.words),
        line,
        scene.opener.address(hit.path, hit.line),
    )


def _kind(kind: str, words: Words) -> str:
    return words.t(KINDS[kind]) if kind in KINDS else ""


def highlighted(
    text: str, spans: Sequence[tuple[int, int]], shown: Callable[[str], str] = str
) -> Markup:
    """The text with what was searched for marked, everything in it escaped.

    Args:
        text: A line of a note.
        spans: What to mark, in order.
        shown: What becomes of each piece before it is shown.
    """
    if shown(text) != text:  # something in it is hidden: then nothing is pointed to
        return escape(shown(text))
    at, text = _told(text, spans)
    parts = []
    for start, end in spans:
        if start >= at:
            parts += [_plain(text[at:start]), Markup("<mark>{}</mark>").format(text[start:end])]
            at = end
    return Markup().join([*parts, _plain(text[at:])])


def _told(text: str, spans: Sequence[tuple[int, int]]) -> tuple[int, str]:
    """Where a line begins to say something, and the line up to where it ends.

    Of a line of the header that is its value: whose it is and what was searched for say the rest.
    """
    found = _KEY.match(text)
    if found and found["key"].casefold() in _KEYS and all(s >= found.end() for s, _ in spans):
        rest = _CLOSES.search(text)
        return found.end(), text[: rest.start()] if rest else text
    marks = _MARKS.match(text)
    assert marks is not None  # every part of the pattern may be missing
    return marks.end(), text


def _plain(text: str) -> Markup:
    """A piece of a line, without the brackets of links."""
    return escape(text.replace("[[", "").replace("]]", ""))
