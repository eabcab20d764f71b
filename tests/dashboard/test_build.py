"""What stands on the page, from the notes that it was made of."""

from __future__ import annotations

from datetime import date

from notesync.dashboard.branches import TREE
from notesync.dashboard.build import build
from notesync.dashboard.page import Page
from notesync.dashboard.people import MOST
from notesync.dashboard.pictures.tree import size
from notesync.dashboard.scene import scene
from notesync.errors import Problem, problem
from notesync.notes.rhythm import Rhythm
from notesync.views.calendar import Calendar
from notesync.words import ENGLISH
from tests.dashboard.pages import TODAY, book_of, page_of, reading, squeezed

JONAS = """\
---
org: Hafenwerk
---

## Log
- 2026-05-04 asked email expect:no
- 2026-05-06 agreed for:2026-05-12
"""
TALK = """\
---
people: ["[[Jonas Kessler]]"]
channel: lunch
minutes: 60
city: Hamburg
---

- [insight] An agency sells *hours* [[Agency or company]] +company
- [insight] Two years of craft [[Agency or company]]
- [surprise] He wasn't cross

## Names
- [[Ida]]

- [ ] me: send the article 📅 2026-05-20
"""
QUESTION = "---\nquestion: Back to an agency?\noptions: [agency, company]\n---\n"
STORY = {
    "contacts/Jonas Kessler.md": JONAS,
    "conversations/2026-05-12 Jonas Kessler.md": TALK,
    "questions/Agency or company.md": QUESTION,
}


def made(notes: dict[str, str], today: date = TODAY, problems: tuple[Problem, ...] = ()) -> Page:
    return build(
        scene(
            book_of(notes),
            today=today,
            calendar=Calendar(),
            rhythm=Rhythm(),
            words=ENGLISH,
            problems=problems,
            vault_name="net",
        )
    )


def text_of(notes: dict[str, str], today: date = TODAY) -> str:
    return squeezed(reading(page_of(notes, today=today)).text)


def test_the_next_step_comes_first_with_its_person() -> None:
    step = made(STORY).steps[0]
    assert (step.who and step.who.name, step.org) == ("Jonas Kessler", "Hafenwerk")
    assert (step.do, step.why, step.late) == ("say thank you, by tomorrow", "talked today", False)


def test_what_waited_is_marked_by_shape_as_well_as_by_colour() -> None:
    page = reading(page_of(STORY, today=date(2026, 5, 14)))
    late, *_ = page.with_class("late")
    first = next(one for one in page.elements[page.elements.index(late) :] if one.name == "circle")
    assert first.attributes["class"] == "full"


def test_a_link_in_a_promise_is_read_as_a_name() -> None:
    notes = {"contacts/Anna.md": "- [ ] me: greet [[Ben Ott|Ben]] 📅 2026-05-01\n"}
    assert "promised for Fri 1 May: greet Ben" in text_of(notes)


def test_this_week_tells_each_thing_once_with_everybody_in_it() -> None:
    moved = [reading(line).text for line in made(STORY).moved]
    assert moved == [
        "Talked with Jonas Kessler",
        "Jonas Kessler named Ida",
        "2 insights from Jonas Kessler",
    ]


def test_a_referral_reads_as_one_would_say_it_and_not_twice() -> None:
    sabine = (
        "## Log\n- 2026-05-11 asked email\n- 2026-05-12 referred — [[Falk Berger]] knows more\n"
    )
    moved = [reading(line).text for line in made({"contacts/Sabine.md": sabine}).moved]
    assert moved == ["Sabine couldn't, and named Falk Berger"]


def test_how_it_went_so_far_names_who_has_not_answered() -> None:
    asked = "## Log\n- 2026-05-11 asked email expect:yes\n"
    assert made(STORY).sofar == (
        "So far 1 asked, 1 said yes (you had expected 0). Everybody has answered."
    )
    sofar = made({**STORY, "contacts/Nora Lind.md": asked}).sofar
    assert sofar.endswith("No answer yet from Nora Lind.")
    assert made({}).sofar == ""


def test_a_question_shows_its_insights_and_whose_they_are() -> None:
    (card,) = made(STORY).cards
    assert (card.name, card.question, card.state) == (
        "Agency or company",
        "Back to an agency?",
        "hint",
    )
    assert card.says == "◐ 1 voice"
    first, second = card.insights
    assert first.text == "An agency sells <em>hours</em>"
    assert [who.name for who in first.who] == ["Jonas Kessler"]
    assert (first.stances, second.stances) == (("+company",), ())
    (stance,) = card.stances
    assert (stance.option, [who.name for who in stance.pro], stance.con) == (
        "company",
        ["Jonas Kessler"],
        (),
    )


