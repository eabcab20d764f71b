"""Turn what was typed into a front-matter value or a log key into its canonical text, or None.

Every scalar is text to us; these readers decide what it means. None says "that is not one": the
caller reports a problem and keeps the text in the header. Nothing is guessed and no date rolls
over. What is canonical: ISO days, ``HH:MM``, plain digits, English codes, weeks as digits.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache

from notesync.notes import links
from notesync.notes.kinds import VOCABULARIES, Term
from notesync.notes.names import search_fold

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")
_YEAR = re.compile(r"[0-9]{4}")
_TIME = re.compile(r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9])(?::[0-5][0-9](?:[.,][0-9]+)?)?")
_ZONE = re.compile(r"\s*(?:Z|[+-][0-9]{2}:?[0-9]{2}|Uhr|h)$", re.IGNORECASE)
_YEARLESS = re.compile(r"--([0-9]{2})-?([0-9]{2})")
_MINUTES = re.compile(r"([0-9]{1,4})\s*(?:m|min|mins|minutes?|minuten?|['’′])?\.?", re.IGNORECASE)
# Rarely met, and so compiled when they are. First, dates that people write and other programs don't
# read: 24.4.2026, 2026-4-24, 2026/04/24.
_GERMAN = r"([0-9]{1,2})\.\s?([0-9]{1,2})\.\s?([0-9]{4})"
_LOOSE = r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})"
_HOURS = r"(?i)([0-9]{1,2})\s*(?:h|hours?|std\.?|stunden?|:)\s*(?:([0-5]?[0-9])\s*(?:min|m)?\.?)?"
_SPAN = r"(.+?)\s*(?:\.\.+|…|/|–|—|\bto\b|\bbis\b|\s-\s)\s*(.+)"

LONGEST = 99  # letters of a time or a span; what is longer is neither

# Folded unit -> how many weeks it has; a year is 52 weeks.
UNITS: Mapping[str, float] = {
    **dict.fromkeys(("d", "day", "days", "tag", "tage", "tagen"), 1 / 7),
    **dict.fromkeys(("", "w", "week", "weeks", "woche", "wochen"), 1),
    **dict.fromkeys(("m", "month", "months", "monat", "monate", "monaten"), 52 / 12),
    **dict.fromkeys(("q", "quarter", "quarters", "quartal", "quartale", "quartalen"), 13),
    **dict.fromkeys(("y", "year", "years", "jahr", "jahre", "jahren"), 52),
}
# Folded cadence in one word -> weeks.
CADENCES: Mapping[str, str] = {
    **dict.fromkeys(("never", "nie", "niemals", "no", "nein"), "never"),
    **dict.fromkeys(("weekly", "wochentlich"), "1"),
    **dict.fromkeys(("monthly", "monatlich"), "4"),
    **dict.fromkeys(("quarterly", "vierteljahrlich"), "13"),
    **dict.fromkeys(("half-yearly", "halbjahrlich"), "26"),
    **dict.fromkeys(("yearly", "annually", "jahrlich"), "52"),
}
_CADENCE = re.compile(r"(?:every|alle|jede[sn]?|each)?\s*([0-9]{1,3})?\s*([a-z]*)")
YES = frozenset({"yes", "true", "ja", "wahr", "y", "j", "on", "1", "x"})
NO = frozenset({"no", "false", "nein", "falsch", "n", "off", "0"})


def day(text: str) -> str | None:
    """An ISO day; a time behind it is allowed and left out, so is a link to a daily note."""
    moment_read = moment(text)
    return moment_read[0] if moment_read else None


@lru_cache(maxsize=4096)  # many notes speak of the same days
def moment(text: str) -> tuple[str, str] | None:
    """An ISO day and the time ``HH:MM`` behind it, "" without one."""
    text = bare(text)
    found = _DAY.match(text)
    if found is None or not _exists(*found.groups()):
        return None
    rest = text[found.end() :]
    if not rest:
        return found.group(), ""
    if rest[0] not in "Tt ,":
        return None
    read = time(rest[1:])
    return None if read is None else (found.group(), read)


def partial_day(text: str) -> str | None:
    """An ISO day, or a month ``2022-06``, or a year ``2022``."""
    text = bare(text)
    if _MONTH.fullmatch(text) or (_YEAR.fullmatch(text) and text != "0000"):
        return text
    return day(text)


def birthday(text: str) -> str | None:
    """A day, a partial day, or ``--05-12`` when the year is not known."""
    found = _YEARLESS.fullmatch(bare(text))
    if found is None:
        return partial_day(text)
    month, of_month = found.groups()
    return f"--{month}-{of_month}" if _exists("2000", month, of_month) else None


def first_day(text: str) -> date | None:
    """The first day that a day or partial day may mean; None for anything else."""
    parts = text.split("-") if partial_day(text) == text else []
    if not parts:
        return None
    year, month, of_month = (*map(int, parts), 1, 1)[:3]
    return date(year, month, of_month)


def time(text: str) -> str | None:
    """``HH:MM``; seconds, a time zone and "Uhr" are left out."""
    found = _TIME.fullmatch(_ZONE.sub("", text.strip()[:LONGEST]))
    return f"{found.group(1):0>2}:{found.group(2)}" if found else None


def date_meant(text: str) -> str:
    """The ISO day that was probably meant by a date in another form, or ""."""
    text = text.strip()
    if found := re.match(_GERMAN, text):
        of_month, month, year = found.groups()
    elif found := re.match(_LOOSE, text):
        year, month, of_month = found.groups()
    else:
        return ""
    month, of_month = month.zfill(2), of_month.zfill(2)
    return f"{year}-{month}-{of_month}" if _exists(year, month, of_month) else ""


def span(text: str) -> str | None:
    """``2026-07-01..2026-07-14``, both days included; a single day is a span of one."""
    if one := day(text):
        return f"{one}..{one}"
    found = re.fullmatch(_SPAN, text.strip()) if len(text) <= LONGEST else None
    first, last = (day(found[1]), day(found[2])) if found else (None, None)
    return f"{first}..{last}" if first and last and first <= last else None


def week(text: str) -> str | None:
    """An ISO week, ``2026-W19``."""
    found = re.fullmatch(r"([0-9]{4})-?[Ww]([0-9]{2})", bare(text))
    if found is None:
        return None
    try:
        date.fromisocalendar(int(found[1]), int(found[2]), 1)
    except ValueError:
        return None
    return f"{found[1]}-W{found[2]}"


def number(text: str, low: int, high: int) -> str | None:
    """Digits within a range, both ends included."""
    text = text.strip()
    if not re.fullmatch(r"[0-9]{1,6}", text) or not low <= int(text) <= high:
        return None
    return str(int(text))


def minutes(text: str) -> str | None:
    """Whole minutes: ``35``, ``35 min``, ``1 h``, ``1:10``, ``1h30``."""
    text = text.strip()
    if found := _MINUTES.fullmatch(text):
        return str(int(found[1]))
    if found := re.fullmatch(_HOURS, text):
        return str(int(found[1]) * 60 + int(found[2] or 0))
    return None


def weeks(text: str) -> str | None:
    """A cadence in weeks as digits, or ``never``: ``12 weeks``, ``3 Monate``, ``jährlich``."""
    folded = search_fold(text.strip())
    if folded in CADENCES:
        return CADENCES[folded]
    found = _CADENCE.fullmatch(folded)
    if found is None or found[2] not in UNITS or not (found[1] or found[2]):
        return None
    count = round(int(found[1] or 1) * UNITS[found[2]])
    return str(max(count, 1)) if int(found[1] or 1) else None


def yes_no(text: str) -> str | None:
    """``yes`` or ``no``; the search's folding has no place here, it makes "true" a "tru"."""
    said = text.strip().casefold()
    if said in YES:
        return "yes"
    return "no" if said in NO else None


