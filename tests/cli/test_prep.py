"""prep: one page before a conversation."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.cli.running import notesync

if TYPE_CHECKING:
    import pytest


def test_the_page_says_when_one_meets_and_ends_with_what_one_could_ask(petra: Path) -> None:
    result = notesync("--vault", petra, "--today", "2026-05-19", "prep", "Henrik")
    lines = result.out.splitlines()
    assert lines[:3] == [
        "Dr. Henrik Solms, Solvana",
        "Head of marketing · Leipzig · Sie",
        "You meet: tomorrow, 11:00, Leipzig",
    ]
    assert "  open            Can I lead a team without working five days?" in lines
    assert lines[-3:] == [
        "  Names             Who else should I talk to?",
        "                    May I say that I have the name from you?",
        "  To give           What can I do for you?",
    ]
    assert all(len(line) <= 80 for line in lines)


def test_ideas_are_in_the_language_and_the_form_of_the_conversation(petra_de: Path) -> None:
    du = notesync("--vault", petra_de, "prep", "Jonas").out
    sie = notesync("--vault", petra_de, "prep", "Carla").out
    assert "Wie bist du zu dem gekommen" in du
    assert "Wie sind Sie zu dem gekommen" in sie


def test_json_has_all_parts(petra: Path) -> None:
    document = notesync("--vault", petra, "prep", "Ida", "--json").json
    assert list(document) == [
        *("schema", "contact", "org", "role", "city", "register", "topics", "meeting"),
        *("introduced_by", "mention", "met", "last_contact", "last_words", "promises"),
        *("questions", "ask_for", "give", "since", "ideas"),
    ]
    assert document["introduced_by"] == ["Jonas Kessler"]
    assert document["questions"][0]["question"] == "Agency or company"
    assert [each["phase"] for each in document["ideas"]][-2:] == ["names", "give"]


def test_plain_rows_begin_with_their_part(petra: Path) -> None:
    rows = notesync("--vault", petra, "prep", "Rita", "--plain").out.splitlines()
    assert rows[0] == "connection\t\tnamed by Dr. Henrik Solms; you may say so"
    assert rows[-1] == "ideas\tTo give\tWhat can I do for you?"


def test_ideas_of_the_vault_are_taken(petra: Path) -> None:
    own = petra / "templates" / "en" / "questions.md"
    own.parent.mkdir(parents=True)
    own.write_text("## Drawing\n- What do you draw when you are lost?\n", "utf-8")
    assert "  Drawing           What do you draw when you are lost?\n" in (
        notesync("--vault", petra, "prep", "Rita").out
    )


def test_nobody_is_told_as_such(petra: Path) -> None:
    result = notesync("--vault", petra, "prep", "Nobody")
    assert (result.code, result.out) == (4, "")


def test_a_narrow_terminal_has_its_words_in_one_column(
    petra: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("notesync.cli.screen._width", lambda: 40)
    lines = notesync("--vault", petra, "prep", "Rita").out.splitlines()
    assert "  To give: What can I do for you?" in lines
    assert all(len(line) <= 40 for line in lines)
