"""Sentences and clauses, with their places."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from notesync.letters.clauses import LONGEST, read
from notesync.letters.phrases.languages import phrasebook


@given(st.text(alphabet="aB .,!?\n;:äI’“”-1", max_size=80))
def test_sentences_stand_where_they_say(text: str) -> None:
    message = read(text, phrasebook("de"))
    assert len(message.plain) == len(message.masked) == len(text) <= LONGEST
    for one in message.sentences:
        assert message.plain[one.start : one.end] == one.text
    for clause in message.clauses:
        assert message.masked[clause.start : clause.end] == clause.text


def sentences(text: str) -> list[str]:
    return [one.text for one in read(text, phrasebook("de")).sentences]


def test_a_title_or_a_day_ends_no_sentence() -> None:
    assert sentences("Ich sah Dr. Solms am 3. Mai. Es war schön.") == [
        "Ich sah Dr. Solms am 3. Mai.",
        "Es war schön.",
    ]


def test_a_line_that_a_mail_program_broke_goes_on() -> None:
    text = "Ich habe Ihren Vortrag gehört und frage mich seitdem, wie\nSie das machen."
    assert len(sentences(text)) == 1


def test_the_greeting_is_no_sentence() -> None:
    message = read("Dear Dr Solms,\nI heard your talk.", phrasebook("en"))
    assert message.greeting.text == "Dear Dr Solms,"
    assert [one.text for one in message.sentences] == ["I heard your talk."]


def test_a_new_thought_begins_a_new_clause() -> None:
    message = read("This is no application but do you have a job, perhaps?", phrasebook("en"))
    assert [clause.text.strip() for clause in message.clauses] == [
        "This is no application",
        "but do you have a job,",
        "perhaps?",
    ]


def test_quoted_speech_is_masked() -> None:
    assert (
        "Lebenslauf"
        not in read("Er sagte „Ihr Lebenslauf fehlt“ und ging.", phrasebook("de")).masked
    )
