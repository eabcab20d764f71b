"""Names that don't belong into a letter, with and without help from the notes."""

from __future__ import annotations

import pytest

from notesync.letters.clauses import read
from notesync.letters.named import NOBODY, Reader, wrong_names
from notesync.letters.phrases.languages import phrasebook


def found(text: str, lang: str, reader: Reader = NOBODY) -> list[tuple[str, str]]:
    message = read(text, book := phrasebook(lang))
    return [(each.rule, text[each.start : each.end]) for each in wrong_names(message, book, reader)]


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("de", "Lieber Klaus, lange her. Stefan, du bist ja jetzt bei der Bahn.", "Stefan"),
        ("de", "Guten Tag Herr Albers, 20 Minuten, liebe Frau Deutsch, wären schön.", "Deutsch"),
        ("en", "Keith, we haven't spoken for years. So Stuart, how did you learn it?", "Stuart"),
        ("en", "Dr Mukherjee, I'd like to know, Mr Banerjee, how you dry it.", "Banerjee"),
    ],
)
def test_two_people_greeted_in_one_letter_are_seen(lang: str, text: str, name: str) -> None:
    assert found(text, lang) == [("other-name", name)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Lieber Klaus, lange her. Klaus, du bist ja jetzt bei der Bahn."),
        ("de", "Liebe Frau Voigt, Ihre Kollegin, Frau Thoma, hat mir von Ihnen erzählt."),
        ("de", "Hallo Meike, wie ist das? Danke, du Liebe!"),
        ("en", "Keith, it's been years. Thanks, you were a great help."),
        ("en", "Dear Carla, my sister says hello. Well, how are you?"),
    ],
)
def test_who_is_only_mentioned_or_greeted_again_is_left_alone(lang: str, text: str) -> None:
    assert found(text, lang) == []


def test_who_introduced_may_ask_not_to_be_named() -> None:
    text = "Dear Carla, Meike Brandt gave me your name."
    reader = Reader(names=("Carla Voigt",), unnamed=("Meike Brandt",))
    assert found(text, "en", reader) == [("unnamed", "Meike Brandt")]
