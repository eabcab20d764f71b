"""What a message shows itself to be, when nobody says it."""

from __future__ import annotations

import pytest

from notesync.letters.lint import lint
from notesync.letters.named import Reader


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Sehr geehrte Frau Beck, wie haben Sie angefangen?", "request-cold"),
        ("Hey Tom, wie hast du angefangen?", "request"),
        ("Liebe Carla, danke für das Gespräch gestern!", "thank-you"),
        ("Hallo Herr Berger, vor zehn Tagen hatte ich Ihnen geschrieben.", "reminder"),
        ("Morgen 12.30, bleibt's dabei?", "confirm"),
        ("Dear Ms Beck, how did you start?", "request-cold"),
        ("Meg, thanks for lunch!", "thank-you"),
        ("Hi Jon, just a nudge about my question.", "reminder"),
        ("Ida! I got the job!", "news"),
    ],
)
def test_a_message_shows_its_kind(text: str, kind: str) -> None:
    assert lint(text).kind == kind


def test_the_notes_know_better_whether_a_request_is_cold() -> None:
    text = "Dear Ms Beck, how did you start?"
    assert lint(text, reader=Reader(kind="request-warm")).kind == "request-warm"


def test_the_notes_do_not_turn_thanks_into_a_request() -> None:
    assert lint("Meg, thanks for lunch!", reader=Reader(kind="request-warm")).kind == "thank-you"


@pytest.mark.parametrize("likely", ["de", "en"])
def test_a_text_that_tells_no_language_takes_the_likely_one(likely: str) -> None:
    assert lint("Okay?", likely=likely).lang == likely
