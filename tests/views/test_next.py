"""What to do now: one test a rule, in the order of the method's list."""

from itertools import pairwise

from notesync.views.next import next_steps
from notesync.views.steps import rows_of
from tests.views.vault import facts_of

START = "=== me\n---\nstarted: 2026-01-01\n---\n"


def steps(text: str, today: str, count: int = 3) -> list[tuple[str, str]]:
    facts = facts_of(START + text if "=== me" not in text else text, today)
    return [
        (step.action, facts.people[step.contact].name if step.contact else "")
        for step in next_steps(rows_of(facts), count)
        if step.action != "start"  # until somebody was asked, the first steps fill the list
    ]


def actions(text: str, today: str) -> list[str]:
    return [action for action, _ in steps(text, today, 99)]


def anna(log: str, header: str = "") -> str:
    return f"=== contacts/Anna\n---\n{header}\n---\n## Log\n{log}\n"


TALK = "=== conversations/2026-05-05 Anna\n---\n{more}\n---\n{body}\n"
TOLD = TALK.format(more="", body="- [insight] Much")


def test_an_empty_vault_is_told_how_to_start() -> None:
    facts = facts_of("", "2026-05-05")
    reasons = [step.reason for step in next_steps(rows_of(facts))]
    assert reasons == ["five_names", "one_question", "easiest"]


def test_at_the_start_the_easiest_person_is_asked() -> None:
    people = "".join(f"=== contacts/{name}\n" for name in ("Ben", "Cem", "Dora", "Eva"))
    text = people + anna("", "closeness: close") + "=== questions/Work\n"
    (step,) = next_steps(rows_of(facts_of(text, "2026-05-05")))
    assert (step.action, step.reason, step.contact) == ("start", "easiest", "contacts/Anna.md")
    asked = text + "=== contacts/Zoe\n## Log\n- 2026-05-05 asked"
    assert next_steps(rows_of(facts_of(asked, "2026-05-05"))) == ()


def first_steps(text: str, today: str = "2026-05-05") -> list[str]:
    found = next_steps(rows_of(facts_of(START + text, today)), 99)
    return [step.reason for step in found if step.action == "start"]


def test_names_and_a_question_are_still_asked_for_after_the_first_ask() -> None:
    one = anna("- 2026-05-04 asked")
    assert first_steps("=== contacts/Anna") == ["five_names", "one_question", "easiest"]
    assert first_steps(one) == ["five_names", "one_question"]
    assert first_steps(one + "=== questions/Work\n") == ["five_names"]
    four = "".join(f"=== contacts/{name}\n" for name in ("Ben", "Cem", "Dora", "Eva"))
    assert first_steps(one + four) == ["one_question"]


def test_a_second_ask_or_a_first_talk_ends_the_beginning() -> None:
    two = anna("- 2026-05-04 asked") + "=== contacts/Ben\n## Log\n- 2026-05-04 asked\n"
    assert first_steps(two) == []
    assert first_steps(anna("- 2026-05-04 talked")) == []


def test_a_late_thanks_gives_way_after_14_days() -> None:
    text = anna("") + TOLD
    assert actions(text, "2026-05-07") == ["thank"]
    assert actions(text, "2026-05-20") == ["thank"]
    assert actions(text, "2026-05-21") == []


def test_a_promise_of_mine_is_named_once_it_is_late() -> None:
    text = anna("- 2026-05-05 thanked") + TALK.format(
        more="", body="- [ ] me: send it 📅 2026-05-09"
    )
    assert actions(text, "2026-05-09") == []
    assert actions(text, "2026-05-10") == ["keep_promise"]


def test_a_meeting_is_confirmed_then_prepared() -> None:
    log = "- 2026-05-05 agreed for:2026-05-12\n"
    assert actions(anna(log), "2026-05-10") == []
    assert actions(anna(log), "2026-05-11") == ["confirm"]
    assert actions(anna(log + "- 2026-05-11 confirmed"), "2026-05-11") == []
    assert actions(anna(log + "- 2026-05-11 confirmed"), "2026-05-12") == ["prepare"]


def test_a_plan_whose_day_has_passed_is_asked_about() -> None:
    text = anna("- 2026-05-05 agreed for:2026-05-12")
    assert actions(text, "2026-05-13") == ["did_it_happen"]
    assert actions(
        text + TALK.format(more="date: 2026-05-12\nstate: planned", body=""), "2026-05-13"
    ) == ["did_it_happen"]


