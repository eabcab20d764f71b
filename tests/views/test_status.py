import json
from typing import Any

from notesync.views.payload import payload
from notesync.words import ENGLISH
from tests.views.vault import status_of

# What programs that read `status --json` rely on.
KEYS = {
    *("schema", "today", "next", "asked", "settled", "agreed", "declined", "referred", "no_reply"),
    *("waiting", "broaden", "remind", "confirm", "talks", "planned", "thanks_open"),
    *("promises_open", "report_back", "names_from_talks", "names_per_talk", "generations_listed"),
    *("generations_reached", "coverage", "questions", "expected_yes", "got_yes", "active_weeks"),
    *("weeks", "problems", "conflicts", "mode"),
}


def shown(text: str, today: str) -> dict[str, Any]:
    got: dict[str, Any] = json.loads(json.dumps(payload(status_of(text, today), ENGLISH)))
    return got


def test_an_empty_vault_has_every_key() -> None:
    got = shown("", "2026-05-05")
    assert got.keys() >= KEYS
    assert got["schema"] == 1
    assert got["names_per_talk"] is None
    assert got["coverage"] == {"reached": 0, "targets": 0, "organizations": []}


def test_a_step_has_a_code_and_a_text() -> None:
    text = "=== contacts/Anna\n## Log\n- 2026-05-04 talked"
    (step, *_) = shown(text, "2026-05-07")["next"]
    assert step["action"] == "thank"
    assert step["contact"] == "Anna"
    assert step["date"] == "2026-05-05"
    assert step["reason"] == "talked"
    assert step["late"] is True
    assert step["text"] == "Anna: say thank you (talked Mon 4 May)"


def test_this_weeks_moves_have_names() -> None:
    text = """
=== contacts/Henrik Solms
## Log
- 2026-05-07 asked
- 2026-05-11 agreed
=== contacts/Sabine
## Log
- 2026-05-11 asked
- 2026-05-12 referred — [[Falk Berger]]
=== conversations/2026-05-12 Henrik Solms
---
named: [Ida]
---
- [insight] Much
"""
    got = shown(text, "2026-05-12")["moved"]
    assert [(move["kind"], move["contact"], move["named"]) for move in got] == [
        ("talked", "Henrik", []),
        ("agreed", "Henrik", []),
        ("referred", "Sabine", ["Falk"]),
        ("asked", "Sabine", []),
        ("names", "Henrik", ["Ida"]),
        ("insights", "Henrik", []),
    ]


def test_whoever_was_there_before_is_no_new_name_of_the_week() -> None:
    text = """
=== contacts/Ewan
## Log
- 2026-05-07 asked
=== contacts/Isla
=== conversations/2026-05-12 Isla
## Names
- [[Ewan]]
- Hamish
"""
    got = shown(text, "2026-05-12")["moved"]
    assert [move["named"] for move in got if move["kind"] == "names"] == [["Hamish"]]


def test_two_people_in_one_plan_are_both_planned() -> None:
    text = "=== conversations/2026-05-12 Lunch\n---\npeople: [Anna, Ben]\ntime: 12:30\n---"
    got = shown(text, "2026-05-05")
    assert got["planned"] == [
        {"contact": "Anna", "date": "2026-05-12", "time": "12:30"},
        {"contact": "Ben", "date": "2026-05-12", "time": "12:30"},
    ]
    assert len(got["ahead"]) == 1


def test_the_mode_goes_from_searching_to_giving() -> None:
    me = "=== me\n---\narrived: 2026-05-04\n---\n"
    give = "=== conversations/2026-05-06 Chat\n---\npeople: [Anna]\nkind: give-back\n---"
    modes = {day: shown(me, day)["mode"] for day in ("2026-05-03", "2026-05-04", "2026-11-02")}
    assert list(modes.values()) == ["searching", "arrived", "giving"]
    assert shown(me + give, "2026-05-06")["mode"] == "giving"
    assert shown(give, "2026-05-06")["mode"] == "searching"


def test_given_talks_and_job_interviews_are_no_talks_of_mine() -> None:
    text = "".join(
        f"=== conversations/2026-05-0{day} Talk\n---\npeople: [Anna]\nkind: {kind}\n---\n"
        for day, kind in enumerate(("give-back", "employment", "practice", "chance"), 1)
    )
    assert shown(text, "2026-05-06")["talks"] == 2
