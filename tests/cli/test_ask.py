"""ask: one line in a script, step by step at a terminal; the wording check goes with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import notesync, program
from tests.cli.test_asking import at_terminal
from tests.workspace.places import text, write

VAULT: dict[str, str | bytes] = {
    "contacts/Anna Berg.md": "---\norg: Elbgrün\ncircle: friend\n---\n",
    "contacts/Ben Tal.md": "---\norg: Elbgrün\n---\n",
    "questions/Energy.md": "---\nquestion: What is it like in energy?\n---\n",
    "questions/Food.md": "",
    "me.md": "# Petra\n",
}
PLEA = "Hi Anna,\nis anybody hiring at your place? I could start right away.\n"
GOOD = "Hi Anna,\nhow did you start in energy? 20 minutes would do; no is fine too.\n"


@pytest.fixture
def vault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "vault"
    folder.mkdir()
    write(folder, VAULT)
    return folder


def letter(folder: Path, message: str) -> Path:
    file = folder.parent / "letter.txt"
    file.write_text(message, "utf-8")
    return file


def log(folder: Path, name: str = "Anna Berg") -> list[str]:
    return text(folder, f"contacts/{name}.md").partition("## Log\n\n")[2].splitlines()


def guided(folder: Path, answers: str, *words: str) -> tuple[int, str]:
    return at_terminal(folder, answers, "ask", "Anna", *words)


# ---------------------------------------------------------------- in a script


def test_in_a_script_nothing_is_asked(vault: Path) -> None:
    result = notesync("--vault", vault, "--today", "2026-05-12", "ask", "Anna", "--by", "email")
    assert result.code == 0
    assert log(vault) == ["- 2026-05-12 asked email"]


@pytest.mark.parametrize(("message", "verdict"), [(PLEA, "plea"), (GOOD, "ok")])
def test_what_the_wording_check_says_is_noted_with_the_ask(
    vault: Path, message: str, verdict: str
) -> None:
    typed = ("ask", "Anna", "--about", "Energy", "--expect", "yes", "--draft")
    result = notesync("--vault", vault, "--today", "2026-05-12", *typed, letter(vault, message))
    assert result.code == 0
    assert log(vault) == [f"- 2026-05-12 asked expect:yes lint:{verdict} — about [[Energy]]"]
    assert ("Sounds like asking for a job" in result.err) == (verdict == "plea")


def test_an_empty_draft_has_no_verdict(vault: Path) -> None:
    notesync("--vault", vault, "--today", "2026-05-12", "ask", "Anna", "--draft", letter(vault, ""))
    assert log(vault) == ["- 2026-05-12 asked"]


def test_a_draft_that_is_not_there_writes_nothing(vault: Path) -> None:
    result = notesync("--vault", vault, "ask", "Anna", "--draft", vault / "none.txt")
    assert result.code == 2
    assert log(vault) == []


def test_a_reminder_keeps_its_verdict_too(vault: Path) -> None:
    message = "Hi Anna, I still have had no reply from you. How did you start?\n"
    notesync("--vault", vault, "--today", "2026-05-12", "log", "Anna", "reminded", "--draft",
             letter(vault, message))  # fmt: skip
    assert log(vault) == ["- 2026-05-12 reminded lint:weak"]


def test_what_is_no_message_of_mine_has_no_draft(vault: Path) -> None:
    result = notesync("--vault", vault, "log", "Anna", "agreed", "--draft", letter(vault, GOOD))
    assert (result.code, log(vault)) == (2, [])
    assert result.err == "--draft goes with a message of yours, and “agreed” is none.\n"


# ---------------------------------------------------------------- step by step


def test_enter_skips_everything(vault: Path) -> None:
    code, shown = guided(vault, "\n\n\n\n\n")
    assert code == 0
    assert shown.count("?") >= 5
    assert log(vault) == ["- 2026-05-12 asked"]


def test_no_input_asks_nothing_at_a_terminal(vault: Path) -> None:
    code, shown = guided(vault, "", "--no-input")
    assert (code, log(vault)) == (0, ["- 2026-05-12 asked"])
    assert "?" not in shown


def test_each_answer_gets_its_place(vault: Path) -> None:
    code, shown = guided(vault, "y\n1\n\nphone\n1\n")
    assert code == 0
    assert log(vault) == ["- 2026-05-12 asked phone expect:yes — about [[Energy]]"]
    assert "  1  What is it like in energy?" in shown
    assert "  1  Ben Tal, Elbgrün" in shown
    assert 'Then Ben Tal: notesync ask "Ben Tal"' in shown


def test_what_an_option_says_is_not_asked(vault: Path) -> None:
    code, shown = guided(
        vault, "\n", "--expect", "no", "--about", "wood", "--by", "email",
        "--draft", str(letter(vault, GOOD)),
    )  # fmt: skip
    assert code == 0
    assert log(vault) == ["- 2026-05-12 asked email expect:no lint:ok — about wood"]
    assert "Your guess" not in shown
    assert "Whom else" in shown


def test_a_guess_that_is_neither_is_asked_again(vault: Path) -> None:
    code, shown = guided(vault, "perhaps\nn\n\n\n\n\n")
    assert code == 0
    assert log(vault) == ["- 2026-05-12 asked expect:no"]
    assert "“perhaps” is not known here." in shown


def test_somebody_new_who_could_be_asked_gets_a_note(vault: Path) -> None:
    assert guided(vault, "\n\n\n\nNora Lind\n")[0] == 0
    assert (vault / "contacts" / "Nora Lind.md").exists()
    assert notesync("--vault", vault, "undo").code == 0
    assert not (vault / "contacts" / "Nora Lind.md").exists()
    assert log(vault) == []


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "ed.py"
    program(
        file,
        "import pathlib, sys\nfile = pathlib.Path(sys.argv[-1])\n"
        "file.write_text(file.read_text() + 'PS: see you.\\n')\n",
    )
    monkeypatch.setenv("EDITOR", str(file))
    monkeypatch.delenv("VISUAL", raising=False)


@pytest.mark.usefixtures("editor")
def test_a_letter_is_drafted_edited_checked_and_noted(vault: Path) -> None:
    code, shown = guided(vault, "\n1\ny\ny\nn\ny\nemail\n\n")
    assert code == 0
    assert shown.count("Wording: Good as it is") == 2  # it was changed once more
    assert log(vault) == ["- 2026-05-12 asked email lint:ok — about [[Energy]]"]


@pytest.mark.usefixtures("editor")
def test_a_letter_that_was_not_sent_is_not_noted(vault: Path) -> None:
    code, shown = guided(vault, "\n1\ny\nn\nn\n")
    assert (code, log(vault)) == (0, [])
    assert "Nothing is noted." in shown


@pytest.mark.usefixtures("editor")
def test_a_letter_can_be_copied_where_there_is_a_clipboard(
    vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "kept"
    copying = tmp_path / "wl-copy"
    program(copying, f"import sys; open({str(kept)!r}, 'w').write(sys.stdin.read())\n")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert guided(vault, "\n1\ny\nn\ny\ny\n\n\n")[0] == 0
    assert kept.read_text("utf-8").startswith("Hi Anna,")
    program(copying, "raise SystemExit(3)\n")
    code, shown = guided(vault, "\n1\ny\nn\ny\ny\n\n\n")
    assert code == 0  # the letter was written all the same
    assert "did not take the text (3)" in shown


def test_whoever_is_not_in_the_notes_yet_can_be_asked(tmp_path: Path) -> None:
    write(tmp_path, {"contacts/Anna Berg.md": "---\ncreated: 2026-06-01\n---\n"})
    assert guided(tmp_path, "")[0] == 0
    assert log(tmp_path) == ["- 2026-05-12 asked"]
