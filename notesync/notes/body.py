"""Find the facts in a note's body: log lines, insights, surprises, promises, names, links and tags.

Source: docs/format.md, from "The log of a contact" on. `notesync.notes.outline` says what is a
heading and what is a bullet; here each bullet goes to the reader that its section or its mark
names. Everything else in a body is free. Notes of other kinds hold nothing but links and tags, and
where no code can hide one, those are found without parsing anything.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping

from notesync.errors import Problem
from notesync.notes import bullets, journal, lines, links
from notesync.notes.names import search_fold
from notesync.notes.note import Insight, LogLine, Promise
from notesync.notes.outline import Block, blocks, visible

# Section -> its headings, in both languages.
SECTIONS: Mapping[str, tuple[str, ...]] = {
    "log": ("Log", "Verlauf"),
    "learned": ("Learned", "Gelernt", "What I learned", "Was ich gelernt habe"),
    "names": ("Names", "Namen"),
    "surprises": (
        "Surprises",
        "Überraschungen",
        "Surprise",
        "Überraschung",
        "What surprised me",
        "Was mich überrascht hat",
    ),
}
# Mark at the beginning of a bullet, in square brackets -> the section in which it would stand.
MARKS: Mapping[str, str] = {
    "insight": "learned",
    "learned": "learned",
    "erkenntnis": "learned",
    "gelernt": "learned",
    "surprise": "surprises",
    "überraschung": "surprises",
}
# Kind of note -> the sections that are read in it.
READ: Mapping[str, frozenset[str]] = {
    "contact": frozenset({"log"}),
    "conversation": frozenset({"learned", "names", "surprises"}),
}

_SECTION_OF = {search_fold(name): section for section, all_ in SECTIONS.items() for name in all_}
_MARK_OF = {search_fold(mark): section for mark, section in MARKS.items()}
_BULLET = re.compile(r"^[ \t]*(?:[-*+]|[0-9]{1,9}[.)])[ \t]", re.MULTILINE)
_HIDING = ("`", "<", "\\", "\t", "~~~", "    ")  # where any of it stands, something may be code
_MARK = re.compile(r"\[([^\W\d_]+)\]:?\s*")
_PICTURES = frozenset({"So", "Sk"})  # Unicode categories of emoji and their skin tones
# The sign itself comes first, before what must not stand before it: so it is found in no time.
TAG = re.compile(r"#(?<!\S#)(?=[^\s#]*[^\W\d_])([\w/-]+)")


class Facts:
    """What was found in a body; lines count from 1 in the file."""

    def __init__(self) -> None:
        self.log: list[LogLine] = []
        self.insights: list[Insight] = []
        self.surprises: list[tuple[str, int]] = []
        self.promises: list[Promise] = []
        self.named: list[tuple[str, int]] = []
        self.links: list[tuple[str, int]] = []
        self.tags: list[str] = []
        self.problems: list[Problem] = []


class _Reading:
    """A body while it is read, and where in it we are.

    ``rows`` are the body's lines, once a problem has asked for them. ``level`` is the level of
    the section's heading; ``question`` what stands above the bullets, ``linked`` whether as a
    link, ``question_level`` the level of its heading.
    """

    def __init__(self, facts: Facts, kind: str, body: str, first_line: int) -> None:
        self.facts = facts
        self.kind = kind
        self.body = body
        self.first_line = first_line
        self.section = ""
        self.level = 0
        self.question = ""
        self.linked = False
        self.question_level = 0
        self.logged: set[str] = set()
        self.rows: list[str] = []


def read_body(body: str, first_line: int, kind: str) -> Facts:
    """Find the facts of a note of this kind.

    Args:
        body: The text below the header.
        first_line: 1-based line in the file at which it begins.
        kind: The note's kind: log lines and promises are found in contacts; insights, surprises,
            names and promises in conversations; links and tags in every note.
    """
    facts = Facts()
    # Most are found by the first of these, ten times as fast.
    wanted = kind in READ and ("\n- " in body or _BULLET.search(body) is not None)
    if not wanted and "[[" not in body and "#" not in body:
        return facts
    if not wanted and not any(sign in body for sign in _HIDING):
        _mentions(facts, body, first_line)
        return facts
    reading = _Reading(facts, kind, body, first_line)
    for block in blocks(body):
        if wanted and not block.quoted:
            if block.level and not block.depth:
                _go_on(reading, block)
            elif block.bullet:
                _read_bullet(reading, block)
        if "[[" in block.text or "#" in block.text:
            _mentions(facts, visible(block.text), first_line + block.line)
    return facts


def _mentions(facts: Facts, text: str, line: int) -> None:
    """Keep the links and tags of a text that begins in this line."""
    at = 0
    for link in links.find(text):
        line += lines.count(text, at, link.start)
        at = link.start
        if not link.attachment:
            facts.links.append((link.target, line))
    if "#" in text:
        facts.tags += [tag.rstrip("/-") for tag in TAG.findall(text)]


def _go_on(reading: _Reading, heading: Block) -> None:
    """A heading opens a section, ends it, or names the question of what follows in it."""
    text = _title(heading.text)
    section = _SECTION_OF.get(search_fold(text), "")
    if section or (reading.section and heading.level <= reading.level):
        reading.section, reading.level = section, heading.level
        reading.question, reading.linked, reading.question_level = "", False, 0
    elif reading.section == "learned":
        found = links.find(text)
        if not found and reading.linked and heading.level > reading.question_level:
            return  # a heading within what was learned on a question
        reading.question = found[0].target if found else text
        reading.linked, reading.question_level = bool(found), heading.level


def _title(text: str) -> str:
    """A heading's text without emphasis, emoji and a colon at its end."""
    if not text.isascii():
        text = "".join(" " if unicodedata.category(char) in _PICTURES else char for char in text)
    return text.strip(" \t*_:#~\ufe0f\u200d")


