"""draft: shown, copied, written, edited; and never sent."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import notesync, program


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the whole PATH, without any clipboard."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    return folder


def test_a_letter_is_printed_and_what_to_think_of_is_said_beside_it(petra: Path) -> None:
    result = notesync("--vault", petra, "draft", "request", "Nora")
    assert result.code == 0
    assert result.out.startswith("Dear Nora Lind,\n\nCarla Voigt gave me your name. ")
    assert result.out.endswith("\n\nKind regards,\nPetra\n")
    assert result.err == (
        "\nYou have asked already, on Tue 26 May; the answer is still open.\n"
        "Wording: Good as it is\n"
    )


def test_kinds_may_be_said_in_german_and_names_in_several_words(petra_de: Path) -> None:
    result = notesync("--vault", petra_de, "draft", "Dank", "Dr.", "Henrik", "Solms")
    assert result.out.startswith("Guten Tag Dr. Henrik Solms,\n\ndanke für das Gespräch")


def test_another_form_of_address_may_be_wished(petra_de: Path) -> None:
    result = notesync("--vault", petra_de, "draft", "Dank", "Jonas", "--register", "Sie")
    assert result.out.startswith("Guten Tag Jonas Kessler,")
    assert result.err == "\nTon: Gut so\n"


def test_what_is_unfilled_is_said(petra: Path) -> None:
    result = notesync("--vault", petra, "draft", "cold", "Falk")
    assert "Still to fill in: [… which talk, article, interview?]\n" in result.err


def test_json_has_the_letter_its_marks_the_advice_and_the_verdict(petra: Path) -> None:
    document = notesync("--vault", petra, "draft", "cold", "Ida", "--json").json
    assert list(document) == [
        *("schema", "kind", "contact", "lang", "register", "question", "text", "open", "advice"),
        *("verdict", "findings", "good"),
    ]
    assert (document["kind"], document["contact"], document["verdict"]) == (
        *("request-cold", "Ida", "ok"),
    )
    assert document["open"] == [{"slot": "because", "mark": "[… which talk, article, interview?]"}]
    assert document["question"] == "questions/Agency or company.md"


def test_nothing_of_the_vault_is_written(petra: Path) -> None:
    before = {file: file.read_bytes() for file in petra.rglob("*.md")}
    notesync("--vault", petra, "draft", "thanks", "Meike")
    assert {file: file.read_bytes() for file in petra.rglob("*.md")} == before


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        (["poem", "Nora"], 2, 'There is no letter of the kind "poem". There are: request, '),
        (["thanks"], 2, "Say which letter to whom: notesync draft KIND NAME."),
        ([], 2, "Say which letter to whom"),
        (["thanks", "Nobody"], 4, "No note is called “Nobody”."),
        (["thanks", "Meike", "--for", "Nobody"], 4, "No note is called “Nobody”."),
        (["thanks", "Meike", "--minutes", "long"], 2, '"long" is not a number of minutes.'),
    ],
)
def test_what_cannot_be_meant_is_told(petra: Path, typed: list[str], code: int, said: str) -> None:
    result = notesync("--vault", petra, "draft", *typed)
    assert (result.code, result.out) == (code, "")
    assert said in result.err


# ---------------------------------------------------------------- to a file


def test_a_letter_is_written_to_a_file_and_never_over_one(petra: Path, tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    result = notesync("--vault", petra, "draft", "thanks", "Meike", "--out", file)
    assert (result.code, result.out) == (0, "")
    assert file.read_text("utf-8").startswith("Hi Meike,\n\nThank you for lunch")
    file.write_text("mine", "utf-8")
    again = notesync("--vault", petra, "draft", "thanks", "Meike", "--to", file)
    assert again.code == 2
    assert "is there already and stays as it is" in again.err
    assert file.read_text("utf-8") == "mine"


def test_a_file_inside_the_vault_can_be_taken_back(petra: Path) -> None:
    file = petra / "letters" / "Meike.md"
    assert notesync("--vault", petra, "draft", "thanks", "Meike", "--out", file).code == 0
    assert file.exists()
    assert notesync("--vault", petra, "undo").code == 0
    assert not file.exists()


def test_a_dry_run_writes_no_file(petra: Path, tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    result = notesync("--vault", petra, "draft", "thanks", "Meike", "--out", file, "--dry-run")
    assert f"This would be written: {file}\n" in result.err
    assert not file.exists()


def test_a_folder_that_is_not_there_is_told(petra: Path, tmp_path: Path) -> None:
    file = tmp_path / "none" / "letter.txt"
    result = notesync("--vault", petra, "draft", "thanks", "Meike", "--out", file)
    assert result.code == 1
    assert f"{file} can't be written (No such file or directory)." in result.err


# ---------------------------------------------------------------- the clipboard, the editor


def test_a_letter_is_copied(petra: Path, programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = programs / "kept"
    program(programs / "wl-copy", f"import sys; open({str(kept)!r}, 'w').write(sys.stdin.read())")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    result = notesync("--vault", petra, "draft", "thanks", "Meike", "--copy")
    assert (result.code, result.out) == (0, "")
    assert kept.read_text("utf-8").startswith("Hi Meike,")
    assert "Copied. Paste it where you write.\n" in result.err


def test_without_a_clipboard_it_is_said_what_to_do(petra: Path, programs: Path) -> None:
    program(programs / "xclip", "")  # it is there, but no desktop is
    result = notesync("--vault", petra, "draft", "thanks", "Meike", "--copy")
    assert result.code == 1
    assert result.err.startswith("There is no clipboard here: it takes wl-copy")


def test_a_clipboard_that_refuses_is_told(
    petra: Path, programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(programs / "xsel", "raise SystemExit(3)")
    monkeypatch.setenv("DISPLAY", ":0")
    result = notesync("--vault", petra, "draft", "thanks", "Meike", "--copy")
    assert result.code == 1
    assert "did not take the text (3)" in result.err


def test_a_letter_that_was_edited_is_read_again(
    petra: Path, programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(
        programs / "ed.py",
        "import pathlib, sys\n"
        "file = pathlib.Path(sys.argv[-1])\n"
        "file.write_text(file.read_text() + '\\nIs anybody hiring at your place?\\n')\n",
    )
    monkeypatch.setenv("EDITOR", str(programs / "ed.py"))
    result = notesync("--vault", petra, "draft", "request", "Ida", "--edit")
    assert result.out.endswith("\nIs anybody hiring at your place?\n")
    assert "Wording: Sounds like asking for a job\n" in result.err


# ---------------------------------------------------------------- templates


def test_templates_are_copied_once_and_can_be_changed(petra_de: Path) -> None:
    result = notesync("--vault", petra_de, "--lang", "en", "draft", "--templates", "dank")
    assert result.err == "2 templates are in templates/de now. Change them as you like.\n"
    own = petra_de / "templates" / "de" / "thank-you.du.md"
    own.write_text("{greeting}\n\nTausend Dank!\n", "utf-8")
    assert notesync("--vault", petra_de, "draft", "--templates").code == 0
    assert len(list(own.parent.iterdir())) == 28
    letter = notesync("--vault", petra_de, "draft", "dank", "Jonas").out
    assert letter == "Hallo Jonas,\n\nTausend Dank!\n"
    assert "danke für" in notesync("--vault", petra_de, "draft", "dank", "Carla").out


def test_a_slot_that_a_template_of_the_vault_made_up_is_told_with_its_line(petra: Path) -> None:
    own = petra / "templates" / "en" / "thank-you.md"
    own.parent.mkdir(parents=True)
    own.write_text("Hi {first_name},\n\nthanks for {everything}!\n", "utf-8")
    result = notesync("--vault", petra, "draft", "thanks", "Meike")
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith(
        "templates/en/thank-you.md:3: There is no slot {everything} for letters. There are: "
    )
    checked = notesync("--vault", petra, "check")
    assert checked.code == 3
    assert checked.out.startswith("templates/en/thank-you.md:3: There is no slot {everything}")


def test_a_template_that_is_no_text_is_told(petra: Path) -> None:
    own = petra / "templates" / "en" / "thank-you.md"
    own.parent.mkdir(parents=True)
    own.write_bytes(b"\xff\xfeH\x00i\x00")
    result = notesync("--vault", petra, "draft", "thanks", "Meike")
    assert result.code == 1
    assert "templates/en/thank-you.md can't be read as a template." in result.err


def test_a_template_is_a_plain_note_and_no_problem(petra: Path) -> None:
    notesync("--vault", petra, "draft", "--templates")
    assert notesync("--vault", petra, "check", "--all").code == 0
