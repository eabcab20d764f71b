"""Everybody can read it: no violation of WCAG that axe knows, in every light, size and language."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from notesync.merge.notation import noted
from tests.cli.running import notesync
from tests.dashboard.browser.conftest import DEMOS
from tests.dashboard.browser.window import Window, Windows

pytestmark = pytest.mark.browser

WIDE: dict[str, Any] = {"viewport": {"width": 1280, "height": 900}}
SMALL: dict[str, Any] = {"viewport": {"width": 320, "height": 640}}
# As a window of 1280 pixels at 200 %: half as many pixels of CSS, each four of the screen.
ZOOMED: dict[str, Any] = {"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2}
SIZES = {"wide": WIDE, "320 px": SMALL, "200 %": ZOOMED}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Petra's page as a file in each language, with conflicts and lines not understood as well."""
    found = {}
    for lang, people, asked in (("en", "contacts", "asked"), ("de", "Menschen", "gefragt")):
        vault = Path(shutil.copytree(DEMOS / lang, tmp_path_factory.mktemp("net") / "net"))
        note = vault / people / "Nora Lind.md"
        text = note.read_text(encoding="utf-8")
        record = f"---\nconflicts:\n  - '{noted('city', 'Leipzig', 'Kiel', 1_800_000_000)}'\n"
        wrong = f"- 2026-02-30 {asked}\n- 2026-06-27 {asked}\n"
        note.write_text(text.replace("---\n", record, 1) + wrong, encoding="utf-8")
        # A day with a conversation ahead, and with lines that are dated later.
        args = ("--vault", vault, "--today", "2026-05-12")
        found[lang] = Path(notesync(*args, "dashboard").out.strip())
    return found


def fits(window: Window) -> bool:
    """Whether nothing sticks out of the page sideways."""
    fits: bool = window.page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )
    return fits


@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_the_overview(
    lang: str, scheme: str, size: str, windows: Windows, homes: dict[str, str]
) -> None:
    window = windows.open(color_scheme=scheme, **SIZES[size])
    window.page.goto(homes[lang])
    assert window.page.locator("html").get_attribute("lang") == lang
    assert fits(window)
    window.open_all()
    assert fits(window)
    assert window.violations() == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_the_other_pages(scheme: str, size: str, windows: Windows, homes: dict[str, str]) -> None:
    window = windows.open(color_scheme=scheme, **SIZES[size])
    page = window.page
    page.goto(homes["en"])
    kinds = ("person", "question", "organization")
    found = [
        page.locator(f'main a[href^="/{kind}/"]').first.get_attribute("href") for kind in kinds
    ]
    origin = homes["en"].partition("?")[0].rstrip("/")
    for path in (*found, "/search?q=energy", "/search"):
        page.goto(f"{origin}{path}")
        assert page.locator("h1").count() == 1
        assert fits(window), path
        assert window.violations() == [], path


@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_the_file_with_all_that_can_stand_in_it(
    lang: str, scheme: str, size: str, windows: Windows, files: dict[str, Path]
) -> None:
    window = windows.open(color_scheme=scheme, **SIZES[size])
    window.page.goto(files[lang].as_uri())
    window.open_all()
    for block in ("tree", "weeks", "people", "organizations", "conflicts", "problems", "hints"):
        assert window.page.locator(f"#{block} .inside").is_visible(), block
    assert fits(window)
    assert window.violations() == []


def test_in_forced_colours_too(windows: Windows, files: dict[str, Path]) -> None:
    window = windows.open(forced_colors="active", **WIDE)
    window.page.goto(files["en"].as_uri())
    window.open_all()
    assert window.violations() == []
    # What a picture draws has the colour of text there, not one of ours.
    full = window.page.locator("#tree-picture .full").first
    ink = window.page.evaluate("getComputedStyle(document.body).color")
    assert full.evaluate("one => getComputedStyle(one).fill") == ink


def test_a_page_that_is_not_there(windows: Windows, homes: dict[str, str]) -> None:
    window = windows.open()
    window.page.goto(homes["en"])
    answer = window.page.goto(homes["en"].partition("?")[0] + "person/p-nobody")
    assert answer
    assert answer.status == 404
    assert window.page.get_by_role("link", name="To the overview").is_visible()
    assert window.violations() == []
    window.forgive("the server responded with a status of 404")


# ---------------------------------------------------------------- keyboard


def test_tab_reaches_everything_in_its_order_and_shows_where_it_is(
    windows: Windows, homes: dict[str, str]
) -> None:
    window = windows.open(**WIDE)
    page = window.page
    page.goto(homes["en"])
    window.open_all()
    wanted: int = page.evaluate(
        "[...document.querySelectorAll('a[href], summary, button, input, [tabindex=\"0\"]')]"
        ".filter(one => one.checkVisibility() && one.tabIndex >= 0).length"
    )
    assert wanted > 40
    places, seen = [], set()
    for _ in range(wanted):
        page.keyboard.press("Tab")
        at = page.evaluate(
            """() => {
              const one = document.activeElement;
              const all = [...document.querySelectorAll('*')];
              const style = getComputedStyle(one);
              const shown = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
              return [all.indexOf(one), shown, one.outerHTML.slice(0, 120)];
            }"""
        )
        places.append(at[0])
        seen.add(at[0])
        assert at[1], f"no sign that this has the focus: {at[2]}"
    assert places == sorted(places)
    assert len(seen) == wanted


def test_the_first_tab_leads_past_the_beginning(windows: Windows, homes: dict[str, str]) -> None:
    page = windows.open(**WIDE).page
    page.goto(homes["en"])
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    assert skip.evaluate("one => one === document.activeElement")
    assert skip.is_visible()
    box = skip.bounding_box()
    assert box
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_folds_open_and_names_lead_on_by_keyboard_alone(
    windows: Windows, homes: dict[str, str]
) -> None:
    page = windows.open(**WIDE).page
    page.goto(homes["en"])
    summary = page.locator("#people > summary")
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator("#people").get_attribute("open") is not None
    page.keyboard.press("Tab")
    name = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    page.wait_for_url("**/person/**")
    assert page.locator("h1").inner_text() == name
