"""Pictures with a row for each thing: all stays in the frame, and a mark says what it counts."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from notesync.dashboard.pictures import confidence, coverage, guesses, steps
from notesync.dashboard.pictures.drawing import WIDTH, Drawing
from notesync.dashboard.rows import Firm, Mood, Ref, Rung
from notesync.words import ENGLISH
from tests.dashboard.pictures.frames import NAMES, REFS, sound

TODAY = date(2026, 5, 29)
COUNTS = st.integers(0, 300)


def kinds(drawing: Drawing | None) -> list[str]:
    assert drawing is not None
    return [mark.kind for mark in drawing.marks]


def bars(drawing: Drawing | None) -> list[tuple[str, float]]:
    assert drawing is not None
    return [(bar.kind, bar.width) for bar in drawing.bars]


def texts(drawing: Drawing | None) -> list[str]:
    assert drawing is not None
    return [label.text for label in drawing.labels]


# ---------------------------------------------------------------- steps


def test_each_step_is_a_bar_of_those_that_had_the_chance() -> None:
    drawing = steps.draw([Rung("asked", 8, 8), Rung("said yes", 3, 4)], ENGLISH)
    assert bars(drawing) == [
        ("rest", WIDTH),
        ("full", WIDTH),
        ("rest", WIDTH / 2),
        ("full", WIDTH * 3 / 8),
    ]
    assert sorted(texts(drawing)) == ["3 of 4", "8 of 8", "asked", "said yes"]


def test_a_step_to_which_nobody_could_come_yet_says_so_without_a_bar() -> None:
    drawing = steps.draw([Rung("asked", 1, 1), Rung("thanked", 0, 0)], ENGLISH)
    assert len(bars(drawing)) == 2
    assert "–" in texts(drawing)


def test_before_the_first_ask_there_are_no_steps() -> None:
    assert steps.draw([], ENGLISH) is None
    assert steps.draw([Rung("asked", 0, 0)], ENGLISH) is None


@given(
    st.lists(
        st.builds(
            lambda of, part, name: Rung(name, of * part // 100, of),
            COUNTS,
            st.integers(0, 100),
            NAMES,
        ),
        max_size=6,
    )
)
def test_steps_stay_in_their_frame(rungs: list[Rung]) -> None:
    if drawing := steps.draw(rungs, ENGLISH):
        sound(drawing)


# ---------------------------------------------------------------- expected and got


def test_a_mark_for_each_answer_full_where_it_was_a_yes() -> None:
    drawing = guesses.draw((("expected", 1), ("got", 2)), 3)
    assert kinds(drawing) == ["full", "ring", "ring", "full", "full", "ring"]
    assert sorted(texts(drawing)) == ["1", "2", "expected", "got"]


def test_very_many_answers_become_bars() -> None:
    drawing = guesses.draw((("expected", 10), ("got", 0)), 40)
    assert kinds(drawing) == []
    assert bars(drawing) == [("rest", WIDTH), ("full", WIDTH / 4), ("rest", WIDTH)]


def test_without_an_answered_guess_there_is_nothing_to_compare() -> None:
    assert guesses.draw((("expected", 0), ("got", 0)), 0) is None


@given(NAMES, st.integers(1, 100), st.integers(0, 100), st.integers(0, 100))
def test_guesses_stay_in_their_frame(name: str, answered: int, one: int, other: int) -> None:
    drawing = guesses.draw(((name, min(one, answered)), ("got", min(other, answered))), answered)
    assert drawing is not None
    sound(drawing)


# ---------------------------------------------------------------- organizations


def test_an_organization_has_four_steps_full_as_far_as_i_have_come() -> None:
    drawing = coverage.draw([Firm("Hafenwerk", "asked", "asked")])
    assert [kind for kind, _ in bars(drawing)] == ["full", "full", "rest", "rest"]
    assert sorted(texts(drawing)) == ["Hafenwerk", "asked"]


def test_every_state_of_an_organization_is_known() -> None:
    full = [
        sum(kind == "full" for kind, _ in bars(coverage.draw([Firm("Elbe", state, state)])))
        for state in ("none", "listed", "asked", "talked", "voices")
    ]
    assert full == [0, 1, 2, 3, 4]


def test_many_organizations_are_left_to_the_table() -> None:
    drawing = coverage.draw([Firm(f"F{at}", "none", "") for at in range(40)])
    assert len(bars(drawing)) == 4 * coverage.ROWS
    assert coverage.draw([]) is None


@given(
    st.lists(
        st.builds(Firm, NAMES, st.sampled_from(sorted(coverage.STEPS)), NAMES),
        min_size=1,
        max_size=15,
    )
)
def test_organizations_stay_in_their_frame(firms: list[Firm]) -> None:
    drawing = coverage.draw(firms)
    assert drawing is not None
    sound(drawing)


# ---------------------------------------------------------------- confidence


def mood(before: int, after: int, *who: Ref) -> Mood:
    return Mood(who or (Ref("Ida", "p", "#p"),), TODAY, before, after)


def test_a_ring_stands_for_before_and_a_full_mark_for_after() -> None:
    drawing = confidence.draw([mood(2, 4)], ENGLISH, TODAY)
    assert drawing is not None
    marks = {mark.kind: mark.x for mark in drawing.marks if mark.kind != "quiet"}
    assert marks["ring"] < marks["full"]
    falling = confidence.draw([mood(5, 1)], ENGLISH, TODAY)
    assert falling is not None
    marks = {mark.kind: mark.x for mark in falling.marks if mark.kind != "quiet"}
    assert marks["full"] < marks["ring"]


def test_what_stayed_the_same_is_one_mark() -> None:
    assert [
        kind for kind in kinds(confidence.draw([mood(3, 3)], ENGLISH, TODAY)) if kind != "quiet"
    ] == ["dot"]


def test_a_row_leads_to_its_person_unless_there_were_several() -> None:
    one = confidence.draw([mood(1, 2)], ENGLISH, TODAY)
    two = confidence.draw([mood(1, 2, Ref("A", "a", "#a"), Ref("B", "b", "#b"))], ENGLISH, TODAY)
    assert one is not None
    assert two is not None
    assert (one.linked, two.linked) == (True, False)
    assert "A, B" in texts(two)
    assert confidence.draw([], ENGLISH, TODAY) is None


@given(
    st.lists(
        st.builds(
            Mood,
            st.lists(REFS, max_size=3).map(tuple),
            st.dates(),
            st.integers(-3, 9),
            st.integers(-3, 9),
        ),
        min_size=1,
        max_size=12,
    )
)
def test_confidence_stays_in_its_frame_whatever_was_noted(moods: list[Mood]) -> None:
    drawing = confidence.draw(moods, ENGLISH, TODAY)
    assert drawing is not None
    sound(drawing)
