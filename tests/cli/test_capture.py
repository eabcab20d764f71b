"""The commands that capture, run as a person runs them."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import Result, notesync
from tests.workspace.places import files, text, write

ROOT = Path(__file__).parents[2]
CARLA = "---\norg: Elbgrün\n---\n\n## Log\n\n- 2026-04-28 agreed for:2026-05-12\n"
VAULT: dict[str, str | bytes] = {
    "contacts/Carla Voigt.md": CARLA,
    "contacts/Anna Berg.md": "",
    "contacts/Anna Tal.md": "",
    "questions/Energy.md": "---\noptions: [solar, wind]\n---\n",
}


def typed(folder: Path, *words: str) -> Result:
    return notesync("--vault", folder, "--today", "2026-05-12", *words)


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    write(tmp_path, VAULT)
    return tmp_path


def test_a_line_is_logged_and_told_on_stderr(vault: Path) -> None:
    ran = typed(vault, "log", "Carla", "thanked", "--by", "letter")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "Noted for Carla Voigt: 2026-05-12 thanked letter\n"
    assert text(vault, "contacts/Carla Voigt.md") == CARLA + "- 2026-05-12 thanked letter\n"


def test_a_name_of_several_words_and_a_text_need_no_quotes(vault: Path) -> None:
    ran = typed(vault, "log", "Carla", "Voigt", "thanked", "for", "the", "tea", "--on", "gestern")
    assert ran.code == 0
    assert text(vault, "contacts/Carla Voigt.md").endswith("- 2026-05-11 thanked — for the tea\n")


def test_a_whole_sentence_may_stand_in_quotes(vault: Path) -> None:
    assert typed(vault, "log", "Carla Voigt thanked for the tea").code == 0
    assert text(vault, "contacts/Carla Voigt.md").endswith("- 2026-05-12 thanked — for the tea\n")


def test_several_people_are_named_one_after_the_other(vault: Path) -> None:
    assert typed(vault, "talk", "Carla", "Anna Tal", "--by", "lunch").code == 0
    assert (vault / "conversations/2026-05-12 Carla Voigt, Anna Tal.md").exists()


def test_a_dry_run_in_json_has_the_lines_too(vault: Path) -> None:
    before = files(vault)
    ran = typed(vault, "set", "Carla", "city=Bremen", "--dry-run", "--json")
    assert json.loads(ran.out) == {
        "schema": 1,
        "wrote": [],
        "would_write": ["contacts/Carla Voigt.md"],
        "lines": {
            "contacts/Carla Voigt.md": [
                "--- contacts/Carla Voigt.md",
                "+++ contacts/Carla Voigt.md",
                "@@ -2,0 +3 @@",
                "+city: Bremen",
            ]
        },
    }
    assert files(vault) == before


def test_a_dry_run_may_be_coloured(vault: Path) -> None:
    ran = typed(vault, "set", "Carla", "city=Bremen", "--dry-run", "--color", "always")
    assert "\x1b[32m+city: Bremen\x1b[0m\n" in ran.out


def test_a_dry_run_is_shown_where_the_terminal_knows_no_umlauts(vault: Path) -> None:
    words = ("--vault", vault, "set", "Carla", "city=Köln – Süd", "--dry-run")
    assert "+city: Koeln - Sued\n" in notesync(*words, encoding="latin-1").out


def test_a_dry_run_that_would_change_nothing_says_so(vault: Path) -> None:
    ran = typed(vault, "set", "Carla", "org=Elbgrün", "--dry-run")
    assert (ran.out, ran.err) == ("", "Nothing to change: it says so already.\n")


def test_json_says_what_was_written(vault: Path) -> None:
    ran = typed(vault, "log", "Carla", "agreed", "--for", "20.5.", "--named", "Nora Lind", "--json")
    found = json.loads(ran.out)
    assert ran.err == ""
    assert found["schema"] == 1
    assert found["wrote"] == [
        "contacts/Carla Voigt.md",
        "contacts/Nora Lind.md",
        "conversations/2026-05-20 Carla Voigt.md",
    ]


def test_a_dry_run_prints_the_lines_and_writes_nothing(vault: Path) -> None:
    before = files(vault)
    ran = typed(vault, "log", "Carla", "agreed", "--for", "2026-05-20", "--dry-run")
    shown = [line for line in ran.out.splitlines() if not line.startswith("+id: ")]
    assert shown == [
        "--- contacts/Carla Voigt.md",
        "+++ contacts/Carla Voigt.md",
        "@@ -7,0 +8 @@",
        "+- 2026-05-12 agreed for:2026-05-20",
        "--- /dev/null",
        "+++ conversations/2026-05-20 Carla Voigt.md",
        "@@ -0,0 +1,9 @@",
        "+---",
        "+type: conversation",
        "+date: 2026-05-20",
        '+people: ["[[Carla Voigt]]"]',
        "+state: planned",
        "+created: 2026-05-12",
        "+---",
        "+",
    ]
    assert (ran.code, ran.err, files(vault)) == (0, "", before)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ("log Carla thnked", 2, 'Did you mean "thanked"?'),
        ("log Carla jumped", 2, "Write one of: asked, "),
        ("log Carla", 2, "notesync log Carla thanked"),
        ("log Carla thanked --on 2026-05-13", 2, "2026-05-13 is still ahead."),
        ("log Carla thanked --on 30.2.", 2, '"30.2." is not a day.'),
        ("log Carla asked --by pigeon", 2, "“pigeon” is not known here."),
        ("log Carla asked expect:perhaps", 2, '"perhaps" is not known for expect:.'),
        ("log Anna thanked", 4, "contacts/Anna Berg, contacts/Anna Tal"),
        ("log Carlo Voigt thanked", 4, "Did you mean Carla Voigt?"),
        ("talk Zora", 4, 'notesync add contact "Zora" makes a note.'),
        ("talk Carla --on 20.5.2026", 2, "add --planned"),
        ("talk Carla --shoe 38", 2, "--shoe"),
        ("talk Carla --planned --cancelled", 2, "only one can be meant"),
        ("talk Carla --question Energy", 2, "needs an --insight before it"),
        ("talk Carla --insight x --question Sun", 4, "There are: Energy."),
        ("talk Carla --insight x --question Energy --stance +coal", 2, "solar, wind"),
        ("ask Anna", 4, "contacts/Anna Berg"),
        ("decide Energy coal", 2, "They are: solar, wind."),
        ("decide Sun yes", 4, "No note is called “Sun”."),
        ("done Carla", 4, "There is no open promise between you and Carla Voigt."),
        ("add contact Carla Voigt", 1, "contacts/Carla Voigt.md"),
        ("add contact", 2, "notesync add contact"),
        ("talk Carla --insight x --question Energy --question Energy", 2, "--question “Energy”"),
        ("add contact Bo --circle freundd", 2, "Write Freund, if that is meant."),
        ("add conversation Carla", 2, "notesync talk NAME"),
        ("add planet Mars", 2, "It makes: contact, organization, question, opportunity."),
        ("add contact Bo --shoe 38", 2, "--shoe"),
    ],
)
def test_what_can_not_be_meant_ends_in_a_sentence_and_writes_nothing(
    vault: Path, words: str, code: int, said: str
) -> None:
    before = files(vault)
    ran = typed(vault, *words.split())
    assert ran.code == code, ran.err
    assert said in ran.err
    assert ran.out == ""
    assert files(vault) == before


def test_an_ask_is_logged_with_its_question(vault: Path) -> None:
    ran = typed(vault, "ask", "Carla", "--about", "energy", "--by", "email", "--expect", "no")
    assert ran.code == 0
    assert text(vault, "contacts/Carla Voigt.md").endswith(
        "- 2026-05-12 asked email expect:no — about [[Energy]]\n"
    )
    assert "one reminder is fine from Thu 21 May on" in ran.err


def test_insights_keep_their_own_questions(vault: Path) -> None:
    write(vault, {"questions/Food.md": ""})
    ran = typed(
        vault,
        *("talk", "Carla", "--insight", "One", "--insight", "Two", "--question", "Food"),
        *("--insight", "Three", "--question", "Energy", "--stance", "-solar", "--stance", "+wind"),
    )
    assert ran.code == 0, ran.err
    assert text(vault, "conversations/2026-05-12 Carla Voigt.md").partition("## ")[2] == (
        "Learned\n\n- One\n\n### [[Food]]\n\n- Two\n\n"
        "### [[Energy]]\n\n- Three [[Energy]] -solar +wind\n"
    )


def test_a_talk_can_be_edited_at_once(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "sh -c 'echo by hand >> \"$2\"' sh")
    ran = typed(vault, "talk", "Carla", "--edit")
    assert ran.code == 0, ran.err
    written = text(vault, "conversations/2026-05-12 Carla Voigt.md")
    assert "## What surprised me\n" in written
    assert written.endswith("- [ ] they: \nby hand\n")
    assert "Nothing filled in yet" not in ran.err


def test_a_form_that_stays_empty_can_wait(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "true")
    ran = typed(vault, "talk", "Carla", "--edit")
    assert 'Nothing filled in yet, and that can wait: notesync edit "Carla Voigt" --talk' in ran.err


def test_a_planned_talk_gets_no_form(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "true")
    assert typed(vault, "talk", "Carla", "--planned", "--on", "20.5.", "--edit").code == 0
    assert "##" not in text(vault, "conversations/2026-05-20 Carla Voigt.md")


@pytest.mark.parametrize(
    ("visual", "words", "said"),
    [
        ("vim", "talk Carla --edit", "“vim” needs a terminal, and here is none."),
        ("/usr/bin/nano -w", "edit Carla", "“nano” needs a terminal, and here is none."),
        ("code --wait", "talk Carla --edit --no-input", "With --no-input no editor is opened."),
        ("vim", "review --edit", "“vim” needs a terminal, and here is none."),
    ],
)
def test_an_editor_without_anybody_in_front_of_it_is_not_opened(
    vault: Path, monkeypatch: pytest.MonkeyPatch, visual: str, words: str, said: str
) -> None:
    monkeypatch.setenv("VISUAL", visual)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    before = files(vault)
    ran = typed(vault, *words.split())
    assert (ran.code, said in ran.err) == (2, True), ran.err
    assert files(vault) == before


def test_the_last_conversation_can_be_edited(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(vault, "talk", "Carla", "--on", "10.5.")
    monkeypatch.setenv("VISUAL", "sh -c 'echo by hand >> \"$2\"' sh")
    ran = typed(vault, "edit", "Carla", "--talk")
    assert (ran.code, ran.err) == (0, "")
    written = text(vault, "conversations/2026-05-10 Carla Voigt.md")
    assert "## Names\n" in written
    assert written.endswith("by hand\n")


def test_done_ticks_a_promise(vault: Path) -> None:
    typed(vault, "talk", "Carla", "--promise", "send it", "--promise", "they: call")
    many = typed(vault, "done", "Carla")
    assert (many.code, "“send it”; “call”" in many.err) == (4, True)
    assert typed(vault, "done", "Carla", "send").code == 0
    assert "- [x] me: send it ✅ 2026-05-12\n" in text(
        vault, "conversations/2026-05-12 Carla Voigt.md"
    )


def test_a_note_that_can_not_be_read_is_named_and_left_alone(vault: Path) -> None:
    torn = "---\ncity: [\n---\n"
    write(vault, {"contacts/Carla Voigt.md": torn})
    ran = typed(vault, "log", "Carla", "thanked")
    assert ran.code == 1
    assert ran.err.startswith("contacts/Carla Voigt.md: The note's header can't be read")
    assert text(vault, "contacts/Carla Voigt.md") == torn


def test_two_that_log_at_once_lose_nothing(vault: Path) -> None:
    command = [sys.executable, "-m", "notesync", "--vault", str(vault), "--today", "2026-05-12"]
    running = [
        subprocess.Popen([*command, "-q", "log", "Carla", "note", f"number {n}"], cwd=ROOT)
        for n in range(8)
    ]
    assert [process.wait() for process in running] == [0] * 8
    found = text(vault, "contacts/Carla Voigt.md")
    assert sorted(found.removeprefix(CARLA).splitlines()) == [
        f"- 2026-05-12 note — number {n}" for n in range(8)
    ]


@pytest.mark.parametrize("kind", ["contact", "kontakt", "contacts", "Mensch"])
def test_a_kind_is_said_in_either_language(vault: Path, kind: str) -> None:
    assert typed(vault, "add", kind, "Bo", "Ek", "--stadt", "Kiel", "--language", "de").code == 0
    note = text(vault, "contacts/Bo Ek.md")
    assert "city: Kiel\nlang: de\n" in note


def test_the_help_of_add_lists_the_kinds(vault: Path) -> None:
    shown = typed(vault, "add", "--help").out
    assert all(kind in shown for kind in ("contact", "organization", "question", "opportunity"))
    assert "What can be added" in shown


def test_the_help_lists_every_key_of_a_kind(vault: Path) -> None:
    shown = typed(vault, "add", "contact", "--help").out
    for option in ("--org", "--introduced-by", "--keep-in-touch", "--language", "--dry-run"):
        assert option in shown
    assert "--options" not in shown


def test_the_users_words_are_german_in_a_german_vault(tmp_path: Path) -> None:
    write(tmp_path, {"Menschen/Carla.md": ""}, 'lang = "de"\n')
    assert typed(tmp_path, "log", "Carla", "ja", "--for", "20.5. 12:30").code == 0
    assert "- 2026-05-12 zugesagt for:2026-05-20T12:30\n" in text(tmp_path, "Menschen/Carla.md")
    note = text(tmp_path, "Gespräche/2026-05-20 Carla.md")
    assert note.startswith("---\ntype: Gespräch\ndate: 2026-05-20\n")
    assert "state: geplant\n" in note
