"""Which day is meant: behind, ahead, or either."""

from __future__ import annotations

from datetime import date

import pytest

from notesync.notes.sayings.saying import PLAN, TALK, Act, When
from notesync.workspace.dates import NotADay
from notesync.workspace.settling import settle

TODAY = date(2026, 5, 12)  # a Tuesday


def when(day: str = "", **more: object) -> When:
    return When(day, day, **more)  # type: ignore[arg-type]  # the test knows its fields


@pytest.mark.parametrize(
    ("verb", "days", "on", "planned"),
    [
        (TALK, (), "2026-05-12", ""),
        (TALK, (when("Friday"),), "2026-05-08", ""),
        (TALK, (when("Friday", way="ahead"),), "2026-05-12", "2026-05-15"),
        (TALK, (when("8.5."),), "2026-05-08", ""),
        (TALK, (when("20.5."),), "2026-05-12", "2026-05-20"),
        (TALK, (when(ago=1),), "2026-05-11", ""),
        (TALK, (when(ago=-1),), "2026-05-12", "2026-05-13"),
        (PLAN, (when("Friday"),), "2026-05-12", "2026-05-15"),
        (PLAN, (when(ago=0),), "2026-05-12", "2026-05-12"),
        (PLAN, (), "2026-05-12", ""),
        ("agreed", (when(ago=1, way="back"), when("20.5.")), "2026-05-11", "2026-05-20"),
        ("moved", (when("21.5."),), "2026-05-12", "2026-05-21"),
        ("thanked", (when("8.5."),), "2026-05-08", ""),
        ("thanked", (when("20.5."),), "2026-05-12", ""),
    ],
)
def test_a_day_is_the_one_that_can_be_meant(
    verb: str, days: tuple[When, ...], on: str, planned: str
) -> None:
    found = settle(Act(verb, days=days), TODAY)
    assert (found.on, found.planned, found.days) == (on, planned, ())
    assert found.verb == (PLAN if verb == TALK and planned else verb)


def test_a_talk_that_may_have_been_or_will_be_has_two_days() -> None:
    found = settle(Act(TALK, days=(when("Friday"),), open=True), TODAY)
    assert found.days == ("2026-05-08", "2026-05-15")
    told = settle(Act(TALK, days=(when("Friday"),), open=True, learned=("x",)), TODAY)
    assert (told.days, told.on) == ((), "2026-05-08"), "what was learned there has been"


def test_two_different_days_are_for_the_user_to_tell_apart() -> None:
    found = settle(Act(TALK, days=(when("8.5."), when("10.5."))), TODAY)
    assert found.days == ("2026-05-08", "2026-05-10")


def test_words_that_fix_no_day_are_told() -> None:
    assert settle(Act(TALK, days=(When("last week", vague=True),)), TODAY).vague == "last week"
    both = (When("last week", vague=True), when("8.5."))
    assert settle(Act(TALK, days=both), TODAY).vague == ""


def test_a_day_that_does_not_exist_is_refused() -> None:
    with pytest.raises(NotADay):
        settle(Act(TALK, days=(when("31.2."),)), TODAY)
