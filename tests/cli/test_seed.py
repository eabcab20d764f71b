"""`seed`: names in ten minutes, at a terminal and from a pipe."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tests.cli.running import Result, notesync
from tests.cli.test_asking import at_terminal
from tests.workspace.places import files, text, write

VAULT: dict[str, str | bytes] = {
    "contacts/Nora Lind.md": "---\nrole: editor\n---\n",
    "contacts/Oma Erna.md": "---\ncircle: family\naliases: [Grandma]\n---\n",
}


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    write(tmp_path, VAULT)
    return tmp_path


def piped(folder: Path, monkeypatch: pytest.MonkeyPatch, lines: str, *words: str) -> Result:
    monkeypatch.setattr("sys.stdin", io.StringIO(lines))
    return notesync("--vault", folder, "--today", "2026-05-12", "seed", *words)


def names(folder: Path) -> set[str]:
    return {path.stem for path in (folder / "contacts").glob("*.md")}


def test_names_from_a_pipe_become_notes_and_one_undo_takes_them_back(
    vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(vault)
    ran = piped(
        vault, monkeypatch, "Ben Tal\n\nMeike Sand (Elbgrün), Jo Ray\n", "--circle", "friend"
    )
    assert ran.code == 0
    assert ran.err == (
        '3 names. The easiest one to ask first could be Ben Tal.\nNext: notesync ask "Ben Tal"\n'
    )
    assert text(vault, "contacts/Meike Sand.md").startswith(
        '---\ntype: contact\norg: "[[Elbgrün]]"\ncircle: friend\norigin: known\n'
    )
    assert names(vault) == {"Nora Lind", "Oma Erna", "Ben Tal", "Meike Sand", "Jo Ray"}
    assert notesync("--vault", vault, "undo").code == 0
    assert files(vault) == before


def test_headings_in_a_file_name_the_circles(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = "# Friends\nBen Tal\nColleagues:\nMeike Sand\nchess:\nJo Ray\n"
    ran = piped(vault, monkeypatch, lines)
    assert "circle: friend\n" in text(vault, "contacts/Ben Tal.md")
    assert "circle: former-colleague\n" in text(vault, "contacts/Meike Sand.md")
    assert "circle:" not in text(vault, "contacts/Jo Ray.md")
    assert "“chess:” is no circle, so the names below it get none.\n" in ran.err


def test_whoever_is_there_is_not_doubled_and_gets_a_circle(
    vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = piped(vault, monkeypatch, "nora lind\nGrandma\n", "--circle", "friend")
    assert "There already: Nora Lind, Oma Erna.\n" in ran.err
    assert text(vault, "contacts/Nora Lind.md") == "---\nrole: editor\ncircle: friend\n---\n"
    assert text(vault, "contacts/Oma Erna.md") == VAULT["contacts/Oma Erna.md"]


@pytest.mark.parametrize("name", ["Nora", "Nora Lindt", "N. Lind", "Lind Nora"])
def test_a_name_like_a_known_one_is_left_out_and_told(
    vault: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    before = files(vault)
    ran = piped(vault, monkeypatch, f"{name}\n")
    assert (
        f'“{name}” may be Nora Lind, so it is left out. If not: notesync seed --new "{name}"\n'
        in ran.err
    )
    assert files(vault) == before
    assert piped(vault, monkeypatch, f"{name}\n", "--new", name).code == 0
    assert names(vault) == {"Nora Lind", "Oma Erna", name.rstrip(".")}


def test_a_first_name_and_a_full_one_in_one_list_are_one(
    vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = piped(vault, monkeypatch, "Ben Tal\nben tal\nBen\n")
    assert names(vault) == {"Nora Lind", "Oma Erna", "Ben Tal"}
    assert "“Ben” may be Ben Tal" in ran.err


@pytest.mark.parametrize("line", ["???", "-", "x", "a line with far too many words in it", "7" * 9])
def test_what_is_no_name_is_told(vault: Path, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    before = files(vault)
    ran = piped(vault, monkeypatch, f"{line}\n")
    assert (ran.code, files(vault)) == (0, before)
    assert "doesn't look like a name" in ran.err


def test_an_empty_pipe_writes_nothing(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = files(vault)
    assert piped(vault, monkeypatch, "").err == "No new names.\n"
    assert files(vault) == before


def test_a_circle_that_nobody_knows_is_refused(
    vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = piped(vault, monkeypatch, "Ben\n", "--circle", "chess")
    assert (ran.code, "“chess” is not known here." in ran.err) == (2, True)


def test_json_tells_whom_it_took_and_a_dry_run_writes_nothing(
    vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(vault)
    found = piped(vault, monkeypatch, "Ben Tal\nNora\n", "--json", "--dry-run").json
    assert found["would_write"] == ["contacts/Ben Tal.md"]
    assert found["names"] == ["Ben Tal"]
    assert found["left_out"] == [{"name": "Nora", "like": ["contacts/Nora Lind.md"]}]
    assert files(vault) == before


def test_a_terminal_is_asked_circle_by_circle(vault: Path) -> None:
    typed = "Ben Tal\nNora\n1\n\nJo Ray\n.\n"
    code, shown = at_terminal(vault, typed, "seed")
    assert code == 0
    assert "1/7  Friends" in shown
    assert "2/7  Family · 1 is there already" in shown
    assert "3/7" not in shown
    assert "1  Nora Lind" in shown
    assert "The easiest one to ask first could be Ben Tal" in shown
    assert names(vault) == {"Nora Lind", "Oma Erna", "Ben Tal", "Jo Ray"}
    assert "circle: friend\n" in text(vault, "contacts/Nora Lind.md")
    assert "circle: family\n" in text(vault, "contacts/Jo Ray.md")


def test_a_name_like_another_may_be_somebody_new(vault: Path) -> None:
    assert at_terminal(vault, "Nora\n2\n.\n", "seed", "--circle", "leisure")[0] == 0
    assert "circle: leisure\n" in text(vault, "contacts/Nora.md")


def test_a_terminal_may_end_at_once(vault: Path) -> None:
    before = files(vault)
    code, shown = at_terminal(vault, "\x04", "seed")
    assert (code, files(vault)) == (0, before)
    assert "No new names. Perhaps another day." in shown


def test_stopping_at_a_question_keeps_the_circles_before_and_tells_the_rest(vault: Path) -> None:
    code, shown = at_terminal(vault, "Ben Tal\n\nJo Ray\nNora\n\x04", "seed")
    assert code == 130
    assert names(vault) == {"Nora Lind", "Oma Erna", "Ben Tal"}
    assert "Not written: Jo Ray." in shown


def test_nobody_is_asked_with_no_input(vault: Path) -> None:
    code, shown = at_terminal(vault, "", "seed", "--no-input")
    assert (code, "notesync seed --circle friend < names.txt" in shown) == (2, True)
