"""How one writes to somebody, as the notes say; and what a word for a letter means."""

from __future__ import annotations

import pytest

from notesync.letters.drafts import KINDS
from notesync.letters.relation import NAMES, kind_named, language, register, relation
from notesync.views.facts import Person
from tests.views.vault import facts_of

ANNA = "=== contacts/Anna\n---\n{}\n---\n{}\n"


def anna(header: str, body: str = "") -> tuple[Person, str]:
    facts = facts_of(ANNA.format(header, body), "2026-05-12")
    person = facts.people["contacts/Anna.md"]
    return person, relation(person, facts)


@pytest.mark.parametrize(
    ("header", "body", "kind"),
    [
        ("origin: cold", "", "request-cold"),
        ("circle: stranger", "", "request-cold"),
        ("", "", "request-warm"),
        ("origin: event", "", "request-warm"),
        ("origin: dormant", "", "request-dormant"),
        ("last_contact: 2022-06", "", "request-dormant"),
        ("last_contact: 2026-03", "", "request-warm"),
        ("introduced_by: Ben", "", "request-introduced"),
        ("introduced_by: Ben\norigin: known", "", "request-introduced"),
        ("origin: dormant", "## Log\n- 2026-05-06 agreed", "request-warm"),
        ("origin: cold", "## Log\n- 2024-05-06 talked", "request-dormant"),
        ("origin: cold", "## Log\n- 2026-05-06 asked", "request-cold"),
    ],
)
def test_a_first_message_is_of_the_kind_that_the_notes_say(
    header: str, body: str, kind: str
) -> None:
    facts = facts_of(ANNA.format(header, body) + "=== contacts/Ben\n", "2026-05-12")
    assert relation(facts.people["contacts/Anna.md"], facts) == kind


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("register: du", "du"),
        ("register: Sie\ncircle: friend", "Sie"),
        ("circle: friend", "du"),
        ("closeness: familiar", "du"),
        ("circle: acquaintance", "Sie"),
        ("", "Sie"),
    ],
)
def test_sie_or_du_as_the_note_says_else_by_nearness(header: str, said: str) -> None:
    assert register(anna(header)[0]) == said


@pytest.mark.parametrize(
    ("header", "said"),
    [("", "de"), ("lang: English", "en"), ("lang: de", "de"), ("lang: fr", "de")],
)
def test_the_language_as_the_note_says_else_the_usual_one(header: str, said: str) -> None:
    assert language(anna(header)[0], "de") == said


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("request", "request"),
        ("Anfrage", "request"),
        ("kalt", "request-cold"),
        ("request cold", "request-cold"),
        ("dank", "thank-you"),
        ("thanks", "thank-you"),
        ("Bestaetigung", "confirm"),
        ("neuig", "news"),
        ("rem", "reminder"),
        ("an", ""),
        ("poem", ""),
        ("", ""),
    ],
)
def test_a_word_of_either_language_means_a_kind(typed: str, kind: str) -> None:
    assert kind_named(typed) == kind


def test_every_kind_has_a_name_in_german_and_no_word_means_two() -> None:
    assert set(NAMES) == {"request", *KINDS}
    words = [word.casefold() for kind, known in NAMES.items() for word in (kind, *known)]
    assert len(words) == len(set(words))
