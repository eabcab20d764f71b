"""Turns texts of notes into the served pages, without a server."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from notesync.dashboard.editors import NO_OPENER, Opener
from notesync.dashboard.scene import Scene, scene
from notesync.dashboard.site import Site
from notesync.index.search import Hit, parse, snippet
from notesync.notes.rhythm import Rhythm
from notesync.views.calendar import Calendar
from notesync.words import ENGLISH, Words
from tests.dashboard.pages import TODAY, Reading, book_of, reading

EXAMPLE = Path(__file__).parents[2] / "vault-example"
PETRA = {
    path.relative_to(EXAMPLE).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted(EXAMPLE.rglob("*.md"))
}


def scene_of(
    notes: Mapping[str, str],
    *,
    today: date = TODAY,
    words: Words = ENGLISH,
    live: bool = True,
    opener: Opener = NO_OPENER,
    incognito: bool = False,
) -> Scene:
    """Everything that pages of these notes are made of."""
    return scene(
        book_of(notes),
        today=today,
        calendar=Calendar(),
        rhythm=Rhythm(),
        words=words,
        vault_name="net",
        live=live,
        opener=opener,
        incognito=incognito,
    )


def site_of(
    notes: Mapping[str, str],
    *,
    today: date = TODAY,
    words: Words = ENGLISH,
    opener: Opener = NO_OPENER,
) -> Site:
    """The served pages of these notes; a search looks through their lines."""

    def find(typed: str) -> Sequence[Hit]:
        phrases = parse(typed)
        hits = []
        for path, text in notes.items():
            line, shown, spans = snippet(text, phrases)
            if phrases and spans:
                name = path.rpartition("/")[2].removesuffix(".md")
                hits.append(Hit(path, name, path.partition("/")[0][:-1], 1.0, line, shown, spans))
        return hits

    return Site(scene_of(notes, today=today, words=words, opener=opener), find, "Only here.")


def page_at(site: Site, path: str, typed: str = "") -> Reading:
    """The page at an address, which must be there and whole."""
    shown = site.page(path, typed)
    assert shown.status == 200, path
    page = reading(shown.html)
    assert page.faults == []
    return page


def address_of(site: Site, name: str, kind: str = "person") -> str:
    """Where the page of somebody or something is, as the overview links to it."""
    page = page_at(site, "/")
    found = [
        a.attributes["href"]
        for a in page.all("a")
        if a.text == name and a.attributes["href"].startswith(f"/{kind}/")
    ]
    assert found, name
    return found[0]
