"""Texts in pictures never take more room than they were given."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from notesync.dashboard.pictures.lettering import MORE, fit, width


def test_a_text_that_fits_stays_whole() -> None:
    assert fit("Meike Brandt", 200, 14) == "Meike Brandt"


def test_a_long_name_ends_with_an_ellipsis_and_no_blank_before_it() -> None:
    assert fit("Donaudampfschifffahrtsgesellschaft", 100, 14) == "Donaudam" + MORE
    assert fit("Anna Müller", width("Anna ", 14) + width(MORE, 14), 14) == "Anna" + MORE


def test_wide_letters_and_emoji_take_more_room_and_accents_none() -> None:
    assert width("MMM", 10) > width("iii", 10)
    assert width("日本", 10) > width("ab", 10)
    assert width("e\u0301", 10) == width("e", 10)


def test_an_emoji_of_several_parts_is_never_cut_in_two() -> None:
    family = "\U0001f469\u200d\U0001f4bb"
    for room in range(10, 80):
        assert not fit(f"A{family}B", room, 14).removesuffix(MORE).endswith("\u200d")
    assert fit(f"{family} {family}", width(family, 14) + width(MORE, 14), 14) == family + MORE


@given(st.text(max_size=80), st.floats(20, 300), st.floats(9, 20))
def test_whatever_a_name_holds_it_fits(text: str, room: float, size: float) -> None:
    short = fit(text, room, size)
    assert width(short, size) <= room or short == MORE
    assert short == text or text.startswith(short.removesuffix(MORE))
