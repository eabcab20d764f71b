"""Where somebody stands between two contacts: in touch, cooling, dormant, long dormant."""

import pytest

from notesync.notes.rhythm import Rhythm
from notesync.views.touch import STATES, easiest, state, years_before
from tests.views.vault import day, facts_of

TODAY = "2026-05-05"


def state_of(*header: str, log: str = "", today: str = TODAY, rhythm: Rhythm | None = None) -> str:
    keys = "\n".join(header)
    facts = facts_of(f"=== contacts/Ana\n---\n{keys}\n---\n## Log\n{log}\n", today, rhythm)
    return state(facts.people["contacts/Ana.md"], facts)


@pytest.mark.parametrize(
    ("last", "header", "wanted"),
    [
        ("2026-04-08", "closeness: close", "in touch"),
        ("2026-04-07", "closeness: close", "cooling"),
        ("2026-02-10", "closeness: familiar", "cooling"),
        ("2025-11-04", "closeness: loose", "cooling"),
        ("2026-04-22", "keep_in_touch: 2 weeks", "in touch"),
        ("2026-04-21", "keep_in_touch: 2 weeks", "cooling"),
        ("2025-05-06", "", "in touch"),
        ("2025-05-06", "keep_in_touch: never", "in touch"),
        ("2025-05-06", "closeness: close", "cooling"),
        ("2025-05-05", "closeness: close", "dormant"),
        ("2023-05-06", "", "dormant"),
        ("2023-05-05", "", "long dormant"),
        ("1999-01-01", "keep_in_touch: never", "long dormant"),
    ],
)
def test_time_alone_moves_people_apart(last: str, header: str, wanted: str) -> None:
    assert state_of(f"last_contact: {last}", header) == wanted
    assert wanted in STATES


def test_without_any_contact_nothing_is_known() -> None:
    assert state_of() == ""
    assert state_of("origin: dormant") == "dormant"
    assert state_of(log="- 2026-05-01 asked") == ""  # a message of mine alone is no contact


def test_a_word_from_her_brings_her_back() -> None:
    assert state_of("last_contact: 2020", log="- 2026-05-04 replied") == "in touch"


def test_the_spans_can_be_others() -> None:
    rhythm = Rhythm(dormant=100, long_dormant=1)
    assert state_of("last_contact: 2026-01-25", rhythm=rhythm) == "dormant"
    assert state_of("last_contact: 2025-05-05", rhythm=rhythm) == "long dormant"


def test_a_year_before_a_leap_day_is_the_28th() -> None:
    assert years_before(day("2028-02-29"), 1) == day("2027-02-28")
    assert years_before(day("2028-02-29"), 4) == day("2024-02-29")
    assert years_before(day("2026-05-05"), 5000).year == 1


def test_whoever_was_written_to_this_week_is_not_easy_again() -> None:
    text = "=== contacts/Ana\n---\ncloseness: close\n---\n## Log\n- {} news\n"
    assert not easiest(facts_of(text.format("2026-04-29"), TODAY))
    assert [tie.name for tie in easiest(facts_of(text.format("2026-04-28"), TODAY))] == ["Ana"]
