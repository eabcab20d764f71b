"""Greetings, and names one after the other."""

from __future__ import annotations

import pytest

from notesync.letters.address import greeting, join, surname


@pytest.mark.parametrize(
    ("name", "form", "lang", "said"),
    [
        ("Sabine Wirth", "Sie", "de", "Guten Tag Sabine Wirth,"),
        ("Jonas Kessler", "du", "de", "Hallo Jonas,"),
        ("Dr. Henrik Solms", "Sie", "de", "Guten Tag Dr. Henrik Solms,"),
        ("Dr. Henrik Solms", "du", "de", "Hallo Henrik,"),
        ("Friederike von der Heide", "Sie", "de", "Guten Tag Friederike von der Heide,"),
        ("Frau Lindner", "Sie", "de", "Guten Tag Frau Lindner,"),
        ("Frau Lindner", "du", "de", "Hallo Frau Lindner,"),
        ("Dr. Solms", "Sie", "de", "Guten Tag Dr. Solms,"),
        ("Rita", "Sie", "de", "Guten Tag Rita [… Nachname?],"),
        ("Rita", "du", "de", "Hallo Rita,"),
        ("Tante Erika", "du", "de", "Hallo Tante Erika,"),
        ("Anna Berg (Chor)", "Sie", "de", "Guten Tag Anna Berg,"),
        ("Jonas Kessler", "du", "en", "Hi Jonas,"),
        ("Carla Voigt", "Sie", "en", "Dear Carla Voigt,"),
    ],
)
def test_a_greeting_needs_not_know_who_is_a_woman_or_a_man(
    name: str, form: str, lang: str, said: str
) -> None:
    assert greeting(name, form, lang) == said


@pytest.mark.parametrize(
    ("name", "last"),
    [
        ("Sabine Wirth", "Wirth"),
        ("Dr. Friederike von der Heide", "von der Heide"),
        ("Rita", ""),
        ("Frau Lindner", ""),
    ],
)
def test_what_is_behind_the_first_name_is_the_last_name(name: str, last: str) -> None:
    assert surname(name) == last


def test_names_are_joined_as_one_says_them() -> None:
    assert join((), "de") == ""
    assert join(("Anna",), "de") == "Anna"
    assert join(("Anna", "Ben", "Cem"), "de") == "Anna, Ben und Cem"
    assert join(("Anna", "Ben"), "en") == "Anna and Ben"
