import os
import socket
import threading
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from notesync.vault.errors import FileVanished
from notesync.vault.fingerprint import digest
from notesync.vault.snapshot import HEADER_LIMIT, WHOLE_LIMIT, Snapshot, decode, read


def read_bytes(folder: Path, content: bytes) -> Snapshot:
    file = folder / "note.md"
    file.write_bytes(content)
    return read(str(file), "note.md")


def codes(snapshot: Snapshot) -> list[str]:
    assert all(each.path == snapshot.path for each in snapshot.problems)
    return [each.code for each in snapshot.problems]


def test_text_comes_as_it_is_with_mark_and_line_ends(tmp_path: Path) -> None:
    content = "\ufeff---\r\nort: Köln\r---\n😀 no end".encode()
    seen = read_bytes(tmp_path, content)
    assert seen.text.encode() == content
    assert seen.digest == digest(content)
    assert (seen.problems, seen.size_class, seen.readonly) == ((), "whole", False)
    assert seen.stat.size == len(content)


@given(st.binary() | st.text().map(str.encode))
@example(b"\xff\xfe")
@example(b"\xff\xfe\0\0x")
@example(b"\xed\xa0\x80")
@example(b"\xef\xbb\xbf\0")
def test_any_bytes_become_text_that_can_be_stored_and_shown(content: bytes) -> None:
    text, problems = decode(content, "x.md")
    assert "\0" not in text
    text.encode()
    if not problems:
        assert text.encode() == content


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0")))
def test_good_text_has_no_problem_and_comes_back_unchanged(text: str) -> None:
    assert decode(text.encode()) == (text, ())


def test_windows_letters_are_shown_with_line_and_column(tmp_path: Path) -> None:
    seen = read_bytes(tmp_path, "gut\r\nÄrger mit M".encode() + b"\xfcller \x96 sch\xf6n")
    assert seen.text == "gut\r\nÄrger mit Müller – schön"
    (found,) = seen.problems
    assert (found.code, found.line, found.column, found.values) == (
        "not-utf8",
        2,
        12,
        (("value", "FC"),),
    )
    assert seen.readonly


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-16-le", "utf-32"])
def test_wide_text_is_shown_and_not_written(tmp_path: Path, encoding: str) -> None:
    seen = read_bytes(tmp_path, "# Carla Voigt und Jürgen\n".encode(encoding))
    assert seen.text.strip("\ufeff") == "# Carla Voigt und Jürgen\n"
    assert codes(seen) == ["wide-text"]
    assert seen.readonly


def test_a_zero_byte_is_a_problem_with_its_place(tmp_path: Path) -> None:
    seen = read_bytes(tmp_path, b"one\ntwo \0 three")
    assert seen.text == "one\ntwo \ufffd three"
    assert [(each.code, each.line, each.column) for each in seen.problems] == [("nul", 2, 5)]
    assert seen.readonly


def test_of_a_large_file_only_the_header_is_read(tmp_path: Path) -> None:
    header = "---\norg: Elbgrün\n---\n"
    content = header.encode() + "ü".encode() * WHOLE_LIMIT
    seen = read_bytes(tmp_path, content)
    assert (seen.text, seen.size_class, seen.readonly) == (header, "header", True)
    assert seen.digest == digest(content)
    assert codes(seen) == ["large"]
    assert seen.problems[0].warning


def test_a_large_file_without_a_header_has_only_its_name(tmp_path: Path) -> None:
    seen = read_bytes(tmp_path, "€".encode() * WHOLE_LIMIT)
    assert (seen.text, seen.size_class, codes(seen)) == ("", "header", ["large"])


def test_a_huge_file_is_not_read_and_its_digest_follows_its_stat(tmp_path: Path) -> None:
    file = tmp_path / "note.md"
    with file.open("wb") as out:
        out.truncate(HEADER_LIMIT + 1)
    os.truncate(file, 1 << 40)  # a terabyte of nothing
    seen = read(str(file), "note.md")
    assert (seen.text, seen.size_class, seen.readonly) == ("", "name", True)
    assert codes(seen) == ["huge"]
    assert read(str(file), "note.md").digest == seen.digest
    os.utime(file, ns=(1, 1))
    assert read(str(file), "note.md").digest != seen.digest


@pytest.mark.parametrize("size", [0, 1, WHOLE_LIMIT])
def test_up_to_the_limit_a_file_is_read_whole(tmp_path: Path, size: int) -> None:
    seen = read_bytes(tmp_path, b"x" * size)
    assert (len(seen.text), seen.size_class) == (size, "whole")


def test_what_is_no_file_never_blocks_and_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "target.md").write_text("secret")
    (tmp_path / "symlink.md").symlink_to("target.md")
    (tmp_path / "loop.md").symlink_to("loop.md")
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "folder-named-note.md").mkdir()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "socket.md"))
        for code in ("symlink", "pipe", "folder-named-note", "socket"):
            seen = read(str(tmp_path / f"{code}.md"), "x.md")
            assert (seen.text, codes(seen), seen.readonly) == ("", [code], True)
    assert codes(read(str(tmp_path / "loop.md"), "x.md")) == ["symlink"]
    assert codes(read("/dev/null", "x.md")) == ["device"]


def test_a_file_that_is_gone_is_said_to_be_gone(tmp_path: Path) -> None:
    with pytest.raises(FileVanished, match=r"contacts/x\.md"):
        read(str(tmp_path / "x.md"), "contacts/x.md")
    (tmp_path / "file").write_text("")
    with pytest.raises(FileVanished):
        read(str(tmp_path / "file" / "x.md"), "x.md")


def test_a_file_that_grows_while_it_is_read_is_read_with_the_stat_from_before(
    tmp_path: Path,
) -> None:
    file = tmp_path / "note.md"
    file.write_bytes(b"line\n")
    stop = threading.Event()

    def grow() -> None:
        with file.open("ab", buffering=0) as out:
            while not stop.is_set():
                out.write(b"line\n" * 100)
                if out.tell() > WHOLE_LIMIT // 2:
                    out.truncate(5)
                    out.seek(5)

    writer = threading.Thread(target=grow)
    writer.start()
    try:
        for _ in range(300):
            seen = read(str(file), "note.md")
            # Either all of it was read in peace, or the stat is older than the file is now, so
            # that whoever compares finds it changed.
            if len(seen.text) != seen.stat.size:
                assert file.stat().st_mtime_ns >= seen.stat.mtime_ns
            assert seen.digest == digest(seen.text.encode())
    finally:
        stop.set()
        writer.join()
