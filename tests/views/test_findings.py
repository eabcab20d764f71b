"""What each view shows in a sentence: kind, plain, and true of the rows below it."""

import pytest

from notesync.views.catalogue import VIEWS
from notesync.views.findings import finding
from notesync.words import ENGLISH
from notesync.workspace.speech import speak
from tests.views.vault import facts_of

TODAY = "2026-05-20"
ARRIVED = "=== me\n---\narrived: 2026-05-04\n{more}\n---\n"
HELPED = "=== contacts/Anna\n## Log\n- 2026-04-20 talked\n"
TALK = "=== conversations/2026-05-{day:02} Anna\n---\npeople: [Anna]\n{more}\n---\n"


def said(name: str, text: str, today: str = TODAY) -> str:
    facts = facts_of(text, today)
    view = next(view for view in VIEWS if view.name == name)
    return finding(name, view.of(facts), facts, ENGLISH)


def asks(count: int, log: str) -> str:
    return "".join(f"=== contacts/P{at}\n## Log\n{log}\n" for at in range(count))


def sure(*changes: tuple[int, int]) -> str:
    return "".join(
        TALK.format(day=day, more=f"confidence_before: {before}\nconfidence_after: {after}")
        for day, (before, after) in enumerate(changes, 4)
    )


@pytest.mark.parametrize(
    ("name", "text", "wanted"),
    [
        (
            "next",
            "=== me\n---\npaused: 2026-05-18..2026-05-24\n---\n",
            "You have a break until Sun 24 May; nothing is due.",
        ),
        (
            "next",
            "=== contacts/Anna\n## Log\n- 2026-04-01 replied",
            "Good to see you again. Three small steps, if you like:",
        ),
        ("ahead", "=== conversations/2026-05-21 Anna", "Next: tomorrow"),
        (
            "questions",
            "=== questions/A\n=== questions/B\n---\ndecided: 2026-05-01\n---\n",
            "Nothing is written down about your question yet. One is decided.",
        ),
        ("thanks", "", "You owe nobody anything."),
        ("waiting", asks(2, "- 2026-05-19 asked"), "2 answers are to come."),
        ("waiting", asks(2, "- 2026-05-19 asked\n- 2026-05-20 declined"), "No answer is open."),
        (
            "expected",
            asks(2, "- 2026-05-19 asked expect:no\n- 2026-05-20 agreed"),
            (
                "Of 2 answered asks you expected a yes from 0, and got one from 2. "
                "People are kinder than you thought."
            ),
        ),
        (
            "expected",
            asks(2, "- 2026-05-19 asked expect:yes\n- 2026-05-20 declined"),
            "Of 2 answered asks you expected a yes from 2, and got one from 0.",
        ),
        (
            "expected",
            asks(1, "- 2026-01-19 asked expect:yes"),
            "1 more stayed without an answer (1 where you expected a yes).",
        ),
        (
            "steps",
            asks(8, "- 2026-05-04 asked\n- 2026-05-05 declined"),
            "Ask for little: 20 minutes and one question. Whoever can't may know somebody who can.",
        ),
        (
            "steps",
            asks(3, "- 2026-05-04 asked\n- 2026-05-05 declined"),
            (
                "Ask for little: 20 minutes and one question. Whoever can't may know somebody "
                "who can. (Only a first impression, from a few asks.)"
            ),
        ),
        (
            "steps",
            asks(2, "- 2026-05-04 asked\n- 2026-05-05 declined"),
            "So few asks don't tell yet where it sticks.",
        ),
        (
            "steps",
            asks(1, "- 2026-05-19 asked\n- 2026-05-20 agreed"),
            "Nothing falls behind so far.",
        ),
        ("snowball", TALK.format(day=4, more="named: [Ida]"), "1 name from 1 conversation."),
        ("tree", HELPED + TALK.format(day=4, more="named: [Ida]"), "The longest way: Anna → Ida."),
        (
            "dormant",
            "=== contacts/Anna\n---\ncloseness: close\ncircle: friend\nlast_contact: 2020\n---\n",
            "Two lines are enough; nobody minds that it has been long.",
        ),
        (
            "coverage",
            "=== organizations/A\n---\ntarget: yes\n---\n",
            "You have talked with somebody at 0 of 1 organization.",
        ),
        ("momentum", HELPED, "In motion in 1 of 4 weeks."),
        (
            "confidence",
            sure((2, 4)),
            "Your confidence rose by 2 in the last conversation.",
        ),
        (
            "confidence",
            sure((2, 4), (2, 3)),
            "Your confidence mostly rose by 1.5 in the last 2 conversations.",
        ),
        (
            "confidence",
            sure((4, 3)),
            (
                "Your confidence fell by 1 in the last conversation. That happens; "
                "perhaps somebody easier next?"
            ),
        ),
        (
            "confidence",
            sure((3, 3)),
            "Your confidence stayed where it was in the last conversation.",
        ),
        (
            "loop",
            HELPED + ARRIVED.format(more=""),
            "1 person who helped would be glad to hear what came of it.",
        ),
        (
            "loop",
            HELPED + "- 2026-05-06 news\n" + ARRIVED.format(more=""),
            "Everyone who helped knows what came of it.",
        ),
        ("loop", ARRIVED.format(more=""), ""),
        (
            "give-back",
            ARRIVED.format(more="give_limit: 1"),
            "0 conversations given this month. Your limit is 1.",
        ),
        (
            "give-back",
            ARRIVED.format(more="give_limit: 1") + TALK.format(day=6, more="kind: give-back"),
            (
                "1 conversation given this month. "
                "That is as much as you wanted; the next one may wait."
            ),
        ),
        (
            "give-back",
            TALK.format(day=6, more="kind: give-back"),
            "1 conversation given this month.",
        ),
        (
            "opportunities",
            "=== opportunities/A\n---\nseen: 2026-05-04\n---\n",
            "0 of 1 came after you had decided something.",
        ),
        ("opportunities", "=== opportunities/A\n", ""),
    ],
)
def test_a_view_says_what_it_shows(name: str, text: str, wanted: str) -> None:
    assert said(name, text) == wanted


def test_an_empty_vault_is_told_how_each_view_begins() -> None:
    german = speak("de")
    for view in VIEWS:
        facts = facts_of("", TODAY)
        rows = view.of(facts)
        english, translated = (finding(view.name, rows, facts, w) for w in (ENGLISH, german))
        if view.name != "next":  # the first steps stand below
            assert english
            assert translated != english


def test_half_a_step_has_a_comma_in_german() -> None:
    facts = facts_of(sure((2, 4), (2, 3)), TODAY)
    view = next(view for view in VIEWS if view.name == "confidence")
    assert "um 1,5 gestiegen" in finding("confidence", view.of(facts), facts, speak("de"))


def test_weeks_without_anything_are_told_as_quiet_ones() -> None:
    found = said("momentum", "=== me\n---\nstarted: 2026-03-02\n---\n")
    assert found == "These were quiet weeks. One line is enough, and the next one counts."
