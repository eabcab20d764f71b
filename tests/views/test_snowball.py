from notesync.views.snowball import Branch, snowball, tree
from tests.views.vault import facts_of


def names(text: str, today: str = "2026-06-01") -> tuple[tuple[str, ...], float | None]:
    facts = facts_of(text, today)
    found = snowball(facts)
    return facts.names(found.names), found.per_talk


def shape(branches: tuple[Branch, ...]) -> list[object]:
    return [
        branch.name + ("" if branch.met else "?")
        if not branch.children
        else [branch.name + ("" if branch.met else "?"), *shape(branch.children)]
        for branch in branches
    ]


STORY = """
=== contacts/Meike
=== conversations/2026-04-24 Meike
---
named: [Carla]
---
=== conversations/2026-05-05 Carla
---
people: [Carla]
named: [Nora, Meike]
---
"""


def test_without_talks_there_is_no_quotient() -> None:
    assert names("=== contacts/Anna") == ((), None)


def test_new_names_are_divided_by_talks() -> None:
    assert names(STORY) == (("Carla", "Nora"), 1.0)
    assert names(STORY, "2026-05-04") == (("Carla",), 1.0)
    third = STORY + "=== contacts/Ben\n## Log\n- 2026-05-06 talked"
    assert names(third) == (("Carla", "Nora"), 0.67)


def test_only_information_and_catch_up_talks_count() -> None:
    for kind in ("practice", "employment", "give-back", "coaching", "chance"):
        more = f"=== conversations/2026-05-10 Meike\n---\nkind: {kind}\nnamed: [Zoe]\n---"
        assert names(STORY + more) == (("Carla", "Nora"), 1.0), kind
    more = "=== conversations/2026-05-10 Meike\n---\nkind: catch-up\nnamed: [Zoe]\n---"
    assert names(STORY + more) == (("Carla", "Nora", "Zoe"), 1.0)


def test_a_name_counts_where_it_came_first() -> None:
    text = (
        STORY + "=== contacts/Sabine\n## Log\n- 2026-05-01 asked\n- 2026-05-02 referred — [[Nora]]"
    )
    assert names(text) == (("Carla",), 0.5)
    assert tree(facts_of(text, "2026-06-01")).listed == 1


def test_a_name_from_a_declined_request_is_in_the_tree_only() -> None:
    text = """
=== contacts/Sabine
## Log
- 2026-05-11 asked
- 2026-05-12 referred — [[Falk]]
"""
    assert names(text) == ((), None)
    found = tree(facts_of(text, "2026-06-01"))
    assert (shape(found.branches), found.listed, found.reached) == ([["Sabine?", "Falk?"]], 1, 0)


def test_each_named_person_is_one_generation_further() -> None:
    facts = facts_of(STORY, "2026-06-01")
    found = tree(facts)
    assert shape(found.branches) == [["Meike", ["Carla", "Nora?"]]]
    assert (found.listed, found.reached) == (2, 1)
    assert facts.names(found.chain) == ("Meike", "Carla", "Nora")


def test_a_note_may_say_who_introduced_her() -> None:
    text = """
=== contacts/Meike
=== contacts/Carla
---
introduced_by: "[[Meike]]"
---
=== contacts/Nora
---
introduced_by: "[[Carla]]"
---
"""
    assert shape(tree(facts_of(text, "2026-06-01")).branches) == [["Meike?", ["Carla?", "Nora?"]]]


def test_two_who_named_her_together_are_both_her_introducers() -> None:
    text = """
=== contacts/Meike
=== conversations/2026-04-24 Meike
---
named: [Carla]
---
=== contacts/Ben
=== conversations/2026-05-05 Lunch
---
people: [Carla, Ben]
named: [Nora]
---
"""
    facts = facts_of(text, "2026-06-01")
    assert facts.names(facts.people["?nora"].introducers) == ("Carla", "Ben")
    assert tree(facts).listed == 1  # Ben, whom I know myself, is the shorter way


def test_a_circle_of_introductions_ends_somewhere() -> None:
    text = """
=== contacts/Anna
---
introduced_by: "[[Cem]]"
created: 2026-05-02
---
=== contacts/Ben
---
introduced_by: "[[Anna]]"
created: 2026-05-01
---
=== contacts/Cem
---
introduced_by: "[[Ben]]"
created: 2026-05-03
---
"""
    found = tree(facts_of(text, "2026-06-01"))
    assert shape(found.branches) == [["Ben?", ["Cem?", "Anna?"]]]
    assert found.listed == 2


def test_a_very_long_chain_is_no_problem() -> None:
    text = "=== contacts/P0\n" + "".join(
        f'=== contacts/P{at}\n---\nintroduced_by: "[[P{at - 1}]]"\n---\n' for at in range(1, 1500)
    )
    found = tree(facts_of(text, "2026-06-01"))
    assert (found.listed, len(found.chain)) == (1499, 1500)


def test_give_back_talks_reach_nobody() -> None:
    text = STORY + "=== conversations/2026-05-10 Nora\n---\npeople: [Nora]\nkind: give-back\n---"
    assert tree(facts_of(text, "2026-06-01")).reached == 1


def test_whom_i_brought_together_is_no_branch_of_hers() -> None:
    facts = facts_of(
        "=== contacts/Anna\n## Log\n- 2026-05-05 introduced named:Ben\n=== contacts/Ben",
        "2026-06-01",
    )
    assert tree(facts).mine == (("contacts/Anna.md", ("contacts/Ben.md",)),)
    assert not tree(facts).branches
