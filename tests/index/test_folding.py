"""What is asked and what is kept are folded alike, into a form that SQLite can hold."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from notesync.index.folding import field_key, field_value, link_key, plain


@given(st.text(st.characters(categories=["L", "Cs"])))
def test_text_with_lone_surrogates_can_be_stored_and_told_apart(text: str) -> None:
    plain(text).encode()
    assert plain(plain(text)) == plain(text)
    assert (plain(text) == text) or not text.isprintable()


def test_a_value_is_what_its_links_show_in_any_german_spelling() -> None:
    assert field_value(" [[Firmen/Elbgrün|Elbgrün]] ") == field_value("elbgruen") == "elbgrun"


def test_a_key_has_one_spelling() -> None:
    assert field_key("Introduced_By ") == "introduced_by"


def test_a_link_is_kept_under_the_last_part_of_its_target() -> None:
    assert link_key("Menschen/Carla Voigt.md") == link_key(" carla voigt") == "carla voigt"
