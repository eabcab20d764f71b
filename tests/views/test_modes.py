"""Where I am on the way, and what status shows there."""

import pytest

from notesync.views.modes import MODES, mode
from notesync.views.payload import payload
from notesync.words import ENGLISH
from tests.views.vault import facts_of, status_of

ARRIVED = "=== me\n---\narrived: 2026-05-04\ngive_limit: 2\n---\n"
HELPED = "=== contacts/Anna\n## Log\n- 2026-04-20 talked\n- 2026-04-21 thanked\n"
GIVEN = "=== conversations/{day} Chat\n---\npeople: [Ben]\nkind: give-back\n---\n"


@pytest.mark.parametrize(
    ("text", "today", "wanted"),
    [
        ("", "2026-05-10", "searching"),
        (ARRIVED, "2026-05-03", "searching"),
        (ARRIVED, "2026-05-04", "arrived"),
        (ARRIVED, "2026-11-01", "arrived"),
        (ARRIVED, "2026-11-02", "giving"),
        (ARRIVED + GIVEN.format(day="2026-05-06"), "2026-05-06", "giving"),
        (ARRIVED + GIVEN.format(day="2026-05-06"), "2026-05-05", "arrived"),
        (ARRIVED + GIVEN.format(day="2026-04-01"), "2026-05-06", "arrived"),
        (GIVEN.format(day="2026-05-06"), "2026-05-06", "searching"),
    ],
)
def test_one_searches_arrives_and_gives(text: str, today: str, wanted: str) -> None:
    assert mode(facts_of(text, today)) == wanted
    assert wanted in MODES


def test_once_arrived_status_names_those_who_helped_and_do_not_know() -> None:
    shown = payload(status_of(HELPED + ARRIVED, "2026-05-10"), ENGLISH)
    assert shown["tell"] == ["Anna"]
    told = HELPED + "- 2026-05-06 news\n" + ARRIVED
    assert payload(status_of(told, "2026-05-10"), ENGLISH)["tell"] == []


def test_while_searching_there_is_nobody_to_tell() -> None:
    assert payload(status_of(HELPED, "2026-05-10"), ENGLISH)["tell"] == []


def test_once_giving_status_says_how_much_this_month() -> None:
    shown = payload(status_of(ARRIVED + GIVEN.format(day="2026-05-06"), "2026-05-10"), ENGLISH)
    assert (shown["given_this_month"], shown["give_limit"]) == (1, 2)
