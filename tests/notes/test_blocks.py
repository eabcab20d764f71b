"""A block of ours in a note of hers: ours is brought up to date, hers stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesync.notes.blocks import Part, put
from notesync.notes.document import Document, read
from notesync.notes.refusal import SpliceRefused

NAME = "review 2026-W20"
NOTE = "---\ntype: review\n---\n\n# Mine\n\nMy words.\n"


def parts(*moved: str) -> list[Part]:
    return [Part("## Moved", moved), Part("## Next", ("- rest",))]


def written(text: str, *moved: str) -> str:
    return put(read(text), NAME, parts(*moved)).text


def test_a_block_is_put_at_the_end() -> None:
    text = written(NOTE, "- talked", "- asked")
    assert text.startswith(f"{NOTE}\n<!-- notesync {NAME}: ")
    inside = " -->\n## Moved\n\n- talked\n- asked\n\n## Next\n\n- rest\n\n"
    assert text.endswith(f"{inside}<!-- /notesync {NAME} -->\n")


def test_a_second_time_nothing_changes() -> None:
    note = read(written(NOTE, "- talked"))
    assert put(note, NAME, parts("- talked")) is note


def test_lines_of_ours_come_and_go() -> None:
    text = written(written(NOTE, "- talked", "- asked"), "- talked", "- thanked")
    assert "- talked\n- thanked\n" in text
    assert "- asked" not in text


def test_what_she_writes_around_it_stays_byte_for_byte() -> None:
    text = written(NOTE, "- talked").replace("My words.", "My  words,\tchanged. ")
    text += "\n## Afterwards\r\n\r\nno line break at the end"
    again = written(text, "- thanked")
    assert again.startswith(text[: text.index("<!--")])
    assert again.endswith("\n## Afterwards\r\n\r\nno line break at the end")


def test_what_she_writes_inside_it_stays() -> None:
    text = written(NOTE, "- talked", "- asked")
    text = text.replace("- talked\n", "- talked, at last!\n  and how\n\n- slept well\n")
    again = written(text, "- talked", "- asked", "- thanked")
    assert "- talked, at last!\n  and how\n\n- slept well\n- asked\n- thanked\n" in again
    assert "- talked\n" not in again, "what she changed does not come back"
    assert written(again, "- talked", "- asked", "- thanked") == again


def test_what_she_deletes_does_not_come_back_but_new_lines_do() -> None:
    text = written(NOTE, "- talked", "- asked").replace("- asked\n", "")
    again = written(text, "- talked", "- asked", "- thanked")
    assert "- talked\n- thanked\n" in again
    assert "- asked" not in written(again, "- talked", "- asked")


def test_what_was_gone_for_a_while_may_come_again() -> None:
    text = written(written(NOTE, "- talked", "- asked"), "- talked")
    assert "- talked\n- asked\n" in written(text, "- talked", "- asked")


def test_a_deleted_section_does_not_come_back_empty() -> None:
    text = written(NOTE, "- talked").replace("## Moved\n\n- talked\n\n", "")
    assert "## Moved" not in written(text, "- talked")


def test_a_block_whose_end_is_gone_is_hers_and_a_new_one_is_written() -> None:
    text = written(NOTE, "- talked").replace(f"<!-- /notesync {NAME} -->\n", "")
    again = written(text, "- talked")
    assert again.startswith(text)
    assert again.count(f"<!-- notesync {NAME}:") == 2


def test_the_lines_end_as_those_of_the_note() -> None:
    text = written(NOTE.replace("\n", "\r\n"), "- talked")
    assert "\n" not in text.replace("\r\n", "")


def test_a_note_without_a_line_break_at_its_end_gets_one() -> None:
    assert written("mine", "- talked").startswith("mine\n\n<!-- notesync")
    assert written("", "- talked").startswith("<!-- notesync")


def test_a_note_that_can_not_be_read_is_left_alone() -> None:
    with pytest.raises(SpliceRefused):
        put(read("---\nkey: [\n---\n"), NAME, parts("- talked"))


ROWS = st.lists(st.sampled_from(["- talked", "- asked", "- thanked", "- agreed"]), unique=True)


@given(ROWS, ROWS, st.text(alphabet="ab \n-#", max_size=20), st.integers(0, 400))
def test_nothing_that_she_typed_is_ever_lost(
    first: list[str], second: list[str], typed: str, place: int
) -> None:
    text = written(NOTE, *first)
    rows = text.split("\n")
    start = next(at for at, row in enumerate(rows) if row.startswith("<!-- notesync")) + 1
    place = start + place % (len(rows) - start)
    rows[place:place] = typed.split("\n")
    hers = read("\n".join(rows))
    again: Document = put(hers, NAME, parts(*second))
    left = again.text.split("\n")
    ours = {"- talked", "- asked", "- thanked", "- agreed", "- rest", "## Moved", "## Next"}
    for row in typed.split("\n"):
        if row.strip() and row.strip() not in ours:
            assert row in left
    assert put(again, NAME, parts(*second)) is again
