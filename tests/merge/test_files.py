"""How a file is merged, by its name."""

from __future__ import annotations

import pytest

from notesync.merge.choice import Dates
from notesync.merge.files import (
    STRATEGIES,
    File,
    Versions,
    beside,
    is_note,
    merge_file,
    strategy,
    with_suffix,
)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (".obsidian/workspace.json", "_later"),
        ("vault/.obsidian/workspace-mobile.json", "_later"),
        (".obsidian/app.json", "_both"),
        (".gitignore", "_lines"),
        ("sub/.gitattributes", "_lines"),
        ("notesync.toml", "_settings"),
        ("sub/notesync.toml", "_both"),
        ("contacts/Anna.md", "_note"),
        ("inbox/idea.TXT", "_note"),
        ("a\nb.md", "_note"),
        ("picture.png", "_both"),
        ("board.canvas", "_both"),
    ],
)
def test_a_name_says_how_a_file_is_merged(path: str, name: str) -> None:
    assert strategy(path).__name__ == name
    assert is_note(path) == (name == "_note")
    assert name in {each.__name__ for _, each in STRATEGIES}


@pytest.mark.parametrize("path", [".gitignore", "notesync.toml", "a.md"])
def test_what_is_no_text_is_kept_twice_whatever_it_is_called(path: str) -> None:
    versions = Versions(path, File(b"a"), File(b"\0"), File(b"b"), Dates(1, 2))
    found = merge_file(versions)
    assert (found.file, found.copies) == (File(b"b"), {beside(path, File(b"\0")): File(b"\0")})


def test_settings_that_are_no_toml_are_kept_twice() -> None:
    versions = Versions("notesync.toml", File(b""), File(b"[["), File(b"a = 1\n"), Dates(1, 2))
    assert merge_file(versions).file == File(b"a = 1\n")
    assert list(merge_file(versions).copies.values()) == [File(b"[[")]


def test_settings_are_merged_whichever_side_is_later() -> None:
    base, ours, theirs = (f'lang = "{each}"\n'.encode() for each in ("de", "en", "fr"))
    for dates, stays in ((Dates(1, 2), b"fr"), (Dates(2, 1), b"en")):
        versions = Versions("notesync.toml", File(base), File(ours), File(theirs), dates)
        assert merge_file(versions).file.data.startswith(b'lang = "' + stays)


def test_the_same_words_in_another_mode_are_one_file() -> None:
    versions = Versions("a", None, File(b"x", "100755"), File(b"x"), Dates())
    assert merge_file(versions).file == File(b"x", "100755")
    versions = Versions("a", File(b"x", "100755"), File(b"x", "100755"), File(b"x"), Dates())
    assert merge_file(versions).file == File(b"x")


def test_a_base_that_was_no_text_counts_as_nothing() -> None:
    versions = Versions(".gitignore", File(b"\0"), File(b"a\n"), File(b"b\n"), Dates())
    assert merge_file(versions).file == File(b"a\nb\n")


def test_a_link_and_a_submodule_can_not_be_one() -> None:
    link, sub = File(b"target", "120000"), File(b"1" * 40, "160000")
    found = merge_file(Versions("x", None, link, sub, Dates(1, 2)))
    assert (found.file, list(found.copies.values())) == (sub, [link])
    found = merge_file(Versions("x", None, link, sub, Dates(2, 1)))
    assert (found.file, found.copies) == (link, {})
    assert found.conflicts[0].other == "1" * 40


def test_a_name_with_a_suffix_still_fits_into_any_file_system() -> None:
    long = "ü" * 125 + ".md"
    name = with_suffix(f"folder/{long}", ".conflict-12345678").rpartition("/")[2]
    assert len(name.encode()) <= 255
    assert name.endswith(".conflict-12345678.md")
    assert with_suffix(".hidden", " b2") == ".hidden b2"
    assert with_suffix("Makefile", " b2") == "Makefile b2"
