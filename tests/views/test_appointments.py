"""Plans and talks: notes, log lines, and both together."""

from notesync.views.ahead import ahead
from notesync.views.facts import Facts
from tests.views.vault import facts_of


def plans(facts: Facts) -> list[str]:
    return [f"{row.day} {', '.join(row.names)}" for row in ahead(facts)]


def held(facts: Facts) -> list[str]:
    return [str(talk.day) for talk in facts.conversations.held]


def pending(facts: Facts) -> list[str]:
    return [str(talk.day) for talk in facts.conversations.pending]


def look(log: str, notes: str, today: str) -> tuple[list[str], list[str], list[str]]:
    """Held, ahead, pending."""
    facts = facts_of(f"=== contacts/Anna\n## Log\n{log}\n{notes}", today)
    return held(facts), plans(facts), pending(facts)


NOTE = "=== conversations/{day} Anna\n---\n{more}\n---\n"
AGREED = "- 2026-05-04 asked\n- 2026-05-05 agreed for:2026-05-12T12:30\n"


def test_an_agreed_date_needs_no_note() -> None:
    assert look(AGREED, "", "2026-05-11") == ([], ["2026-05-12 Anna"], [])
    assert look(AGREED, "", "2026-05-12") == ([], ["2026-05-12 Anna"], [])
    assert look(AGREED, "", "2026-05-13") == ([], [], ["2026-05-12"])


def test_the_time_of_an_agreed_line_is_shown() -> None:
    (row,) = ahead(facts_of(f"=== contacts/Anna\n## Log\n{AGREED}", "2026-05-06"))
    assert (row.time, row.key) == ("12:30", "contacts/Anna.md#3")


def test_an_agreed_date_with_a_note_is_one_plan() -> None:
    for more in ("state: planned", ""):
        note = NOTE.format(day="2026-05-12", more=more)
        assert look(AGREED, note, "2026-05-11") == ([], ["2026-05-12 Anna"], [])


def test_a_note_without_a_state_is_held_from_its_date() -> None:
    note = NOTE.format(day="2026-05-12", more="")
    assert look(AGREED, note, "2026-05-12") == (["2026-05-12"], [], [])


def test_an_explicit_plan_stays_uncounted_until_it_is_confirmed() -> None:
    note = NOTE.format(day="2026-05-12", more="state: planned")
    assert look(AGREED, note, "2026-05-12") == ([], ["2026-05-12 Anna"], [])
    assert look(AGREED, note, "2026-05-13") == ([], [], ["2026-05-12"])
    talked = AGREED + "- 2026-05-12 talked\n"
    assert look(talked, note, "2026-05-13") == (["2026-05-12"], [], [])


def test_a_talk_on_a_later_day_settles_an_agreed_date() -> None:
    assert look(AGREED + "- 2026-05-13 talked\n", "", "2026-05-14") == (["2026-05-13"], [], [])


def test_a_plan_and_its_talk_may_have_a_note_each() -> None:
    notes = NOTE.format(day="2026-05-12", more="state: planned")
    notes += "=== conversations/Lunch\n---\ndate: 2026-05-12\npeople: [Anna]\n---\n"
    assert look(AGREED, notes, "2026-05-11") == ([], ["2026-05-12 Anna"] * 2, [])
    assert look(AGREED, notes, "2026-05-13") == (["2026-05-12"], [], [])


def test_a_talk_before_an_agreed_date_leaves_it_standing() -> None:
    log = AGREED + "- 2026-05-08 talked\n"
    assert look(log, "", "2026-05-09") == (["2026-05-08"], ["2026-05-12 Anna"], [])


def test_moved_gives_a_plan_another_date() -> None:
    log = AGREED + "- 2026-05-08 moved for:2026-05-19\n"
    assert look(log, "", "2026-05-07") == ([], ["2026-05-12 Anna"], [])
    assert look(log, "", "2026-05-08") == ([], ["2026-05-19 Anna"], [])
    assert look(log, "", "2026-05-20") == ([], [], ["2026-05-19"])


def test_moved_takes_the_note_along() -> None:
    log = AGREED + "- 2026-05-08 moved for:2026-05-19\n"
    for more in ("state: planned", ""):
        note = NOTE.format(day="2026-05-12", more=more)
        assert look(log, note, "2026-05-13") == ([], ["2026-05-19 Anna"], []), more


def test_a_note_that_was_moved_too_is_one_plan() -> None:
    log = AGREED + "- 2026-05-08 moved for:2026-05-19\n"
    note = NOTE.format(day="2026-05-19", more="state: planned")
    assert look(log, note, "2026-05-13") == ([], ["2026-05-19 Anna"], [])
    both = note + NOTE.format(day="2026-05-12", more="")
    assert look(log, both, "2026-05-13") == ([], ["2026-05-19 Anna"], [])


def test_moved_after_the_date_says_that_it_did_not_happen_then() -> None:
    log = AGREED + "- 2026-05-13 moved for:2026-05-19\n"
    note = NOTE.format(day="2026-05-12", more="state: planned")
    assert look(log, note, "2026-05-13") == ([], ["2026-05-19 Anna"], [])


def test_moved_without_a_new_date_leaves_no_plan() -> None:
    assert look(AGREED + "- 2026-05-08 moved\n", "", "2026-05-09") == ([], [], [])


def test_a_note_with_a_changed_date_is_still_the_agreed_plan() -> None:
    note = NOTE.format(day="2026-05-14", more="created: 2026-05-05\nstate: planned")
    assert look(AGREED, note, "2026-05-06") == ([], ["2026-05-14 Anna"], [])


