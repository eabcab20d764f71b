"""`say`, as a hurried person types it: at a terminal, in a pipe, with names that nobody knows."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tests.cli.running import Result, notesync
from tests.cli.test_asking import at_terminal
from tests.workspace.places import files, text, write

VAULT: dict[str, str | bytes] = {
    "contacts/Meike Sand.md": '---\norg: "[[Nordlicht]]"\n---\n',
    "contacts/Jonas Kessler.md": "## Log\n\n- 2026-05-04 asked email\n",
    "contacts/Anna Berg.md": "",
    "contacts/Anna Tal.md": "",
    "contacts/Dr. Henrik Solms.md": "",
    "organizations/Elbgrün.md": "",
}


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    write(tmp_path, VAULT)
    return tmp_path


def typed(folder: Path, *words: str) -> Result:
    return notesync("--vault", folder, "--today", "2026-05-12", *words)


SENTENCE = "Lunch with Meike, she named Carla Voigt at Elbgrün"


def test_a_sentence_becomes_a_conversation_and_somebody_new(vault: Path) -> None:
    code, shown = at_terminal(vault, "y\ny\n", "say", SENTENCE)
    assert code == 0
    assert "Carla Voigt is not in your notes. Make a note?" in shown
    assert "conversations/2026-05-12 Meike Sand.md (new)\r\n  + ---\r\n" in shown
    assert "Write this?" in shown
    talk = text(vault, "conversations/2026-05-12 Meike Sand.md")
    assert 'people: ["[[Meike Sand]]"]\nchannel: lunch\nnamed: ["[[Carla Voigt]]"]\n' in talk
    carla = text(vault, "contacts/Carla Voigt.md")
    assert 'org: "[[Elbgrün]]"\norigin: introduced\nintroduced_by: "[[Meike Sand]]"\n' in carla
    before = set(files(vault))
    assert typed(vault, "undo").code == 0
    assert before - set(files(vault)) == {
        "conversations/2026-05-12 Meike Sand.md",
        "contacts/Carla Voigt.md",
    }


@pytest.mark.parametrize("answers", ["n\nn\n", "y\nn\n", "\x04", "y\n\x04"])
def test_nothing_is_written_when_the_user_says_no(vault: Path, answers: str) -> None:
    before = files(vault)
    code, _ = at_terminal(vault, answers, "say", SENTENCE)
    assert code == (130 if "\x04" in answers else 0)
    assert files(vault) == before


def test_nobody_new_is_made_without_being_asked(vault: Path) -> None:
    ran = typed(vault, "say", SENTENCE, "--yes")
    assert ran.code == 0
    assert "Left out: Carla Voigt." in ran.err
    assert not (vault / "contacts/Carla Voigt.md").exists()
    # the name is not lost: the sentence stays in the note
    assert text(vault, "conversations/2026-05-12 Meike Sand.md").endswith(f"---\n\n{SENTENCE}\n")


def test_a_name_can_be_said_to_be_new(vault: Path) -> None:
    assert typed(vault, "say", SENTENCE, "--new", "carla voigt").code == 0
    assert (vault / "contacts/Carla Voigt.md").exists()


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["Lunch with Meikke"], 4, "“Meikke” is not in your notes (Meike Sand?)."),
        (["Lunch with Tom Reed"], 4, 'If that is somebody new: notesync say … --new "Tom Reed"'),
        (["Lunch with Anna"], 4, "contacts/Anna Berg, contacts/Anna Tal"),
        (["Nice weather today"], 2, "Nobody of your notes is in “Nice weather today”."),
        (["Lunch with Meike on 31.2."], 2, '"31.2." is not a day.'),
        (["Lunch with Meike", "--on", "someday"], 2, '"someday" is not a day.'),
        (["Lunch with Meike last week"], 2, "Which day is meant by “last week”?"),
        (["Lunch with Meike on Friday"], 2, "Which day is meant by “on Friday”?"),
        (["Lunch with Meike", "--new", "Carla"], 2, "“Carla” is no new name in that sentence."),
        ([" "], 2, "Say what happened, for example:"),
    ],
)
def test_what_is_not_clear_ends_in_a_sentence_and_writes_nothing(
    vault: Path, words: list[str], code: int, said: str
) -> None:
    before = files(vault)
    ran = typed(vault, "say", *words)
    assert ran.code == code
    assert said in ran.err
    assert files(vault) == before


def test_a_mistyped_name_is_offered_the_person_who_is_meant(vault: Path) -> None:
    code, shown = at_terminal(vault, "1\ny\n", "say", "Lunch with Meikke")
    assert code == 0
    assert "1  Meike Sand" in shown
    assert "2  somebody new: Meikke" in shown
    assert (vault / "conversations/2026-05-12 Meike Sand.md").exists()


def test_which_day_is_asked(vault: Path) -> None:
    code, shown = at_terminal(vault, "1\ny\n", "say", "Lunch with Meike on Friday")
    assert code == 0
    assert "1  Fri 8 May" in shown
    assert "2  Fri 15 May" in shown
    assert (vault / "conversations/2026-05-08 Meike Sand.md").exists()


def test_words_that_fix_no_day_are_asked_for_one(vault: Path) -> None:
    assert at_terminal(vault, "yesterday\ny\n", "say", "Lunch with Meike last week")[0] == 0
    assert (vault / "conversations/2026-05-11 Meike Sand.md").exists()


def test_an_appointment_with_somebody_who_was_asked_is_her_yes(vault: Path) -> None:
    assert typed(vault, "say", "Meeting with Jonas on 20 May at 12:30").code == 0
    assert "- 2026-05-12 agreed for:2026-05-20T12:30\n" in text(vault, "contacts/Jonas Kessler.md")
    assert (vault / "conversations/2026-05-20 Jonas Kessler.md").exists()


def test_an_appointment_with_anybody_else_is_a_plan(vault: Path) -> None:
    assert typed(vault, "say", "Meeting with Henrik on 20 May at 12:30").code == 0
    planned = text(vault, "conversations/2026-05-20 Dr. Henrik Solms.md")
    assert 'time: "12:30"\n' in planned
    assert "state: planned\n" in planned
    assert text(vault, "contacts/Dr. Henrik Solms.md") == ""


def test_a_no_with_a_name_is_a_referral(vault: Path) -> None:
    ran = typed(vault, "say", "Jonas said no, named Anna Berg")
    assert ran.code == 0
    assert "- 2026-05-12 referred — [[Anna Berg]]\n" in text(vault, "contacts/Jonas Kessler.md")


def test_what_is_not_clear_becomes_a_note_with_the_whole_sentence(vault: Path) -> None:
    assert typed(vault, "say", "Jonas has not replied").code == 0
    assert "- 2026-05-12 note — Jonas has not replied\n" in text(vault, "contacts/Jonas Kessler.md")


def test_promises_and_insights_go_into_the_conversation(vault: Path) -> None:
    said = "Coffee with Meike, learned that sales decides. I'll send her the article by 15 May"
    assert typed(vault, "say", said).code == 0
    assert text(vault, "conversations/2026-05-12 Meike Sand.md").endswith(
        "## Learned\n\n- sales decides\n\n## Promises\n\n"
        "- [ ] me: send her the article 📅 2026-05-15\n"
    )


def test_a_promise_alone_stands_with_the_person(vault: Path) -> None:
    assert typed(vault, "say", "I promised Meike to send her the article").code == 0
    assert text(vault, "contacts/Meike Sand.md").endswith(
        "## Promises\n\n- [ ] me: send her the article\n"
    )


def test_somebody_new_is_met_and_noted_in_one_go(vault: Path) -> None:
    assert typed(vault, "say", "asked Tom Reed by email", "--new", "Tom Reed").code == 0
    assert text(vault, "contacts/Tom Reed.md").endswith("## Log\n\n- 2026-05-12 asked email\n")
    before = files(vault)
    assert typed(vault, "undo").code == 0
    assert before.keys() - files(vault).keys() == {"contacts/Tom Reed.md"}


def test_a_dry_run_shows_every_line_and_writes_none(vault: Path) -> None:
    before = files(vault)
    ran = typed(vault, "say", "asked Tom Reed", "--new", "Tom Reed", "--dry-run")
    assert (ran.code, files(vault)) == (0, before)
    assert ran.out.count("+++ contacts/Tom Reed.md") == 1
    assert "+- 2026-05-12 asked\n" in ran.out


def test_json_says_what_was_written(vault: Path) -> None:
    found = typed(vault, "say", "thanked Meike", "--json").json
    assert found["wrote"] == ["contacts/Meike Sand.md"]
    found = typed(vault, "say", SENTENCE, "--json", "--dry-run").json
    assert found["left_out"] == ["Carla Voigt"]
    (act,) = found["acts"]
    assert (act["verb"], act["people"], act["channel"]) == ("talk", ["Meike Sand"], "lunch")


def test_a_pipe_brings_one_sentence_a_line(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = "thanked Meike\n\nLunch with Otto Kranz\nasked Anna Tal by mail\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(lines))
    ran = typed(vault, "say", "-")
    assert ran.code == 4
    assert "Line 3: “Otto Kranz” is not in your notes." in ran.err
    assert "thanked" in text(vault, "contacts/Meike Sand.md")
    assert "asked email" in text(vault, "contacts/Anna Tal.md")


def test_an_empty_pipe_is_told_what_to_say(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    ran = typed(vault, "say")
    assert (ran.code, "Say what happened, for example:" in ran.err) == (2, True)


def test_a_terminal_is_asked_what_happened(vault: Path) -> None:
    code, shown = at_terminal(vault, "thanked Meike\ny\n", "say")
    assert (code, "What happened?" in shown) == (0, True)
    assert "thanked" in text(vault, "contacts/Meike Sand.md")
