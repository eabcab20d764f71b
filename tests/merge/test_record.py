"""Records of what lost: written, read, taken, dropped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesync.merge import notation, record
from notesync.merge.notation import Noted, Piece
from notesync.notes import document
from notesync.notes.frontmatter import HeaderValue, Nested
from notesync.notes.refusal import SpliceRefused
from tests.merge.merging import MAY_12, merged

NOTE = """\
---
org: Solvana
tags: [a]
about: |
  one
  two
---

Meike knows her. She laughs often.

- one
  - child
- [ ] two

```
x = 1
```
"""


def test_a_value_of_the_header_is_one_line_that_says_all() -> None:
    assert notation.noted("org", "A", "B", MAY_12) == 'org = "A" ← "B" (2026-05-12)'
    assert notation.noted("a: b", "A", None, 0) == '"a: b" = "A"'
    assert notation.noted("tags", ("a", "b"), ("a",), MAY_12) == (
        'tags = ["a", "b"] ← ["a"] (2026-05-12)'
    )


values = st.one_of(
    st.text(), st.lists(st.text()).map(tuple), st.text().map(Nested),
    st.sampled_from(['" ← "', "a (2026-05-12)", "] ← [", "a\nb", '"', "\\"]),
)  # fmt: skip


@given(st.text(min_size=1), values, st.none() | values, st.integers(0, 2**40))
def test_what_was_noted_can_be_read(
    field: str, other: HeaderValue, base: HeaderValue | None, date: int
) -> None:
    line = notation.noted(field, other, base, date)
    if not isinstance(other, tuple) and not isinstance(base, tuple):
        assert notation.read_line(line) == Noted(field, other, base, notation.day(date))
    comment = notation.noted_comment(line)
    assert comment.index("-->") == len(comment) - 3
    assert notation.read_comment(comment) == notation.read_line(line)


@given(
    st.text(st.sampled_from("a->!&gt;<amp\n"), max_size=30), st.sampled_from(["", "header", "2/3"])
)
def test_any_text_is_hidden_in_a_comment_and_found_again(text: str, what: str) -> None:
    comment = notation.comment(text, MAY_12, what)
    assert comment.index("-->") == len(comment) - 3
    assert "--!>" not in comment
    assert notation.read_comment(comment) == Piece(what, text, "2026-05-12")


def test_records_are_numbered_with_what_stands_in_place() -> None:
    text = merged(
        NOTE,
        NOTE.replace("Solvana", "Elbgrün").replace("laughs often", "laughs a lot"),
        NOTE.replace("Solvana", "Hafenwerk").replace("laughs often", "never laughs"),
    )
    found = record.records(text)
    assert [(each.number, each.field, each.kept, each.other) for each in found] == [
        (1, "org", "Hafenwerk", "Elbgrün"),
        (2, "", "She never laughs.", "She laughs a lot."),
    ]
    assert (found[0].base, found[0].date) == ("Solvana", "2026-05-12")
    lines = text.split("\n")
    assert lines[found[0].line - 1] == "conflicts:"
    assert lines[found[1].line - 1] == "<!-- conflict 2/2 (2026-05-12)"
    assert record.records(NOTE) == []


@pytest.mark.parametrize(
    ("old", "mine", "yours"),
    [
        ("Solvana", "Elbgrün", "Hafenwerk"),
        ("[a]", "{a: 1}", "[b]"),
        ("She laughs often.", "She laughs a lot.", "She never laughs."),
        ("- one", "- one more", "- one less"),
        ("  - child", "  - my child", "  - your child"),
        ("x = 1", "x = 2", "x = 3"),
        ("  two", "  zwei", "  deux"),
    ],
)
def test_taking_the_other_value_gives_the_other_note(old: str, mine: str, yours: str) -> None:
    ours, theirs = NOTE.replace(old, mine), NOTE.replace(old, yours)
    text = merged(NOTE, ours, theirs)
    [found] = record.records(text)
    assert record.drop(text, found.number) == theirs
    if "{" in found.other:
        with pytest.raises(SpliceRefused):
            record.take(text, found.number)
    else:
        assert record.take(text, found.number) == ours


def test_a_cell_and_a_heading_are_taken_too() -> None:
    table = "## Old title\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n"
    for old, mine, yours in (("1", "one", "eins"), ("Old title", "My title", "Your title")):
        ours, theirs = table.replace(old, mine), table.replace(old, yours)
        text = merged(table, ours, theirs)
        assert record.take(text, 1) == ours
        assert record.drop(text, 1) == theirs


def test_of_several_records_one_is_taken_and_the_others_stay() -> None:
    base = "---\norg: A\nrole: B\n---\n\nOne. Two.\n"
    ours = "---\norg: A1\nrole: B1\n---\n\nOne here. Two here.\n"
    theirs = "---\norg: A2\nrole: B2\n---\n\nOne there. Two there.\n"
    text = merged(base, ours, theirs)
    assert [each.other for each in record.records(text)] == ["A1", "B1", "One here.", "Two here."]
    text = record.take(text, 3)
    text = record.take(text, 1)
    assert [each.other for each in record.records(text)] == ["B1", "Two here."]
    assert "\norg: A1\nrole: B2\n" in text
    assert "\nOne here. Two there.\n" in text


def test_records_in_other_line_ends_and_at_the_end_of_a_file() -> None:
    base = "One. Two."
    text = merged(base, "One. Zwei.", "One. Deux.").replace("\n", "\r\n")
    assert record.take(text, 1) == "One. Zwei."
    assert record.drop(text, 1) == "One. Deux."


def test_what_is_about_the_note_itself_is_only_dropped() -> None:
    line = notation.noted(notation.PATH, "b.md", "a.md", MAY_12)
    header = f"---\nid: x\nconflicts:\n  - {line}\n---\nText.\n"
    plain = f"Text.\n\n{notation.noted_comment(line)}\n"
    for text, left in ((header, "---\nid: x\n---\nText.\n"), (plain, "Text.\n")):
        [found] = record.records(text)
        assert (found.field, found.other, found.base) == ("(path)", "b.md", "a.md")
        assert record.take(text, 1) == record.drop(text, 1) == left


def test_a_header_or_body_that_was_kept_whole_can_only_be_dropped() -> None:
    text = "Text.\n\n" + notation.comment("---\na: [\n---", 0, "header") + "\n"
    [found] = record.records(text)
    assert (found.field, found.other) == ("(header)", "---\na: [\n---")
    with pytest.raises(SpliceRefused):
        record.take(text, 1)
    assert record.drop(text, 1) == "Text.\n"


def test_what_somebody_edited_can_be_dropped() -> None:
    text = "---\nconflicts: [something else]\n---\n\n<!-- conflict of my own -->\n"
    assert [each.field for each in record.records(text)] == ["(body)", "(body)"]
    assert record.drop(text, 1) == "---\n---\n\n<!-- conflict of my own -->\n"
    assert record.drop(text, 2) == "---\nconflicts: [something else]\n---\n"


@pytest.mark.parametrize("number", [0, -1, 3])
def test_a_number_that_is_none_is_told(number: int) -> None:
    text = '---\norg: A\nconflicts:\n  - org = "B"\n---\n'
    for change in (record.take, record.drop):
        with pytest.raises(LookupError):
            change(text, number)
    assert document.read(record.take(text, 1)).text == "---\norg: B\n---\n"


def test_the_same_conflict_found_twice_is_one_record() -> None:
    one, two = 'org = "A" ← "B" (2026-05-12)', 'org = "A" ← "B" (2026-05-11)'
    assert notation.united([one], [two, "other"]) == (two, "other")
