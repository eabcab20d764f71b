"""A question's page: for each option who said what for it and against it, and whom to ask."""

from __future__ import annotations

import pytest

from tests.dashboard.pages import squeezed
from tests.dashboard.sites import address_of, page_at, site_of

QUESTION = "---\nquestion: Back to an agency?\noptions: [agency, company]\n---\n"
TALKS = {
    "conversations/2026-05-02 Anna.md": "---\npeople: Anna\n---\n"
    "- [insight] hours are sold there [[Agency]] +company\n- [insight] it is loud [[Agency]]\n",
    "conversations/2026-05-03 Ben.md": "---\npeople: Ben\n---\n"
    "- [insight] one learns everything [[Agency]] +agency\n"
    "- [insight] nobody stays long [[Agency]] -agency\n",
}
PEOPLE = {"contacts/Anna.md": "", "contacts/Ben.md": ""}


def text_of(question: str, more: dict[str, str] | None = None) -> str:
    site = site_of({"questions/Agency.md": question, **PEOPLE, **(more or {})})
    return squeezed(page_at(site, address_of(site, "Agency", "question")).text)


def test_each_option_has_what_speaks_for_it_and_what_against() -> None:
    site = site_of({"questions/Agency.md": QUESTION, **PEOPLE, **TALKS})
    page = page_at(site, address_of(site, "Agency", "question"))
    heads = [squeezed(one.text) for one in page.all("h2")]
    assert heads == ["for agency", "against agency", "for company", "Also said"]
    text = squeezed(page.text)
    assert text.index("one learns everything") < text.index("nobody stays long")
    assert text.index("nobody stays long") < text.index("hours are sold there")
    assert text.index("hours are sold there") < text.index("it is loud")
    assert {"Anna", "Ben"} <= {a.text for a in page.all("a")}
    assert "different views" in text


@pytest.mark.parametrize(
    ("header", "says"),
    [
        ("decided: 2026-05-04\ndecision: company\n", "✓ decided: company"),
        ("decided: 2026-05-04\n", "✓ decided"),
        ("dropped: 2026-05-04\n", "set aside"),
        ("", "2 voices"),
    ],
)
def test_it_says_how_it_stands(header: str, says: str) -> None:
    talks = {path: text.replace("+agency", "+company") for path, text in TALKS.items()}
    site = site_of(
        {
            "questions/Agency.md": f"---\n{header}options: [agency, company]\n---\n",
            **PEOPLE,
            **talks,
        }
    )
    (address,) = [a for a, kind, _ in site._scene.places.everything() if kind == "question"]
    assert says in squeezed(page_at(site, address).text)


def test_while_nobody_has_said_anything_it_names_whom_to_ask() -> None:
    ida = {"contacts/Ida Lux.md": "---\ntopics: [agency]\n---\n"}
    text = text_of(QUESTION, ida)
    assert "Nobody has said anything on this yet. You could ask Ida Lux." in text


def test_insights_without_a_side_stand_alone() -> None:
    text = text_of(
        QUESTION,
        {
            "conversations/2026-05-02 Anna.md": "---\npeople: Anna\n---\n"
            "- [insight] loud [[Agency]]\n"
        },
    )
    assert "What I learned loud Anna" in text


def test_who_speaks_against_an_option_isn_t_left_out_of_its_sentence() -> None:
    notes = {
        "conversations/2026-05-02 Anna.md": "---\npeople: Anna\n---\n"
        "- [insight] one learns a lot [[Agency]] +agency\n",
        "conversations/2026-05-03 Ben.md": "---\npeople: Ben\n---\n"
        "- [insight] nobody stays long [[Agency]] -agency\n",
    }
    assert "Voices on agency differ: 1 for it, 1 against it." in text_of(QUESTION, notes)
