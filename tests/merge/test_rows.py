"""Bodies in rows and back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from notesync.merge import rows
from notesync.merge.rows import CELLS, CODE, END, HEADING, ITEM, RECORD, TEXT

BODY = """\

# Title

Text of
two lines.

- one
  - child
    goes on
- [x] done

| a | b |
|---|---|

```py
x = 1

y
```
<!-- conflict (2026-05-12)
other

words
-->
## Log

1. first

"""

lines = st.lists(
    st.sampled_from(
        [
            "", " ", "text", "- item", "  - child", "# H", "### Deep", "```", "~~~ py", "| a |",
            "<!-- conflict", "-->", "$$", "$$ x", "---", "***", "1) x", "> quote", "\ttab",
            "- [ ] t",
            "<!-- conflict\nx\n-->", "````", "#no", "-no", "[ ]", "key:: value", "a | b",
        ]
    )
)  # fmt: skip


def test_a_body_falls_into_rows_of_kinds() -> None:
    found = rows.split(BODY)
    assert [row.kind for row in found] == [
        HEADING, TEXT, TEXT, ITEM, ITEM, TEXT, ITEM, CELLS, CELLS, CODE, CODE, CODE, CODE, RECORD,
        HEADING, ITEM, END,
    ]  # fmt: skip


def test_rows_know_below_what_they_stand() -> None:
    found = rows.split(BODY)
    child, more, done, first = found[4], found[5], found[6], found[15]
    assert (child.parent, more.parent, done.parent) == (3, 4, -1)
    assert rows.titles(found, first) == ("Log", "Title")
    assert rows.is_set(found, first)
    assert not rows.is_set(found, done)
    assert more.listed
    assert found[11].inner
    assert not found[9].inner


def test_a_row_falls_into_parts() -> None:
    whole = rows.parts(rows.row_of("  * [x]  call Nora"))
    assert (whole.indent, whole.mark, whole.box, whole.rest) == ("  ", "* ", "[x]  ", "call Nora")
    assert rows.parts(rows.row_of("##  Title ##")).mark == "##  "
    assert rows.row_of("##  Title ##").core == "Title"
    assert rows.parts(rows.row_of("\ttext")).indent == "\t"


def test_a_fence_or_record_that_never_ends_is_text() -> None:
    assert [row.kind for row in rows.split("```\ntext\n")] == [TEXT, TEXT, END]
    assert [row.kind for row in rows.split("<!-- conflict\ntext\n")] == [TEXT, TEXT, END]


@given(lines)
def test_joined_the_rows_are_the_body(texts: list[str]) -> None:
    body = "".join(f"{text}\n" for text in texts)
    found = rows.split(body)
    assert rows.join(found) == body
    assert found[-1].kind == END
    assert all(rows.parts(row).text == row.text for row in found if row.kind not in {RECORD, END})


def test_blocks_are_paragraphs_tables_and_fences() -> None:
    found = rows.split(BODY)
    assert [(block.start, block.stop) for block in rows.blocks(found)] == [
        (1, 3), (5, 6), (7, 9), (9, 13),
    ]  # fmt: skip
