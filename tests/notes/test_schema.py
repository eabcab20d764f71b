import re
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesync.errors import Problem
from notesync.notes.fields import EVERY, FIELDS
from notesync.notes.frontmatter import HeaderValue, Nested
from notesync.notes.note import Field
from notesync.notes.schema import json_schema, read_fields


def nowhere(_key: str, _value: str) -> tuple[int, int]:
    return 0, 0


def read(kind: str, header: Mapping[str, HeaderValue]) -> tuple[dict[str, Field], list[Problem]]:
    fields, problems = read_fields(kind, header, nowhere)
    return fields, list(problems)


def values_of(found: Problem) -> dict[str, str]:
    return dict(found.values)


def test_a_contact_is_read_in_german() -> None:
    fields, problems = read(
        "contact",
        {
            "Firma": "[[Elbgrün]]",
            "Stadt": "Hamburg",
            "Anrede": "sie",
            "Kreis": "Ex-Kollegin",
            "Herkunft": "kam auf mich zu",
            "Vermittelt von": ("[[Meike Brandt|Meike]]", "Jonas Kessler"),
            "Nähe": "vertraut",
            "Kontakt halten": "3 Monate",
        },
    )
    assert problems == []
    assert fields == {
        "org": "Elbgrün",
        "city": "Hamburg",
        "register": "Sie",
        "circle": "former-colleague",
        "origin": "inbound",
        "introduced_by": ("Meike Brandt", "Jonas Kessler"),
        "closeness": "familiar",
        "keep_in_touch": "13",
    }


def test_scalars_stay_what_was_typed() -> None:
    fields, problems = read("contact", {"phone": "+49 40 1", "city": "01067", "role": "no"})
    assert fields == {"phone": "+49 40 1", "city": "01067", "role": "no"}
    assert problems == []


def test_an_empty_key_says_nothing() -> None:
    assert read("conversation", {"date": "", "people": (), "channel": "~", "city": ""}) == ({}, [])


def test_an_impossible_date_is_reported_and_left_out() -> None:
    fields, (found,) = read("conversation", {"date": "2026-02-30"})
    assert fields == {}
    assert found.code == "bad-date"
    assert values_of(found)["value"] == "2026-02-30"


def test_a_date_that_only_people_read_gets_its_iso_form() -> None:
    problems = read("contact", {"birthday": "3. Mai", "created": "24.4.2026"})[1]
    assert [found.code for found in problems] == ["bad-birthday", "date-form"]
    assert values_of(problems[1])["suggestion"] == "2026-04-24"


def test_partial_dates_are_allowed_where_the_schema_says_so() -> None:
    fields, problems = read("contact", {"met": "2017", "last_contact": "2022-06"})
    assert fields == {"met": "2017", "last_contact": "2022-06"}
    assert problems == []
    assert [found.code for found in read("question", {"decided": "2026-05"})[1]] == ["bad-date"]


def test_an_unknown_word_is_told_what_is_known() -> None:
    fields, (found,) = read("conversation", {"channel": "pigeon"})
    assert fields == {}
    assert found.code == "unknown-word"
    assert "phone / Telefon" in values_of(found)["known"]


def test_a_slip_in_a_word_gets_a_suggestion() -> None:
    (found,) = read("contact", {"circle": "frend"})[1]
    assert found.code == "word-near"
    assert values_of(found) == {"value": "frend", "key": "circle", "suggestion": "friend"}


@pytest.mark.parametrize("typed", ["0", "6", "high", "3.5", "-1"])
def test_a_number_outside_its_range_is_reported(typed: str) -> None:
    (found,) = read("conversation", {"confidence_before": typed})[1]
    assert found.code == "bad-number"
    assert (values_of(found)["low"], values_of(found)["high"]) == ("1", "5")


def test_unquoted_links_are_links_all_the_same() -> None:
    fields, problems = read(
        "conversation", {"people": Nested("[[Carla Voigt]]"), "org": Nested("[[Elbgrün]]")}
    )
    assert fields == {"people": ("Carla Voigt",), "org": "Elbgrün"}
    assert problems == []


def test_a_structure_of_the_users_own_is_no_problem() -> None:
    assert read("contact", {"city": Nested("{a: 1}"), "topics": (Nested("[1, 2]"), "x")}) == (
        {"topics": ("x",)},
        [],
    )


def test_people_may_stand_in_one_text() -> None:
    assert read("conversation", {"mit": "Carla Voigt und Nora Lind"})[0] == {
        "people": ("Carla Voigt", "Nora Lind")
    }
    assert read("conversation", {"people": "[[A]], [[B|b]]"})[0] == {"people": ("A", "B")}


