from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesync.views.calendar import Calendar, years_needed
from tests.views.vault import HAMBURG, day, vault_of

DAYS = st.dates(date(2019, 1, 1), date(2030, 12, 31))
NO_HOLIDAYS = Calendar()


def test_days_after_the_event_are_counted_up_to_and_including_today() -> None:
    assert HAMBURG.business_days(day("2026-04-22"), day("2026-04-22")) == 0
    assert HAMBURG.business_days(day("2026-04-22"), day("2026-04-24")) == 2
    assert HAMBURG.business_days(day("2026-04-22"), day("2026-04-26")) == 2
    assert HAMBURG.business_days(day("2026-04-22"), day("2026-04-27")) == 3


def test_a_public_holiday_is_no_business_day() -> None:
    assert HAMBURG.business_days(day("2026-04-22"), day("2026-05-02")) == 6
    assert NO_HOLIDAYS.business_days(day("2026-04-22"), day("2026-05-02")) == 7
    assert HAMBURG.add(day("2026-04-22"), 7) == day("2026-05-04")
    assert HAMBURG.before(day("2026-05-04")) == day("2026-04-30")


@pytest.mark.parametrize(
    ("region", "count", "reminder"),
    [("NW", 6, "2026-06-09"), ("BY", 6, "2026-06-09"), ("HH", 7, "2026-06-08")],
)
def test_fronleichnam_is_a_holiday_in_cologne_and_not_in_hamburg(
    region: str, count: int, reminder: str
) -> None:
    rests = holidays.country_holidays("DE", subdiv=region, years=2026)
    calendar = Calendar(frozenset(rests), frozenset({2026}))
    assert calendar.is_business_day(day("2026-06-04")) is (region == "HH")
    assert calendar.business_days(day("2026-05-28"), day("2026-06-08")) == count
    assert calendar.add(day("2026-05-28"), 7) == day(reminder)


def test_a_holiday_on_a_weekend_takes_nothing_away() -> None:
    sunday = Calendar(frozenset({day("2026-05-03")}))
    assert sunday.business_days(day("2026-04-30"), day("2026-05-04")) == 2


@given(DAYS, st.integers(0, 400))
def test_counting_agrees_with_looking_at_each_day(after: date, length: int) -> None:
    through = after + timedelta(days=length)
    each = (after + timedelta(days=step) for step in range(1, length + 1))
    assert HAMBURG.business_days(after, through) == sum(map(HAMBURG.is_business_day, each))


@given(DAYS, st.integers(0, 30))
def test_adding_is_counting_backwards(start: date, count: int) -> None:
    end = HAMBURG.add(start, count)
    assert HAMBURG.business_days(start, end) == count
    assert count == 0 or HAMBURG.is_business_day(end)


@given(DAYS)
def test_nothing_has_passed_before_the_event(start: date) -> None:
    assert HAMBURG.business_days(start, start - timedelta(days=5)) == 0


def test_the_end_of_time_is_survived() -> None:
    assert HAMBURG.add(date(9999, 12, 30), 14) == date.max


def test_a_calendar_needs_the_years_of_all_events_and_of_what_is_planned() -> None:
    book = vault_of("""
=== contacts/Anna
## Log
- 2024-12-30 asked
- 2026-01-04 deferred until:2027-01-08
- 2026-01-05 deferred until:9999-01-01
""")
    assert list(years_needed(book, day("2026-05-05"))) == [2024, 2025, 2026, 2027, 2028, 2029]
    assert list(years_needed(vault_of(""), day("2026-05-05"))) == [2026, 2027]
