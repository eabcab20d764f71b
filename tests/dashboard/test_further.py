"""Ties, opportunities, whom to tell and what was passed on: rows with their reasons."""

from __future__ import annotations

from datetime import date

from notesync.dashboard.further import TIES, further
from notesync.dashboard.page import Page
from notesync.dashboard.scene import scene
from notesync.notes.rhythm import Rhythm
from notesync.views.calendar import Calendar
from notesync.words import ENGLISH
from tests.dashboard.pages import TODAY, book_of, reading


def found(notes: dict[str, str], today: date = TODAY) -> Page:
    seen = scene(book_of(notes), today=today, calendar=Calendar(), rhythm=Rhythm(), words=ENGLISH)
    return Page(today, "net", **further(seen.found, seen.places, seen.phrases))


def test_nothing_is_said_where_there_is_nothing() -> None:
    page = found({"contacts/Anna.md": "# Anna\n"})
    assert (page.valuable, page.easy, page.chances, page.untold, page.told, page.given) == (
        (),
        (),
        (),
        (),
        (),
        (),
    )


def test_an_old_tie_says_why_a_word_would_be_good() -> None:
    old = "---\ncircle: friend\ncloseness: close\nlast_contact: 2025-01-03\n---\n"
    page = found({"contacts/Tobias.md": old})
    (tie,) = page.easy
    assert (tie.who.name, tie.last) == ("Tobias", date(2025, 1, 3))
    assert tie.why == "you are close, in touch in the last years"
    assert page.ties_block.gist == "1 person"
    assert page.ties_block.says


def test_of_many_old_ties_the_first_are_shown_and_all_are_counted() -> None:
    old = "---\ncircle: friend\nlast_contact: 2025-01-03\n---\n"
    page = found({f"contacts/P{at}.md": old for at in range(TIES + 4)})
    assert len(page.easy) == TIES
    assert page.ties_block.gist == f"{TIES + 4} people"


def test_an_opportunity_says_how_far_it_is_and_how_it_came() -> None:
    chance = (
        "---\nsource: posting\nvia: ['[[Carla Voigt]]']\norg: Elbgrün\napplied: 2026-05-06\n---\n"
    )
    page = found({"opportunities/Heat.md": chance, "contacts/Carla Voigt.md": "# Carla\n"})
    (row,) = page.chances
    assert (row.name, row.org, row.stage, row.day) == (
        "Heat",
        "Elbgrün",
        "applied for",
        date(2026, 5, 6),
    )
    assert reading(row.came).text == "posting, through Carla Voigt"
    assert page.chances_block.gist == "1 opportunity"


def test_an_opportunity_of_which_nothing_is_said_is_shown_all_the_same() -> None:
    (row,) = found({"opportunities/Idea.md": "# Idea\n"}).chances
    assert (row.stage, row.came) == ("–", "")


HELPED = "## Log\n- 2026-04-04 asked\n- 2026-04-06 talked\n"
REFERRED = "## Log\n- 2026-04-05 asked\n- 2026-04-07 referred — Ida knows\n"
TOLD = HELPED + "- 2026-05-08 news\n"
DECIDED = "---\ndecided: 2026-05-07\ndecision: B2B\n---\n"


def test_whoever_helped_is_listed_once_there_is_something_to_tell() -> None:
    notes = {
        "contacts/Anna.md": HELPED,
        "contacts/Ben.md": REFERRED,
        "contacts/Cem.md": TOLD,
    }
    assert found(notes).untold == ()
    page = found(notes | {"questions/B2B or B2C.md": DECIDED})
    assert [reading(row).text for row in page.untold] == [
        "Anna, talked Mon 6 Apr",
        "Ben, named somebody Tue 7 Apr",
    ]
    assert [who.name for who in page.told] == ["Cem"]
    assert page.loop_block.gist == "1 of 3 knows"
    assert page.loop_block.says.startswith("You decided “B2B or B2C”.")


def test_arriving_is_news_too() -> None:
    me = {"me.md": "---\ntype: me\narrived: 2026-05-04\n---\n"}
    page = found({"contacts/Anna.md": HELPED} | me)
    assert page.loop_block.says.startswith("You have arrived.")


def test_what_i_passed_on_is_a_list_the_newest_first() -> None:
    notes = {
        "contacts/Anna.md": "## Log\n- 2026-05-01 gave — two hours with her portfolio\n",
        "contacts/Ben.md": "## Log\n- 2026-05-02 gave\n- 2026-05-03 introduced named:[[Anna]]\n",
        "conversations/2026-05-05 Cem.md": "---\npeople: ['[[Cem]]']\nkind: give-back\n---\n",
    }
    page = found(notes)
    assert [reading(row).text for row in page.given] == [
        "Tue 5 May: time for Cem",
        "Sun 3 May: Ben and Anna brought together",
        "Sat 2 May: something for Ben",
        "Fri 1 May: Anna, two hours with her portfolio",
    ]
    assert page.given_block.says == "1 conversation given this month."
    assert page.given_block.gist == "last Tue 5 May"


def test_a_month_in_which_i_gave_no_conversation_is_not_counted() -> None:
    page = found({"contacts/Anna.md": "## Log\n- 2026-05-01 gave — two hours\n"})
    assert (page.given_block.gist, page.given_block.says) == ("last Fri 1 May", "")


def test_my_own_limit_stands_beside_what_i_gave() -> None:
    notes = {
        "me.md": "---\ntype: me\ngive_limit: 3\n---\n",
        "conversations/2026-05-05 Cem.md": "---\npeople: ['[[Cem]]']\nkind: give-back\n---\n",
    }
    assert "Your limit is 3." in found(notes).given_block.says
