"""Lines fit the terminal, measured in cells, and no text of a note can act on it."""

from __future__ import annotations

import io
from contextlib import redirect_stdout

from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from notesync.cli.screen import Screen, cells, clean, clip, columns, pad, whole, wrap

LATIN = st.text(
    st.characters(min_codepoint=0x20, max_codepoint=0x2FF, blacklist_categories=["Cc", "Cf"])
)
WILD = st.text(st.characters(blacklist_categories=["Cs"]), max_size=40)


@given(LATIN)
def test_latin_text_is_measured_as_the_library_measures_it(text: str) -> None:
    assert cells(text) == wcswidth(text)


def test_our_own_marks_take_one_cell_each() -> None:
    for mark in "●○·→…–—✓“”„’":
        assert cells(mark) == 1 == wcswidth(mark), mark


def test_wide_and_combining_text_is_measured_in_cells() -> None:
    assert cells("日本") == 4
    assert cells("e\u0301") == 1
    assert pad("日", 4) == "日  "


@given(WILD, st.integers(1, 30))
def test_a_clipped_text_fits(text: str, width: int) -> None:
    assert cells(clip(clean(text), width)) <= width


@given(WILD)
def test_a_clean_text_holds_nothing_that_a_terminal_acts_on(text: str) -> None:
    shown = clean(text)
    assert not any(ord(one) < 32 or 127 <= ord(one) < 160 for one in shown)
    assert not any(one in shown for one in "\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2069")


@given(st.lists(st.lists(WILD, min_size=3, max_size=3), max_size=6), st.integers(40, 120))
def test_columns_are_no_wider_than_the_terminal(rows: list[list[str]], width: int) -> None:
    assert all(cells(line) <= width for line in columns(rows, width))


@given(st.lists(st.lists(LATIN, min_size=3, max_size=3), min_size=1), st.integers(20, 80))
def test_plain_rows_look_the_same_beside_one_that_must_be_measured(
    rows: list[list[str]], width: int
) -> None:
    rows = [[f"AB{name}", *others] for name, *others in rows]
    assert columns([*rows, ["日", "", ""]], width)[:-1] == columns(rows, width)


def test_rows_may_have_fewer_cells_than_others() -> None:
    assert columns([["a", "b"], ["c"]], 20) == ["a  b", "c"]
    assert columns([["日", "b"], ["c"], []], 20) == ["日  b", "c", ""]


def test_the_last_column_gives_way_first() -> None:
    found = columns([["Dr. Henrik Solms", "Solvana", "x" * 60]], 50)
    assert found == ["Dr. Henrik Solms  Solvana  " + "x" * 22 + "…"]


def test_a_last_cell_that_does_not_fit_goes_below_the_one_before() -> None:
    rows = [
        ["Jonas", "ask someone else there", "asked on Wed 22 Apr, no answer yet"],
        ["Ida", "ask", ""],
    ]
    assert whole(rows, 50) == [
        ["Jonas  ask someone else there", "       asked on Wed 22 Apr, no answer yet"],
        ["Ida    ask"],
    ]
    assert whole(rows, 80)[0] == [
        "Jonas  ask someone else there  asked on Wed 22 Apr, no answer yet"
    ]


@given(st.lists(st.lists(WILD, min_size=2, max_size=4), max_size=6), st.integers(60, 120))
def test_whole_rows_are_no_wider_than_the_terminal(rows: list[list[str]], width: int) -> None:
    assert all(cells(line) <= width for lines in whole(rows, width) for line in lines)


@given(st.text("abc äöü", max_size=80), st.integers(5, 40))
def test_wrapping_loses_no_word(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert " ".join(lines).split() == text.split()
    longest = max(map(len, text.split()), default=0)
    assert all(len(line) <= max(width, longest) for line in lines)


def test_a_narrow_screen_is_one_below_sixty_cells() -> None:
    assert Screen(59).narrow
    assert not Screen(60).narrow


def test_ascii_marks_stand_in_where_others_cannot_be_shown() -> None:
    out = io.StringIO()
    with redirect_stdout(out):
        Screen(unicode=False).show(["● Müller – „ja“ → 日"])
    assert out.getvalue() == '* Mueller - "ja" > ?\n'
