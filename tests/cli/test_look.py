"""What the commands that look print, for people, as JSON and in lines."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from notesync.cli.digest import digest
from notesync.cli.screen import Screen
from notesync.words import ENGLISH
from tests.cli.running import notesync

STORY = Path(__file__).parents[1] / "stories" / "petra.json"
# The moments whose figures hold all of that day, so that the finished vault shows them.
EVENINGS = [
    check
    for check in json.loads(STORY.read_text(encoding="utf-8"))["checks"]
    if check["today"] == check["built_until"]
]
QUESTIONS = {
    "Q1": "B2B or B2C",
    "Q2": "Energy",
    "Q3": "Agency or company",
    "Q4": "Leading part-time",
}


@pytest.mark.parametrize("check", EVENINGS, ids=lambda check: check["today"])
def test_status_shows_petras_figures_on_every_evening(
    check: dict[str, object], petra: Path
) -> None:
    found = notesync("--vault", petra, "status", "--json", "--today", str(check["today"])).json
    wanted = check["status"]
    assert isinstance(wanted, dict)
    for key, value in wanted.items():
        got = found[key]
        if key == "questions":
            voices = {row["question"]: row["voices"] for row in got}
            got = [{"question": q, "voices": voices[name]} for q, name in QUESTIONS.items()]
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            got = [{part: row[part] for part in value[0]} for row in got]
        elif isinstance(value, dict):
            got = {part: got[part] for part in value}
        assert got == value, key


def test_status_opens_with_what_to_do_now(petra: Path) -> None:
    shown = notesync("--vault", petra, "status", "--today", "2026-05-12").out.splitlines()
    assert shown[0] == f"{'Tuesday, 12 May 2026':<73}week 20"
    assert shown[3] == "Now"
    assert shown[4].startswith("  ● Jonas Kessler  Hafenwerk       say thank you, by tomorrow")
    assert len(shown) <= 22
    assert max(map(len, shown)) <= 80


def test_status_is_the_same_from_memory(petra: Path) -> None:
    first = notesync("--vault", petra, "status")
    assert notesync("--vault", petra, "status") == first
    (petra / "contacts" / "Zoe.md").write_text("---\ntype: contact\n---\n", encoding="utf-8")
    assert "13 people" in notesync("--vault", petra, "status").out


def test_every_day_of_the_story_fits_the_screen(petra: Path) -> None:
    for month, days in (("04", range(20, 31)), ("05", range(1, 31))):
        for day in days:
            date = f"2026-{month}-{day:02}"
            shown = notesync("--vault", petra, "status", "--today", date).out.splitlines()
            assert len(shown) <= 22, date
            assert max(map(len, shown)) <= 80, date


def test_status_in_german_speaks_german(petra_de: Path) -> None:
    shown = notesync("--vault", petra_de, "status", "--today", "2026-05-12").out
    assert shown.splitlines()[0] == f"{'Dienstag, 12. Mai 2026':<75}KW 20"
    for title in ("Jetzt", "Verabredet", "Diese Woche", "Was klarer wird"):
        assert f"\n{title}\n" in shown


def test_status_without_unicode_uses_ascii_marks(petra: Path) -> None:
    found = notesync("--vault", petra, "status", encoding="ascii")
    assert found.code == 0
    assert "  o Falk Berger" in found.out


def test_status_in_lines_for_other_programs(petra: Path) -> None:
    rows = [
        line.split("\t")
        for line in notesync("--vault", petra, "status", "--plain").out.splitlines()
    ]
    assert ["figure", "talks", "5"] in rows
    assert rows[0][:3] == ["next", "ask", "Falk Berger"]


def test_a_wrong_day_is_refused_in_one_sentence(petra: Path) -> None:
    found = notesync("--vault", petra, "status", "--today", "2026-02-30")
    assert (found.code, found.out) == (2, "")
    assert found.err == '"2026-02-30" is not a day. Write --today as YYYY-MM-DD.\n'


def test_options_are_understood_before_and_after_the_command(petra: Path) -> None:
    before = notesync("--vault", petra, "--json", "--today", "2026-05-12", "status")
    after = notesync("status", "--today", "2026-05-12", "--json", "--vault", petra)
    assert before == after
    assert before.json["talks"] == 4


def test_without_a_vault_it_says_how_to_begin() -> None:
    assert notesync().code == 0
    assert "notesync init" in notesync().out
    found = notesync("status")
    assert (found.code, found.out) == (5, "")
    assert "notesync init" in found.err


def test_a_mistyped_command_is_guessed() -> None:
    found = notesync("sttaus")
    assert found.code == 2
    assert 'Did you mean "status"?' in found.err


def test_list_filters_and_sorts(petra: Path) -> None:
    people = notesync("--vault", petra, "list", "--org", "Solvana", "--plain").out.splitlines()
    assert [line.split("\t")[1] for line in people] == ["Dr. Henrik Solms", "Falk Berger", "Rita"]
    talks = notesync("--vault", petra, "list", "conversations", "--limit", "2", "--json").json
    assert [row["day"] for row in talks["notes"]] == ["2026-05-20", "2026-05-12"]
    dormant = notesync("--vault", petra, "list", "--where", "origin=dormant", "--plain").out
    assert {line.split("\t")[1] for line in dormant.splitlines()} == {"Jonas Kessler", "Sabine"}
    german = notesync("--vault", petra, "list", "Menschen", "--with", "Jonas", "--json").json
    assert german["count"] >= 1


def test_list_of_nothing_says_so(petra: Path) -> None:
    found = notesync("--vault", petra, "list", "--city", "Atlantis")
    assert (found.code, found.out) == (0, "")
    assert found.err == "Nothing found.\n"


def test_list_takes_days_as_they_are_typed_anywhere(petra: Path) -> None:
    def days(*typed: str) -> list[str]:
        found = notesync("--vault", petra, "list", "conversations", *typed, "--json").json
        return [row["day"] for row in found["notes"]]

    assert days("--since", "12.5.") == ["2026-05-20", "2026-05-12"]
    assert days("--until", "2026-04") == ["2026-04-30", "2026-04-24"]
    assert days("--until", "30 Apr", "--limit", "1") == ["2026-04-30"]


@pytest.mark.parametrize(
    "typed", [("--since", "sometime"), ("--until", "2026-02-30"), ("--limit", "-1")]
)
def test_list_refuses_what_is_no_day_or_number(typed: tuple[str, str], petra: Path) -> None:
    found = notesync("--vault", petra, "list", *typed)
    assert (found.code, found.out) == (2, "")
    assert typed[1] in found.err


def test_list_of_an_unknown_kind_names_the_kinds(petra: Path) -> None:
    found = notesync("--vault", petra, "list", "unicorns")
    assert found.code == 4
    assert "contact, conversation" in found.err


def test_where_without_a_value_is_refused(petra: Path) -> None:
    found = notesync("--vault", petra, "list", "--where", "city")
    assert found.code == 2
    assert "KEY=VALUE" in found.err


@pytest.mark.parametrize("typed", ["Müller", "Mueller", "muller", "MÜLLER"])
def test_search_finds_german_spellings_both_ways(typed: str, petra: Path) -> None:
    note = "# Straße\n\nBei Frau Müller in der Mühlenstraße.\n"
    (petra / "Ort.md").write_text(note, encoding="utf-8")
    hits = notesync("--vault", petra, "search", typed, "--json").json["hits"]
    assert hits[0]["path"] == "Ort.md"
    start, end = hits[0]["highlights"][0]
    assert hits[0]["snippet"][start:end] == "Müller"
    assert hits[0]["line"] == 3


def test_search_prints_where_and_what(petra: Path) -> None:
    shown = notesync("--vault", petra, "search", "heat network").out
    assert "conversations/2026-05-05 Carla Voigt.md:22" in shown
    plain = notesync("--vault", petra, "search", "heat network", "--plain").out
    assert plain.count("\t") == 2 * len(plain.splitlines())
    colored = notesync("--vault", petra, "--color", "always", "search", "heat network").out
    assert "\x1b[1mheat\x1b[0m" in colored


def test_what_was_searched_for_is_in_sight(petra: Path) -> None:
    note = f"{'A long way to go. ' * 9}Then a lighthouse stands there.{' And so on.' * 9}\n"
    (petra / "Way.md").write_text(note, encoding="utf-8")
    shown = notesync("--vault", petra, "search", "lighthouse").out.splitlines()[1]
    assert "lighthouse" in shown
    assert len(shown) <= 80


def test_search_for_nothing_is_told_in_a_sentence(petra: Path) -> None:
    found = notesync("--vault", petra, "search", "!?")
    assert found.code == 2
    assert "no word to search for" in found.err


def test_show_is_one_line_of_time(petra: Path) -> None:
    shown = notesync("--vault", petra, "show", "jonas").out
    order = ["asked", "asked once more", "said yes", "talked", "thanked"]
    places = [shown.index(f"  {word} ") for word in order]
    assert places == sorted(places)
    assert shown.startswith("Jonas Kessler, Hafenwerk\n")
    found = notesync("--vault", petra, "show", "Jonas", "--json", "--all").json
    assert found["contact"] == "Jonas Kessler"
    assert any("W19" in row["path"] for row in found["mentions"])
    lines = notesync("--vault", petra, "show", "Jonas", "--plain").out.splitlines()
    assert lines[0].startswith("2026-04-22\tasked")


def test_show_of_another_note_prints_it(petra: Path) -> None:
    note = (petra / "questions" / "Energy.md").read_text(encoding="utf-8")
    assert notesync("--vault", petra, "show", "Energy").out == note
    found = notesync("--vault", petra, "show", "Energy", "--json").json
    assert (found["kind"], found["text"]) == ("question", note)


def test_show_before_she_was_known_says_so(petra: Path) -> None:
    found = notesync("--vault", petra, "show", "Rita", "--today", "2026-04-24")
    assert found.code == 4
    assert "nothing is noted about “Rita” yet" in found.err


def test_a_slip_suggests_the_person_and_not_the_conversations_with_her(petra: Path) -> None:
    assert notesync("--vault", petra, "show", "Henrk").err.endswith(
        "Did you mean Dr. Henrik Solms?\n"
    )


def test_an_unknown_name_suggests_near_ones(petra: Path) -> None:
    found = notesync("--vault", petra, "show", "Meike Brand")
    assert (found.code, found.out[:12]) == (0, "Meike Brandt")
    found = notesync("--vault", petra, "show", "Maike Brandt")
    assert found.code == 4
    assert "Meike Brandt" in found.err


@pytest.mark.parametrize(
    ("typed", "wanted"), [("Maike", "Meike Brandt"), ("Kesler", "Jonas Kessler")]
)
def test_a_mistyped_part_of_a_name_suggests_whose_it_is(
    typed: str, wanted: str, petra: Path
) -> None:
    found = notesync("--vault", petra, "prep", typed)
    assert found.code == 4
    assert wanted in found.err


def test_a_mistyped_nickname_suggests_whose_it_is(petra: Path) -> None:
    note = "---\ntype: contact\naliases: [Zenzi]\n---\n"
    (petra / "contacts" / "Kreszenz Maier.md").write_text(note, encoding="utf-8")
    assert "Did you mean Kreszenz Maier?" in notesync("--vault", petra, "prep", "Zensi").err


def test_control_characters_of_a_note_never_reach_the_terminal(petra: Path) -> None:
    evil = '---\ntype: contact\norg: "a\\eb"\n---\n\n## Log\n\n- 2026-05-20 asked — \x1b]0;x\x07\n'
    (petra / "contacts" / "Eve.md").write_text(evil, encoding="utf-8")
    for command in (["show", "Eve"], ["show", "Eve", "--plain"], ["list"], ["search", "asked"]):
        shown = notesync("--vault", petra, *command).out
        assert "\x1b" not in shown
        assert "\x07" not in shown


def test_a_closed_pipe_is_no_error(petra: Path) -> None:
    command = f"'{sys.executable}' -m notesync --vault '{petra}' search the | head -1"
    done = subprocess.run(
        ["sh", "-c", command], capture_output=True, text=True, check=True, env={**os.environ}
    )
    assert done.stderr == ""


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_no_error(closed: str, petra: Path) -> None:
    command = f"'{sys.executable}' -m notesync --vault '{petra}' show Jonas {closed}"
    done = subprocess.run(
        ["sh", "-c", command], capture_output=True, text=True, check=True, env={**os.environ}
    )
    assert done.stderr == ""


def test_a_narrow_terminal_shows_everything_in_rows_of_two_lines(petra: Path) -> None:
    found = notesync("--vault", petra, "status", "--json", "--today", "2026-05-12").json
    for width in (30, 40, 59):
        lines = digest(found, ENGLISH, Screen(width), petra)
        assert max(map(len, lines)) <= width
        assert "  ● Jonas Kessler" in lines
        assert "What gets clearer" in lines


def vault_with(folder: Path, **notes: str) -> Path:
    (folder / "notesync.toml").write_text('lang = "en"\n', encoding="utf-8")
    for name, text in notes.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return folder


def test_a_break_is_told_in_a_line_of_its_own(tmp_path: Path) -> None:
    vault = vault_with(tmp_path, me="---\npaused: 2026-07-01..2026-07-14\n---\n")
    said = notesync("--vault", vault, "status", "--today", "2026-07-02").out
    assert "\nYou have a break until Tue 14 Jul; nothing is due.\n" in said
    assert "You have" not in notesync("--vault", vault, "status", "--today", "2026-07-15").out


def test_what_was_dropped_is_no_open_question_any_more(tmp_path: Path) -> None:
    vault = vault_with(
        tmp_path,
        Abroad="---\ntype: question\ndropped: 2026-05-04\n---\n",
        Work="---\ntype: question\n---\n",
    )
    said = notesync("--vault", vault, "status", "--today", "2026-05-05")
    assert (said.code, "Work open" in said.out, "Abroad" in said.out) == (0, True, False)


def test_names_are_counted_over_the_conversations_that_may_lead_on(tmp_path: Path) -> None:
    talk = "---\ntype: conversation\ndate: {}\npeople: Anna\nkind: {}\nnamed: [{}]\n---\n"
    vault = vault_with(
        tmp_path,
        one=talk.format("2026-05-04", "practice", "Ben"),
        two=talk.format("2026-05-05", "information", "Cem"),
    )
    said = notesync("--vault", vault, "status", "--today", "2026-05-06").out
    assert "1 name from 1 conversation\n" in said


def test_where_no_index_can_be_kept_the_notes_are_read_all_the_same(petra: Path) -> None:
    (petra / ".notesync").write_text("in the way", encoding="utf-8")
    found = notesync("--vault", petra, "status", "--json")
    assert found.code == 0
    assert found.json["talks"] == 5
    assert "Until then all notes are read anew" in found.err
    assert notesync("--vault", petra, "log", "Nora", "agreed").code == 5
    assert (petra / ".notesync").read_text(encoding="utf-8") == "in the way"
