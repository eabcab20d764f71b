"""Find days, times and durations in a sentence: patterns of both languages, in literal tables.

Which day "Friday" is depends on today and on whether it lies ahead; that is left to whoever writes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from notesync.notes.sayings.saying import When

_NUMBERS: Mapping[str, int] = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "ein": 1, "eine": 1, "einem": 1, "einer": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5,
    "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12,
}  # fmt: skip
_COUNT = rf"(?P<count>\d{{1,2}}|{'|'.join(_NUMBERS)})"
_WEEKDAYS_EN = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_SHORT_EN = "Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun"
_WEEKDAYS_DE = "Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag"
_SHORT_DE = "Mo|Di|Mi|Do|Fr|Sa|So"
_MONTHS = (
    "Januar|January|Jan|Februar|February|Feb|März|Maerz|March|Mar|Mrz|April|Apr|Mai|May|Juni|June"
    "|Jun|Juli|July|Jul|August|Aug|September|Sept|Sep|Oktober|October|Okt|Oct|November|Nov"
    "|Dezember|December|Dez|Dec"
)
_PART_DE = r"(?:\s+(?:früh|morgen|vormittag|nachmittag|abend|nacht)|(?:vormittag|nachmittag|abend))"
_PART_EN = r"(?:\s+(?:morning|afternoon|evening|night|noon))"
# Words before a weekday that say on which side of today it lies.
_WAYS: Mapping[str, str] = {
    **dict.fromkeys(("last", "this past", "past"), "back"),
    **dict.fromkeys(("next", "this coming", "coming"), "ahead"),
    **dict.fromkeys(("letzten", "letzte", "letzter", "vergangenen", "vorigen"), "back"),
    **dict.fromkeys(("nächsten", "naechsten", "kommenden", "nächster"), "ahead"),
}
_WAY = rf"(?P<way>{'|'.join(_WAYS)}|this|diesen|dieser)"


def _offset(days: int, way: str = "") -> Callable[[re.Match[str]], When]:
    return lambda found: When(found.group(), ago=-days, way=way)


def _ago(unit: int) -> Callable[[re.Match[str]], When]:
    def read(found: re.Match[str]) -> When:
        typed = found["count"].casefold()
        count = _NUMBERS.get(typed) or int(typed)
        return When(found.group(), ago=count * unit, way="back")

    return read


def _typed(found: re.Match[str]) -> When:
    return When(found.group(), found["day"])


def _weekday(found: re.Match[str]) -> When:
    way = _WAYS.get((found["way"] or "").casefold(), "")
    day = re.sub("(?i)sonnabend", "Samstag", found["day"])
    return When(found.group(), day, way=way)


def _vague(found: re.Match[str]) -> When:
    return When(found.group(), vague=True)


_ON = r"(?:\b(?:on|am|vom)\s+(?:the\s+)?)?"
_DOTTED = r"\b\d{1,2}\.\s?(?:0?[1-9]|1[0-2])\.(?:\s?(?:\d{4}|\d{2})(?![\d:]))?"
_OF_MONTH = rf"\b\d{{1,2}}(?:\.|st|nd|rd|th)?\s+(?:{_MONTHS})\b\.?(?:,?\s+\d{{4}})?"
_MONTH_FIRST = rf"\b(?-i:{_MONTHS})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+\d{{4}})?"
_TOMORROW = r"(?<!jeden )(?<!guten )(?<!am )(?-i:\bmorgen\b|(?:^|(?<=[.;:!] ))Morgen\b)"
_THAT = r"(?:letzte|vorige|nächste|diese|vergangene|kommende)[rns]?"
# Words that fix no day.
_VAGUE = (
    r"\b(?:last|next|this|the other|in the last)\s+(?:weeks?|months?|weekend|year|day|days)\b",
    r"\b(?:recently|lately|a while ago|some time ago|(?:at|on|over) the weekend)\b",
    rf"\b{_THAT}\s+(?:Wochen?|Monate?s?|Jahr|Tagen?|Wochenende)\b",
    r"\b(?:neulich|kürzlich|letztens|vor kurzem|am Wochenende|vor (?:ein paar|einigen) Tagen)\b",
    rf"\b(?:in|im|anfang|mitte|ende|early|late|mid)\s+(?-i:{_MONTHS})\b",
    r"\b\d{1,2}/\d{1,2}(?:/\d{2,4})?\b",
    r"\b(?:am|den|on the|vom)\s+\d{1,2}(?:\.|ten|st|nd|rd|th)(?:\d{1,2}\.?)?(?!\w)",
)
# What a day looks like -> what it says; the first that fits a place wins.
_DAYS: tuple[tuple[str, Callable[[re.Match[str]], When]], ...] = (
    (rf"{_ON}(?P<day>\b\d{{4}}-\d{{2}}-\d{{2}})\b(?:T(?=\d))?", _typed),
    (rf"{_ON}(?P<day>{_DOTTED})", _typed),
    (rf"{_ON}(?P<day>{_OF_MONTH})", _typed),
    (rf"{_ON}(?P<day>{_MONTH_FIRST})(?!\s*(?:Uhr|min))", _typed),
    (r"\b(?:the\s+)?day before yesterday\b", _offset(-2, "back")),
    (r"\b(?:the\s+)?day after tomorrow\b", _offset(2, "ahead")),
    (rf"\bvorgestern\b{_PART_DE}?", _offset(-2, "back")),
    (rf"\bübermorgen\b{_PART_DE}?", _offset(2, "ahead")),
    (rf"\bgestern\b{_PART_DE}?", _offset(-1, "back")),
    (rf"\byesterday\b{_PART_EN}?|\blast night\b", _offset(-1, "back")),
    (rf"\bheute\b{_PART_DE}?|\b(?:soeben|gerade eben)\b", _offset(0)),
    (rf"\btoday\b|\bthis{_PART_EN}|\btonight\b|\bjust now\b", _offset(0)),
    (rf"\btomorrow\b{_PART_EN}?", _offset(1, "ahead")),
    (rf"{_TOMORROW}{_PART_DE}?", _offset(1, "ahead")),
    (rf"\bvor\s+{_COUNT}\s+tage?n?\b", _ago(1)),
    (rf"\bvor\s+{_COUNT}\s+wochen?\b", _ago(7)),
    (rf"\b{_COUNT}\s+days?\s+ago\b", _ago(1)),
    (rf"\b{_COUNT}\s+weeks?\s+ago\b", _ago(7)),
    ("|".join(_VAGUE), _vague),
    (rf"\b(?:on\s+)?(?:{_WAY}\s+)?(?P<day>{_WEEKDAYS_EN})\b{_PART_EN}?", _weekday),
    (rf"\b(?:on\s+|{_WAY}\s+)(?P<day>(?-i:{_SHORT_EN}))\b\.?{_PART_EN}?", _weekday),
    (rf"\b(?:am\s+)?(?:{_WAY}\s+)?(?P<day>{_WEEKDAYS_DE}){_PART_DE}?(?:mittag)?\b", _weekday),
    (rf"\b(?:am\s+|{_WAY}\s+)(?P<day>(?-i:{_SHORT_DE}))\b\.?", _weekday),
)
DAYS = tuple((re.compile(pattern, re.IGNORECASE), read) for pattern, read in _DAYS)


# ---------------------------------------------------------------- times and durations

_HOURS = "|".join(name for name in _NUMBERS if name not in {"a", "an", "one"})


def _clock(found: re.Match[str]) -> str:
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    half = (found.groupdict().get("half") or "").replace(".", "").casefold()
    if half == "pm" and hour < 12:  # noqa: PLR2004 -- hours of a clock
        hour += 12
    elif half == "am" and hour == 12:  # noqa: PLR2004 -- likewise
        hour = 0
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else ""  # noqa: PLR2004 -- likewise


def _half(found: re.Match[str]) -> str:
    return f"{_NUMBERS[found['word'].casefold()] - 1:02}:30"


_BEFORE = r"(?:\b(?:at|um|ab|gegen|around)\s+|,\s*)?"
_BARE_HOUR = r"\b(?:um|gegen)\s+(?P<hour>\d{1,2})(?P<minute>)(?=\s*(?:$|[,;.:!]|[a-zäöü]))"
_TIMES: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (
        rf"{_BEFORE}\b(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d{{2}}))?\s*(?P<half>[ap]\.?m\b\.?)",
        _clock,
    ),
    (
        rf"{_BEFORE}(?<![\d.,])\b(?P<hour>\d{{1,2}}):(?P<minute>\d{{2}})\b(?:\s*(?:Uhr|h)\b)?",
        _clock,
    ),
    (rf"{_BEFORE}\b(?P<hour>\d{{1,2}})(?:\.(?P<minute>\d{{2}}))?\s*Uhr\b", _clock),
    (rf"{_BARE_HOUR}(?!\s*(?:min|std|stunden|wochen|tage|leute))", _clock),
    (r"\bat\s+(?P<hour>8|9|1\d|2[0-3])(?P<minute>)(?=\s*(?:$|[,;.!]|with|in\b|on\b))", _clock),
    (rf"\b(?:um|gegen)\s+halb\s+(?P<word>{_HOURS})\b", _half),
)
TIMES = tuple((re.compile(pattern, re.IGNORECASE), read) for pattern, read in _TIMES)


def _hours(found: re.Match[str]) -> int:
    return round(float(found["hours"].replace(",", ".")) * 60)


_MINUTES: tuple[tuple[str, Callable[[re.Match[str]], int]], ...] = (
    (r"\b(?P<minutes>\d{1,3})[\s-]*(?:minutes?|minuten?|mins?)\b\.?", lambda f: int(f["minutes"])),
    (r"\b(?P<hours>\d{1,2}(?:[.,]\d)?)[\s-]*(?:hours?|stunden?|std|hrs?|h)\b\.?", _hours),
    (r"\b(?:half an hour|a half hour|halbe stunde)\b", lambda _: 30),
    (r"\b(?:one and a half hours|an hour and a half)\b", lambda _: 90),
    (r"\b(?:anderthalb|eineinhalb) stunden\b", lambda _: 90),
    (r"\b(?:an hour|one hour|eine stunde)\b", lambda _: 60),
    (r"\b(?:two hours|zwei stunden)\b", lambda _: 120),
)
MINUTES = tuple((re.compile(pattern, re.IGNORECASE), read) for pattern, read in _MINUTES)
