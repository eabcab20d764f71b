"""A view's rows for people: names first, in words."""

from __future__ import annotations

import pytest

from notesync.cli.blocks import MOST_NAMES, Block
from notesync.cli.tables import blocks
from notesync.views.catalogue import VIEWS
from notesync.views.documents import document
from notesync.words import ENGLISH
from tests.views.vault import facts_of

TODAY = "2026-05-20"


def shown(name: str, text: str) -> list[Block]:
    facts = facts_of(text, TODAY)
    view = next(view for view in VIEWS if view.name == name)
    found = document(name, view.of(facts), facts, ENGLISH)
    return blocks(name, found, ENGLISH, facts.today)


def rows(name: str, text: str) -> list[tuple[str | None, ...]]:
    return [row for block in shown(name, text) for row in block.rows]


def log(name: str, *lines: str, org: str = "") -> str:
    return f"=== contacts/{name}\n---\norg: {org}\n---\n## Log\n" + "".join(
        f"- {x}\n" for x in lines
    )


def test_a_step_has_its_mark_and_its_reason() -> None:
    assert rows("next", log("Anna", "2026-05-18 talked", "2026-05-19 replied"))[:2] == [
        ("●", "Anna", "", "say thank you", "talked Mon 18 May"),
        ("●", "Anna", "", "answer", "wrote to you yesterday"),
    ]


def test_a_meeting_says_where_when_and_whether_to_confirm_it() -> None:
    text = log("Anna", "2026-05-11 agreed for:2026-05-21T12:30", org="Hafenwerk")
    assert rows("ahead", text) == [
        ("●", "Anna", "Hafenwerk", "conversation, confirm the conversation", "tomorrow 12:30")
    ]
    city = "=== conversations/2026-06-08 Anna\n---\npeople: [Anna, Ben]\ncity: Leipzig\n---\n"
    assert rows("ahead", city) == [
        ("○", "Anna and Ben", "", "conversation in Leipzig", "Mon 8 Jun")
    ]


def test_every_move_of_the_week_is_told_in_words() -> None:
    text = (
        log(
            "Anna", "2026-05-18 asked", "2026-05-18 agreed", "2026-05-19 thanked", "2026-05-20 gave"
        )
        + log("Ben", "2026-05-18 asked", "2026-05-19 referred — [[Ida]]")
        + log("Cem", "2026-05-19 declined")
        + "=== conversations/2026-05-18 Anna\n---\npeople: [Anna]\nnamed: [Zoe]\n---\n"
        + "- [insight] A\n- [insight] B\n"
    )
    assert [row[1:3] for row in rows("moved", text)] == [
        ("Anna", "talked"),
        ("Anna", "said yes"),
        ("Ben", "couldn't, but named Ida"),
        ("Cem", "couldn't"),
        ("Anna", "asked"),
        ("Ben", "asked"),
        ("Anna", "new: Zoe"),
        ("Anna", "2 insights"),
        ("Anna", "thanked"),
        ("Anna", "gave"),
    ]


@pytest.mark.parametrize(
    ("more", "said", "wanted"),
    [
        ("", (), "open"),
        ("", ("",), "1 voice"),
        ("", ("", ""), "2 voices"),
        ("", ("+a", "+b"), "different views"),
        ("", ("+a", "+a", "+a", "+a"), "4 voices, nothing new lately"),
        ("decided: 2026-05-01\ndecision: a", (), "decided: a"),
        ("decided: 2026-05-01", (), "decided"),
        ("dropped: 2026-05-01", (), "set aside"),
    ],
)
def test_how_clear_a_question_is_stands_beside_it(
    more: str, said: tuple[str, ...], wanted: str
) -> None:
    text = f"=== questions/Work\n---\noptions: [a, b]\n{more}\n---\n" + "".join(
        f"=== conversations/2026-05-{at:02} P\n---\npeople: [P{at}]\n---\n"
        f"- [insight] x [[Work]] {one}\n"
        for at, one in enumerate(said, 1)
    )
    assert rows("questions", text)[0][2] == wanted


