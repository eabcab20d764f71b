import pytest

from notesync.views.next import next_steps
from notesync.views.sentences import label, reason, sentence
from notesync.views.steps import rows_of
from notesync.words import ENGLISH
from tests.views.vault import facts_of


def words(text: str, today: str) -> tuple[str, str]:
    facts = facts_of(text, today)
    step = next_steps(rows_of(facts))[0]
    return label(step, facts, ENGLISH), reason(step, facts, ENGLISH)


def anna(log: str, header: str = "") -> str:
    return f"=== contacts/Anna Berg\n---\n{header}\n---\n## Log\n{log}\n"


@pytest.mark.parametrize(
    ("text", "what", "why"),
    [
        (anna("- 2026-05-05 talked"), "say thank you, by tomorrow", "talked today"),
        (anna("- 2026-05-04 talked"), "say thank you today", "talked yesterday"),
        (anna("- 2026-05-01 talked"), "say thank you", "talked Fri 1 May"),
        (
            anna("- 2026-05-01 agreed for:2026-05-06"),
            "confirm the conversation",
            "planned for tomorrow",
        ),
        (
            anna("- 2026-05-05 agreed for:2026-05-05"),
            "prepare the conversation",
            "you meet today",
        ),
        (anna("- 2026-05-04 replied"), "answer", "wrote to you yesterday"),
        (
            anna("- 2026-04-28 asked"),
            "ask someone else who knows",
            "asked Tue 28 Apr, no answer yet",
        ),
        (
            anna("- 2026-04-28 asked", "org: Hafenwerk")
            + "=== contacts/Ida Blum\n---\norg: Hafenwerk\n---",
            "ask someone else there too",
            "no answer since Tue 28 Apr; perhaps Ida Blum",
        ),
        (
            anna("- 2026-05-05 note named:Ben, named:Cem"),
            "ask for a conversation",
            "named by Anna",
        ),
    ],
)
def test_a_step_says_what_and_why(text: str, what: str, why: str) -> None:
    assert words(text, "2026-05-05") == (what, why)


def test_every_step_of_an_empty_vault_is_a_whole_sentence() -> None:
    facts = facts_of("", "2026-05-05")
    texts = [sentence(step, facts, ENGLISH) for step in next_steps(rows_of(facts))]
    assert texts[0].startswith("Write down five names of people you know (")
    assert texts[2] == "Ask one of them for 20 minutes (the easiest one first)"


def test_people_are_called_by_their_first_names_where_those_are_clear() -> None:
    facts = facts_of(
        "=== contacts/Dr. Henrik Solms\n=== contacts/Anna Berg\n=== contacts/Anna Tal\n"
        "=== contacts/Frau Lindner\n=== contacts/Aylin",
        "2026-05-05",
    )
    names = {facts.short_name(person.name) for person in facts.people.values()}
    assert names == {"Henrik", "Anna Berg", "Anna Tal", "Frau Lindner", "Aylin"}
