"""`review`: one note a week, kept up to date, with the user's words in it left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Result, notesync
from tests.workspace.places import files, text, write

VAULT: dict[str, str | bytes] = {
    "contacts/Meike Sand.md": "## Log\n\n- 2026-05-11 asked\n",
    "conversations/2026-05-12 Meike Sand.md": "- [insight] Sales decides [[Energy]]\n",
    "questions/Energy.md": "",
}


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    write(tmp_path, VAULT)
    return tmp_path


def typed(folder: Path, *words: str, today: str = "2026-05-12") -> Result:
    return notesync("--vault", folder, "--today", today, *words)


PATH = "reviews/2026-W20.md"


def test_a_week_gets_a_note_that_says_what_was(vault: Path) -> None:
    ran = typed(vault, "review")
    assert (ran.code, ran.err) == (0, "Your review of 2026-W20: reviews/2026-W20.md\n")
    assert ran.out.startswith("What moved\n- talked with Meike Sand\n- asked Meike Sand\n")
    written = text(vault, PATH)
    assert written.startswith("---\ntype: review\nweek: 2026-W20\ncreated: 2026-05-12\nid: ")
    assert "\n# Week 20 of 2026, Mon 11 May to Sun 17 May\n" in written
    assert "- Sales decides — [[Meike Sand]], [[Energy]]\n" in written
    assert written.endswith("<!-- /notesync review 2026-W20 -->\n\n## In my own words\n\n")


def test_a_second_time_changes_nothing(vault: Path) -> None:
    typed(vault, "review")
    before = files(vault)
    ran = typed(vault, "review", "20")
    assert ran.err == "Nothing to change: it says so already.\n"
    assert files(vault) == before


def test_what_happened_since_is_added_and_what_she_wrote_stays(vault: Path) -> None:
    typed(vault, "review")
    mine = text(vault, PATH).replace("- asked [[Meike Sand]]", "- asked her, with a beating heart")
    mine = mine.replace("own words\n\n", "own words\n\nA good week.  \n")
    write(vault, {PATH: mine})
    typed(vault, "log", "Meike", "thanked", today="2026-05-13")
    assert typed(vault, "review", today="2026-05-13").code == 0
    written = text(vault, PATH)
    assert "- thanked [[Meike Sand]]\n" in written
    assert "- asked her, with a beating heart\n" in written
    assert "- asked [[" not in written
    assert written.endswith("own words\n\nA good week.  \n")


def test_a_review_that_is_there_already_gets_only_the_block(vault: Path) -> None:
    mine = "---\nweek: 2026-W20\nlearned: patience\n---\n\n# The week of Leipzig\n\nIt moves.\n"
    write(vault, {"reviews/Leipzig.md": mine})
    assert typed(vault, "review").code == 0
    assert text(vault, "reviews/Leipzig.md").startswith(f"{mine}\n<!-- notesync review 2026-W20: ")
    assert not (vault / PATH).exists()


def test_a_quiet_week_is_told_kindly(vault: Path) -> None:
    ran = typed(vault, "review", "2026-W02")
    assert ran.code == 0
    assert "A quiet week. Those are part of it.\n" in ran.out


@pytest.mark.parametrize(
    "week", ["2026-W19", "19", "W19", "kw 19", "last", "letzte Woche", "2026w19"]
)
def test_a_week_may_be_named_as_one_says_it(vault: Path, week: str) -> None:
    found = typed(vault, "review", *week.split(), "--json", "--dry-run").json
    assert found["review"]["week"] == "2026-W19"


def test_a_number_without_a_year_is_the_last_such_week(vault: Path) -> None:
    found = typed(vault, "review", "30", "--json", "--dry-run").json
    assert found["review"]["week"] == "2025-W30"


@pytest.mark.parametrize(
    ("week", "said"),
    [
        ("60", '"60" is not a week. Write it as 2026-W19, 19 or last.'),
        ("soon", '"soon" is not a week.'),
        ("2026-W54", '"2026-W54" is not a week.'),
        ("2026-W21", "Today is in 2026-W20, and 2026-W21 has not begun yet."),
    ],
)
def test_what_is_no_week_ends_in_a_sentence(vault: Path, week: str, said: str) -> None:
    before = files(vault)
    ran = typed(vault, "review", week)
    assert (ran.code, said in ran.err) == (2, True)
    assert files(vault) == before


def test_json_tells_the_week_and_a_dry_run_writes_nothing(vault: Path) -> None:
    before = files(vault)
    found = typed(vault, "review", "--json", "--dry-run").json
    assert found["would_write"] == [PATH]
    assert found["review"]["learned"] == [
        {"text": "Sales decides", "question": "Energy", "people": ["Meike Sand"]}
    ]
    assert files(vault) == before
    assert typed(vault, "review", "--json").json["wrote"] == [PATH]


def test_a_german_vault_gets_a_german_review(vault: Path) -> None:
    write(vault, {}, config='lang = "de"\n')
    assert typed(vault, "review", "--lang", "en").code == 0
    written = text(vault, "Rückblicke/2026-W20.md")
    assert written.startswith("---\ntype: Rückblick\n")
    assert "# KW 20 2026, Mo 11.5. bis So 17.5.\n" in written
    assert "## Was sich bewegt hat\n\n- gesprochen mit [[Meike Sand]]\n" in written


def test_the_editor_opens_it(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "sed -i s/own/very/")
    assert typed(vault, "review", "--edit").code == 0
    assert "## In my very words" in text(vault, PATH)


def test_a_review_that_can_not_be_read_is_left_alone(vault: Path) -> None:
    write(vault, {PATH: "---\nweek: [\n---\n"})
    before = files(vault)
    ran = typed(vault, "review")
    assert (ran.code, files(vault)) == (1, before)
    assert PATH in ran.err
