"""Say a day as a letter says it, with its preposition: ``am Freitag``, ``two weeks ago``.

In the language of the letter, which need not be the one in which notesync speaks.
"""

from __future__ import annotations

from datetime import date, timedelta

from notesync.words import MONTHS, WEEKDAYS

WEEK = 7  # days
LONG_AGO = 540  # days; of what is further away one says the year
_NEAR = {
    "de": {0: "heute", -1: "gestern", 1: "morgen"},
    "en": {0: "today", -1: "yesterday", 1: "tomorrow"},
}
_WEEKS = {
    "de": {1: "vor einer Woche", 2: "vor zwei Wochen", 3: "vor drei Wochen"},
    "en": {1: "a week ago", 2: "two weeks ago", 3: "three weeks ago"},
}


def on(day: date, today: date, lang: str) -> str:
    """``gestern``, ``am Freitag``, ``am 5. Mai``, ``am 5. Mai 2025``; ``on 5 May``."""
    if near := _NEAR[lang].get((day - today).days):
        return near
    before = "am" if lang == "de" else "on"
    if 0 < (today - day).days < WEEK:
        return f"{before} {WEEKDAYS[lang][day.weekday()]}"
    return f"{before} {_date(day, today, lang)}"


def at(day: date, time: str, today: date, lang: str) -> str:
    """``morgen um 12:30 Uhr``, ``am Mittwoch, dem 20. Mai, um 11 Uhr``; ``on Wednesday …``."""
    hour = time.removesuffix(":00")
    if near := _NEAR[lang].get((day - today).days):
        told = near
    elif lang == "de":
        comma = "," if time else ""
        told = f"am {WEEKDAYS['de'][day.weekday()]}, dem {_date(day, today, lang)}{comma}"
    else:
        told = f"on {WEEKDAYS['en'][day.weekday()]} {_date(day, today, lang)}"
    if not time:
        return told
    return f"{told} um {hour.lstrip('0') or '0'} Uhr" if lang == "de" else f"{told} at {time}"


def ago(day: date, today: date, lang: str) -> str:
    """``vor zwei Wochen`` where it is about that; else the day."""
    weeks, rest = divmod((today - day).days + 1, WEEK)
    if weeks in _WEEKS[lang] and rest < WEEK // 2:
        return _WEEKS[lang][weeks]
    return on(day, today, lang)


def around(day: date, today: date, lang: str, *, only_year: bool = False) -> str:
    """``im März``, ``im Juni 2025``, and of long ago only the year: ``2022``, ``in 2022``."""
    if only_year or today - day > timedelta(days=LONG_AGO):
        return f"{day.year}" if lang == "de" else f"in {day.year}"
    year = "" if day.year == today.year else f" {day.year}"
    return f"{'im' if lang == 'de' else 'in'} {MONTHS[lang][day.month - 1]}{year}"


def by(day: date, today: date, lang: str) -> str:
    """``bis morgen``, ``bis zum 1. Juni``; ``by 1 June``."""
    near = _NEAR[lang].get((day - today).days)
    if lang == "de":
        return f"bis {near}" if near else f"bis zum {_date(day, today, lang)}"
    return f"by {near or _date(day, today, lang)}"


def after(day: date, today: date, lang: str) -> str:
    """From the day after on: ``ab dem 15. Juli``; ``from 15 July on``."""
    told = _date(day + timedelta(days=1), today, lang)
    return f"ab dem {told}" if lang == "de" else f"from {told} on"


def _date(day: date, today: date, lang: str) -> str:
    dot = "." if lang == "de" else ""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day}{dot} {MONTHS[lang][day.month - 1]}{year}"
