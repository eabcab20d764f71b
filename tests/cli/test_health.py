"""check lists what should be looked at; schema and completion tell what is possible."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import notesync


def test_petras_notes_are_understood(petra: Path, petra_de: Path) -> None:
    for vault in (petra, petra_de):
        found = notesync("--vault", vault, "check")
        assert (found.code, found.out) == (0, "")


def test_check_names_path_line_column_and_what_to_do(petra: Path) -> None:
    note = (
        "---\ntype: contact\nlast_contact: 2026-02-30\n---\n\n## Log\n\n- 2026-05-02 askd email\n"
    )
    (petra / "contacts" / "Ben.md").write_text(note, encoding="utf-8")
    found = notesync("--vault", petra, "check")
    assert found.code == 3
    lines = found.out.splitlines()
    assert lines[0].startswith('contacts/Ben.md:3:15: "2026-02-30" is not a date.')
    assert lines[1].startswith('contacts/Ben.md:8:14: "askd" is not a verb of the log. Write asked')
    rows = notesync("--vault", petra, "check", "--json").json["problems"]
    assert [(row["code"], row["line"]) for row in rows] == [
        ("bad-partial-date", 3),
        ("verb-near", 8),
    ]
    plain = notesync("--vault", petra, "check", "--plain").out
    assert plain.splitlines()[0].startswith("contacts/Ben.md:3:15\t")
    assert "2 lines not understood" in notesync("--vault", petra, "status").out


def test_plain_notes_stay_quiet_unless_asked(petra: Path) -> None:
    (petra / "Template.md").write_text("---\n{{title}}\n: [\n---\n", encoding="utf-8")
    assert notesync("--vault", petra, "check").code == 0
    found = notesync("--vault", petra, "check", "--all")
    assert "Template.md:" in found.out


def test_impossible_orders_are_told_and_never_refused(petra: Path) -> None:
    note = "---\ntype: contact\n---\n\n## Log\n\n- 2026-05-02 thanked\n- 2026-05-03 asked\n"
    (petra / "contacts" / "Ben.md").write_text(note + "- 2026-05-05 asked\n", encoding="utf-8")
    found = notesync("--vault", petra, "check")
    assert len(found.out.splitlines()) == 2


def test_schema_is_json_schema(petra: Path) -> None:
    found = json.loads(notesync("--vault", petra, "schema", "--json").out)
    assert found["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert "contact" in found["$defs"]
    assert "keep_in_touch" in notesync("schema", "contact").out
    assert "confidence_before" not in notesync("schema", "contact", "--plain").out
    assert notesync("schema", "unicorn").code == 4
    for_people = notesync("schema").out
    assert for_people.count("confidence_before") == 1
    assert "stranger" in for_people
    assert max(map(len, for_people.splitlines())) <= 80


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(shell: str) -> None:
    assert "_NOTESYNC_COMPLETE" in notesync("completion", shell).out


def test_completion_completes_commands() -> None:
    environment = {"COMP_WORDS": "notesync sta", "COMP_CWORD": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "notesync"],
        env={**environment, "_NOTESYNC_COMPLETE": "bash_complete"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.splitlines() == ["plain,status"]


@pytest.mark.parametrize(
    "args", [["--help"], ["--help", "--all"], ["log", "--help"], ["--version"]]
)
def test_help_needs_no_vault(args: list[str]) -> None:
    found = notesync(*args)
    assert (found.code, found.err) == (0, "")
    assert "notesync" in found.out


def test_help_shows_the_commands_that_matter_first() -> None:
    short, whole = notesync("--help").out, notesync("--help", "--all").out
    assert "status" in short
    assert "rename" not in short
    for heading in ("Start:", "Capture:", "Look:", "Keep running:", "Health:"):
        assert heading in whole


def test_help_speaks_german() -> None:
    assert "Was als Nächstes" in notesync("--help", "--lang", "de").out


def test_completion_completes_names(petra: Path) -> None:
    notesync("--vault", petra, "status")
    done = subprocess.run(
        [sys.executable, "-m", "notesync"],
        env={
            "COMP_WORDS": "notesync show Jo",
            "COMP_CWORD": "2",
            "NOTESYNC_VAULT": str(petra),
            "_NOTESYNC_COMPLETE": "bash_complete",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.splitlines() == ["plain,2026-05-12 Jonas Kessler", "plain,Jonas Kessler"]


def test_names_that_another_computer_cannot_hold_are_a_warning(petra: Path) -> None:
    (petra / "contacts" / "con.md").write_text("---\ntype: contact\n---\n", encoding="utf-8")
    found = notesync("--vault", petra, "check")
    assert found.code == 0
    assert found.out.startswith("contacts/con.md: ")


def test_check_says_what_init_would_mend(petra: Path) -> None:
    assert "Run: notesync init" in notesync("--vault", petra, "check").err
    notesync("init", petra, "--yes")
    assert notesync("--vault", petra, "check").err == "All notes are understood.\n"
    (petra / ".gitignore").write_text("", encoding="utf-8")
    assert "(.notesync/, /dashboard.html" in notesync("--vault", petra, "check").err
