"""Bodies: which line is which, and where it stands in the end."""

from __future__ import annotations

from notesync.merge import rows
from notesync.merge.choice import Dates
from notesync.merge.text import merge_body

PLAN = """\
# Plan

Why.

## Now

- first
- second

## Later

- third
"""


def merged(base: str, ours: str, theirs: str) -> str:
    found = merge_body(base, ours, theirs, Dates(1, 2))
    assert not found.lost
    return rows.join(found.rows)


def test_nothing_to_do_gives_the_text() -> None:
    assert merged(PLAN, PLAN, PLAN) == PLAN
    assert merged("", "", "") == ""


def test_a_heading_named_anew_here_takes_along_what_is_added_there() -> None:
    ours = PLAN.replace("## Now", "## This week")
    theirs = PLAN.replace("- second\n", "- second\n- more\n")
    assert merged(PLAN, ours, theirs) == ours.replace("- second\n", "- second\n- more\n")


def test_a_heading_put_above_lines_here_holds_what_is_added_to_them_there() -> None:
    ours = PLAN.replace("- second\n", "\n## Soon\n\n- second\n")
    theirs = PLAN.replace("- second\n", "- second\n- more\n")
    assert merged(PLAN, ours, theirs) == ours.replace("- second\n", "- second\n- more\n")


def test_a_heading_taken_away_here_leaves_what_is_added_there_with_its_lines() -> None:
    ours = PLAN.replace("## Later\n\n", "")
    theirs = PLAN.replace("- third\n", "- third\n- fourth\n")
    assert merged(PLAN, ours, theirs) == ours.replace("- third\n", "- third\n- fourth\n")


def test_a_section_emptied_here_and_begun_there_keeps_its_heading() -> None:
    base = PLAN.replace("- third\n", "")
    ours = base.replace("\n## Later\n\n", "")
    theirs = base + "- third\n"
    assert merged(base, ours, theirs) == PLAN


def test_a_new_section_is_not_carried_off_by_the_last_line_that_was_moved_up_there() -> None:
    base, theirs = PLAN + "- fourth\n", PLAN.replace("- third\n", "- fourth\n- third\n")
    ours = base + "\n## Never\n\nGone.\n"
    assert merged(base, ours, theirs) == theirs + "\n## Never\n\nGone.\n"


def test_a_line_put_behind_one_that_was_moved_to_another_section_stays_in_its_own() -> None:
    ours = PLAN.replace("- second\n", "- second\n- more\n")
    theirs = PLAN.replace("- second\n", "").replace("- third\n", "- third\n- second\n")
    assert merged(PLAN, ours, theirs) == theirs.replace("- first\n", "- first\n- more\n")


def test_an_item_put_behind_one_that_was_moved_to_another_stays_where_it_was_put() -> None:
    base = "- one\n  - a\n  - b\n- two\n  - c\n  - d\n"
    ours = base.replace("  - b\n", "  - b\n- between\n")
    theirs = "- one\n  - a\n- two\n  - c\n  - b\n  - d\n"
    assert merged(base, ours, theirs) == theirs.replace("- two", "- between\n- two")


def test_a_child_goes_along_with_its_item_and_a_line_with_a_list_that_was_turned_round() -> None:
    base = "- one\n- two\n- three\n- four\n"
    ours = base.replace("- one\n", "- one\n  - child\n")
    moved = "- two\n- three\n- one\n- four\n"
    assert merged(base, ours, moved) == moved.replace("- one\n", "- one\n  - child\n")
    turned = "- four\n- three\n- two\n- one\n"
    assert merged(base, base + "- five\n", turned) == turned.replace("- four\n", "- four\n- five\n")


def test_a_heading_below_which_all_was_deleted_and_something_written_keeps_its_distance() -> None:
    ours = PLAN.replace("- first\n- second\n\n", "").replace("## Now\n\n", "## Now\n")
    theirs = PLAN.replace("- second\n", "- second\n- more\n")
    assert merged(PLAN, ours, theirs) == PLAN.replace("- first\n- second\n", "- more\n")


def test_the_line_that_was_left_of_a_moved_section_is_not_taken_for_its_neighbour() -> None:
    base = PLAN.replace("- first\n- second\n", "- one cat\n- one dog\n")
    theirs = "# Plan\n\nWhy.\n\n## Later\n\n- third\n\n## Now\n\n- one dog\n"
    result = merged(base, base.replace("one dog", "one dog ran"), theirs)
    assert result == theirs.replace("one dog", "one dog ran")


def test_a_child_stays_below_an_item_that_was_deleted_here() -> None:
    ours = PLAN.replace("- first\n", "")
    theirs = PLAN.replace("- first\n", "- first\n  - of the first\n")
    assert merged(PLAN, ours, theirs) == theirs


