"""`inbox`: what a phone has captured is filed line by line, and nothing is lost on the way."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.running import Result, notesync
from tests.cli.test_asking import at_terminal
from tests.workspace.places import files, text, write

VAULT: dict[str, str | bytes] = {
    "contacts/Meike Sand.md": "",
    "contacts/Jonas Kessler.md": "",
}


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    write(tmp_path, VAULT)
    return tmp_path


def typed(folder: Path, *words: str) -> Result:
    return notesync("--vault", folder, "--today", "2026-05-12", *words)


def capture(folder: Path, name: str, content: str | bytes) -> Path:
    write(folder, {f"inbox/{name}": content})
    return folder / "inbox" / name


def entries(folder: Path) -> list[dict[str, object]]:
    found = typed(folder, "inbox", "--json").json["entries"]
    assert isinstance(found, list)
    return found


def test_an_empty_inbox_is_told(vault: Path) -> None:
    assert typed(vault, "inbox").err == "The inbox is empty.\n"
    assert typed(vault, "inbox", "--json").json["entries"] == []


def test_a_vault_with_something_in_its_inbox_works_as_ever(vault: Path) -> None:
    capture(vault, "2026-05-10.md", "Lunch with Meike\n")
    for command in ("status", "list", "check", "show Meike", "search lunch"):
        assert typed(vault, *command.split()).code == 0


def test_lines_are_filed_as_of_the_day_of_their_file(vault: Path) -> None:
    file = capture(vault, "2026-05-10 train.md", "yesterday lunch with Meike\nthanked Jonas\n")
    ran = typed(vault, "inbox", "--yes")
    assert ran.code == 0
    lunch = text(vault, "conversations/2026-05-09 Meike Sand.md")
    assert lunch.endswith("channel: lunch\n" + lunch.partition("channel: lunch\n")[2])
    assert lunch.endswith("---\n\nyesterday lunch with Meike\n"), "its own words are kept"
    assert "- 2026-05-10 thanked — thanked Jonas\n" in text(vault, "contacts/Jonas Kessler.md")
    assert not file.exists()


def test_undo_gives_the_line_back(vault: Path) -> None:
    capture(vault, "2026-05-10.md", "lunch with Meike\nthanked Jonas\n")
    before = files(vault)
    typed(vault, "inbox", "--yes")
    assert typed(vault, "undo").code == 0
    assert text(vault, "inbox/2026-05-10.md") == "thanked Jonas\n"
    assert typed(vault, "undo").code == 0
    assert files(vault) == before


def test_what_is_not_clear_stays_word_for_word(vault: Path) -> None:
    content = (
        "# On the way\n\nbuy milk\nLunch with Meikke\nCoffee with Meike, she named Ben Tal\n"
        "thanked Jonas\n\nLunch with Jonas last week\n- [x] done long ago\n"
    )
    file = capture(vault, "notes.md", content)
    ran = typed(vault, "inbox", "--yes")
    assert file.read_text() == content.replace("thanked Jonas\n", "")
    assert "inbox/notes.md:3: Nobody of your notes is in it." in ran.err
    assert "inbox/notes.md:4: “Meikke” is not in your notes (Meike Sand?)." in ran.err
    assert "inbox/notes.md:5: Who is “Ben Tal”?" in ran.err
    assert "4 stay in the inbox." in ran.err


def test_bullets_below_a_line_belong_to_it(vault: Path) -> None:
    capture(vault, "2026-05-10.md", "Lunch with Meike:\n- she named Jonas\n- the fish was good\n")
    (one,) = entries(vault)
    assert one["text"] == "Lunch with Meike; she named Jonas; the fish was good"
    assert one["line"] == 1
    typed(vault, "inbox", "--yes")
    lunch = text(vault, "conversations/2026-05-10 Meike Sand.md")
    assert 'named: ["[[Jonas Kessler]]"]\n' in lunch


def test_a_list_is_one_entry_a_bullet(vault: Path) -> None:
    capture(vault, "2026-05-10.md", "- lunch with Meike\n- [ ] asked Jonas\n* thanked Meike\n")
    assert [one["text"] for one in entries(vault)] == [
        "lunch with Meike",
        "asked Jonas",
        "thanked Meike",
    ]


def test_a_line_that_is_only_a_day_dates_those_below_it(vault: Path) -> None:
    capture(vault, "notes.md", "## 2026-05-05\nlunch with Meike\n8.5.:\nthanked Meike\n")
    assert [one["day"] for one in entries(vault)] == ["2026-05-05", "2026-05-08"]
    typed(vault, "inbox", "--yes")
    assert not (vault / "inbox/notes.md").exists(), "nothing but days was left in it"


def test_a_capture_without_a_day_is_of_the_day_it_was_saved(vault: Path) -> None:
    file = capture(vault, "note.txt", "lunch with Meike")
    os.utime(file, (0, 1778060000))  # 6 May 2026
    assert entries(vault)[0]["day"] == "2026-05-06"
    os.utime(file, (0, 1999999999))
    assert entries(vault)[0]["day"] == "2026-05-12", "no day is later than today"


def test_a_text_file_is_as_good_as_a_note(vault: Path) -> None:
    file = capture(vault, "2026-05-10.txt", "thanked Jonas\r\n\r\nbuy milk\r\n")
    typed(vault, "inbox", "--yes")
    assert file.read_bytes() == b"\r\nbuy milk\r\n"


def test_a_header_of_ones_own_keeps_its_file(vault: Path) -> None:
    file = capture(vault, "2026-05-10.md", "---\nmood: fine\n---\nthanked Jonas\n")
    typed(vault, "inbox", "--yes")
    assert file.read_text() == "---\nmood: fine\n---\n"
    other = capture(vault, "2026-05-11.md", "---\ncreated: 2026-05-11\n---\nthanked Jonas\n")
    typed(vault, "inbox", "--yes")
    assert not other.exists()


def test_a_half_filled_note_goes_where_its_kind_lives(vault: Path) -> None:
    ida = "---\ntype: contact\ncity: Bremen\n---\nfrom the train\n"
    capture(vault, "Ida Brandt.md", ida)
    capture(vault, "Lunch.md", '---\ntype: conversation\npeople: ["[[Ida Brandt]]"]\n---\n')
    found = entries(vault)
    assert [one["kind"] for one in found] == ["contact", "conversation"]
    assert found[0]["would_write"] == ["contacts/Ida Brandt.md"]
    assert typed(vault, "inbox", "--yes").code == 0
    assert text(vault, "contacts/Ida Brandt.md") == ida
    assert "date: " in text(vault, "conversations/Lunch.md"), "the day it lacked"
    assert typed(vault, "inbox", "--json").json["count"] == 0


def test_a_note_whose_name_is_taken_stays(vault: Path) -> None:
    file = capture(vault, "Meike Sand.md", "---\ntype: contact\ncity: Bremen\n---\n")
    ran = typed(vault, "inbox", "--yes")
    assert "contacts/Meike Sand.md is there already." in ran.err
    assert file.exists()


def test_links_and_litter_are_passed_over(
    vault: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    capture(vault, "notes.md~", "thanked Jonas\n")
    capture(vault, "picture.png", b"\x89PNG")
    capture(vault, "wide.md", "thanked Jonas".encode("utf-16"))
    outside = tmp_path_factory.mktemp("outside") / "x.md"
    outside.write_text("thanked Jonas\n")
    (vault / "inbox/link.md").symlink_to(outside)
    assert entries(vault) == []


def test_a_terminal_is_asked_entry_by_entry(vault: Path) -> None:
    file = capture(
        vault, "2026-05-10.md", "lunch with Meike\nbuy milk\nthanked Jonas\nasked Meike\n"
    )
    code, shown = at_terminal(vault, "\ns\n\nq\n", "inbox")
    assert code == 0
    assert "1/4  inbox/2026-05-10.md:1 (Sun 10 May)" in shown
    assert "  + channel: lunch" in shown
    assert "2 filed. 2 stay in the inbox." in shown
    assert file.read_text() == "buy milk\nasked Meike\n"


def test_who_is_unknown_is_asked_before_it_is_written(vault: Path) -> None:
    capture(vault, "2026-05-10.md", "lunch with Meike, she named Ben Tal\n")
    code, shown = at_terminal(vault, "\ny\ny\n", "inbox")
    assert (code, "Ben Tal is not in your notes. Make a note?" in shown) == (0, True)
    assert (vault / "contacts/Ben Tal.md").exists()


def test_a_line_may_be_said_in_other_words_and_is_kept_beside_them(vault: Path) -> None:
    file = capture(vault, "2026-05-10.md", "fish with M.\n")
    code, _ = at_terminal(vault, "e\nlunch with Meike\n\ny\n", "inbox")
    assert code == 0
    lunch = text(vault, "conversations/2026-05-10 Meike Sand.md")
    assert lunch.endswith("\nlunch with Meike (fish with M.)\n")
    assert not file.exists()


def test_enter_on_what_is_not_clear_says_why_and_asks_again(vault: Path) -> None:
    file = capture(vault, "2026-05-10.md", "buy milk\n")
    code, shown = at_terminal(vault, "\ns\n", "inbox")
    assert (code, shown.count("Nobody of your notes is in it.")) == (0, 3)
    assert file.read_text() == "buy milk\n"


def test_stopping_with_control_d_leaves_the_rest(vault: Path) -> None:
    file = capture(vault, "2026-05-10.md", "lunch with Meike\nthanked Jonas\n")
    assert at_terminal(vault, "\n\x04", "inbox")[0] == 130
    assert file.read_text() == "thanked Jonas\n"
    assert (vault / "conversations/2026-05-10 Meike Sand.md").exists()


def test_a_dry_run_files_nothing(vault: Path) -> None:
    capture(vault, "2026-05-10.md", "thanked Jonas\n")
    before = files(vault)
    ran = typed(vault, "inbox", "--yes", "--dry-run")
    assert (ran.code, files(vault)) == (0, before)
    assert "+- 2026-05-10 thanked — thanked Jonas" in ran.out
    assert "+++ /dev/null" in ran.out


def test_plain_rows_have_tabs(vault: Path) -> None:
    capture(vault, "2026-05-10.md", "thanked Jonas\n")
    ran = typed(vault, "inbox", "--plain")
    assert (
        ran.out == "inbox/2026-05-10.md:1\t2026-05-10\tthanked Jonas\tcontacts/Jonas Kessler.md\n"
    )


def test_a_list_for_people_says_what_would_become_of_each(vault: Path) -> None:
    capture(vault, "2026-05-10.md", "thanked Jonas\n")
    ran = typed(vault, "inbox")
    assert ran.out == (
        "inbox/2026-05-10.md:1 (Sun 10 May)\n  thanked Jonas\n    → contacts/Jonas Kessler.md\n"
    )


def test_a_mapped_inbox_is_the_only_one(vault: Path) -> None:
    write(
        vault,
        {"Phone/x.md": "thanked Jonas\n"},
        config='lang = "en"\n[folders]\ninbox = ["Phone"]\n',
    )
    capture(vault, "y.md", "thanked Jonas\n")
    write(vault, {}, config='lang = "en"\n[folders]\ninbox = ["Phone"]\n')
    assert [one["path"] for one in entries(vault)] == ["Phone/x.md"]


def test_status_says_that_something_waits(tmp_path: Path) -> None:
    write(tmp_path, {"inbox/2026-05-10.md": ""})
    waits = "Something waits in your inbox: notesync inbox"
    assert waits not in notesync("--vault", tmp_path, "status").out  # an empty file is nothing
    write(tmp_path, {"inbox/2026-05-10.md": "Lunch with Meike\n"})
    assert waits in notesync("--vault", tmp_path, "status").out
