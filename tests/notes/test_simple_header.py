"""Wherever the short way through a header gives values, python-frontmatter's handler gives them."""

import random
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from notesync.notes import document, frontmatter, headers, simple_header
from tests.notes.generators import PLAIN, Sample, samples

NOTES = sorted((Path(__file__).parent.parent.parent / "vault-example").rglob("*.md"))


def same_both_ways(text: str) -> bool:
    """Whether the short way was taken; if so, it led to the same."""
    fence = frontmatter.split(text)
    if fence is None or fence.kind != "yaml" or not fence.closed:
        return False
    found = simple_header.read(text[fence.start : fence.end], fence.line)
    if found is None:
        return False
    asked = headers.read(text, fence)
    assert found == (asked.values, asked.lines)
    assert list(found[0]) == list(asked.values)
    assert (asked.problems, asked.writable) == ((), True)
    return True


def test_plain_lines_quotes_lists_and_comments_are_read_without_yaml() -> None:
    assert same_both_ways(
        '---\ntype: contact\norg: [[Elbgrün]]\n# comment\nphone: "+49 40: 1"\n\ntopics: [a b,'
        ' \'c d\', "e", null]\nnothing:\npeople:\n  - "[[A]]"\n\n  - [[B C]]\n  - 10:30\n'
        "empty: []\n"
        "no: ~\nnamed:\n- it's C#\n---\n"
    )


@pytest.mark.parametrize(
    "row",
    ["a: b: c", "a: b #c", "a: &b c", "a: *b", "a: !b c", "a: |", "a: >", "a: 'it''s'", 'a: "\\n"',
     "a: [[b]], [[c]]", "a: [b, [c]]", "a: {b: c}", "a: b\n  c", "a: b\n  - c", "a:\n  b: c",
     "a:\n  - b\n   - c", "a:\n  - b: c", "a:\n  -", "a: b\na: c", "a:b", "? a", "- a", "a",
     "a: b ", "a:\tb", "a: \x85", "a: \u2028", "a:\n  - - b", "a: [b, c", "a: [b: c]", "'a': b",
     "a: b:", "%a", "a: [b,]", "a: [b # c]", "a: @b", "a: `b", "a: [[b # c]]",
     "a: \U000f0085", "a: - b"],
)  # fmt: skip
def test_what_may_mean_more_to_yaml_is_left_to_it(row: str) -> None:
    text = f"---\n{row}\n---\n"
    assert simple_header.read(f"{row}\n", 2) is None
    document.read(text)


def test_the_example_notes_say_the_same_both_ways() -> None:
    taken = [same_both_ways(note.read_text("utf-8")) for note in NOTES]
    assert sum(taken) > len(NOTES) / 2


@given(samples())
def test_generated_notes_say_the_same_both_ways(sample: Sample) -> None:
    same_both_ways(sample.text)


KEYS = st.sampled_from(["a", "b", "type", "Größe", "k-y", "no", "null", "x_1", "a b", "2", "é"])
TEXTS = st.one_of(
    st.sampled_from(
        [*PLAIN, "", "~", "null", "a: b", "a :b", "a #b", "a# b", "C#", ":a", "a:", "€ 5"]
    ),
    st.text("ab ä:#-,[]{}'\"&*!|>%@`?.=~\\1/()_;", max_size=10),
    st.text(max_size=6),
)
LINKS = ("[[A]]", "[[A B]]", "[[A|b]]", "[[A, B]]", "[[A: B]]", "[[A]], [[B]]", "![[A]]", "[[A]] b")
ITEMS = st.one_of(
    TEXTS, TEXTS.map(lambda text: f'"{text}"'), TEXTS.map(lambda text: f"'{text}'"),
    st.sampled_from(LINKS),
)  # fmt: skip
VALUES = st.one_of(
    ITEMS,
    st.tuples(st.sampled_from([", ", ",", " , "]), st.lists(ITEMS, max_size=4)).map(
        lambda drawn: f"[{drawn[0].join(drawn[1])}]"
    ),
    st.tuples(st.sampled_from(["", "  ", "    "]), st.lists(ITEMS, max_size=3)).map(
        lambda drawn: "".join(f"\n{drawn[0]}- {item}" for item in drawn[1])
    ),
)
ROWS = st.one_of(
    st.tuples(KEYS, st.sampled_from([": ", ":  ", ":"]), VALUES).map("".join),
    st.sampled_from(["", "# c", " # c", "  - x", "- x", "  x", "...", "a", "#: [[A]], [[B]]"]),
)


@given(st.lists(ROWS, max_size=5), st.sampled_from(["\n", "\n", "\r\n"]))
@example(["a: b", "#c", "c: d"], "\n")
@example(["a:", "# c", "  - b", "#", "", "  - c", "d: e"], "\r\n")
def test_any_rows_say_the_same_both_ways(rows: list[str], newline: str) -> None:
    source = "".join(f"{row}\n" for row in ("---", *rows, "---"))
    same_both_ways(source.replace("\n", newline))


PIECES = [
    *(
        "\n",
        " ",
        "  ",
        ":",
        ": ",
        " #",
        "#",
        "-",
        "- ",
        ",",
        "[",
        "]",
        "{",
        "}",
        '"',
        "'",
        "|",
        ">",
    ),
    *(
        "&",
        "*",
        "!",
        "%",
        "@",
        "`",
        "\\",
        "?",
        "~",
        "[[",
        "]]",
        "\t",
        "\r",
        "\x85",
        "\u2028",
        "\xa0",
    ),
    *(
        "\n  - a",
        "\n- a",
        "\nb: c",
        "a",
        "1",
        "ä",
        "null",
        "😀",
        "\ufeff",
        "\0",
        "\U000f0085",
        "//",
    ),
]


@given(st.sampled_from(NOTES), st.integers(0, 2**32), st.integers(1, 4))
def test_mutated_notes_say_the_same_both_ways(note: Path, seed: int, often: int) -> None:
    same_both_ways(mutated(note.read_text("utf-8"), random.Random(seed), often))


def mutated(text: str, chance: random.Random, often: int) -> str:
    """The text with a few pieces put into its header or taken out of it."""
    fence = frontmatter.split(text)
    top = fence.end if fence else len(text)
    for _ in range(often):
        at = chance.randrange(4, max(top, 5))
        if chance.randrange(2):
            text = text[:at] + chance.choice(PIECES) + text[at:]
        else:
            text = text[:at] + text[at + chance.randrange(1, 6) :]
    return text


@given(samples())
def test_a_note_reads_the_same_as_if_there_were_no_short_way(sample: Sample) -> None:
    short = document.read(sample.text, "a.md")
    whole = document._read(sample.text, "a.md", exact=True)
    assert (short.header, short.problems, short.writable) == (
        whole.header,
        whole.problems,
        whole.writable,
    )
    assert [short.key_line(key) for key in short.header] == [
        whole.key_line(key) for key in whole.header
    ]


def test_what_can_be_printed_leaves_no_doubt() -> None:
    printed = "".join(one for one in map(chr, range(0x110000)) if one.isprintable())
    assert not re.search(simple_header.DOUBT, printed)
