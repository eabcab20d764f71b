"""What `notesync view` and `notesync reconnect` print, for people, as JSON and in lines."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from docs.write_views import KEYS
from notesync.cli.blocks import Block
from notesync.cli.screen import Screen, cells
from notesync.views.catalogue import VIEWS
from tests.cli.running import notesync

NAMES = [view.name for view in VIEWS]
EVERYWHERE = ("schema", "view", "today", "text")


@pytest.mark.parametrize("name", NAMES)
def test_every_view_prints_its_title_and_how_it_is_counted(name: str, petra: Path) -> None:
    view = next(view for view in VIEWS if view.name == name)
    said = notesync("--vault", petra, "view", name)
    assert (said.code, said.err) == (0, "")
    lines = said.out.splitlines()
    assert lines[0].startswith(view.title)
    assert lines[0].endswith(view.question)
    assert "How it is counted:" in said.out
    assert max(map(cells, lines)) <= 80
    assert "How it is counted:" not in notesync("--vault", petra, "view", name, "--quiet").out


@pytest.mark.parametrize("name", NAMES)
def test_every_view_has_json_with_the_keys_that_the_page_describes(name: str, petra: Path) -> None:
    found = notesync("--vault", petra, "view", name, "--json").json
    assert list(found) == [*EVERYWHERE, *KEYS[name]]
    assert (found["schema"], found["view"], found["today"]) == (1, name, "2026-05-29")


@pytest.mark.parametrize("name", NAMES)
def test_no_key_of_any_view_depends_on_the_language(name: str, petra: Path) -> None:
    english = notesync("--vault", petra, "view", name, "--json").json
    german = notesync("--vault", petra, "--lang", "de", "view", name, "--json").json
    assert without_words(german) == without_words(english)


def without_words(found: object) -> object:
    if isinstance(found, dict):
        words = {"text", "what", "why", "remedy_text"}
        return {key: without_words(value) for key, value in found.items() if key not in words}
    return [without_words(one) for one in found] if isinstance(found, list) else found


@pytest.mark.parametrize("name", NAMES)
def test_every_view_speaks_german(name: str, petra_de: Path) -> None:
    view = next(view for view in VIEWS if view.name == name)
    for form in ("du", "Sie"):
        config = petra_de / "notesync.toml"
        text = config.read_text(encoding="utf-8")
        config.write_text(text.replace('form = "du"', f'form = "{form}"'), encoding="utf-8")
        said = notesync("--vault", petra_de, "view", view.german)
        assert (said.code, said.err) == (0, "")
        assert view.question not in said.out
        assert "So ist es gezählt:" in said.out


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_vault_has_a_kind_word_for_every_view(name: str, tmp_path: Path) -> None:
    notesync("init", tmp_path / "new", "--lang", "en", "-q")
    said = notesync("--vault", tmp_path / "new", "view", name, "--today", "2026-05-05", "-q")
    assert said.code == 0
    assert len(said.out.splitlines()) > 1


def test_the_region_says_which_days_are_business_days(tmp_path: Path) -> None:
    for region, days, action in (("DE-NW", 6, "broaden"), ("DE-HH", 7, "remind")):
        vault = tmp_path / region
        (vault / "contacts").mkdir(parents=True)
        (vault / "notesync.toml").write_text(f'region = "{region}"\n', encoding="utf-8")
        log = "## Log\n- 2026-05-28 asked\n"  # Fronleichnam is on 4 June
        (vault / "contacts" / "Ana.md").write_text(log, encoding="utf-8")
        found = notesync("--vault", vault, "view", "waiting", "--json", "--today", "2026-06-08")
        (row,) = found.json["waiting"]
        assert (row["business_days"], row["next_action"], row["due"]) == (days, action, True)


def test_figures_of_the_steps_stand_beside_their_base(petra: Path) -> None:
    said = notesync("--vault", petra, "view", "steps").out
    assert "  · said yes             5 of 6\n" in said
    assert "%" not in said


def test_from_eight_asks_on_there_are_percentages(tmp_path: Path) -> None:
    (tmp_path / "notesync.toml").write_text("", encoding="utf-8")
    (tmp_path / "contacts").mkdir()
    for at in range(8):
        log = "## Log\n- 2026-05-04 asked\n- 2026-05-05 declined\n"
        (tmp_path / "contacts" / f"P{at}.md").write_text(log, encoding="utf-8")
    said = notesync("--vault", tmp_path, "view", "steps", "--today", "2026-05-20").out
    assert "0 of 8  0 %" in said


def test_without_a_name_it_lists_what_there_is_to_see() -> None:
    said = notesync("view")
    assert said.code == 0
    assert [line.split()[0] for line in said.out.splitlines()] == NAMES
    rows = [line.split("\t") for line in notesync("view", "--plain").out.splitlines()]
    assert [row[0] for row in rows] == NAMES
    found = notesync("view", "--json").json
    assert found["views"][0]["view"] == "next"
    german = notesync("--lang", "de", "view").out
    assert german.splitlines()[0].split() == ["jetzt", "Was", "tue", "ich", "jetzt?"]


def test_a_view_that_does_not_exist_lists_those_that_do(petra: Path) -> None:
    said = notesync("--vault", petra, "view", "pipeline")
    assert (said.code, said.out) == (4, "")
    assert said.err.startswith("There is no view called “pipeline”. Views are: next, ahead,")


def test_a_name_of_several_words_and_a_beginning_are_understood(petra: Path) -> None:
    for typed in ("wem ich noch erzähle", "Whom I will tell", "loo"):
        assert notesync("--vault", petra, "view", *typed.split(), "--json").json["view"] == "loop"


def test_reconnect_is_the_view_of_dormant_ties(petra: Path) -> None:
    assert (
        notesync("--vault", petra, "reconnect").out
        == notesync("--vault", petra, "view", "dormant").out
    )
    found = notesync("--vault", petra, "reconnect", "--json").json
    assert [row["contact"] for row in found["easy"]] == ["Tobias"]
    (reason, *_) = found["easy"][0]["easy"]
    assert reason == {"reason": "familiar", "about": "", "text": "you know each other well"}


def test_plain_lines_say_what_each_of_them_is(petra: Path) -> None:
    out = notesync("--vault", petra, "view", "thanks", "--plain").out
    rows = [line.split("\t") for line in out.splitlines()]
    assert ["promise_of_theirs", "Jonas Kessler"] in [row[:2] for row in rows]


def test_without_unicode_marks_are_ascii(petra: Path) -> None:
    said = notesync("--vault", petra, "view", "tree", encoding="ascii")
    assert (said.code, said.out.isascii()) == (0, True)
    assert "  * Meike Brandt\n    * Carla Voigt\n      o Nora Lind\n" in said.out


def test_a_narrow_terminal_takes_two_lines_and_no_colour_is_honoured(petra: Path) -> None:
    for extra in ({}, {"NO_COLOR": "1"}):
        shown = on_a_terminal(petra, "view", "waiting", COLUMNS="44", **extra)
        assert ("\x1b[" in shown) is not bool(extra)
        if extra:
            lines = shown.splitlines()
            assert max(map(cells, lines)) <= 44
            assert "  ● Nora Lind" in lines


def on_a_terminal(vault: Path, *args: str, **env: str) -> str:
    ours, theirs = pty.openpty()
    try:
        subprocess.run(
            [sys.executable, "-m", "notesync", "--vault", vault, *args],
            stdout=theirs,
            check=True,
            env={**os.environ, "PYTHONUTF8": "1", **env},
        )
    finally:
        os.close(theirs)
    found = b""
    try:
        while part := os.read(ours, 65536):
            found += part
    except OSError:  # Linux says so when nobody writes any more
        pass
    finally:
        os.close(ours)
    return found.decode().replace("\r\n", "\n")


def test_names_of_views_are_completed_in_both_languages(petra: Path) -> None:
    def completed(typed: str) -> set[str]:
        done = subprocess.run(
            [sys.executable, "-m", "notesync"],
            capture_output=True,
            text=True,
            check=True,
            env={
                **os.environ,
                "_NOTESYNC_COMPLETE": "bash_complete",
                "COMP_WORDS": f"notesync view {typed}",
                "COMP_CWORD": "2",
                "NOTESYNC_VAULT": str(petra),
            },
        )
        return {line.rpartition(",")[2] for line in done.stdout.splitlines()}

    assert completed("wo") == {"woche", "wochen", "wochen-in-bewegung"}
    assert completed("dor") == {"dormant"}
    assert completed("") == {*NAMES}


def test_a_long_text_is_shown_whole_below_its_head() -> None:
    block = Block("insight", "Energy", (("·", "Carla", "5 May", "one two three four"),), whole=True)
    assert list(block.lines(Screen(20))) == [
        "Energy",
        "  · Carla, 5 May",
        "    one two three",
        "    four",
    ]


def test_what_notes_hold_never_reaches_the_terminal_raw(tmp_path: Path) -> None:
    (tmp_path / "notesync.toml").write_text("", encoding="utf-8")
    (tmp_path / "contacts").mkdir()
    note = (
        '---\norg: "a\\x1b[2Jb"\n---\n## Log\n- 2026-05-04 asked \x1b[31mred\n- 2026-05-04 talked\n'
    )
    (tmp_path / "contacts" / "Ana.md").write_text(note, encoding="utf-8")
    for name in NAMES:
        for how in ((), ("--plain",)):
            said = notesync("--vault", tmp_path, "view", name, *how, "--today", "2026-05-05")
            assert "\x1b" not in said.out, name
        raw = notesync("--vault", tmp_path, "view", name, "--json", "--today", "2026-05-05")
        assert json.loads(raw.out)["view"] == name
