"""What the project promises about itself: its locks, its floors, its wheel, its pages."""

import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import notesync

ROOT = Path(__file__).parent.parent
PYPROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PURE_FLOORS = ("errors", "words", "notes", "views", "merge")


def pins(lock: str) -> dict[str, str]:
    """Name to version of everything that a lock pins."""
    text = (ROOT / "locks" / f"{lock}.txt").read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9.-]+)==(\S+)", text, re.MULTILINE))


def wanted(*, dev: bool) -> list[Requirement]:
    """What pyproject.toml asks for, to build and to run, and to develop."""
    project = PYPROJECT["project"]
    lines = project["dependencies"] + PYPROJECT["build-system"]["requires"]
    return [Requirement(line) for line in lines + dev * project["optional-dependencies"]["dev"]]


def lint_floors(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command as run; run()",
            "--no-logo",
            "--no-cache",
        ],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("lock", ["run", "dev"])
def test_a_lock_pins_what_pyproject_asks_for(lock: str) -> None:
    pinned = pins(lock)
    for requirement in wanted(dev=lock == "dev"):
        name = canonicalize_name(requirement.name)
        assert name in pinned, f"{name} is not in locks/{lock}.txt: make lock"
        assert requirement.specifier.contains(pinned[name]), f"{name} is too old: make lock"


def test_both_locks_pin_the_same_versions() -> None:
    assert pins("run").items() <= pins("dev").items()


@pytest.mark.parametrize("lock", ["run", "dev"])
def test_a_lock_has_a_hash_for_every_pin_and_names_no_place(lock: str) -> None:
    text = (ROOT / "locks" / f"{lock}.txt").read_text(encoding="utf-8")
    blocks = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert len(blocks) == len(pins(lock))
    assert [block for block in blocks if "--hash=sha256:" not in block] == []
    assert re.findall(r"://|--index|--find-links|--trusted-host|\s/", text) == []


def test_every_pure_floor_stands_in_the_contract_of_the_pure() -> None:
    contracts = {each["id"]: each for each in PYPROJECT["tool"]["importlinter"]["contracts"]}
    standing = {
        f"notesync.{floor}"
        for floor in PURE_FLOORS
        if (ROOT / "notesync" / floor).is_dir() or (ROOT / "notesync" / f"{floor}.py").is_file()
    }
    assert standing == set(contracts["pure"]["source_modules"])


@pytest.mark.parametrize(
    ("line", "contract"),
    [
        ("import notesync.notes.note", "A floor imports only from floors below its own BROKEN"),
        (
            "def f() -> None:\n    import sqlite3",
            "database, process, thread, clock or screen BROKEN",
        ),
    ],
)
def test_the_contracts_catch_an_import_that_climbs(
    line: str, contract: str, tmp_path: Path
) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "notesync", tmp_path / "notesync")
    with (tmp_path / "notesync" / "errors.py").open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    result = lint_floors(tmp_path)
    assert result.returncode == 1, result.stdout + result.stderr
    assert contract in result.stdout


CLOCK = "from datetime import date\n\nTODAY = date.today()"
DUMP = 'import yaml\n\nTEXT = yaml.safe_dump({"zip": "01067"})'
RUFF = [sys.executable, "-m", "ruff", "check", "--no-cache", "--output-format", "concise"]
RELATIVE = "from .note import Note"


@pytest.mark.parametrize(
    ("room", "lines", "rules"),
    [
        ("notesync/notes/x.py", CLOCK, {"TID251"}),
        ("notesync/dashboard/x.py", CLOCK, {"TID251"}),
        ("notesync/cli/x.py", CLOCK, set()),
        ("notesync/notes/x.py", DUMP, {"TID251"}),
        ("notesync/notes/x.py", RELATIVE, {"TID252"}),
    ],
)
def test_ruff_bans_the_clock_below_the_doors_and_dumps_and_relative_imports(
    room: str, lines: str, rules: set[str]
) -> None:
    result = subprocess.run(
        [*RUFF, "--select", "TID", "--stdin-filename", room, "-"],
        cwd=ROOT,
        input=lines,
        capture_output=True,
        text=True,
        check=False,
    )
    assert set(re.findall(r"TID\d+", result.stdout)) == rules


def test_the_wheel_holds_every_file_of_the_package_and_nothing_else(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    (path,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(path) as wheel:
        names = {name for name in wheel.namelist() if ".dist-info/" not in name}
        (scripts,) = (name for name in wheel.namelist() if name.endswith("/entry_points.txt"))
        assert "notesync = notesync.cli.entry:main" in wheel.read(scripts).decode()
    assert path.name == f"notesync-{notesync.__version__}-py3-none-any.whl"
    assert names == {
        file.relative_to(ROOT).as_posix()
        for file in (ROOT / "notesync").rglob("*")
        if file.is_file() and "__pycache__" not in file.parts and file.suffix != ".pot"
    }


def test_only_the_index_knows_its_tables() -> None:
    queries = re.compile(r"\b(?:SELECT|INSERT INTO|DELETE FROM)\b")
    rooms = {
        path.relative_to(ROOT / "notesync").parts[0]
        for path in (ROOT / "notesync").rglob("*.py")
        if queries.search(path.read_text(encoding="utf-8"))
    }
    assert rooms == {"index"}


def test_no_link_between_our_pages_leads_nowhere() -> None:
    pages = [ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")]
    links = [
        (page, target)
        for page in pages
        for target in re.findall(r"\]\((?!https?:|#)([^)#\s]+)", page.read_text(encoding="utf-8"))
    ]
    assert links
    assert [
        f"{page.relative_to(ROOT)}: {target}"
        for page, target in links
        if not (page.parent / target).exists()
    ] == []
