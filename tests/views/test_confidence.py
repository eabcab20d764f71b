"""Does it do me good: the median change of the last five talks that say it."""

from notesync.views.confidence import confidence
from tests.views.vault import facts_of


def talk(day: int, before: str = "", after: str = "", more: str = "") -> str:
    said = f"confidence_before: {before}\n" if before else ""
    said += f"confidence_after: {after}\n" if after else ""
    return f"=== conversations/2026-05-{day:02} Anna\n---\npeople: [Anna]\n{said}{more}\n---\n"


def median(text: str) -> tuple[float | None, int]:
    found = confidence(facts_of(text, "2026-06-01"))
    return found.median, len(found.changes)


def test_without_any_saying_there_is_no_figure() -> None:
    assert median("") == (None, 0)
    assert median(talk(4)) == (None, 0)
    assert median(talk(4, before="2")) == (None, 0)
    assert median(talk(4, after="4")) == (None, 0)


def test_it_is_the_median_and_not_the_mean() -> None:
    assert median(talk(4, "2", "3") + talk(5, "1", "5") + talk(6, "3", "3")) == (1.0, 3)
    assert median(talk(4, "2", "3") + talk(5, "2", "4")) == (1.5, 2)
    assert median(talk(4, "4", "2")) == (-2.0, 1)


def test_only_the_last_five_that_say_it_count() -> None:
    old = "".join(talk(day, "1", "5") for day in range(1, 5))
    new = "".join(talk(day, "3", "4") for day in range(10, 15))
    assert median(old + new + talk(20)) == (1.0, 5)


def test_planned_talks_interviews_and_given_talks_do_not_count() -> None:
    for more in ("state: planned", "kind: employment", "kind: give-back", "state: cancelled"):
        assert median(talk(4, "1", "5", more)) == (None, 0), more


def test_each_change_says_with_whom_it_was() -> None:
    (change,) = confidence(facts_of(talk(4, "2", "4"), "2026-06-01")).changes
    assert (change.people, change.before, change.after) == (("?anna",), 2, 4)
    assert str(change.day) == "2026-05-04"
