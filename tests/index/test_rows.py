"""What the index keeps of a note: days, fields, names, in a form that SQLite can hold."""

from __future__ import annotations

import pytest

from notesync.index import rows
from notesync.notes import document
from notesync.notes.kinds import KindMap
from notesync.notes.note import Note
from notesync.notes.reading import read_note


def read(path: str, text: str) -> Note:
    return read_note(path, document.read(text, path), KindMap())


def kept(path: str, text: str) -> rows.Rows:
    return rows.rows(1, read(path, text), "digest", (), "body")


@pytest.mark.parametrize(
    ("path", "text", "day"),
    [
        ("contacts/A.md", "## Log\n- 2026-05-01 asked\n- 2026-04-01 wrote\n", "2026-05-01"),
        (
            "contacts/A.md",
            "---\ncreated: 2026-06-01\n---\n## Log\n- 2026-05-01 asked\n",
            "2026-06-01",
        ),
        ("contacts/A.md", "---\nlast_contact: 2022\n---\n", "2022"),
        ("conversations/2026-05-12 A.md", "", "2026-05-12"),
        ("opportunities/A.md", "---\nseen: 2026-01-02\napplied: 2026-01-09\n---\n", "2026-01-09"),
        ("reviews/2026-W19.md", "", "2026-05-04"),
        ("contacts/A.md", "", ""),
        ("plain.md", "---\ndate: 2026-05-12\n---\n", ""),
    ],
)
def test_a_notes_day_is_the_last_one_it_speaks_of(path: str, text: str, day: str) -> None:
    assert rows.last_day(read(path, text)) == day


def test_a_value_is_kept_as_typed_and_in_the_schemas_form() -> None:
    found = kept("contacts/A.md", "---\nStadt: Köln\ncircle: Freundin\n---\n").fields
    assert {(1, "stadt", "koln"), (1, "city", "koln"), (1, "circle", "friend")} <= set(found)
    assert (1, "circle", "freundin") in found


def test_a_list_gives_one_row_a_value() -> None:
    found = kept("x.md", "---\nColours: [Rot, grün, rot]\n---\n").fields
    assert found == [(1, "colours", "grun"), (1, "colours", "rot")]


def test_a_linked_value_is_what_it_shows() -> None:
    found = kept("x.md", '---\nfirm: "[[orgs/Elbgrün|die Elbgrünen]]"\n---\n').fields
    assert found == [(1, "firm", "die elbgrunen")]


def test_a_link_is_known_by_its_last_part() -> None:
    found = kept("x.md", "[[contacts/Jörg Müller.md#Log|Jörg]]\n").links
    assert found == [(1, 1, "contacts/Jörg Müller.md", "jörg müller")]


def test_a_note_is_called_by_its_file_and_each_alias_once() -> None:
    found = kept("contacts/Jörg.md", "---\naliases: [Jojo, JOJO, Jo]\n---\n").names
    assert [row[1:3] for row in found] == [(0, "jörg"), (1, "jo"), (1, "jojo")]


@pytest.mark.parametrize(("typed", "private"), [("true", 1), ("ja", 1), ("false", 0), ("", 0)])
def test_what_is_private_is_marked(typed: str, private: int) -> None:
    assert kept("contacts/A.md", f"---\nprivate: {typed}\n---\n").notes[0][7] == private
