"""Vaults to capture in: a folder with the notes that a test shows, opened."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from notesync.workspace.opening import Workspace, open_workspace
from notesync.workspace.plan import Plan, carry_out
from notesync.workspace.speech import speak

TODAY = date(2026, 5, 12)


def write(folder: Path, notes: dict[str, str | bytes], config: str = 'lang = "en"\n') -> None:
    """Put notes into a vault, byte for byte."""
    (folder / "notesync.toml").write_text(config, encoding="utf-8")
    for path, text in notes.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())


@contextmanager
def opened(folder: Path, today: date = TODAY) -> Iterator[Workspace]:
    """The vault, opened; messages are in English."""
    workspace = open_workspace(
        explicit=str(folder),
        env=None,
        start=folder,
        today=today,
        clock=lambda: today,
        say=lambda _message: None,
        speak=lambda _vault: speak("en"),
    )
    try:
        yield workspace
    finally:
        workspace.close()


def done(workspace: Workspace, plan: Plan) -> Plan:
    """Carry a plan out as the commands do."""
    carry_out(workspace.vault, plan, workspace.words)
    workspace.look()
    return plan


def text(folder: Path, path: str) -> str:
    """What a file says, line breaks as they are."""
    return (folder / path).read_bytes().decode()


def files(folder: Path) -> dict[str, bytes]:
    """Every note of a vault with its bytes."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*.md"))
        if ".notesync" not in file.parts
    }
