"""The second reader: its weights are what the labelled messages teach, and it stays one voice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesync.letters.clauses import read
from notesync.letters.learned import GROUPS, PLEA, WEAK, kind_of, score, table, values
from notesync.letters.phrases.languages import phrasebook
from notesync.letters.traits import traits, words
from tests.letters import learn
from tests.letters.messages import LANGUAGES, messages


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_weights_that_ship_are_what_the_messages_teach(lang: str) -> None:
    path = learn.FOLDER / f"{lang}.tsv"
    taught = learn.written(learn.weights(lang, messages(lang)))
    assert path.read_text(encoding="utf-8") == taught, "make learn writes them anew"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_target_has_weights_and_no_more_than_are_kept(lang: str) -> None:
    for target in (PLEA, WEAK, *GROUPS):
        assert 0 < len(table(lang)[target]) <= learn.KEPT


def test_what_separates_two_heaps_is_learned() -> None:
    rows = [{"=": 1.0, word: 1.0} for word in ("tea", "tea", "job", "job")]
    weights = learn.learn(rows, [False, False, True, True])
    assert [score(row, weights) > 0 for row in rows] == [False, False, True, True]


def test_what_is_seen_once_teaches_nothing() -> None:
    rows = [{"=": 1.0, word: 1.0} for word in ("tea", "tea", "job", "jam")]
    assert set(learn.learn(rows, [False, False, True, True])) <= {"=", "tea"}


def test_words_lose_their_case_and_numbers_their_value() -> None:
    grammar = phrasebook("de").grammar
    assert words("Am 3. Mai", grammar) == {"am", "0", "mai", "am 0", "0 .", ". mai"}


def test_the_forms_of_a_word_are_one() -> None:
    grammar = phrasebook("de").grammar
    assert words("Stelle", grammar) == words("Stellen", grammar) == {"stell"}
    assert words("Büro", grammar) == words("buro", grammar)


@given(st.text(max_size=200), st.sampled_from(LANGUAGES))
def test_any_text_has_traits_and_a_kind(text: str, lang: str) -> None:
    book = phrasebook(lang)
    known = traits(read(text, book), book)
    assert kind_of(known, lang)
    assert isinstance(score(values(known, kinds=False), table(lang)[PLEA]), float)


def test_a_long_message_is_no_louder_than_a_short_one_of_the_same_words() -> None:
    book = phrasebook("en")
    once = "I could start on Monday and bring my own tools, just say when and where to come. "
    first, second = (
        values(traits(read(text, book), book), kinds=False)["monday"]
        for text in (once, once * 3 + " ".join(f"word{n}x" for n in "abcdefghij"))
    )
    assert second < first
