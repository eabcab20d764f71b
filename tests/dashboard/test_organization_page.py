"""An organization's page: who is there, how far it has come, conversations and opportunities."""

from __future__ import annotations

from notesync.dashboard.organization_page import SHORT
from notesync.dashboard.places import ORGANIZATIONS
from tests.dashboard.pages import page_of, reading, squeezed
from tests.dashboard.sites import address_of, page_at, site_of

NOTES = {
    "organizations/Solvana.md": "---\ntarget: true\nindustry: energy\ncity: Leipzig\n---\n",
    "contacts/Falk.md": "---\norg: '[[Solvana]]'\nrole: partners\n---\n",
    "contacts/Henrik.md": "---\norg: solvana\n---\n## Log\n- 2026-05-01 asked email\n",
    "contacts/Carla.md": "---\norg: Elbgrün\n---\n",
    "conversations/2026-05-05 Henrik.md": "---\npeople: Henrik\n---\n- [insight] sun\n",
    "conversations/2026-05-06 Carla.md": "---\npeople: Carla\norg: Solvana\n---\n",
    "conversations/2026-05-20 Falk.md": "---\npeople: Falk\nstate: planned\n---\n",
    "opportunities/Campaigns.md": "---\norg: '[[Solvana]]'\nvia: '[[Falk]]'\nseen: 2026-05-07\n---",
}


def test_everybody_who_is_there_is_on_it_however_the_name_is_spelled() -> None:
    site = site_of(NOTES)
    page = page_at(site, address_of(site, "Solvana", "organization"))
    text = squeezed(page.text)
    assert "energy, Leipzig · I would like to work here" in text
    links = [a.text for a in page.all("a")]
    assert links.count("Falk") == 3
    assert "Henrik" in links
    assert "Carla" in links  # she spoke for Solvana once
    assert "Campaigns" in text
    assert "through Falk" in text
    assert text.index("20 May") < text.index("6 May") < text.index("5 May")


def test_an_organization_without_a_note_has_a_page_all_the_same() -> None:
    site = site_of(NOTES)
    page = page_at(site, address_of(site, "Elbgrün", "organization"))
    assert "Carla" in page.text
    assert "work here" not in page.text


def test_whoever_is_there_is_told_with_her_role_but_not_with_the_name_above_her() -> None:
    site = site_of(NOTES)
    page = page_at(site, address_of(site, "Solvana", "organization"))
    assert "Falk partners" in squeezed(page.text)
    assert "partners, Solvana" not in squeezed(page.text)


def test_in_the_file_every_organization_has_a_place_to_which_its_name_leads() -> None:
    page = reading(page_of(NOTES))
    assert page.faults == []
    leading = [a for a in page.all("a") if a.text in {"Solvana", "solvana"}]
    assert leading
    for link in leading:
        place = page.by_id(link.attributes["href"].removeprefix("#"))
        text = squeezed(place.text)
        assert "Falk partners" in text
        assert "Carla" in text
        assert "Campaigns seen · Thu 7 May · contact, through Falk" in text
        assert "Wed 20 Mayplanned · Falk" in text
    heads = [h3.text for h3 in page.all("h3") if page.by_id("organizations").holds(h3)]
    assert heads == ["Elbgrün", "Solvana"]


def test_the_served_overview_leads_to_each_page() -> None:
    page = page_at(site_of(NOTES), "/")
    block = page.by_id("organizations")
    links = {a.text: a.attributes["href"] for a in page.all("a") if block.holds(a)}
    assert list(links) == ["Elbgrün", "Solvana"]
    assert all(href.startswith("/organization/") for href in links.values())


def test_of_an_organization_with_very_many_people_the_file_says_how_many_more() -> None:
    many = {f"contacts/P{at:02}.md": "---\norg: Big Firm\n---\n" for at in range(SHORT + 3)}
    text = squeezed(reading(page_of(many)).by_id("organizations").text)
    assert '3 more: notesync list --org "Big Firm"' in text
    site = site_of(many)
    page = page_at(site, address_of(site, "Big Firm", "organization"))
    assert "more: notesync" not in page.text
    assert f"P{SHORT + 2}" in page.text


def test_of_very_many_organizations_the_wanted_and_the_frequent_have_a_place() -> None:
    many = {f"contacts/P{at}.md": f"---\norg: Firm {at}\n---\n" for at in range(ORGANIZATIONS + 5)}
    many |= {"contacts/Twin.md": "---\norg: Firm 203\n---\n"}
    many |= {"organizations/Wanted.md": "---\ntarget: true\n---\n"}
    page = reading(page_of(many))
    names = [h3.text for h3 in page.all("h3") if page.by_id("organizations").holds(h3)]
    assert len(names) == ORGANIZATIONS
    assert {"Wanted", "Firm 203"} < set(names)
    text = squeezed(page.by_id("organizations").text)
    assert f"{ORGANIZATIONS + 6} organizations" in text
    assert "6 more are in the notes" in text


def test_a_private_organization_has_no_place() -> None:
    private = NOTES | {"organizations/Solvana.md": "---\nprivate: true\ntarget: true\n---\n"}
    block = reading(page_of(private)).by_id("organizations")
    assert "Elbgrün" in block.text
    assert "Solvana" not in block.text
    assert "…" not in block.text


def test_its_name_leads_there_from_whom_i_wait_for_and_from_what_came_of_it() -> None:
    waits = {"contacts/Henrik.md": "---\norg: Solvana\n---\n## Log\n- 2026-05-11 asked email\n"}
    for live in (False, True):
        page = reading(page_of(NOTES | waits, live=live))
        for block in ("waiting", "opportunities"):
            inside = [a.text for a in page.all("a") if page.by_id(block).holds(a)]
            assert "Solvana" in inside, block
