import pytest

from notesync.views.timeline import timeline
from tests.views.vault import facts_of

TEXT = """
=== contacts/Anna
---
introduced_by: "[[Meike]]"
created: 2026-04-24
---
## Log
- 2026-05-06 thanked email — for the coffee
- 2026-04-27 asked email expect:yes
- 2026-04-28 agreed for:2026-05-05
- 2026-05-12 talked phone — five minutes
=== contacts/Meike
=== conversations/2026-04-24 Meike
---
named: [Anna]
---
=== conversations/2026-05-05 Anna
---
named: [Nora]
channel: coffee
---
- [ ] me: send it 📅 2026-05-09
=== conversations/2026-05-20 Anna
---
state: cancelled
---
"""


def test_everything_on_a_person_stands_in_one_line_of_time() -> None:
    entries = timeline("contacts/Anna.md", facts_of(TEXT, "2026-06-01"))
    assert [(str(entry.day), entry.kind, entry.state) for entry in entries] == [
        ("2026-04-24", "named", ""),
        ("2026-04-27", "asked", ""),
        ("2026-04-28", "agreed", ""),
        ("2026-05-05", "talk", "held"),
        ("2026-05-05", "led", ""),
        ("2026-05-05", "promise", "open"),
        ("2026-05-06", "thanked", ""),
        ("2026-05-12", "talk", "held"),
        ("2026-05-20", "talk", "cancelled"),
    ]
    by_kind = {entry.kind: entry for entry in entries}
    assert by_kind["named"].others == ("contacts/Meike.md",)
    assert by_kind["led"].others == ("?nora",)
    assert (by_kind["promise"].who, str(by_kind["promise"].until)) == ("me", "2026-05-09")
    assert by_kind["asked"].expect == "yes"
    assert by_kind["thanked"].text == "for the coffee"
    assert (entries[7].text, entries[7].channel, entries[7].line) == ("five minutes", "phone", 9)


def test_a_plan_stands_there_as_such() -> None:
    entries = timeline("contacts/Anna.md", facts_of(TEXT, "2026-04-30"))
    assert [entry.state for entry in entries if entry.kind == "talk"] == ["planned", "cancelled"]


def test_without_a_naming_her_note_says_who_introduced_her() -> None:
    facts = facts_of('=== contacts/Anna\n---\nintroduced_by: "[[Meike]]"\n---', "2026-06-01")
    (entry,) = timeline("contacts/Anna.md", facts)
    assert (entry.kind, entry.others) == ("named", ("?meike",))


def test_nobody_has_no_timeline() -> None:
    with pytest.raises(KeyError):
        timeline("contacts/Nobody.md", facts_of("", "2026-06-01"))
