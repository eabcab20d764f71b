"""What is asked at a terminal, and what follows from the answers."""

from __future__ import annotations

import io
import os
import pty
import select
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from notesync.cli.main import run
from tests.workspace.places import files, text, write

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
    before = sys.stdin
    with (
        os.fdopen(inner, encoding="utf-8") as keyboard,
        os.fdopen(os.dup(inner), "w", encoding="utf-8") as screen,
        redirect_stdout(io.StringIO()),
        redirect_stderr(screen),
    ):
        sys.stdin = keyboard
        try:
            code = run(["--vault", str(folder), "--today", "2026-05-12", *words])
        finally:
            sys.stdin = before
    shown = b""
    while select.select([outer], [], [], 0)[0]:
        try:
            shown += os.read(outer, 4096)
        except OSError:  # all that was shown is read, and the other end is closed
            break
    os.close(outer)
    return code, shown.decode()


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


def test_which_note_is_meant_is_asked_for_any_kind(vault: Path) -> None:
    write(vault, {"notes/Anna Log.md": ""})
    assert at_terminal(vault, "3\n", "set", "Anna", "k=v")[0] == 0
    assert text(vault, "notes/Anna Log.md") == "---\nk: v\n---\n"


def test_control_c_at_a_question_leaves_everything_as_it_was(vault: Path) -> None:
    before = files(vault)
    code, _ = at_terminal(vault, "\x04", "rename", "Anna Tal", "Anna Hof")
    assert code == 130
    assert files(vault) == before


def test_a_name_that_is_clear_asks_nothing(vault: Path) -> None:
    code, shown = at_terminal(
        vault, "", "talk", "Anna Tal", "--insight", "x", "--question", "Food", "--dry-run"
    )
    assert (code, shown) == (0, "")


def test_a_decision_may_choose_its_question(vault: Path) -> None:
    assert at_terminal(vault, "1\n", "decide", "power", "wind")[0] == 0
    assert "decision: wind\n" in text(vault, "questions/Energy.md")


def test_a_mistyped_name_is_offered_who_is_meant(vault: Path) -> None:
    code, shown = at_terminal(vault, "1\n", "log", "Anna Berk", "thanked")
    assert code == 0
    assert "1  Anna Berg" in shown
    assert "2026-05-12 thanked" in text(vault, "contacts/Anna Berg.md")


def test_a_name_like_another_may_be_new_all_the_same(vault: Path) -> None:
    assert at_terminal(vault, "2\n", "log", "Anna Berk", "thanked")[0] == 0
    assert "2026-05-12 thanked" in text(vault, "contacts/Anna Berk.md")


@pytest.mark.parametrize(("answer", "made"), [("\n", False), ("n\n", False), ("y\n", True)])
def test_adding_a_name_like_another_asks_first(vault: Path, answer: str, *, made: bool) -> None:
    code, shown = at_terminal(vault, answer, "add", "contact", "Anna")
    assert code == 0
    assert "Anna Berg, Anna Tal are in your notes already." in shown
    assert (vault / "contacts/Anna.md").exists() == made


def test_adding_a_name_like_another_is_told_where_nobody_can_be_asked(vault: Path) -> None:
    code, shown = at_terminal(vault, "", "add", "contact", "Anna Berk", "--no-input")
    assert code == 0
    assert "There is also Anna Berg; if “Anna Berk” is the same person, notesync undo" in shown
    assert (vault / "contacts/Anna Berk.md").exists()
