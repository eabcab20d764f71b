"""The dashboard's file in a real browser: opened by double click, it asks for nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import notesync
from tests.dashboard.browser.window import Window, Windows

pytestmark = pytest.mark.browser


def test_the_file_opens_by_double_click_and_asks_for_nothing(petra: Path, window: Window) -> None:
    file = Path(notesync("--vault", petra, "dashboard").out.strip())
    window.page.goto(file.as_uri())
    assert window.page.title() == "Overview · net"
    assert window.requests == [file.as_uri()]
    assert window.page.evaluate("document.scripts.length") == 0
    assert "rgb" in window.page.evaluate("getComputedStyle(document.body).backgroundColor")


@pytest.mark.parametrize("name", ["Falk Berger", "Solvana"])
def test_a_name_leads_to_its_place_which_opens_by_itself(
    name: str, petra: Path, window: Window
) -> None:
    page = window.page
    page.goto(Path(notesync("--vault", petra, "dashboard").out.strip()).as_uri())
    page.locator(".steps").get_by_role("link", name=name).first.focus()
    page.keyboard.press("Enter")
    place = page.locator(":target")
    assert place.is_visible()
    assert place.evaluate("one => one.closest('details').querySelector('h3').textContent") == name
    # Reading and the keyboard go on from there.
    page.keyboard.press("Tab")
    assert place.evaluate("one => one.contains(document.activeElement)")


def test_on_paper_everything_is_unfolded_and_nothing_is_there_to_be_pressed(
    petra: Path, window: Window
) -> None:
    file = Path(notesync("--vault", petra, "dashboard").out.strip())
    page = window.page
    page.goto(file.as_uri())
    # Places stay folded: those of all people and organizations would be a book.
    folds = "details:not(#people, #people *, #organizations, #organizations *) :is(p, li, td)"
    visible = f"[...document.querySelectorAll('{folds}')].map(one => one.checkVisibility())"
    assert not all(page.evaluate(visible))
    page.emulate_media(media="print")
    shown = page.evaluate(visible)
    assert len(shown) > 40
    assert all(shown)
    assert not page.locator(".skip").is_visible()
    assert not page.locator("#people").is_visible()
    marks = (
        "[...document.querySelectorAll('summary')].map(one => getComputedStyle(one, '::before'))"
    )
    assert set(page.evaluate(f"{marks}.map(one => one.display)")) == {"none"}
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper in {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}
    assert page.pdf(format="A4").startswith(b"%PDF")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_paper_a_dark_page_is_light_too(scheme: str, petra: Path, windows: Windows) -> None:
    file = Path(notesync("--vault", petra, "dashboard").out.strip())
    page = windows.open(color_scheme=scheme).page
    page.goto(file.as_uri())
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


@pytest.mark.parametrize("width", [1280, 320])
def test_two_thousand_people_and_names_without_an_end_fit_on_the_page(
    width: int, tmp_path: Path, windows: Windows
) -> None:
    contacts = tmp_path / "net" / "contacts"
    contacts.mkdir(parents=True)
    (tmp_path / "net" / "notesync.toml").write_text('today = "2026-05-29"\n', encoding="utf-8")
    for number in range(2000):
        by = f"introduced_by: '[[Person {number // 3}]]'\n" if number else ""
        text = f"---\norg: Firm {number % 97}\n{by}---\n## Log\n- 2026-05-01 asked email\n"
        (contacts / f"Person {number}.md").write_text(text, encoding="utf-8")
    endless = "W" * 200
    text = f"---\norg: {endless}\nrole: {endless}\n---\n## Log\n- 2026-05-28 asked — {endless}\n"
    (contacts / f"{endless}.md").write_text(text, encoding="utf-8")
    file = Path(notesync("--vault", tmp_path / "net", "dashboard", "--lang", "en").out.strip())
    page = windows.open(viewport={"width": width, "height": 800}).page
    page.goto(file.as_uri())
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) <= 0
    page.evaluate("for (const one of document.querySelectorAll('.fold')) one.open = true")
    assert page.evaluate(wide) <= 0
    assert endless[:40] in page.locator("#people").inner_text()
