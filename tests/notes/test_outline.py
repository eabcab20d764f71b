import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesync.notes import outline
from notesync.notes.outline import HIDDEN, blocks, visible


def test_headings_paragraphs_and_bullets_are_told_apart() -> None:
    found = list(blocks("## Log\n\nSome\nprose\n\n- one\n- two\n  goes on\n\n  second paragraph\n"))
    assert [(b.text, b.line, b.level, b.depth, b.bullet) for b in found] == [
        ("Log", 0, 2, 0, False),
        ("Some\nprose", 2, 0, 0, False),
        ("one", 5, 0, 1, True),
        ("two\ngoes on", 6, 0, 1, True),
        ("second paragraph", 9, 0, 1, False),
    ]


def test_a_bullet_knows_the_bullet_above_it() -> None:
    found = list(blocks("- [[Energy]]\n  - one\n    1. two\n- three\n"))
    assert [(b.text, b.depth, b.above) for b in found] == [
        ("[[Energy]]", 1, ""),
        ("one", 2, "[[Energy]]"),
        ("two", 3, "one"),
        ("three", 1, ""),
    ]


def test_code_fences_and_comments_are_left_out() -> None:
    body = (
        "```\n- in a fence\n```\n\n    - indented code\n\n"
        "<!--\n- in a comment\n-->\n\n~~~md\n## Log\n~~~\n\n- seen\n"
    )
    assert [block.text for block in blocks(body)] == ["seen"]


def test_an_unclosed_fence_hides_the_rest() -> None:
    assert [block.text for block in blocks("- seen\n\n```\n- hidden\n")] == ["seen"]


def test_quotations_are_known_as_such() -> None:
    found = list(blocks("> - quoted\n> ## Log\n\n- not quoted\n"))
    assert [(b.text, b.quoted) for b in found] == [
        ("quoted", True),
        ("Log", True),
        ("not quoted", False),
    ]


def test_a_list_item_that_begins_with_code_has_no_bullet_text() -> None:
    found = list(blocks("- ```\n  code\n  ```\n  text below\n"))
    assert [(b.text, b.bullet) for b in found] == [("text below", False)]


def test_every_line_break_counts_once() -> None:
    for newline in ("\n", "\r\n", "\r"):
        found = list(blocks(newline.join(["one", "", "- two", "- three", ""])))
        assert [block.line for block in found] == [0, 2, 3]


def test_lines_of_blanks_that_the_parser_trims_still_count() -> None:
    found = list(blocks("1. \x0c\n   1.\n   [[A]]\n\n> \x0b\n> b\n\n\x0c\n\x0c\nc\n---\n"))
    assert [(b.text, b.line) for b in found] == [("1.\n[[A]]", 1), ("b", 5), ("c", 9)]


LINES = [*(f"word{at}\n" for at in range(8)), "\x0c\n", "\u2028\n", "\0", "\xa0", "> ", "- ", "1. "]


@given(
    st.lists(st.sampled_from([*LINES, "\t", "   ", "===\n", "\n", "# "]), max_size=20).map("".join)
)
def test_a_block_begins_in_the_line_that_holds_its_first_words(body: str) -> None:
    rows = body.replace("\0", "\ufffd").split("\n")
    for block in blocks(body):
        assert block.text.partition("\n")[0] in rows[block.line]


def test_a_mark_with_a_colon_is_no_link_definition() -> None:
    assert [block.text for block in blocks("- [insight]: text\n")] == ["[insight]: text"]


def test_code_and_html_are_blanked_and_offsets_stay() -> None:
    text = "see `[[A]]` and [[B]] <!-- [[C]] --> \\[[D]] <b title='[[E]]'>[[F]]</b>"
    seen = visible(text)
    assert len(seen) == len(text)
    for hidden in "ACDE":
        assert f"[[{hidden}]]" not in seen
    for shown in "BF":
        assert seen.index(f"[[{shown}]]") == text.index(f"[[{shown}]]")


def test_a_backtick_alone_hides_nothing() -> None:
    assert visible("a ` b [[A]]") == "a ` b [[A]]"
    assert visible("``` [[A]] `` [[B]]") == "``` [[A]] `` [[B]]"


def test_a_bar_in_a_table_stays_escaped() -> None:
    assert visible(r"| [[A\|b]] |") == r"| [[A\|b]] |"


@given(st.text(alphabet="ab`<>!-\\[]# \n\"'=&;", max_size=60))
def test_hiding_changes_no_offset(text: str) -> None:
    seen = visible(text)
    assert len(seen) == len(text)
    for shown, raw in zip(seen, text, strict=True):
        assert shown in {raw, HIDDEN}
        assert (shown == "\n") == (raw == "\n")


@given(st.text(alphabet="ab-*+>#`~ \t\n\r1.[]<!=", max_size=80))
def test_any_body_has_blocks_whose_lines_exist(body: str) -> None:
    count = body.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    for block in blocks(body):
        assert 0 <= block.line < count
        assert block.depth or not block.bullet


PIECES = [
    *("- ", "  ", "    ", "\t", "> ", ">", "#", "# ", "```", "~~~", "`", "<div>", "<!--", "-->"),
    *("a", "b\n", "\n", "\n\n", "---", "===", "***", "1. ", "-     ", "\r\n", "\r", "\\", "[x]: y"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_a_rule_that_is_left_out_would_have_found_nothing(body: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(outline, "_idle", lambda _body: frozenset())
        every_rule_asked = list(blocks(body))
    assert list(blocks(body)) == every_rule_asked
