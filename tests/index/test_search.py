"""Search finds German spellings both ways, ranks, highlights, and takes anything that is typed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notesync.index import search
from notesync.index.refresh import refresh
from notesync.index.search import WIDTH, Hit, NothingToFind
from notesync.index.store import Store
from notesync.vault.vault import Vault
from tests.index.folders import a_vault, write

NOTES = {
    "Jörg Müller": "---\ncity: Köln\nfavourite colour: Blau\n---\nWeiß viel über die Straße.\n",
    "Anna": "---\naliases: [Muellerin]\ntags: [hafen]\n---\n# Anna\n\nHafen, Hafen, Hafen.\n",
    "Bernd": "Kennt den Hafen.\nUnd Jorg Muller.\n\nMail: anna@example.org\n",
    "Empty": "",
}


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return a_vault(tmp_path, **NOTES)


def find(
    vault: Vault,
    store: Store,
    text: str,
    *,
    where: Sequence[tuple[str, str]] = (),
    kinds: Sequence[str] = (),
    limit: int = 20,
) -> list[Hit]:
    return search.search(
        store, text, lambda path: vault.read(path).text, where=where, kinds=kinds, limit=limit
    )


def names(hits: list[Hit]) -> list[str]:
    return [hit.name for hit in hits]


def marked(hit: Hit) -> list[str]:
    return [hit.snippet[start:end] for start, end in hit.spans]


# ------------------------------------------------------------------------ what is found


@pytest.mark.parametrize("typed", ["Müller", "Mueller", "muller", "MÜLLER", "Mu\u0308ller"])
def test_german_spellings_find_each_other(vault: Vault, store: Store, typed: str) -> None:
    assert set(names(find(vault, store, typed))) == {"Jörg Müller", "Anna", "Bernd"}
    assert set(names(find(vault, store, f"{typed} jorg"))) == {"Jörg Müller", "Bernd"}


@pytest.mark.parametrize("typed", ["Straße", "strasse", "STRASSE"])
def test_sharp_s_is_two(vault: Vault, store: Store, typed: str) -> None:
    assert names(find(vault, store, typed)) == ["Jörg Müller"]


def test_the_last_word_may_be_a_beginning(vault: Vault, store: Store) -> None:
    assert set(names(find(vault, store, "haf"))) == {"Anna", "Bernd"}
    assert names(find(vault, store, "haf kennt")) == []


def test_quotes_hold_words_together(vault: Vault, store: Store) -> None:
    assert names(find(vault, store, '"Jorg Muller"')) == ["Jörg Müller", "Bernd"]
    assert names(find(vault, store, '"Muller Jorg"')) == []
    assert names(find(vault, store, "„den Hafen“")) == ["Bernd"]


def test_an_address_is_one_thing(vault: Vault, store: Store) -> None:
    assert names(find(vault, store, "anna@example.org")) == ["Bernd"]
    assert names(find(vault, store, "org@example.anna")) == []


def test_a_name_weighs_more_than_a_word_in_passing(vault: Vault, store: Store) -> None:
    assert names(find(vault, store, '"Müller"')) == ["Jörg Müller", "Bernd"]
    assert names(find(vault, store, "hafen")) == ["Anna", "Bernd"]


def test_scores_fall(vault: Vault, store: Store) -> None:
    scores = [hit.score for hit in find(vault, store, "hafen")]
    assert scores == sorted(scores, reverse=True)
    assert min(scores) > 0


def test_any_key_of_a_header_narrows_the_search(vault: Vault, store: Store) -> None:
    where = [("Favourite Colour", "blau")]
    assert names(find(vault, store, "muller", where=where)) == ["Jörg Müller"]
    assert names(find(vault, store, "muller", where=[("city", "Koeln")])) == ["Jörg Müller"]
    assert names(find(vault, store, "muller", where=[("city", "Bonn")])) == []


def test_kinds_narrow_the_search(vault: Vault, store: Store) -> None:
    write(vault.root, "hafen.md", "Hafen")
    refresh(vault, store)
    assert names(find(vault, store, "hafen", kinds=["note"])) == ["hafen"]


def test_the_limit_keeps_the_best(vault: Vault, store: Store) -> None:
    assert names(find(vault, store, "hafen", limit=1)) == ["Anna"]


def test_equal_scores_stand_in_the_order_of_paths(vault: Vault, store: Store) -> None:
    for name in ("c", "a", "b"):
        write(vault.root, f"{name}.md", "gleich")
        refresh(vault, store)
    assert names(find(vault, store, "gleich")) == ["a", "b", "c"]


@pytest.mark.parametrize("typed", ["", "   ", '""', "-- ?!", "\0", "🌱"])
def test_a_query_without_a_word_says_what_to_type(vault: Vault, store: Store, typed: str) -> None:
    with pytest.raises(NothingToFind, match="notesync search"):
        find(vault, store, typed)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(typed=st.text() | st.from_regex(r'[\w"*():^+{}\-.~\\ANDORNT ]*'))
def test_nothing_that_is_typed_is_taken_for_a_query_language(
    vault: Vault, store: Store, typed: str
) -> None:
    try:
        hits = find(vault, store, typed)
    except NothingToFind:
        assert not any(char.isalnum() and char.isascii() for char in typed)
    else:
        assert len(hits) <= len(NOTES)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(word=st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8))
def test_every_word_that_is_written_is_found(vault: Vault, store: Store, word: str) -> None:
    """As far as SQLite's Unicode (6.1) knows its letters."""
    write(vault.root, "word.md", f"vorher {word} nachher")
    refresh(vault, store)
    if all(ord(char) < 0x250 for char in word):
        found = {hit.path: hit for hit in find(vault, store, f"{word} nachher")}
        assert marked(found["word.md"])[0] == word