def test_a_talk_without_anything_written_down_wants_a_debrief() -> None:
    text = anna("- 2026-05-06 thanked") + TALK.format(more="", body="It was nice.")
    assert actions(text, "2026-05-06") == ["debrief"]
    assert actions(text, "2026-05-19") == ["debrief"]
    assert actions(text, "2026-05-20") == []
    for more, body in (
        ("confidence_after: 3", ""),
        ("", "- [surprise] Oh"),
        ("", "- [ ] they: call 📅 2027-01-01"),
    ):
        told = anna("- 2026-05-06 thanked") + TALK.format(more=more, body=body)
        assert actions(told, "2026-05-06") == []


def test_a_talk_worth_no_note_wants_no_debrief() -> None:
    assert actions(anna("- 2026-05-05 talked\n- 2026-05-05 thanked"), "2026-05-06") == []


def test_someone_waits_for_my_answer() -> None:
    assert actions(anna("- 2026-05-04 replied"), "2026-05-05") == ["reply"]
    assert actions(anna("- 2026-05-04 asked\n- 2026-05-04 replied"), "2026-05-05") == ["reply"]
    assert actions(anna("- 2026-05-04 replied\n- 2026-05-04 wrote"), "2026-05-05") == []


def test_who_is_named_is_asked_from_the_first_day_the_longest_named_first() -> None:
    text = anna("- 2026-05-04 note named:Zoe\n- 2026-05-05 note named:Ben")
    assert steps(text, "2026-05-05") == [("ask", "Zoe"), ("ask", "Ben")]


def test_who_was_asked_or_met_or_rests_is_not_suggested_as_named() -> None:
    named = anna("- 2026-05-04 note named:Ben")
    for log in (
        "- 2026-05-05 asked",
        "- 2026-05-05 talked\n- 2026-05-05 thanked",
        "- 2026-05-05 rests",
    ):
        found = actions(named + f"=== contacts/Ben\n## Log\n{log}", "2026-05-05")
        assert "ask" not in found, log


def test_somebody_i_know_already_may_be_suggested_when_she_is_named() -> None:
    text = anna("- 2026-05-04 note named:Ben") + "=== contacts/Ben\n---\ncreated: 2026-04-01\n---\n"
    assert steps(text, "2026-05-05") == [("ask", "Ben")]


def test_broaden_says_who_else_is_there() -> None:
    text = (
        anna("- 2026-04-22 asked", "org: Hafenwerk")
        + "=== contacts/Ida\n---\norg: Hafenwerk\n---\n"
    )
    (step, *_) = next_steps(rows_of(facts_of(text, "2026-04-28")))
    assert (step.action, step.others) == ("broaden", ("contacts/Ida.md",))


ENERGY = "=== questions/Energy\n---\nquestion: How does one get into the energy industry?\n---\n"


def test_an_open_question_leads_to_the_best_person() -> None:
    asked = anna("- 2026-05-04 asked")
    cold = "=== contacts/Ben\n---\norigin: cold\ntopics: [energy]\n---\n"
    known = "=== contacts/Cem\n---\norigin: known\nrole: energy advisor\n---\n"
    other = "=== contacts/Dora\n---\norigin: known\ntopics: [cooking]\n---\n"
    text = ENERGY + asked + cold + other
    assert steps(text, "2026-05-05") == [("find_evidence", "Ben")]
    assert steps(text + known, "2026-05-05") == [("find_evidence", "Cem")]
    assert steps(ENERGY + asked + other, "2026-05-05") == []


def test_her_organizations_industry_may_match_a_question() -> None:
    text = (
        ENERGY
        + anna("- 2026-05-04 asked")
        + "=== contacts/Ben\n---\norg: Solvana\n---\n"
        + "=== organizations/Solvana\n---\nindustry: energy\n---\n"
    )
    assert steps(text, "2026-05-05") == [("find_evidence", "Ben")]


def test_german_compounds_match() -> None:
    text = anna("- 2026-05-04 asked") + (
        "=== questions/Energie\n=== contacts/Ben\n---\ntopics: [Energiewirtschaft]\n---\n"
    )
    assert steps(text, "2026-05-05") == [("find_evidence", "Ben")]


def test_their_promise_is_asked_about_after_its_nudge_date() -> None:
    text = anna("- 2026-05-05 thanked") + TALK.format(
        more="", body="- [ ] they: call 📅 2026-05-06"
    )
    assert actions(text, "2026-05-08") == []
    assert actions(text, "2026-05-11") == ["nudge"]


