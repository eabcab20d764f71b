"""How a text lies in its file: byte order mark, line ends, the last one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesync.merge import form
from notesync.merge.form import Form

bodies = st.lists(st.sampled_from(["a", "", "b\n", "\r", "\r\n", "\n", "ü"])).map("".join)


@given(bodies, st.booleans())
def test_a_file_that_is_read_and_written_is_the_same(text: str, bom: bool) -> None:  # noqa: FBT001 -- hypothesis passes by place
    data = (("\ufeff" if bom else "") + text).encode()
    version = form.read(data)
    assert "\r" not in version.text
    assert form.write(version.text, version.form, (version, version, version)) == data


@pytest.mark.parametrize(
    ("data", "shape"),
    [
        (b"", Form(newline="", final=None)),
        (b"a", Form(newline="", final=False)),
        (b"a\nb\n", Form(newline="\n", final=True)),
        (b"\xef\xbb\xbfa\r\nb", Form(bom=True, newline="\r\n", final=False)),
        (b"a\rb\r", Form(newline="\r", final=True)),
        (b"a\rb\n", Form(newline="mixed", final=True)),
    ],
)
def test_a_form_is_read(data: bytes, shape: Form) -> None:
    assert form.read(data).form == shape


def test_what_one_side_changed_is_the_form() -> None:
    unix, dos = Form(newline="\n", final=True), Form(newline="\r\n", final=True)
    assert form.merged(unix, dos, unix) == form.merged(unix, unix, dos) == dos
    assert form.merged(unix, Form(bom=True, newline="\n", final=False), unix) == Form(
        bom=True, newline="\n", final=False
    )
    assert form.merged(None, unix, dos).newline == "\n"
    assert form.merged(dos, unix, Form(newline="mixed", final=True)).newline == "\n"
    assert form.merged(None, Form(newline="\n", final=True), Form(newline="", final=False)) == unix
    assert form.merged(unix, Form(), Form(newline="\n", final=False)).final is False
    assert form.merged(unix, Form(), unix).final is True


def test_an_empty_line_between_two_kinds_of_line_ends_stays_one() -> None:
    base, ours, theirs = (form.read(each) for each in (b"a\r", b"a\r\rb\n", b"a\rc\n"))
    data = form.write("a\n\nb\nc\n", Form(newline="mixed", final=True), (base, ours, theirs))
    assert data == b"a\r\rb\nc\n"
    assert form.read(data).text == "a\n\nb\nc\n"


def test_bytes_with_zeros_or_no_utf8_are_no_text() -> None:
    assert form.is_text("ü".encode())
    assert not form.is_text(b"a\0b")
    assert not form.is_text(b"\xfc")
