"""Question ideas by phase, shipped and of the user's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from notesync.letters.ideas import PHASES, Ideas, merged, read

TEMPLATES = Path(__file__).parents[2] / "notesync" / "letters" / "templates"
SHIPPED = read("## To begin\n- How?\n## Names\n- Who else?\n## To give\n- What can I do?\n")


def titles(own: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(each.title, each.questions) for each in merged(SHIPPED, read(own))]


@pytest.mark.parametrize("file", ["de/questions.du.md", "de/questions.Sie.md", "en/questions.md"])
def test_every_phase_of_the_method_has_ideas(file: str) -> None:
    found = read((TEMPLATES / file).read_text("utf-8"))
    assert [each.phase for each in found] == list(PHASES)
    assert all(each.questions for each in found)


def test_a_heading_begins_a_phase_and_a_bullet_is_a_question() -> None:
    page = (
        "# Page\nWords.\n\n## A day\n- What did Tuesday look like?\n* And Monday?\n\nMore words.\n"
    )
    assert read(page)[1] == Ideas("day", "A day", ("What did Tuesday look like?", "And Monday?"))


def test_a_phase_of_the_users_own_takes_the_place_of_the_shipped_one() -> None:
    assert titles("## opening\n- Why?\n")[0] == ("opening", ("Why?",))
    assert titles("## Zum Anfang\n- Warum?\n")[0] == ("Zum Anfang", ("Warum?",))


def test_a_new_phase_stands_before_the_names() -> None:
    assert [title for title, _ in titles("## Boats\n- Which wood?\n")] == [
        *("To begin", "Boats", "Names", "To give"),
    ]


def test_an_emptied_phase_is_left_out_but_names_are_always_asked_for() -> None:
    assert [title for title, _ in titles("## To give\n## Names\n")] == ["To begin", "Names"]
