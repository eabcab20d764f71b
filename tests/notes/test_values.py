from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesync.notes import values
from notesync.notes.kinds import VOCABULARIES


@given(st.dates())
def test_every_iso_day_is_a_day(day: date) -> None:
    assert values.day(day.isoformat()) == day.isoformat()
    assert values.first_day(day.isoformat()) == day


@pytest.mark.parametrize(
    "text",
    ["2026-02-30", "2026-13-01", "0000-01-01", "20260505", "2026-W19-2", "5.5.2026", "", "x"],
)
def test_what_is_no_iso_day_is_refused(text: str) -> None:
    assert values.day(text) is None


def test_no_digit_of_another_script_makes_a_day() -> None:
    assert values.day("٢٠٢٦-٠٥-٠٥") is None


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-05-05", ("2026-05-05", "")),
        ("2026-05-05T12:30", ("2026-05-05", "12:30")),
        ("2026-05-05 9:05", ("2026-05-05", "09:05")),
        ("2026-05-05T12:30:59.5+02:00", ("2026-05-05", "12:30")),
        ("2026-05-05 12:30 Uhr", ("2026-05-05", "12:30")),
        ("[[2026-05-05]]", ("2026-05-05", "")),
        ("2026-05-05 25:00", None),
        ("2026-05-05 after lunch", None),
        ("2026-05-055", None),
    ],
)
def test_a_day_may_carry_its_time(text: str, moment: tuple[str, str] | None) -> None:
    assert values.moment(text) == moment


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2022", "2022"),
        ("2022-06", "2022-06"),
        ("2022-06-30", "2022-06-30"),
        ("2022-13", None),
        ("0000", None),
        ("22", None),
        ("--05-12", None),
    ],
)
def test_a_partial_date_stays_as_partial_as_it_is(text: str, read: str | None) -> None:
    assert values.partial_day(text) == read


def test_a_partial_date_begins_on_its_first_day() -> None:
    assert values.first_day("2022") == date(2022, 1, 1)
    assert values.first_day("2022-06") == date(2022, 6, 1)
    assert values.first_day("soon") is None


def test_a_birthday_may_lack_its_year() -> None:
    assert values.birthday("--05-12") == "--05-12"
    assert values.birthday("--0229") == "--02-29"
    assert values.birthday("--02-30") is None
    assert values.birthday("1984-05-12") == "1984-05-12"


def test_a_date_in_another_form_is_told_what_it_means() -> None:
    assert values.date_meant("24.4.2026") == "2026-04-24"
    assert values.date_meant("2026/4/24") == "2026-04-24"
    assert values.date_meant("30.2.2026") == ""
    assert values.date_meant("tomorrow") == ""


@pytest.mark.parametrize(
    ("text", "weeks"),
    [
        ("12 weeks", "12"),
        ("12 Wochen", "12"),
        ("3 months", "13"),
        ("3 Monate", "13"),
        ("every 2 weeks", "2"),
        ("alle 6 Wochen", "6"),
        ("jährlich", "52"),
        ("monthly", "4"),
        ("10 days", "1"),
        ("2 Jahre", "104"),
        ("12", "12"),
        ("never", "never"),
        ("Nie", "never"),
        ("0 weeks", None),
        ("often", None),
        ("", None),
        ("12 parsecs", None),
    ],
)
def test_a_cadence_is_counted_in_weeks(text: str, weeks: str | None) -> None:
    assert values.weeks(text) == weeks


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("35", "35"), ("35 min", "35"), ("1 h", "60"), ("1:10", "70"), ("1h30", "90"), ("long", None)],
)
def test_minutes_are_whole_numbers(text: str, minutes: str | None) -> None:
    assert values.minutes(text) == minutes


def test_a_number_stays_in_its_range() -> None:
    assert values.number("3", 1, 5) == "3"
    assert values.number("05", 1, 5) == "5"
    assert values.number("6", 1, 5) is None
    assert values.number("-1", 1, 5) is None
    assert values.number("3.5", 1, 5) is None
    assert values.number("³", 1, 5) is None


def test_a_span_has_both_its_days() -> None:
    assert values.span("2026-07-01..2026-07-14") == "2026-07-01..2026-07-14"
    assert values.span("2026-07-01 bis 2026-07-14") == "2026-07-01..2026-07-14"
    assert values.span("2026-07-01") == "2026-07-01..2026-07-01"
    assert values.span("2026-07-14..2026-07-01") is None
    assert values.span("2026-07-01..soon") is None


def test_a_week_must_exist() -> None:
    assert values.week("2026-W19") == "2026-W19"
    assert values.week("2026-w53") == "2026-W53"
    assert values.week("2025-W53") is None
    assert values.week("May") is None


def test_yes_and_no_are_understood_in_both_languages() -> None:
    assert {values.yes_no(text) for text in ("yes", "Ja", "TRUE", "wahr", "x")} == {"yes"}
    assert {values.yes_no(text) for text in ("no", "Nein", "false", "0")} == {"no"}
    assert values.yes_no("perhaps") is None


@pytest.mark.parametrize("vocabulary", sorted(VOCABULARIES))
def test_every_word_of_a_vocabulary_reads_back_in_both_languages(vocabulary: str) -> None:
    for term in VOCABULARIES[vocabulary]:
        for lang in ("de", "en"):
            assert values.code(vocabulary, values.word(vocabulary, term.code, lang)) == term.code
        for spelling in term.also:
            assert values.code(vocabulary, spelling) == term.code


def test_no_spelling_means_two_things() -> None:
    for name, terms in VOCABULARIES.items():
        spelled = [
            spelling
            for term in terms
            for spelling in {values.folded(word) for word in (term.code, term.de, *term.also)}
        ]
        assert len(spelled) == len(set(spelled)), name


def test_case_hyphens_and_german_spelling_make_no_difference() -> None:
    assert values.code("channel", "E-MAIL") == "email"
    assert values.code("channel", "persoenlich") == "in-person"
    assert values.code("state", "no show") == "no-show"
    assert values.code("circle", "[[Freund]]") == "friend"
    assert values.code("channel", "pigeon") is None


def test_a_slip_gets_a_suggestion_in_its_language() -> None:
    assert values.suggestion("channel", "telefn") == "Telefon"
    assert values.suggestion("circle", "frend") == "friend"
    assert values.suggestion("channel", "pigeon") == ""


READERS = [
    values.day,
    values.moment,
    values.partial_day,
    values.birthday,
    values.first_day,
    values.time,
    values.date_meant,
    values.span,
    values.week,
    values.minutes,
    values.weeks,
    values.yes_no,
    lambda text: values.number(text, 1, 5),
    lambda text: values.code("verb", text),
    lambda text: values.suggestion("verb", text),
]


@given(st.text() | st.text(alphabet="0123456789-:.T /W", max_size=25), st.sampled_from(READERS))
def test_no_text_is_too_odd_to_be_read(text: str, read: object) -> None:
    assert callable(read)
    read(text)
