"""The search page: what was typed, what was found, and where it leads."""

from __future__ import annotations

import pytest

from notesync.dashboard.search_page import MOST, highlighted
from tests.dashboard.pages import squeezed
from tests.dashboard.sites import page_at, site_of

NOTES = {
    "contacts/Anna Berg.md": "## Log\n- 2026-05-01 note — she likes <b>silver</b> & gold\n",
    "questions/Silver.md": "---\nquestion: Is silver soft?\n---\n",
    "organizations/Silberhof.md": "silver is made here\n",
    "conversations/2026-05-02 Anna Berg.md": "---\npeople: Anna Berg\n---\n- [insight] silver\n",
    "notes/Shopping.md": "silver polish\n",
}


def test_hits_lead_to_whom_and_what_they_are_about() -> None:
    page = page_at(site_of(NOTES), "/search", "silver")
    links = {a.text: a.attributes["href"].rpartition("-")[0] for a in page.all("a")}
    assert links["Anna Berg"] == "/person/p-anna-berg"
    assert links["2026-05-02 Anna Berg"].startswith("/person/p-anna-berg")
    assert links["Silver"] == "/question/q-silver"
    assert links["Silberhof"] == "/organization/o-silberhof"
    assert "Shopping" not in links
    assert "Shopping" in page.text
    assert "5 notes" in squeezed(page.text)


def test_a_conversation_leads_to_its_line_on_the_page_of_who_was_there() -> None:
    site = site_of(NOTES)
    links = {a.text: a.attributes["href"] for a in page_at(site, "/search", "silver").all("a")}
    page, _, place = links["2026-05-02 Anna Berg"].partition("#")
    assert "talked" in page_at(site, page).by_id(place).text


def test_what_was_searched_for_is_marked_and_everything_is_escaped() -> None:
    page = page_at(site_of(NOTES), "/search", "silver")
    assert {mark.text for mark in page.all("mark")} == {"silver"}
    assert "she likes <b>silver</b> & gold" in page.text
    assert list(page.all("b")) == []


def test_what_was_typed_stands_in_the_field_and_can_do_no_harm() -> None:
    typed = '"><script>canary()</script>{{ 7*7 }}'
    page = page_at(site_of(NOTES), "/search", typed)
    assert page.by_id("typed").attributes["value"] == typed
    assert [one.attributes.get("src") for one in page.all("script")] == ["/static/live.js"]
    assert "Nothing found." in page.text


def test_nothing_typed_asks_what_to_look_for() -> None:
    for typed in ("", "   ", "\x00"):
        page = page_at(site_of(NOTES), "/search", typed)
        assert "What are you looking for?" in page.text
    assert "autofocus" in page_at(site_of(NOTES), "/search").by_id("typed").attributes


def test_a_form_without_a_script() -> None:
    page = page_at(site_of(NOTES), "/search")
    (form,) = page.all("form")
    assert form.attributes["action"] == "/search"
    assert form.attributes["method"] == "get"
    (label,) = page.all("label")
    assert label.attributes["for"] == "typed"


def test_of_very_many_hits_the_first_are_shown() -> None:
    many = {f"contacts/Anna {n}.md": "silver" for n in range(MOST + 1)}
    page = page_at(site_of(many), "/search", "silver")
    assert len(list(page.all("mark"))) == MOST
    assert "There is more" in page.text


def test_a_very_long_query_is_cut() -> None:
    page = page_at(site_of(NOTES), "/search", "silver " * 10_000)
    assert len(page.by_id("typed").attributes["value"]) <= 200


def test_where_something_is_hidden_nothing_is_pointed_to() -> None:
    hidden = highlighted("Zelda is silver", ((0, 5),), lambda text: text.replace("Zelda", "…"))
    assert hidden == "… is silver"


def test_marks_of_markdown_are_not_shown() -> None:
    line = "- [insight] The law changes [[Energy]] faster"
    at = line.index("changes")
    shown = highlighted(line, ((at, at + 7),))
    assert shown == "The law <mark>changes</mark> Energy faster"
    assert highlighted("### [[Energy]]", ((6, 12),)) == "<mark>Energy</mark>"
    assert highlighted("- [x] me: call", ()) == "me: call"


@pytest.mark.parametrize(
    ("line", "word", "shown"),
    [
        ("topics: [Energy, crafts]", "Energy", "<mark>Energy</mark>, crafts"),
        ("topics: [crafts, Energy]", "Energy", "crafts, <mark>Energy</mark>"),
        ("industry: Energy", "Energy", "<mark>Energy</mark>"),
        ('org: "[[Elbgrün]]"', "Elbgrün", "<mark>Elbgrün</mark>"),
        ("org: [[Elbgrün]]", "Elbgrün", "<mark>Elbgrün</mark>"),
        ("question: 'What is it like?'", "like", "What is it <mark>like</mark>?"),
        # What was searched for is the key, or the key is none of ours: the line as it stands.
        ("topics: [Energy]", "topics", "<mark>topics</mark>: [Energy]"),
        ("Anna: Energy [sic]", "Energy", "Anna: <mark>Energy</mark> [sic]"),
    ],
)
def test_of_a_line_of_the_header_the_value_is_shown(line: str, word: str, shown: str) -> None:
    at = line.index(word)
    assert highlighted(line, ((at, at + len(word)),)) == shown
