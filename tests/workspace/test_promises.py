"""Promises that are kept, and how they are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from notesync.workspace import promises
from notesync.workspace.opening import Workspace
from notesync.workspace.plan import NotWritten
from tests.workspace.places import done, opened, text, write

TALK = """\
---
date: 2026-05-05
people: ["[[Carla]]"]
---

- [ ] me: send the article 📅 2026-05-09
* [ ] **they**: introduce Nora [due:: 2026-05-15]
- [x] me: call 📅 2026-05-06 ✅ 2026-05-06
- [ ] buy milk
"""


def tick(workspace: Workspace, words: str, name: str = "Carla") -> None:
    person = workspace.find(name, "contact")
    found = promises.choose(person, words, promises.open_with(workspace, person, words))
    done(workspace, promises.tick(workspace, person, found, "2026-05-12"))


@pytest.mark.parametrize(
    ("words", "old", "new"),
    [
        (
            "Article",
            "- [ ] me: send the article 📅 2026-05-09",
            "- [x] me: send the article 📅 2026-05-09 ✅ 2026-05-12",
        ),
        (
            "nora introduce",
            "* [ ] **they**: introduce Nora [due:: 2026-05-15]",
            "* [x] **they**: introduce Nora [due:: 2026-05-15] [completion:: 2026-05-12]",
        ),
    ],
)
def test_a_promise_is_ticked_with_its_day(tmp_path: Path, words: str, old: str, new: str) -> None:
    write(tmp_path, {"contacts/Carla.md": "", "conversations/Call.md": TALK})
    with opened(tmp_path) as workspace:
        tick(workspace, words)
        kept = [p.kept for c in workspace.everything.conversations for p in c.promises]
    assert text(tmp_path, "conversations/Call.md") == TALK.replace(old, new)
    assert kept.count("2026-05-12") == 1


def test_a_promise_in_her_own_note_counts_too(tmp_path: Path) -> None:
    write(tmp_path, {"contacts/Carla.md": "> quote\n\n1. [ ] ich: anrufen due:2026-05-20  \n"})
    with opened(tmp_path) as workspace:
        tick(workspace, "")
    assert text(tmp_path, "contacts/Carla.md") == (
        "> quote\n\n1. [x] ich: anrufen due:2026-05-20 ✅ 2026-05-12  \n"
    )


def test_what_is_not_clear_is_asked_back(tmp_path: Path) -> None:
    write(tmp_path, {"contacts/Carla.md": "", "conversations/Call.md": TALK})
    with opened(tmp_path) as workspace:
        with pytest.raises(promises.ManyPromises) as many:
            tick(workspace, "")
        with pytest.raises(promises.NoPromise):
            tick(workspace, "milk")
    assert many.value.values["candidates"] == "“send the article”; “introduce Nora”"
    assert text(tmp_path, "conversations/Call.md") == TALK


def test_a_line_that_moved_meanwhile_is_found_again(tmp_path: Path) -> None:
    write(tmp_path, {"contacts/Carla.md": "", "conversations/Call.md": TALK})
    with opened(tmp_path) as workspace:
        person = workspace.find("Carla", "contact")
        found = promises.choose(person, "", promises.open_with(workspace, person, "article"))
        plan = promises.tick(workspace, person, found, "2026-05-12")
        moved = TALK.replace("---\n\n", "---\n\nA new line.\n\n")
        write(tmp_path, {"conversations/Call.md": moved})
        done(workspace, plan)
    assert text(tmp_path, "conversations/Call.md") == moved.replace(
        "- [ ] me: send the article 📅 2026-05-09",
        "- [x] me: send the article 📅 2026-05-09 ✅ 2026-05-12",
    )


def test_a_line_that_says_something_else_by_now_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path, {"contacts/Carla.md": "", "conversations/Call.md": TALK})
    with opened(tmp_path) as workspace:
        person = workspace.find("Carla", "contact")
        found = promises.choose(person, "", promises.open_with(workspace, person, "article"))
        plan = promises.tick(workspace, person, found, "2026-05-12")
        other = TALK.replace("send the article", "send the book")
        write(tmp_path, {"conversations/Call.md": other})
        with pytest.raises(NotWritten):
            done(workspace, plan)
        assert not promises.open_with(workspace, person, "book")
        (tmp_path / "conversations/Call.md").unlink()
        assert not promises.open_with(workspace, person, "article")
    assert not (tmp_path / "conversations/Call.md").exists()


def test_dates_look_as_in_the_newest_promise_that_has_one(tmp_path: Path) -> None:
    notes: dict[str, str | bytes] = {
        f"conversations/2026-05-{n:02} Carla.md": f"- [ ] me: x {style}\n"
        for n, style in enumerate(("📅 2026-05-03", "due:2026-05-03", "bis:2026-05-03", ""), 1)
    }
    write(tmp_path, {"contacts/Carla.md": "", **notes})
    with opened(tmp_path) as workspace:
        line = promises.written(workspace, "call until tomorrow", workspace.today)
    assert line == "- [ ] me: call due:2026-05-13"


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("send it", "- [ ] me: send it"),
        ("ich: schicken bis 20.5.", "- [ ] me: schicken 📅 2026-05-20"),
        ("they: introduce Nora by Friday", "- [ ] they: introduce Nora 📅 2026-05-15"),
        ("send it by email", "- [ ] me: send it by email"),
        ("send it by email until tomorrow", "- [ ] me: send it by email 📅 2026-05-13"),
        ("call 📅 2026-06-01", "- [ ] me: call 📅 2026-06-01"),
        ("- [ ] sie: rufen an (bis 1. Juni)", "- [ ] they: rufen an 📅 2026-06-01"),
        (
            "ich: ihr den Text bis 15.5. zu schicken",
            "- [ ] me: ihr den Text zu schicken 📅 2026-05-15",
        ),
        ("bis Freitag anrufen", "- [ ] me: anrufen 📅 2026-05-15"),
        ("etwas bis morgen früh machen", "- [ ] me: etwas bis morgen früh machen"),
    ],
)
def test_a_promise_is_typed_as_one_says_it(tmp_path: Path, typed: str, line: str) -> None:
    write(tmp_path, {})
    with opened(tmp_path) as workspace:
        assert promises.written(workspace, typed, workspace.today) == line
