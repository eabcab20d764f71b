"""What commands import: each only what it needs, since Python's imports are most of their time.

Run in processes of their own, on a vault that nothing has changed in since it was last looked at.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parent.parent / "vault-example"

# What takes long to import -> about how many ms, measured with `python -X importtime`.
HEAVY = {
    "asyncio": 30, "difflib": 3, "email": 5, "frontmatter": 20, "hashlib": 3, "holidays": 40,
    "http": 10, "importlib.metadata": 10, "jinja2": 30, "logging": 5, "lzma": 1, "markdown_it": 40,
    "multiprocessing": 5, "shutil": 2, "socket": 2, "starlette": 60, "subprocess": 4, "tempfile": 3,
    "unittest": 10, "urllib.request": 20, "uvicorn": 40, "watchdog": 10, "wcwidth": 15, "yaml": 15,
}  # fmt: skip
# Our own rooms that read or derive notes: an answer that is remembered needs none of them.
READERS = {
    "notesync.index.intake",
    "notesync.index.rows",
    "notesync.notes.binding",
    "notesync.notes.document",
    "notesync.notes.frontmatter",
    "notesync.notes.headers",
    "notesync.notes.reading",
    "notesync.notes.records",
    "notesync.notes.schema",
    "notesync.views.facts",
    "notesync.views.status",
}
FINDERS = {"notesync.index.lookup", "notesync.index.search", "notesync.notes.note"}

RUN = """
import sys
from notesync.cli.main import run
code = run(sys.argv[1:])
print(code, *sys.modules, file=sys.stderr)
"""

SHORT = RUN.replace("cli.main import run", "cli.short import begun as run")
# What dataclasses are made with: each takes half a millisecond, after five for the import.
SLOW_TO_MAKE = {"dataclasses", "inspect"}


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example vault, looked at when none of its notes was young any more."""
    folder = tmp_path_factory.mktemp("imports") / "vault"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns(".notesync", "dashboard.html"))
    time.sleep(2.1)
    imported("status", vault=folder)
    return folder


def imported(*command: str, vault: Path, program: str = RUN) -> set[str]:
    """The modules that are there when a command has ended."""
    environment = {key: value for key, value in os.environ.items() if "COV" not in key}
    done = subprocess.run(
        [sys.executable, "-c", program, "--vault", vault, "--lang", "en", *command],
        capture_output=True,
        text=True,
        check=True,
        env=environment | {"PYTHONDONTWRITEBYTECODE": "1"},
    )
    code, *modules = done.stderr.splitlines()[-1].split()
    assert code == "0", done.stderr
    return set(modules)


@pytest.mark.parametrize(
    ("command", "needed"),
    [
        ("status", ""),
        ("status --json", ""),
        ("list", ""),
        ("list conversation --with Carla --plain", ""),
        ("search energy", ""),
        ("search energy --json", ""),
        ("--help", "shutil lzma"),  # click asks how wide the terminal is
        ("--help --all", "shutil lzma"),
        ("view", ""),
        ("view waiting", ""),
        ("reconnect --json", ""),
        ("status --help", "shutil lzma"),
        ("--version", ""),
    ],
)
def test_a_command_that_only_looks_imports_nothing_heavy(
    command: str, needed: str, vault: Path
) -> None:
    found = imported(*command.split(), vault=vault)
    assert "click" in found
    assert (found & HEAVY.keys()) - set(needed.split()) == set()


def test_status_in_an_unchanged_vault_imports_no_reader(vault: Path) -> None:
    found = imported("status", vault=vault)
    assert "notesync.index.refresh" in found
    assert found & (READERS | FINDERS) == set()


@pytest.mark.parametrize("program", [RUN, SHORT], ids=["with click", "short"])
@pytest.mark.parametrize("command", ["list", "list question", "search energy"])
def test_list_and_search_import_no_reader_of_files(command: str, program: str, vault: Path) -> None:
    found = imported(*command.split(), vault=vault, program=program)
    assert "notesync.index.store" in found
    assert found & READERS == set()


