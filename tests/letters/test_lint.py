"""The verdict, its findings and their places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesync.letters.clauses import LONGEST
from notesync.letters.kinds import KINDS
from notesync.letters.lint import lint
from notesync.letters.named import Reader
from notesync.letters.rules import GOOD, RULES

GOOD_REQUEST = (
    "Dear Dr Solms,\n"
    "I heard your talk on heat networks. How different is marketing in your field? "
    "Would you have 20 minutes for a call, whenever suits you? If not, I quite understand.\n"
)
LINES = st.lists(
    st.sampled_from(
        [
            "Ich suche eine Stelle.",
            "nicht",
            "Haben Sie 20 Minuten?",
            "{name}",
            "Danke!",
            "I'm free from 1 June",
            "\n",
            "„Zitat“",
            "If not, fine.",
            "Dr. ",
            ", weil ",
            "…",
        ]
    )
).map(" ".join)


@given(st.one_of(st.text(), LINES), st.sampled_from(["", *KINDS]))
def test_any_text_gets_a_verdict_and_findings_that_stand_in_it(text: str, kind: str) -> None:
    report = lint(text, kind=kind)
    assert report.verdict in ("", "plea", "weak", "ok")
    assert set(report.good) <= set(GOOD)
    for finding in report.findings:
        assert finding.rule in RULES
        assert 0 <= finding.start <= finding.end <= len(text)
    assert (report.verdict == "plea") == any(RULES[one.rule].plea for one in report.findings)


def test_a_good_request_gets_its_ticks() -> None:
    report = lint(GOOD_REQUEST, kind="request-cold")
    assert report.verdict == "ok"
    assert report.findings == ()
    assert set(report.good) == {"connection", "question", "minutes", "flexible", "way-out"}


def test_the_words_of_a_plea_are_marked() -> None:
    text = "Hallo Jonas,\nmein Lebenslauf hängt an. Hast du 20 Minuten?"
    (finding, *_) = lint(text).findings
    assert finding.rule == "papers"
    assert text[finding.start : finding.end] == "Lebenslauf hängt an"


def test_one_thing_that_could_be_clearer_leaves_a_message_good() -> None:
    text = "Hey Meg, how do you find B2B? Could I ask you about it for 20 minutes over lunch?"
    report = lint(text, kind="request-warm")
    assert [one.rule for one in report.findings] == ["no-way-out"]
    assert report.verdict == "ok"


def test_a_first_message_without_a_question_is_weak() -> None:
    text = "Hi Greg, do you have 20 minutes for me? If not, no problem."
    report = lint(text, kind="request-warm")
    assert [one.rule for one in report.findings] == ["no-question"]
    assert report.verdict == "weak"


def test_an_empty_draft_gets_no_verdict() -> None:
    assert lint(" \n").verdict == ""


def test_a_very_long_text_is_read_up_to_a_limit() -> None:
    text = "Danke für alles. " * LONGEST
    assert all(one.end <= LONGEST for one in lint(text).findings)


@pytest.mark.parametrize(
    ("reader", "rule", "marked"),
    [
        (Reader(names=("Nora Lind",), others=("Carla Voigt",)), "other-name", "Carla"),
        (Reader(names=("Carla Voigt",), register="Sie"), "wrong-address", "hast"),
        (Reader(names=("Carla Voigt",), unnamed=("Meike Brandt",)), "unnamed", "Meike Brandt"),
    ],
)
def test_what_the_notes_know_of_the_reader_is_held_against_the_text(
    reader: Reader, rule: str, marked: str
) -> None:
    text = "Liebe Carla, wie hast du das erlebt? Meike Brandt war neugierig."
    found = {one.rule: text[one.start : one.end] for one in lint(text, reader=reader).findings}
    assert found[rule] == marked


def test_the_right_name_and_address_are_left_alone() -> None:
    reader = Reader(names=("Carla Voigt",), register="du", others=("Nora Lind", "Carla Kern"))
    text = "Liebe Carla, wie hast du das erlebt? 20 Minuten? Wenn nicht, auch gut."
    assert lint(text, reader=reader).findings == ()


def test_sie_and_du_are_not_mixed() -> None:
    text = "Liebe Frau Sommer, du hattest erzählt, wie Sie zur Bahn gekommen sind."
    assert "mixed-address" in {one.rule for one in lint(text).findings}


def test_she_and_they_are_no_form_of_address() -> None:
    text = "Liebe Meike, wie siehst du das? Carla war da. Sie sieht es wie du."
    assert "mixed-address" not in {one.rule for one in lint(text).findings}


def test_a_slot_that_is_still_open_is_found() -> None:
    for slot in ("{name}", "[Name]", "<Name>", "XXX", "___", "{{name}}"):
        text = f"Hello {slot}, how did you start?"
        found = {one.rule: text[one.start : one.end] for one in lint(text).findings}
        assert found["open-slot"] == slot


def test_a_link_to_a_note_is_no_open_slot() -> None:
    text = "Hello Meg, [[Carla Voigt]] and [the page](x.md): how did you start?"
    assert "open-slot" not in {one.rule for one in lint(text).findings}


def test_thanks_without_anything_from_the_talk_are_weak() -> None:
    report = lint("Danke für das nette Gespräch gestern!", kind="thank-you")
    assert (report.verdict, report.findings[0].rule) == ("weak", "nothing-learned")


def test_a_subject_line_is_not_part_of_the_letter() -> None:
    report = lint("Subject: Question about heat networks\n\n" + GOOD_REQUEST)
    assert report.verdict == "ok"
    assert "connection" in report.good


def test_thanks_in_advance_and_a_date_beside_them_are_two_pressures() -> None:
    text = GOOD_REQUEST + "Please answer by Friday. Thanks in advance!"
    report = lint(text, kind="request-cold")
    assert [one.rule for one in report.findings] == ["pressure", "pressure"]
    assert report.verdict == "weak"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            (
                "Hallo Frau Wirtz, Ihren Podcast höre ich jeden Freitag. Wie fing das an? Könnten "
                "Sie mir Ihre Liste schicken, mir zwei Kolleginnen nennen und mein Konzept lesen?"
            ),
            "request-cold",
        ),
        (
            (
                "Tell me Evie, how did you learn to read soil? I need you to take me through it, "
                "lend me your notes, bring me to the next tasting and find me a study buddy."
            ),
            "request-warm",
        ),
    ],
)
def test_several_favours_in_one_sentence_are_too_much(text: str, kind: str) -> None:
    assert "too-much" in {one.rule for one in lint(text, kind=kind).findings}


@pytest.mark.parametrize(
    "plea",
    ["Habt ihr eine Stelle für mich?", "Sucht ihr noch jemanden?"],
)
def test_a_sentence_that_asks_for_an_opening_counts_in_the_friendliest_letter(plea: str) -> None:
    text = (
        f"Hallo Ida, wie ist es bei euch? {plea} Hättest du 20 Minuten für mich? Ich richte mich "
        "ganz nach dir. Und wenn es gerade nicht passt, ist das völlig in Ordnung."
    )
    assert lint(text, kind="request-warm").verdict == "plea"


def test_a_letter_that_only_waits_for_a_name_is_not_called_weak() -> None:
    report = lint("{name}, " + GOOD_REQUEST.split("\n", 1)[1], kind="request-cold")
    assert [one.rule for one in report.findings] == ["open-slot"]
    assert report.verdict == "ok"