def _read_bullet(reading: _Reading, block: Block) -> None:
    """Hand one bullet to the reader that its section or its mark names."""
    text = bullets.one_line(block.text)
    line = reading.first_line + block.line
    section = reading.section if block.depth == 1 else ""
    if bullets.BOX.match(text):
        promise, problems = bullets.promise(text, line)
        _report(reading, block, problems)
        if promise:
            reading.facts.promises.append(promise)
        if promise or section != "names":
            return
    mark = _MARK.match(text)
    marked = _MARK_OF.get(search_fold(mark[1]), "") if mark else ""
    if mark and marked:
        section, text = marked, text[mark.end() :]
    elif reading.section == "learned" and links.whole(block.above):
        section = "learned"  # below a bullet that is nothing but its question
    if section in READ[reading.kind]:
        _READERS[section](reading, block, text)


def _log_line(reading: _Reading, block: Block, text: str) -> None:
    if not text or text in reading.logged:
        return
    reading.logged.add(text)
    line, problems = journal.parse_line(text, reading.first_line + block.line)
    if line:
        reading.facts.log.append(line)
    _report(reading, block, problems)


def _learned(reading: _Reading, block: Block, text: str) -> None:
    above = links.whole(block.above)
    if not text or links.whole(text):
        return  # the question of the bullets below it
    line = reading.first_line + block.line
    heading, linked = reading.question, reading.linked
    if reading.section != "learned":
        heading, linked = "", False
    elif above:
        heading, linked = above.target, True
    reading.facts.insights += bullets.insights(text, heading, line, linked=linked)


def _surprise(reading: _Reading, block: Block, text: str) -> None:
    if text:
        reading.facts.surprises.append((text, reading.first_line + block.line))


def _names(reading: _Reading, block: Block, text: str) -> None:
    line = reading.first_line + block.line
    reading.facts.named += [(name, line) for name in bullets.people(text)]


_READERS: Mapping[str, Callable[[_Reading, Block, str], None]] = {
    "log": _log_line,
    "learned": _learned,
    "surprises": _surprise,
    "names": _names,
}


def _report(reading: _Reading, block: Block, problems: Iterable[Problem]) -> None:
    """Keep problems, each with the line and column at which what it speaks of stands."""
    for found in problems:
        rows = reading.rows = reading.rows or lines.split(reading.body)
        sought = dict(found.values).get("value") or block.text.partition("\n")[0]
        for number in range(block.line, min(block.line + block.text.count("\n") + 1, len(rows))):
            at = rows[number].find(sought)
            if at >= 0:
                line = reading.first_line + number
                reading.facts.problems.append(found._replace(line=line, column=at + 1))
                break
        else:
            reading.facts.problems.append(found._replace(column=0))