@pytest.mark.parametrize(
    "command", ["list", "list --plain", "search energy", "search energy --json"]
)
def test_a_plain_line_that_lists_or_searches_is_answered_with_little(
    command: str, vault: Path
) -> None:
    found = imported(*command.split(), vault=vault, program=SHORT)
    needless = {
        "click",
        "notesync.cli.main",
        "pathlib",
        "tomllib",
        "gettext",
        "notesync.notes.note",
    }
    if command.startswith("list"):  # it is remembered, as the status is
        found = imported(*command.split(), vault=vault, program=SHORT)
        needless |= FINDERS
    assert "notesync.index.store" in found
    assert found & (needless | SLOW_TO_MAKE | READERS | HEAVY.keys()) == set()


def test_a_line_that_only_asks_for_the_status_is_answered_without_click(vault: Path) -> None:
    found = imported("status", vault=vault, program=SHORT)
    assert "notesync.cli.digest" in found
    assert found & {"click", "notesync.cli.main", *SLOW_TO_MAKE, *READERS, *FINDERS} == set()


def test_a_new_day_makes_no_dataclass(vault: Path) -> None:
    imported("status", "--today", "2026-06-27", vault=vault)  # asks for the year's holidays
    found = imported("status", "--today", "2026-06-28", vault=vault, program=SHORT)
    assert "notesync.views.facts" in found
    assert found & {"click", *SLOW_TO_MAKE} == set()


def test_a_changed_note_is_read_without_dataclasses_yaml_or_markdown(
    vault: Path, tmp_path: Path
) -> None:
    changed = tmp_path / "changed"
    shutil.copytree(vault, changed, ignore=shutil.ignore_patterns(".notesync"))
    imported("status", vault=changed)
    note = min((changed / "contacts").iterdir())
    note.write_text(f"{note.read_text()}- 2026-05-26 noted — Back from the sea\n")
    found = imported("status", vault=changed, program=SHORT)
    assert "notesync.notes.simple_blocks" in found
    assert found & (SLOW_TO_MAKE | HEAVY.keys() - {"hashlib"}) == set()


def test_help_opens_no_vault(vault: Path) -> None:
    found = imported("--help", vault=vault)
    opening = {"notesync.index", "notesync.views", "notesync.workspace.opening", "sqlite3"}
    assert found & opening == set()


def test_status_on_another_day_reads_no_file_and_no_calendar(vault: Path) -> None:
    imported("status", "--today", "2026-05-27", vault=vault)  # asks for the year's holidays
    found = imported("status", "--today", "2026-05-28", vault=vault)
    assert "notesync.views.facts" in found
    assert found & {"yaml", "frontmatter", "markdown_it", "holidays", "jinja2", "watchdog"} == set()
    assert found & {"notesync.index.intake", "notesync.notes.document"} == set()


def test_a_sync_with_nothing_to_do_is_over_before_most_is_imported(
    vault: Path, tmp_path: Path
) -> None:
    synced = tmp_path / "synced"
    shutil.copytree(vault, synced, ignore=shutil.ignore_patterns(".notesync"))

    def git(*arguments: str) -> None:
        who = ("-c", "user.name=Petra", "-c", "user.email=petra@example.org")
        subprocess.run(["git", *who, *arguments], cwd=synced, check=True, capture_output=True)

    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-q", "-m", "All")
    git("clone", "-q", "--bare", ".", str(tmp_path / "remote.git"))
    git("remote", "add", "origin", str(tmp_path / "remote.git"))
    git("push", "-q", "-u", "origin", "main")
    imported("sync", "--quiet", vault=synced, program=SHORT)
    found = imported("sync", "--quiet", vault=synced, program=SHORT)
    assert "notesync.sync.glance" in found
    needless = {"notesync.vault.vault", "notesync.sync.checkout", "pathlib", "tomllib", "gettext"}
    assert found & (needless | {"click", "datetime", "sqlite3", *SLOW_TO_MAKE, *READERS}) == set()
