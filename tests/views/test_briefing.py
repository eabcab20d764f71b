"""One page before a conversation: text in, rows out."""

from hypothesis import given
from hypothesis import strategies as st

from notesync.views.briefing import Aim, Briefing, Gift, briefing, others_to_ask
from notesync.views.briefing_words import heading, sections
from notesync.views.evidence import same_topic, words_of
from notesync.words import ENGLISH
from tests.views.vault import facts_of

TODAY = "2026-05-12"


def of(text: str, today: str = TODAY) -> Briefing:
    return briefing("contacts/Anna.md", facts_of(text, today))


def told(text: str, today: str = TODAY) -> dict[str, list[tuple[str, str]]]:
    facts = facts_of(text, today)
    rows = sections(briefing("contacts/Anna.md", facts), facts, ENGLISH)
    return {each.code: list(each.lines) for each in rows}


def asked(text: str) -> list[tuple[str, int, bool]]:
    return [(row.name, row.voices, row.fits) for row in of(text).questions]


# ---------------------------------------------------------------- what connects


def test_of_somebody_of_whom_nothing_is_noted_nothing_is_told() -> None:
    assert told("=== contacts/Anna\n") == {}


def test_the_last_words_come_newest_first_and_notes_to_oneself_are_none() -> None:
    text = """
=== contacts/Anna
## Log
- 2026-04-01 asked email — how she began
- 2026-04-02 agreed — "Gladly, Tuesday?"
- 2026-04-03 confirmed
- 2026-04-04 note — bring the map
=== conversations/2026-04-07 Anna
- [insight] Sales decides
- [surprise] She laughs a lot
"""
    assert [(str(said.day), said.kind, said.text) for said in of(text).said] == [
        ("2026-04-02", "agreed", '"Gladly, Tuesday?"'),
        ("2026-04-01", "asked", "how she began"),
        ("2026-04-07", "learned", "Sales decides"),
    ]


def test_who_named_her_is_told_with_whether_one_may_say_so() -> None:
    text = "=== contacts/Anna\n---\nintroduced_by: Ben\n{}\n---\n=== contacts/Ben\n"
    assert told(text.format(""))["connection"] == [("", "named by Ben")]
    assert told(text.format("mention: yes"))["connection"] == [("", "named by Ben; you may say so")]
    assert told(text.format("mention: ask-first"))["connection"] == [
        ("", "named by Ben, who would like to be asked before you say so")
    ]


def test_promises_of_both_are_told_and_those_to_others_are_not() -> None:
    text = """
=== contacts/Anna
- [ ] me: send the article 📅 2026-05-15
- [ ] they: introduce Nora
- [x] me: call
=== contacts/Ben
- [ ] me: write
"""
    assert told(text)["promises"] == [
        ("I promised", "send the article (for Fri 15 May)"),
        ("promised me", "introduce Nora"),
    ]


def test_the_next_planned_conversation_heads_the_page() -> None:
    text = """
=== contacts/Anna
## Log
- 2026-05-11 agreed for:2026-05-13T12:30
"""
    facts = facts_of(text, TODAY)
    page = briefing("contacts/Anna.md", facts)
    assert heading(page, facts, ENGLISH) == "tomorrow, 12:30"
    assert heading(of("=== contacts/Anna\n"), facts, ENGLISH) == ""


# ---------------------------------------------------------------- questions

QUESTIONS = """
=== questions/Energy
=== questions/Food
=== questions/Teams
=== questions/Trade
=== questions/Work
=== contacts/Anna
---
topics: [energy]
---
=== contacts/Ben
"""


def test_a_question_that_fits_comes_first_and_others_fill_up_to_three() -> None:
    assert asked(QUESTIONS) == [("Energy", 0, True), ("Food", 0, False), ("Teams", 0, False)]


def test_the_thinnest_evidence_comes_first() -> None:
    text = QUESTIONS + "=== conversations/2026-05-04 Ben\n- [insight] x [[Energy]]\n- y [[Food]]\n"
    text += "## Learned\n- z [[Food]]\n"
    assert asked(text) == [("Energy", 1, True), ("Teams", 0, False), ("Trade", 0, False)]


def test_of_many_that_fit_five_are_told() -> None:
    text = QUESTIONS.replace("[energy]", "[energy, food, teams, trade, work, rest]")
    text += "=== questions/Rest\n"
    assert [name for name, _, _ in asked(text)] == ["Energy", "Food", "Rest", "Teams", "Trade"]


