"""Days as a letter says them."""

from __future__ import annotations

from datetime import date

import pytest

from notesync.letters import when

TODAY = date(2026, 5, 12)  # a Tuesday


@pytest.mark.parametrize(
    ("day", "german", "english"),
    [
        ("2026-05-12", "heute", "today"),
        ("2026-05-11", "gestern", "yesterday"),
        ("2026-05-08", "am Freitag", "on Friday"),
        ("2026-05-06", "am Mittwoch", "on Wednesday"),
        ("2026-05-05", "am 5. Mai", "on 5 May"),
        ("2025-12-24", "am 24. Dezember 2025", "on 24 December 2025"),
    ],
)
def test_a_day_that_was(day: str, german: str, english: str) -> None:
    assert when.on(date.fromisoformat(day), TODAY, "de") == german
    assert when.on(date.fromisoformat(day), TODAY, "en") == english


@pytest.mark.parametrize(
    ("day", "time", "german", "english"),
    [
        ("2026-05-12", "12:30", "heute um 12:30 Uhr", "today at 12:30"),
        ("2026-05-13", "09:00", "morgen um 9 Uhr", "tomorrow at 09:00"),
        ("2026-05-13", "00:00", "morgen um 0 Uhr", "tomorrow at 00:00"),
        (
            "2026-05-20",
            "11:00",
            "am Mittwoch, dem 20. Mai, um 11 Uhr",
            "on Wednesday 20 May at 11:00",
        ),
        ("2026-05-20", "", "am Mittwoch, dem 20. Mai", "on Wednesday 20 May"),
    ],
)
def test_a_day_that_is_planned(day: str, time: str, german: str, english: str) -> None:
    assert when.at(date.fromisoformat(day), time, TODAY, "de") == german
    assert when.at(date.fromisoformat(day), time, TODAY, "en") == english


@pytest.mark.parametrize(
    ("day", "german"),
    [
        ("2026-05-11", "gestern"),
        ("2026-05-05", "vor einer Woche"),
        ("2026-04-28", "vor zwei Wochen"),
        ("2026-04-20", "vor drei Wochen"),
        ("2026-04-01", "am 1. April"),
        ("2026-05-01", "am 1. Mai"),
    ],
)
def test_how_long_ago_i_asked(day: str, german: str) -> None:
    assert when.ago(date.fromisoformat(day), TODAY, "de") == german


@pytest.mark.parametrize(
    ("day", "german", "english"),
    [
        ("2026-03-01", "im März", "in March"),
        ("2025-06-10", "im Juni 2025", "in June 2025"),
        ("2022-06-10", "2022", "in 2022"),
    ],
)
def test_about_when(day: str, german: str, english: str) -> None:
    assert when.around(date.fromisoformat(day), TODAY, "de") == german
    assert when.around(date.fromisoformat(day), TODAY, "en") == english


def test_a_year_of_which_no_month_is_known() -> None:
    assert when.around(date(2026, 1, 1), TODAY, "de", only_year=True) == "2026"


def test_until_when_and_from_when() -> None:
    assert when.by(date(2026, 5, 13), TODAY, "de") == "bis morgen"
    assert when.by(date(2026, 6, 1), TODAY, "de") == "bis zum 1. Juni"
    assert when.by(date(2026, 6, 1), TODAY, "en") == "by 1 June"
    assert when.after(date(2026, 7, 14), TODAY, "de") == "ab dem 15. Juli"
    assert when.after(date(2026, 12, 31), TODAY, "en") == "from 1 January 2027 on"
