"""The page of status: what each way on shows, and a kind word where one is needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from notesync.cli.digest import LINES, digest
from notesync.cli.screen import Screen, cells
from notesync.views.payload import brief, payload
from notesync.words import ENGLISH, Words
from notesync.workspace.speech import speak
from tests.views.vault import status_of

ME = "=== me\n---\n{}\n---\n"
HELPED = "".join(
    f"=== contacts/{name}\n## Log\n- 2026-04-20 talked\n- 2026-04-21 thanked\n"
    for name in ("Anna", "Ben", "Cem", "Dora", "Eva", "Finn", "Gül")
)
GIVEN = "=== conversations/2026-05-06 Chat\n---\npeople: [Ida]\nkind: give-back\n---\n"
GERMAN = speak("de")


def page(text: str, today: str, words: Words = ENGLISH, width: int = 80) -> list[str]:
    found = brief(payload(status_of(text, today), words))
    return digest(found, words, Screen(width), Path("/home/netz"))


def block(title: str, lines: list[str]) -> list[str]:
    """The lines below a title, up to the next one."""
    if title not in lines:
        return []
    rest = lines[lines.index(title) + 1 :]
    return [
        line.strip()
        for line in rest[: next(at for at, line in enumerate(rest) if line[:2] != "  ")]
    ]


def test_once_arrived_it_names_whom_to_tell_the_first_helpers_first() -> None:
    lines = page(HELPED + ME.format("arrived: 2026-05-04"), "2026-05-10")
    assert block("Whom I will tell", lines) == ["Anna · Ben · Cem · Dora · Eva · … 2 more"]


def test_whoever_knows_is_not_named_again() -> None:
    text = "=== contacts/Anna\n## Log\n- 2026-04-20 talked\n- 2026-05-06 news\n"
    lines = page(text + ME.format("arrived: 2026-05-04"), "2026-05-10")
    assert "Whom I will tell" not in lines


def test_while_searching_neither_is_shown() -> None:
    lines = page(HELPED + GIVEN + ME.format("give_limit: 2"), "2026-05-10")
    assert not {"Whom I will tell", "Passing it on"} & {*lines}


@pytest.mark.parametrize(
    ("limit", "wanted"),
    [
        ("give_limit: 2", ["1 conversation this month, at most 2"]),
        ("", ["1 conversation this month"]),
    ],
)
def test_once_giving_it_says_how_much_this_month(limit: str, wanted: list[str]) -> None:
    lines = page(GIVEN + ME.format(f"arrived: 2026-05-04\n{limit}"), "2026-05-10")
    assert block("Passing it on", lines) == wanted


def test_a_break_says_how_long_it_lasts() -> None:
    text = HELPED + ME.format("arrived: 2026-05-04\npaused: 2026-05-08..2026-05-17")
    lines = page(text, "2026-05-10")
    assert "You have a break until Sun 17 May; nothing is due." in lines
    assert "Whom I will tell" not in lines


def test_a_week_of_noes_has_a_kind_word() -> None:
    asked = (
        "=== contacts/Anna\n## Log\n- 2026-05-04 asked expect:yes\n- 2026-05-06 declined\n"
        "=== contacts/Ben\n## Log\n- 2026-05-05 asked expect:yes\n- 2026-05-07 declined\n"
    )
    assert block("This week", page(asked, "2026-05-08")) == [
        "Anna, Ben couldn't · asked Anna, Ben",
        "You asked 2 people; that was your part, and you did it.",
        "2 asked so far · everyone has answered",
    ]
    assert block("Diese Woche", page(asked, "2026-05-08", GERMAN))[1] == (
        "Du hast 2 Menschen gefragt; das war dein Teil, und den hast du getan."
    )


def test_a_no_alone_is_not_about_me() -> None:
    text = "=== contacts/Anna\n## Log\n- 2026-04-28 asked\n- 2026-05-06 declined\n"
    assert "A no is mostly about their time, not about you." in block(
        "This week", page(text, "2026-05-08")
    )


def test_a_week_with_a_yes_needs_no_comfort() -> None:
    text = (
        "=== contacts/Anna\n## Log\n- 2026-05-04 asked\n- 2026-05-06 declined\n"
        "=== contacts/Ben\n## Log\n- 2026-05-05 asked\n- 2026-05-07 agreed\n"
    )
    assert not [line for line in page(text, "2026-05-08") if "your part" in line or "A no" in line]


@pytest.mark.parametrize(
    ("logs", "wanted"),
    [
        (("asked expect:no", "agreed"), "1 asked so far, 1 said yes (you expected 0)"),
        (("asked expect:yes", "agreed"), "1 asked so far, 1 said yes (you expected 1)"),
        (("asked", "agreed"), "1 asked so far, 1 said yes"),
        (("asked expect:yes", "declined"), "1 asked so far"),
    ],
)
def test_a_guess_is_told_where_people_were_as_kind_as_i_thought(
    logs: tuple[str, str], wanted: str
) -> None:
    lines = "".join(f"- 2026-05-0{day} {log}\n" for day, log in enumerate(logs, 4))
    shown = block("This week", page(f"=== contacts/Anna\n## Log\n{lines}", "2026-05-20"))
    assert shown == [f"{wanted} · everyone has answered"]


def test_a_guess_is_not_compared_with_yeses_that_had_none() -> None:
    text = (
        "=== contacts/Anna\n## Log\n- 2026-05-04 asked expect:no\n- 2026-05-05 declined\n"
        "=== contacts/Ben\n## Log\n- 2026-05-04 asked\n- 2026-05-05 agreed\n"
    )
    (line,) = block("This week", page(text, "2026-05-20"))
    assert line == "2 asked so far, 1 said yes · everyone has answered"


def test_the_fullest_day_of_each_way_fits_the_page() -> None:
    talks = "".join(
        f"=== conversations/2026-05-{day} Anna\n---\npeople: [Anna, Ben]\n---\n"
        for day in range(11, 19)
    )
    for me in ("", "arrived: 2026-05-04", "arrived: 2026-05-04\ngive_limit: 2"):
        for words in (ENGLISH, GERMAN):
            lines = page(HELPED + talks + ME.format(me), "2026-05-10", words)
            assert len(lines) <= LINES
            assert max(map(cells, lines)) <= 80
