"""Whom do I owe something; and what was promised before I began."""

from notesync.views.owing import owing
from notesync.views.thanks_promises import promises
from tests.views.vault import facts_of

STARTED = "=== me\n---\nstarted: 2026-05-01\n---\n"
OLD = "=== conversations/2026-02-10 Anna\n---\npeople: [Anna]\n---\n- [ ] {promise}\n"


def test_an_older_promise_is_never_due_but_not_hidden() -> None:
    facts = facts_of(STARTED + OLD.format(promise="me: send the article"), "2026-05-05")
    found = owing(facts)
    assert found.promises == promises(facts) == ()
    assert [(row.text, row.names) for row in found.older] == [("send the article", ("Anna",))]


def test_an_older_promise_with_a_later_date_is_due_on_it() -> None:
    text = STARTED + OLD.format(promise="me: send the article 📅 2026-05-20")
    found = owing(facts_of(text, "2026-05-05"))
    assert ([str(row.due) for row in found.promises], found.older) == (["2026-05-20"], ())


def test_nobody_is_nudged_about_an_older_promise() -> None:
    text = STARTED + OLD.format(promise="they: introduce Nora 📅 2026-02-20")
    (row,) = owing(facts_of(text, "2026-05-05")).older
    assert row.nudge is None


def test_kept_and_dropped_promises_are_nowhere() -> None:
    text = OLD.format(promise="me: a").replace("[ ]", "[x]")
    found = owing(facts_of(STARTED + text, "2026-05-05"))
    assert (found.promises, found.older) == ((), ())


def test_whoever_rests_is_owed_nothing_now() -> None:
    text = OLD.format(promise="me: a") + "=== contacts/Anna\n## Log\n- 2026-03-01 rests\n"
    found = owing(facts_of(STARTED + text, "2026-05-05"))
    assert (found.promises, found.older) == ((), ())


def test_thanks_and_reports_stand_there_too() -> None:
    text = (
        "=== contacts/Meike\n## Log\n- 2026-04-20 talked named:Carla\n- 2026-04-20 thanked\n"
        "=== contacts/Carla\n## Log\n- 2026-05-04 talked\n"
    )
    found = owing(facts_of(text, "2026-05-05"))
    assert [row.name for row in found.thanks] == ["Carla"]
    assert [row.name for row in found.reports] == ["Meike"]
