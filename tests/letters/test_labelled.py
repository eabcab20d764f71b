"""The labelled messages: no good one is ever called a plea, and the figures stand as documented.

`docs/wording-check.md` tells what each part is worth as evidence: only what the rules scored on a
part before they had been mended with it says anything about messages that nobody has seen.
"""

from __future__ import annotations

import hashlib

import pytest

from notesync.letters.lint import lint
from tests.letters.messages import HELD_OUT, ROUNDS, TUNE, Message, messages

LANGUAGES = ("de", "en")
PARTS = (TUNE, HELD_OUT, *ROUNDS)
ALL = [message for lang in LANGUAGES for message in messages(lang)]

# (part, whether the kind is told) -> how many of a hundred are right at least, as documented.
FLOORS = {
    (TUNE, True): 98,
    (TUNE, False): 98,
    (HELD_OUT, True): 98,
    (HELD_OUT, False): 98,
    ("round-two", True): 97,
    ("round-two", False): 95,
    ("round-three", True): 97,
    ("round-three", False): 93,
    ("fresh", True): 97,
    ("fresh", False): 93,
    ("round-four", True): 81,
    ("round-four", False): 78,
    ("round-five", True): 93,
    ("round-five", False): 93,
}


def name(message: Message) -> str:
    digest = hashlib.sha256(message.text.encode()).hexdigest()[:6]
    return f"{message.lang}-{message.part}-{digest}"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_there_are_enough_messages_of_each_verdict_in_both_halves(lang: str) -> None:
    first = [each for each in messages(lang) if each.part in (TUNE, HELD_OUT)]
    assert len(first) >= 120
    for part in (TUNE, HELD_OUT):
        for label in ("ok", "weak", "plea"):
            assert sum(each.part == part and each.label == label for each in first) >= 10


@pytest.mark.parametrize("message", [one for one in ALL if one.label == "ok"], ids=name)
def test_a_good_message_is_never_called_a_plea(message: Message) -> None:
    assert lint(message.text, kind=message.kind).verdict != "plea"
    assert lint(message.text).verdict != "plea"


@pytest.mark.parametrize(("part", "told"), FLOORS)
def test_as_many_are_right_as_the_page_says(part: str, told: bool) -> None:  # noqa: FBT001 -- a parameter of the table
    chosen = [one for one in ALL if one.part == part]
    right = sum(
        lint(one.text, kind=one.kind if told else "").verdict == one.label for one in chosen
    )
    assert 100 * right >= FLOORS[part, told] * len(chosen)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_language_is_told_from_the_text(lang: str) -> None:
    assert [one.about for one in messages(lang) if lint(one.text).lang != lang] == []
