"""Templates: slots, other ways to say it, sentences that are left out, and what is wrong in one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesync.letters.slots import SLOTS
from notesync.letters.template import (
    fill,
    mark,
    problems,
    read,
    unfilled,
)


def filled(template: str, lang: str = "en", **values: str) -> str:
    return fill(read(template), values, lang).text


def test_a_slot_is_filled_from_the_notes() -> None:
    assert filled("Thank you, {name}.", name="Carla") == "Thank you, Carla.\n"


def test_a_slot_that_nobody_can_fill_is_marked_in_the_language_of_the_letter() -> None:
    assert filled("I wonder: {question}") == "I wonder: [… which question?]\n"
    assert filled("Ich frage: {question}", "de") == "Ich frage: [… welche Frage?]\n"


def test_the_marks_in_a_letter_are_told_in_its_order() -> None:
    letter = fill(read("{topic} {name} {question} {topic}"), {"name": "Carla"}, "en")
    assert letter.open == ("topic", "question")
    assert unfilled(letter.text, "en") == letter.open


def test_no_two_slots_have_the_same_mark() -> None:
    for lang in ("de", "en"):
        assert len({mark(slot, lang) for slot in SLOTS}) == len(SLOTS)


def test_of_several_ways_the_first_that_can_be_said_whole_is_taken() -> None:
    ways = "? I met {met} {met_when}.\n| I met {met}.\n| I met somebody."
    assert filled(ways, met="Nora", met_when="today") == "I met Nora today.\n"
    assert filled(ways, met="Nora") == "I met Nora.\n"
    assert filled(ways) == "I met somebody.\n"


def test_where_no_way_can_be_said_the_last_one_is_marked() -> None:
    assert filled("? I met {met}.\n| I met {name}.") == "I met [… which name?].\n"


def test_a_sentence_without_another_way_is_left_out() -> None:
    text = "Thank you.\n? And for {named}.\nBye."
    assert filled(text) == "Thank you. Bye.\n"
    assert filled(text, named="Nora") == "Thank you. And for Nora. Bye.\n"


def test_another_way_may_be_to_say_nothing() -> None:
    assert filled("Hi.\n? {quote}\n| {insight}\n|\nBye.") == "Hi. Bye.\n"


def test_lines_run_together_and_an_empty_line_is_a_paragraph() -> None:
    assert filled("One.\nTwo.\n\n\nThree.\n") == "One. Two.\n\nThree.\n"


def test_a_line_can_keep_its_break() -> None:
    assert filled("Warm wishes,\\\n{me}", me="Petra") == "Warm wishes,\nPetra\n"


def test_a_paragraph_of_which_nothing_is_left_is_none() -> None:
    assert filled("One.\n\n? {quote}\n\nTwo.") == "One.\n\nTwo.\n"


def test_a_remark_is_no_part_of_the_letter() -> None:
    assert filled("# {nothing} of this\nOne.") == "One.\n"


def test_a_question_that_was_filled_in_needs_no_full_stop() -> None:
    assert filled("I wonder: {question}.", question="How so?") == "I wonder: How so?\n"
    assert filled("Well …", question="") == "Well …\n"


def test_a_sentence_that_begins_with_a_slot_begins_with_a_capital() -> None:
    assert filled("{shared}.", shared="we met") == "We met.\n"
    german = "{greeting}\n\n{shared}. {topic}.\n{shared}."
    values = {"greeting": "Hallo Ida,", "shared": "wir kennen uns", "topic": "Energie"}
    letter = fill(read(german), values, "de").text
    assert letter == "Hallo Ida,\n\nwir kennen uns. Energie. Wir kennen uns.\n"


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("Dear\n{hair}", 2, "There is no slot {hair} for letters. There are: greeting, "),
        ("Dear\n{nmae}", 2, "There is no slot {nmae} for letters. Is it {name}?"),
        ("? a\n| {a b}", 2, "There is no slot {a b} for letters."),
        ("{}", 1, "There is no slot {} for letters."),
        ("One\n\nname}", 3, "This brace has no other half. Slots look like {greeting}."),
        ("{name", 1, "This brace has no other half."),
        ("", 0, "This template is empty."),
        ("# only a remark\n\n", 0, "This template is empty."),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, line: int, said: str) -> None:
    (found,) = problems(text)
    assert found.line == line
    assert found.sentence.format(**dict(found.values)).startswith(said)


def test_all_that_is_wrong_is_told_at_once() -> None:
    assert [each.line for each in problems("{one}\n{name} {two}\n# {three}\n}")] == [1, 2, 4]


def test_the_page_on_letters_lists_every_slot() -> None:
    page = (Path(__file__).parents[2] / "docs" / "letters.md").read_text("utf-8")
    rows = [f"| `{{{name}}}` | {slot.about} |" for name, slot in SLOTS.items()]
    assert "\n".join(("| slot | what fills it |", "|---|---|", *rows)) in page


@given(st.text(st.sampled_from("ab{}name?|#\\ \n"), max_size=60))
def test_any_text_without_a_problem_is_a_template(text: str) -> None:
    found = problems(text)
    if not found:
        letter = fill(read(text), {}, "en")
        assert letter.text.endswith("\n")
        assert letter.open in {(), ("name",)}
    assert {each.code for each in found} <= {
        *("template-slot", "template-near", "template-brace", "template-empty"),
    }
