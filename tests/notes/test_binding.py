from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from notesync.notes.binding import bind
from notesync.notes.book import NEVER, Book, Conversation
from notesync.notes.cutting import cut
from tests.views.vault import day, files_of, notes_of, vault_of


def only_talk(book: Book) -> Conversation:
    (talk,) = book.conversations
    return talk


def verbs(book: Book, name: str) -> list[str]:
    return [event.verb for event in book.contacts[f"contacts/{name}.md"].log]


def test_a_contact_knows_what_her_note_says() -> None:
    book = vault_of("""
=== organizations/Hafenwerk
---
target: yes
---
=== contacts/Jonas Kessler
---
org: "[[hafenwerk]]"
role: Creative director
last_contact: 2022-06
keep_in_touch: 3 months
topics: [agency life]
---
""")
    contact = book.contacts["contacts/Jonas Kessler.md"]
    assert (contact.name, contact.org, contact.role) == (
        "Jonas Kessler",
        "Hafenwerk",
        "Creative director",
    )
    assert contact.last_contact == date(2022, 6, 1)
    assert contact.keep_in_touch == 13
    assert contact.topics == ("agency life",)
    assert contact.noted


def test_a_cadence_of_never_is_kept_as_such() -> None:
    book = vault_of("=== contacts/Anna\n---\nkeep_in_touch: nie\n---")
    assert book.contacts["contacts/Anna.md"].keep_in_touch == NEVER


def test_one_days_facts_stand_in_the_methods_order_whatever_the_files() -> None:
    book = vault_of("""
=== contacts/Anna
## Log
- 2026-05-04 thanked
- 2026-05-04 talked
- 2026-05-04 agreed
- 2026-05-04 asked
- 2026-05-03 note
""")
    assert verbs(book, "Anna") == ["note", "asked", "agreed", "talked", "thanked"]


def test_people_of_a_conversation_are_found_by_name_path_and_alias() -> None:
    book = vault_of("""
=== contacts/Anna Berg
---
aliases: [Änne]
---
=== contacts/Ben
=== contacts/Cem
=== conversations/2026-05-05 Lunch
---
people: ["[[änne]]", "[[contacts/Ben]]", "[[CEM|the other]]"]
---
""")
    assert only_talk(book).people == (
        "contacts/Anna Berg.md",
        "contacts/Ben.md",
        "contacts/Cem.md",
    )


def test_a_file_name_says_whom_and_when_if_the_header_does_not() -> None:
    book = vault_of(
        """
=== contacts/Carla Voigt
=== contacts/Ben
=== conversations/2026-05-05 Ben und Carla Voigt
"""
    )
    talk = only_talk(book)
    assert talk.day == day("2026-05-05")
    assert talk.people == ("contacts/Ben.md", "contacts/Carla Voigt.md")


def test_free_words_in_a_file_name_name_nobody() -> None:
    book = vault_of("=== conversations/2026-05-05 Lunch at the harbour")
    assert only_talk(book).people == ()
    assert not book.contacts


def test_a_file_name_speaks_of_people_without_a_note_who_were_named_elsewhere() -> None:
    book = vault_of("""
=== contacts/Anna
## Log
- 2026-05-05 referred [[Carmen Diaz]]
=== conversations/2026-05-01 Carmen Diaz und Anna
=== conversations/2026-05-07 carmen diaz
---
named: ["[[Carmen Diaz]]", "[[Ida]]"]
---
=== conversations/2026-05-09 Ida
""")
    assert [talk.people for talk in book.conversations] == [
        ("?carmen diaz", "contacts/Anna.md"),
        ("?carmen diaz",),
        ("?ida",),
    ]
    assert book.conversations[1].named == ("?ida",)


def test_whoever_is_named_without_a_note_is_kept() -> None:
    book = vault_of("""
=== contacts/Anna
=== conversations/2026-05-05 Anna
## Names
- [[Nora Lind]]
- [[nora lind]]
""")
    ghost = book.contacts["?nora lind"]
    assert (ghost.name, ghost.noted, ghost.since) == ("Nora Lind", False, day("2026-05-05"))
    assert only_talk(book).named == ("?nora lind",)


def test_a_company_among_the_names_is_nobody() -> None:
    book = vault_of("""
=== organizations/Hafenwerk
=== contacts/Anna
=== conversations/2026-05-05 Anna
---
named: ["[[Hafenwerk]]", "[[Ida]]"]
---
""")
    assert only_talk(book).named == ("?ida",)


def test_a_person_and_a_company_of_one_name_are_told_apart() -> None:
    book = vault_of("""
=== organizations/Sabine
=== people/Sabine
---
type: contact
org: "[[Sabine]]"
---
=== conversations/2026-05-05
---
people: ["[[Sabine]]"]
---
""")
    assert only_talk(book).people == ("people/Sabine.md",)
    assert book.contacts["people/Sabine.md"].org == "Sabine"


