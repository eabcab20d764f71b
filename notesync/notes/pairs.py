"""Turn the words between a log line's verb and its text into a channel, pairs and named people.

Each is taken off the beginning of what is left of the line, until the free text begins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from notesync.errors import Problem, problem
from notesync.notes import links, values
from notesync.notes.names import key, search_fold
from notesync.notes.verbs import WORD


class Pair(NamedTuple):
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

DATE_LIKE = r"[0-9]{1,4}[-./][0-9]{1,2}[-./][0-9]{0,4}(?=$|[\s:,—–])"  # compiled when needed
_BY = re.compile(r"(?:by|via|per|in|im|am|beim|über)\s+", re.IGNORECASE)
_ITEM = r'(?:"[^"]*"|\[\[[^\[\]]+\]\])'
_PAIR = re.compile(rf'([^\W\d_]+):(\s*{_ITEM}(?:\s*,\s*{_ITEM})*|\s*[^\s"\[]\S*)')
_LATER_TIME = re.compile(r"[\s,]+([0-9]{1,2}:[0-9]{2})(?=:?$|:?\s|[,—–])")
_BEHIND = ",;:."  # may stand right behind a value, before the text
# A name of several words goes on while they are capitalized, up to where something else begins.
_UPPER = r"[^\W\d_a-zß-öø-ÿ][\w.'’-]*"
NAME = rf"{_UPPER}(?:\s+(?:(?:von|van|de|der|den|zu|zum|zur|da|di|la|le)\s+)*{_UPPER})*"
_MORE_NAME = rf"\s+{NAME}(?=\s*$|\s*[—–,:]|\s+-|\s+[^\W\d_]+:\S)"  # likewise
# A day behind one of these words says the same as a pair: "until 2026-06-15", "auf 2026-06-15".
_BEFORE_DAYS = {
    "until": "until",
    "bis": "until",
    "for": "for",
    "für": "for",
    "to": "for",
    "auf": "for",
}
_BARE_DAY = re.compile(rf"({'|'.join(_BEFORE_DAYS)})(\s+[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}\S*)")


class Reading:
    """A line while it is read: what is left of it, what was found, what was wrong.

    ``end`` is the column behind its last character.
    """

    __slots__ = ("channel", "end", "found", "named", "number", "odd", "problems", "rest")

    def __init__(self, rest: str, number: int, end: int) -> None:
        self.rest = rest
        self.number = number
        self.end = end
        self.channel = ""
        self.found: dict[str, str] = {}
        self.named: list[str] = []
        self.odd: list[str] = []
        self.problems: list[Problem] = []


def next_word(reading: Reading) -> bool:
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


def _pair(reading: Reading, found: re.Match[str], rest: str) -> int:
    """Keep one ``key:value``; returns where it ends, 0 when it is text after all."""
    name, raw = search_fold(found[1]), found[2].strip()
    if rest[found.end(1)] != ":":
        name = _BEFORE_DAYS[found[1]]
    if name in _NAMED:
        return _names(reading, found, rest)
    if name not in _PAIRS:
        return 0
    pair, spaced = _PAIRS[name], found[2] != raw
    value = pair.read(raw.strip('"').rstrip(_BEHIND))
    if value is None:
        if spaced and not re.match(DATE_LIKE, raw):  # "for: a coffee" is text
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


def _names(reading: Reading, found: re.Match[str], rest: str) -> int:
    """Keep the people of a ``named:``, which are links, quoted or plain."""
    raw, end = found[2].strip(), found.end()
    if raw.startswith(("[[", '"')):
        for item in re.findall(_ITEM, raw):
            reading.named += linked(item) or (item.strip('"').strip(),)
    elif found[2] != raw:
        return 0
    else:
        more = None if raw.endswith((",", ";")) else re.match(_MORE_NAME, rest[end:])
        end += more.end() if more else 0
        reading.named += [name.strip() for name in rest[found.start(2) : end].split(",")]
    reading.named[:] = [name for name in reading.named if name]
    return end


def linked(text: str) -> tuple[str, ...]:
    """The people whom a text links, each once."""
    return unique(link.target for link in links.find(text))


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once, as it is spelled first."""
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(key(name), name)
    return tuple(first.values())
