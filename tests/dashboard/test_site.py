"""The served pages: one for everybody and everything, and nothing at any other address."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesync.dashboard.site import Site
from tests.dashboard.pages import GERMAN, reading, squeezed
from tests.dashboard.sites import PETRA, address_of, page_at, scene_of, site_of

LATER = date(2026, 5, 29)


@pytest.fixture(scope="module")
def petra() -> Site:
    return site_of(PETRA, today=LATER)


def addresses() -> list[str]:
    return [address for address, _, _ in scene_of(PETRA).places.everything()]


def test_everybody_and_everything_has_a_page_and_every_link_between_them_leads_on(
    petra: Site,
) -> None:
    wanted, seen = ["/", "/search"], set()
    while wanted:
        path = wanted.pop()
        if path in seen:
            continue
        seen.add(path)
        page = page_at(petra, path)
        ids = [one.attributes["id"] for one in page.elements if "id" in one.attributes]
        assert len(ids) == len(set(ids))
        for link in page.all("a"):
            href = link.attributes["href"]
            if href.startswith("#"):
                assert href[1:] in ids, (path, href)
            elif href.startswith("/"):
                wanted.append(href)
    assert {path for path in addresses() if path.startswith("/person/")} <= seen
    assert {path for path in addresses() if path.startswith("/question/")} <= seen
    assert len([path for path in seen if path.startswith("/organization/")]) > 3


@pytest.mark.parametrize("path", addresses())
def test_every_page_has_one_title_and_a_way_back(path: str, petra: Site) -> None:
    page = page_at(petra, path)
    assert len(list(page.all("h1"))) == 1
    (nav,) = page.all("nav")
    assert nav.attributes["aria-label"] == "Pages"
    assert [a.attributes["href"] for a in page.all("a")][:3] == ["#main", "/", "/search"]


@pytest.mark.parametrize("path", addresses())
def test_no_page_leads_to_itself(path: str, petra: Site) -> None:
    links = [a.attributes["href"] for a in page_at(petra, path).all("a")]
    assert path not in links


@pytest.mark.parametrize("path", ["/", "/search", *addresses()[:6]])
def test_the_pages_speak_german(path: str) -> None:
    page = page_at(site_of(PETRA, today=LATER, words=GERMAN), path)
    (html,) = page.all("html")
    assert html.attributes["lang"] == "de"


@pytest.mark.parametrize(
    "path",
    [
        "",
        "//",
        "/person",
        "/person/",
        "/person/p-nobody",
        "/../../etc/passwd",
        "/person/../../../etc/passwd",
        "/contacts/Carla Voigt.md",
        "/static/../serve.py",
        "/person/p-carla-voigt-25a6aee4/",
        "/person/p-carla-voigt-25a6aee4\x00",
        "/notesync.toml",
        "/{{7*7}}",
        "/<script>alert(1)</script>",
    ],
)
def test_at_any_other_address_it_says_so_kindly(path: str, petra: Site) -> None:
    shown = petra.page(path)
    assert shown.status == 404
    page = reading(shown.html)
    assert "Nothing is lost by looking here." in squeezed(page.text)
    assert "passwd" not in shown.html
    assert "alert" not in shown.html
    assert {a.attributes["href"] for a in page.all("a")} == {"#main", "/", "/search"}


@given(st.text(max_size=40))
def test_whatever_address_is_asked_for_only_those_of_the_table_are_found(path: str) -> None:
    found = SITE.page(path).status == 200
    assert found == (path in {"/", "/search"})


SITE = site_of({"contacts/Anna.md": "# Anna\n"})


def test_a_private_person_has_no_page_and_is_found_by_no_search() -> None:
    zelda = "---\nprivate: true\norg: Silberhof\n---\n## Log\n- 2026-05-01 asked email\n"
    talk = "---\npeople: ['[[Zelda]]', '[[Anna]]']\n---\n- [insight] silver is soft\n"
    site = site_of(
        {
            "contacts/Zelda.md": zelda,
            "contacts/Anna.md": "---\norg: Elbgrün\n---\n",
            "conversations/2026-05-03 Zelda.md": talk,
        }
    )
    scene = site._scene
    assert [name for name, _, _ in scene.places.everything() if "zelda" in name] == []
    assert [name for name, _, _ in scene.places.everything() if "silberhof" in name] == []
    hits = page_at(site, "/search", "silver")
    assert "2026-05-03 …" in hits.text
    assert "Zelda" not in hits.text
    assert "Nothing found." in page_at(site, "/search", "silberhof").text
    anna = page_at(site, address_of(site, "Anna"))
    assert "silver is soft" in anna.text


def test_the_overview_is_made_once(petra: Site) -> None:
    assert petra.page("/") is petra.page("/")
