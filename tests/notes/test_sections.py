"""Where a line goes in a body, and where a heading is none."""

import pytest

from notesync.notes.refusal import NoPlace
from notesync.notes.sections import add_line

LINE = "- new"


def added(body: str) -> str:
    return add_line(body, ("Log", "Verlauf"), LINE, 2, "\n")


@pytest.mark.parametrize(
    ("body", "result"),
    [
        ("## Log\n- a\n", "## Log\n- a\n- new\n"),
        ("## Log\n- a", "## Log\n- a\n- new"),
        ("## Log\r\n- a\r\n\r\n## B\r\n", "## Log\r\n- a\r\n- new\r\n\r\n## B\r\n"),
        ("## verlauf\n\n* a\n  * deep\n\n\n# B\n", "## verlauf\n\n* a\n  * deep\n* new\n\n\n# B\n"),
        ("## Log\n  + a\n", "## Log\n  + a\n  + new\n"),
        ("Log\n---\n- a\n  lazy\nlines\n\nText\n", "Log\n---\n- a\n  lazy\nlines\n- new\n\nText\n"),
        ("## Log ##\n### Sub\n- a\n", "## Log ##\n- new\n### Sub\n- a\n"),
        ("## Log\n", "## Log\n- new\n"),
        ("## Log", "## Log\n- new"),
        ("## Log\n\n", "## Log\n\n- new\n"),
        ("## Log\n\n## B\n", "## Log\n- new\n\n## B\n"),
        ("## Log\n\n\n## B\n", "## Log\n\n- new\n\n## B\n"),
        ("## Log\nText\n", "## Log\nText\n- new\n"),
        ("## Log\n<div>\nx\n\nText", "## Log\n<div>\nx\n\nText\n- new"),
        ("## Log\n<div>\nx\n", "## Log\n<div>\nx\n\n- new\n"),
        ("## Log\n~~~\nopen\n", "## Log\n- new\n~~~\nopen\n"),
        ("# Log\n- a\n\n## Log\n- b\n", "# Log\n- a\n\n## Log\n- b\n- new\n"),
        ("### Log\n- a\n", "### Log\n- a\n- new\n"),
        ("## Log\n1. one\n", "## Log\n1. one\n- new\n"),
        ("## Log\n- a\n\n```\nx\n```\n", "## Log\n- a\n- new\n\n```\nx\n```\n"),
    ],
)
def test_a_line_goes_to_the_end_of_the_list_under_its_heading(body: str, result: str) -> None:
    assert added(body) == result


@pytest.mark.parametrize(
    "body",
    [
        "```\n## Log\n- a\n```\n",
        "<!--\n## Log\n-->\n",
        "> ## Log\n> - a\n",
        "- ## Log\n",
        "    ## Log\n",
    ],
)
def test_a_heading_in_code_comments_quotations_or_lists_is_none(body: str) -> None:
    assert added(body) == body + "\n## Log\n\n- new\n"


@pytest.mark.parametrize(
    ("body", "result"),
    [
        ("", "## Log\n\n- new\n"),
        ("Text", "Text\n\n## Log\n\n- new"),
        ("Text\n\n", "Text\n\n## Log\n\n- new\n"),
        ("A\r\n", "A\r\n\r\n## Log\r\n\r\n- new\r\n"),
        ("Text\n\n```\nopen\n", "Text\n\n## Log\n\n- new\n\n```\nopen\n"),
        ("<!-- open\n", "## Log\n\n- new\n\n<!-- open\n"),
    ],
)
def test_a_missing_section_is_made_at_the_end(body: str, result: str) -> None:
    assert added(body) == result


def test_a_line_without_a_bullet_gets_one() -> None:
    assert add_line("## Log\n* a\n", ("log",), "b", 2, "\n") == "## Log\n* a\n* b\n"


def test_where_no_list_can_stand_nothing_is_written() -> None:
    with pytest.raises(NoPlace):
        add_line("Text\n", ("",), "-\t\t\t    code", 7, "\n")
