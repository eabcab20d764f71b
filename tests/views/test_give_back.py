"""Do I pass it on: a list, and this month's conversations beside my own limit."""

from notesync.views.give_back import GiveBack, give_back, introductions
from tests.views.vault import facts_of

LIMIT = "=== me\n---\ngive_limit: 2\n---\n"


def found(text: str, today: str = "2026-05-29") -> GiveBack:
    return give_back(facts_of(text, today))


def given(day: str, people: str = "Anna", more: str = "") -> str:
    return f"=== conversations/{day} Chat\n---\npeople: [{people}]\nkind: give-back\n{more}\n---\n"


def test_conversations_of_this_month_stand_beside_the_limit() -> None:
    row = found(LIMIT + given("2026-05-01") + given("2026-04-30", "Ben"))
    assert (row.this_month, row.limit) == (1, 2)
    assert [str(one.day) for one in row.given] == ["2026-05-01", "2026-04-30"]


def test_one_conversation_with_two_people_is_one() -> None:
    assert found(given("2026-05-01", "Anna, Ben")).this_month == 1


def test_planned_and_cancelled_ones_are_not_given_yet() -> None:
    text = given("2026-05-10", more="state: cancelled") + given("2026-06-10")
    assert (found(text).this_month, found(text).given) == (0, ())


def test_what_else_i_gave_is_listed_and_uses_up_no_limit() -> None:
    row = found(LIMIT + "=== contacts/Anna\n## Log\n- 2026-05-08 gave — an article\n")
    assert (row.this_month, [(one.kind, one.text) for one in row.given]) == (
        0,
        [("gave", "an article")],
    )


def test_without_a_limit_none_is_said() -> None:
    assert found("").limit == 0


def test_two_whom_i_brought_together_are_one_introduction() -> None:
    text = (
        "=== contacts/Anna\n## Log\n- 2026-05-05 introduced named:Ben\n"
        "=== contacts/Ben\n## Log\n- 2026-05-05 introduced named:Anna\n"
    )
    (pair,) = introductions(facts_of(text, "2026-05-29"))
    assert (pair.one, pair.others) == ("contacts/Anna.md", ("contacts/Ben.md",))


def test_introductions_are_listed_the_newest_first() -> None:
    text = (
        "=== contacts/Anna\n## Log\n- 2026-05-05 introduced named:Ben\n"
        "- 2026-05-20 introduced named:Cem\n=== contacts/Ben\n=== contacts/Cem\n"
    )
    assert [pair.others for pair in found(text).introduced] == [
        ("contacts/Cem.md",),
        ("contacts/Ben.md",),
    ]
