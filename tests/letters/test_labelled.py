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

# How many of a hundred are right at least: these messages have all been learned from, so this only
# holds that nothing once learned gets lost. `tests.letters.crosswise` tells what it is worth.
FLOOR = {True: 97, False: 95}


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


@pytest.mark.parametrize("told", FLOOR)
@pytest.mark.parametrize("part", PARTS)
def test_nearly_all_are_judged_as_they_were_labelled(part: str, told: bool) -> None:  # noqa: FBT001 -- a parameter of the table
    chosen = [one for one in ALL if one.part == part]
    right = sum(
        lint(one.text, kind=one.kind if told else "").verdict == one.label for one in chosen
    )
    assert 100 * right >= FLOOR[told] * len(chosen)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_language_is_told_from_the_text(lang: str) -> None:
    assert [one.about for one in messages(lang) if lint(one.text).lang != lang] == []
