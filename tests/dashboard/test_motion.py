"""Steps, weeks, days and confidence, each with what it shows in a sentence."""

from __future__ import annotations

from datetime import date

from notesync.dashboard.motion import motion
from notesync.dashboard.page import Page
from notesync.dashboard.scene import scene
from notesync.notes.rhythm import Rhythm
from notesync.views.calendar import Calendar
from notesync.words import ENGLISH
from tests.dashboard.pages import TODAY, book_of, reading

ANNA = """\
## Log
- 2026-05-04 asked email expect:no
- 2026-05-05 agreed
- 2026-05-08 thanked
"""
TALK = """\
---
people: ["[[Anna]]"]
named: ["[[Ben]]"]
confidence_before: 2
confidence_after: 4
---
"""
STORY = {"contacts/Anna.md": ANNA, "conversations/2026-05-07 Anna.md": TALK}


def moved(notes: dict[str, str], today: date = TODAY) -> Page:
    seen = scene(book_of(notes), today=today, calendar=Calendar(), rhythm=Rhythm(), words=ENGLISH)
    return Page(today, "net", **motion(seen.found, seen.places, seen.phrases))


def test_each_step_counts_those_that_came_of_those_that_could() -> None:
    page = moved(STORY)
    assert [(rung.label, rung.count, rung.of) for rung in page.rungs] == [
        ("asked", 1, 1),
        ("answered, or closed", 1, 1),
        ("said yes", 1, 1),
        ("talked", 1, 1),
        ("named somebody", 1, 1),
        ("thanked in time", 1, 1),
    ]
    assert page.rungs_block.gist == "1 asked, 1 said yes"
    assert page.rungs_block.says == "1 of 1 answers were a yes."


def test_a_few_asks_are_counted_and_many_are_told_in_per_cent_too() -> None:
    asked = "## Log\n- 2026-03-04 asked email\n- 2026-03-05 {}\n"
    notes = {
        f"contacts/P{at}.md": asked.format("agreed" if at < 2 else "declined") for at in range(8)
    }
    assert moved(notes).rungs_block.says == "2 of 8 answers were a yes. That is 25 %."
    del notes["contacts/P0.md"]
    assert "%" not in moved(notes).rungs_block.says


def test_where_it_sticks_is_told_with_what_helps() -> None:
    silent = {f"contacts/P{at}.md": "## Log\n- 2026-01-05 asked email\n" for at in range(4)}
    block = moved(silent).rungs_block
    assert block.says == "0 of 4 answers were a yes."
    assert block.hint.startswith("Silence is mostly a full inbox.")


def test_asks_are_split_by_how_i_know_people_where_that_differs() -> None:
    assert moved(STORY).origins == ()
    cold = "---\norigin: cold\n---\n## Log\n- 2026-05-06 asked email\n"
    page = moved({**STORY, "contacts/Cem.md": cold})
    assert [(split.name, split.counts[0]) for split in page.origins] == [
        ("not said", 1),
        ("cold", 1),
    ]


def test_before_anybody_was_asked_there_are_no_steps() -> None:
    page = moved({"contacts/Anna.md": "# Anna\n"})
    assert (page.rungs, page.weeks, page.days, page.moods) == ((), (), (), ())


def test_weeks_begin_with_the_first_thing_done_and_tell_talks_from_the_rest() -> None:
    page = moved(STORY)
    assert [(week.monday.day, week.talks, week.others) for week in page.weeks] == [
        (4, 1, 2),
        (11, 0, 0),
    ]
    assert page.weeks_block.gist == "1 of 1 weeks"


def test_a_break_is_called_so_and_a_quiet_time_is_no_reproach() -> None:
    me = {"me.md": "---\ntype: me\npaused: [2026-05-11..2026-05-17]\n---\n"}
    assert [week.paused for week in moved(STORY | me).weeks] == ["", "break"]
    later = moved(STORY, date(2026, 8, 3))
    assert later.weeks_block.says.startswith("It has been quiet lately.")
    assert later.weeks_block.gist == ""


def test_a_day_tells_with_whom_it_was_what() -> None:
    decided = {"questions/Q.md": "---\ndecided: 2026-05-07\n---\n"}
    page = moved(STORY | decided)
    assert [(day.day.day, day.talks, day.others) for day in page.days] == [
        (8, 0, 1),
        (7, 1, 1),
        (4, 0, 1),
    ]
    assert reading(page.days[1].says).text == "talked with Anna; a step of your own"
    assert page.days[1].title == "Thu 7 May: talked with Anna; a step of your own"
    assert page.days_says.startswith("On 3 days")


def test_a_crowded_day_names_a_few_for_who_points_at_it_and_all_in_the_table() -> None:
    asked = "## Log\n- 2026-05-06 asked email\n"
    page = moved({f"contacts/P{at}.md": asked for at in range(7)})
    (day,) = page.days
    assert day.title == "Wed 6 May: in touch with P0, P1, P2, P3 …"
    assert "P6" in reading(day.says).text


def test_confidence_tells_before_and_after_the_newest_first() -> None:
    later = TALK.replace("before: 2", "before: 4")
    page = moved({**STORY, "conversations/2026-05-11 Anna.md": later})
    assert [(mood.day.day, mood.before, mood.after) for mood in page.moods] == [
        (11, 4, 4),
        (7, 2, 4),
    ]
    assert page.moods_block.gist == "usually +1"
    falling = TALK.replace("before: 2", "before: 5")
    assert (
        moved({**STORY, "conversations/2026-05-07 Anna.md": falling}).moods_block.gist
        == "usually −1"
    )
    same = TALK.replace("before: 2", "before: 4")
    assert (
        moved({**STORY, "conversations/2026-05-07 Anna.md": same}).moods_block.gist == "usually ±0"
    )