def test_keeping_in_touch_follows_closeness_or_a_cadence_of_her_own() -> None:
    close = anna("- 2026-04-01 received", "closeness: close")
    assert actions(close, "2026-04-28") == []
    assert actions(close, "2026-04-29") == ["keep_in_touch"]
    own = anna("- 2026-04-01 received", "closeness: close\nkeep_in_touch: 2 weeks")
    assert actions(own, "2026-04-15") == ["keep_in_touch"]
    never = anna("- 2026-04-01 received", "closeness: close\nkeep_in_touch: never")
    assert actions(never, "2026-04-28") == []


def test_an_unanswered_message_of_mine_is_no_contact() -> None:
    log = "- 2026-03-01 received\n- 2026-04-08 wrote"
    assert actions(anna(log, "closeness: close"), "2026-04-20") == ["keep_in_touch"]
    assert actions(anna(log, "closeness: close"), "2026-04-10") == []  # I have just written


def test_an_older_entry_never_moves_last_contact_back() -> None:
    log = "- 2026-04-20 received\n- 2024-01-01 talked"
    facts = facts_of(anna(log, "last_contact: 2022"), "2026-04-22")
    assert str(facts.people["contacts/Anna.md"].last_contact) == "2026-04-20"
    facts = facts_of(anna(log, "last_contact: 2026-04-21"), "2026-04-22")
    assert str(facts.people["contacts/Anna.md"].last_contact) == "2026-04-21"


def test_a_year_without_contact_is_a_dormant_tie() -> None:
    text = anna("- 2026-05-01 note", "last_contact: 2025-05-05")
    assert actions(text, "2026-05-04") == []
    assert actions(text, "2026-05-05") == ["reconnect"]


def test_a_leap_day_is_a_day() -> None:
    text = (
        anna("- 2024-02-29 received", "circle: friend")
        + "=== contacts/B\n## Log\n- 2025-02-20 note\n"
    )
    assert actions(text, "2025-02-27") == []
    assert actions(text, "2025-02-28") == ["reconnect"]


def test_an_address_book_stays_quiet() -> None:
    text = anna("- 2026-05-04 thanked") + "=== contacts/Dr. Zahn\n---\nlast_contact: 2020\n---\n"
    assert actions(text, "2026-05-05") == []
    text = text.replace("last_contact", "circle: friend\nlast_contact")
    assert steps(text, "2026-05-05") == [("reconnect", "Dr. Zahn")]


def test_the_easiest_dormant_tie_comes_first() -> None:
    text = anna("- 2026-05-04 thanked") + "".join(
        f"=== contacts/{name}\n---\ncircle: friend\nlast_contact: {last}\ncloseness: {close}\n---\n"
        for name, last, close in (("Ben", "2015", "loose"), ("Cem", "2025-01", "close"))
    )
    assert steps(text, "2026-05-05") == [("reconnect", "Cem"), ("reconnect", "Ben")]


def test_the_whole_list_stands_in_its_order() -> None:
    text = """
=== contacts/Late thanks
## Log
- 2026-05-07 talked
=== contacts/Late promise
- [ ] me: send it 📅 2026-05-09
=== contacts/Planned
## Log
- 2026-05-01 agreed for:2026-05-12
=== contacts/Passed
## Log
- 2026-05-01 agreed for:2026-05-08
=== contacts/Untold
## Log
- 2026-05-09 thanked
=== conversations/2026-05-08 Untold
=== contacts/Waits for me
## Log
- 2026-05-10 replied
=== contacts/Thanks due
## Log
- 2026-05-11 talked
=== contacts/Introducer
## Log
- 2026-05-01 note named:Met
- 2026-05-02 note named:Named
=== contacts/Met
## Log
- 2026-05-03 talked
- 2026-05-03 thanked
=== contacts/To remind
## Log
- 2026-04-28 asked
=== contacts/To broaden
## Log
- 2026-05-06 asked
=== questions/Energy
=== contacts/Knows
---
topics: [energy]
---
=== contacts/Promised
- [ ] they: call 📅 2026-05-04
=== contacts/In touch
---
keep_in_touch: 2 weeks
last_contact: 2026-04-01
---
=== contacts/Dormant
---
origin: dormant
circle: friend
---
"""
    assert steps(text, "2026-05-11", 99) == [
        ("thank", "Late thanks"),
        ("keep_promise", "Late promise"),
        ("confirm", "Planned"),
        ("did_it_happen", "Passed"),
        ("debrief", "Untold"),
        ("reply", "Waits for me"),
        ("thank", "Thanks due"),
        ("report_back", "Introducer"),
        ("ask", "Named"),
        ("remind", "To remind"),
        ("broaden", "To broaden"),
        ("find_evidence", "Knows"),
        ("nudge", "Promised"),
        ("keep_in_touch", "In touch"),
        ("reconnect", "Dormant"),
    ]
    assert steps(text, "2026-05-11") == steps(text, "2026-05-11", 99)[:3]


