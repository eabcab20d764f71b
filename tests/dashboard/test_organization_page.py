"""An organization's page: who is there, how far it has come, conversations and opportunities."""

from __future__ import annotations

from tests.dashboard.pages import squeezed
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
