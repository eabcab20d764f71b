"""Voices for stand on the one side and voices against on the other, each with its initials."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesync.dashboard.pictures.drawing import Drawing
from notesync.dashboard.pictures.evidence import OPTIONS, draw, initials
from notesync.dashboard.rows import Ref, Stance
from notesync.words import ENGLISH
from tests.dashboard.pictures.frames import NAMES, REFS, sound


def refs(*names: str) -> tuple[Ref, ...]:
    return tuple(Ref(name, name, f"#{name}") for name in names)


def drawn(*stances: Stance) -> Drawing:
    drawing = draw(stances, ENGLISH)
    assert drawing is not None
    return drawing


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Meike Brandt", "MB"),
        ("Dr. Henrik Solms", "HS"),
        ("Frau Lindner", "L"),
        ("Ida", "I"),
        ("Anna Maria von Holt", "AH"),
        ("żaneta", "Ż"),
        ("Frau Dr.", "FD"),
        ("!?", "·"),
        ("", "·"),
    ],
)
def test_initials_are_of_the_first_and_the_last_name(name: str, short: str) -> None:
    assert initials(name) == short


def test_voices_for_stand_first_and_full_those_against_behind_them_as_rings() -> None:
    drawing = drawn(Stance("company", refs("Meike Brandt", "Ida"), refs("Jonas Kessler")))
    assert [mark.kind for mark in drawing.marks] == ["full", "full", "ring"]
    one, two, three = (mark.x for mark in drawing.marks)
    assert three - two > two - one > 0
    assert {label.text for label in drawing.labels} == {
        "company",
        "2 for, 1 against",
        "MB",
        "I",
        "JK",
    }


def test_a_side_without_voices_is_not_spoken_of() -> None:
    assert {label.text for label in drawn(Stance("agency", (), refs("Ida"))).labels} == {
        "agency",
        "1 against",
        "I",
    }


def test_each_mark_names_its_person_and_leads_there() -> None:
    (mark,) = drawn(Stance("company", refs("Meike Brandt"))).marks
    assert (mark.title, mark.href) == ("Meike Brandt", "#Meike Brandt")


def test_of_very_many_voices_it_says_how_many_more() -> None:
    drawing = drawn(Stance("company", refs(*(f"P{at} Q" for at in range(30))), refs("A B")))
    shown = sum(mark.kind == "full" for mark in drawing.marks)
    assert f"+{30 - shown}" in {label.text for label in drawing.labels}


def test_without_a_stance_there_is_no_picture() -> None:
    assert draw((), ENGLISH) is None
    assert draw((Stance("company"),), ENGLISH) is None


def test_very_many_options_are_left_to_the_list() -> None:
    drawing = drawn(*(Stance(f"option {at}", refs("A B")) for at in range(OPTIONS + 9)))
    assert len(drawing.marks) == OPTIONS


PEOPLE = st.lists(REFS, max_size=20).map(tuple)


@given(st.lists(st.builds(Stance, NAMES, PEOPLE, PEOPLE), max_size=6))
def test_voices_stay_in_their_frame(stances: list[Stance]) -> None:
    if drawing := draw(stances, ENGLISH):
        sound(drawing)
