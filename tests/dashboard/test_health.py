"""What a person should look at: two versions of one thing, lines not understood, hints."""

from __future__ import annotations

from datetime import date

from notesync.dashboard.build import build
from notesync.dashboard.editors import Opener
from notesync.dashboard.health import LETTERS, ROWS, Health, health
from notesync.dashboard.render import render_page
from notesync.dashboard.scene import Scene, scene
from notesync.dashboard.troubles import Clash
from notesync.errors import Problem, problem
from notesync.notes.rhythm import Rhythm
from notesync.views.calendar import Calendar
from notesync.words import ENGLISH
from tests.dashboard.pages import TODAY, Reading, book_of, reading, squeezed

NOTES = {
    "contacts/Anna.md": "---\ncity: Hamburg\n---\n",
    "contacts/Zelda Quist.md": "---\nprivate: true\n---\n",
    "conversations/2026-05-05 Anna.md": "---\npeople: ['[[Anna]]']\n---\n",
    "opportunities/Post.md": "---\norg: '[[Elbgrün]]'\n---\n",
    "organizations/Elbgrün.md": "---\ntarget: true\n---\n",
}
CITY = Clash(1, "contacts/Anna.md", "city", "Hamburg", "Leipzig", date(2026, 5, 10))


def seen(
    *clashes: Clash,
    problems: tuple[Problem, ...] = (),
    opener: Opener | None = None,
    live: bool = False,
    incognito: bool = False,
) -> Scene:
    return scene(
        book_of(NOTES),
        today=TODAY,
        calendar=Calendar(),
        rhythm=Rhythm(),
        words=ENGLISH,
        problems=problems,
        clashes=clashes,
        live=live,
        opener=opener or Opener(),
        incognito=incognito,
    )


def page(*clashes: Clash, live: bool = False, incognito: bool = False) -> Reading:
    one = seen(*clashes, live=live, incognito=incognito)
    shown = reading(render_page(build(one), one, footer=""))
    assert shown.faults == []
    return shown


def made(*problems: Problem, opener: Opener | None = None) -> Health:
    return health(seen(problems=problems, opener=opener))


def test_both_versions_stand_there_each_with_the_command_that_chooses_it() -> None:
    for live in (False, True):
        block = page(CITY, live=live).by_id("conflicts")
        text = squeezed(block.text)
        assert "Two versions at 1 place" in text
        assert "as it standsHamburgnotesync conflicts --keep 1" in text
        assert "the other version, Sun 10 MayLeipzignotesync conflicts --take 1" in text


def test_without_conflicts_and_problems_nothing_is_said_of_them() -> None:
    ids = {one.attributes.get("id") for one in page().elements}
    assert not ids & {"conflicts", "problems", "hints"}


def test_a_conflict_leads_to_whom_or_what_its_note_is_about() -> None:
    shown = page(CITY)
    (link,) = [a for a in shown.all("a") if a.text == "contacts/Anna.md"]
    assert shown.by_id(link.attributes["href"][1:]).name == "div"
    paths = ("conversations/2026-05-05 Anna.md", "opportunities/Post.md", "me.md")
    clashes = [Clash(at, path, "text", "", "x") for at, path in enumerate(paths, 1)]
    hrefs = [one.href for one in health(seen(*clashes, live=True))["clashes"]]
    assert [href.rpartition("-")[0] for href in hrefs] == [
        f"{hrefs[0].partition('#')[0]}#t",
        "/organization/o-elbgrun",
        "",
    ]
    assert hrefs[0].startswith("/person/p-anna-")


def test_what_is_private_has_no_conflict_that_others_see() -> None:
    private = Clash(2, "contacts/Zelda Quist.md", "city", "here", "there")
    named = Clash(3, "contacts/Anna.md", "text", "with Zelda", "with Zelda Quist")
    found = health(seen(CITY, private, named))["clashes"]
    assert [(one.number, one.kept, one.other) for one in found] == [
        (1, "Hamburg", "Leipzig"),
        (3, "with …", "with …"),
    ]


def test_nobodys_name_is_in_a_conflict_on_a_screen_that_others_see() -> None:
    shown = page(Clash(1, "contacts/Anna.md", "email", "anna@example.org", "Anna?"), incognito=True)
    text = squeezed(shown.by_id("conflicts").text)
    assert "Anna" not in text
    assert "example.org" not in text


def test_a_version_of_many_lines_is_one_line_and_ends_when_it_is_long() -> None:
    (found,) = health(seen(Clash(1, "me.md", "text", "one\ntwo\u202e", "x" * 1000)))["clashes"]
    assert found.kept == "one two"
    assert found.other == "x" * LETTERS + " …"


def test_very_many_are_counted() -> None:
    many = (CITY,) * (ROWS + 7)
    assert "7 more: notesync conflicts" in page(*many).text
    assert f"at {ROWS + 7} places" in page(*many).text
    strange = problem("bad-date", 7, value="x")._replace(path="contacts/Anna.md")
    found = made(*(strange,) * (ROWS + 3))
    assert (len(found["problems"]), found["problems_more"]) == (ROWS, 3)
    one = seen(problems=(strange,) * (ROWS + 3))
    text = squeezed(reading(render_page(build(one), one, footer="")).text)
    assert f"Lines not understood {ROWS + 3} lines" in text


def test_what_is_worth_a_look_is_not_called_a_line_not_understood() -> None:
    wrong = problem("bad-date", 7, value="x")._replace(path="contacts/Anna.md")
    hint = problem("talk-undated")._replace(path="conversations/A.md", warning=True)
    found = made(wrong, hint)
    assert [one.where for one in found["problems"]] == ["contacts/Anna.md:7"]
    assert [one.where for one in found["hints"]] == ["conversations/A.md"]


def test_a_line_not_understood_opens_in_the_editor_at_that_line() -> None:
    wrong = problem("bad-date", 7, value="x")._replace(path="contacts/Anna.md")
    found = made(wrong, opener=Opener("vscode", "/net"))
    assert found["problems"][0].opens == "vscode://file/net/contacts/Anna.md:7"
    assert made(wrong)["problems"][0].opens == ""


def test_what_stands_in_a_version_is_text_and_never_part_of_the_page() -> None:
    bad = "</dd></style><script>canary()</script>"
    shown = page(Clash(1, f"contacts/{bad}.md", bad, bad, bad))
    assert list(shown.all("script")) == []
    assert shown.by_id("conflicts").text.count(bad) == 4
