from notesync.notes.rhythm import Rhythm
from notesync.views.facts import Facts
from notesync.views.waiting import due, waiting
from tests.views.vault import facts_of

JONAS = """
=== contacts/Jonas
---
org: Hafenwerk
---
## Log
- 2026-04-22 asked email
"""


def names(facts: Facts, action: str) -> list[str]:
    return [row.name for row in due(waiting(facts), action)]


def broaden(text: str, today: str) -> list[str]:
    return names(facts_of(text, today), "broaden")


def remind(text: str, today: str) -> list[str]:
    return names(facts_of(text, today), "remind")


def test_broaden_lasts_from_the_third_business_day_until_the_reminder() -> None:
    assert broaden(JONAS, "2026-04-26") == []
    assert broaden(JONAS, "2026-04-27") == ["Jonas"]
    assert broaden(JONAS, "2026-05-03") == ["Jonas"]
    assert broaden(JONAS, "2026-05-04") == []
    assert remind(JONAS, "2026-05-03") == []
    assert remind(JONAS, "2026-05-04") == ["Jonas"]


def test_an_early_reminder_ends_broadening_too() -> None:
    text = JONAS + "- 2026-04-24 reminded\n"
    assert broaden(text, "2026-04-28") == []
    assert remind(text, "2026-05-05") == []


def test_there_is_never_a_second_reminder() -> None:
    text = JONAS + "- 2026-05-04 reminded\n"
    assert remind(text, "2026-05-12") == []
    (row,) = waiting(facts_of(text, "2026-05-12"))
    assert (row.action, str(row.closes), str(row.day)) == ("ask", "2026-05-13", "2026-11-11")


def test_asking_somebody_else_there_ends_broadening() -> None:
    for day in ("2026-04-22", "2026-04-24"):
        text = JONAS + f"=== contacts/Ida\n---\norg: hafenwerk\n---\n## Log\n- {day} asked"
        assert "Jonas" not in broaden(text, "2026-04-27")
        assert "Jonas" in remind(text, "2026-05-04")


def test_earlier_asks_and_talks_there_do_not_end_broadening() -> None:
    text = (
        JONAS
        + """
=== contacts/Ida
---
org: Hafenwerk
---
## Log
- 2026-04-20 asked
- 2026-04-20 agreed
- 2026-04-23 talked
"""
    )
    assert broaden(text, "2026-04-27") == ["Jonas"]


def test_without_an_organization_nobody_else_ends_broadening() -> None:
    text = "=== contacts/A\n## Log\n- 2026-04-22 asked\n=== contacts/B\n## Log\n- 2026-04-23 asked"
    assert broaden(text, "2026-04-28") == ["A", "B"]


def test_whoever_rests_is_waiting_but_nothing_is_due() -> None:
    text = JONAS + "- 2026-04-23 rests until:2026-05-04\n"
    assert broaden(text, "2026-04-28") == []
    assert len(waiting(facts_of(text, "2026-04-28"))) == 1
    assert remind(text, "2026-05-04") == ["Jonas"]


def test_a_rest_without_an_end_lasts_until_something_happens() -> None:
    text = "=== contacts/A\n## Log\n- 2026-04-01 rests\n- 2026-04-02 note — a card\n"
    assert facts_of(text, "2026-05-04").people["contacts/A.md"].resting
    text += "- 2026-04-22 asked\n"
    assert remind(text, "2026-05-04") == ["A"]


def test_nothing_is_due_in_a_pause_or_from_before_the_start() -> None:
    paused = JONAS + "=== me\n---\npaused: 2026-05-01..2026-05-10\n---"
    assert remind(paused, "2026-05-04") == []
    assert remind(paused, "2026-05-11") == ["Jonas"]
    assert remind(JONAS + "=== me\n---\nstarted: 2026-04-23\n---", "2026-05-04") == []


def test_the_rhythm_can_be_another() -> None:
    facts = facts_of(JONAS, "2026-04-24", Rhythm(broaden=1, remind=2))
    assert names(facts, "remind") == ["Jonas"]


def test_the_longest_waiting_come_first_then_names() -> None:
    text = "".join(
        f"=== contacts/{name}\n## Log\n- {day} asked\n"
        for name, day in (("C", "2026-04-23"), ("B", "2026-04-23"), ("D", "2026-04-22"))
    )
    assert [row.name for row in waiting(facts_of(text, "2026-04-24"))] == ["D", "B", "C"]
