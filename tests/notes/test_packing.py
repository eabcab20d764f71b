from hypothesis import given
from hypothesis import strategies as st

from notesync.errors import PROBLEMS, Problem
from notesync.notes.note import Insight, LogLine, Note, Promise
from notesync.notes.packing import fields_of, pack, unpack, unpack_all

ODD = st.sampled_from(['a",{"', '\\"', "\\", '",{', "}"])  # what JSON itself is written with
TEXTS = ODD | st.text(st.characters(), max_size=8)  # lone surrogates too: bytes that are no UTF-8
LISTS = st.lists(TEXTS, max_size=3).map(tuple)
LINES = st.integers(0, 9)
MAPS = st.dictionaries(TEXTS, TEXTS | LISTS, max_size=3)
PLACED = st.lists(st.tuples(TEXTS, LINES), max_size=2).map(tuple)
PAIRS = st.lists(st.tuples(TEXTS, TEXTS), max_size=2).map(tuple)
LOG = st.builds(LogLine, *[TEXTS] * 7, LINES, TEXTS, LISTS, TEXTS, LINES)
INSIGHTS = st.builds(Insight, TEXTS, TEXTS, PAIRS, LINES)
PROMISES = st.builds(Promise, *[TEXTS] * 6, LINES)
PROBLEMS_ = st.builds(
    Problem, st.sampled_from(sorted(PROBLEMS)), LINES, LINES, PAIRS, TEXTS, st.booleans()
)
NOTES = st.builds(
    Note,
    *[TEXTS] * 3,
    MAPS,
    MAPS,
    TEXTS,
    LISTS,
    LISTS,
    *[st.lists(rows, max_size=2).map(tuple) for rows in (LOG, INSIGHTS)],
    PLACED,
    st.lists(PROMISES, max_size=2).map(tuple),
    PLACED,
    PLACED,
    LISTS,
    st.lists(PROBLEMS_, max_size=2).map(tuple),
)


@given(NOTES)
def test_a_note_comes_back_equal(note: Note) -> None:
    again = unpack(*pack(note))
    assert again == note
    assert all(
        type(getattr(again, name)) is type(getattr(note, name))
        for name in Note._fields
        if name not in {"fields", "header"}
    )


@given(NOTES)
def test_what_is_packed_can_be_kept_in_a_database(note: Note) -> None:
    for line in pack(note):
        assert "\n" not in line
        assert line.encode().decode() == line


@given(st.lists(NOTES, max_size=4))
def test_many_notes_come_back_in_their_order(notes: list[Note]) -> None:
    assert unpack_all([pack(note) for note in notes]) == notes


def test_what_is_not_said_takes_no_room() -> None:
    assert pack(Note("Ida.md", "Ida", "contact")) == ('["Ida.md","Ida","contact"]', "[]")


@given(st.lists(NOTES, max_size=4))
def test_fields_alone_are_read_as_with_all_the_rest(notes: list[Note]) -> None:
    found = fields_of([pack(note)[0] for note in notes])
    assert found == [
        {
            key: value if isinstance(value, str) else list(value)
            for key, value in note.fields.items()
        }
        for note in notes
    ]
