"""Which quotes a text gets."""

import pytest

from notesync.notes import scalars


@pytest.mark.parametrize(
    "text",
    ["Hafenwerk", "3", "2026", "2026-05-04", "2026-05", "4.5", "true", "12 weeks", "Tom & Jerry",
     "a:b", "2026-W19", "2026-07-01..2026-07-14", "50 %", "it's", "über uns", "😀", "a@b.org"],
)  # fmt: skip
def test_plain_is_what_every_reader_shows_again(text: str) -> None:
    assert scalars.write(text) == text


@pytest.mark.parametrize(
    "text",
    ["no", "Yes", "ON", "y", "null", "~", "True", "01067", "10:30", "+49401234", "1e5", "0x1F",
     "1_000", ".5", "4.50", "2026-02-30", "2026-5-4", "2026-05-04 10:00", "[[A]]", "a: b",
     "a #b", "- a", "@a", "`a", "%a", "&a", "*a", "!a", "?", "=", "<<", "key:", "---", " a"],
)  # fmt: skip
def test_what_a_reader_could_misread_is_quoted(text: str) -> None:
    assert scalars.write(text) == f'"{text}"'


@pytest.mark.parametrize(
    ("text", "style", "written"),
    [
        ("it's", "'", "'it''s'"),
        ("a\nb", "'", '"a\\nb"'),
        ('say "hi" \\', '"', '"say \\"hi\\" \\\\"'),
        ("a\u2028b\x85c\ufeff\x07", "", '"a\\Lb\\Nc\\uFEFF\\a"'),
        ("", "", ""),
        ("", "'", "''"),
    ],
)
def test_quotes_are_kept_where_the_text_allows_it(text: str, style: str, written: str) -> None:
    assert scalars.write(text, style) == written


def test_in_brackets_more_needs_quotes() -> None:
    assert [scalars.write(text, flow=True) for text in ("a, b", "a:b", "0?", "a]", "a b", "")] == [
        '"a, b"', '"a:b"', '"0?"', '"a]"', "a b", '""',
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "header", "written"),
    [
        ("a\nb\n", "|", "|\n  a\n  b"),
        ("a\n\nb", "|", "|-\n  a\n\n  b"),
        ("a\nb\n", ">", ">\n  a\n\n  b"),
        ("a", ">-", ">-\n  a"),
        ("a\n\n", "|", None),
        ("", "|", None),
        (" a", "|", None),
        ("a\n\nb", ">", None),
        ("a", "|+", None),
        ("a", "|2", "|-\n  a"),
        ("a\x07", "|", None),
    ],
)
def test_a_block_scalar_stays_one_where_its_text_allows_it(
    text: str, header: str, written: str | None
) -> None:
    assert scalars.write_block(text, header, "  ", "\n") == written


def test_a_key_is_quoted_like_a_value() -> None:
    assert [scalars.write_key(key) for key in ("a b", "no", "2026", "a: b", "")] == [
        "a b", '"no"', '"2026"', '"a: b"', '""',
    ]  # fmt: skip