def test_ties_go_by_date_then_name() -> None:
    text = "".join(
        f"=== contacts/{name}\n## Log\n- {day} talked\n"
        for name, day in (("C", "2026-05-04"), ("B", "2026-05-04"), ("D", "2026-05-03"))
    )
    assert [name for _, name in steps(text, "2026-05-08")] == ["D", "B", "C"]


def test_what_rests_is_never_due() -> None:
    for log in (
        "- 2026-05-04 talked",
        "- 2026-04-22 asked",
        "- 2026-05-04 replied",
        "- 2026-05-01 agreed for:2026-05-04",
    ):
        assert actions(anna(log), "2026-05-07") != [], log
        assert actions(anna(log + "\n- 2026-05-06 rests"), "2026-05-07") == [], log


def test_what_is_dated_before_the_start_is_never_due() -> None:
    me = "=== me\n---\nstarted: 2026-05-06\n---\n"
    for log in (
        "- 2026-05-04 talked",
        "- 2026-04-22 asked",
        "- 2026-05-04 replied",
        "- 2026-05-04 note named:Zoe",
        "- 2026-05-01 agreed for:2026-05-04",
    ):
        assert actions(anna(log), "2026-05-07") != [], log
        assert actions(me + anna(log), "2026-05-07") == [], log


def test_in_a_pause_nothing_is_due() -> None:
    pause = "=== me\n---\npaused: 2026-05-07..2026-05-08\n---\n"
    text = anna("- 2026-05-04 talked")
    assert actions(pause + text, "2026-05-06") == ["thank"]
    assert actions(pause + text, "2026-05-08") == []
    assert actions(pause + text, "2026-05-09") == ["thank"]


def test_after_four_weeks_there_are_small_steps_and_no_backlog() -> None:
    text = anna("- 2026-03-01 talked\n- 2026-03-02 agreed for:2026-03-09", "closeness: close")
    text += "- [ ] me: send it 📅 2026-03-09\n"
    text += "=== contacts/Ben\n---\ncircle: friend\ncloseness: familiar\n---\n"
    assert "keep_promise" in actions(text, "2026-03-29")
    found = steps(text, "2026-03-30")
    assert [action for action, _ in found] == ["keep_in_touch"]
    assert found[0][1] == "Ben"


def test_after_a_gap_what_can_always_be_begun_fills_the_small_steps() -> None:
    text = anna("- 2026-03-01 talked\n- 2026-03-02 thanked") + "=== contacts/Ben\n"
    found = next_steps(rows_of(facts_of(text + ENERGY, "2026-03-30")))
    assert [(step.reason, step.contact) for step in found] == [
        ("easy", "contacts/Anna.md"),
        ("five_names", ""),
        ("easiest", "contacts/Ben.md"),
    ]


def test_one_message_thanks_for_two_talks() -> None:
    text = anna("- 2026-05-05 talked\n- 2026-05-08 talked")
    assert steps(text, "2026-05-09") == [("thank", "Anna")]
    assert steps(text.replace("05-08 talked", "05-08 thanked"), "2026-05-09") == []


def test_one_person_is_suggested_for_one_new_message_only() -> None:
    text = (
        anna("- 2026-05-04 note named:Ben")
        + ENERGY
        + "=== contacts/Ben\n---\ntopics: [energy]\n---\n"
    )
    assert steps(text, "2026-05-05") == [("ask", "Ben")]


def test_more_steps_only_continue_the_list() -> None:
    facts = facts_of(
        anna("- 2026-05-04 talked\n- 2026-05-04 note named:Ben, named:Cem"), "2026-05-07"
    )
    lists = [next_steps(rows_of(facts), count) for count in range(5)]
    assert all(more[: len(less)] == less for less, more in pairwise(lists))