def test_what_is_decided_comes_last_and_what_was_dropped_is_not_shown() -> None:
    notes = STORY | {
        "questions/A.md": "---\ndecided: 2026-05-02\ndecision: yes, gladly\n---\n",
        "questions/B.md": "---\ndropped: 2026-05-02\n---\n",
        "questions/C.md": "# nothing yet\n",
    }
    cards = made(notes).cards
    assert [card.name for card in cards] == ["Agency or company", "C", "A"]
    assert [card.says for card in cards] == ["◐ 1 voice", "○ open", "✓ decided: yes, gladly"]


def test_a_planned_conversation_has_its_briefing() -> None:
    henrik = """\
---
topics: [B2B]
introduced_by: "[[Jonas Kessler]]"
---

## Log
- 2026-05-07 asked letter
- 2026-05-11 agreed email for:2026-05-20T11:00 — bring a question
- [ ] they: send the study 📅 2026-05-27
"""
    (meeting,) = made(STORY | {"contacts/Henrik Solms.md": henrik}).ahead
    assert (meeting.day, meeting.where) == (date(2026, 5, 20), "11:00")
    said = {fact.label: squeezed(reading(fact.text).text) for fact in meeting.briefing}
    assert list(said) == [
        "What connects you",
        "Promised",
        "Topics",
        "What you would like to know",
        "What happened since",
    ]
    assert said["What connects you"].startswith("named by Jonas Kessler")
    assert "Mon 11 May said yes: bring a question" in said["What connects you"]
    assert said["Promised"] == "promised me send the study (for Wed 27 May)"
    assert said["What you would like to know"] == "one voice Back to an agency?"


def test_a_briefing_for_two_says_whose_each_part_is() -> None:
    plan = "---\npeople: ['[[Anna]]', '[[Ben]]']\nstate: planned\n---\n"
    notes = {
        "contacts/Anna.md": "---\ntopics: [heat]\n---\n",
        "contacts/Ben.md": "---\ntopics: [rain]\n---\n",
        "conversations/2026-05-20 Anna and Ben.md": plan,
    }
    (meeting,) = made(notes).ahead
    assert [fact.label for fact in meeting.briefing] == ["Anna: Topics", "Ben: Topics"]


def test_thanks_and_promises_stand_together() -> None:
    page = made(STORY)
    assert [reading(owed.sentence).text for owed in page.owed] == [
        "Thanks to Jonas Kessler for the conversation today",
        "You promised Jonas Kessler: send the article",
    ]
    assert page.owed_gist == "1 thank-you, 1 promise"


def test_an_open_ask_says_from_when_what_may_be_done() -> None:
    (wait,) = made({"contacts/Anna.md": "## Log\n- 2026-05-11 asked email\n"}).waiting
    assert (wait.who.name, wait.business_days) == ("Anna", 1)
    assert (wait.then, wait.when) == ("ask someone else who knows", date(2026, 5, 14))
    anna = '---\norg: "[[Elbgrün]]"\n---\n## Log\n- 2026-05-11 asked email\n'
    (wait,) = made({"contacts/Anna.md": anna}).waiting
    assert wait.then == "ask someone else there too"


def test_the_tree_tells_how_far_it_has_travelled() -> None:
    page = made(STORY)
    (jonas,) = page.tree
    assert (jonas.who.name, jonas.met, [one.who.name for one in jonas.children]) == (
        "Jonas Kessler",
        True,
        ["Ida"],
    )
    assert page.tree_gist == "Jonas → Ida"
    assert page.tree_says == "1 name from 1 conversation. The longest way: Jonas → Ida."


def test_expected_and_got_is_left_out_without_a_guess_and_counts_the_silent() -> None:
    assert made({"contacts/Anna.md": "## Log\n- 2026-05-11 asked email\n"}).hope == ""
    silent = "## Log\n- 2026-01-05 asked email expect:yes\n"
    page = made(STORY | {"contacts/Ben.md": silent})
    assert page.hope.startswith("Of 1 answered ask you expected a yes from 0, and got one from 1.")
    assert "1 more stayed without an answer" in page.hope
    assert (page.guesses, page.guessed) == ((("a yes expected", 0), ("a yes received", 1)), 1)


def test_organizations_say_how_far_i_have_come_with_whom() -> None:
    target = "---\ntarget: true\n---\n"
    page = made(STORY | {"organizations/Hafenwerk.md": target, "organizations/Elbe.md": target})
    rows = [
        (firm.name, firm.state, firm.says, [who.name for who in firm.who]) for firm in page.firms
    ]
    assert rows == [
        ("Elbe", "none", "nobody there yet", []),
        ("Hafenwerk", "talked", "talked", ["Jonas Kessler"]),
    ]
    assert page.firms_gist == "talked at 1 of 2"


