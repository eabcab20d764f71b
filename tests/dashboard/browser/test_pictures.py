"""The pictures in a real browser, with the fonts of this machine: nothing runs over or out.

The vault has the names that break pages: very long ones without a blank, Arabic, Japanese, emoji,
a crowd behind one person and a long way of introductions.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dashboard.browser.window import Windows
from tests.dashboard.pages import page_of

pytestmark = pytest.mark.browser

LONG = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstellenleiterin"
ARABIC = "محمد بن عبد الرحمن الخطيب"
JAPANESE = "日本太郎の長い長い名前がここに続きます"
FAMILY = "👩‍👩‍👧‍👦 Familie Emoji 🎉🎉🎉"
# Each text of a picture that leaves it, and each two that meet; a link's line under it aside.
LOST = """() => {
  const lost = [];
  for (const svg of document.querySelectorAll("svg.drawing[role]")) {
    const frame = svg.getBoundingClientRect();
    if (!frame.width) continue;
    const texts = [...svg.querySelectorAll("text")];
    const boxes = texts.map(text => text.getBoundingClientRect());
    boxes.forEach((box, at) => {
      if (box.left < frame.left - 2 || box.right > frame.right + 2)
        lost.push(`${svg.id}: ${texts[at].textContent}`);
      boxes.slice(0, at).forEach((other, before) => {
        const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
        const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
        if (across > 0.5 && down > 3)
          lost.push(`${svg.id}: ${texts[before].textContent} / ${texts[at].textContent}`);
      });
    });
  }
  return lost;
}"""
TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


def strange() -> dict[str, str]:
    """The vault."""
    by = "---\nintroduced_by: '[[{}]]'\norg: {}\n---\n"
    talk = "---\npeople: ['[[{}]]']\nconfidence_before: 2\nconfidence_after: 4\n---\n"
    notes = {
        f"contacts/{LONG}.md": f"---\norg: {LONG}\nrole: {LONG}\n---\n## Log\n"
        "- 2026-05-04 asked email expect:no\n- 2026-05-05 agreed\n",
        f"contacts/{ARABIC}.md": by.format(LONG, "شركة الطاقة"),
        f"contacts/{JAPANESE}.md": by.format(ARABIC, "株式会社") + "## Log\n- 2026-05-08 asked\n",
        f"contacts/{FAMILY}.md": by.format(ARABIC, FAMILY),
        f"conversations/2026-05-06 {LONG}.md": talk.format(LONG)
        + f"- [insight] {LONG} [[{LONG}?]] +{LONG}\n",
        f"conversations/2026-05-07 {FAMILY}.md": talk.format(FAMILY)
        + f"- [insight] no [[{LONG}?]] -{LONG}\n",
        f"questions/{LONG}?.md": f"---\nquestion: {LONG}\noptions: [{LONG}, {JAPANESE}]\n---\n",
        f"organizations/{LONG}.md": "---\ntarget: true\n---\n",
        "organizations/株式会社.md": "---\ntarget: true\n---\n",
    }
    notes |= {f"contacts/Child {at} of many.md": by.format(LONG, f"Firm {at}") for at in range(14)}
    notes |= {f"contacts/Way {at}.md": by.format(f"Way {at - 1}", LONG) for at in range(1, 14)}
    return notes


@pytest.mark.parametrize("width", [320, 375, 768, 1280])
def test_no_name_runs_out_of_a_picture_or_into_another(
    width: int, windows: Windows, tmp_path: Path
) -> None:
    file = tmp_path / "page.html"
    file.write_text(page_of(strange()), encoding="utf-8")
    window = windows.open(viewport={"width": width, "height": 900})
    window.page.goto(file.as_uri())
    window.open_all()
    assert window.page.locator("svg.drawing[role]").count() >= 7
    assert window.page.evaluate(LOST) == []
    assert not window.page.evaluate(TOO_WIDE)


def test_names_that_stand_close_together_can_be_told_apart_by_a_finger(
    windows: Windows, tmp_path: Path
) -> None:
    org = "---\norg: Wohnungslösung AG\n---\n## Log\n- 2026-05-04 asked\n"
    planned = "---\npeople: ['[[Günther Felsburg]]']\nstate: planned\n---\n"
    notes = strange() | {
        "contacts/Günther Felsburg.md": org,
        "conversations/2026-05-20 Günther Felsburg.md": planned,
    }
    file = tmp_path / "page.html"
    file.write_text(page_of(notes), encoding="utf-8")
    window = windows.open(viewport={"width": 320, "height": 640})
    window.page.goto(file.as_uri())
    window.open_all()
    assert window.violations() == []


def test_on_a_narrow_screen_the_tree_is_a_list_that_is_open_by_itself(
    windows: Windows, petra: Path
) -> None:
    notes = {
        path.relative_to(petra).as_posix(): path.read_text(encoding="utf-8")
        for path in petra.rglob("*.md")
    }
    file = petra / "page.html"
    file.write_text(page_of(notes), encoding="utf-8")
    for width, seen in ((1280, (True, False)), (375, (False, True))):
        page = windows.open(viewport={"width": width, "height": 900}).page
        page.goto(file.as_uri())
        page.locator("#tree > summary").click()
        picture, listed = page.locator("#tree-picture"), page.locator("ul.tree").first
        assert (picture.is_visible(), listed.is_visible()) == seen


# Each word of a row's heading that stands on more than one line.
BROKEN = """() => {
  const broken = [];
  for (const cell of document.querySelectorAll("tbody th")) {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      for (const word of walker.currentNode.data.matchAll(/\\S+/g)) {
        const range = document.createRange();
        range.setStart(walker.currentNode, word.index);
        range.setEnd(walker.currentNode, word.index + word[0].length);
        const tops = new Set([...range.getClientRects()].map(box => Math.round(box.top)));
        if (tops.size > 1) broken.push(word[0]);
      }
    }
  }
  return broken;
}"""


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("lang", ["en", "de"])
def test_what_the_rows_of_tables_are_called_is_not_broken_within_a_word(
    lang: str, width: int, windows: Windows, homes: dict[str, str]
) -> None:
    window = windows.open(viewport={"width": width, "height": 900})
    window.page.goto(homes[lang])
    window.open_all()
    assert window.page.locator("tbody th").count() > 20
    assert window.page.evaluate(BROKEN) == []


def test_opening_one_table_moves_nothing_of_the_picture_beside_it(
    windows: Windows, homes: dict[str, str]
) -> None:
    page = windows.open(viewport={"width": 1280, "height": 900}).page
    page.goto(homes["en"])
    page.locator("#weeks > summary").click()
    before = page.locator("#weeks-picture").bounding_box()
    page.locator("#days-picture-table > summary").click()
    assert page.locator("#days-picture-table table").is_visible()
    assert page.locator("#weeks-picture").bounding_box() == before
