"""A home of its own with a git configuration, a bare remote, and devices that have cloned it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.sync.devices import CARLA, IGNORED, TOML, Device, git

CONFIG = """[user]
\tname = Petra
\temail = petra@example.org
[init]
\tdefaultBranch = main
[advice]
\tdetachedHead = false
"""


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    for name in os.environ:
        if name.startswith(("GIT_", "XDG_")):
            monkeypatch.delenv(name)
    folder = tmp_path / "home"
    folder.mkdir()
    (folder / ".gitconfig").write_text(CONFIG, encoding="utf-8")
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    return folder


@pytest.fixture
def remote(tmp_path: Path) -> Path:
    """An empty bare repository."""
    folder = tmp_path / "remote.git"
    git(tmp_path, "init", "-q", "--bare", str(folder))
    return folder


@pytest.fixture
def clone(tmp_path: Path, remote: Path) -> Callable[[str], Device]:
    """Makes another clone of the remote."""

    def make(name: str) -> Device:
        git(tmp_path, "clone", "-q", str(remote), name)
        return Device(tmp_path / name)

    return make


@pytest.fixture
def laptop(clone: Callable[[str], Device]) -> Device:
    """The first device, with a vault of one person that is synced."""
    device = clone("laptop")
    device.write("notesync.toml", TOML)
    device.write(".gitignore", IGNORED)
    device.write("contacts/Carla Voigt.md", CARLA)
    assert device.sync().code == 0
    return device


@pytest.fixture
def office(laptop: Device, clone: Callable[[str], Device]) -> Device:
    """A second device, which has what the first one synced."""
    assert laptop.clean
    return clone("office")
