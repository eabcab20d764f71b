"""Edits of a note, one by one, with the note's text before and after."""

import subprocess
import sys

import pytest

from notesync.notes.document import Document, SpliceRefused, read
from notesync.notes.refusal import (
    HeaderInBraces,
    KeyTwice,
    LineChanged,
    NestedValue,
    OddKey,
    ReadOnlyHeader,
    Unreadable,
)

CARLA = """\
---
# who she is
type: contact
org: "[[Elbgrün]]"  # since May
zip: 01067
tags: [energy, "b2b"]  # loose
people:   # met there
  - '[[Nora]]' # her colleague
  # and
  - '[[Falk]]'

origin: |  # how we met
  At the gym.

  Then again.

# the end
---
## Log
- 2026-05-04 asked email
"""


def changed(before: Document, after: Document) -> tuple[list[str], list[str]]:
    """The lines that went and the lines that came; those around them are the same."""
    old, new = before.text.splitlines(keepends=True), after.text.splitlines(keepends=True)
    while old and new and old[0] == new[0]:
        old, new = old[1:], new[1:]
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    return old, new


@pytest.mark.parametrize(
    ("key", "value", "old", "new"),
    [
        (
            "org",
            "[[Hafenwerk]]",
            'org: "[[Elbgrün]]"  # since May\n',
            'org: "[[Hafenwerk]]"  # since May\n',
        ),
        ("org", "", 'org: "[[Elbgrün]]"  # since May\n', 'org: ""  # since May\n'),
        ("zip", "22767", "zip: 01067\n", "zip: 22767\n"),
        ("zip", "04103", "zip: 01067\n", 'zip: "04103"\n'),
        ("zip", "", "zip: 01067\n", "zip:\n"),
        ("type", "a\nb", "type: contact\n", 'type: "a\\nb"\n'),
        ("tags", "x", 'tags: [energy, "b2b"]  # loose\n', "tags: x  # loose\n"),
        ("tags", [], 'tags: [energy, "b2b"]  # loose\n', "tags: []  # loose\n"),
        ("origin", "By chance.\n", "  At the gym.\n\n  Then again.\n", "  By chance.\n"),
    ],
)
def test_a_value_changes_in_its_style(key: str, value: str | list[str], old: str, new: str) -> None:
    before = read(CARLA)
    went, came = changed(before, before.set(key, value))
    assert ("".join(went), "".join(came)) == (old, new)


def test_a_list_of_lines_grows_like_its_last_item_and_keeps_its_comments() -> None:
    before = read(CARLA)
    assert changed(before, before.append("people", "[[Ida]]")) == ([], ["  - '[[Ida]]'\n"])
    went, came = changed(before, before.discard("people", "[[Nora]]"))
    assert (went, came) == (["  - '[[Nora]]' # her colleague\n"], [])
    emptied = before.discard("people", "[[Nora]]", "[[Falk]]")
    assert "people: []   # met there\n\norigin" in emptied.text


def test_a_list_in_brackets_stays_on_its_line() -> None:
    before = read(CARLA)
    assert (
        'tags: [energy, "b2b", "no", "a, b"]  # loose\n' in before.append("tags", "no", "a, b").text
    )
    assert 'tags: ["b2b"]  # loose\n' in before.discard("tags", "energy").text


@pytest.mark.parametrize(
    ("source", "values", "result"),
    [
        ("[\n  a, # one\n  # two\n  b\n]", ["a", "b", "c"], "[\n  a, # one\n  # two\n  b,\n  c\n]"),
        ("[\n  a, # one\n  b, # two\n]", ["b", "c"], "[\n  b, # two\n  c,\n]"),
        ("[\n  a, # one\n  b # two\n]", ["a"], "[\n  a # one\n]"),
        ("[a,\n b]", ["x", "a"], "[\n x,\n a]"),
        ("[ a , b ]", ["b"], "[ b ]"),
        ("[a,b]", ["a", "b", "c"], "[a,b,c]"),
        ("[a, b, ]", ["a", "b", "c"], "[a, b, c, ]"),
        ("[\n a\n, b # two\n]", ["a", "b", "c"], "[\n a,\n b, # two\n c\n]"),
        ("[a, # one\n b, c]", ["a", "c"], "[a, # one\n c]"),
    ],
)
def test_a_list_in_brackets_over_several_lines_keeps_lines_and_comments(
    source: str, values: list[str], result: str
) -> None:
    after = read(f"---\nk: {source}\nn: 1\n---\n").set("k", values)
    assert after.get("k") == tuple(values)
    assert after.text.count("# ") == result.count("# ")
    assert after.text == f"---\nk: {result}\nn: 1\n---\n"