def bare(text: str) -> str:
    """The text, or where a link points to that the text consists of."""
    link = links.whole(text)
    return link.target if link else text.strip()


# ---------------------------------------------------------------- vocabularies


def folded(text: str) -> str:
    """A vocabulary word without case, German spelling, hyphens and blanks."""
    return re.sub(r"[\s_-]+", "", search_fold(text))


@cache
def spellings(vocabulary: str) -> Mapping[str, str]:
    """Folded spelling to code, of a name in `VOCABULARIES`."""
    read: dict[str, str] = {}
    for term in VOCABULARIES[vocabulary]:
        for spelling in (term.code, term.de, *term.also):
            read.setdefault(folded(spelling), term.code)
    return read


@lru_cache(maxsize=4096)  # the same few words stand in thousands of notes
def code(vocabulary: str, text: str) -> str | None:
    """The code of a word in either language."""
    return spellings(vocabulary).get(folded(bare(text)))


def word(vocabulary: str, code: str, lang: str) -> str:
    """How a code is written in a vault of this language."""
    for term in VOCABULARIES[vocabulary]:
        if term.code == code:
            return term.de if lang == "de" else term.code
    return code


def suggestion(vocabulary: str, text: str) -> str:
    """The word that was probably meant, in the language it was nearest to; "" if none is near."""
    import difflib  # slips are rare

    near = {folded(name): name for term in VOCABULARIES[vocabulary] for name in _written(term)}
    found = difflib.get_close_matches(folded(text), near, n=1, cutoff=0.7)
    return near[found[0]] if found else ""


def known_words(vocabulary: str, lang: str = "") -> str:
    """All words of a vocabulary as one text, for a problem's sentence."""
    terms = VOCABULARIES[vocabulary]
    if lang:
        return ", ".join(term.de if lang == "de" else term.code for term in terms)
    return ", ".join(" / ".join(dict.fromkeys(_written(term)[:2])) for term in terms)


def _written(term: Term) -> tuple[str, ...]:
    return (term.code, term.de, *term.also)


def _exists(year: str, month: str, of_month: str) -> bool:
    try:
        date(int(year), int(month), int(of_month))
    except ValueError:
        return False
    return True
