"""Bad input around a vault: none, an empty one, a notesync.toml that can't be used.

Each says in one sentence what happened, where, and what to run or write; the exit code is 5.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from notesync.vault.vault import Vault
from tests.bad_input_vault import listed, notesync, put, untouched
from tests.cli.running import notesync as run

COMMANDS = ["status", "list", "check", "search x", "show x", "watch", "serve", "dashboard"]


@pytest.fixture(autouse=True)
def _surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NOTESYNC_VAULT", "NOTESYNC_TODAY", "NOTESYNC_LANG"):
        monkeypatch.delenv(name, raising=False)


# -------------------------------------------------------------------- no vault


@pytest.mark.parametrize("command", COMMANDS)
def test_where_no_vault_is_a_command_says_what_to_run(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = run("--lang", "en", *command.split())
    assert (said.code, said.out) == (5, "")
    assert said.err == (
        f"There is no vault in {tmp_path} or above it. To start one, run: notesync init — "
        "to look at an example first: notesync init --demo example\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_no_vault_or_not_there_is_told(tmp_path: Path) -> None:
    said = notesync(tmp_path, "status")
    assert said.code == 5
    assert f"{tmp_path} is no vault: it has no notesync.toml." in said.err
    assert list(tmp_path.iterdir()) == []
    said = notesync(tmp_path / "nowhere", "status")
    assert said.code == 5
    assert f"There is no folder {tmp_path / 'nowhere'}." in said.err
    said = notesync(put(tmp_path, "a file", "x"), "status")
    assert said.code == 5


@pytest.mark.parametrize("command", COMMANDS[:5])
def test_a_working_folder_that_is_gone_is_told(command: str, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    script = (
        "import os, sys; os.mkdir(sys.argv[1]); os.chdir(sys.argv[1]); os.rmdir(sys.argv[1]);"
        "from notesync.cli.main import run; sys.exit(run(sys.argv[2:]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, gone, *command.split()],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parent.parent,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
    )
    assert done.returncode in {1, 5}
    assert "Traceback" not in done.stderr
    assert "made a mistake" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


# -------------------------------------------------------------------- an empty vault


def test_an_empty_vault_has_nothing_wrong_and_says_how_to_begin(tmp_path: Path) -> None:
    put(tmp_path, "notesync.toml", "")
    with untouched(tmp_path):
        said = notesync(tmp_path, "status")
        assert said.code == 0
        assert "Write down five names of people you know" in said.out
        assert notesync(tmp_path, "status", "--json").json["contacts"] == 0
        assert listed(tmp_path) == set()
        said = notesync(tmp_path, "check")
        assert (said.code, said.out) == (0, "")
        assert notesync(tmp_path, "search", "x").code == 0
        assert notesync(tmp_path, "show", "x").code == 4


# -------------------------------------------------------------------- a wrong notesync.toml

# What it holds, and what is said behind the path.
WRONG: list[tuple[str, str, str]] = [
    ("no TOML", 'lang = "de"\nform = du\n', ":2: this is not valid TOML"),
    ("an end in the middle", 'lang = "de"\n[folders\n', ":2: this is not valid TOML"),
    ("a key twice", 'lang = "de"\nlang = "en"\n', ":2: this is not valid TOML"),
    ("an unknown key", 'lang = "de"\nlunch = "soon"\n', ':2: notesync knows no "lunch" here.'),
    ("nearly a key", 'regoin = "DE-HH"\n', 'Is it "region"?'),
    ("an unknown language", 'lang = "fr"\n', ':1: lang can\'t be "fr". Write "de" or "en".'),
    ("a wrong type", "lang = 7\n", ":1: lang can't be 7."),
    ("no day", 'today = "2026-02-30"\n', ':1: today can\'t be "2026-02-30".'),
    ("a region in words", 'region = "Hamburg"\n', ':1: region can\'t be "Hamburg".'),
    ("an unknown kind", '[folders]\nfriends = ["A"]\n', ':2: notesync knows no "friends" here.'),
    ("a folder outside", '[folders]\ncontacts = ["../A"]\n', ":2: contacts can't be"),
    (
        "one folder for two kinds",
        '[folders]\ncontacts = ["A"]\norganizations = ["A"]\n',
        ':3: the folder "A" is given to contact and to organization.',
    ),
    ("an unknown type", '[types]\nperson = "robot"\n', ':2: person can\'t be "robot".'),
    ("no number", '[rhythm]\nanswer_days = "ten"\n', "[rhythm]"),
    ("brackets", 'ignore = ["[z-a]"]\n', ":1: ignore can't be"),
    ("a list for a table", "folders = []\n", ":1: folders can't be"),
    ("a deep list", f"ignore = {'[' * 10_000}{']' * 10_000}\n", ": this is not valid TOML"),
]


@pytest.mark.parametrize(("text", "sentence"), [pytest.param(*row[1:], id=row[0]) for row in WRONG])
def test_a_wrong_configuration_is_told_with_its_line(
    text: str, sentence: str, tmp_path: Path
) -> None:
    put(tmp_path, "notesync.toml", text)
    put(tmp_path, "contacts/Anna.md", "# Anna\n")
    for command in (["status"], ["check"], ["list"]):
        said = notesync(tmp_path, *command)
        assert (said.code, said.out) == (5, "")
        assert said.err.startswith(f"{tmp_path}/notesync.toml:")
        assert len(said.err.splitlines()) == 1
        if sentence != "[rhythm]":
            assert sentence in said.err
    assert not (tmp_path / ".notesync").exists()


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("lang = 'Grüße'\n".encode("latin-1"), id="Latin-1"),
        pytest.param("lang = 'de'\n".encode("utf-16"), id="UTF-16"),
        pytest.param(b"lang = 'd\0e'\n", id="a zero byte"),
        pytest.param(b"\xff" * 10, id="no text"),
    ],
)
def test_a_configuration_that_is_no_text_is_told(content: bytes, tmp_path: Path) -> None:
    put(tmp_path, "notesync.toml", content)
    said = notesync(tmp_path, "status")
    assert said.code == 5
    assert said.err.startswith(f"{tmp_path}/notesync.toml")
    assert len(said.err.splitlines()) == 1


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_configuration_with_a_mark_and_any_line_ends_is_read(
    newline: str, tmp_path: Path
) -> None:
    put(tmp_path, "notesync.toml", f"\ufefflang = 'de'{newline}form = 'Sie'{newline}")
    assert Vault.open(tmp_path).config.form == "Sie"


def test_a_configuration_that_is_a_folder_is_no_vault(tmp_path: Path) -> None:
    (tmp_path / "notesync.toml").mkdir()
    said = notesync(tmp_path, "status")
    assert said.code == 5
    assert len(said.err.splitlines()) == 1


@pytest.mark.parametrize("region", ["XX", "DE-XX", "ZZ-99"])
def test_a_region_that_does_not_exist_is_told_when_its_holidays_are_needed(
    region: str, tmp_path: Path
) -> None:
    put(tmp_path, "notesync.toml", f'region = "{region}"\n')
    said = notesync(tmp_path, "status")
    assert said.code != 0
    assert region in said.err
    assert len(said.err.splitlines()) == 1


# -------------------------------------------------------------------- the state folder


def test_a_state_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    put(tmp_path, "notesync.toml", "")
    put(tmp_path, ".notesync", "in the way")
    said = notesync(tmp_path, "status")
    assert said.code == 0  # the notes can be read all the same
    assert f"notesync keeps its index in {tmp_path}/.notesync" in said.err
    assert (tmp_path / ".notesync").read_text() == "in the way"


@pytest.mark.parametrize(
    "content", [b"", b"no database" * 1000, b"SQLite format 3\0" + b"\0" * 999]
)
def test_a_damaged_index_is_built_anew_with_one_line_said(content: bytes, tmp_path: Path) -> None:
    put(tmp_path, "notesync.toml", "")
    put(tmp_path, "contacts/Anna.md", "# Anna\n")
    notesync(tmp_path, "status")
    put(tmp_path, ".notesync/index.db", content)
    said = notesync(tmp_path, "list")
    assert said.code == 0
    assert "Anna" in said.out
    assert len(said.err.splitlines()) == 1
    assert notesync(tmp_path, "list").err == ""


# -------------------------------------------------------------------- the command line

ARGUMENTS = [
    ["status", "--today", "2026-02-30"],
    ["status", "--today", "soon"],
    ["list", "unicorns"],
    ["list", "--where", "x"],
    ["list", "--where", "="],
    ["list", "--since", "\x00"],
    ["list", "--limit", "-1"],
    ["list", "--sort", "\ud800"],
    ["list", "--with", "\udcff"],
    ["list", "--in", "../.."],
    ["list", "--in", "\udcff", "--since", "\udcff", "--until", "\udcff", "--tag", "\udcff"],
    ["list", "--where", "\udcff=\udcff"],
    ["search", ""],
    ["search", " "],
    ["search", '"'],
    ["search", "a OR"],
    ["search", "NEAR("],
    ["search", "*"],
    ["search", "x" * 100_000],
    ["search", "\udcff"],
    ["search", "'; DROP TABLE notes; --"],
    ["search", "--limit", "-5", "x"],
    ["search", "x", "--where", "city"],
    ["show", ""],
    ["show", "../../etc/passwd"],
    ["show", "\x00"],
    ["show", "\udcff"],
    ["check", "--nonsense"],
    ["chekc"],
    ["--vault"],
    ["--lang", "fr", "status"],
    ["--color", "sometimes", "status"],
]


@pytest.mark.parametrize("arguments", ARGUMENTS, ids=[" ".join(a)[:30] for a in ARGUMENTS])
def test_no_argument_ends_in_a_traceback(arguments: list[str], tmp_path: Path) -> None:
    put(tmp_path, "notesync.toml", "")
    put(tmp_path, "contacts/Anna.md", "---\ncity: Kiel\n---\nx a\n")
    with untouched(tmp_path):
        said = notesync(tmp_path, *arguments)
        assert said.code in {0, 2, 4}
        if said.code:
            assert said.err.strip()
