"""Request episodes and the figures that count them."""

import pytest

from notesync.views.asks import Asks, asks
from notesync.views.expected import expected
from notesync.views.stages import stage
from notesync.views.waiting import Waiting, waiting
from tests.views.vault import facts_of


def log(lines: str, more: str = "") -> str:
    return f"=== contacts/Anna\n---\norg: Hafenwerk\n---\n## Log\n{lines}\n{more}"


def counts(text: str, today: str) -> Asks:
    return asks(facts_of(text, today))


def stage_of(lines: str, today: str) -> str:
    facts = facts_of(log(lines), today)
    return stage(facts.people["contacts/Anna.md"], facts)


def wait(text: str, today: str) -> Waiting | None:
    return next(iter(waiting(facts_of(text, today))), None)


def test_an_ask_is_open_until_it_is_answered() -> None:
    text = log("- 2026-04-22 asked\n- 2026-04-28 agreed")
    assert counts(text, "2026-04-27") == Asks(1, 0, 0, 0, 0, 0)
    assert counts(text, "2026-04-28") == Asks(1, 1, 1, 0, 0, 0)


def test_a_referral_counts_as_a_no_too() -> None:
    text = log("- 2026-04-22 asked\n- 2026-04-28 referred — [[Falk]]")
    assert counts(text, "2026-04-28") == Asks(1, 1, 0, 1, 1, 0)


def test_a_held_conversation_answers_an_ask() -> None:
    text = log("- 2026-04-22 asked", "=== conversations/2026-04-24 Anna")
    assert counts(text, "2026-04-23").agreed == 0
    assert counts(text, "2026-04-24").agreed == 1


def test_a_talk_on_the_day_of_the_ask_answers_it() -> None:
    assert counts(log("- 2026-04-22 talked\n- 2026-04-22 asked"), "2026-04-22").agreed == 1


def test_a_talk_before_the_ask_is_no_answer() -> None:
    assert counts(log("- 2026-04-21 talked\n- 2026-04-22 asked"), "2026-04-22").agreed == 0


def test_a_talk_that_was_called_off_is_no_answer() -> None:
    for state in ("cancelled", "no-show", "planned"):
        text = log(
            "- 2026-04-22 asked", f"=== conversations/2026-04-24 Anna\n---\nstate: {state}\n---"
        )
        assert counts(text, "2026-04-24").settled == 0, state


def test_an_ask_without_a_reminder_closes_after_14_business_days() -> None:
    text = log("- 2026-04-22 asked")  # 1 May and 14 May are holidays
    assert counts(text, "2026-05-12").no_reply == 0
    assert counts(text, "2026-05-13") == Asks(1, 1, 0, 0, 0, 1)


def test_an_ask_closes_7_business_days_after_its_reminder() -> None:
    text = log("- 2026-04-22 asked\n- 2026-05-04 reminded")
    assert counts(text, "2026-05-12").no_reply == 0
    assert counts(text, "2026-05-13").no_reply == 1


def test_a_late_answer_reopens_what_closed_by_itself() -> None:
    text = log("- 2026-01-05 asked\n- 2026-04-28 agreed")
    assert counts(text, "2026-04-27").no_reply == 1
    assert counts(text, "2026-04-28") == Asks(1, 1, 1, 0, 0, 0)


def test_an_ask_after_no_reply_is_a_second_one() -> None:
    text = log("- 2025-04-22 asked\n- 2026-04-22 asked\n- 2026-04-23 agreed")
    assert counts(text, "2026-04-23") == Asks(2, 2, 1, 0, 0, 1)


def test_an_ask_on_the_day_the_last_one_closes_is_a_second_one() -> None:
    text = log("- 2026-04-22 asked\n- 2026-05-13 asked")
    assert counts(text, "2026-05-13") == Asks(2, 1, 0, 0, 0, 1)


def test_one_person_can_be_asked_many_times() -> None:
    text = log(
        "- 2025-04-22 asked\n- 2025-04-23 declined\n- 2026-01-07 asked\n- 2026-01-08 agreed\n"
        "- 2026-05-04 asked"
    )
    assert counts(text, "2026-05-05") == Asks(3, 2, 1, 1, 0, 0)


def test_two_open_asks_are_one_episode() -> None:
    text = log("- 2026-04-22 asked\n- 2026-04-24 asked\n- 2026-04-27 agreed")
    assert counts(text, "2026-04-27") == Asks(1, 1, 1, 0, 0, 0)


def test_an_answer_without_an_ask_enters_no_figure() -> None:
    for answer in ("agreed", "declined", "referred"):
        assert counts(log(f"- 2026-04-22 {answer}"), "2026-04-22") == Asks(0, 0, 0, 0, 0, 0)


