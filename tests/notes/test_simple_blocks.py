"""Wherever the short way through a body gives blocks, markdown-it-py gives the same."""

import json
import random
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from notesync.notes import frontmatter, outline, simple_blocks
from notesync.notes.outline import Block

HERE = Path(__file__).parent
EXAMPLES: list[str] = json.loads((HERE / "commonmark" / "examples.json").read_text("utf-8"))
NOTES = sorted((HERE.parent.parent / "vault-example").rglob("*.md"))


def body(text: str) -> str:
    fence = frontmatter.split(text)
    return text[fence.body :] if fence else text


def same_both_ways(text: str) -> bool:
    """Whether the short way was taken; if so, it led to the same."""
    found = simple_blocks.read(text)
    if found is None:
        return False
    assert [Block(*row) for row in found] == list(outline._by_markdown_it(text))
    return True


def test_headings_lists_and_paragraphs_are_read_without_markdown_it() -> None:
    text = (
        "Intro\ngoes on\n\n## Log\n\n- one\n  goes on\nand on\n  - [[two]]\n    - three\n\n"
        "  below one\n- four\n\n---\n\n3) five\n4) six\n\n```sh\n- no bullet\n```\n"
        "> quoted\n>and\n>\n> once more\n\n#tag **bold** end\n"
    )
    assert same_both_ways(text)


@pytest.mark.parametrize(
    "text",
    ["<div>", "a\n---", "a\n===", "    code", "- a\n\n      code", "-", "1.", "- # h", "#",
     "> > q", "> q\nq", "> - q", "> q\n- a", "- a\n\n  # b",
     "- - a", "- > q", "\ta", "- a\n - b", "a\n2. b", "# a #", " # a", "- ```\n  a",
     "a\n***"],
)  # fmt: skip
def test_what_needs_a_second_look_is_left_to_markdown_it(text: str) -> None:
    assert simple_blocks.read(text) is None


def test_every_example_of_commonmark_gives_the_same_both_ways() -> None:
    taken = [same_both_ways(text) for text in EXAMPLES]
    assert sum(taken) > 200  # so the comparison was one


def test_the_example_notes_give_the_same_both_ways() -> None:
    taken = [same_both_ways(body(note.read_text("utf-8"))) for note in NOTES]
    assert sum(taken) > len(NOTES) / 2


PIECES = [
    *("- ", "* ", "+ ", "  ", "    ", " ", "   ", "> ", "#", "# ", "## ", "```", "~~~", "`", "``"),
    *("a", "b\n", "\n", "\n\n", "\n- ", "\n  - ", "\n    - ", "\n  ", "\n    ", "c d", "[[x]]"),
    *("---", "===", "***", "___", "_", "*", "-", "=", "~", "#tag", "\n1. ", "\n2. ", "\n10) "),
    *("1. ", "2) ", "12", ".", ")", "<", "<b>", "<!--", "-->", "\\", "\r\n", "\r", "\t", "\xa0"),
    *(
        "\n---\n",
        "\n\n---\n",
        "\n```\n",
        "\n## H\n",
        "-     ",
        "[ ] ",
        "[x]: y",
        "ä",
        "\u2028",
        "\0",
    ),
]


@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join))
@example("- a\n- b\n  c\n\n  d\n")
@example("1. a\n2. b\n1) c\n")
@example("- a\n    - b\n    - c\n- d")
@example("- a\n\n    - b\n")
@example(">\xa0a")
@example("a\xa0b\n\xa0c\n")
def test_any_body_gives_the_same_both_ways(text: str) -> None:
    same_both_ways(text)


ROWS = [
    *("", "", "", "text", "more text ", "# H", "## Log", "---", "***", "```", "~~~~", "#tag"),
    *("- a", "- b", "* c", "  - d", "  - e", "    - f", "      - g", "   - h", " - i", "-   j"),
    *("1. k", "2. l", "   1. m", "10. n", "3) o", "  p", "    q", "      r", "   s", "- [ ] t"),
    *(
        "- 2026-01-02 u",
        "2026 v",
        "12. ",
        "-",
        "> w",
        ">",
        ">x",
        "> #t",
        ">  y",
        "> - z",
        "<x>",
        "    - y",
        "- `z`",
        "- #a",
        "+ b  ",
    ),
]


@given(st.lists(st.sampled_from(ROWS), max_size=14), st.sampled_from(["\n", "\n", "\r\n", "\r"]))
def test_any_rows_give_the_same_both_ways(rows: list[str], newline: str) -> None:
    same_both_ways(newline.join(rows))


@given(st.sampled_from(NOTES), st.integers(0, 2**32), st.integers(1, 6))
def test_mutated_notes_give_the_same_both_ways(note: Path, seed: int, often: int) -> None:
    same_both_ways(mutated(body(note.read_text("utf-8")), random.Random(seed), often))


def mutated(text: str, chance: random.Random, often: int) -> str:
    """The text with a few pieces put in, taken out, or lines moved."""
    for _ in range(often):
        at = chance.randrange(len(text) + 1)
        match chance.randrange(4):
            case 0:
                text = text[:at] + chance.choice(PIECES) + text[at:]
            case 1:
                text = text[:at] + text[at + chance.randrange(1, 12) :]
            case 2:
                rows = text.split("\n")
                rows.insert(chance.randrange(len(rows)), chance.choice(ROWS))
                text = "\n".join(rows)
            case _:
                rows = text.split("\n")
                rows[chance.randrange(len(rows))] = chance.choice(["", " ", "  "]) + chance.choice(
                    rows
                )
                text = "\n".join(rows)
    return text


def test_what_can_be_printed_leaves_no_doubt() -> None:
    printed = "".join(one for one in map(chr, range(0x110000)) if one.isprintable())
    assert not re.search(simple_blocks.DOUBT, printed)
