"""All views in one table: names, sentences and documents fit together."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from docs.write_views import KEYS
from notesync.notes.names import search_fold
from notesync.views.catalogue import VIEWS, View, view_named
from notesync.views.documents import document
from notesync.views.facts import Facts
from notesync.views.findings import finding
from notesync.words import ENGLISH
from notesync.workspace.speech import speak
from tests.views.test_status_properties import DAYS, LOGS, TALKS, files_of_story
from tests.views.vault import facts_of, gathered

GERMAN = speak("de")
# method.md, "Views, in order of value".
IN_ORDER = (
    *("next", "ahead", "moved", "questions", "thanks", "waiting", "expected", "steps"),
    *("snowball", "tree", "dormant", "coverage", "momentum", "confidence", "loop", "give-back"),
    "opportunities",
)


def test_every_view_of_the_method_stands_there_in_order_of_value() -> None:
    assert tuple(view.name for view in VIEWS) == IN_ORDER


def test_no_two_views_have_a_name_in_common() -> None:
    names = [search_fold(name) for view in VIEWS for name in view.names]
    assert sorted(names) == sorted({*names})


def test_a_view_is_found_by_name_title_and_beginning_in_either_language() -> None:
    for view in VIEWS:
        for name in (*view.names, view.title, GERMAN.t(view.title), view.name.upper()):
            assert view_named(name) == view, name
    assert view_named("coverag") == view_named("wunschfirm")
    for typed in ("", "w", "nothing", "-"):
        assert view_named(typed) is None, typed


def test_every_view_is_a_sentence_in_german_too() -> None:
    for view in VIEWS:
        for text in (view.question, view.definition):
            assert GERMAN.t(text) != text


def shown(view: View, facts: Facts) -> dict[str, Any]:
    rows = view.of(facts)
    for words in (ENGLISH, GERMAN):
        said = finding(view.name, rows, facts, words)
        assert "{" not in said
        assert "%" not in said
    found: dict[str, Any] = json.loads(json.dumps(document(view.name, rows, facts, ENGLISH)))
    return found


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_an_empty_vault_has_every_key_that_the_page_describes(view: View) -> None:
    found = shown(view, facts_of("", "2026-05-05"))
    assert list(found) == list(KEYS[view.name])


@given(LOGS, TALKS, DAYS)
def test_every_view_speaks_of_any_story(
    log: list[tuple[str, date, str]], met: list[tuple[date, str]], today: date
) -> None:
    facts = gathered(files_of_story(log, met), today)
    found = {view.name: shown(view, facts) for view in VIEWS}
    steps = {step["step"]: step for step in found["steps"]["steps"]}
    assert steps["asked"]["count"] == sum(
        part["steps"][0]["count"] for part in found["steps"]["by_origin"]
    )
    for step in steps.values():
        assert step["count"] <= step["of"]
        assert (step["percent"] is None) == (step["of"] < 8)
    assert steps["settled"]["count"] == steps["yes"]["of"]
    assert steps["yes"]["count"] >= steps["talked"]["of"] >= steps["talked"]["count"]
    assert steps["talked"]["count"] == steps["named"]["of"] >= steps["thanked"]["of"]
    assert len(found["waiting"]["waiting"]) == steps["asked"]["count"] - steps["settled"]["count"]
    assert found["expected"]["guessed"] + found["expected"]["silent"] == len(
        found["expected"]["asks"]
    )
    assert found["loop"]["helped"] == len(
        {row["contact"] for row in (*found["loop"]["told"], *found["loop"]["untold"])}
    )
    assert found["momentum"]["active_weeks"] == sum(w["active"] for w in found["momentum"]["each"])
    listed = [person["contact"] for person in found["tree"]["people"]]
    assert sorted([*listed, *found["tree"]["alone"]]) == sorted(
        p.name for p in facts.people.values()
    )


@given(LOGS, TALKS, DAYS)
def test_nothing_of_a_later_day_is_in_any_view(
    log: list[tuple[str, date, str]], met: list[tuple[date, str]], today: date
) -> None:
    facts = gathered(files_of_story(log, met), today)
    for name, keys in (
        ("moved", ("moves",)),
        ("expected", ("asks",)),
        ("snowball", ("names",)),
        ("tree", ("introduced",)),
        ("confidence", ("talks",)),
        ("loop", ("told", "untold")),
        ("give-back", ("given", "introduced")),
    ):
        found = shown(next(view for view in VIEWS if view.name == name), facts)
        days = [row.get("date", row.get("asked")) for key in keys for row in found[key]]
        assert all(day <= today.isoformat() for day in days), name
