"""What is asked at a terminal, and what follows from the answers."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.workspace.places import files, text, write

ROOT = Path(__file__).parents[2]
VAULT: dict[str, str | bytes] = {
    "contacts/Anna Berg.md": "- [ ] me: call 📅 2026-05-20\n- [ ] me: write\n",
    "contacts/Anna Tal.md": "",
    "questions/Energy.md": "---\noptions: [solar, wind]\n---\n",
    "questions/Food.md": "",
}


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    write(tmp_path, VAULT)
    return tmp_path


def at_terminal(folder: Path, answers: str, *words: str) -> tuple[int, str]:
    """Run a command at a terminal at which these answers are typed; the code, and what it shows."""
    outer, inner = pty.openpty()
    os.write(outer, answers.encode())
    command = [sys.executable, "-m", "notesync", "--vault", str(folder), "--today", "2026-05-12"]
    try:
        process = subprocess.Popen(
            [*command, *words], cwd=ROOT, stdin=inner, stdout=subprocess.DEVNULL, stderr=inner
        )
    finally:
        os.close(inner)
    shown = b""
    while True:
        try:
            more = os.read(outer, 4096)
        except OSError:  # the terminal's other end was closed
            break
        if not more:
            break
        shown += more
    os.close(outer)
    return process.wait(), shown.decode()


def test_who_is_meant_is_asked(vault: Path) -> None:
    code, shown = at_terminal(vault, "2\n", "log", "Anna", "thanked")
    assert code == 0
    assert "1  contacts/Anna Berg" in shown
    assert "2026-05-12 thanked" in text(vault, "contacts/Anna Tal.md")


def test_somebody_new_gets_a_note_when_the_user_says_so(vault: Path) -> None:
    assert at_terminal(vault, "y\n", "log", "Nora", "Lind", "asked")[0] == 0
    assert "2026-05-12 asked" in text(vault, "contacts/Nora Lind.md")


def test_somebody_new_gets_no_note_otherwise(vault: Path) -> None:
    before = files(vault)
    assert at_terminal(vault, "n\n", "log", "Nora Lind", "asked")[0] == 4
    assert files(vault) == before


def test_nobody_is_asked_with_no_input(vault: Path) -> None:
    code, shown = at_terminal(vault, "", "log", "Anna", "thanked", "--no-input")
    assert (code, "contacts/Anna Berg, contacts/Anna Tal" in shown) == (4, True)


def test_a_question_is_chosen_from_those_there_are(vault: Path) -> None:
    code, _ = at_terminal(
        vault, "2\n", "talk", "Anna Tal", "--insight", "Soup", "--question", "meals"
    )
    assert code == 0
    assert "### [[Food]]\n\n- Soup\n" in text(vault, "conversations/2026-05-12 Anna Tal.md")


def test_a_promise_is_chosen(vault: Path) -> None:
    assert at_terminal(vault, "2\n", "done", "Anna Berg")[0] == 0
    assert text(vault, "contacts/Anna Berg.md") == (
        "- [ ] me: call 📅 2026-05-20\n- [x] me: write ✅ 2026-05-12\n"
    )


@pytest.mark.parametrize(("answer", "renamed"), [("\n", True), ("n\n", False)])
def test_a_rename_asks_first(vault: Path, answer: str, *, renamed: bool) -> None:
    code, shown = at_terminal(vault, answer, "rename", "Anna Tal", "Anna Hof")
    assert (code, "Rename?" in shown) == (0, True)
    assert (vault / "contacts/Anna Hof.md").exists() == renamed


def test_control_c_at_a_question_leaves_everything_as_it_was(vault: Path) -> None:
    before = files(vault)
    code, _ = at_terminal(vault, "\x04", "rename", "Anna Tal", "Anna Hof")
    assert code == 130
    assert files(vault) == before
