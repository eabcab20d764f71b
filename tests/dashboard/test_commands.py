"""The command beside a step does it when it is typed as it stands."""

from __future__ import annotations

import shlex

import pytest

from notesync.cli.main import COMMANDS as TYPED
from notesync.dashboard.commands import COMMANDS, command
from notesync.views.sentences import ACTIONS
from notesync.views.steps import Step
from notesync.words import ENGLISH
from tests.dashboard.pages import GERMAN
from tests.dashboard.sites import scene_of

NOTES = {
    "contacts/Carla Voigt.md": "",
    "contacts/Ben.md": "",
    "contacts/$(touch x) `id`.md": "",
    "contacts/-rf.md": "",
    'contacts/Anna "Ann" O\'Brien.md': "",
}


def typed(action: str, key: str = "contacts/Carla Voigt.md", *, german: bool = False) -> str:
    step = Step(
        action, "talked", key, about="Agency or company", key="conversations/2026-05-12 X.md"
    )
    return command(step, scene_of(NOTES).facts, GERMAN if german else ENGLISH)


def test_every_action_has_a_command_that_there_is() -> None:
    assert COMMANDS.keys() == ACTIONS.keys()
    assert {line.split()[0] for line in COMMANDS.values()} <= TYPED.keys()


@pytest.mark.parametrize(
    ("action", "line"),
    [
        ("thank", 'notesync log "Carla Voigt" thanked'),
        ("ask", 'notesync ask "Carla Voigt"'),
        ("find_evidence", 'notesync ask "Carla Voigt" --about "Agency or company"'),
        ("debrief", 'notesync edit "2026-05-12 X"'),
        ("keep_promise", 'notesync done "Carla Voigt"'),
    ],
)
def test_the_command_of(action: str, line: str) -> None:
    assert typed(action) == line


def test_a_german_reader_types_german_verbs() -> None:
    assert typed("thank", german=True) == 'notesync log "Carla Voigt" bedankt'


def test_a_name_of_one_word_needs_no_quotes() -> None:
    assert typed("thank", "contacts/Ben.md") == "notesync log Ben thanked"


@pytest.mark.parametrize("key", NOTES)
def test_whatever_somebody_is_called_a_shell_takes_the_name_for_one_word(key: str) -> None:
    line = typed("thank", key)
    name = key.removeprefix("contacts/").removesuffix(".md").lstrip("-")
    assert shlex.split(line) == ["notesync", "log", name, "thanked"]


def test_without_a_person_there_is_nothing_to_type() -> None:
    assert typed("start", "") == ""
    assert typed("broaden") == ""
