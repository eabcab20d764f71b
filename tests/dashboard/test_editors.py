"""Links that open a note in an editor: from a closed list, with the path escaped."""

from __future__ import annotations

import pytest

from notesync.dashboard.build import build
from notesync.dashboard.editors import ADDRESSES, Opener
from notesync.dashboard.render import render_page
from notesync.vault.config import LINKS
from tests.dashboard.pages import reading
from tests.dashboard.sites import address_of, page_at, scene_of, site_of

PATH = "contacts/Jörg & Söhne.md"


def test_the_list_is_that_of_notesync_toml() -> None:
    assert set(ADDRESSES) == set(LINKS)


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("none", ""),
        (
            "obsidian",
            "obsidian://open?path=%2Fhome%2Fp%2Fnet%2Fcontacts%2FJ%C3%B6rg%20%26%20S%C3%B6hne.md",
        ),
        ("vscode", "vscode://file/home/p/net/contacts/J%C3%B6rg%20%26%20S%C3%B6hne.md:7"),
        ("vscodium", "vscodium://file/home/p/net/contacts/J%C3%B6rg%20%26%20S%C3%B6hne.md:7"),
        ("zed", "zed://file/home/p/net/contacts/J%C3%B6rg%20%26%20S%C3%B6hne.md:7"),
        ("file", "contacts/J%C3%B6rg%20%26%20S%C3%B6hne.md"),
    ],
)
def test_the_address_of_a_note(name: str, address: str) -> None:
    assert Opener(name, "/home/p/net").address(PATH, 7) == address


def test_a_served_page_leads_to_no_file() -> None:
    assert Opener("file", "/home/p/net", live=True).address(PATH) == ""


def test_somebody_without_a_note_opens_nothing() -> None:
    assert Opener("vscode", "/home/p/net").address("?ida") == ""


def test_a_hostile_path_stays_one_path() -> None:
    address = Opener("vscode", "/v").address('a"><script>?x#y&z%41 {whole}\udcff.md')
    assert address == "vscode://file/v/a%22%3E%3Cscript%3E%3Fx%23y%26z%2541%20%7Bwhole%7D%FF.md:1"


def test_every_page_of_a_note_opens_it() -> None:
    site = site_of(
        {"contacts/Anna.md": "---\norg: Elbgrün\n---\n", "organizations/Elbgrün.md": ""},
        opener=Opener("zed", "/v", live=True),
    )
    anna = page_at(site, address_of(site, "Anna"))
    (link,) = [a for a in anna.all("a") if a.text == "Open the note"]
    assert link.attributes["href"] == "zed://file/v/contacts/Anna.md:1"


def test_incognito_opens_nothing() -> None:
    scene = scene_of({"contacts/Anna.md": ""}, opener=Opener("zed", "/v"), incognito=True)
    assert scene.opener.address("contacts/Anna.md") == ""


def test_the_file_leads_to_each_persons_note_beside_it() -> None:
    scene = scene_of({"contacts/Jörg Ö.md": ""}, live=False, opener=Opener("file", "/v"))
    page = reading(render_page(build(scene), scene, footer=""))
    (link,) = [a for a in page.all("a") if a.text == "Open the note"]
    assert link.attributes["href"] == "contacts/J%C3%B6rg%20%C3%96.md"
