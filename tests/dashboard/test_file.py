"""The dashboard's file: whole, its owner's only, and never over a file of somebody else."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from notesync.dashboard.file import NotOurDashboard, file_name, write_page
from notesync.vault.errors import CantWrite
from tests.dashboard.pages import page_of

PAGE = page_of({})
NAME = "dashboard.html"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_file_has_the_name_of_the_vaults_language(tmp_path: Path) -> None:
    assert write_page(tmp_path, PAGE, file_name("en")).name == "dashboard.html"
    assert write_page(tmp_path, PAGE, file_name("de")).name == "Übersicht.html"
    assert names(tmp_path) == ["dashboard.html", "Übersicht.html"]


def test_only_its_owner_may_read_it_whatever_the_umask(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        path = write_page(tmp_path, PAGE, NAME)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        path.chmod(0o644)
        write_page(tmp_path, PAGE + "\n", NAME)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    finally:
        os.umask(old)


def test_our_own_file_is_replaced_and_nothing_is_left_behind(tmp_path: Path) -> None:
    (tmp_path / ".notesync").mkdir()
    write_page(tmp_path, PAGE, NAME)
    path = write_page(tmp_path, PAGE + "<!-- later -->", NAME)
    assert path.read_text(encoding="utf-8").endswith("<!-- later -->")
    assert names(tmp_path) == [".notesync", "dashboard.html"]
    assert names(tmp_path / ".notesync") == []


def test_an_unchanged_page_is_not_written_again(tmp_path: Path) -> None:
    before = write_page(tmp_path, PAGE, NAME).stat()
    after = write_page(tmp_path, PAGE, NAME).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


@pytest.mark.parametrize(
    "content",
    ["", "# My own dashboard\n", "<html><body>mine</body></html>", "x" * 5000 + PAGE],
)
def test_a_file_of_somebody_else_is_left_as_it_is(tmp_path: Path, content: str) -> None:
    path = tmp_path / "dashboard.html"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(NotOurDashboard, match=r"dashboard\.html was not written by notesync"):
        write_page(tmp_path, PAGE, NAME)
    assert path.read_text(encoding="utf-8") == content
    assert names(tmp_path) == ["dashboard.html"]


def test_a_link_is_not_followed_and_a_folder_is_no_page(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.html"
    elsewhere.write_text(PAGE, encoding="utf-8")
    link = tmp_path / "dashboard.html"
    link.symlink_to(elsewhere)
    with pytest.raises(NotOurDashboard):
        write_page(tmp_path, PAGE + "\n", NAME)
    assert elsewhere.read_text(encoding="utf-8") == PAGE
    link.unlink()
    link.mkdir()
    with pytest.raises(NotOurDashboard):
        write_page(tmp_path, PAGE, NAME)


def test_a_pipe_of_that_name_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "dashboard.html")
    with pytest.raises(NotOurDashboard):
        write_page(tmp_path, PAGE, NAME)


def test_a_folder_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CantWrite, match=r"dashboard\.html can't be written"):
        write_page(tmp_path / "gone", PAGE, NAME)