def test_a_cancelled_conversation_was_a_yes_and_can_be_asked_for_again() -> None:
    text = log(
        "- 2026-04-22 asked\n- 2026-04-23 agreed for:2026-04-28\n- 2026-04-27 declined\n"
        "- 2026-05-04 asked"
    )
    assert counts(text, "2026-05-05") == Asks(2, 1, 1, 0, 0, 0)


def test_a_conversation_that_did_not_take_place_can_be_asked_for_again() -> None:
    text = log(
        "- 2026-04-22 asked\n- 2026-04-23 agreed for:2026-04-28\n- 2026-04-28 cancelled\n"
        "- 2026-05-04 asked\n- 2026-05-05 agreed for:2026-05-12"
    )
    assert counts(text, "2026-05-04") == Asks(2, 1, 1, 0, 0, 0)
    assert counts(text, "2026-05-05") == Asks(2, 2, 2, 0, 0, 0)
    ahead = facts_of(text, "2026-05-05").conversations.ahead
    assert [str(talk.day) for talk in ahead] == ["2026-05-12"]


def test_deferring_keeps_an_ask_open_and_restarts_the_clock() -> None:
    text = log("- 2026-03-02 asked\n- 2026-03-04 deferred until:2026-04-22")
    row = wait(text, "2026-04-20")
    assert row
    assert (row.business_days, row.due, str(row.until)) == (0, False, "2026-04-22")
    for today, action in (("2026-04-27", "broaden"), ("2026-05-04", "remind")):
        row = wait(text, today)
        assert row
        assert (row.action, row.due) == (action, True)
    assert counts(text, "2026-05-13").no_reply == 1


def test_a_reply_stops_the_clock_until_i_write() -> None:
    text = log("- 2026-04-01 asked\n- 2026-04-02 replied\n- 2026-05-04 wrote")
    row = wait(text, "2026-04-30")
    assert row
    assert (row.action, row.closes, row.due) == ("reply", None, False)
    row = wait(text, "2026-05-06")
    assert row
    assert (row.action, row.business_days, str(row.day)) == ("broaden", 2, "2026-05-07")


def test_a_reply_after_the_ask_closed_opens_it_again() -> None:
    text = log("- 2026-01-05 asked\n- 2026-05-04 replied")
    assert counts(text, "2026-05-04") == Asks(1, 0, 0, 0, 0, 0)


def test_a_date_in_the_diary_keeps_an_ask_from_closing() -> None:
    text = log(
        "- 2026-03-02 asked", "=== conversations/2026-05-20 Anna\n---\ncreated: 2026-03-04\n---"
    )
    row = wait(text, "2026-05-04")
    assert row
    assert (row.action, row.due, row.closes) == ("", False, None)


@pytest.mark.parametrize(
    ("lines", "expected_stage"),
    [
        ("", "listed"),
        ("- 2026-04-22 note", "listed"),
        ("- 2026-04-22 asked", "asked"),
        ("- 2026-04-20 asked\n- 2026-04-29 reminded", "reminded"),
        ("- 2026-04-22 asked\n- 2026-04-23 deferred until:2026-06-01", "deferred"),
        ("- 2026-04-22 asked\n- 2026-04-23 agreed", "agreed"),
        ("- 2026-04-22 asked\n- 2026-04-23 agreed for:2026-05-08", "scheduled"),
        ("- 2026-04-22 asked\n- 2026-04-23 declined", "declined"),
        ("- 2026-04-22 asked\n- 2026-04-23 referred", "referred"),
        ("- 2026-01-05 asked", "no reply"),
        ("- 2026-04-22 talked", "talked"),
        ("- 2026-04-22 talked\n- 2026-04-23 thanked", "thanked"),
        ("- 2026-04-22 talked\n- 2026-04-23 thanked\n- 2026-04-30 news", "in touch"),
        ("- 2026-04-22 talked\n- 2026-04-23 thanked\n- 2026-05-04 asked", "asked"),
    ],
)
def test_the_stage_follows_from_the_newest_facts(lines: str, expected_stage: str) -> None:
    assert stage_of(lines, "2026-05-05") == expected_stage


def test_guesses_are_compared_with_answers_and_silence_stands_beside() -> None:
    text = """
=== contacts/Anna
## Log
- 2026-04-20 asked expect:yes
- 2026-04-21 agreed
=== contacts/Ben
## Log
- 2026-04-20 asked expect:no
- 2026-04-21 agreed
=== contacts/Cem
## Log
- 2026-01-05 asked expect:yes
=== contacts/Dora
## Log
- 2026-04-20 asked
- 2026-04-21 declined
=== contacts/Eva
## Log
- 2026-05-04 asked expect:no
"""
    found = expected(facts_of(text, "2026-05-05"))
    assert (found.guessed, found.expected_yes, found.got_yes) == (2, 1, 2)
    assert (found.silent, found.silent_expected_yes) == (1, 1)
