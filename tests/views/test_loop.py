"""Who doesn't know what came of it."""

from notesync.views.loop import Loop, loop
from tests.views.vault import facts_of

ANNA = "=== contacts/Anna\n## Log\n- 2026-05-04 talked\n"
ARRIVED = "=== me\n---\narrived: 2026-07-01\n---\n"
DECIDED = "=== questions/Work\n---\ndecided: 2026-06-01\ndecision: agency\n---\n"
ACCEPTED = "=== opportunities/Elbgrün\n---\naccepted: 2026-06-15\n---\n"


def found(text: str, today: str = "2026-08-01") -> Loop:
    return loop(facts_of(text, today))


def names(text: str, today: str = "2026-08-01") -> tuple[list[str], list[str]]:
    row = found(text, today)
    return [one.name for one in row.untold], [one.name for one in row.told]


def test_before_anything_is_decided_there_is_nothing_to_tell() -> None:
    row = found(ANNA)
    assert (row.since, row.because) == (None, "")
    assert names(ANNA) == (["Anna"], [])


def test_it_begins_with_arriving_or_what_was_accepted_or_else_the_last_decision() -> None:
    for text, because, since, about in (
        (DECIDED, "decided", "2026-06-01", "Work"),
        (DECIDED + ARRIVED, "arrived", "2026-07-01", ""),
        (DECIDED + ACCEPTED, "accepted", "2026-06-15", "Elbgrün"),
        (DECIDED + ACCEPTED + ARRIVED, "accepted", "2026-06-15", "Elbgrün"),
    ):
        row = found(ANNA + text)
        assert (row.because, str(row.since), row.about) == (because, since, about)


def test_an_offer_accepted_after_arriving_is_another_story() -> None:
    later = "=== opportunities/Next\n---\naccepted: 2026-07-20\n---\n"
    assert found(ANNA + ARRIVED + later).because == "arrived"


def test_news_or_a_report_since_then_closes_the_loop() -> None:
    for verb in ("news", "reported"):
        for day, told in (("2026-06-30", False), ("2026-07-01", True), ("2026-07-20", True)):
            text = ANNA + f"- {day} {verb}\n" + ARRIVED
            assert names(text) == ((["Anna"], []), ([], ["Anna"]))[told], (verb, day)


def test_thanks_tell_nobody_what_came_of_it() -> None:
    assert names(ANNA + "- 2026-07-20 thanked\n" + ARRIVED) == (["Anna"], [])


def test_whoever_referred_me_helped_too() -> None:
    text = (
        "=== contacts/Ben\n## Log\n- 2026-05-04 asked\n- 2026-05-05 referred — [[Ida]]\n" + ARRIVED
    )
    (row,) = found(text).untold
    assert (row.name, row.how, str(row.day)) == ("Ben", "referred", "2026-05-05")


def test_whoever_only_declined_or_to_whom_i_gave_is_not_meant() -> None:
    text = "=== contacts/Ben\n## Log\n- 2026-05-04 asked\n- 2026-05-05 declined\n" + ARRIVED
    give = "=== conversations/2026-05-10 Cem\n---\nkind: give-back\n---\n"
    assert names(text + give) == ([], [])


def test_whoever_helped_first_comes_first() -> None:
    text = ANNA + "=== contacts/Zoe\n## Log\n- 2026-04-01 talked\n" + ARRIVED
    assert names(text) == (["Zoe", "Anna"], [])


def test_news_before_she_helped_are_not_about_what_came_of_it() -> None:
    text = "=== contacts/Anna\n## Log\n- 2026-07-05 news\n- 2026-07-10 talked\n" + ARRIVED
    assert names(text) == (["Anna"], [])
