"""Who led to whom, with marks for how it stands; and whom I brought together."""

from __future__ import annotations

from notesync.dashboard.branches import LEGEND, LONGEST, branches
from notesync.dashboard.page import Page
from notesync.dashboard.rows import Branch
from notesync.dashboard.scene import scene
from notesync.notes.rhythm import Rhythm
from notesync.views.calendar import Calendar
from notesync.words import ENGLISH
from tests.dashboard.pages import TODAY, book_of

BY = "---\nintroduced_by: '[[{}]]'\norg: {}\n---\n## Log\n"


def grown(notes: dict[str, str]) -> Page:
    seen = scene(book_of(notes), today=TODAY, calendar=Calendar(), rhythm=Rhythm(), words=ENGLISH)
    return Page(TODAY, "net", **branches(seen.found, seen.places, seen.phrases))


def flat(tree: tuple[Branch, ...]) -> list[tuple[str, str, str]]:
    return [
        row for one in tree for row in ((one.who.name, one.mark, one.note), *flat(one.children))
    ]


def test_each_stage_has_its_mark_and_a_mark_never_stands_alone() -> None:
    logs = {
        "Listed": "",
        "Asked": "- 2026-05-11 asked",
        "Agreed": "- 2026-05-10 asked\n- 2026-05-11 agreed",
        "Refused": "- 2026-05-10 asked\n- 2026-05-11 declined",
        "Silent": "- 2026-01-10 asked",
        "Met": "- 2026-05-10 talked",
    }
    page = grown(
        {f"contacts/{name}.md": BY.format("Root", "Firm") + log for name, log in logs.items()}
    )
    rows = {name: (mark, note) for name, mark, note in flat(page.tree)}
    assert rows == {
        "Root": ("ring", ""),
        "Listed": ("ring", ""),
        "Asked": ("dot", "asked"),
        "Agreed": ("half", "agreed"),
        "Refused": ("barred", "couldn't"),
        "Silent": ("barred", "no reply"),
        "Met": ("full", ""),
    }
    assert {mark for mark, _ in rows.values()} <= LEGEND.keys()


def test_a_branch_says_where_somebody_works() -> None:
    (root,) = grown({"contacts/Ida.md": BY.format("Jonas", "Hafenwerk")}).tree
    assert (root.org, root.children[0].org) == ("", "Hafenwerk")


def test_a_long_way_is_told_by_its_beginning_and_its_end() -> None:
    notes = {f"contacts/P{at}.md": BY.format(f"P{at - 1}", "X") for at in range(1, 12)}
    page = grown(notes)
    told = page.tree_gist.split(" → ")
    assert (len(told), told[0], told[-2], told[-1]) == (LONGEST, "P0", "…", "P11")


def test_whom_i_brought_together_is_a_branch_of_its_own() -> None:
    page = grown({"contacts/Nora.md": "## Log\n- 2026-05-10 introduced named:[[Ida]], [[Rita]]\n"})
    assert [name for name, _, _ in flat(page.brought)] == ["Nora", "Ida", "Rita"]
    assert page.brought_says == "You have brought people together 2 times."
    assert grown({"contacts/Nora.md": "# Nora\n"}).brought == ()


def test_whoever_led_to_nobody_yet_is_named_beside_the_tree() -> None:
    page = grown({"contacts/Ida.md": BY.format("Jonas", "X"), "contacts/Tobias.md": "# T\n"})
    assert [who.name for who in page.alone] == ["Tobias"]
    assert page.tree_more == 0
