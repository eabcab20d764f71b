"""Every labelled sentence, written into a vault: its notes are sound, and undo takes all back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from notesync.errors import NotesyncError
from notesync.notes.names import without_suffix
from notesync.workspace import hearing, saying
from notesync.workspace.health import check
from notesync.workspace.opening import Workspace
from notesync.workspace.plan import take_back
from tests.notes.sayings.labelled import PEOPLE, TODAY, sentences
from tests.workspace.places import done, files, opened, write

PARTS = [f"{lang}-{part}" for lang in ("de", "en") for part in ("tuned", "unseen", "hard", "later")]


def vault(folder: Path, lang: str) -> None:
    people = {f"contacts/{name}.md": "" for name in PEOPLE}
    firms = {f"organizations/{name}.md": "" for name in ("Hafenwerk", "Solvana", "Nordlicht Food")}
    write(folder, {**people, **firms}, config=f'lang = "{lang}"\n')


def planned(workspace: Workspace, sentence: str) -> Iterator[hearing.Heard]:
    """The sentence, its doubts answered: whoever is unknown is new, any day is today."""
    try:
        heard = hearing.heard(workspace, sentence)
    except NotesyncError:
        return
    if hearing.unclear_day(heard):
        heard = hearing.on_day(heard, TODAY.isoformat())
    answers = {
        doubt.name: doubt.paths[0] if doubt.certain else hearing.NEW for doubt in heard.doubts
    }
    done(workspace, saying.plan(workspace, heard, answers))
    yield heard


@pytest.mark.parametrize("part", PARTS)
def test_whatever_is_written_is_sound_and_can_be_taken_back(part: str, tmp_path: Path) -> None:
    vault(tmp_path, part[:2])
    with opened(tmp_path, TODAY) as workspace:
        before = files(tmp_path)
        for sentence, _ in sentences(part):
            for heard in planned(workspace, sentence):
                # That one thanks for nothing is a fact of these sentences, not of their writing.
                wrong = [found for found in check(workspace) if found.code != "thanked-early"]
                assert wrong == [], sentence
                written = b" ".join(files(tmp_path).values()).decode()
                for act in heard.saying.acts:
                    for kept in (*act.learned, act.text):
                        assert " ".join(kept.split()) in written, sentence
                take_back(workspace.vault)
                workspace.look()
                assert files(tmp_path) == before, sentence


def test_nothing_is_written_twice(tmp_path: Path) -> None:
    vault(tmp_path, "en")
    with opened(tmp_path, TODAY) as workspace:
        for _ in range(2):
            heard = hearing.heard(workspace, "thanked Jonas")
            done(workspace, saying.plan(workspace, heard, {}))
    assert files(tmp_path)["contacts/Jonas Kessler.md"].count(b"thanked") == 1


def test_names_in_the_vault_are_found_by_any_of_their_names(tmp_path: Path) -> None:
    write(tmp_path, {"contacts/Margarete Hell.md": "---\naliases: [Gretel]\n---\n"})
    with opened(tmp_path, TODAY) as workspace:
        for name in ("Gretel", "Margarete", "Hell", "Frau Hell", "margarete hell", "Gretels"):
            heard = hearing.heard(workspace, f"Antwort von {name}")
            (person,) = heard.saying.acts[0].people
            assert [without_suffix(path) for path in person.paths] == ["contacts/Margarete Hell"]
