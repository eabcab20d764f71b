"""What came of it: opportunities by source, and after a decision."""

from notesync.views.opportunities import Chances, opportunities
from tests.views.vault import facts_of

DECIDED = "=== questions/Work\n---\ndecided: 2026-05-22\n---\n"


def found(text: str, today: str = "2026-06-30") -> Chances:
    return opportunities(facts_of(text, today))


def chance(name: str, *keys: str) -> str:
    lines = "\n".join(keys)
    return f"=== opportunities/{name}\n---\n{lines}\n---\n"


def test_an_opportunity_has_its_newest_stage_and_its_first_day() -> None:
    text = chance("Job", "seen: 2026-05-01", "applied: 2026-05-10", "interview: 2026-05-20")
    (row,) = found(text).rows
    assert (row.stage, str(row.day), str(row.since)) == ("interview", "2026-05-01", "2026-05-20")
    (row,) = found(text, "2026-05-12").rows
    assert row.stage == "applied"


def test_they_are_counted_by_source_in_the_order_of_the_vocabulary() -> None:
    text = (
        chance("A", "source: own-idea", "seen: 2026-05-01")
        + chance("B", "source: posting", "seen: 2026-05-01")
        + chance("C", "via: [Carla]", "seen: 2026-05-01")
        + chance("D", "source: posting")
        + chance("E")
    )
    assert found(text).sources == (("posting", 2), ("contact", 1), ("own-idea", 1), ("", 1))


def test_people_through_whom_they_came_are_named_the_most_first() -> None:
    text = chance("A", "via: [Zoe]") + chance("B", "via: [Zoe, Ben]") + chance("C", "via: [Anna]")
    facts = facts_of(text, "2026-06-30")
    assert [(facts.names([key])[0], count) for key, count in opportunities(facts).via] == [
        ("Zoe", 2),
        ("Anna", 1),
        ("Ben", 1),
    ]


def test_what_came_on_the_day_of_a_decision_or_later_came_after_it() -> None:
    text = DECIDED + "".join(
        chance(day, f"seen: {day}") for day in ("2026-05-21", "2026-05-22", "2026-05-28")
    )
    row = found(text + chance("Undated"))
    assert (row.after, row.dated) == (2, 3)
    assert [one.decided for one in row.rows] == [True, True, False, None]


def test_without_a_decision_nothing_came_after_one() -> None:
    row = found(chance("A", "seen: 2026-05-28"))
    assert (row.after, row.dated) == (0, 1)


def test_an_undated_note_came_when_it_was_made() -> None:
    row = found(DECIDED + chance("A", "created: 2026-05-28"))
    assert (row.after, row.dated, row.rows[0].stage) == (1, 1, "")
