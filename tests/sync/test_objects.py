"""Objects are read by one process, whatever becomes of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from notesync.sync import git as door
from notesync.sync import repository, standin, trees
from notesync.sync.errors import GitFailed, TimedOut
from notesync.sync.git import Git
from notesync.sync.objects import Entry, Objects
from tests.sync.devices import CARLA, Device

CARLAS = "contacts/Carla Voigt.md"


def objects(laptop: Device) -> Objects:
    place = repository.locate(laptop.root)
    standin.make(place)
    return Objects(Git(place))


def wrapped(monkeypatch: pytest.MonkeyPatch, folder: Path, script: str) -> None:
    (folder / "bin").mkdir()
    (folder / "bin" / "git").write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    (folder / "bin" / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder / 'bin'}:{os.environ['PATH']}")


def test_names_and_bytes_are_read(laptop: Device) -> None:
    laptop.write("large.bin", bytes(range(256)) * 20_000)
    laptop.commit()
    with objects(laptop) as found:
        assert found.name("HEAD") == laptop.head
        assert found.name("refs/heads/nothing") == ""
        oid = laptop.git("rev-parse", f"HEAD:{CARLAS}").strip()
        large = laptop.git("rev-parse", "HEAD:large.bin").strip()
        assert found.blob(oid) == CARLA.encode()
        read = found.blobs([oid, large, oid])
        assert read == {oid: CARLA.encode(), large: bytes(range(256)) * 20_000}
        with pytest.raises(GitFailed, match="missing"):
            found.blob("1" * 40)
        with pytest.raises(GitFailed, match="missing"):
            found.blobs(["1" * 40])


def test_a_process_that_hangs_is_ended(
    laptop: Device, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(door, "LOCAL", 0.3)
    wrapped(monkeypatch, tmp_path, 'case "$*" in *cat-file*) exec sleep 600;; esac')
    with objects(laptop) as found, pytest.raises(TimedOut):
        found.name("HEAD")


@pytest.mark.parametrize("before", ["", "read line; "])
def test_a_process_that_breaks_says_why(
    laptop: Device, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, before: str
) -> None:
    standin.make(repository.locate(laptop.root))
    wrapped(monkeypatch, tmp_path, f"{before}echo 'fatal: broken' >&2; exit 128")
    with objects(laptop) as found, pytest.raises(GitFailed) as failed:
        [found.name("HEAD") for _ in range(100)]
    assert failed.value.said in {"fatal: broken", ""}


def test_trees_are_compared_by_what_differs(laptop: Device) -> None:
    laptop.write("deep/er/one.md", "one\n")
    laptop.write("deep/er/two.md", "two\n")
    laptop.commit()
    old = laptop.tree
    laptop.write("deep/er/two.md", "other\n")
    laptop.write("deep/er/three/x.md", "x\n")
    (laptop.root / CARLAS).unlink()
    laptop.commit()
    with objects(laptop) as found:
        before, after = trees.differing(found, [old, laptop.tree])
        assert sorted(before) == [CARLAS, "deep/er/two.md"]
        assert sorted(after) == ["deep/er/three/x.md", "deep/er/two.md"]
        assert isinstance(after["deep/er/two.md"], Entry)
        assert set(trees.unchanged(found, [old, laptop.tree])) == {
            ".gitignore",
            "deep/er/one.md",
            "notesync.toml",
        }
        assert set(trees.paths(found, laptop.tree)) == laptop.files
        nothing, everything = trees.differing(found, ["", laptop.tree])
        assert (nothing, set(everything)) == ({}, laptop.files)
