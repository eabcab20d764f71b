"""The last weeks: a mark for each thing done, or bars where there are many."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from notesync.dashboard.pictures.drawing import Drawing
from notesync.dashboard.pictures.weeks import STACK, WEEKS, draw
from notesync.dashboard.rows import Week
from notesync.words import ENGLISH, Words
from tests.dashboard.pictures.frames import sound

MONDAY = date(2026, 4, 20)


def weeks(*counts: tuple[int, int], paused: str = "") -> list[Week]:
    return [
        Week(MONDAY + timedelta(weeks=at), talks, others, paused if not talks + others else "")
        for at, (talks, others) in enumerate(counts)
    ]


def drawn(*counts: tuple[int, int], paused: str = "") -> Drawing:
    drawing = draw(weeks(*counts, paused=paused), ENGLISH)
    assert drawing is not None
    return drawing


def test_conversations_are_full_marks_below_and_other_steps_rings_above() -> None:
    drawing = drawn((1, 2))
    assert [mark.kind for mark in drawing.marks] == ["full", "ring", "ring"]
    heights = [mark.y for mark in drawing.marks]
    assert heights == sorted(heights, reverse=True)


def test_each_week_is_told_by_the_day_on_which_it_begins() -> None:
    assert [label.text for label in drawn((1, 0), (0, 0)).labels] == ["20 Apr", "27 Apr"]
    german = draw(weeks((1, 0)), Words("de"))
    assert german is not None
    assert [label.text for label in german.labels] == ["20.4."]


def test_many_things_become_bars_with_their_number_above() -> None:
    drawing = drawn((STACK, 1), (0, 3))
    assert drawing.marks == ()
    assert [bar.kind for bar in drawing.bars] == ["full", "other", "other"]
    assert {"9", "3"} < {label.text for label in drawing.labels}
    tall, short = drawing.bars[0].height + drawing.bars[1].height, drawing.bars[2].height
    assert round(tall / short, 6) == 3


def test_a_break_says_so_and_a_quiet_week_says_nothing() -> None:
    drawing = drawn((1, 0), (0, 0), paused="break")
    assert "break" in {label.text for label in drawing.labels}
    quiet = drawn((1, 0), (0, 0))
    assert len(quiet.labels) == 2


def test_before_anything_was_done_there_is_no_picture() -> None:
    assert draw([], ENGLISH) is None
    assert draw(weeks((0, 0), (0, 0)), ENGLISH) is None


def test_older_weeks_are_left_out() -> None:
    drawing = drawn(*[(1, 0)] * (WEEKS + 5))
    assert len(drawing.marks) == WEEKS


@given(
    st.lists(st.tuples(st.integers(0, 400), st.integers(0, 400)), min_size=1, max_size=12),
    st.sampled_from(["", "break", "Pause"]),
)
def test_weeks_stay_in_their_frame(counts: list[tuple[int, int]], paused: str) -> None:
    if drawing := draw(weeks(*counts, paused=paused), ENGLISH):
        sound(drawing)


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=8))
def test_every_thing_done_has_its_mark(counts: list[tuple[int, int]]) -> None:
    if drawing := draw(weeks(*counts), ENGLISH):
        assert len(drawing.marks) == sum(map(sum, counts))
