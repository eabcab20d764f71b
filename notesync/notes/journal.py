"""Turn one dated line of a log into a `LogLine`, and a `LogLine` into the line that says it.

The grammar (format.md): ``DATE VERB [channel] [key:value …] [free text after a dash, a colon or
nothing]``. Both languages and the plain forms are read. A near-miss of a verb is a problem with a
suggestion; any other word makes a ``note``. What can't be understood is kept as text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from notesync.errors import Problem, problem
from notesync.notes import links, values
from notesync.notes.names import key, search_fold, split_names
from notesync.notes.note import LogLine
from notesync.notes.verbs import WORD, near_verb
from notesync.notes.verbs import verb as _verb

__all__ = ["PAIRS", "Pair", "format_line", "near_verb", "parse_line"]


@dataclass(frozen=True, slots=True)
class Pair:
    """A ``key:value`` of a log line.

    Attributes:
        name: The key as it is written.
        also: How it may be spelled too.
        read: Its value as typed to its canonical text, or None.
        problem: Code of the problem when there is none.
        known: What may stand there, for a problem's sentence.
    """

    name: str
    also: tuple[str, ...]
    read: Callable[[str], str | None]
    problem: str = "log-value"
    known: str = ""


def _day_and_time(text: str) -> str | None:
    return "T".join(filter(None, values.moment(text) or ())) or None


# In the order in which they are written; ``named`` comes last.
PAIRS: tuple[Pair, ...] = (
    Pair("expect", ("erwartet",), values.yes_no, known="yes, no"),
    Pair("until", ("bis",), values.day, "bad-date"),
    Pair("for", ("für",), _day_and_time, "bad-date"),
    Pair("minutes", ("minuten",), values.minutes, "bad-minutes"),
    Pair("lint", (), lambda text: values.code("lint", text), known="plea, weak, ok"),
)
_PAIRS = {search_fold(name): pair for pair in PAIRS for name in (pair.name, *pair.also)}
_NAMED = frozenset({"named", search_fold("genannt")})

MOST_WORDS = 30  # channel and pairs of one line; what follows more of them is text

_DATE = re.compile(
    r"[*_]{0,2}(?:\[\[)?([0-9]{4}-[0-9]{2}-[0-9]{2})(?:\]\])?"
    r"(?:[T ][0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?[*_]{0,2}(?=$|[\s:,—–])"
)
_DATE_LIKE = re.compile(r"[0-9]{1,4}[-./][0-9]{1,2}[-./][0-9]{0,4}(?=$|[\s:,—–])")
_DASH = re.compile(r"[—–]\s*|--?(?:\s+|$)|:(?:\s+|$)")
_BY = re.compile(r"(?:by|via|per|in|im|am|beim|über)\s+", re.IGNORECASE)
_ITEM = r'(?:"[^"]*"|\[\[[^\[\]]+\]\])'
_PAIR = re.compile(rf'([^\W\d_]+):(\s*{_ITEM}(?:\s*,\s*{_ITEM})*|\s*[^\s"\[]\S*)')
_LATER_TIME = re.compile(r"[\s,]+([0-9]{1,2}:[0-9]{2})(?=:?$|:?\s|[,—–])")
_BEHIND = ",;:."  # may stand right behind a value, before the text
# A name of several words goes on while they are capitalized, up to where something else begins.
_UPPER = r"[^\W\d_a-zß-öø-ÿ][\w.'’-]*"
_NAME = rf"{_UPPER}(?:\s+(?:(?:von|van|de|der|den|zu|zum|zur|da|di|la|le)\s+)*{_UPPER})*"
_MORE_NAME = re.compile(rf"\s+{_NAME}(?=\s*$|\s*[—–,:]|\s+-|\s+[^\W\d_]+:\S)")
_TO_NAME = re.compile(rf"(?:to|an)\s+(?:({_NAME}(?:\s+(?:und|and|&)\s+{_NAME})*)|(?=\[\[))")
# A day behind one of these words says the same as a pair: "until 2026-06-15", "auf 2026-06-15".
BEFORE_DAYS = {
    "until": "until",
    "bis": "until",
    "for": "for",
    "für": "for",
    "to": "for",
    "auf": "for",
}
_BARE_DAY = re.compile(rf"({'|'.join(BEFORE_DAYS)})(\s+[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}\S*)")


@dataclass(slots=True)
class _Reading:
    """A line while it is read: what is left of it, what was found, what was wrong.

    ``end`` is the column behind its last character.
    """

    rest: str
    number: int
    end: int
    channel: str = ""
    found: dict[str, str] = field(default_factory=dict)
    named: list[str] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


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
    if not verb:
        return _note(day, rest, number, column)
    reading = _Reading(rest[end:], number, column + len(rest))
    for _ in range(MOST_WORDS):
        if not _next_word(reading):
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
        named=_unique(reading.named),
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
    if line.named and (line.verb != "referred" or line.named != _linked(line.text)):
        parts.append("named:" + ",".join(map(_written_name, line.named)))
    if line.text:
        parts.append(f"— {line.text}")
    return " ".join(parts)


def _written_name(name: str) -> str:
    return f'"{name}"' if re.search(r"[\[\]|#^]", name) else f"[[{name}]]"


def _linked(text: str) -> tuple[str, ...]:
    return _unique(link.target for link in links.find(text))


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(key(name), name)
    return tuple(first.values())


def _undated(text: str, number: int, column: int) -> tuple[Problem, ...]:
    """What to say about a line without a date that exists; of prose it is only warned."""
    likely = _DATE_LIKE.match(text.lstrip("*_["))
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


def _next_word(reading: _Reading) -> bool:
    """Take a channel or a ``key:value`` pair off the rest; False when the text begins."""
    rest = reading.rest.lstrip(" \t,")
    found = _PAIR.match(rest) or _BARE_DAY.match(rest)
    end = _pair(reading, found, rest) if found else 0
    if not end and not reading.channel:
        reading.channel, end = _channel(rest)
    reading.rest = rest[end:]
    return bool(end)


def _channel(rest: str) -> tuple[str, int]:
    """The channel that a text begins with ("by email", "in person"), and where it ends."""
    by = _BY.match(rest)
    for start in (0, by.end()) if by else (0,):
        first = WORD.match(rest, start)
        if first is None:
            continue
        second = WORD.match(rest, first.end() + 1)
        for word in (second, first):
            code = values.code("channel", rest[start : word.end()]) if word else None
            if word and code:
                return code, word.end()
    return "", 0


def _pair(reading: _Reading, found: re.Match[str], rest: str) -> int:
    """Keep one ``key:value``; returns where it ends, 0 when it is text after all."""
    name, raw = search_fold(found[1]), found[2].strip()
    if rest[found.end(1)] != ":":
        name = BEFORE_DAYS[found[1]]
    if name in _NAMED:
        return _names(reading, found, rest)
    if name not in _PAIRS:
        return 0
    pair, spaced = _PAIRS[name], found[2] != raw
    value = pair.read(raw.strip('"').rstrip(_BEHIND))
    if value is None:
        if spaced and not _DATE_LIKE.match(raw):  # "for: a coffee" is text
            return 0
        reading.odd.append(found.group())
        reading.problems.append(
            problem(
                pair.problem,
                reading.number,
                reading.end - len(rest),
                value=raw,
                key=pair.name,
                known=pair.known,
            )
        )
        return found.end()
    end = found.end()
    if pair.name == "for" and "T" not in value and (later := _LATER_TIME.match(rest, end)):
        at = values.time(later[1])
        value, end = (f"{value}T{at}", later.end()) if at else (value, end)
    reading.found[pair.name] = value
    return end


def _names(reading: _Reading, found: re.Match[str], rest: str) -> int:
    """Keep the people of a ``named:``, which are links, quoted or plain."""
    raw, end = found[2].strip(), found.end()
    if raw.startswith(("[[", '"')):
        for item in re.findall(_ITEM, raw):
            reading.named += _linked(item) or (item.strip('"').strip(),)
    elif found[2] != raw:
        return 0
    else:
        more = None if raw.endswith((",", ";")) else _MORE_NAME.match(rest, end)
        end = more.end() if more else end
        reading.named += [name.strip() for name in rest[found.start(2) : end].split(",")]
    reading.named[:] = [name for name in reading.named if name]
    return end


def _free_text(reading: _Reading, verb: str) -> str:
    """The text that is left; the links in what was referred are named people."""
    rest = reading.rest
    if verb == "referred" and (to := _TO_NAME.match(rest)):
        if to[1]:
            reading.named += split_names(to[1])
        rest = rest[to.start(1) if to[1] else to.end() :]
    elif dash := _DASH.match(rest):
        rest = rest[dash.end() :]
    if verb == "referred":
        reading.named += _linked(rest)
    return " ".join((*reading.odd, rest.strip())).strip()
