"""The second reader: its weights are what the labelled messages teach, and it stays one voice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesync.letters.clauses import read
from notesync.letters.learned import GROUPS, PLEA, WEAK, kind_of, score, table, values
from notesync.letters.phrases.languages import phrasebook
from notesync.letters.traits import DENIED, OFTEN, SIGN, traits, words
from tests.letters import learn
from tests.letters.messages import LANGUAGES


def test_the_weights_that_ship_are_what_the_messages_teach() -> None:
    found = learn.Readings(learn.everything()).weights()
    for lang in LANGUAGES:
        shipped = (learn.FOLDER / f"{lang}.tsv").read_text(encoding="utf-8")
        assert shipped == learn.written(learn.table(found, lang)), "make learn writes them anew"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_target_has_weights_and_no_more_than_are_kept(lang: str) -> None:
    for target in (PLEA, WEAK, *GROUPS):
        kept = [trait for trait in table(lang)[target] if not trait.startswith(SIGN)]
        assert 0 < len(kept) <= learn.KEPT[target]


def test_signs_weigh_the_same_in_all_languages() -> None:
    german, english = table("de"), table("en")
    for target in (PLEA, WEAK, *GROUPS):
        signs = {trait for trait in german[target] if trait.startswith(SIGN)}
        assert signs
        assert all(german[target][sign] == english[target][sign] for sign in signs)


def test_the_acts_have_the_same_names_in_all_languages() -> None:
    german, english = ([name for name, _ in phrasebook(lang).acts] for lang in LANGUAGES)
    assert german == english


def test_what_separates_two_heaps_is_learned() -> None:
    rows = [{"=": 1.0, word: 1.0} for word in ("tea", "tea", "job", "job")]
    weights = learn.learn(rows, [False, False, True, True], [1] * 4)
    assert [score(row, weights) > 0 for row in rows] == [False, False, True, True]


def test_what_is_seen_once_teaches_nothing() -> None:
    rows = [{"=": 1.0, word: 1.0} for word in ("tea", "tea", "job", "jam")]
    assert set(learn.learn(rows, [False, False, True, True], [1] * 4)) <= {"=", "tea"}


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
    assert kind_of(known, table(lang))
    assert isinstance(score(values(known), table(lang)[PLEA]), float)


def test_a_long_message_is_no_louder_than_a_short_one_of_the_same_words() -> None:
    book = phrasebook("en")
    once = "I could start on Monday and bring my own tools, just say when and where to come. "
    first, second = (
        values(traits(read(text, book), book))["monday"]
        for text in (once, once * 3 + " ".join(f"word{n}x" for n in "abcdefghij"))
    )
    assert second < first


def test_what_is_only_denied_is_another_sign() -> None:
    book = phrasebook("en")
    said, denied, twice = (
        traits(read(text, book), book).acts
        for text in (
            "I enclose my CV.",
            "I don't enclose a CV.",
            "I enclose my CV. My portfolio follows.",
        )
    )
    assert f"{SIGN}papers" in said
    assert denied & {f"{SIGN}papers", f"{SIGN}papers{DENIED}"} == {f"{SIGN}papers{DENIED}"}
    assert f"{SIGN}papers{OFTEN}" in twice


def test_a_question_about_the_reader_and_one_about_the_writer_are_two_signs() -> None:
    book = phrasebook("de")
    signs = [
        traits(read(text, book), book).shape & {"=of-you", "=of-me", "=of-a-talk"}
        for text in (
            "Woran merkt man das?",
            "Könnt ihr mich gebrauchen?",
            "Hätten Sie 20 Minuten für mich?",
        )
    ]
    assert signs == [{"=of-you"}, {"=of-me"}, {"=of-a-talk"}]
