"""The page can be read in light and dark: the contrast of WCAG 2.2 (1.4.3, 1.4.11)."""

from __future__ import annotations

import re

import pytest

from notesync.dashboard.assets import asset

CSS = asset("style.css")
# Every pair of text and ground that the stylesheet puts together.
TEXTS = ("ink", "soft", "accent", "due")
GROUNDS = ("paper", "card")
PAIRS = [
    *((text, ground) for text in TEXTS for ground in GROUNDS),
    ("ink", "accent-wash"),
    ("soft", "accent-wash"),
    ("accent", "accent-wash"),
    ("due", "due-wash"),
    # Initials upon a full mark.
    ("paper", "accent"),
    ("card", "accent"),
]


def schemes() -> dict[str, dict[str, str]]:
    """The custom properties of light, dark and print."""
    found = re.findall(r":root\s*\{(.*?)\}", CSS, re.DOTALL)
    light, dark, paper = (dict(re.findall(r"--([\w-]+):\s*(#\w{6});", block)) for block in found)
    return {"light": light, "dark": light | dark, "print": light | paper}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_arithmetic_is_right() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_stands_out_from_its_ground(scheme: str, text: str, ground: str) -> None:
    colours = schemes()[scheme]
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("shape", ["shape", "accent", "due"])
def test_shapes_stand_out_from_their_ground(scheme: str, shape: str, ground: str) -> None:
    colours = schemes()[scheme]
    assert contrast(colours[shape], colours[ground]) >= 3


def test_every_colour_is_a_custom_property() -> None:
    rules = re.sub(r":root\s*\{.*?\}", "", CSS, flags=re.DOTALL)
    assert re.findall(r"#[0-9a-f]{3,8}\b|rgb|hsl", rules) == []


def test_every_custom_property_that_is_used_is_defined() -> None:
    used = set(re.findall(r"var\(--([\w-]+)", CSS))
    defined = set(re.findall(r"--([\w-]+):", CSS))
    assert used == defined


def test_the_stylesheet_fetches_nothing_and_cannot_end_its_element() -> None:
    assert "url(" not in CSS
    assert "@import" not in CSS
    assert "<" not in CSS


def test_focus_is_seen_and_motion_asks_first() -> None:
    assert ":focus-visible" in CSS
    assert "prefers-reduced-motion: no-preference" in CSS
    assert "forced-colors: active" in CSS
