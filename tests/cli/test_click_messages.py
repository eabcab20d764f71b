"""What click says by itself is said in the user's language."""

from __future__ import annotations

import gettext
import os
import re
from pathlib import Path

import pytest

from notesync.cli.click_messages import PLACES, speaking
from notesync.cli.main import COMMANDS
from notesync.cli.main import notesync as main
from notesync.cli.options import Session
from notesync.words import ENGLISH
from notesync.workspace.speech import speak
from tests.cli.running import notesync

# What is the same in every language: numbers, and choices that are typed as they stand there.
SAME = re.compile(r"N|Q|\+X|2-4|\{[a-z|]+\}")
# What is typed after `notesync --lang de` -> the last line of what click says.
SAID = {
    "--nix": "Eine Option --nix gibt es nicht.",
    "log": "Es fehlt 'NAME WAS [TEXT]'.",
    "set": "Es fehlt 'NAME'.",
    "decide": "Es fehlt 'FRAGE'.",
    "status x": "Das ist eines zu viel: x",
    "status x y": "Das ist zu viel: x y",
    "log Jonas asked --on": "Zur Option --on gehört ein Wert.",
    "status --quiet=yes": "Zur Option --quiet gehört kein Wert.",
    "status --color red": "'--color': „red“ geht hier nicht. Es geht: 'auto', 'always', 'never'.",
    "serve --port eight": "'--port': „eight“ ist keine ganze Zahl.",
    "stats": "Einen Befehl „stats“ gibt es nicht. Meintest du „status“? "
    "Alle zeigt: notesync --help --all",
}


@pytest.mark.parametrize("typed", SAID)
def test_click_speaks_german(typed: str) -> None:
    found = notesync("--lang", "de", *typed.split())
    assert (found.code, found.out) == (2, "")
    assert found.err.splitlines()[-1] == SAID[typed]
    assert not {"Usage", "Try", "Error", "OPTIONS", "ARGS"} & set(found.err.split())


def test_the_language_may_follow_the_mistake() -> None:
    assert "gibt es nicht" in notesync("--nix", "--lang=de").err


def test_click_speaks_the_language_of_the_vault(petra_de: Path) -> None:
    assert "Es fehlt" in notesync("--vault", petra_de, "log").err
    assert "Missing argument" in notesync("--vault", petra_de, "--lang", "en", "log").err


def test_click_says_sie_where_the_vault_does(petra_de: Path) -> None:
    config = petra_de / "notesync.toml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace('form = "du"', 'form = "Sie"'), encoding="utf-8")
    found = notesync("--vault", petra_de, "stats")
    assert "Meinten Sie „status“?" in found.err


def test_click_speaks_the_language_of_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    assert "Es fehlt" in notesync("log").err
    assert "Missing argument" in notesync("--lang", "en", "log").err


@pytest.mark.parametrize("before", [None, "fr:en"])
def test_nothing_stays_changed(before: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    if before is None:
        monkeypatch.delenv("LANGUAGE", raising=False)
    else:
        monkeypatch.setenv("LANGUAGE", before)
    domain = gettext.textdomain()
    with speaking(speak("de")):
        assert gettext.gettext("Usage:") == "Aufruf:"
        with speaking(ENGLISH):
            assert gettext.gettext("Usage:") == "Usage:"
        assert gettext.gettext("Usage:") == "Aufruf:"
    assert (os.environ.get("LANGUAGE"), gettext.textdomain()) == (before, domain)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_place_of_a_value_can_be_named_in_german(name: str) -> None:
    with main.make_context("notesync", [name], obj=Session()) as ctx:
        command = main.get_command(ctx, name)
    assert command is not None
    with command.make_context(name, [], parent=ctx, resilient_parsing=True) as own:
        named = {param.metavar for param in command.get_params(own) if param.metavar}
        places = {*named, *command.collect_usage_pieces(own)}
    assert {place for place in places if place not in PLACES and not SAME.fullmatch(place)} == set()