def test_one_text_becomes_a_list_when_a_second_is_added() -> None:
    before = read("---\nvia: [[A]] # c\n---\n")
    assert before.append("via", "[[A]]") is before
    after = before.append("via", "[[B]]")
    assert after.text == '---\nvia: # c\n  - "[[A]]"\n  - "[[B]]"\n---\n'
    assert before.discard("via", "[[A]]").text == "---\nvia: # c\n---\n"


def test_a_new_list_looks_like_the_lists_that_are_there() -> None:
    assert "m: ['a b']\n" in read("---\nk: ['x']\n---\n").set("m", ["a b"]).text
    assert "m:\n- a\n" in read("---\nk:\n- x\n---\n").set("m", ["a"]).text
    assert "m:\n  - a\n" in read("---\nk: x\n---\n").set("m", ["a"]).text


def test_unquoted_links_on_one_line_become_a_proper_list_when_they_are_edited() -> None:
    before = read("---\npeople: [[A]], [[B]] # c\nx: 1\n---\n")
    assert before.set("x", "2").text == "---\npeople: [[A]], [[B]] # c\nx: 2\n---\n"
    after = before.append("people", "[[C]]")
    assert after.text == '---\npeople: # c\n  - "[[A]]"\n  - "[[B]]"\n  - "[[C]]"\nx: 1\n---\n'
    assert after.problems == ()


def test_a_new_key_goes_below_its_predecessor_or_to_the_end() -> None:
    before = read(CARLA)
    assert changed(before, before.set("city", "Köln", after=("org", "zip", "missing"))) == (
        [],
        ["city: Köln\n"],
    )
    assert "zip: 01067\ncity: Köln\n" in before.set("city", "Köln", after=("zip", "org")).text
    assert "  Then again.\ncity: x\n" in before.set("city", "x", after=("origin",)).text
    assert "# the end\ncity: x\n---\n" in before.set("city", "x").text


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("", "---\ncity: x\n---\n"),
        ("Text", "---\ncity: x\n---\nText"),
        ("\ufeffA\r\nB\r\n", "\ufeff---\r\ncity: x\r\n---\r\nA\r\nB\r\n"),
        ("---\n---", "---\ncity: x\n---"),
        ("---\r# c\r---\r", "---\r# c\rcity: x\r---\r"),
        ("---\n  a: 1\n---\n", "---\n  a: 1\n  city: x\n---\n"),
    ],
)
def test_a_key_is_added_where_there_is_none(text: str, result: str) -> None:
    assert read(text).set("city", "x").text == result


def test_an_edit_that_changes_nothing_gives_the_same_document() -> None:
    document = read(CARLA)
    assert document.set("zip", "01067") is document
    assert document.set("people", ["[[Nora]]", "[[Falk]]"]) is document
    assert document.append("tags", "b2b") is document
    assert document.discard("tags", "x") is document
    assert document.remove("x") is document


def test_removing_a_key_takes_its_lines_and_leaves_the_comments_around_it() -> None:
    before = read(CARLA)
    went, came = changed(before, before.remove("origin"))
    assert ("".join(went), came) == (
        "origin: |  # how we met\n  At the gym.\n\n  Then again.\n",
        [],
    )
    assert before.remove("people").text.count("#") == CARLA.count("#") - 3


def test_a_comment_that_a_block_scalar_would_swallow_goes_with_the_key_between_them() -> None:
    before = read("---\na: |\n x\nb: 1\n   # on b\nc: 2\n---\n")
    assert before.remove("b").text == "---\na: |\n x\nc: 2\n---\n"


def test_an_edit_that_would_give_blank_lines_to_another_value_is_refused() -> None:
    before = read("---\nl:\n- |+\n  x\n- y\n\nc: 2\n---\n")
    with pytest.raises(SpliceRefused):
        before.discard("l", "y")


@pytest.mark.parametrize(
    ("text", "key", "error"),
    [
        ("---\na: 1\na: 2\nb: 3\n---\n", "a", KeyTwice),
        ("---\n? a\n: 1\n---\n", "a", OddKey),
        ("---\n{a: 1}\n---\n", "a", HeaderInBraces),
        ("---\na: b: c\n---\n", "a", Unreadable),
        ("---\na: 1\n", "a", Unreadable),
        ("+++\na = 1\n+++\n", "a", ReadOnlyHeader),
        ("---\na: 1\n---\n---\nb: 2\n---\n", "a", Unreadable),
        ("---\na: 1\n---\nText \ud800", "a\ud800", SpliceRefused),
    ],
)
def test_what_must_not_be_touched_is_refused_with_a_sentence(
    text: str, key: str, error: type[SpliceRefused]
) -> None:
    document = read(text)
    with pytest.raises(error, match=r"\.$"):
        document.set(key, "x")
    with pytest.raises(error):
        document.append(key, "x", "y")