def test_a_line_replaced_here_stands_before_what_was_put_behind_it_there() -> None:
    base = "One.\n\nTwo.\n\nThree.\n"
    ours = base.replace("Two.", "Something else entirely.")
    theirs = base.replace("Two.\n", "Two.\n\nA new one.\n")
    assert merged(base, ours, theirs) == (
        "One.\n\nSomething else entirely.\n\nA new one.\n\nThree.\n"
    )


def test_two_headings_that_each_side_put_below_the_other_both_stand() -> None:
    base = "# Alpha\n\nOne.\n\n# Beta\n\nTwo.\n"
    ours = "# Beta\n\nTwo.\n\n## Alpha\n\nOne.\n"
    theirs = "# Alpha\n\nOne.\n\n## Beta\n\nTwo.\n"
    result = merged(base, ours, theirs)
    assert sorted(result.split()) == sorted(["##", "Alpha", "One.", "##", "Beta", "Two."])


def test_a_deeper_heading_stays_in_its_section_and_a_higher_one_ends_it() -> None:
    ours = PLAN + "\n### Much later\n\n- fourth\n"
    theirs = PLAN + "\n# Another plan\n\nWhat.\n"
    assert merged(PLAN, ours, theirs) == ours + "\n# Another plan\n\nWhat.\n"


def test_a_new_first_item_stays_with_its_list() -> None:
    base = "Intro.\n\n- one\n- two\n"
    ours = "Intro.\n\n- zero\n- one\n- two\n"
    theirs = "Intro.\n\nMore of it.\n\n- one\n- two\n"
    assert merged(base, ours, theirs) == "Intro.\n\nMore of it.\n\n- zero\n- one\n- two\n"


def test_a_line_put_above_a_paragraph_stays_its_first_line() -> None:
    base = "One.\n\nTwo.\n"
    ours = "One.\n\nBefore two.\nTwo.\n"
    theirs = "One.\n\nA paragraph.\n\nTwo.\n"
    assert merged(base, ours, theirs) == "One.\n\nA paragraph.\n\nBefore two.\nTwo.\n"


def test_two_paragraphs_at_the_top_stay_two() -> None:
    assert merged("Text.\n", "Zeta.\n\nText.\n", "Alpha.\n\nText.\n") == (
        "Alpha.\n\nZeta.\n\nText.\n"
    )


def test_a_table_stays_a_table() -> None:
    base = "| a | b |\n|---|---|\n| 1 | 2 |\n"
    ours = base + "| 3 | 4 |\n"
    theirs = base + "\nBelow the table.\n"
    assert merged(base, ours, theirs) == ours + "\nBelow the table.\n"
    both = merged(base, ours, base + "| 2 | 9 |\n")
    assert both == base + "| 2 | 9 |\n| 3 | 4 |\n"


def test_a_table_or_fence_deleted_here_and_edited_there_stays_whole() -> None:
    base = "Text.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\nx = 1\ny = 2\n```\n"
    theirs = base.replace("| 1 |", "| one |").replace("y = 2", "y = 3")
    assert merged(base, "Text.\n", theirs) == theirs


def test_a_paragraph_parted_here_and_reworded_there_stands_once() -> None:
    base = "The first thought is long enough. The second thought follows it here.\n"
    ours = "The first thought is long enough.\n\nThe second thought follows it here.\n"
    theirs = base.replace("follows it here", "follows it there")
    assert merged(base, ours, theirs) == (
        "The first thought is long enough.\n\nThe second thought follows it there.\n"
    )


def test_a_sorted_list_takes_the_edit_of_the_other() -> None:
    base = "## Log\n\n- 2026-05-03 met\n- 2026-05-01 asked — tea\n- 2026-05-02 note\n"
    ours = "## Log\n\n- 2026-05-01 asked — tea\n- 2026-05-02 note\n- 2026-05-03 met\n"
    theirs = base.replace("tea", "tea and cake")
    assert merged(base, ours, theirs) == ours.replace("tea", "tea and cake")


def test_items_that_met_before_keep_no_blank_line_between_them() -> None:
    base = "- a one\n- b two\n- c three\n"
    assert merged(base, "- b two\n- c three\n- a one\n", base + "- d four\n") == (
        "- b two\n- c three\n- d four\n- a one\n"
    )


def test_text_that_became_code_here_takes_no_half_of_the_other() -> None:
    base = "Run it like this, with care.\n"
    ours = "```\nRun it like this, with care.\n```\n"
    found = merge_body(base, ours, base.replace("care", "great care"), Dates(1, 2))
    assert rows.join(found.rows) == ours.replace("care", "great care")