# ------------------------------------------------------------------------ what is shown


def test_the_line_that_fits_is_shown_with_its_number(vault: Vault, store: Store) -> None:
    hit = find(vault, store, "mueller jörg")[1]
    assert (hit.path, hit.line, hit.snippet) == ("contacts/Bernd.md", 2, "Und Jorg Muller.")
    assert marked(hit) == ["Jorg", "Muller"]


def test_a_beginning_marks_its_whole_word(vault: Vault, store: Store) -> None:
    hit = find(vault, store, "Straß")[0]
    assert (hit.line, marked(hit)) == (5, ["Straße"])


def test_the_line_with_most_of_the_words_is_shown() -> None:
    text = "rot\nrot und blau\nblau und rot\n"
    assert search.snippet(text, search.parse("rot blau"))[0] == 2


def test_lines_are_counted_as_editors_count_them() -> None:
    assert search.snippet("a\u2028b\x0cc\r\nd\rziel", search.parse("ziel"))[:2] == (3, "ziel")


def test_without_a_line_that_fits_the_first_is_shown() -> None:
    text = "\n---\ntitle: x\n---\n"
    assert search.snippet(text, search.parse("name")) == (3, "title: x", ())


def test_a_long_line_is_cut_around_its_first_hit() -> None:
    text = "wort " * 500 + "ziel " + "wort " * 500
    line, shown, spans = search.snippet(text, search.parse("ziel"))
    assert line == 1
    assert len(shown) <= WIDTH + 2
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert [shown[start:end] for start, end in spans] == ["ziel"]


@given(
    text=st.text(max_size=400),
    typed=st.text(st.characters(categories=["L", "N", "Z", "P"]), max_size=20),
)
def test_highlights_lie_in_the_snippet_and_never_overlap(text: str, typed: str) -> None:
    line, shown, spans = search.snippet(text, search.parse(typed))
    assert line >= 1
    flat = [at for span in spans for at in span]
    assert flat == sorted(flat)
    assert all(0 <= at <= len(shown) for at in flat)
    assert len(shown) <= WIDTH + 2