def test_what_she_has_spoken_of_comes_after_what_she_has_not() -> None:
    text = QUESTIONS.replace("[energy]", "[energy, food]")
    text += "=== conversations/2026-05-04 Anna\n- [insight] x [[Energy]]\n"
    assert [(row.name, row.heard) for row in of(text).questions][:2] == [
        ("Food", False),
        ("Energy", True),
    ]


def test_what_is_decided_or_dropped_is_not_asked() -> None:
    text = """
=== contacts/Anna
=== questions/Energy
---
decided: 2026-05-01
decision: yes
---
=== questions/Food
---
dropped: 2026-05-01
---
"""
    assert of(text).questions == ()


# ---------------------------------------------------------------- whom, what, since


def test_dark_organizations_are_asked_for_those_of_her_industry_first() -> None:
    text = """
=== contacts/Anna
---
org: Elbgrün
---
=== organizations/Elbgrün
---
target: true
industry: energy
---
=== organizations/Hafenwerk
---
target: true
motivation: 5
---
=== organizations/Solvana
---
target: true
industry: energy
---
=== questions/Food
"""
    assert of(text).ask_for == (
        Aim("organization", "Solvana"),
        Aim("organization", "Hafenwerk"),
        Aim("question", "Food"),
    )
    assert told(text)["ask_for"] == [
        ("", "somebody at Solvana"),
        ("", "somebody at Hafenwerk"),
        ("", "somebody who knows about “Food”"),
    ]


def test_i_can_give_my_topics_and_people_whom_she_does_not_know_by_me() -> None:
    text = """
=== me
---
topics: [travelling, energy for beginners]
---
=== contacts/Anna
---
topics: [energy]
org: Elbgrün
---
=== contacts/Ben
---
topics: [energy]
---
=== contacts/Cem
---
topics: [energy]
org: Elbgrün
---
=== contacts/Dora
---
topics: [energy]
---
=== contacts/Emma
---
topics: [energy]
---
=== conversations/2026-05-04 Ben
=== conversations/2026-05-04 Cem
=== conversations/2026-05-05 Emma
=== conversations/2026-05-06 Anna
---
named: Emma
---
"""
    assert of(text).gifts == (
        Gift("topic", "energy for beginners"),
        Gift("topic", "travelling"),
        Gift("person", "Ben", "contacts/Ben.md"),
    )


def test_what_happened_since_the_last_contact_is_told_and_what_was_before_is_not() -> None:
    text = """
=== contacts/Anna
---
last_contact: 2026-04-01
---
=== contacts/Ben
=== questions/Energy
---
decided: 2026-05-05
decision: yes
---
=== questions/Food
---
decided: 2026-03-05
decision: no
---
=== conversations/2026-05-04 Ben
=== opportunities/Post
---
org: Elbgrün
seen: 2026-05-01
applied: 2026-05-06
---
=== me
---
arrived: 2026-05-12
---
"""
    assert told(text)["since"] == [
        ("Mon 4 May", "talked with Ben"),
        ("Tue 5 May", "decided: Energy – yes"),
        ("Wed 6 May", "applied: Post – Elbgrün"),
        ("Tue 12 May", "arrived"),
    ]


# ---------------------------------------------------------------- whom else


def test_who_else_could_know_is_first_at_the_same_organization() -> None:
    text = """
=== contacts/Anna
---
org: Elbgrün
---
=== contacts/Ben
---
topics: [energy]
---
=== contacts/Cem
---
org: Elbgrün
---
=== contacts/Dora
---
org: Elbgrün
---
## Log
- 2026-05-11 asked
=== questions/Energy
"""
    facts = facts_of(text, TODAY)
    anna = facts.people["contacts/Anna.md"]
    assert facts.names(others_to_ask(anna, facts, "questions/Energy.md")) == ("Cem", "Ben")
    assert facts.names(others_to_ask(anna, facts)) == ("Cem",)


SPOKEN = st.text(st.sampled_from("enErgi2ß- "), max_size=20) | st.text(max_size=20)


@given(st.lists(SPOKEN, max_size=5), SPOKEN)
def test_several_topics_speak_of_something_when_one_of_them_does(
    topics: list[str], interest: str
) -> None:
    interests = words_of(interest)
    together = same_topic(words_of(" ".join(topics)), interests)
    assert together == any(same_topic(words_of(topic), interests) for topic in topics)
