"""Turn a date as it is typed on the command line into the ISO day and time that files get.

Typed are ``yesterday``, ``gestern``, ``24.4.``, ``24.4. 12:30``, ``Tue``, ``24 Apr``; a day without
a year is the one that can be meant: the last such day for what happened, the next one for what is
planned. An impossible date is refused, never rolled over.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from notesync.errors import UsageError
from notesync.notes import values
from notesync.notes.names import search_fold
from notesync.words import MONTHS, N_, WEEKDAYS

# Folded word -> days from today.
WORDS: Mapping[str, int] = {
    **dict.fromkeys(("today", "heute", "now", "jetzt"), 0),
    **dict.fromkeys(("yesterday", "gestern"), -1),
    **dict.fromkeys(("vorgestern",), -2),
    **dict.fromkeys(("tomorrow", "morgen"), 1),
    **dict.fromkeys((search_fold("übermorgen"),), 2),
}
LETTERS = 2  # of a weekday's or month's name, at least; months need one more
LONG_AGO = 183  # days: an event typed without a year isn't older

_TIME = re.compile(r"(?:[T,\s]|\bum\b|\bat\b)+(\d{1,2}[:.]\d{2}(?:\s*(?:Uhr|h))?)$", re.IGNORECASE)
_GERMAN = re.compile(r"(\d{1,2})\.\s*(\d{1,2})(?:\.\s*(\d{4}|\d{2})?)?")
_NAMED = re.compile(r"(\d{1,2})(?:\.|st|nd|rd|th)?\s+([^\W\d]+)\.?(?:,?\s+(\d{4}))?")
_NAMED_FIRST = re.compile(r"([^\W\d]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?")


class NotADay(UsageError):
    """What was typed is not a day."""

    sentence = N_('"{value}" is not a day. Write it as 2026-04-24, 24.4., yesterday or Tue.')


class StillAhead(UsageError):
    """Something that happened is dated later than today."""

    sentence = N_("{day} is still ahead. What happened is dated today ({today}) or before.")


class NotATime(UsageError):
    """What was typed is not a time."""

    sentence = N_('"{value}" is not a time. Write it as 12:30.')


def moment(typed: str, today: date, since: date | None = None) -> tuple[str, str]:
    """The day that a text means, and the time behind it, "" without one.

    Args:
        typed: What was typed.
        today: The day on which it was typed.
        since: For what is planned, the first day that can be meant; else the day lies behind.

    Raises:
        NotADay: It is not a day that exists.
    """
    text = " ".join(typed.split())
    if read := values.moment(text):
        return read
    time = ""
    if timed := _TIME.search(text):
        time = values.time(timed[1]) or ""
        text = text[: timed.start()].rstrip(" ,") if time else text
    found = _day(text, today, since)
    if found is None:
        raise NotADay(value=typed)
    return found.isoformat(), time


def past(typed: str | None, today: date) -> str:
    """The ISO day of something that happened; today where nothing was typed.

    Raises:
        NotADay: It is not a day.
        StillAhead: It lies in the future.
    """
    day = moment(typed, today)[0] if typed else today.isoformat()
    if day > today.isoformat():
        raise StillAhead(day=day, today=today.isoformat())
    return day


def clock(typed: str) -> str:
    """A time as ``HH:MM``.

    Raises:
        NotATime: It isn't one.
    """
    whole = f"{typed.strip()}:00" if typed.strip().isdigit() else typed
    time = values.time(whole)
    if time is None:
        raise NotATime(value=typed)
    return time


def _day(text: str, today: date, since: date | None) -> date | None:
    folded = search_fold(text)
    if folded in WORDS:
        return today + timedelta(days=WORDS[folded])
    if meant := values.date_meant(text):
        return date.fromisoformat(meant)
    if (weekday := _in(WEEKDAYS, folded.rstrip("."), LETTERS)) is not None:
        ahead = (weekday - today.weekday()) % 7
        return today + timedelta(days=ahead or 7 if since else ahead - 7 if ahead else 0)
    if found := _GERMAN.fullmatch(text):
        return _fitting(found[3], int(found[2]), int(found[1]), today, since)
    if found := _NAMED.fullmatch(text):
        of_month, name, year = found.groups()
    elif found := _NAMED_FIRST.fullmatch(text):
        name, of_month, year = found.groups()
    else:
        return None
    month = _in(MONTHS, search_fold(name), LETTERS + 1)
    return None if month is None else _fitting(year, month + 1, int(of_month), today, since)


def _in(names: Mapping[str, tuple[str, ...]], folded: str, letters: int) -> int | None:
    """Which weekday or month a beginning of its name means, in either language."""
    if len(folded) < letters:
        return None
    for language in names.values():
        for at, name in enumerate(language):
            if search_fold(name).startswith(folded):
                return at
    return None


def _fitting(
    year: str | None,
    month: int,
    of_month: int,
    today: date,
    since: date | None,
) -> date | None:
    """The day in the year that is given, or in the one that can be meant."""
    if year:
        return _exists(int(year) if len(year) > LETTERS else 2000 + int(year), month, of_month)
    near = [_exists(today.year + more, month, of_month) for more in (-1, 0, 1, 2, 3, 4)]
    days = [day for day in near if day]
    if since:
        return next((day for day in days if day >= since), None)
    behind = [day for day in days if day <= today and (today - day).days <= LONG_AGO]
    return max(behind, default=next((day for day in days if day >= today), None))


def _exists(year: int, month: int, of_month: int) -> date | None:
    try:
        return date(year, month, of_month)
    except ValueError:
        return None
