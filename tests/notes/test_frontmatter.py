"""Where the header lies, whatever opens it, ends its lines or stands before it."""

import pytest

from notesync.notes.frontmatter import Fence, Nested, split


def header(text: str) -> str | None:
    fence = split(text)
    return text[fence.start : fence.end] if fence else None


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("top", ["", "\ufeff"])
def test_a_header_is_found_with_every_line_break_and_behind_a_byte_order_mark(
    newline: str, top: str
) -> None:
    text = top + newline.join(["---", "a: 1", "b: 2", "---", "Text"])
    fence = split(text)
    assert fence is not None
    assert header(text) == newline.join(["a: 1", "b: 2", ""])
    assert text[fence.body :] == "Text"
    assert (fence.line, fence.body_line) == (2, 5)


@pytest.mark.parametrize(
    ("text", "kind", "inside", "body"),
    [
        ("---\na: 1\n---", "yaml", "a: 1\n", ""),
        ("---  \na: 1\n---\t\nText", "yaml", "a: 1\n", "Text"),
        ("---\na: 1\n...\nText", "yaml", "a: 1\n", "Text"),
        ("---\n---\nText", "yaml", "", "Text"),
        ("+++\na = 1\n+++\nText", "toml", "a = 1\n", "Text"),
        (';;;\n"a": 1\n;;;\nText', "json", '"a": 1\n', "Text"),
        ('{\n"a": {\n }\n}\nText', "json", '{\n"a": {\n }\n}', "Text"),
    ],
)
def test_every_kind_of_header_has_its_fence(text: str, kind: str, inside: str, body: str) -> None:
    fence = split(text)
    assert fence is not None
    assert fence.kind == kind
    assert text[fence.start : fence.end] == inside
    assert text[fence.body :] == body


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Text",
        "\n---\na: 1\n---\n",
        " ---\na: 1\n---\n",
        "----\na: 1\n----\n",
        "--- a\n---\n",
        "{\nx",
    ],
)
def test_what_does_not_begin_with_a_fence_has_no_header(text: str) -> None:
    assert split(text) is None


@pytest.mark.parametrize("text", ["---\na: 1\n", "---", "+++\na = 1", "\ufeff---\na: 1\n --- \n"])
def test_a_fence_that_is_never_closed_leaves_everything_in_the_body(text: str) -> None:
    fence = split(text)
    assert fence is not None
    assert not fence.closed
    assert text[fence.body :] == text.removeprefix("\ufeff")
    assert fence.body_line == 1


def test_a_fence_inside_a_line_closes_nothing() -> None:
    assert header("---\na: x --- y\n b\n---\n") == "a: x --- y\n b\n"


def test_separators_that_only_yaml_counts_as_line_breaks_open_and_close_nothing() -> None:
    assert header("---\na: b\u2028---\x85\n---\n") == "a: b\u2028---\x85\n"


def test_a_fence_knows_its_lines() -> None:
    assert split("---\na: 1\n---\nText\n") == Fence("yaml", 4, 9, 13, 2, 4)


def test_what_is_nested_is_as_its_source_and_no_list_of_texts() -> None:
    one = Nested("{a: 1}")
    assert {one, Nested("{a: 1}")} == {one}
    assert one not in {Nested("{a: 2}"), "{a: 1}", ("{a: 1}",)}
    assert not isinstance(one, tuple)
    assert repr(one) == "Nested('{a: 1}')"
