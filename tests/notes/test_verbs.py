import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesync.notes.kinds import VOCABULARIES
from notesync.notes.names import search_fold
from notesync.notes.verbs import ALMOST, ORDINARY, near_verb, verb


def test_a_verb_is_told_with_the_place_where_it_ends() -> None:
    assert verb("asked email") == ("asked", 5)
    assert verb("Angefragt: kurz") == ("asked", 9)
    assert verb("**thanked** her") == ("thanked", 11)
    assert verb("walked with her") == ("", 6)
    assert verb("") == ("", 0)


def test_a_verb_is_no_near_miss_of_another() -> None:
    for term in VOCABULARIES["verb"]:
        assert verb(term.code)[0] == verb(term.de)[0] == term.code


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("askd", "asked"),
        ("akse", ""),
        ("thanks", "thanked"),
        ("Danke", "bedankt"),
        ("gedankt", "bedankt"),
        ("erinnert", "nachgefragt"),
        ("notiez", ""),
        ("nesw", "news"),
        ("zugesgat", "zugesagt"),
        ("vorgestelt", "vorgestellt"),
        ("introducd", "introduced"),
        ("x" * 5000, ""),
    ],
)
def test_a_slip_of_the_finger_is_told_what_was_meant(word: str, meant: str) -> None:
    assert near_verb(word) == meant


@pytest.mark.parametrize(
    "word",
    [
        "walked",
        "masked",
        "task",
        "have",
        "next",
        "gegessen",
        "gesehen",
        "gelesen",
        "gekommen",
        "geschoben",
        "gefreut",
        "versprochen",
        "besucht",
        "bezahlt",
        "gekauft",
        "telefoniert",
        "getroffen",
        "met",
        "called",
        "email",
        "wrote-up",
        "visited",
        "helped",
        "read",
        "write",
        "gemerkt",
        "gearbeitet",
        "vorher",
    ],
)
def test_ordinary_words_are_not_accused(word: str) -> None:
    assert near_verb(word) in {"", "wrote"}


def test_the_tables_are_folded_as_they_are_looked_up() -> None:
    assert all(search_fold(word) == word for word in (*ALMOST, *ORDINARY))
    assert all(verb(word)[0] for word in ALMOST.values())
    assert not any(verb(word)[0] for word in (*ALMOST, *ORDINARY))


@given(st.text(max_size=30))
def test_any_word_is_a_verb_or_near_one_or_neither(word: str) -> None:
    near = near_verb(word)
    assert not near or verb(near)[0]
