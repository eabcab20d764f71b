"""What pages depend on: the search finds what may be seen, and nothing when there is no word."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from notesync.dashboard.shown import FOUND
from notesync.index.store import Store
from notesync.merge.notation import comment, noted
from notesync.vault.vault import Vault
from notesync.workspace.opening import Workspace
from notesync.workspace.sights import Sight, sight
from notesync.workspace.speech import speak


@pytest.fixture
def seen(tmp_path: Path) -> Sight:
    notes = {
        "contacts/Anna.md": "silver\n",
        "contacts/Zelda.md": "---\nprivate: true\n---\nsilver\n",
        "diary/Today.md": "---\nprivate: true\n---\nsilver\n",
        "diary/Yesterday.md": "silver\n",
    }
    for path, text in notes.items():
        file = tmp_path / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (tmp_path / "notesync.toml").write_text('lang = "en"\n', encoding="utf-8")
    vault = Vault.open(tmp_path)
    workspace = Workspace(vault, Store(vault.state_dir()), date(2026, 5, 12))
    workspace.look()
    try:
        return sight(workspace)
    finally:
        workspace.close()


def test_private_notes_of_any_kind_are_not_found(seen: Sight) -> None:
    assert {hit.path for hit in seen.find("silver")} == {"contacts/Anna.md", "diary/Yesterday.md"}


def test_what_holds_no_word_finds_nothing(seen: Sight) -> None:
    assert seen.find("?!") == ()


def test_a_note_that_has_just_gone_is_found_without_its_line(seen: Sight) -> None:
    (seen.root / "contacts" / "Anna.md").unlink()
    found = {hit.path: hit.snippet for hit in seen.find("silver")}
    assert found["contacts/Anna.md"] == ""


def test_what_was_derived_of_all_notes_counts_only_where_nothing_is_hidden(seen: Sight) -> None:
    assert seen.known is not None
    assert "contacts/Zelda.md" in seen.known.people
    assert "contacts/Zelda.md" not in seen.scene(live=True).facts.people
    book = seen.book._replace(contacts={"contacts/Anna.md": seen.book.contacts["contacts/Anna.md"]})
    shown = replace(seen, book=book, known=None)
    facts = shown.scene(live=False).facts
    assert replace(shown, known=facts).scene(live=False).found == shown.scene(live=False).found
    assert replace(shown, known=facts).page() == shown.page()


def test_the_file_is_the_same_whether_the_served_page_was_made_before_or_not(seen: Sight) -> None:
    alone = replace(seen).page()
    assert seen.site().page("/").status == FOUND
    assert seen.page() == alone
    assert seen.page(incognito=True) == replace(seen).page(incognito=True) != alone


def test_a_search_from_the_page_leaves_them_out_too(seen: Sight) -> None:
    page = seen.site().page("/search", "silver").html
    assert "Yesterday" in page
    assert "Zelda" not in page
    assert "Today" not in page


def test_what_stands_in_two_versions_is_told_by_the_file_and_by_the_served_page(
    tmp_path: Path,
) -> None:
    record = noted(
        "city", "Leipzig", "Kiel", int(datetime(2026, 5, 10, 12, tzinfo=UTC).timestamp())
    )
    note = f"---\nconflicts:\n  - '{record}'\ncity: Hamburg\n---\nShe walks.\n\n"
    (tmp_path / "contacts").mkdir()
    (tmp_path / "contacts" / "Anna.md").write_text(note + comment("She swims.", 0), "utf-8")
    (tmp_path / "notesync.toml").write_text('lang = "en"\n', encoding="utf-8")
    vault = Vault.open(tmp_path)
    workspace = Workspace(vault, Store(vault.state_dir()), date(2026, 5, 12))
    workspace.look()
    try:
        found = sight(workspace)
    finally:
        workspace.close()
    told = [(one.number, one.what, one.kept, one.other, one.day) for one in found.clashes]
    assert told[0] == (1, "city", "Hamburg", "Leipzig", date(2026, 5, 10))
    assert told[1][:2] + told[1][3:] == (2, "text", "She swims.", None)
    for page in (found.page(), found.site().page("/").html):
        assert "notesync conflicts --take 2" in page
        assert "Leipzig" in page


@pytest.mark.parametrize(
    ("result", "told"),
    [
        ("synced", "Gesichert 18:02."),
        ("local", "Nur auf diesem Gerät."),
        ("", "Nur auf diesem Gerät."),
    ],
)
def test_the_foot_of_the_file_and_of_the_served_pages_says_how_old_the_last_sync_is(
    result: str, told: str, tmp_path: Path
) -> None:
    (tmp_path / "notesync.toml").write_text('lang = "de"\n', encoding="utf-8")
    vault = Vault.open(tmp_path)
    if result:
        at = int(datetime(2026, 5, 12, 18, 2).astimezone().timestamp())
        last = {"result": result, "at": at, "synced": at, "kind": ""}
        (tmp_path / ".notesync").mkdir()
        (tmp_path / ".notesync" / "sync.json").write_text(json.dumps(last), encoding="utf-8")
    workspace = Workspace(vault, Store(vault.state_dir()), date(2026, 5, 12), speak("de"))
    workspace.look()
    try:
        found = sight(workspace)
    finally:
        workspace.close()
    site = found.site()
    for page in (found.page(), site.page("/").html, site.page("/search").html):
        assert f"<p>{told}</p>" in page.partition("<footer")[2]
