"""Which piece of an old line each piece of a new one comes from."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from notesync.merge.descent import NEW, descended

BASE = ["The cat sat.", " The dog ran.", " A bird sang."]


def test_equal_pieces_and_edits_are_known_and_what_is_added_is_new() -> None:
    side = ["The cat sat.", " It rained.", " The dog ran home.", " A bird sang."]
    assert descended(BASE, side) == [
        (0, "The cat sat."), (NEW, " It rained."), (1, " The dog ran home."), (2, " A bird sang."),
    ]  # fmt: skip


def test_joined_pieces_are_cut_at_the_words_of_each() -> None:
    assert descended(BASE, ["The cat sat, then the dog ran.", " A bird sang."]) == [
        (0, "The cat sat, then"), (1, " the dog ran."), (2, " A bird sang."),
    ]  # fmt: skip


def test_a_parted_piece_is_one_with_all_that_was_put_between() -> None:
    side = ["The cat sat.", " The dog", "\n\nNobody knew why.", "\n\nRan.", " A bird sang."]
    assert descended(BASE, side) == [
        (0, "The cat sat."), (1, " The dog\n\nNobody knew why.\n\nRan."), (2, " A bird sang."),
    ]  # fmt: skip


def test_of_a_piece_that_is_still_there_not_even_a_word_goes_astray() -> None:
    side = ["The cat sat.", " The day was long and hot and dry.", " Dog ran.", " A bird sang."]
    assert descended(BASE, side) == [
        (0, "The cat sat."), (1, " The day was long and hot and dry. Dog ran."),
        (2, " A bird sang."),
    ]  # fmt: skip


def test_what_is_left_of_a_piece_is_not_taken_for_the_one_before() -> None:
    assert descended(BASE, ["The dog ran fast.", " A bird sang."]) == [
        (1, "The dog ran fast."), (2, " A bird sang."),
    ]  # fmt: skip


def test_what_is_alone_in_a_place_was_written_anew_but_no_date_became_a_word() -> None:
    assert descended(["One.", " Two."], ["One.", " Zwei."]) == [(0, "One."), (1, " Zwei.")]
    assert descended(["send", " 📅 2026-05-09"], ["send", " ✅ 2026-05-09"]) == [
        (0, "send"), (NEW, " ✅ 2026-05-09"),
    ]  # fmt: skip


texts = st.lists(st.text("ab .—", min_size=1, max_size=6), max_size=6)


@given(texts, texts)
def test_joined_the_pieces_are_the_new_line_and_each_old_one_stands_once(
    base: list[str], side: list[str]
) -> None:
    found = descended(base, side)
    assert "".join(text for _, text in found) == "".join(side)
    places = [at for at, _ in found if at != NEW]
    assert places == sorted(set(places))
