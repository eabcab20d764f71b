"""Which file became which."""

from __future__ import annotations

from notesync.merge.renames import note_id, origins

WORDS = b"Seven words stand here, and they stay together.\n"


def test_an_id_is_read_from_the_header_only() -> None:
    assert note_id(b"---\ntype: x\nid: a1\n---\nid: b2\n") == "a1"
    assert note_id(b"\xef\xbb\xbf---\r\nid: 'a1'  # short\r\n---\r\n") == "a1"
    assert note_id(b"id: b2\n") == ""
    assert note_id(b"---\nid:\n---\n") == ""
    assert note_id(b"---\nx: 1\n---\nid: b2\n") == ""


def test_what_stays_is_itself_and_what_is_new_is_left_out() -> None:
    assert origins({"a": b"1", "b": b"2"}, {"a": b"1", "c": b"3"}) == {"a": "a"}


def test_equal_bytes_are_one_file_and_of_several_the_one_of_the_same_name() -> None:
    base = {"x/a.md": WORDS, "x/b.md": WORDS}
    assert origins(base, {"y/b.md": WORDS, "y/c.md": WORDS}) == {
        "y/b.md": "x/b.md", "y/c.md": "x/a.md",
    }  # fmt: skip


def test_empty_files_are_nobody() -> None:
    assert origins({"a.md": b""}, {"b.md": b""}) == {}


def test_a_tool_that_quotes_and_wraps_does_not_hide_a_rename() -> None:
    old = b"---\norg: Hafenwerk\n---\n\n" + WORDS * 3
    new = b'---\norg: "Hafenwerk"\n---\n\n' + WORDS.replace(b" ", b"\n") * 3
    assert origins({"a.md": old}, {"b.md": new}) == {"b.md": "a.md"}


def test_notes_of_one_kind_are_not_alike_for_their_keys() -> None:
    old = b"---\ntype: contact\norg: Hafenwerk\n---\n"
    new = b"---\ntype: contact\norg: Solvana\n---\n"
    assert origins({"a.md": old}, {"b.md": new}) == {}


def test_two_ids_are_two_notes_however_alike() -> None:
    old, new = (b"---\nid: " + name + b"\n---\n" + WORDS * 3 for name in (b"a1", b"b2"))
    assert origins({"a.md": old}, {"b.md": new}) == {}


def test_an_id_that_was_changed_leaves_the_note_where_it_is() -> None:
    old, new = (b"---\nid: " + name + b"\n---\n" + WORDS for name in (b"a1", b"b2"))
    assert origins({"a.md": old}, {"a.md": new}) == {"a.md": "a.md"}


def test_an_id_that_two_notes_have_tells_nothing() -> None:
    note = b"---\nid: a1\n---\n"
    found = origins({"a.md": note + b"One.\n", "b.md": note + b"Two.\n"}, {"c.md": note + b"X\n"})
    assert found == {}


def test_a_part_that_was_kept_is_enough_when_nearly_all_of_it_was_there() -> None:
    more = b"".join(b"line %d of many others\n" % at for at in range(30))
    assert origins({"a.md": WORDS * 2}, {"b.md": WORDS * 2 + more}) == {"b.md": "a.md"}
    assert origins({"a.md": WORDS}, {"b.md": b"Seven stand here\n" + more}) == {}


def test_a_note_stays_itself_though_a_new_one_from_the_same_template_is_more_like_it() -> None:
    template = b"# Day\n\n## Met\n\n## Learned today\n"
    written = template.replace(b"## Met\n", b"## Met\n\nCarla, and then Meike and her brother.\n")
    side = {"Monday.md": written + b"A lot.\n" * 9, "Tuesday.md": template}
    assert origins({"Monday.md": template}, side) == {"Monday.md": "Monday.md"}


def test_another_kind_of_file_is_another_file() -> None:
    assert origins({"a.md": WORDS + b"x"}, {"a.txt": WORDS + b"y"}) == {}


def test_links_are_matched_by_path_only() -> None:
    assert origins({"l": b"a"}, {"m": b"a"}, {"l", "m"}) == {}
    assert origins({"l": b"a"}, {"l": b"b"}, {"l"}) == {"l": "l"}
