"""notesync.toml key by key, and lists of patterns line by line."""

from __future__ import annotations

import tomllib

from notesync.merge.choice import Dates
from notesync.merge.settings import merge_lines, merge_settings
from tests.merge.merging import MAY_12, MAY_13

TOML = """\
# my vault
lang = "de"

ignore = ["a", "b"]

[folders]
contacts = ["Menschen"]

[rhythm]
reminder = 7  # business days
"""


def merged(base: str, ours: str, theirs: str) -> str:
    found = merge_settings(base, ours, theirs, Dates(MAY_13, MAY_12), "notesync.toml")
    assert found is not None
    tomllib.loads(found[0])
    return found[0]


def test_keys_of_both_sides_are_taken_with_their_comments() -> None:
    ours = TOML.replace('"de"', '"en"')
    theirs = TOML.replace("reminder = 7  # business days", "reminder = 8  # a bit more")
    assert merged(TOML, ours, theirs) == ours.replace("7  # business days", "8  # a bit more")


def test_lists_are_united() -> None:
    ours, theirs = TOML.replace('"b"', '"b", "c"'), TOML.replace('"a", ', '"d", ')
    assert '\nignore = ["d", "b", "c"]\n' in merged(TOML, ours, theirs)


def test_what_both_set_keeps_the_later_and_a_comment_with_the_other() -> None:
    found = merge_settings(
        TOML, TOML.replace("7", "5"), TOML.replace("7", "9"), Dates(MAY_13, MAY_12), "n.toml"
    )
    assert found is not None
    text, [conflict] = found
    assert "reminder = 5  # business days\n# conflict (2026-05-12): reminder = 9" in text
    assert (conflict.path, conflict.field) == ("n.toml", "reminder")


def test_new_keys_stay_in_their_table_and_a_removed_table_comes_back_for_them() -> None:
    ours = TOML.replace('[folders]\ncontacts = ["Menschen"]\n\n', "") + "pause = 3\n"
    theirs = TOML.replace('"Menschen"]\n', '"Menschen"]\nquestions = ["Fragen"]\n')
    said = tomllib.loads(merged(TOML, ours, theirs))
    assert said["folders"] == {"questions": ["Fragen"]}
    assert said["rhythm"] == {"reminder": 7, "pause": 3}


def test_new_tables_of_both_sides_keep_their_keys() -> None:
    ours = TOML + '\n[sync]\npaths = ["a"]\n'
    theirs = TOML + '\n# who\n[types]\nperson = "contact"\n'
    text = merged(TOML, ours, theirs)
    assert '\n[sync]\npaths = ["a"]\n' in text
    assert '\n# who\n[types]\nperson = "contact"\n' in text


def test_a_value_over_several_lines_is_one() -> None:
    base = TOML.replace('["a", "b"]', '[\n  "a",\n  "b",\n]')
    assert merged(base, base.replace('"de"', '"en"'), base.replace("7", "8")) == (
        base.replace('"de"', '"en"').replace("7", "8")
    )


def test_the_same_value_written_differently_is_no_conflict() -> None:
    text = merged(TOML, TOML.replace('"de"', "'en'"), TOML.replace('"de"', '"en"'))
    assert tomllib.loads(text)["lang"] == "en"
    assert "conflict" not in text


def test_a_key_removed_here_and_changed_there_stays() -> None:
    text = merged(TOML, TOML.replace('lang = "de"\n', ""), TOML.replace('"de"', '"en"'))
    assert tomllib.loads(text)["lang"] == "en"


def test_what_is_no_toml_is_not_merged() -> None:
    assert merge_settings(TOML, "[[[", TOML + "x = 1\n", Dates(), "n.toml") is None


def test_lines_are_a_set_in_order() -> None:
    assert merge_lines("a\nb\n", "a\nb\nd\n", "b\nc\n") == "b\nc\nd\n"
    assert merge_lines("", "x\n\ny\n", "x\n\nz\n") == "x\n\ny\nz\n"
