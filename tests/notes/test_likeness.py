"""Which known names may be meant by a new one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesync.notes.likeness import similar

KNOWN = [
    (name, name) for name in ("Nora Lind", "Carla Voigt", "Dr. Henrik Solms", "Ben Tal", "Oma")
]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Nora", "Nora Lind"),
        ("Nora Lindt", "Nora Lind"),
        ("Lind Nora", "Nora Lind"),
        ("N. Lind", "Nora Lind"),
        ("NORA LIND-", "Nora Lind"),
        ("Carla Vogt", "Carla Voigt"),
        ("Karla Voigt", ""),
        ("Henrick Solms", "Dr. Henrik Solms"),
        ("Herr Solms", "Dr. Henrik Solms"),
        ("Bne", "Ben Tal"),
        ("Bea", ""),
        ("Nora Meier", ""),
        ("Carla Lind", ""),
        ("Anna Tal", ""),
        ("Oma Erna", "Oma"),
        ("???", ""),
        ("", ""),
    ],
)
def test_a_slip_or_a_part_of_a_name_is_like_it_and_another_name_is_not(
    name: str, meant: str
) -> None:
    assert similar(name, KNOWN) == ((meant,) if meant else ())


def test_the_likest_comes_first() -> None:
    known = [("a", "Nora"), ("b", "Nora Lind"), ("c", "Nora Linde")]
    assert similar("Nora Linde", known) == ("c", "b", "a")


def test_an_alias_counts_and_nobody_is_told_twice() -> None:
    assert similar("Gretel", [("x", "Margarete Hell"), ("x", "Gretel"), ("x", "Gretl")]) == ("x",)


@given(st.text(max_size=30))
def test_every_name_that_is_one_is_like_itself(name: str) -> None:
    assert similar(name, [("it", name)]) in {("it",), ()}
