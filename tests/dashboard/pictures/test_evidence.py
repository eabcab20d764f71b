"""Voices for stand on the one side and voices against on the other, each with its initials."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesync.dashboard.page import Ref, Stance
from notesync.dashboard.pictures.drawing import WIDTH, Drawing
from notesync.dashboard.pictures.evidence import OPTIONS, draw, initials
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


def test_voices_for_are_full_and_to_the_right_those_against_rings_and_to_the_left() -> None:
    drawing = drawn(Stance("company", refs("Meike Brandt"), refs("Jonas Kessler")))
    (pro, con) = drawing.marks
    assert (pro.kind, con.kind) == ("full", "ring")
    assert con.x < WIDTH / 2 < pro.x
    assert {label.text for label in drawing.labels} == {"− against", "+ for", "company", "MB", "JK"}


def test_where_all_are_on_one_side_it_has_the_whole_width() -> None:
    drawing = drawn(Stance("company", refs("Meike Brandt")))
    assert drawing.marks[0].x < 40
    assert {label.text for label in drawing.labels} == {"+ for", "company", "MB"}
    against = drawn(Stance("agency", (), refs("Meike Brandt")))
    assert against.marks[0].x > WIDTH - 40
    assert "− against" in {label.text for label in against.labels}


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
