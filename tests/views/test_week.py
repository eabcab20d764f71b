"""A week, told from the notes."""

from __future__ import annotations

from datetime import date

from notesync.views.week import week
from tests.views.vault import facts_of

VAULT = """
=== contacts/Meike Sand
---
created: 2026-05-01
---
## Log

- 2026-05-05 asked
- 2026-05-11 thanked

=== contacts/Paul Tal
---
created: 2026-05-01
private: true
---
## Log

- 2026-05-12 asked

=== conversations/2026-05-10 Meike Sand
---
people: ["[[Meike Sand]]"]
---
- [insight] Before the week

=== conversations/2026-05-12 Meike Sand
---
people: ["[[Meike Sand]]"]
named: ["[[Carla Voigt]]"]
---
## Learned

### [[Energy]]

- Sales decides

=== conversations/2026-05-13 Paul Tal
---
people: ["[[Paul Tal]]"]
---
- [insight] A secret

=== questions/Energy
---
options: [solar, wind]
decided: 2026-05-13
decision: wind
---

=== questions/Food
---
decided: 2026-05-04
---
"""


def test_a_week_is_what_happened_from_monday_on() -> None:
    found = week(facts_of(VAULT, "2026-05-14"))
    assert (found.first, found.last) == (date(2026, 5, 11), date(2026, 5, 17))
    assert [(move.code, move.contact) for move in found.moved] == [
        ("talked", "contacts/Meike Sand.md"),
        ("names", "contacts/Meike Sand.md"),
        ("thanked", "contacts/Meike Sand.md"),
    ]
    assert [(one.text, one.question, one.people) for one in found.learned] == [
        ("Sales decides", "questions/Energy.md", ("contacts/Meike Sand.md",))
    ]
    assert found.decided == (("questions/Energy.md", "wind"),)
    assert "ask" in {step.action for step in found.next}


def test_what_is_private_is_not_told() -> None:
    found = week(facts_of(VAULT, "2026-05-14"))
    keys = {move.contact for move in found.moved} | {step.contact for step in found.next}
    assert "contacts/Paul Tal.md" not in keys


def test_what_came_later_does_not_belong_to_it() -> None:
    found = week(facts_of(VAULT, "2026-05-11"))
    assert [move.code for move in found.moved] == ["thanked"]
    assert (found.learned, found.decided) == ((), ())


def test_a_week_with_nothing_in_it_is_empty() -> None:
    found = week(facts_of(VAULT, "2026-04-15"))
    assert (found.moved, found.learned, found.decided) == ((), (), ())