def test_stances_take_the_questions_spelling_and_others_are_left_out() -> None:
    book = vault_of("""
=== questions/B2B or B2C
---
options: [B2B, B2C]
---
=== contacts/Anna
=== conversations/2026-05-05 Anna
- [insight] It depends [[B2B or B2C]] +b2b -B2C +both
- [insight] About nothing of mine [[Weather]] +rain
""")
    first, second = only_talk(book).insights
    assert (first.question, first.stances) == (
        "questions/B2B or B2C.md",
        (("+", "B2B"), ("-", "B2C")),
    )
    assert (second.question, second.stances) == ("", ())


def test_a_talked_line_is_a_conversation_of_its_own() -> None:
    book = vault_of("=== contacts/Anna\n## Log\n- 2026-05-05 talked phone minutes:20")
    talk = only_talk(book)
    assert (talk.key, talk.path, talk.noted) == ("contacts/Anna.md#2", "contacts/Anna.md", False)
    assert (talk.channel, talk.minutes, talk.state) == ("phone", 20, "held")


def test_a_talked_line_on_the_day_of_a_note_is_that_conversation() -> None:
    book = vault_of("""
=== contacts/Anna
## Log
- 2026-05-05 talked phone named:Ida
- 2026-05-05 talked phone — twice that day
=== conversations/2026-05-05 Anna
---
state: planned
---
""")
    talk = only_talk(book)
    assert (talk.key, talk.state) == ("conversations/2026-05-05 Anna.md", "held")
    assert (talk.channel, talk.named) == ("phone", ("?ida",))


def test_a_talked_line_beside_a_cancelled_note_is_another_conversation() -> None:
    book = vault_of("""
=== contacts/Anna
## Log
- 2026-05-05 talked phone
=== conversations/2026-05-05 Anna
---
state: cancelled
---
""")
    assert [talk.state for talk in book.conversations] == ["held", "cancelled"]


def test_the_earliest_naming_wins_and_one_days_facts_have_their_order() -> None:
    book = vault_of("""
=== contacts/Anna
=== contacts/Ben
## Log
- 2026-05-05 referred — [[Ida]]
- 2026-05-09 replied named:Emre
=== conversations/2026-05-05 Anna
---
named: [Ida, Emre]
---
""")
    assert book.namings["?ida"].by == ("contacts/Ben.md",)
    assert book.namings["?emre"].by == ("contacts/Anna.md",)


def test_who_was_there_before_is_no_new_name() -> None:
    book = vault_of("""
=== contacts/Anna
=== contacts/Ben
---
created: 2026-05-04
---
=== contacts/Cem
---
origin: known
---
=== contacts/Dora
---
created: 2026-05-05
---
=== contacts/Eva
---
last_contact: 2022
---
=== contacts/Fritz
---
origin: event
---
=== conversations/2026-05-05 Anna
---
named: [Ben, Cem, Dora, Eva, Fritz]
---
""")
    listed = [book.contacts[key].name for key, naming in book.namings.items() if naming.listed]
    assert listed == ["Ben", "Cem", "Eva"]


def test_told_is_a_report_once_i_met_whom_she_introduced() -> None:
    book = vault_of("""
=== contacts/Meike
## Log
- 2026-05-04 erzählt
- 2026-05-06 erzählt
=== contacts/Anna
## Log
- 2026-05-06 erzählt
=== conversations/2026-04-24 Meike
---
named: ["[[Carla]]"]
---
=== conversations/2026-05-05
---
people: ["[[Carla]]"]
---
""")
    assert verbs(book, "Meike") == ["news", "reported"]
    assert verbs(book, "Anna") == ["news"]


def test_told_counts_whoever_a_note_says_introduced_her() -> None:
    book = vault_of("""
=== contacts/Meike
## Log
- 2026-05-06 erzählt
=== contacts/Carla
---
introduced_by: "[[Meike]]"
---
## Log
- 2026-05-05 talked
""")
    assert verbs(book, "Meike") == ["reported"]


def test_me_knows_pauses_and_the_start() -> None:
    book = vault_of("=== me\n---\nstarted: 2026-04-20\npaused: [2026-07-01..2026-07-14]\n---")
    assert book.me.started == day("2026-04-20")
    assert book.me.paused == ((day("2026-07-01"), day("2026-07-14")),)


def test_a_loop_of_introductions_is_bound_as_it_stands() -> None:
    book = vault_of("""
=== contacts/Anna
---
introduced_by: ["[[Ben]]", "[[Anna]]"]
---
=== contacts/Ben
---
introduced_by: "[[Anna]]"
---
""")
    assert book.contacts["contacts/Anna.md"].introduced_by == ("contacts/Ben.md",)


@given(st.permutations(range(6)))
def test_the_order_of_notes_makes_no_difference(order: list[int]) -> None:
    notes = notes_of(
        files_of("""
=== me
=== contacts/Anna
## Log
- 2026-05-05 talked named:Ida
=== contacts/Ben
## Log
- 2026-05-04 referred — [[Ida]]
=== conversations/2026-05-05 Ben
=== conversations/2026-05-06 Anna
---
named: [Zoe]
---
=== questions/Energy
""")
    )
    assert bind([notes[at] for at in order]) == bind(notes)


