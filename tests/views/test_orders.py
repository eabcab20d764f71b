from notesync.views.asks import asks
from notesync.views.orders import dated_later, impossible_orders
from tests.views.vault import day, facts_of, vault_of


def found(log: str, more: str = "") -> list[tuple[str, int]]:
    facts = facts_of(f"=== contacts/Anna\n## Log\n{log}\n{more}", "2026-06-01")
    return [(trouble.code, trouble.line) for trouble in impossible_orders(facts)]


def test_thanks_before_a_talk_are_reported() -> None:
    talk = "=== conversations/2026-05-05 Anna"
    assert found("- 2026-05-04 thanked", talk) == [("thanked-early", 2)]
    assert found("- 2026-05-01 agreed\n- 2026-05-04 thanked", talk) == [("thanked-early", 3)]
    assert found("- 2026-05-05 thanked", talk) == []


def test_one_may_thank_for_more_than_a_talk() -> None:
    for verb in ("referred", "declined", "received", "replied"):
        assert found(f"- 2026-05-01 {verb}\n- 2026-05-04 thanked") == [], verb


def test_a_second_open_ask_is_reported() -> None:
    assert found("- 2026-05-04 asked\n- 2026-05-06 asked") == [("asked-twice", 3)]
    assert found("- 2026-05-04 asked\n- 2026-05-05 declined\n- 2026-05-06 asked") == []
    assert found("- 2026-01-04 asked\n- 2026-05-06 asked") == []  # the first one closed by itself


def test_a_second_reminder_is_reported() -> None:
    log = "- 2026-05-04 asked\n- 2026-05-13 reminded\n{}- 2026-05-20 reminded"
    assert found(log.format("")) == [("reminded-twice", 4)]
    assert found(log.format("- 2026-05-15 replied\n- 2026-05-15 wrote\n")) == []


def test_a_conversation_without_a_day_is_told_of() -> None:
    text = "=== conversations/Lunch\n---\npeople: [Anna]\n---"
    (trouble,) = impossible_orders(facts_of(text, "2026-06-01"))
    assert (trouble.code, trouble.path, trouble.warning) == (
        "talk-undated",
        "conversations/Lunch.md",
        True,
    )


def test_problems_know_their_note() -> None:
    text = "=== contacts/Anna\n## Log\n- 2026-05-04 asked\n- 2026-05-06 asked"
    (trouble,) = impossible_orders(facts_of(text, "2026-06-01"))
    assert trouble.where == "contacts/Anna.md:3"
    assert "2026-05-04" in trouble.sentence.format(**dict(trouble.values))


def later(text: str, today: str = "2026-05-05") -> list[tuple[str, str, int, bool]]:
    found = dated_later(vault_of(text), day(today))
    return [(row.code, row.path, row.line, row.warning) for row in found]


def test_a_line_of_a_later_day_is_warned_of_and_not_counted() -> None:
    text = "=== contacts/Anna\n## Log\n- 2062-05-04 asked\n- 2026-05-04 talked\n"
    assert later(text) == [("later-line", "contacts/Anna.md", 2, True)]
    assert asks(facts_of(text, "2026-05-05")).asked == 0
    assert later(text, "2062-05-04") == []


def test_a_note_that_is_made_later_is_warned_of() -> None:
    text = "=== contacts/Anna\n---\ncreated: 2062-05-04\n---\n"
    assert later(text) == [("later-created", "contacts/Anna.md", 0, True)]
    assert not facts_of(text, "2026-05-05").people


def test_what_is_planned_may_lie_ahead_but_nothing_was_held_there() -> None:
    plan = "=== conversations/2026-06-01 Anna\n---\npeople: [Anna]\n{}\n---\n"
    assert later(plan.format("")) == []
    assert later(plan.format("state: planned")) == []
    assert later(plan.format("state: held")) == [
        ("later-talk", "conversations/2026-06-01 Anna.md", 0, True)
    ]
    agreed = "=== contacts/Anna\n## Log\n- 2026-05-04 agreed for:2026-06-01\n"
    assert later(agreed) == []
    deferred = "=== contacts/Anna\n## Log\n- 2026-05-04 deferred until:2026-06-01\n"
    assert later(deferred) == []