def test_a_key_that_stands_once_is_edited_beside_one_that_stands_twice() -> None:
    assert read("---\na: 1\na: 2\nb: 3\n---\n").set("b", "4").text == "---\na: 1\na: 2\nb: 4\n---\n"


def test_nothing_is_appended_to_a_mapping_but_it_can_be_replaced() -> None:
    document = read("---\nk: # c\n  a: 1\nn: 2\n---\n")
    with pytest.raises(NestedValue):
        document.append("k", "x")
    assert document.set("k", "x").text == "---\nk: x # c\nn: 2\n---\n"


def test_a_list_of_mappings_takes_a_text_more() -> None:
    before = read("---\nk:\n  - a: 1\n    b: 2 # c\n  # d\n---\n")
    assert before.append("k", "x").text == "---\nk:\n  - a: 1\n    b: 2 # c\n  - x\n  # d\n---\n"


@pytest.mark.parametrize(
    ("text", "line", "writable"),
    [
        ("---\na: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> x\n---\n", 3, False),
        ("<<<<<<< HEAD\n---\na: 1\n=======\n---\na: 2\n>>>>>>> x\n---\n", 1, False),
        ("---\na: 1\n---\nA\n<<<<<<< HEAD\nB\n=======\nC\n>>>>>>> x\n", 5, False),
        ("---\na: 1\n---\n```\n<<<<<<< a\nB\n=======\nC\n>>>>>>> x\n```\n", 0, True),
        ("---\na: 1\n---\nA\n=======\nB\n<<<<<<< less\n", 0, True),
    ],
)
def test_the_marks_of_a_merge_are_a_problem_outside_of_code(
    text: str, line: int, *, writable: bool
) -> None:
    document = read(text, "a.md")
    assert [(p.code, p.line, p.path) for p in document.problems] == (
        [("conflict", line, "a.md")] if line else []
    )
    assert document.writable == writable


def test_a_second_header_right_behind_the_first_is_a_problem() -> None:
    document = read("---\na: 1\n---\n---\nb: 2\n---\nText\n")
    assert [(p.code, p.line) for p in document.problems] == [("header-documents", 4)]
    assert dict(document.header) == {"a": "1"}
    assert read("---\na: 1\n---\n---\n\nText\n\n---\n").problems == ()


def test_a_line_of_the_body_is_replaced_only_where_it_still_says_what_was_seen() -> None:
    before = read("---\na: 1\n---\r\n- [ ] me: send it\r\nlast")
    done = before.replace_line(4, "- [ ] me: send it", "- [x] me: send it")
    assert done.text == "---\na: 1\n---\r\n- [x] me: send it\r\nlast"
    assert before.replace_line(4, "- [ ] me: send it", None).text == "---\na: 1\n---\r\nlast"
    assert before.replace_line(5, "last", "").text == "---\na: 1\n---\r\n- [ ] me: send it\r\n"
    for number, old in ((4, "else"), (2, "a: 1"), (6, ""), (0, "")):
        with pytest.raises(LineChanged):
            before.replace_line(number, old, "x")
    with pytest.raises(SpliceRefused):
        before.replace_line(5, "last", "two\nlines")


def test_a_line_is_added_to_the_log_of_a_note() -> None:
    before = read(CARLA)
    after = before.add_line(("Log", "Verlauf"), "- 2026-05-05 agreed")
    assert changed(before, after) == ([], ["- 2026-05-05 agreed\n"])
    with pytest.raises(SpliceRefused):
        before.add_line(("Log",), "- two\nlines")
    with pytest.raises(Unreadable):
        read("---\na: b: c\n---\n").add_line(("Log",), "- x")


def test_a_closing_fence_without_a_line_break_gets_one_when_a_body_begins() -> None:
    assert (
        read("---\na: 1\n---").add_line(("Log",), "- x").text == "---\na: 1\n---\n## Log\n\n- x\n"
    )


def test_reading_a_note_without_a_header_needs_no_yaml_and_no_markdown() -> None:
    code = (
        "import sys; from notesync.notes.document import read; read('Text'); "
        "print(sorted({'yaml', 'frontmatter', 'markdown_it'} & set(sys.modules)));"
        "read('---\\na: 1\\n---\\n'); print('markdown_it' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:2] == ["[]", "False"]


def test_documents_of_one_place_and_text_are_equal() -> None:
    one = read("---\na: 1\n---\n", "x.md")
    assert {one, read("---\na: 1\n---\n", "x.md")} == {one}
    assert one not in {read("---\na: 1\n---\n", "y.md"), read("---\na: 2\n---\n", "x.md")}
    assert one != one.text
