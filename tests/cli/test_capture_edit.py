"""The commands that change notes, run as a person runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import Result, notesync
from tests.workspace.places import files, text, write

VAULT: dict[str, str | bytes] = {
    "contacts/Carla Voigt.md": "---\ncity: Hamburg\n---\n",
    "contacts/Nora Lind.md": (
        '---\nintroduced_by: "[[Carla Voigt]]"\n---\nSee [[Carla Voigt|her]].\n'
    ),
}


def typed(folder: Path, *words: str) -> Result:
    return notesync("--vault", folder, "--today", "2026-05-12", *words)


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    write(tmp_path, VAULT)
    return tmp_path


def test_a_key_is_set(vault: Path) -> None:
    ran = typed(vault, "set", "Carla", "city=Bremen", "topics+=tea", "topics+=wind", "shoe=38")
    assert (ran.code, ran.err) == (0, "Carla Voigt: city, topics, shoe changed.\n")
    assert text(vault, "contacts/Carla Voigt.md") == (
        "---\ncity: Bremen\ntopics:\n  - tea\n  - wind\nshoe: 38\n---\n"
    )


def test_setting_what_is_there_says_so(vault: Path) -> None:
    before = files(vault)
    ran = typed(vault, "set", "Carla", "city=Hamburg")
    assert (ran.code, ran.err) == (0, "Nothing to change: it says so already.\n")
    assert files(vault) == before


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ("set Carla birthday=2026-02-30", 2, '"2026-02-30" is not a birthday.'),
        ("set Carla city", 2, "“city” is no KEY=VALUE."),
        ("set Carla", 2, 'notesync set "Carla" city=Hamburg'),
        ("set Zora city=X", 4, "No note is called “Zora”."),
        ("rename Carla Nora Lind --yes", 1, "contacts/Nora Lind.md"),
        ("rename Carla Carla Lind", 2, "add --yes"),
        ("rename Zora X --yes", 4, "No note is called “Zora”."),
        ("edit Zora", 4, "No note is called “Zora”."),
        ("undo", 4, "There is nothing to take back."),
    ],
)
def test_what_can_not_be_meant_ends_in_a_sentence(
    vault: Path, words: str, code: int, said: str
) -> None:
    before = files(vault)
    ran = typed(vault, *words.split())
    assert ran.code == code, ran.err
    assert said in ran.err
    assert files(vault) == before


@pytest.mark.parametrize("flag", ["--yes", "--no-input"])
def test_a_rename_takes_its_links_along_and_can_be_taken_back(vault: Path, flag: str) -> None:
    before = files(vault)
    ran = typed(vault, "rename", "Carla", "Carla", "Lind", flag)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "  contacts/Nora Lind.md: 2 links\nCarla Voigt is called Carla Lind now.\n"
    assert text(vault, "contacts/Nora Lind.md") == (
        '---\nintroduced_by: "[[Carla Lind]]"\n---\nSee [[Carla Lind|her]].\n'
    )
    undone = json.loads(typed(vault, "undo", "--json").out)
    assert undone["undone"] == "rename Carla Voigt"
    assert undone["wrote"] == undone["paths"]
    assert set(undone["paths"]) == {"contacts/Carla Voigt.md", "contacts/Nora Lind.md"}
    assert files(vault) == before


def test_a_long_list_of_links_is_cut(vault: Path) -> None:
    write(vault, {f"notes/{n:02}.md": "[[Carla Voigt]]\n" for n in range(20)})
    write(vault, {"notes/Torn.md": "---\nkey: [\n---\n[[Carla Voigt]]\n"})
    ran = typed(vault, "rename", "Carla", "Carla Lind", "--yes")
    assert "  notes/10.md: 1 link\n  … and 9 more\n" in ran.err
    assert "notes/Torn.md can't be written; its links stay right." in ran.err


def test_an_undo_can_be_looked_at_first(vault: Path) -> None:
    typed(vault, "set", "Carla", "city=Bremen")
    ran = typed(vault, "undo", "--dry-run")
    assert ran.err == (
        "  contacts/Carla Voigt.md: as it was before\nThis would take back: set Carla Voigt\n"
    )
    assert "city: Bremen" in text(vault, "contacts/Carla Voigt.md")


def test_an_undo_leaves_alone_what_was_changed_since(vault: Path) -> None:
    typed(vault, "set", "Carla", "city=Bremen")
    write(vault, {"contacts/Carla Voigt.md": "mine\n"})
    ran = typed(vault, "undo")
    assert ran.code == 1
    assert 'since contacts/Carla Voigt.md changed after "set Carla Voigt' in ran.err
    assert text(vault, "contacts/Carla Voigt.md") == "mine\n"


def test_the_editor_gets_its_arguments_and_the_problems_are_told(
    vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = vault / "my editor"
    script.write_text(
        '#!/bin/sh\nprintf -- "---\\nbirthday: never\\nseen: $1 $2\\n---\\n" > "$3"\n'
    )
    script.chmod(0o755)
    monkeypatch.setenv("VISUAL", f"'{script}' --wait")
    monkeypatch.setenv("EDITOR", "false")
    ran = typed(vault, "edit", "Carla")
    assert (ran.code, ran.out) == (0, "")
    assert text(vault, "contacts/Carla Voigt.md").endswith("seen: --wait --\n---\n")
    assert 'contacts/Carla Voigt.md:2:11: "never" is not a birthday.' in ran.err


def test_a_dry_run_only_says_what_would_be_opened(
    vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "no-such-editor")
    ran = typed(vault, "edit", "Carla", "--dry-run")
    assert (ran.code, ran.out) == (0, f"{vault / 'contacts' / 'Carla Voigt.md'}\n")


@pytest.mark.parametrize(
    ("editor", "said"),
    [("no-such-editor -w", "“no-such-editor” can't be started"), ("'", "can't be started")],
)
def test_an_editor_that_is_not_there_is_named(
    vault: Path, monkeypatch: pytest.MonkeyPatch, editor: str, said: str
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", editor)
    ran = typed(vault, "edit", "Carla")
    assert ran.code == 1
    assert said in ran.err


def test_without_any_editor_it_says_how_to_choose_one(
    vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.setenv("PATH", str(vault))
    ran = typed(vault, "edit", "Carla")
    assert (ran.code, "export EDITOR=nano" in ran.err) == (1, True)


def test_an_editor_that_ends_badly_is_mentioned(
    vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "sh -c 'exit 3'")
    ran = typed(vault, "edit", "Carla")
    assert (ran.code, ran.err) == (0, "The editor ended with code 3.\n")
