"""What two sequences have in common, and which line is an edit of which."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from notesync.merge import align

letters = st.lists(st.sampled_from("abcdefgh"), max_size=30)


def test_unique_lines_are_anchors_so_that_common_ones_follow_them() -> None:
    old = ["{", "one", "}", "{", "two", "}"]
    new = ["{", "zero", "}", "{", "one", "}", "{", "two", "}"]
    assert align.common(old, new) == [(0, 0), (1, 4), (2, 5), (3, 6), (4, 7), (5, 8)]


def test_a_moved_line_is_no_anchor_that_tears_the_rest_apart() -> None:
    assert align.common(["a", "x", "x", "b"], ["b", "x", "x", "a"]) == [(1, 1), (2, 2)]


@given(letters, letters)
def test_pairs_increase_on_both_sides_and_stand_for_equal_texts(
    old: list[str], new: list[str]
) -> None:
    pairs = align.common(old, new)
    assert all(old[a] == new[b] for a, b in pairs)
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(pairs))


@given(letters)
def test_a_sequence_has_all_of_itself_in_common(texts: list[str]) -> None:
    assert align.common(texts, texts) == [(at, at) for at in range(len(texts))]


def test_a_long_stretch_without_unique_lines_is_matched_by_counting() -> None:
    old = ["x", "y"] * 100
    pairs = align.common(["a", *old, "b"], ["c", *old[2:], "x", "d"])
    assert len(pairs) == 199
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(pairs))


@given(st.lists(st.integers(0, 30), unique=True))
def test_the_longest_increasing_part_increases(numbers: list[int]) -> None:
    found = [numbers[at] for at in align.increasing(numbers)]
    assert found == sorted(found)
    assert bool(found) == bool(numbers)


def test_gaps_are_what_lies_between_pairs() -> None:
    found = list(align.gaps([(1, 0), (2, 3)], 4, 4))
    assert found == [(range(1), range(0)), (range(2, 2), range(1, 3)), (range(3, 4), range(4, 4))]


def test_a_line_with_more_words_is_an_edit_and_another_line_is_none() -> None:
    line = "We met in spring and talked about heat networks"
    assert align.likeness(line, line + ", and about tea") > 0.5
    assert align.likeness("call Nora", "call Nora tomorrow, before the meeting in Leipzig") >= 0.5
    assert align.likeness("Hello there", "Hallo there") > 0
    assert align.likeness(line, "She sent a postcard of the bakery opposite the station") == 0
    assert align.likeness("no", "x" * 300) == 0


def test_edits_are_paired_in_order_for_the_best_sum() -> None:
    old = ["one two three", "four five six"]
    new = ["four five six seven", "zero", "one two three four"]
    score = lambda a, b: align.likeness(old[a], new[b])  # noqa: E731 -- shorter than a function
    assert align.edited(range(2), range(3), score) == [(1, 0)]
    assert align.edited([], [1], score) == []


def test_in_a_long_stretch_the_nearest_alike_line_is_the_edit() -> None:
    old = [f"line number {at} of the old text" for at in range(60)]
    new = [f"line number {at} of the new text" for at in range(60)]
    score = lambda a, b: align.likeness(old[a], new[b])  # noqa: E731 -- shorter than a function
    assert align.edited(range(60), range(60), score) == [(at, at) for at in range(60)]
