from notesync.views.thanks_promises import past_nudge, promises, report_back, thanks_open
from tests.views.vault import day, facts_of


def thanks(text: str, today: str) -> list[tuple[str, str, int]]:
    return [(row.name, str(row.due), row.days_late) for row in thanks_open(facts_of(text, today))]


def reports(text: str, today: str) -> list[tuple[str, tuple[str, ...]]]:
    facts = facts_of(text, today)
    return [(row.name, facts.names(row.met)) for row in report_back(facts)]


TALK = "=== contacts/Anna\n## Log\n{log}\n=== conversations/2026-05-05 Anna\n---\n{more}\n---\n"


def test_thanks_are_due_the_day_after_and_late_from_the_second() -> None:
    text = TALK.format(log="", more="")
    assert thanks(text, "2026-05-05") == [("Anna", "2026-05-06", 0)]
    assert thanks(text, "2026-05-06") == [("Anna", "2026-05-06", 0)]
    assert thanks(text, "2026-05-07") == [("Anna", "2026-05-06", 1)]
    assert thanks(text, "2026-07-07") == [("Anna", "2026-05-06", 62)]


def test_thanks_on_the_day_itself_count() -> None:
    assert thanks(TALK.format(log="- 2026-05-05 thanked", more=""), "2026-05-07") == []


def test_thanks_before_the_talk_are_not_for_it() -> None:
    text = TALK.format(log="- 2026-05-04 thanked", more="")
    assert thanks(text, "2026-05-05") == [("Anna", "2026-05-06", 0)]


def test_one_thanks_is_for_all_talks_before_it() -> None:
    log = "- 2026-05-04 talked\n{}"
    assert len(thanks(TALK.format(log=log.format(""), more=""), "2026-05-05")) == 2
    log = log.format("- 2026-05-06 thanked")
    assert thanks(TALK.format(log=log, more=""), "2026-05-07") == []


def test_everybody_in_a_conversation_is_thanked() -> None:
    text = """
=== contacts/Anna
## Log
- 2026-05-06 thanked
=== contacts/Ben
=== conversations/2026-05-05 Lunch
---
people: [Anna, Ben, Cem]
---
"""
    assert [name for name, _, _ in thanks(text, "2026-05-06")] == ["Ben", "Cem"]


def test_only_some_kinds_of_talks_are_thanked_for() -> None:
    kinds = {
        kind: bool(thanks(TALK.format(log="", more=f"kind: {kind}"), "2026-05-06"))
        for kind in ("information", "practice", "catch-up", "employment", "give-back", "chance")
    }
    assert [kind for kind, owed in kinds.items() if owed] == ["information", "practice", "catch-up"]


def test_what_rests_or_was_before_the_start_is_not_owed() -> None:
    assert thanks(TALK.format(log="- 2026-05-06 rests", more=""), "2026-05-07") == []
    start = "=== me\n---\nstarted: 2026-05-06\n---"
    assert thanks(TALK.format(log="", more="") + start, "2026-05-07") == []


# ---------------------------------------------------------------- promises

PROMISES = """
=== contacts/Anna
=== conversations/2026-05-05 Anna
- [ ] me: send the article 📅 2026-05-09
- [ ] me: think about it
- [x] me: done already
- [-] me: not needed
- [ ] they: introduce Nora 📅 2026-05-13
- [ ] they: some day
"""


def test_a_promise_of_mine_without_a_date_is_due_in_a_week() -> None:
    rows = promises(facts_of(PROMISES, "2026-05-05"))
    assert [(row.who, row.text, str(row.due)) for row in rows] == [
        ("me", "send the article", "2026-05-09"),
        ("me", "think about it", "2026-05-12"),
        ("they", "introduce Nora", "2026-05-13"),
        ("they", "some day", "None"),
    ]


def test_their_promise_may_be_asked_about_3_business_days_after_its_date() -> None:
    def nudge(today: str) -> list[str]:
        return [row.text for row in past_nudge(promises(facts_of(PROMISES, today)), day(today))]

    assert nudge("2026-05-18") == []  # 14 May is a holiday
    assert nudge("2026-05-19") == ["introduce Nora"]


def test_promises_in_her_own_note_are_hers_too() -> None:
    (row,) = promises(facts_of("=== contacts/Anna\n- [ ] me: call 📅 2026-05-09", "2026-05-05"))
    assert (row.names, row.path) == (("Anna",), "contacts/Anna.md")


def test_promises_from_before_the_start_are_not_due() -> None:
    text = PROMISES + "=== me\n---\nstarted: 2026-05-10\n---"
    texts = [row.text for row in promises(facts_of(text, "2026-05-20"))]
    assert "send the article" not in texts
    assert "think about it" in texts


# ---------------------------------------------------------------- report back

CHAIN = """
=== contacts/Meike
## Log
{log}
=== conversations/2026-04-24 Meike
---
named: [Carla]
---
=== contacts/Carla
## Log
- 2026-05-05 talked
"""


def test_the_introducer_hears_how_it_went() -> None:
    text = CHAIN.format(log="")
    assert reports(text, "2026-05-04") == []
    assert reports(text, "2026-05-05") == [("Meike", ("Carla",))]
    (row,) = report_back(facts_of(text, "2026-05-05"))
    assert str(row.due) == "2026-05-12"


def test_a_report_settles_it_and_news_do_not() -> None:
    assert reports(CHAIN.format(log="- 2026-05-05 reported"), "2026-05-06") == []
    assert reports(CHAIN.format(log="- 2026-05-06 erzählt"), "2026-05-06") == []
    assert reports(CHAIN.format(log="- 2026-05-04 reported"), "2026-05-06") != []
    assert reports(CHAIN.format(log="- 2026-05-06 news"), "2026-05-06") != []


def test_whoever_was_there_needs_no_report() -> None:
    text = CHAIN.format(log="") + "=== conversations/2026-05-05\n---\npeople: [Meike, Carla]\n---"
    assert reports(text, "2026-05-06") == []


def test_a_referral_is_reported_on_as_well() -> None:
    text = """
=== contacts/Sabine
## Log
- 2026-05-12 referred — [[Falk]]
=== contacts/Falk
## Log
- 2026-05-20 talked
"""
    assert reports(text, "2026-05-20") == [("Sabine", ("Falk",))]


def test_an_introducer_stands_there_once() -> None:
    text = (
        CHAIN.format(log="- 2026-04-25 note named:Ida")
        + "=== contacts/Ida\n## Log\n- 2026-05-06 talked"
    )
    assert reports(text, "2026-05-06") == [("Meike", ("Carla", "Ida"))]


def test_nobody_introduced_whom_i_knew_before() -> None:
    text = CHAIN.format(log="").replace(
        "## Log\n- 2026-05-05", "## Log\n- 2026-04-01 note\n- 2026-05-05"
    )
    assert reports(text, "2026-05-06") == []