def test_a_person_has_one_timeline_newest_first() -> None:
    jonas = next(one for one in made(STORY).people if one.who.name == "Jonas Kessler")
    assert [(entry.day, entry.what) for entry in jonas.entries] == [
        (date(2026, 5, 12), "I promised"),
        (date(2026, 5, 12), "talked"),
        (date(2026, 5, 6), "said yes"),
        (date(2026, 5, 4), "asked"),
    ]
    promise, talk = jonas.entries[:2]
    assert reading(promise.text).text == "until Wed 20 May · send the article"
    assert reading(talk.text).text == "lunch, Hamburg, 60 minutes · named Ida"
    assert talk.said == (
        "An agency sells <em>hours</em>",
        "Two years of craft",
        "He wasn&#39;t cross",
    )


def test_in_the_file_too_a_person_has_her_next_step_with_the_command_to_type() -> None:
    page = reading(page_of(STORY))
    jonas = next(one for one in made(STORY).people if one.who.name == "Jonas Kessler")
    place = squeezed(page.by_id(jonas.who.anchor).text)
    assert place.startswith("say thank you, by tomorrow talked today")
    assert 'notesync log "Jonas Kessler" thanked' in place


def test_a_step_that_is_none_of_the_first_stands_with_its_person_all_the_same() -> None:
    notes = {
        f"contacts/P{at}.md": f"## Log\n- 2026-05-0{at} replied — when would it suit?\n"
        for at in range(1, 6)
    }
    page = made(notes)
    assert len(page.steps) == 3
    assert [one.step.command for one in page.people if one.step] == [
        f"notesync log P{at} wrote" for at in range(1, 6)
    ]


def test_whoever_is_only_named_has_a_place_too() -> None:
    ida = next(one for one in made(STORY).people if one.who.name == "Ida")
    assert [reading(fact.text).text for fact in ida.facts] == ["Jonas Kessler"]


def test_problems_say_where_and_what_to_do_and_many_are_counted() -> None:
    strange = Problem("bad-date", 7, 0, problem("bad-date", value="x").values, "contacts/A.md")
    page = made({}, problems=(strange,) * 103)
    assert page.problems[0].where == "contacts/A.md:7"
    assert page.problems[0].sentence == '"x" is not a date. Write it as YYYY-MM-DD.'
    assert (len(page.problems), page.problems_more) == (100, 3)


def test_a_day_in_the_past_shows_what_was_known_then() -> None:
    before = made(STORY, date(2026, 5, 5))
    assert before.talks == 0
    assert before.sofar == "So far 1 asked. No answer yet from Jonas Kessler."


def test_a_break_and_a_comeback_are_greeted() -> None:
    me = {"me.md": "---\ntype: me\nstarted: 2026-01-01\npaused: [2026-05-01..2026-05-31]\n---\n"}
    page = made(STORY | me)
    assert (page.now, page.steps) == ("You have a break; nothing is due.", ())
    assert "Nothing is waiting" not in text_of(STORY | me)
    later = made(STORY, date(2026, 7, 1))
    assert later.now == "Good to see you again. Three small steps, if you like:"


def test_a_list_of_very_many_names_ends_with_how_many_more() -> None:
    asked = "## Log\n- 2026-05-11 asked email\n"
    (line,) = made({f"contacts/P{number:02}.md": asked for number in range(30)}).moved
    text = reading(line).text
    assert text.startswith("Asked P00, P01, P02")
    assert text.endswith("P23 and 6 more")


def test_in_a_vault_without_measure_those_with_news_have_a_place() -> None:
    notes = {
        f"contacts/P{number}.md": f"---\ncreated: {1950 + number // 40}-01-01\n---\n"
        for number in range(MOST + 10)
    }
    old = "---\ncreated: 1940-01-01\n---\n## Log\n- 1940-01-02 note — hello\n"
    new = "---\ncreated: 1940-01-01\n---\n## Log\n- 2026-05-11 asked email\n"
    page = made(notes | {"contacts/Old.md": old, "contacts/New.md": new})
    assert (page.people_count, len(page.people), page.people_more) == (MOST + 12, MOST, 12)
    names = {one.who.name for one in page.people}
    assert "New" in names
    assert "Old" not in names
    assert reading(page_of(notes | {"contacts/Old.md": old})).faults == []


def test_a_tree_without_measure_ends_with_how_many_more() -> None:
    by = "---\nintroduced_by: '[[Root]]'\n---\n"
    notes = {f"contacts/P{number}.md": by for number in range(TREE + 5)}
    page = made(notes | {"contacts/Root.md": "# first\n"})
    assert size(page.tree) == TREE
    assert page.tree_more == 6
