"""One line that both sides changed."""

from __future__ import annotations

import pytest

from notesync.merge.choice import Dates, Loss
from notesync.merge.sentences import merge_line, pieces


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("We met. (Then left.) Ha", ["We met.", " (Then left.)", " Ha"]),
        ("One.[^1] Two. [^b][^2] Three. [^3]", ["One.[^1]", " Two. [^b][^2]", " Three. [^3]"]),
        ("2026-05-12 asked email expect:yes — on tea",
         ["2026-05-12", " asked email", " expect:yes", " — on tea"]),
        ("send it 📅 2026-05-09 ✅ 2026-05-10 ^id",
         ["send it", " 📅 2026-05-09", " ✅ 2026-05-10", " ^id"]),
        ("Sales decides [[B2B or B2C]] +B2B", ["Sales decides", " [[B2B or B2C]] +B2B"]),
        ("due:: 2026-05-09. Or later", ["due:: 2026-05-09. Or later"]),
        ("", []),
    ],
)  # fmt: skip
def test_a_line_falls_into_pieces(line: str, parts: list[str]) -> None:
    assert pieces(line) == parts
    assert "".join(parts) == line


def merged(base: str, ours: str, theirs: str) -> str:
    line = merge_line(base, ours, theirs, Dates(1, 2))
    assert not line.lost
    return line.text


def test_each_side_may_change_add_or_delete_another_sentence() -> None:
    base = "One here. Two there. Three."
    assert merged(base, "One now. Two there. Three.", "One here. Two there.") == (
        "One now. Two there."
    )
    assert merged(base, base + " Four.", "Zero. " + base) == "Zero. " + base + " Four."
    assert merged(base, base + " More.", base + " Extra.") == base + " Extra. More."


def test_the_same_sentence_of_both_sides_stands_once() -> None:
    assert merged("One.", "One. Two.", "Zero. One. Two.") == "Zero. One. Two."


def test_blanks_alone_are_no_change() -> None:
    assert merged("a b  c", "a  b c", "a b c d") == "a b c d"
    assert merged("a b", "a  b", "a   b") == "a   b"


def test_what_both_changed_keeps_the_winner_and_hands_back_the_other() -> None:
    line = merge_line("One. Two.", "One. Zwei.", "One. Deux.", Dates(1, 2))
    assert line.text == "One. Deux."
    assert line.lost == (Loss("Deux.", "Zwei.", "Two.", 1, "2/2"),)


def test_a_sentence_that_one_side_parted_is_one_thing() -> None:
    base = "The quick brown fox jumps over the lazy dog."
    ours = "The quick brown fox. Jumps over the lazy dog."
    theirs = "The quick red fox jumps over the lazy dog."
    line = merge_line(base, ours, theirs, Dates(1, 2))
    assert line.text == theirs
    assert [loss.other for loss in line.lost] == [ours]


def test_rows_of_a_table_are_merged_by_cells() -> None:
    base = "| a | b | c |"
    line = merge_line(base, "| x | b | c |", "| a | b | z |", Dates(), row=True)
    assert line.text == "| x | b | z |"
    line = merge_line(base, "| x |  b  | c |", "| y | b | c |", Dates(1, 2), row=True)
    assert line.text == "| y |  b  | c |"
    assert line.lost == (Loss("| y |  b  | c |", "| x |  b  | c |", base, 1),)
    line = merge_line(base, "| a | b |", "| a | b | c | d |", Dates(1, 2), row=True)
    assert (line.text, len(line.lost)) == ("| a | b | c | d |", 1)
    line = merge_line("|--|--|", "|---|---|", "| -- | -- | -- |", Dates(), row=True)
    assert (line.text, line.lost) == ("| -- | -- | -- |", ())
