"""What was learned from somebody: what can be said back to her, and what can't."""

from __future__ import annotations

import pytest

from notesync.letters.memory import Memory, memory
from notesync.notes.book import Learned


def kept(*texts: str, lang: str = "en") -> Memory:
    return memory([Learned(text) for text in texts], lang)


def test_her_own_words_come_first() -> None:
    found = kept("„Niemand wünscht sich ein Wärmenetz.“ Marketing erklärt hier.", lang="de")
    assert found.quote == "Niemand wünscht sich ein Wärmenetz"


def test_the_first_sentence_that_stands_by_itself_is_taken() -> None:
    assert kept("Sales decides the budget. Marketing pays.").insight == "Sales decides the budget"


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("She envies her colleague who supplies canteens", "en"),
        ("Their best piece is a week in a bakery", "en"),
        ("Seine liebsten Kunden sind Ingenieure", "de"),
        ("Wen sie gern hätte: jemanden, der fragt", "de"),
        ("Eine Agentur bringt dir schnell etwas bei", "de"),
        ("I was so nervous that I read it out", "en"),
    ],
)
def test_what_speaks_about_people_is_never_said_back(text: str, lang: str) -> None:
    assert kept(text, lang=lang) == Memory()


def test_the_next_insight_is_taken_when_the_first_speaks_about_her() -> None:
    assert kept("She likes it here", "Sales decides the budget").insight == (
        "Sales decides the budget"
    )


def test_a_long_thought_is_cut_where_it_may_be_or_left_out() -> None:
    long = "word " * 40
    assert kept(f"Sales decides the budget there; {long}").insight == (
        "Sales decides the budget there"
    )
    assert kept(long) == Memory()


def test_what_is_on_a_question_comes_first() -> None:
    loose, asked = Learned("Lunch is at noon there"), Learned("Sales decides it all", "q.md")
    assert memory([loose, asked], "en").insight == "Sales decides it all"


def test_marks_of_emphasis_are_left_out() -> None:
    assert kept("**Sales** decides the *whole* budget").insight == "Sales decides the whole budget"


def test_links_are_said_as_names() -> None:
    assert kept("The budget is made at [[Elbgrün|the works]]").insight == (
        "The budget is made at the works"
    )
