"""Dates as they are typed, and the ISO days that files get."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesync.workspace import dates

TUESDAY = date(2026, 5, 12)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("2026-04-24", ("2026-04-24", "")),
        ("2026-04-24T12:30", ("2026-04-24", "12:30")),
        ("2026-04-24 9:05", ("2026-04-24", "09:05")),
        ("today", ("2026-05-12", "")),
        ("heute", ("2026-05-12", "")),
        ("Yesterday", ("2026-05-11", "")),
        ("gestern 18.30 Uhr", ("2026-05-11", "18:30")),
        ("vorgestern", ("2026-05-10", "")),
        ("24.4.", ("2026-04-24", "")),
        ("24.4", ("2026-04-24", "")),
        ("24. 4. 12:30", ("2026-04-24", "12:30")),
        ("24.4.2025", ("2025-04-24", "")),
        ("24.4.25", ("2025-04-24", "")),
        ("31.12.", ("2025-12-31", "")),
        ("24 Apr", ("2026-04-24", "")),
        ("April 24", ("2026-04-24", "")),
        ("24. April um 12:30", ("2026-04-24", "12:30")),
        ("3. Mai 2024", ("2024-05-03", "")),
        ("Tue", ("2026-05-12", "")),
        ("Montag", ("2026-05-11", "")),
        ("Mi", ("2026-05-06", "")),
    ],
)
def test_a_day_that_lies_behind_is_typed_as_one_says_it(
    typed: str, expected: tuple[str, str]
) -> None:
    assert dates.moment(typed, TUESDAY) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("20.5.", ("2026-05-20", "")),
        ("20.5. 11:00", ("2026-05-20", "11:00")),
        ("24.4.", ("2027-04-24", "")),
        ("tomorrow", ("2026-05-13", "")),
        ("übermorgen 9:00", ("2026-05-14", "09:00")),
        ("Tue", ("2026-05-19", "")),
        ("Mi 12.30", ("2026-05-13", "12:30")),
        ("29.2.", ("2028-02-29", "")),
    ],
)
def test_a_day_that_is_planned_lies_ahead(typed: str, expected: tuple[str, str]) -> None:
    assert dates.moment(typed, TUESDAY, TUESDAY) == expected


def test_what_was_planned_then_may_be_over_by_now() -> None:
    agreed = date(2026, 4, 22)
    assert dates.moment("24.4.", TUESDAY, agreed) == ("2026-04-24", "")


@pytest.mark.parametrize("typed", ["30.2.", "2026-02-30", "soon", "", "12", "24.13.", "M", "May"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(dates.NotADay):
        dates.moment(typed, TUESDAY)


def test_what_happened_is_not_dated_ahead() -> None:
    with pytest.raises(dates.StillAhead):
        dates.past("2026-05-13", TUESDAY)
    assert dates.past("2026-05-12", TUESDAY) == "2026-05-12"
    assert dates.past("", TUESDAY) == "2026-05-12"


def test_a_time_is_refused_when_it_is_none() -> None:
    assert dates.clock("9") == "09:00"
    assert dates.clock("17:30 Uhr") == "17:30"
    with pytest.raises(dates.NotATime):
        dates.clock("half past")


DAYS = st.dates(date(2000, 1, 1), date(2080, 1, 1))


@given(DAYS, DAYS)
def test_every_iso_day_is_read_as_itself(day: date, today: date) -> None:
    assert dates.moment(day.isoformat(), today) == (day.isoformat(), "")
    assert dates.moment(f"{day.day}.{day.month}.{day.year}", today) == (day.isoformat(), "")


@given(DAYS, st.integers(-180, 0))
def test_a_day_of_the_last_months_needs_no_year(today: date, days: int) -> None:
    day = date.fromordinal(today.toordinal() + days)
    assert dates.moment(f"{day.day}.{day.month}.", today)[0] == day.isoformat()


@given(DAYS, st.integers(0, 360))
def test_a_day_of_the_next_months_needs_no_year(today: date, days: int) -> None:
    day = date.fromordinal(today.toordinal() + days)
    assert dates.moment(f"{day.day}.{day.month}.", today, today)[0] == day.isoformat()


@given(st.text(max_size=20), DAYS)
def test_any_text_is_a_day_or_refused(typed: str, today: date) -> None:
    try:
        day, _ = dates.moment(typed, today)
    except dates.NotADay:
        return
    assert date.fromisoformat(day).isoformat() == day
