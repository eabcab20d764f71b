"""One line in somebody's log, and what comes with it."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from notesync.errors import NotesyncError
from notesync.notes import document, journal, lines
from notesync.notes.kinds import CHANNELS, VERBS
from notesync.notes.note import LogLine
from notesync.workspace import journal_entries as entries
from notesync.workspace.opening import Ambiguous, Workspace
from notesync.workspace.plan import Plan
from tests.notes.generators import Sample, samples
from tests.workspace.places import TODAY, done, files, opened, text, write

CARLA = """\
---
type: contact
org: "[[Elbgrün]]"   # since the museum
phone: 040 123
---

Speaks fast.

## Log

- 2026-04-27 asked email expect:yes
- 2026-04-28 agreed email for:2026-05-05

## Besides

Nothing.
"""
SAID = entries.Said


def log(workspace: Workspace, name: str, verb: str, named: Sequence[str] = (), **said: str) -> Plan:
    line = entries.read(workspace, verb, SAID(**said))
    return done(workspace, entries.plan(workspace, workspace.find(name, "contact"), line, named))


def test_a_line_goes_to_the_end_of_the_log_and_nothing_else_changes(tmp_path: Path) -> None:
    write(tmp_path, {"contacts/Carla Voigt.md": CARLA})
    with opened(tmp_path) as workspace:
        log(workspace, "Carla", "thanked", by="letter", note="for “nobody wakes up”", on="6.5.")
    assert text(tmp_path, "contacts/Carla Voigt.md") == CARLA.replace(
        "for:2026-05-05\n",
        "for:2026-05-05\n- 2026-05-06 thanked letter — for “nobody wakes up”\n",
    )


def test_a_german_vault_gets_german_words_under_its_own_heading(tmp_path: Path) -> None:
    write(tmp_path, {"Menschen/Carla.md": "Schnell.\n"}, 'lang = "de"\n')
    with opened(tmp_path) as workspace:
        log(workspace, "Carla", "asked", by="phone", expect="ja", on="gestern")
    assert text(tmp_path, "Menschen/Carla.md") == (
        "Schnell.\n\n## Verlauf\n\n- 2026-05-11 angefragt Telefon expect:yes\n"
    )


def test_line_breaks_and_a_byte_order_mark_stay(tmp_path: Path) -> None:
    before = ("\ufeff" + CARLA).replace("\n", "\r\n").encode()
    write(tmp_path, {"contacts/Carla Voigt.md": before})
    with opened(tmp_path) as workspace:
        log(workspace, "Carla", "thanked")
    after = (tmp_path / "contacts/Carla Voigt.md").read_bytes()
    assert after == before.replace(
        b"for:2026-05-05\r\n", b"for:2026-05-05\r\n- 2026-05-12 thanked\r\n"
    )


def test_the_same_line_twice_is_written_once(tmp_path: Path) -> None:
    write(tmp_path, {"contacts/Carla Voigt.md": CARLA})
    with opened(tmp_path) as workspace:
        log(workspace, "Carla", "thanked")
        once = files(tmp_path)
        log(workspace, "Carla", "thanked")
    assert files(tmp_path) == once


def test_what_was_agreed_gets_a_note_of_its_own(tmp_path: Path) -> None:
    write(tmp_path, {"contacts/Carla Voigt.md": CARLA})
    with opened(tmp_path) as workspace:
        log(workspace, "Carla", "agreed", by="email", planned="20.5. 12:30")
        (talk,) = workspace.everything.conversations[-1:]
    assert (talk.path, talk.state, talk.day, talk.time, talk.people) == (
        "conversations/2026-05-20 Carla Voigt.md",
        "planned",
        date(2026, 5, 20),
        "12:30",
        ("contacts/Carla Voigt.md",),
    )
    assert "- 2026-05-12 agreed email for:2026-05-20T12:30\n" in text(
        tmp_path, "contacts/Carla Voigt.md"
    )


def test_a_time_that_is_noted_stays(tmp_path: Path) -> None:
    planned = "---\ndate: 2026-05-20\ntime: '11:00'\npeople: Carla Voigt\nstate: planned\n---\n"
    write(
        tmp_path,
        {"contacts/Carla Voigt.md": CARLA, "conversations/2026-05-20 Carla.md": planned},
    )
    with opened(tmp_path) as workspace:
        log(workspace, "Carla", "agreed", planned="20.5. 12:30")
    assert text(tmp_path, "conversations/2026-05-20 Carla.md") == planned


def test_until_may_be_typed_as_one_says_it(tmp_path: Path) -> None:
    write(tmp_path, {"contacts/Carla Voigt.md": CARLA})
    with opened(tmp_path) as workspace:
        log(workspace, "Carla", "vertagt", until="1 Jun")
        log(workspace, "Carla", "referred", note="[[Falk Berger]] knows")
        assert workspace.find("Falk Berger").text("introduced_by") == "Carla Voigt"
    assert text(tmp_path, "contacts/Carla Voigt.md").count("\n- 2026-05-12 ") == 2
    assert "- 2026-05-12 deferred until:2026-06-01\n" in text(tmp_path, "contacts/Carla Voigt.md")
    assert "- 2026-05-12 referred — [[Falk Berger]] knows\n" in text(
        tmp_path, "contacts/Carla Voigt.md"
    )


def test_a_region_that_nobody_knows_stops_no_line(tmp_path: Path) -> None:
    write(tmp_path, {"contacts/Bo.md": ""}, 'region = "XX-YY"\n')
    with opened(tmp_path) as workspace:
        assert log(workspace, "Bo", "asked").next == ""
    assert "- 2026-05-12 asked\n" in text(tmp_path, "contacts/Bo.md")


def test_a_conversation_that_is_planned_is_not_planned_twice(tmp_path: Path) -> None:
    planned = "---\ndate: 2026-05-20\npeople: Carla Voigt\nstate: planned\n---\n"
    write(
        tmp_path,
        {"contacts/Carla Voigt.md": CARLA, "conversations/2026-05-20 Carla.md": planned},
    )
    with opened(tmp_path) as workspace:
        log(workspace, "Carla", "agreed", planned="20.5. 12:30")
    assert text(tmp_path, "conversations/2026-05-20 Carla.md") == planned.replace(
        "date: 2026-05-20\n", 'date: 2026-05-20\ntime: "12:30"\n'
    )
    assert len(files(tmp_path)) == 2


def test_a_conversation_that_moved_takes_its_file_and_the_links_along(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "contacts/Carla Voigt.md": CARLA,
            "conversations/2026-05-20 Carla Voigt.md": (
                '---\ndate: 2026-05-20  # after lunch\npeople: ["[[Carla Voigt]]"]\n'
                "state: planned\n---\n"
            ),
            "conversations/2026-05-06 Carla Voigt.md": (
                '---\ndate: 2026-05-06\npeople: ["[[Carla Voigt]]"]\n---\n'
            ),
            "Plan.md": "Before [[2026-05-20 Carla Voigt|her]]: `[[2026-05-20 Carla Voigt]]`\n",
        },
    )
    with opened(tmp_path) as workspace:
        log(workspace, "Carla", "moved", planned="27.5.")
        days = [talk.day for talk in workspace.everything.conversations]
    assert text(tmp_path, "conversations/2026-05-27 Carla Voigt.md") == (
        '---\ndate: 2026-05-27  # after lunch\npeople: ["[[Carla Voigt]]"]\nstate: planned\n---\n'
    )
    assert text(tmp_path, "Plan.md") == (
        "Before [[2026-05-27 Carla Voigt|her]]: `[[2026-05-20 Carla Voigt]]`\n"
    )
    assert days == [date(2026, 5, 6), date(2026, 5, 27)]


def test_a_conversation_whose_file_is_not_called_by_its_day_keeps_its_name(tmp_path: Path) -> None:
    lunch = "---\ndate: 2026-05-20T12:30\npeople: Carla Voigt\nstate: planned\n---\n"
    write(tmp_path, {"contacts/Carla Voigt.md": CARLA, "conversations/Lunch.md": lunch})
    with opened(tmp_path) as workspace:
        log(workspace, "Carla", "moved", planned="27.5.")
    assert text(tmp_path, "conversations/Lunch.md") == lunch.replace(
        "2026-05-20T12:30", '"2026-05-27T12:30"'
    )


def test_whoever_is_named_and_unknown_gets_a_note_that_says_by_whom(tmp_path: Path) -> None:
    write(tmp_path, {"contacts/Carla Voigt.md": CARLA, "contacts/Nora Lind.md": "---\n---\n"})
    with opened(tmp_path) as workspace:
        log(workspace, "Carla", "referred", ("Falk Berger, Nora",), note="know more")
        falk = workspace.find("Falk", "contact")
        (line,) = workspace.find("Carla", "contact").log[-1:]
    assert line.named == ("Falk Berger", "Nora Lind")
    assert line.text == "[[Falk Berger]], [[Nora Lind]]: know more"
    assert falk.text("introduced_by") == "Carla Voigt"
    assert falk.text("origin") == "introduced"
    assert falk.text("created") == TODAY.isoformat()
    assert sorted(files(tmp_path)) == [
        "contacts/Carla Voigt.md",
        "contacts/Falk Berger.md",
        "contacts/Nora Lind.md",
    ]


def test_somebody_i_introduced_was_not_named_to_me(tmp_path: Path) -> None:
    write(tmp_path, {"contacts/Carla Voigt.md": CARLA})
    with opened(tmp_path) as workspace:
        log(workspace, "Carla", "introduced", ("Bo", "bo", "Carla"))
        assert not workspace.find("Bo", "contact").text("introduced_by")
    assert sorted(files(tmp_path)) == ["contacts/Bo.md", "contacts/Carla Voigt.md"]


def test_a_line_that_another_program_writes_meanwhile_is_kept(tmp_path: Path) -> None:
    write(tmp_path, {"contacts/Carla Voigt.md": CARLA})
    with opened(tmp_path) as workspace:
        line = entries.read(workspace, "thanked", SAID())
        plan = entries.plan(workspace, workspace.find("Carla", "contact"), line)
        write(tmp_path, {"contacts/Carla Voigt.md": CARLA.replace("Nothing.", "Something.")})
        done(workspace, plan)
    found = text(tmp_path, "contacts/Carla Voigt.md")
    assert "Something." in found
    assert "- 2026-05-12 thanked\n" in found


def test_a_name_that_can_be_two_people_writes_nothing(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"contacts/Carla Voigt.md": CARLA, "contacts/Anna A.md": "", "contacts/Anna B.md": ""},
    )
    before = files(tmp_path)
    with opened(tmp_path) as workspace, pytest.raises(Ambiguous):
        log(workspace, "Carla", "referred", ("Anna",))
    assert files(tmp_path) == before


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("Carla", "thanked"), ("Carla", "thanked")),
        (("Carla", "Voigt", "bedankt", "per", "Brief"), ("Carla Voigt", "bedankt per Brief")),
        (("Carla Voigt", "verwiesen an [[Falk]]"), ("Carla Voigt", "verwiesen an [[Falk]]")),
        (("Note", "note", "call", "back"), ("Note", "note call back")),
        (("Carla", "ja, gern"), ("Carla", "ja, gern")),
    ],
)
def test_the_name_ends_where_a_verb_begins(
    words: tuple[str, ...], expected: tuple[str, str]
) -> None:
    assert entries.split(words, "en") == expected


def test_a_slip_in_a_verb_is_answered_with_the_verb() -> None:
    with pytest.raises(entries.NearVerb) as slip:
        entries.split(("Carla", "thnked"), "en")
    assert slip.value.values["near"] == "thanked"
    with pytest.raises(entries.NoVerb):
        entries.split(("Carla", "qwertz"), "en")


def test_what_is_typed_behind_the_verb_is_read_as_in_a_log(tmp_path: Path) -> None:
    write(tmp_path, {"contacts/Carla Voigt.md": CARLA})
    with opened(tmp_path) as workspace:
        log(workspace, "Carla", "deferred email until:2026-06-15 after the fair")
    assert "- 2026-05-12 deferred E-Mail" not in text(tmp_path, "contacts/Carla Voigt.md")
    assert "- 2026-05-12 deferred email until:2026-06-15 — after the fair\n" in text(
        tmp_path, "contacts/Carla Voigt.md"
    )


def test_an_ask_says_from_when_a_reminder_is_fine(tmp_path: Path) -> None:
    write(tmp_path, {"contacts/Jonas.md": ""}, 'lang = "en"\nregion = "DE-HH"\n')
    with opened(tmp_path, date(2026, 4, 22)) as workspace:
        plan = log(workspace, "Jonas", "asked", by="email")
    # seven business days, without 1 May: Petra's story
    assert plan.next == "Without an answer, one reminder is fine from Mon 4 May on."


VERB = st.sampled_from([term.code for term in VERBS])
CHANNEL = st.sampled_from(["", *(term.code for term in CHANNELS)])
TEXT = st.text(st.characters(exclude_categories=("C", "Z")), max_size=12).map(str.strip)


@given(samples(), VERB, CHANNEL, TEXT, st.sampled_from(["en", "de"]))
def test_a_log_line_changes_exactly_one_line_of_any_note_with_a_log(
    sample: Sample, verb: str, channel: str, said: str, lang: str
) -> None:
    line = journal.format_line(LogLine("2026-05-12", verb, channel, text=said), lang)
    header = sample.text.removesuffix(sample.body) if sample.body else sample.text
    header += "" if header.endswith(("\n", "\r")) else "\n"
    source = f"{header}Text\n\n## Verlauf\n\n- 2026-01-01 ja\n\n## Log book\n\n- x"
    note = document.read(source)
    assume(note.writable)
    after = entries.adding(line, lang)(note).text
    new = f"- {line}\n"
    assert after == source.replace("- 2026-01-01 ja\n", f"- 2026-01-01 ja\n{new}")


@given(samples(), st.sampled_from(["en", "de"]))
def test_a_note_without_a_log_gets_one_and_keeps_every_line(sample: Sample, lang: str) -> None:
    note = document.read(sample.text)
    assume(note.writable)
    after = entries.adding("2026-05-12 thanked", lang)(note).text
    rows = [row.rstrip("\r\n") for row in lines.split(after)]
    assert rows.count("- 2026-05-12 thanked") == 1
    kept = iter(rows)
    for row in lines.split(sample.text):
        assert row.rstrip("\r\n") in kept, row


@given(st.binary(max_size=200))
@settings(max_examples=50)
def test_a_note_of_any_bytes_is_changed_by_one_line_or_left_alone(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        write(folder, {"contacts/Carla.md": content})
        with opened(folder) as workspace:
            try:
                log(workspace, "Carla", "thanked")
            except NotesyncError:
                assert (folder / "contacts/Carla.md").read_bytes() == content
                return
        after = (folder / "contacts/Carla.md").read_bytes()
        assert after.count(b"2026-05-12 thanked") == 1
        kept = iter(after.splitlines())
        for row in content.splitlines():
            assert row in kept, row