def test_a_text_in_a_list_keeps_its_commas() -> None:
    topics = ("energy, and heat", "B2B")
    assert read("contact", {"topics": topics})[0] == {"topics": topics}
    assert read("contact", {"topics": "energy, B2B"})[0] == {"topics": ("energy", "B2B")}


def test_tags_may_be_one_text_with_hashes() -> None:
    assert read("note", {"tags": "#energy, #b2b hamburg"})[0]["tags"] == (
        "energy",
        "b2b",
        "hamburg",
    )


def test_the_key_itself_beats_its_synonym_and_lists_join() -> None:
    header: dict[str, HeaderValue] = {
        "company": "Old",
        "org": "New",
        "alias": "A",
        "aliases": ("B", "A"),
    }
    fields, _ = read("contact", header)
    assert fields == {"org": "New", "aliases": ("A", "B")}


def test_what_may_be_private_is_private() -> None:
    assert read("note", {"private": "true"})[0] == {"private": "yes"}
    assert read("note", {"private": "no"})[0] == {"private": "no"}
    fields, (found,) = read("note", {"private": "very"})
    assert fields == {"private": "yes"}
    assert found.code == "bad-yes-no"


def test_a_pause_is_a_list_of_spans() -> None:
    fields, problems = read("me", {"paused": ("2026-07-01..2026-07-14", "August")})
    assert fields == {"paused": ("2026-07-01..2026-07-14",)}
    assert [found.code for found in problems] == ["bad-span"]


def test_a_problem_says_where_it_is() -> None:
    def place(key: str, value: str) -> tuple[int, int]:
        assert (key, value) == ("Datum", "2026-02-30")
        return 3, 8

    _, (found,) = read_fields("conversation", {"Datum": "2026-02-30"}, place)
    assert (found.line, found.column) == (3, 8)


_ITEMS = st.text(max_size=12) | st.builds(Nested, st.text(max_size=12))
_KEYS = st.sampled_from([name for field in FIELDS for name in (field.name, *field.also)])


@given(
    st.sampled_from(EVERY),
    st.dictionaries(
        _KEYS | st.text(max_size=8), _ITEMS | st.lists(_ITEMS, max_size=3).map(tuple), max_size=6
    ),
)
def test_every_header_is_read_and_every_problem_has_its_sentence(
    kind: str, header: dict[str, HeaderValue]
) -> None:
    fields, problems = read(kind, header)
    assert all(value and value != ("",) for value in fields.values())
    for found in problems:
        assert "{" not in found.sentence.format(**values_of(found)).replace(
            values_of(found)["value"], ""
        )


# ---------------------------------------------------------------- as JSON Schema


def definition(kind: str) -> dict[str, dict[str, object]]:
    schema = json_schema()
    definitions = schema["$defs"]
    assert isinstance(definitions, dict)
    properties = definitions[kind]["properties"]
    assert isinstance(properties, dict)
    return properties


def test_the_json_schema_knows_every_key_of_every_kind() -> None:
    for kind in EVERY:
        names = {field.name for field in FIELDS if kind in field.kinds}
        assert names <= set(definition(kind))


def test_the_json_schema_lists_words_in_both_languages() -> None:
    forms = definition("conversation")["channel"]["anyOf"]
    assert isinstance(forms, list)
    assert {"phone", "Telefon"} <= set(forms[0]["enum"])


def test_a_synonym_refers_to_its_key() -> None:
    assert definition("contact")["firma"] == {"$ref": "#/$defs/contact/properties/org"}


def test_every_reference_leads_somewhere_and_every_pattern_compiles() -> None:
    schema = json_schema()

    def walk(node: object) -> None:
        if isinstance(node, dict):
            if isinstance(reference := node.get("$ref"), str):
                at: object = schema
                for part in reference.removeprefix("#/").split("/"):
                    assert isinstance(at, dict)
                    at = at[part]
            if isinstance(pattern := node.get("pattern"), str):
                re.compile(pattern)
            for child in node.values():
                walk(child)
        elif isinstance(node, list):
            for child in node:
                walk(child)

    walk(schema)


def test_the_type_chooses_the_definition() -> None:
    choices = json_schema()["allOf"]
    assert isinstance(choices, list)
    chosen = {
        word: choice["then"]["$ref"]
        for choice in choices
        if "if" in choice
        for word in choice["if"]["properties"]["type"]["enum"]
    }
    assert chosen["contact"] == chosen["mensch"] == "#/$defs/contact"
    assert chosen["gespräch"] == "#/$defs/conversation"
