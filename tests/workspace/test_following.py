"""What the watcher's look does: the page follows notes, configuration and day; trouble is told."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from notesync.index.store import Store
from notesync.vault.vault import Vault
from notesync.words import ENGLISH
from notesync.workspace.following import Follower, NothingYet
from notesync.workspace.opening import Workspace
from notesync.workspace.pages import Pages

DEMO = Path(__file__).parents[2] / "notesync" / "demo" / "en"
BEN = "---\ntype: contact\n---\n\n## Log\n\n- 2026-05-28 asked email\n"


class Told:
    """What a follower said and how often its page changed."""

    def __init__(self, root: Path, *, write: bool = True) -> None:
        self.root = root
        self.said: list[str] = []
        self.day = date(2026, 5, 29)
        self.changes = 0
        self.pages = Pages(self._open, clock=lambda _vault: self.day, speak=lambda _vault: ENGLISH)
        self.follower = Follower(
            self._open,
            self.pages,
            clock=lambda _vault: self.day,
            speak=lambda _vault: ENGLISH,
            say=self.said.append,
            write=write,
            changed=self._changed,
        )

    def _open(self) -> Workspace:
        vault = Vault.open(self.root)
        workspace = Workspace(vault, Store(vault.state_dir()), self.day)
        workspace.look()
        return workspace

    def _changed(self) -> None:
        self.changes += 1

    @property
    def file(self) -> str:
        return (self.root / "dashboard.html").read_text(encoding="utf-8")


@contextmanager
def following(tmp_path: Path, *, write: bool = True) -> Iterator[Told]:
    told = Told(Path(shutil.copytree(DEMO, tmp_path / "petra")), write=write)
    try:
        yield told
    finally:
        told.follower.close()
        told.pages.close()


def test_the_page_is_written_once_and_again_only_after_a_change(tmp_path: Path) -> None:
    with following(tmp_path) as told:
        for _ in range(3):
            assert not told.follower.look().failed
        assert told.changes == 1
        assert "Ben" not in told.file
        (told.root / "contacts" / "Ben.md").write_text(BEN, encoding="utf-8")
        told.follower.look()
        assert told.changes == 2
        assert "Ben" in told.file
        assert "Ben" in told.follower.page().html


def test_after_midnight_the_page_speaks_of_the_new_day(tmp_path: Path) -> None:
    with following(tmp_path) as told:
        told.follower.look()
        assert "29 May 2026" in told.file
        told.day = date(2026, 5, 30)
        told.follower.look()
        assert "30 May 2026" in told.file


def test_another_configuration_is_followed_and_a_wrong_one_is_told_once(tmp_path: Path) -> None:
    with following(tmp_path) as told:
        told.follower.look()
        toml = told.root / "notesync.toml"
        good = toml.read_text(encoding="utf-8")
        toml.write_text('nonsense = "x"\n', encoding="utf-8")
        assert told.follower.look().failed
        assert told.follower.look().failed
        assert len(told.said) == 1
        assert "nonsense" in told.said[0]
        toml.write_text(f'ignore = ["contacts/Tobias.md"]\n{good}', encoding="utf-8")
        assert not told.follower.look().failed
        assert 'id="p-tobias' not in told.file.lower()


def test_a_page_of_somebody_else_is_left_alone_and_told(tmp_path: Path) -> None:
    with following(tmp_path) as told:
        (told.root / "dashboard.html").write_text("mine", encoding="utf-8")
        assert told.follower.look().failed
        assert told.file == "mine"
        assert "was not written by notesync" in told.said[0]


def test_without_the_file_the_page_can_be_served_all_the_same(tmp_path: Path) -> None:
    with following(tmp_path, write=False) as told:
        told.follower.look()
        assert not (told.root / "dashboard.html").exists()
        assert "<script" in told.follower.page().html


def test_the_page_can_be_asked_for_from_any_thread(tmp_path: Path) -> None:
    with following(tmp_path, write=False) as told:
        with pytest.raises(NothingYet):
            told.follower.page()
        told.follower.look()
        pages: list[str] = []
        look = lambda: pages.append(told.follower.page().html)  # noqa: E731 -- one line is enough
        threads = [threading.Thread(target=look) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(pages) == 4
        assert len(set(pages)) == 1


def test_a_vault_that_is_gone_is_told_and_followed_again(tmp_path: Path) -> None:
    with following(tmp_path) as told:
        told.follower.look()
        away = told.root.with_name("away")
        told.root.rename(away)
        assert told.follower.look().failed
        assert "can't be reached any more (No such file or directory)" in told.said[0]
        assert not told.root.exists()
        away.rename(told.root)
        assert not told.follower.look().failed


def test_a_file_that_looks_half_written_asks_for_another_look(tmp_path: Path) -> None:
    with following(tmp_path) as told:
        told.follower.look()
        (told.root / "contacts" / "Ida.md").write_text("", encoding="utf-8")
        assert told.follower.look().pending
