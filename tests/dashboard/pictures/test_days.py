"""Day by day: a column for each week, and each day in its place."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from notesync.dashboard.pictures.days import FEWEST, WEEKS, draw
from notesync.dashboard.pictures.drawing import Drawing
from notesync.dashboard.rows import Day
from notesync.words import ENGLISH, Words
from tests.dashboard.pictures.frames import sound

TODAY = date(2026, 5, 29)  # a Friday
START = date(2026, 4, 20)


def day(when: date, talks: int = 0, others: int = 1) -> Day:
    return Day(when, talks, others, Markup("talked"), f"{when}: talked")


def drawn(*days: Day, start: date = START, today: date = TODAY, words: Words = ENGLISH) -> Drawing:
    drawing = draw(days, start, today, words)
    assert drawing is not None
    return drawing


def test_a_conversation_is_full_another_step_a_ring_and_a_quiet_day_a_point() -> None:
    drawing = drawn(day(TODAY, talks=1), day(TODAY - timedelta(days=1)))
    kinds = [mark.kind for mark in drawing.marks]
    assert kinds[-2:] == ["ring", "full"]
    assert set(kinds[:-2]) == {"quiet"}
    assert drawing.marks[-1].title == "2026-05-29: talked"


def test_days_of_one_week_stand_below_each_other_and_weeks_beside() -> None:
    monday, friday = (
        drawn(day(TODAY), day(TODAY - timedelta(days=4))).marks[at] for at in (-5, -1)
    )
    assert monday.x == friday.x
    assert monday.y < friday.y
    last_week = drawn(day(TODAY - timedelta(weeks=1))).marks
    rings = [mark for mark in last_week if mark.kind == "ring"]
    assert rings[0].y == friday.y
    assert rings[0].x < friday.x


def test_a_quiet_weekend_is_left_empty_and_a_day_to_come_too() -> None:
    sunday = date(2026, 5, 24)
    assert len(drawn(day(sunday)).marks) == len(drawn(day(TODAY)).marks) + 1
    assert len(drawn(day(TODAY), today=TODAY).marks) == 5 * FEWEST


def test_the_labels_are_months_and_weekdays_in_the_readers_language() -> None:
    english = {label.text for label in drawn(day(TODAY)).labels}
    assert english == {"Mon", "Wed", "Fri", "Apr", "May"}
    german = {label.text for label in drawn(day(TODAY), words=Words("de")).labels}
    assert german == {"Mo", "Mi", "Fr", "Apr", "Mai"}


def test_a_start_long_ago_shows_half_a_year() -> None:
    drawing = drawn(day(TODAY), start=date(2020, 1, 1))
    assert len({mark.x for mark in drawing.marks}) == WEEKS


def test_when_nothing_ever_happened_there_is_no_picture() -> None:
    assert draw([], START, TODAY, ENGLISH) is None


DATES = st.dates(date(2000, 1, 1), date(2090, 1, 1))


@given(DATES, st.integers(0, 400), st.sets(st.integers(0, 180), min_size=1, max_size=60))
def test_days_stay_in_their_frame(today: date, since: int, ago: set[int]) -> None:
    days = [day(today - timedelta(days=count), talks=count % 2) for count in sorted(ago)]
    drawing = drawn(*days, start=today - timedelta(days=since), today=today)
    sound(drawing)
    shown = [mark for mark in drawing.marks if mark.kind != "quiet"]
    assert len(shown) <= len(days)
