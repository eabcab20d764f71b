"""The process that makes the pages: it answers, ends when nobody looks, and is missed by nobody."""

from __future__ import annotations

import io
import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from notesync.cli import painting
from notesync.cli.painting import NotOpened, NotPainted, Painting, answer_all, pages_of
from notesync.cli.session import Session
from tests.cli.running import eventually


def session_for(vault: Path) -> Session:
    session = Session(str(vault), "en")
    session.quiet = True
    return session


class Someone:
    """Whether a page is open in a browser."""

    listening = False

    def __call__(self) -> bool:
        return self.listening


@pytest.fixture
def someone() -> Someone:
    return Someone()


@pytest.fixture
def pictured(petra: Path, someone: Someone) -> Iterator[Painting]:
    one = Painting(session_for(petra), incognito=False, listening=someone)
    yield one
    one.close()


def pid(one: Painting) -> int | None:
    return one._child.pid if one._child else None


def test_it_makes_pages_and_the_file(petra: Path, pictured: Painting) -> None:
    pictured.open()
    assert "Falk Berger" in pictured.page("/", "").html
    assert pictured.page("/nowhere", "").status == 404
    assert "<mark>" in pictured.page("/search", "energy").html
    pictured.write()
    assert "Falk Berger" in (petra / "dashboard.html").read_text(encoding="utf-8")


def test_it_is_asked_again_what_it_knows_when_that_is_old(petra: Path, pictured: Painting) -> None:
    assert "Xaver" not in pictured.page("/", "").html
    (petra / "contacts" / "Xaver.md").write_text("# Xaver\n", encoding="utf-8")
    with session_for(petra).workspace.store:
        pass  # whoever follows the notes has brought the index up to date
    assert "Xaver" not in pictured.page("/", "").html
    pictured.changed()
    assert "Xaver" in pictured.page("/", "").html


def test_it_ends_when_nobody_looks_and_comes_back_when_somebody_does(
    pictured: Painting, someone: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(painting, "REST_AFTER", 0.1)
    someone.listening = True
    before = pictured.page("/", "").html
    first = pid(pictured)
    pictured.rest()
    assert pid(pictured) == first
    someone.listening = False
    eventually(lambda: pid(pictured), wanted=None)
    assert pictured.page("/", "").html == before
    assert pid(pictured) != first


def test_one_that_was_killed_is_replaced(pictured: Painting) -> None:
    before = pictured.page("/", "").html
    first = pid(pictured)
    assert first
    os.kill(first, signal.SIGKILL)
    assert pictured.page("/", "").html == before
    assert pid(pictured) != first


def test_ctrl_c_is_not_meant_for_it(pictured: Painting) -> None:
    pictured.open()
    first = pid(pictured)
    assert first
    assert os.getpgid(first) != os.getpgrp()


def test_a_file_of_somebody_else_is_told_in_its_own_sentence(
    petra: Path, pictured: Painting
) -> None:
    (petra / "dashboard.html").write_text("mine", encoding="utf-8")
    with pytest.raises(NotPainted, match="was not written by notesync"):
        pictured.write()


def test_a_vault_that_cannot_be_used_is_told_at_once(petra: Path) -> None:
    (petra / "notesync.toml").write_text("lnag = 1\n", encoding="utf-8")
    one = Painting(session_for(petra), incognito=False, listening=lambda: False)
    with pytest.raises((NotOpened, NotPainted), match="lnag"):
        one.open()
    one.close()


def test_the_file_waits_for_an_open_page_but_not_for_ever(
    petra: Path, pictured: Painting, someone: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(painting, "PAGE_FIRST", 0.05)
    someone.listening = True
    pictured.changed()
    pictured.write()
    assert (petra / "dashboard.html").exists()


def test_every_line_has_its_answer_whatever_goes_wrong(petra: Path) -> None:
    session = session_for(petra)
    pages = pages_of(session)
    asked = [
        {"do": "open", "stale": False},
        {"do": "page", "path": "/", "typed": "", "stale": False},
        {"do": "page", "path": 7, "stale": True},
        {"do": "write", "stale": False},
    ]
    answers = io.BytesIO()
    answer_all(
        io.BytesIO(b"".join(json.dumps(one).encode() + b"\n" for one in asked)),
        answers,
        pages,
        session,
    )
    found = [json.loads(line) for line in answers.getvalue().splitlines()]
    assert found[0] == {}
    assert "Falk Berger" in found[1]["html"]
    assert "KeyError" in found[2]["reason"]
    (petra / "dashboard.html").unlink()
    (petra / "dashboard.html").mkdir()
    answers = io.BytesIO()
    answer_all(io.BytesIO(json.dumps(asked[3]).encode() + b"\n"), answers, pages, session)
    assert "was not written by notesync" in json.loads(answers.getvalue())["reason"]
    pages.close()
