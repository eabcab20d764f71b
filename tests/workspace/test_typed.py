"""What is typed for a key, and what the header gets."""

from __future__ import annotations

import pytest

from notesync.notes.fields import FIELDS, key_of
from notesync.notes.kinds import KINDS
from notesync.words import ENGLISH
from notesync.workspace import typed
from tests.workspace.places import TODAY


def written(kind: str, name: str, *texts: str, lang: str = "en") -> tuple[str, ...]:
    key = key_of(kind, name)
    assert key is not None
    return typed.write(
        key, texts, lang=lang, today=TODAY, words=ENGLISH, link=lambda _key, name: name.title()
    )


@pytest.mark.parametrize(
    ("kind", "name", "text", "expected"),
    [
        ("contact", "org", "elbgrün", ("[[Elbgrün]]",)),
        ("contact", "org", "[[elbgrün|them]]", ("[[Elbgrün]]",)),
        ("contact", "introduced_by", "meike, jonas", ("[[Meike]]", "[[Jonas]]")),
        ("contact", "why", "Rolle; role, Fachwissen", ("role", "expertise")),
        ("contact", "private", "ja", ("true",)),
        ("contact", "private", "n", ("false",)),
        ("contact", "last_contact", "2022-06", ("2022-06",)),
        ("contact", "last_contact", "gestern", ("2026-05-11",)),
        ("contact", "birthday", "3.12.", ("--12-03",)),
        ("contact", "keep_in_touch", " 3 Monate ", ("3 Monate",)),
        ("contact", "tags", "#tea wind", ("tea", "wind")),
        ("conversation", "date", "24.4. 12:30", ("2026-04-24T12:30",)),
        ("conversation", "minutes", "1 h 10", ("70",)),
        ("conversation", "time", "9.30 Uhr", ("09:30",)),
        ("organization", "target", "yes", ("true",)),
        ("organization", "motivation", "4", ("4",)),
        ("contact", "role", "", ()),
    ],
)
def test_values_are_written_as_every_program_reads_them(
    kind: str, name: str, text: str, expected: tuple[str, ...]
) -> None:
    assert written(kind, name, text) == expected


def test_words_are_written_in_the_vaults_language() -> None:
    assert written("contact", "circle", "Freundin") == ("friend",)
    assert written("contact", "circle", "friend", lang="de") == ("Freund",)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("birthday", "2026-02-30"),
        ("circle", "freundd"),
        ("created", "soon"),
        ("private", "perhaps"),
    ],
)
def test_what_can_not_be_meant_is_refused_in_a_sentence(name: str, text: str) -> None:
    with pytest.raises(typed.BadValue) as refused:
        written("contact", name, text)
    assert f'"{text}"' in str(refused.value)


def test_keys_have_a_natural_order() -> None:
    assert typed.natural_order("conversation") == (
        *("type", "aliases", "date", "time", "people", "kind", "channel", "minutes", "city", "org"),
        *("named", "state", "confidence_before", "confidence_after", "topics"),
        *("tags", "private", "created", "id"),
    )
    for kind in KINDS:
        order = typed.natural_order(kind)
        assert sorted(order) == sorted({key.name for key in FIELDS if kind in key.kinds})


def test_a_new_key_finds_its_neighbours_whatever_they_are_called() -> None:
    header = ("Firma", "shoe", "mail", "created")
    assert typed.before(header, "contact", "city") == ("Firma",)
    assert typed.before(header, "contact", "tags") == ("Firma", "mail")
    assert typed.before(header, "contact", "hat") == ()
