"""A header in segments."""

from __future__ import annotations

from hypothesis import given

from notesync.merge.head import part
from notesync.notes import document
from tests.notes.generators import Sample, samples

HEADER = """\
---
# on top
type: contact
tags: [a,  # first
  b]

# about her
org: 'A # no comment'  # a comment
about: |  # a text
  one # no comment

more: 1
# below

---
"""


def test_each_key_has_its_lines_its_comments_and_the_blank_lines_above() -> None:
    parted = part(HEADER + "Text.\n")
    assert parted.head is not None
    assert [name[:2] for name in parted.head.segments] == [
        ("#", "# on top"), ("key", "type"), ("key", "tags"), ("#", "# about her"), ("key", "org"),
        ("key", "about"), ("key", "more"), ("#", "# below"),
    ]  # fmt: skip
    segments = {name[1]: segment for name, segment in parted.head.segments.items()}
    assert segments["tags"].text == "tags: [a,  # first\n  b]\n"
    assert segments["tags"].comments == ("# first",)
    assert segments["# about her"].lead == "\n"
    assert segments["org"].comments == ("# a comment",)
    assert segments["about"].comments == ("# a text",)
    assert parted.head.tail == "\n"
    assert parted.body == "Text.\n"


@given(samples())
def test_joined_the_segments_are_the_header(sample: Sample) -> None:
    text = sample.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text += "" if text.endswith("\n") else "\n"
    parted = part(text)
    assert parted.readable
    assert parted.raw + parted.body == text
    assert parted.head is not None
    assert parted.head.text == parted.raw
    said = {name[1]: each.value for name, each in parted.head.segments.items() if name[0] == "key"}
    assert said == document.read(text).header


def test_a_key_that_stands_twice_has_two_segments() -> None:
    head = part("---\na: 1\na: 2\n---\n").head
    assert head is not None
    assert list(head.segments) == [("key", "a", 1), ("key", "a", 2)]


def test_what_is_no_plain_yaml_stays_one_piece() -> None:
    for text in ("{a: 1}\n", "? a\n: 1\n"):
        parted = part(f"---\n{text}---\nText.\n")
        assert (parted.head, parted.raw) == (None, f"---\n{text}---\n")
    toml = part("+++\na = 1\n+++\nText.\n")
    assert (toml.head, toml.readable, toml.body) == (None, True, "Text.\n")
    assert not part("+++\na = \n+++\n").readable
    assert part("No header.\n").raw == ""


def test_a_header_that_never_ends_ends_where_the_text_begins() -> None:
    parted = part("---\ntype: contact\ntags:\n  - a\n\n# Title\n")
    assert not parted.readable
    assert parted.raw == "---\ntype: contact\ntags:\n  - a\n"
    assert part("---\n").raw == "---\n"
