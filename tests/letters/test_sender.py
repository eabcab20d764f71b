"""me.md: what one is called, and where one comes from in half a sentence."""

from __future__ import annotations

import pytest

from notesync.letters.sender import Sender, sender
from notesync.vault.starter import me_text

PETRA = (
    "# Petra\n\n**My story in a sentence.** Eleven years in marketing, then eleven months "
    "overland; now I am back.\n"
)


def test_the_first_heading_is_the_name_and_the_story_ends_with_its_first_thought() -> None:
    assert sender({}, PETRA) == Sender(
        "Petra", "Eleven years in marketing, then eleven months overland"
    )


def test_keys_in_the_header_come_first() -> None:
    header = {"name": "Petra Voss", "story": "Back from a long journey."}
    assert sender(header, PETRA) == Sender("Petra Voss", "Back from a long journey")


@pytest.mark.parametrize("lang", ["de", "en"])
def test_what_a_new_note_says_is_neither_name_nor_story(lang: str) -> None:
    body = me_text(lang).split("---\n", 2)[2]
    assert sender({}, body) == Sender()


def test_a_story_that_no_letter_can_hold_is_left_out() -> None:
    assert sender({"story": "word " * 31}, "") == Sender()


def test_the_story_may_stand_below_a_heading() -> None:
    body = "# Petra\n\n## Meine Geschichte\n\nElf Jahre Marketing.\n"
    assert sender({}, body) == Sender("Petra", "Elf Jahre Marketing")


def test_a_list_is_no_name() -> None:
    assert sender({"name": ("a", "b")}, "") == Sender()
