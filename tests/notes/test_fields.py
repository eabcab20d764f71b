import re

from notesync.notes.fields import EVERY, FIELDS, KEYS, folded_key, key_of
from notesync.notes.kinds import KINDS, VOCABULARIES
from notesync.notes.schema import TYPES

# The keys that were agreed on, by kind.
FORMAT = """
contact: org, role, city, email, phone, url, birthday, register, lang, circle, origin, \
introduced_by, mention, met, last_contact, closeness, seniority, why, topics, \
keep_in_touch, industry
conversation: date, time, people, kind, channel, minutes, city, org, named, state, \
confidence_before, confidence_after, topics
organization: target, motivation, industry, city, size
question: question, options, decided, decision, dropped
opportunity: org, source, via, seen, applied, interview, offer, accepted, rejected, withdrawn
review: week, moved, learned, decided, next
me: started, arrived, paused, give_limit, topics
"""
COMMON = ("type", "id", "aliases", "tags", "created", "private")


def test_every_key_of_the_format_is_in_the_table() -> None:
    for row in FORMAT.strip().splitlines():
        kind, _, keys = row.partition(": ")
        for name in (*keys.split(", "), *COMMON):
            field = key_of(kind, name)
            assert field is not None, (kind, name)
            assert field.name == name
    assert all(key_of("note", name) for name in COMMON)
    assert key_of("note", "org") is None


def test_the_table_refers_to_what_exists() -> None:
    for field in FIELDS:
        assert field.type in TYPES
        assert set(field.kinds) <= set(EVERY)
        assert bool(field.vocabulary) == (field.type in {"word", "words"}), field.name
        assert not field.vocabulary or field.vocabulary in VOCABULARIES
        assert re.fullmatch(r"[a-z_]+", field.name)


def test_no_two_keys_of_a_kind_have_one_spelling() -> None:
    for kind in EVERY:
        spelled = [
            folded_key(name)
            for field in FIELDS
            if kind in field.kinds
            for name in (field.name, *field.also)
        ]
        # a synonym may be another field's own key (a contact's `organization`, say), which wins
        own = {folded_key(field.name) for field in FIELDS if kind in field.kinds}
        doubled = {name for name in spelled if spelled.count(name) > 1}
        assert doubled <= own, (kind, doubled)
        assert len(KEYS[kind]) == len(set(spelled))


def test_keys_are_read_in_any_case_and_in_german() -> None:
    for typed, name in {
        "Firma": "org",
        "COMPANY": "org",
        "Rolle": "role",
        "Stadt": "city",
        "E-Mail": "email",
        "Telefon": "phone",
        "Anrede": "register",
        "vermittelt von": "introduced_by",
        "last-contact": "last_contact",
        "Nähe": "closeness",
        "naehe": "closeness",
    }.items():
        field = key_of("contact", typed)
        assert field is not None, typed
        assert field.name == name


def test_a_key_of_the_users_own_stays_her_own() -> None:
    assert key_of("contact", "shoe size") is None
    assert key_of("contact", "title") is None
    assert key_of("conversation", "status") is None


def test_each_kind_has_keys() -> None:
    assert set(KEYS) == {*KINDS, "note"}
