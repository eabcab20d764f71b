"""Sentences get their values, dates their words, in both languages."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesync.words import ENGLISH, MONTHS, N_, NN_, WEEKDAYS, Words

GERMAN = Words("de")
TUESDAY = date(2026, 5, 12)


def test_a_sentence_gets_its_values() -> None:
    assert ENGLISH.t("named by {others}", others="Carla") == "named by Carla"
    assert ENGLISH.t("everyone has answered") == "everyone has answered"


def test_braces_in_a_value_stay_as_they_are() -> None:
    assert ENGLISH.t("named by {others}", others="{Carla}") == "named by {Carla}"


def test_a_sentence_without_slots_may_hold_braces_of_its_own() -> None:
    assert ENGLISH.t("{question} open") == "{question} open"


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 people"), (1, "1 person"), (2, "2 people"), (21, "21 people")]
)
def test_a_count_chooses_its_form(count: int, said: str) -> None:
    assert ENGLISH.n("{count} person", "{count} people", count) == said


def test_a_counted_sentence_has_other_values_too() -> None:
    one, many = "{names} from {count} conversation", "{names} from {count} conversations"
    assert ENGLISH.n(one, many, 3, names="2 names") == "2 names from 3 conversations"


def test_a_translation_comes_before_its_values() -> None:
    words = Words("de", gettext={"named by {others}": "von {others} genannt"}.__getitem__)
    assert words.t("named by {others}", others="Carla") == "von Carla genannt"


def test_a_reason_is_a_sentence_too() -> None:
    known = {"can't be read ({reason})": "geht nicht ({reason})", "disk full": "voll"}
    words = Words("de", gettext=lambda text: known.get(text, text))
    assert words.t("can't be read ({reason})", reason="disk full") == "geht nicht (voll)"
    assert words.t("can't be read ({reason})", reason="EIO") == "geht nicht (EIO)"
    assert words.t("can't be read ({reason})", reason="") == "geht nicht ()"


def test_a_name_is_never_taken_for_a_sentence() -> None:
    words = Words(
        "de", gettext={"{name} couldn't": "{name} konnte nicht", "Now": "Jetzt"}.__getitem__
    )
    assert words.t("{name} couldn't", name="Now") == "Now konnte nicht"


def test_marks_for_the_catalogs_change_nothing() -> None:
    assert N_("say hello") == "say hello"
    assert NN_("{count} day", "{count} days") == ("{count} day", "{count} days")


def test_a_day_is_short() -> None:
    assert ENGLISH.day(TUESDAY) == "Tue 12 May"
    assert GERMAN.day(TUESDAY) == "Di 12.5."


def test_a_day_of_another_year_says_which() -> None:
    assert ENGLISH.day(TUESDAY, date(2026, 1, 1)) == "Tue 12 May"
    assert ENGLISH.day(TUESDAY, date(2027, 1, 1)) == "Tue 12 May 2026"
    assert GERMAN.day(TUESDAY, date(2026, 12, 31)) == "Di 12.5."
    assert GERMAN.day(TUESDAY, date(2025, 12, 31)) == "Di 12.5.2026"


def test_a_long_day_has_all_its_words() -> None:
    assert ENGLISH.long_day(TUESDAY) == "Tuesday, 12 May 2026"
    assert GERMAN.long_day(TUESDAY) == "Dienstag, 12. Mai 2026"


def test_weeks_are_counted_as_iso_does() -> None:
    assert (ENGLISH.week(TUESDAY), GERMAN.week(TUESDAY)) == ("week 20", "KW 20")
    assert GERMAN.week(date(2027, 1, 3)) == "KW 53"  # a Sunday that belongs to the old year


def test_a_week_has_seven_different_days_and_a_year_twelve_months() -> None:
    for lang in ("de", "en"):
        assert len(set(WEEKDAYS[lang])) == 7
        assert len(set(MONTHS[lang])) == 12


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.sampled_from([ENGLISH, GERMAN]))
def test_the_same_weekday_comes_back_after_a_week(day: date, words: Words) -> None:
    assert (
        words.weekday(day) == words.weekday(day + timedelta(7)) != words.weekday(day + timedelta(1))
    )
    assert words.long_day(day).startswith(words.weekday(day))
