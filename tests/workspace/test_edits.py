"""Keys that are set on any note, and decisions."""

from __future__ import annotations

from pathlib import Path

import pytest

from notesync.errors import UsageError
from notesync.notes.refusal import KeyTwice
from notesync.workspace import dates, edits
from notesync.workspace.opening import Workspace
from notesync.workspace.plan import NotWritten
from notesync.workspace.typed import BadValue
from tests.workspace.places import done, files, opened, text, write

CARLA = """\
---
# from the fair
Firma:   "[[Elbgrün]]"
mail: 'c@example.org'
topics:
  - energy   # since 2024
  - museums
shoe: 38
created: 2026-05-01
---
Text
"""


def set_keys(workspace: Workspace, name: str, *pairs: str) -> None:
    note = workspace.find(name)
    done(workspace, edits.set_keys(workspace, note, [edits.assignment(pair) for pair in pairs]))


@pytest.mark.parametrize(
    ("pair", "old", "new"),
    [
        ("city=Bremen", "created: 2026-05-01\n", "created: 2026-05-01\n"),
        ("org=Solvana", '"[[Elbgrün]]"', '"[[Solvana]]"'),
        ("email=d@example.org", "'c@example.org'", "'d@example.org'"),
        ("E-Mail=d@example.org", "'c@example.org'", "'d@example.org'"),
        ("topics+=wind", "  - museums\n", "  - museums\n  - wind\n"),
        ("themen-=MUSEUMS", "  - museums\n", ""),
        ("topics-=nothing", "", ""),
        ("shoe=39", "shoe: 38", "shoe: 39"),
        ("shoe=", "shoe: 38\n", ""),
        ("created=yesterday", "2026-05-01", "2026-05-11"),
        ("created=1.3.", "2026-05-01", "2026-03-01"),
    ],
)
def test_setting_a_key_changes_its_lines_only(
    tmp_path: Path, pair: str, old: str, new: str
) -> None:
    write(tmp_path, {"contacts/Carla.md": CARLA})
    with opened(tmp_path) as workspace:
        set_keys(workspace, "Carla", pair)
    after = text(tmp_path, "contacts/Carla.md")
    if pair.startswith("city"):
        assert after == CARLA.replace('Elbgrün]]"\n', 'Elbgrün]]"\ncity: Bremen\n')
    else:
        assert after == (CARLA.replace(old, new) if old else CARLA)


@pytest.mark.parametrize(
    ("pair", "lines"),
    [
        ("circle=friend", "circle: Freund\n"),
        ("herkunft=vermittelt", "origin: vermittelt\n"),
        ("birthday=24.12.", 'birthday: "--12-24"\n'),
        ("birthday=24.12.1980", "birthday: 1980-12-24\n"),
        ("met=2017", "met: 2017\n"),
        ("private=ja", "private: true\n"),
        ("keep_in_touch=3 Monate", "keep_in_touch: 3 Monate\n"),
        ("introduced_by=Meike", 'introduced_by:\n  - "[[Meike Brandt]]"\n'),
        ("phone=01067", 'phone: "01067"\n'),
        ("shirt=a: b # c", 'shirt: "a: b # c"\n'),
    ],
)
def test_a_new_key_is_written_in_the_vaults_language(tmp_path: Path, pair: str, lines: str) -> None:
    write(
        tmp_path,
        {"Menschen/Bo.md": "---\nrole: x\n---\n", "Menschen/Meike Brandt.md": ""},
        'lang = "de"\n',
    )
    with opened(tmp_path) as workspace:
        set_keys(workspace, "Bo", pair)
    header = text(tmp_path, "Menschen/Bo.md")
    assert sorted(header.splitlines()) == sorted(f"---\nrole: x\n{lines}---\n".splitlines())


def test_several_keys_are_set_at_once_or_none(tmp_path: Path) -> None:
    write(tmp_path, {"contacts/Carla.md": CARLA})
    before = files(tmp_path)
    with opened(tmp_path) as workspace:
        with pytest.raises(BadValue) as refused:
            set_keys(workspace, "Carla", "city=Bremen", "birthday=2026-02-30")
        assert files(tmp_path) == before
        set_keys(workspace, "Carla", "city=Bremen", "role=boss")
    assert "2026-02-30" in str(refused.value)
    assert text(tmp_path, "contacts/Carla.md") == CARLA.replace(
        'Elbgrün]]"\n', 'Elbgrün]]"\nrole: boss\ncity: Bremen\n'
    )


@pytest.mark.parametrize("pair", ["city", "=x", "circle=freundd", "private=maybe", "created=30.2."])
def test_what_can_not_be_meant_is_refused(tmp_path: Path, pair: str) -> None:
    write(tmp_path, {"contacts/Carla.md": CARLA})
    with opened(tmp_path) as workspace, pytest.raises(UsageError):
        set_keys(workspace, "Carla", pair)
    assert text(tmp_path, "contacts/Carla.md") == CARLA


@pytest.mark.parametrize(
    ("pair", "hint"),
    [("closness=close", 'Did you mean "closeness"?'), ("shoe=39", ""), ("city=Bonn", "")],
)
def test_a_mistyped_key_is_kept_and_told(tmp_path: Path, pair: str, hint: str) -> None:
    write(tmp_path, {"contacts/Carla.md": CARLA})
    with opened(tmp_path) as workspace:
        note = workspace.find("Carla")
        said = edits.set_keys(workspace, note, [edits.assignment(pair)]).said
    assert hint in said
    assert ("Did you mean" in said) is bool(hint)


def test_a_plain_note_takes_any_key(tmp_path: Path) -> None:
    write(tmp_path, {"notes/Tea.md": "Green.\n"})
    with opened(tmp_path) as workspace:
        set_keys(workspace, "notes/Tea.md", "leaves=whole", "cups+=two")
    assert text(tmp_path, "notes/Tea.md") == "---\nleaves: whole\ncups:\n  - two\n---\nGreen.\n"


def test_a_key_that_stands_twice_is_left_alone_and_says_so(tmp_path: Path) -> None:
    twice = "---\ncity: A\ncity: B\n---\n"
    write(tmp_path, {"contacts/Carla.md": twice})
    with opened(tmp_path) as workspace, pytest.raises(NotWritten) as refused:
        set_keys(workspace, "Carla", "city=C")
    assert isinstance(refused.value.__cause__, KeyTwice)
    assert text(tmp_path, "contacts/Carla.md") == twice


def decide(workspace: Workspace, question: str, option: str, on: str = "") -> None:
    note = workspace.find(question, "question")
    day = dates.past(on, workspace.today)
    done(workspace, edits.decide(workspace, note, option, day))


def test_a_decision_takes_the_questions_own_spelling(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"questions/B2B or B2C.md": "---\noptions: [B2B, B2C]\ncreated: 2026-05-01\n---\n\nX\n"},
    )
    with opened(tmp_path) as workspace:
        decide(workspace, "B2B", "b2c", "10.5.")
    assert text(tmp_path, "questions/B2B or B2C.md") == (
        "---\noptions: [B2B, B2C]\ndecided: 2026-05-10\ndecision: B2C\n"
        "created: 2026-05-01\n---\n\nX\n"
    )


def test_a_decision_is_one_of_the_options_if_there_are_any(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"questions/A.md": "---\noptions: [two days, two weeks]\n---\n", "questions/C.md": ""},
    )
    with opened(tmp_path) as workspace:
        for option in ("three", "two"):
            with pytest.raises(edits.NotAnOption):
                decide(workspace, "A", option)
        decide(workspace, "C", "something else")
        assert workspace.find("C").text("decision") == "something else"
