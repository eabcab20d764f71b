"""What I did on which day, with whom; momentum counts the same."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from notesync.views.activity import activity
from notesync.views.momentum import momentum
from tests.views.vault import facts_of

NOTES = """\
=== contacts/Anna
## Log
- 2026-05-04 asked email
- 2026-05-05 agreed for:2026-05-12
- 2026-05-12 talked
- 2026-05-13 thanked
=== conversations/2026-05-08 Ben
---
people: ["[[Ben]]", "[[Cem]]"]
---
- [x] me: send the article ✅ 2026-05-09
=== questions/Work
---
decided: 2026-05-10
---
=== opportunities/Posting
---
seen: 2026-05-01
applied: 2026-05-11
---
"""


def told(since: str = "2026-01-01") -> list[tuple[str, str, int]]:
    facts = facts_of(NOTES, "2026-05-29")
    return [
        (f"{act.day:%d}", act.code, len(act.people))
        for act in activity(facts, date.fromisoformat(since))
    ]


def test_everything_that_i_did_stands_on_its_day_and_nothing_that_others_did() -> None:
    assert told() == [
        ("04", "asked", 1),
        ("08", "talked", 2),
        ("09", "kept", 2),
        ("10", "decided", 0),
        ("11", "applied", 0),
        ("12", "talked", 1),
        ("13", "thanked", 1),
    ]


def test_it_may_begin_at_a_later_day() -> None:
    assert [day for day, _, _ in told("2026-05-11")] == ["11", "12", "13"]


VERBS = ("asked", "replied", "thanked", "note", "gave", "received", "wrote", "rests", "talked")
LINES = st.lists(st.tuples(st.integers(0, 60), st.sampled_from(VERBS)), max_size=20)


@given(LINES)
def test_momentum_counts_the_weeks_in_which_something_was_done(
    lines: list[tuple[int, str]],
) -> None:
    start = date(2026, 3, 2)
    log = "\n".join(f"- {start + timedelta(days=day)} {verb}" for day, verb in lines)
    notes = f"=== me\n---\nstarted: {start}\n---\n=== contacts/Anna\n## Log\n{log}\n"
    facts = facts_of(notes, "2026-04-26")
    weeks = {act.day.isocalendar()[:2] for act in activity(facts)}
    assert momentum(facts).active == len(weeks)