def test_cancelled_calls_a_plan_off() -> None:
    log = AGREED + "- 2026-05-11 cancelled\n"
    for note in (
        "",
        NOTE.format(day="2026-05-12", more="state: planned"),
        NOTE.format(day="2026-05-12", more=""),
    ):
        assert look(log, note, "2026-05-13") == ([], [], [])


def test_cancelled_on_the_day_after_calls_it_off_too() -> None:
    log = "- 2026-05-05 agreed\n- 2026-05-13 cancelled\n"
    note = NOTE.format(day="2026-05-12", more="")
    assert look(log, note, "2026-05-12") == (["2026-05-12"], [], [])
    assert look(log, note, "2026-05-13") == ([], [], [])


def test_what_took_place_is_not_called_off_afterwards() -> None:
    log = "- 2026-05-05 agreed\n- 2026-05-13 cancelled\n"
    for more in ("state: held", "named: [Ida]"):
        note = NOTE.format(day="2026-05-12", more=more)
        assert look(log, note, "2026-05-13") == (["2026-05-12"], [], []), more


def test_a_talk_long_after_a_cancellation_took_place() -> None:
    log = AGREED + "- 2026-05-11 cancelled\n- 2026-06-01 asked\n- 2026-06-02 agreed\n"
    note = NOTE.format(day="2026-06-10", more="")
    assert look(log, note, "2026-06-03") == ([], ["2026-06-10 Anna"], [])
    assert look(log, note, "2026-06-11") == (["2026-06-10"], [], [])


def test_a_no_with_a_conversation_ahead_calls_it_off() -> None:
    log = AGREED + "- 2026-05-11 declined\n"
    for note in (
        "",
        NOTE.format(day="2026-05-12", more="state: planned"),
        NOTE.format(day="2026-05-12", more=""),
    ):
        assert look(log, note, "2026-05-13") == ([], [], []), note
    undated = "- 2026-05-04 asked\n- 2026-05-05 agreed\n- 2026-05-11 declined\n"
    note = NOTE.format(day="2026-05-12", more="")
    assert look(undated, note, "2026-05-13") == ([], [], [])


def test_a_no_to_an_ask_does_not_touch_a_later_chance_meeting() -> None:
    log = "- 2026-05-04 asked\n- 2026-05-06 declined\n"
    note = NOTE.format(day="2026-06-20", more="")
    assert look(log, note, "2026-06-21") == (["2026-06-20"], [], [])


def test_one_of_two_who_cancels_leaves_the_other() -> None:
    text = """
=== contacts/Anna
## Log
- 2026-05-05 agreed for:2026-05-12
- 2026-05-11 declined
=== contacts/Ben
## Log
- 2026-05-05 agreed for:2026-05-12
=== conversations/2026-05-12 Lunch
---
people: [Anna, Ben]
state: planned
---
"""
    assert plans(facts_of(text, "2026-05-10")) == ["2026-05-12 Anna, Ben"]
    assert plans(facts_of(text, "2026-05-11")) == ["2026-05-12 Ben"]


def test_an_old_date_gives_way_to_a_new_ask() -> None:
    log = AGREED + "- 2026-06-01 asked\n"
    assert look(log, "", "2026-06-01") == ([], [], [])


def confirm(log: str, today: str, notes: str = "") -> tuple[str, ...]:
    facts = facts_of(f"=== contacts/Anna\n## Log\n{log}\n{notes}", today)
    return tuple(name for row in ahead(facts) for name in facts.names(row.confirm))


def test_a_plan_is_confirmed_from_the_business_day_before_through_the_day() -> None:
    log = "- 2026-05-05 agreed for:2026-05-18\n"  # a Monday; 14 May is a holiday
    assert confirm(log, "2026-05-14") == ()
    assert confirm(log, "2026-05-15") == ("Anna",)
    assert confirm(log, "2026-05-18") == ("Anna",)
    assert confirm(log, "2026-05-19") == ()
    assert confirm(log + "- 2026-05-15 confirmed\n", "2026-05-16") == ()


def test_what_was_agreed_on_that_day_is_never_confirmed() -> None:
    assert confirm("- 2026-05-15 agreed for:2026-05-18\n", "2026-05-16") == ()
    assert confirm("- 2026-05-17 agreed for:2026-05-18\n", "2026-05-18") == ()


def test_a_moved_plan_is_confirmed_anew() -> None:
    log = "- 2026-05-05 agreed for:2026-05-08\n- 2026-05-07 confirmed\n"
    log += "- 2026-05-07 moved for:2026-05-18\n"
    assert confirm(log, "2026-05-15") == ()  # confirmed on the day it moved
    log = log.replace("05-07 confirmed", "05-06 confirmed")
    assert confirm(log, "2026-05-15") == ("Anna",)


def test_an_old_confirmation_is_for_an_old_talk() -> None:
    log = "- 2026-01-05 confirmed\n- 2026-01-06 talked\n"
    note = NOTE.format(day="2026-05-18", more="created: 2026-05-01")
    assert confirm(log, "2026-05-15", note) == ("Anna",)


def test_whoever_rests_is_not_asked_to_confirm() -> None:
    log = "- 2026-05-05 agreed for:2026-05-18\n- 2026-05-06 rests until:2026-06-01\n"
    assert confirm(log, "2026-05-15") == ()
