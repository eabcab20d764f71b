"""Petra's vault, and the user's surroundings as they are on a fresh machine."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

DEMOS = Path(__file__).parents[2] / "notesync" / "demo"


@pytest.fixture(autouse=True)
def _surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("NOTESYNC_VAULT", "NOTESYNC_TODAY", "NOTESYNC_LANG", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.chdir(home)


@pytest.fixture
def petra(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DEMOS / "en", tmp_path / "petra"))


@pytest.fixture
def petra_de(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DEMOS / "de", tmp_path / "petra-de"))