def test_stances_say_who_stands_for_what() -> None:
    text = (
        "=== questions/Work\n---\noptions: [a, b]\n---\n"
        "=== conversations/2026-05-01 A\n---\npeople: [Anna]\n---\n- [insight] x [[Work]] +a -b\n"
        "=== conversations/2026-05-02 B\n---\npeople: [Ben]\n---\n- [insight] y [[Work]] -a\n"
    )
    _, told = shown("questions", text)
    assert (told.title, told.whole) == ("Work", True)
    assert told.rows == (
        ("·", "a: for it Anna; against it Ben"),
        ("·", "b: against it Anna"),
        ("·", "Ben", "Sat 2 May", "y"),
        ("·", "Anna", "Fri 1 May", "x"),
    )


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (
            ("2026-05-19 asked",),
            ("○", "asked yesterday, 1 business day", "from Fri 22 May: ask someone else who knows"),
        ),
        (
            ("2026-05-15 asked",),
            ("●", "asked Fri 15 May, 3 business days", "ask someone else who knows"),
        ),
        (
            ("2026-05-11 asked", "2026-05-19 reminded"),
            ("○", "asked Mon 11 May, 6 business days", "from Fri 27 Nov: ask again, perhaps"),
        ),
        (
            ("2026-05-11 asked", "2026-05-19 replied"),
            ("○", "asked Mon 11 May, 6 business days", "answer"),
        ),
        (
            ("2026-05-11 asked", "2026-05-12 deferred until:2026-06-15"),
            ("○", "asked Mon 11 May, 0 business days", "later, as agreed: Mon 15 Jun"),
        ),
        (("2026-05-11 asked", "2026-05-12 rests"), ("○", "asked Mon 11 May, 6 business days", "")),
    ],
)
def test_an_open_ask_says_what_may_be_done_and_from_when(
    lines: tuple[str, ...], wanted: tuple[str, ...]
) -> None:
    ((mark, _, _, since, then),) = rows("waiting", log("Anna", *lines))
    assert (mark, since, then) == wanted


def test_where_she_works_somebody_else_may_be_asked_too() -> None:
    ((*_, then),) = rows("waiting", log("Anna", "2026-05-15 asked", org="Nordlicht"))
    assert then == "ask someone else there too"


def test_thanks_reports_and_promises_stand_apart() -> None:
    text = (
        log("Meike", "2026-04-20 talked named:Carla", "2026-04-20 thanked", org="Nordlicht")
        + log("Carla", "2026-05-18 talked")
        + "=== conversations/2026-05-18 Carla\n---\npeople: [Carla]\n---\n- [ ] me: call\n"
        + "=== conversations/2026-02-01 Old\n---\npeople: [Dora]\n---\n- [ ] me: write\n"
        + "=== me\n---\nstarted: 2026-03-01\n---\n"
    )
    assert {block.code: block.rows for block in shown("thanks", text)} == {
        "thanks": (("●", "Carla", "", "talked Mon 18 May"),),
        "report_back": (("○", "Meike", "Nordlicht", "you met Carla"),),
        "promise_of_mine": (("○", "Carla", "by Mon 25 May", "call"),),
        "older": (("○", "Dora", "by Sun 8 Feb", "write"),),
    }


def test_of_very_many_names_the_first_are_told() -> None:
    people = ", ".join(f"P{at}" for at in range(9))
    text = f"=== conversations/2026-06-08 Lunch\n---\npeople: [{people}]\n---\n"
    ((_, names, *_),) = rows("ahead", text)
    assert names == "P0, P1, P2, P3, P4, P5 and 3 more"
    assert str(names).count("P") == MOST_NAMES


def test_everything_given_and_every_way_an_opportunity_came_is_told() -> None:
    text = (
        log("Anna", "2026-05-08 gave — an article", "2026-05-09 introduced named:Ben")
        + "=== contacts/Ben\n"
        + "=== conversations/2026-05-10 Chat\n---\npeople: [Ben]\nkind: give-back\n---\n"
    )
    assert rows("give-back", text) == [
        ("·", "Ben", "Sun 10 May", "conversation"),
        ("·", "Anna", "Fri 8 May", "an article"),
        ("·", "Anna and Ben", "Sat 9 May"),
    ]
    chances = (
        "=== opportunities/A\n---\nvia: [Anna]\nseen: 2026-05-04\napplied: 2026-05-19\n---\n"
        "=== opportunities/B\n---\nsource: posting\n---\n"
    )
    assert {block.code: block.rows for block in shown("opportunities", chances)} == {
        "opportunity": (
            ("·", "A", "", "applied for, yesterday", "through Anna"),
            ("·", "B", "", "", "posting"),
        ),
        "source": (("·", "posting", "1"), ("·", "contact", "1")),
        "via": (("·", "Anna", "1"),),
    }


def test_whoever_referred_me_is_among_those_to_tell() -> None:
    text = log("Ben", "2026-05-04 asked", "2026-05-05 referred — [[Ida]]")
    text += "=== me\n---\narrived: 2026-05-10\n---\n"
    assert rows("loop", text) == [("○", "Ben", "", "named somebody Tue 5 May")]
    assert rows("loop", text.replace("=== me", "- 2026-05-12 news\n=== me")) == [
        ("✓", "Ben", "", "told Tue 12 May")
    ]


def test_a_dormant_tie_without_a_day_has_been_long() -> None:
    text = "=== contacts/Ana\n---\norigin: dormant\ncircle: friend\ncloseness: close\n---\n"
    assert rows("dormant", text) == [("○", "Ana", "", "it has been long", "you are close")]