# ---------------------------------------------------------------- cut

PLANNED = """
=== contacts/Carla
## Log
- 2026-04-27 asked
- 2026-04-28 agreed{when}
=== conversations/2026-05-05 Carla
---
created: 2026-05-01
---
- [insight] Explaining is the work [[Energy]]
- [ ] me: send the pages 📅 2026-05-10
- [ ] me: send my questions 📅 2026-05-04
## Names
- [[Nora]]
=== questions/Energy
"""


def test_a_later_conversation_is_planned_from_its_agreed_line() -> None:
    for when in ("", " for:2026-05-05"):
        book = vault_of(PLANNED.format(when=when))
        assert cut(book, day("2026-04-27")).conversations == ()
        talk = only_talk(cut(book, day("2026-04-28")))
        assert (talk.state, talk.named, talk.insights) == ("planned", (), ())
        assert [promise.text for promise in talk.promises] == ["send my questions"]


def test_a_later_conversation_that_nobody_agreed_to_is_planned_from_its_note() -> None:
    book = vault_of("""
=== contacts/Carla
=== conversations/2026-05-05 Carla
---
created: 2026-05-01
---
=== conversations/2026-05-06 Carla
""")
    days = [talk.day for talk in cut(book, day("2026-04-30")).conversations]
    assert days == [day("2026-05-06")]
    assert len(cut(book, day("2026-05-01")).conversations) == 2


def test_an_earlier_agreement_does_not_announce_a_second_conversation() -> None:
    book = vault_of("""
=== contacts/Carla
## Log
- 2026-04-28 agreed
- 2026-06-01 agreed
=== conversations/2026-05-05 Carla
=== conversations/2026-06-10 Carla
""")
    assert [t.day for t in cut(book, day("2026-05-05")).conversations] == [day("2026-05-05")]
    assert len(cut(book, day("2026-06-01")).conversations) == 2


def test_what_is_dated_later_does_not_exist() -> None:
    book = vault_of("""
=== me
---
started: 2026-04-20
arrived: 2026-09-01
---
=== contacts/Anna
---
last_contact: 2026-06-01
---
## Log
- 2026-05-04 asked
- 2026-05-06 agreed
=== contacts/Ben
---
created: 2026-06-01
---
=== contacts/Cem
=== questions/Energy
---
decided: 2026-05-22
decision: yes
---
=== organizations/Later
---
created: 2026-06-01
---
=== opportunities/Posting
---
seen: 2026-05-01
applied: 2026-06-02
---
""")
    may = cut(book, day("2026-05-05"))
    assert verbs(may, "Anna") == ["asked"]
    assert sorted(may.contacts) == ["contacts/Anna.md", "contacts/Cem.md"]
    assert may.contacts["contacts/Anna.md"].last_contact is None
    assert may.me.arrived is None
    assert may.me.started == day("2026-04-20")
    (question,) = may.questions.values()
    assert (question.decided, question.decision) == (None, "")
    assert not may.organizations
    assert may.opportunities[0].stages == (("seen", day("2026-05-01")),)


def test_a_person_is_there_from_her_first_dated_fact() -> None:
    book = vault_of("""
=== contacts/Anna
---
created: 2026-05-09
---
=== contacts/Ben
=== conversations/2026-05-05 Ben
---
named: ["[[Anna]]"]
---
""")
    assert sorted(cut(book, day("2026-05-04")).contacts) == ["contacts/Ben.md"]
    assert sorted(cut(book, day("2026-05-05")).contacts) == ["contacts/Anna.md", "contacts/Ben.md"]


def test_a_promise_kept_later_was_open_before() -> None:
    book = vault_of("""
=== contacts/Anna
=== conversations/2026-05-05 Anna
- [x] me: send the article 📅 2026-05-09 ✅ 2026-05-08
""")
    assert only_talk(cut(book, day("2026-05-07"))).promises[0].state == "open"
    assert only_talk(cut(book, day("2026-05-08"))).promises[0].state == "done"


@given(st.dates(date(2026, 4, 1), date(2026, 7, 1)), st.dates(date(2026, 4, 1), date(2026, 7, 1)))
def test_cutting_twice_is_cutting_to_the_earlier_day(one: date, other: date) -> None:
    book = vault_of(PLANNED.format(when=""))
    twice = cut(cut(book, max(one, other)), min(one, other))
    once = cut(book, min(one, other))
    assert twice.contacts == once.contacts
    assert [t.key for t in twice.conversations] == [t.key for t in once.conversations]
    assert twice.namings == once.namings


def test_whom_i_introduced_to_somebody_is_there_from_that_day() -> None:
    book = vault_of("=== contacts/Anna\n## Log\n- 2026-05-05 introduced named:Ida")
    assert sorted(cut(book, day("2026-05-04")).contacts) == []
    assert "?ida" in cut(book, day("2026-05-05")).contacts
    assert not book.namings
