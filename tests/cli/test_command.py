"""Commands speak the user's language; what programs read stays the same in every language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from notesync.cli.main import COMMANDS
from tests.cli.running import notesync

TEXTS = {"text", "what", "why", "advice"}
ENGLISH = re.compile(
    r"\b(the|of|and|with|what|show|note|day|print|usage|options|command)\b", re.IGNORECASE
)


def same_but_texts(one: object, other: object) -> bool:
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(
            key in TEXTS or same_but_texts(one[key], other[key]) for key in one
        )
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same_but_texts, one, other))
    return one == other


@pytest.mark.parametrize("day", ["2026-04-20", "2026-05-12", "2026-05-29", "2026-07-20"])
def test_only_texts_of_json_are_translated(petra: Path, day: str) -> None:
    where = ("--vault", petra, "--today", day)
    for command in (("status",), ("show", "Jonas"), ("list",), ("search", "energy")):
        english = notesync("--lang", "en", *where, *command, "--json")
        german = notesync("--lang", "de", *where, *command, "--json")
        assert english.code == german.code
        assert same_but_texts(english.json, german.json)
    assert notesync("--lang", "de", *where, "status", "--json").out != (
        notesync("--lang", "en", *where, "status", "--json").out
    )


def test_a_problem_has_the_same_code_in_both_languages(petra: Path) -> None:
    note = "---\ntype: contact\nlast_contact: 2026-02-30\n---\n"
    (petra / "contacts" / "Ben.md").write_text(note, encoding="utf-8")
    english, german = (
        notesync("--lang", lang, "--vault", petra, "check", "--json") for lang in ("en", "de")
    )
    assert english.code == german.code == 3
    assert same_but_texts(english.json, german.json)
    assert english.json["problems"][0]["text"] != german.json["problems"][0]["text"]


@pytest.mark.parametrize(
    "typed", ["show Nobody", "log", "--nix", "list unicorns", "status --today 2026-02-30", "add x"]
)
def test_exit_codes_are_the_same_in_both_languages(petra: Path, typed: str) -> None:
    english, german = (
        notesync("--lang", lang, "--vault", petra, *typed.split()) for lang in ("en", "de")
    )
    assert english.code == german.code != 0
    assert english.err != german.err


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_no_english_left(command: str) -> None:
    shown = notesync(command, "--help", "--lang", "de").out
    said = re.sub(r"--[\w-]+|^ *Aufruf: .*", "", shown, flags=re.MULTILINE)
    assert ENGLISH.findall(said) == []
    assert "Optionen:" in shown


def test_help_speaks_english_after_german() -> None:
    before = notesync("log", "--help").out
    assert notesync("log", "--help", "--lang", "de").out != before
    assert notesync("log", "--help").out == before


def test_the_place_of_a_value_is_named_in_german() -> None:
    shown = notesync("talk", "--help", "--lang", "de").out
    assert "--on DATUM" in shown
    assert "DATE" not in shown


TUESDAY = """\
Jetzt
  ● Jonas Kessler  Hafenwerk       danken, bis morgen  heute gesprochen
  ○ Nora Lind      Nordlicht Food  anschreiben         von Carla genannt
  ○ Falk Berger    Solvana         anschreiben         von Sabine genannt
Verabredet
  ○ Dr. Henrik Solms  Solvana  Gespräch in Leipzig  Mi 20.5. 11:00
Diese Woche
  gesprochen mit Jonas · ja von Henrik · Sabine konnte nicht, nannte Falk
"""
SO_FAR = """\
  bisher 6 gefragt, 5 sagten ja (erwartet hattest du 4) · alle haben geantwortet
Was klarer wird
  Agentur oder Unternehmen mehrere Stimmen · B2B oder B2C eine Stimme
  Energie mehrere Stimmen · Führung in Teilzeit offen
  Meike → Carla → Nora · 3 Namen aus 4 Gesprächen
"""


def test_petras_tuesday_reads_as_one_would_say_it(petra_de: Path) -> None:
    shown = notesync("--vault", petra_de, "status", "--today", "2026-05-12").out
    assert TUESDAY in shown
    assert SO_FAR in shown


def test_a_line_that_was_not_understood_is_told_in_german(petra_de: Path) -> None:
    note = "---\ntype: Mensch\nlast_contact: 2026-02-30\n---\n"
    (petra_de / "Menschen" / "Ben.md").write_text(note, encoding="utf-8")
    shown = notesync("--vault", petra_de, "status").out
    assert shown.endswith("Eine Zeile nicht verstanden: notesync check\n")
    told = notesync("--vault", petra_de, "check").out.splitlines()
    assert told[0] == (
        "Menschen/Ben.md:3:15: „2026-02-30“ ist kein Datum. "
        "So geht es: JJJJ-MM-TT, JJJJ-MM oder JJJJ"
    )
