"""Turn one dated line of a log into a `LogLine`, and a `LogLine` into the line that says it.

The grammar (docs/format.md, "The log of a contact"): ``DATE VERB [channel] [key:value …] [free text
after a dash, a colon or nothing]``. Both languages and the plain forms are read. A near-miss of a
verb is a problem with a suggestion; any other word makes a ``note``. What can't be understood is
kept as text.
"""

from __future__ import annotations

import re

from notesync.errors import Problem, problem
from notesync.notes import values
from notesync.notes.names import split_names
from notesync.notes.note import LogLine
from notesync.notes.pairs import DATE_LIKE, NAME, Reading, linked, next_word, unique
from notesync.notes.verbs import WORD, near_verb
from notesync.notes.verbs import verb as _verb

MOST_WORDS = 30  # channel and pairs of one line; what follows more of them is text

_DATE = re.compile(
    r"[*_]{0,2}(?:\[\[)?([0-9]{4}-[0-9]{2}-[0-9]{2})(?:\]\])?"
    r"(?:[T ][0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?[*_]{0,2}(?=$|[\s:,—–])"
)
_DASH = re.compile(r"[—–]\s*|--?(?:\s+|$)|:(?:\s+|$)")
# Compiled when the first line says who was referred to whom.
_TO_NAME = rf"(?:to|an)\s+(?:({NAME}(?:\s+(?:und|and|&)\s+{NAME})*)|(?=\[\[))"


def parse_line(
    text: str, number: int = 0, column: int = 1
) -> tuple[LogLine | None, tuple[Problem, ...]]:
    """Read one line of a log.

    Args:
        text: The line without its bullet, on one line.
        number: Its 1-based line in the file.
        column: The column at which the text begins, for problems.

    Returns:
        The line, or None when it has no date that exists; and what is wrong with it.
    """
    text = text.strip()
    dated = _DATE.match(text)
    day = values.day(dated[1]) if dated else None
    if dated is None or day is None:
        return None, _undated(text, number, column)
    rest = text[dated.end() :].lstrip(" \t:,")
    column += len(text) - len(rest)
    verb, end = _verb(rest)
    if not verb and (dash := _DASH.match(rest)):
        verb, end = _verb_alone(rest, dash.end())
    if not verb:
        return _note(day, rest, number, column)
    reading = Reading(rest[end:], number, column + len(rest))
    for _ in range(MOST_WORDS):
        if not next_word(reading):
            break
    told = _free_text(reading, verb)
    at = reading.found.get("for", "").partition("T")
    line = LogLine(
        day=day,
        verb=verb,
        channel=reading.channel,
        expect=reading.found.get("expect", ""),
        until=reading.found.get("until", ""),
        on=at[0],
        at=at[2],
        minutes=int(reading.found.get("minutes", 0)),
        lint=reading.found.get("lint", ""),
        named=unique(reading.named),
        text=told,
        line=number,
    )
    return line, tuple(reading.problems)


def format_line(line: LogLine, lang: str) -> str:
    """The line, without its bullet, as it is written in a vault of this language.

    `parse_line` reads it back equal, but for `LogLine.line`.
    """
    at = f"T{line.at}" if line.at else ""
    said = {
        "expect": line.expect,
        "until": line.until,
        "for": line.on and line.on + at,
        "minutes": str(line.minutes or ""),
        "lint": line.lint,
    }
    parts = [line.day, values.word("verb", line.verb, lang)]
    if line.channel:
        parts.append(values.word("channel", line.channel, lang))
    parts += [f"{name}:{value}" for name, value in said.items() if value]
    if line.named and (line.verb != "referred" or line.named != linked(line.text)):
        parts.append("named:" + ",".join(map(_written_name, line.named)))
    if line.text:
        parts.append(f"— {line.text}")
    return " ".join(parts)


def _verb_alone(rest: str, start: int) -> tuple[str, int]:
    """A verb behind a dash, as people write by hand ("– ja"), unless it begins a sentence."""
    verb, length = _verb(rest[start:])
    end = start + length
    behind = rest[end:].lstrip(" \t")
    alone = not behind or behind[0] in "—–-:,;.!(" or next_word(Reading(behind, 0, 0))
    return (verb, end) if verb and alone else ("", 0)


def _written_name(name: str) -> str:
    return f'"{name}"' if re.search(r"[\[\]|#^]", name) else f"[[{name}]]"


def _undated(text: str, number: int, column: int) -> tuple[Problem, ...]:
    """What to say about a line without a date that exists; of prose it is only warned."""
    likely = re.match(DATE_LIKE, text.lstrip("*_["))
    if likely is None:
        return (Problem("log-no-date", number, column, warning=not _verb(text)[0]),)
    value = likely.group()
    if meant := values.date_meant(value):
        return (problem("date-form", number, column, value=value, suggestion=meant),)
    return (problem("bad-date", number, column, value=value),)


def _note(day: str, rest: str, number: int, column: int) -> tuple[LogLine, tuple[Problem, ...]]:
    """A line whose first word is no verb: a note with the whole text."""
    dash = _DASH.match(rest)
    text = rest[dash.end() :] if dash else rest
    line = LogLine(day=day, verb="note", text=text.strip(), line=number)
    found = WORD.match(rest)
    word = found.group() if found else ""
    if near := near_verb(word):
        return line, (problem("verb-near", number, column, value=word, suggestion=near),)
    return line, ()


# ---------------------------------------------------------------- channel, pairs, text


def _free_text(reading: Reading, verb: str) -> str:
    """The text that is left; the links in what was referred are named people."""
    rest = reading.rest
    if verb == "referred" and (to := re.match(_TO_NAME, rest)):
        if to[1]:
            reading.named += split_names(to[1])
        rest = rest[to.start(1) if to[1] else to.end() :]
    elif dash := _DASH.match(rest):
        rest = rest[dash.end() :]
    if verb == "referred":
        reading.named += linked(rest)
    return " ".join((*reading.odd, rest.strip())).strip()
