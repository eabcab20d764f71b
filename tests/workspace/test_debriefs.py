"""The form of a debrief: empty it counts as nothing, filled in it is read as what it says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from notesync.notes.document import read
from notesync.notes.kinds import KindMap
from notesync.notes.note import Note
from notesync.notes.reading import read_note
from notesync.workspace import debriefs, talks
from notesync.workspace.answers import status_payload
from notesync.workspace.learning import Learned
from tests.workspace.places import done, files, opened, text, write

VAULT: dict[str, str | bytes] = {
    "contacts/Meike Sand.md": "",
    "questions/B2B or B2C.md": "---\noptions: [B2B, B2C]\n---\n",
    "questions/Pay.md": "",
    "questions/Old.md": "---\ndecided: 2026-01-01\n---\n",
    "questions/Secret.md": "---\nprivate: true\n---\n",
}
TALK = "conversations/2026-05-12 Meike Sand.md"
FORM = """\
## Learned

### [[B2B or B2C]]

-\x20

### [[Pay]]

-\x20

### More or less of it? (behind the question: +B2B or -B2B)

- [[B2B or B2C]]\x20

## What surprised me

-\x20

## Names

<!-- Who else should I talk to? May I mention you? -->

-\x20

## Promises

- [ ] me:\x20
- [ ] they:\x20
"""


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    write(tmp_path, VAULT)
    return tmp_path


def with_form(folder: Path, told: talks.Told | None = None) -> str:
    with opened(folder) as workspace:
        people = [workspace.find("Meike")]
        plan = talks.plan(workspace, people, told or talks.Told())
        done(workspace, debriefs.with_form(workspace, plan, people))
    return text(folder, TALK)


def note(written: str) -> Note:
    return read_note(TALK, read(written, TALK), KindMap())


def test_a_new_conversation_gets_every_heading(vault: Path) -> None:
    written = with_form(vault)
    assert written.endswith(f"---\n\n{FORM}")
    assert "\nconfidence_before:\nconfidence_after:\n" in written


def test_an_empty_form_counts_as_nothing(vault: Path) -> None:
    read_ = note(with_form(vault))
    assert (read_.insights, read_.surprises, read_.named, read_.promises) == ((), (), (), ())
    assert (read_.problems, "confidence_after" in read_.fields) == ((), False)
    with opened(vault) as workspace:
        assert debriefs.is_empty(workspace, TALK)
        found = json.loads(json.dumps(status_payload(workspace)))
        assert "debrief" in [step["action"] for step in found["next"]]


def test_what_is_filled_in_is_read(vault: Path) -> None:
    written = with_form(vault)
    for empty, filled in (
        ("confidence_before:\n", "confidence_before: 2\n"),
        ("confidence_after:\n", "confidence_after: 4\n"),
        ("### [[B2B or B2C]]\n\n- \n", "### [[B2B or B2C]]\n\n- Sales decides\n- Slowly\n"),
        ("- [[B2B or B2C]] \n", "- [[B2B or B2C]] +B2B\n"),
        ("## What surprised me\n\n- \n", "## What surprised me\n\n- She laughed\n"),
        ("-->\n\n- \n", "-->\n\n- Carla Voigt (yes, I may mention her)\n- [[Ben Tal]]\n"),
        ("me: \n", "me: send the article 📅 2026-05-15\n"),
        ("they: \n", "they: ask Nora\n"),
    ):
        assert empty in written
        written = written.replace(empty, filled)
    read_ = note(written)
    assert [(one.text, one.question, one.stances) for one in read_.insights] == [
        ("Sales decides", "B2B or B2C", ()),
        ("Slowly", "B2B or B2C", ()),
        ("[[B2B or B2C]] +B2B", "B2B or B2C", (("+", "B2B"),)),
    ]
    assert [told for told, _ in read_.surprises] == ["She laughed"]
    assert [name for name, _ in read_.named] == ["Carla Voigt", "Ben Tal"]
    promised = [(one.who, one.text, one.due) for one in read_.promises]
    assert promised == [("me", "send the article", "2026-05-15"), ("they", "ask Nora", "")]
    assert (read_.text("confidence_before"), read_.text("confidence_after")) == ("2", "4")
    assert read_.problems == ()


def test_headings_that_are_there_are_not_made_again(vault: Path) -> None:
    first = with_form(vault)
    assert with_form(vault) == first


def test_what_was_said_already_stands_in_the_form(vault: Path) -> None:
    told = talks.Told(
        learned=(Learned("Sales decides", "B2B"),), promises=("call",), confidence="2-4"
    )
    written = with_form(vault, told)
    assert written.count("### [[B2B or B2C]]") == 1
    assert written.count("## Promises") == 1
    assert "confidence_before: 2\nconfidence_after: 4\n" in written
    assert "### [[B2B or B2C]]\n\n- Sales decides\n" in written


def test_without_questions_one_list_is_enough(tmp_path: Path) -> None:
    write(tmp_path, {"contacts/Meike Sand.md": ""})
    written = with_form(tmp_path)
    assert "## Learned\n\n- \n\n## What surprised me\n" in written


def test_a_german_vault_gets_a_german_form(vault: Path) -> None:
    write(vault, {}, config='lang = "de"\n')
    with opened(vault) as workspace:
        people = [workspace.find("Meike")]
        plan = talks.plan(workspace, people, talks.Told())
        done(workspace, debriefs.with_form(workspace, plan, people))
    written = text(vault, "Gespräche/2026-05-12 Meike Sand.md")
    for heading in ("## Gelernt", "## Was mich überrascht hat", "## Namen", "## Versprochen"):
        assert f"{heading}\n" in written
    assert "- [ ] ich: \n- [ ] sie: \n" in written
    assert "Darf ich dich nennen?" in written


def test_the_last_conversation_is_found(vault: Path) -> None:
    write(vault, {TALK: "Nice.\n", "conversations/2026-05-01 Meike Sand.md": ""})
    with opened(vault) as workspace:
        plan = done(workspace, debriefs.last_talk(workspace, workspace.find("Meike")))
    assert plan.note == TALK
    assert text(vault, TALK).startswith("---\nconfidence_before:\nconfidence_after:\n---\nNice.\n")


def test_nobody_talked_to_yet_is_said(vault: Path) -> None:
    with opened(vault) as workspace:
        before = files(vault)
        with pytest.raises(debriefs.NoTalk, match='notesync talk "Meike Sand" --edit'):
            debriefs.last_talk(workspace, workspace.find("Meike"))
    assert files(vault) == before
