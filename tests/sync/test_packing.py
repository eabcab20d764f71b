"""Bytes stored by our own packs are what git itself would have stored."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesync.sync import packing, repository, standin
from notesync.sync.git import Git
from tests.sync.devices import Device, git


@given(st.binary(max_size=300))
def test_names_are_those_that_git_gives(content: bytes) -> None:
    done = subprocess.run(
        ["git", "hash-object", "--stdin"], input=content, capture_output=True, check=True
    )
    assert packing.name_of(content) == done.stdout.decode().strip()


@pytest.mark.parametrize("form", ["sha1", "sha256"])
def test_any_bytes_are_stored_under_their_name(form: str, tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", f"--object-format={form}", "repository")
    place = repository.locate(tmp_path / "repository")
    standin.make(place)
    contents = [b"", b"x", b"\0" * 15, b"y" * 16, b"z" * 2047, b"a" * 2048, bytes(range(256)) * 900]
    names = packing.store(Git(place), contents, (), sha256=form == "sha256")
    for content, name in names.items():
        found = subprocess.run(
            ["git", "cat-file", "blob", name], cwd=place.root, capture_output=True, check=True
        )
        assert found.stdout == content


def test_what_is_there_is_not_stored_again(laptop: Device) -> None:
    place = repository.locate(laptop.root)
    standin.make(place)
    known = packing.name_of(b"x")
    assert packing.store(Git(place), [b"x"], {known}) == {b"x": known}
    assert laptop.git("cat-file", "-t", known, check=False) == ""
