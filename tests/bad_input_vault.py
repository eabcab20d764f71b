"""A vault with something wrong in it, and what the commands say about it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from notesync.notes import document
from notesync.notes.refusal import SpliceRefused
from notesync.vault.errors import FileVanished, NotOurs
from notesync.vault.snapshot import Snapshot
from notesync.vault.vault import Vault
from tests.cli.running import Result
from tests.cli.running import notesync as run

KINDS = ("contact", "conversation", "organization", "question", "opportunity", "review", "me")
WORD = "Leuchtturm"  # stands in every body here, to be searched for


def notesync(folder: Path, *args: str) -> Result:
    """Run a command on a vault, in English and on a fixed day; none may ever show a traceback."""
    said = run("--vault", folder, "--lang", "en", "--today", "2026-05-29", "--no-input", *args)
    assert "Traceback" not in said.out + said.err
    if "made a mistake" in said.err:
        report = said.err.partition(" in /")[2].partition(".txt")[0]
        pytest.fail(Path(f"/{report}.txt").read_text(encoding="utf-8"))
    return said


def put(folder: Path, path: str, content: str | bytes) -> Path:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def checked(folder: Path, *args: str) -> list[str]:
    """The lines that `check` prints."""
    return notesync(folder, "check", *args).out.splitlines()


def codes(folder: Path, *args: str) -> list[tuple[str, str]]:
    """Path and code of every problem, warnings too."""
    found = notesync(folder, "check", "--json", *args).json["problems"]
    return [(problem["path"], problem["code"]) for problem in found]


def listed(folder: Path) -> set[str]:
    """The paths of all notes, whatever their kind."""
    return {
        note["path"]
        for kind in (*KINDS, "note")
        for note in notesync(folder, "list", kind, "--json").json["notes"]
    }


def found(folder: Path, text: str) -> set[str]:
    """The paths of the notes that `search` finds."""
    hits = notesync(folder, "search", text, "--limit", "1000", "--json").json["hits"]
    return {hit["path"] for hit in hits}


def write_refused(folder: Path, path: str) -> bool:
    """Whether notesync refuses to change anything in a note."""

    def with_a_city(seen: Snapshot) -> str:
        return document.read(seen.text, seen.path).set("city", "Bremen").text

    try:
        Vault.open(folder).edit(path, with_a_city)
    except (SpliceRefused, NotOurs, FileVanished):
        return True
    return False


@contextmanager
def untouched(folder: Path) -> Iterator[None]:
    """Within it, no file of the vault changes by a byte, comes or goes, but for `.notesync/`."""
    before = files(folder)
    yield
    assert files(folder) == before


def files(folder: Path) -> dict[str, bytes | None]:
    """Every file's bytes; None for what is no file."""
    return {
        str(file.relative_to(folder)): (
            file.read_bytes() if file.is_file() and not file.is_symlink() else None
        )
        for file in folder.rglob("*")
        if ".notesync" not in file.relative_to(folder).parts
    }
