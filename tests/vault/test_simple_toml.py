"""What is read without tomllib is what tomllib reads; in any doubt it is left to that."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesync.vault.simple_toml import tables
from notesync.vault.starter import config_text

DEMOS = sorted((Path(__file__).parents[2] / "notesync" / "demo").glob("*/notesync.toml"))
PIECES = (
    *("lang", "form", "folders", "_x", "ä", "a.b", "a-b", "1", " ", "\t", "=", '"', '""', '"""'),
    *("[", "]", "[[", "]]", "#", "\\", "\\n", "de", "du # Sie", "\n", "\n", "\r", "\x00", "\x85"),
    *('lang = "de"\n', 'form="Sie" # du\n', "[folders]\n", "[types]  # of ä\n", '# "x\n', "true"),
    *("2026-05-29", "\ufeff", "\xa0", "\u2028", ",", "'"),
)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_whatever_is_read_is_what_tomllib_reads(text: str) -> None:
    found = tables(text)
    if found is not None:
        wanted = tomllib.loads(text)
        assert found == wanted
        assert list(found) == list(wanted)


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("region", ["", "DE-HH"])
def test_the_file_of_a_new_vault_is_plain(lang: str, region: str) -> None:
    text = config_text(lang, region)
    assert tables(text) == tomllib.loads(text)


@pytest.mark.parametrize("file", DEMOS, ids=lambda file: file.parent.name)
def test_so_is_that_of_petras_story(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert tables(text) == tomllib.loads(text)


@pytest.mark.parametrize(
    "text",
    ['a = "b\\n"', 'a = """b"""', "a = 'b'", "a = 1", "a = [1]", 'a.b = "c"', '"a" = "b"',
     'ä = "b"', "[a.b]", "[[a]]", "[a]\n[a]", 'a = "b"\na = "c"', 'a = "b"\n[a]', 'a = "b" c',
     "a", '= "b"', 'a = "b', "# \x00", 'a = "b"\r', "[a"],
)  # fmt: skip
def test_what_is_not_plain_is_left_to_tomllib(text: str) -> None:
    assert tables(text) is None
