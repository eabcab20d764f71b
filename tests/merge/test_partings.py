"""Paragraphs that one side parted while the other changed them."""

from __future__ import annotations

from tests.merge.merging import merged

BASE = """\
# Trip

We left early in the morning. The wind was light. Nobody said much until noon.

By noon the weather had turned.
"""
PARTED = BASE.replace("light. Nobody", "light.\n\n## Later\n\nNobody")


def test_a_heading_put_into_a_paragraph_here_takes_the_edits_of_either_part_there() -> None:
    theirs = BASE.replace("the morning", "the evening").replace("until noon", "for hours")
    assert merged(BASE, PARTED, theirs) == (
        PARTED.replace("the morning", "the evening").replace("until noon", "for hours")
    )


def test_a_paragraph_wrapped_there_is_parted_where_it_was_parted_here() -> None:
    theirs = BASE.replace("early in", "early\nin").replace("said much", "said\nmuch")
    assert merged(BASE, PARTED, theirs) == (
        PARTED.replace("early in", "early\nin").replace("said much", "said\nmuch")
    )


def test_a_paragraph_that_both_sides_parted_in_one_place_has_two_parts() -> None:
    theirs = BASE.replace("light. Nobody", "light.\n\nNobody").replace("much", "a word")
    assert merged(BASE, PARTED, theirs) == PARTED.replace("much", "a word")


def test_a_paragraph_that_the_sides_parted_in_two_places_has_three_parts() -> None:
    theirs = BASE.replace("morning. The", "morning.\n\n## First\n\nThe")
    assert merged(BASE, PARTED, theirs) == PARTED.replace(
        "morning. The", "morning.\n\n## First\n\nThe"
    )


def test_a_line_put_behind_a_paragraph_that_was_wrapped_stands_behind_all_of_it() -> None:
    ours = BASE.replace("By noon the", "By noon\nthe")
    theirs = BASE + "It rained.\n"
    assert merged(BASE, ours, theirs) == ours + "It rained.\n"


def test_two_headings_put_in_one_place_both_stand_above_what_follows() -> None:
    theirs = BASE.replace("light. Nobody", "light.\n\n## Noon\n\nNobody") + "It rained.\n"
    assert merged(BASE, PARTED, theirs) == (
        PARTED.replace("## Later\n", "## Later\n\n## Noon\n") + "It rained.\n"
    )
