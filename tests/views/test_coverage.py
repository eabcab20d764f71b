from notesync.views.coverage import coverage
from tests.views.vault import facts_of

TARGET = "=== organizations/Hafenwerk\n---\ntarget: yes\n---\n"


def state(more: str) -> str:
    (row,) = coverage(facts_of(TARGET + more, "2026-06-01"))
    return row.state


def person(name: str, log: str = "") -> str:
    return f'=== contacts/{name}\n---\norg: "[[Hafenwerk]]"\n---\n## Log\n{log}\n'


def test_an_organization_lights_up_step_by_step() -> None:
    assert state("") == "none"
    assert state(person("Ida")) == "listed"
    assert state(person("Ida", "- 2026-05-04 asked")) == "asked"
    assert state(person("Ida", "- 2026-05-04 talked")) == "talked"
    both = person("Ida", "- 2026-05-04 talked") + person("Jonas", "- 2026-05-05 talked")
    assert state(both) == "voices"


def test_a_talk_without_an_ask_counts() -> None:
    assert state(person("Ida", "- 2026-05-04 talked")) == "talked"


def test_the_same_person_twice_is_one_voice() -> None:
    assert state(person("Ida", "- 2026-05-04 talked\n- 2026-05-05 talked")) == "talked"


def test_a_talk_may_say_itself_where_it_was() -> None:
    assert state("=== conversations/2026-05-04 Fair\n---\norg: hafenwerk\n---") == "talked"
    text = "=== conversations/2026-05-04 Fair\n---\norg: Hafenwerk\npeople: [Zoe]\n---"
    assert state(text) == "talked"


def test_job_interviews_and_given_talks_light_nothing() -> None:
    for kind in ("employment", "give-back"):
        more = f"=== conversations/2026-05-04 Ida\n---\nkind: {kind}\n---"
        assert state(person("Ida") + more) == "listed"


def test_only_targets_are_shown_the_dearest_first() -> None:
    text = """
=== organizations/A
=== organizations/B
---
target: yes
---
=== organizations/C
---
target: yes
motivation: 5
---
"""
    assert [row.name for row in coverage(facts_of(text, "2026-06-01"))] == ["C", "B"]
