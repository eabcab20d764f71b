"""Whom I haven't spoken to for long: two columns, each with its reasons."""

import pytest

from notesync.notes.rhythm import Rhythm
from notesync.views.reconnect import REASONS, Reconnect, reconnect
from tests.views.vault import facts_of

TODAY = "2026-05-05"


def found(text: str, today: str = TODAY, rhythm: Rhythm | None = None) -> Reconnect:
    return reconnect(facts_of(text, today, rhythm))


def ana(*header: str, last: str = "2024-01-10", log: str = "") -> str:
    keys = "\n".join(("circle: friend", f"last_contact: {last}", *header))
    return f"=== contacts/Ana\n---\n{keys}\n---\n## Log\n{log}\n"


def valuable(text: str, today: str = TODAY) -> set[tuple[str, float, str]]:
    rows = found(text, today).valuable
    return {(why.code, why.points, why.about) for row in rows for why in row.valuable}


def easy(text: str, today: str = TODAY) -> set[tuple[str, float]]:
    return {(why.code, why.points) for row in found(text, today).easy for why in row.easy}


def test_whoever_is_close_is_easy_and_adds_nothing_new() -> None:
    assert valuable(ana("closeness: close")) == set()
    assert easy(ana("closeness: close")) == {("close", 1), ("recent", 1)}


def test_the_less_familiar_are_the_valuable_ones() -> None:
    for closeness in ("familiar", "loose"):
        assert valuable(ana(f"closeness: {closeness}")) == {("not_close", 1, "")}
    assert easy(ana("closeness: familiar")) == {("familiar", 0.5), ("recent", 1)}


@pytest.mark.parametrize(
    ("header", "more", "reason"),
    [
        ("seniority: senior", "", ("senior", 1, "")),
        ("industry: Energy", "", ("industry", 1, "Energy")),
        (
            "org: Solvana",
            "=== organizations/Solvana\n---\ntarget: yes\n---\n",
            ("target", 1, "Solvana"),
        ),
        (
            "city: Leipzig",
            "=== conversations/2026-05-20 Henrik\n---\ncity: leipzig\n---\n",
            ("city", 1, "leipzig"),
        ),
        (
            "topics: [Batterien, Energie]",
            "=== questions/Energiewirtschaft\n",
            ("topic", 2, "Energiewirtschaft"),
        ),
    ],
)
def test_each_reason_is_a_point_of_its_own(
    header: str, more: str, reason: tuple[str, float, str]
) -> None:
    assert valuable(ana("closeness: close", header) + more) == {reason}
    assert reason[0] in REASONS


def test_an_organizations_industry_is_hers() -> None:
    text = ana("closeness: close", "org: Solvana")
    text += "=== organizations/Solvana\n---\nindustry: Energy\n---\n"
    assert valuable(text) == {("industry", 1, "Energy")}


def test_an_industry_that_i_have_heard_from_is_no_other_one() -> None:
    talk = "=== contacts/Ben\n---\nindustry: energy\n---\n## Log\n- 2026-05-04 talked\n"
    assert valuable(ana("closeness: close", "industry: Energy") + talk) == set()
    # That she herself told me of it long ago makes it no less another one.
    old = ana("closeness: close", "industry: Energy", last="", log="- 2024-01-10 talked")
    assert ("industry", 1, "Energy") in valuable(old)


def test_a_decided_question_makes_nobody_valuable() -> None:
    text = ana("closeness: close", "topics: [energy]")
    for more, wanted in (("", 1), ("decided: 2026-05-01", 0), ("dropped: 2026-05-01", 0)):
        question = f"=== questions/Energy\n---\n{more}\n---\n"
        assert len(valuable(text + question)) == wanted, more


def test_a_conversation_that_lies_behind_makes_no_city_matter() -> None:
    talk = "=== conversations/2026-05-02 Henrik\n---\ncity: Leipzig\n---\n- [insight] Much\n"
    assert valuable(ana("closeness: close", "city: Leipzig") + talk) == set()


def test_whoever_said_yes_before_is_easier() -> None:
    log = "- 2023-04-01 asked\n- 2023-04-02 agreed\n- 2023-04-09 talked"
    assert easy(ana(last="", log=log)) == {("agreed", 1)}


def test_long_ago_is_three_years_to_the_day() -> None:
    for last, long in (("2023-05-05", True), ("2023-05-06", False)):
        rows = found(ana(last=last)).valuable
        assert [row.long for row in rows] == [long], last
        assert (("recent", 1) in easy(ana(last=last))) is not long
    assert [row.long for row in found(ana(), rhythm=Rhythm(long_dormant=2)).valuable] == [True]


def test_three_years_before_a_leap_day_is_the_28th() -> None:
    assert [row.long for row in found(ana(last="2025-02-28"), "2028-02-29").valuable] == [True]
    assert [row.long for row in found(ana(last="2025-03-01"), "2028-02-29").valuable] == [False]


def test_a_year_is_365_days() -> None:
    assert found(ana(last="2025-05-06")) == Reconnect()
    assert found(ana(last="2025-05-05")).valuable


def test_columns_are_ordered_by_their_reasons_then_by_name() -> None:
    text = "".join(
        f"=== contacts/{name}\n---\ncircle: alumni\nlast_contact: 2024-01-10\n{keys}\n---\n"
        for name, keys in (
            ("Ana", "closeness: close"),
            ("Ben", "closeness: familiar\nseniority: senior"),
            ("Cem", "closeness: loose"),
            ("Dora", "closeness: loose"),
        )
    )
    rows = found(text)
    assert [row.name for row in rows.easy] == ["Ana", "Ben", "Cem", "Dora"]
    assert [row.name for row in rows.valuable] == ["Ben", "Cem", "Dora"]


def test_an_address_book_stays_quiet() -> None:
    keys = "phone: 040 1\nlast_contact: 2020-01-01\nseniority: senior"
    doctor = f"=== contacts/Dr. Weiß\n---\n{keys}\n---\n"
    assert found(doctor) == Reconnect()


def test_whoever_rests_or_wants_no_word_is_not_listed() -> None:
    assert found(ana(log="- 2026-01-01 rests")) == Reconnect()
    assert found(ana("keep_in_touch: never")) == Reconnect()


def test_a_dormant_origin_needs_no_day() -> None:
    (row,) = found("=== contacts/Ana\n---\norigin: dormant\ncircle: friend\n---\n").valuable
    assert (row.last, row.long) == (None, False)


def test_an_unanswered_message_of_mine_ends_no_silence() -> None:
    assert found(ana(log="- 2025-12-01 asked\n")).valuable == ()  # asked half a year ago: leave her
    assert [
        row.last and row.last.year for row in found(ana(log="- 2025-09-01 asked")).valuable
    ] == [2024]
