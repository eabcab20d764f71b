import unicodedata

import pytest

from notesync.vault.portability import check


def found(*paths: str) -> list[tuple[str, str]]:
    problems = check(paths)
    assert all(each.warning for each in problems)
    return [(each.path, each.code) for each in problems]


def test_usual_names_are_fine_everywhere() -> None:
    assert found("me.md", "Menschen/Jürgen Groß-Müller.md", "Gespräche/2026-05-05 Carla.md") == []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("AUX.md", "name-windows"),
        ("com1.md", "name-windows"),
        ("what?.md", "name-windows"),
        ("a\nb.md", "name-control"),
        ("[draft].md", "name-link"),
        ("ü" * 126 + ".md", "name-long"),
    ],
)
def test_a_name_that_some_computer_cant_hold_is_told(name: str, code: str) -> None:
    assert found(f"Menschen/{name}") == [(f"Menschen/{name}", code)]


def test_a_folder_is_told_once_and_not_for_each_note_in_it() -> None:
    assert found("a:b/1.md", "a:b/2.md", "a:b/c/3.md") == [("a:b", "name-windows")]


def test_folders_that_differ_by_case_or_unicode_form_are_twins() -> None:
    other = unicodedata.normalize("NFD", "Gespräche")
    assert found("People/a.md", "people/b.md") == [("people", "name-twin")]
    assert found("Gespräche/a.md", f"{other}/b.md") == [("Gespräche", "name-twin")]


def test_twin_folders_need_the_same_folder_above_them() -> None:
    assert found("a/People/1.md", "b/people/2.md") == []
