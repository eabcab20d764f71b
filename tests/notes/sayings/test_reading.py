"""Sentences as people type them, and what is read from them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesync.notes.names import search_fold
from notesync.notes.sayings.known import WORD, without_genitive
from notesync.notes.sayings.reading import LEXICONS, read
from notesync.notes.sayings.saying import NOTE, Act
from tests.notes.sayings.labelled import KNOWN, sentences, told

TUNED = [
    (lang, *pair)
    for lang in ("de", "en")
    for part in ("tuned", "hard", "later")
    for pair in sentences(f"{lang}-{part}")
]
UNSEEN = {lang: list(sentences(f"{lang}-unseen")) for lang in ("de", "en")}
# How many of the sentences that nobody looked at while the tables were made are read wholly right.
RIGHT = {"de": 31, "en": 31}


@pytest.mark.parametrize(("lang", "sentence", "says"), TUNED)
def test_a_sentence_says_what_its_label_says(lang: str, sentence: str, says: str) -> None:
    assert told(sentence, lang) == says


@pytest.mark.parametrize("lang", ["de", "en"])
def test_most_sentences_that_were_never_looked_at_are_read_wholly_right(lang: str) -> None:
    right = [told(sentence, lang) == says for sentence, says in UNSEEN[lang]]
    assert (len(right), sum(right)) == (34, RIGHT[lang])


def test_there_are_enough_sentences_and_half_of_them_unseen() -> None:
    for lang in ("de", "en"):
        tuned = list(sentences(f"{lang}-tuned"))
        assert len(tuned) + len(UNSEEN[lang]) >= 60
        assert len(UNSEEN[lang]) >= 30


def acts(sentence: str, lang: str = "en") -> tuple[Act, ...]:
    return read(sentence, KNOWN, lang).acts


def test_the_other_language_is_understood_too() -> None:
    assert told("Mittag mit Meike", "en") == "talk Meike Sand | by lunch"
    assert told("thanked Jonas", "de") == "thanked Jonas Kessler"


def test_what_is_not_understood_is_kept_as_text() -> None:
    (act,) = acts("Lunch with Meike, the canteen smelled of fish")
    assert act.text == "the canteen smelled of fish"
    (act,) = acts("Jonas grumbled about   the heating")
    assert (act.verb, act.text) == (NOTE, "Jonas grumbled about the heating")


def test_a_surname_beside_a_known_first_name_makes_somebody_else() -> None:
    (act,) = acts("Lunch with Nora Meier")
    assert [(one.text, one.paths) for one in act.people] == [("Nora Meier", ())]


def test_a_von_can_be_a_part_of_the_name() -> None:
    (act,) = acts("Mittag mit Sabine von Hagen", "de")
    assert act.people[0].doubtful
    assert act.people[0].text == "Sabine von Hagen"
    (act,) = acts("Mittag mit Sabine von Solvana", "de")
    assert not act.people[0].doubtful


PIECES = (
    *("Lunch", "Mittag", "with", "mit", "Meike", "Jonas", "Anna", "Carla", "Voigt", "and", "und"),
    *(",", ".", ":", "(", ")", "not", "nicht", "named", "nannte", "at", "von", "Elbgrün", "she"),
    *("Hafenwerk", "yesterday", "gestern", "12.5.", "20.5.", "12:30", "learned:", "gelernt:"),
    *("sie", "ich", "I", "I'll", "schicke", "promised", "habe", "hat", "asked", "thanked", "bei"),
    *("angeschrieben", "bedankt", "20", "Minuten", "until", "bis", "is", "dass", "will"),
)


LINES = st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join)


@given(st.one_of(st.text(max_size=60), LINES))
def test_any_text_can_be_read_and_only_its_own_words_are_used(text: str) -> None:
    for act in acts(text):
        people = (one.text for one in (*act.people, *act.named))
        for piece in (act.text, *act.learned, *people):
            letters = iter(_squeezed(text))
            assert all(letter in letters for letter in _squeezed(piece)), "in their order"


def _squeezed(text: str) -> str:
    """Letters and digits only; marks may change where clauses are put together again."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFC", text).casefold()))


def test_a_very_long_text_is_a_note_whatever_it_says() -> None:
    text = f"Lunch with Meike. {'It was long. ' * 200}"
    (act,) = acts(text)
    assert (act.verb, act.text) == (NOTE, " ".join(text.split()))
    assert acts("nothing and nobody " * 200) == ()


ALL = [
    (lang, sentence)
    for lang in ("de", "en")
    for part in ("tuned", "unseen", "hard", "later")
    for sentence, _ in sentences(f"{lang}-{part}")
]


# Said in other words in the note: how long, when, that something will be, that a name was given.
OTHERWISE = frozenset(
    {
        "minuten",
        "min",
        "stunde",
        "halbe",
        "halb",
        "half",
        "drei",
        "früh",
        "gab",
        "i'll",
        "he'll",
        "she'll",
    }
)


@pytest.mark.parametrize(("lang", "sentence"), ALL)
def test_no_word_is_lost_that_the_tables_do_not_understand(lang: str, sentence: str) -> None:
    found = acts(sentence, lang)
    if not found:
        return
    kept = []
    for act in found:
        people = (*act.people, *act.named)
        kept += [*act.learned, *act.promises, act.text, act.city, *(when.text for when in act.days)]
        kept += [text for one in people for text in (one.text, one.org, *one.paths)]
    there = search_fold(" ".join(kept))
    for word in WORD.findall(sentence):
        understood = any(search_fold(word) in lexicon.understood for lexicon in LEXICONS)
        part = without_genitive(search_fold(word))
        number = any(char.isdigit() for char in word)
        assert understood or number or part in there or word.lower() in OTHERWISE, word
