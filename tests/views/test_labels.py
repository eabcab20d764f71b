from notesync.notes.fields import FIELDS
from notesync.notes.kinds import STAGES
from notesync.views import funnel, labels, moved


def test_every_step_of_asking_has_its_words() -> None:
    assert tuple(labels.STEPS) == funnel.STEPS


def test_everything_that_moves_has_its_words_but_insights_which_are_counted() -> None:
    assert {*labels.MOVED, "insights"} == set(moved.MOVES)


def test_every_stage_has_its_words_and_is_a_day_that_a_note_of_an_opportunity_may_have() -> None:
    days = {one.name for one in FIELDS if one.kinds == ("opportunity",) and one.type == "date"}
    assert tuple(labels.STAGES) == STAGES
    assert set(STAGES) <= days
