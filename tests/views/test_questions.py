from notesync.views.questions import Clarity, questions
from tests.views.vault import facts_of

QUESTION = "=== questions/Work\n---\noptions: [agency, company]\n{more}\n---\n"


def talk(number: int, people: str, *insights: str, more: str = "") -> str:
    lines = "\n".join(f"- [insight] It is so {insight}" for insight in insights)
    header = f"people: [{people}]\n{more}"
    return f"=== conversations/2026-05-{number:02} Talk\n---\n{header}\n---\n{lines}\n"


def clarity(*talks: str, more: str = "", today: str = "2026-06-01") -> Clarity:
    (row,) = questions(facts_of(QUESTION.format(more=more) + "".join(talks), today))
    return row


def state(*talks: str, more: str = "", today: str = "2026-06-01") -> tuple[str, int]:
    row = clarity(*talks, more=more, today=today)
    return (row.state, len(row.voices))


def test_voices_make_an_open_question_a_hint_and_then_supported() -> None:
    one, two = talk(1, "Anna", "[[Work]]"), talk(2, "Ben", "[[Work]]")
    assert state() == ("open", 0)
    assert state(one) == ("hint", 1)
    assert state(one, two) == ("supported", 2)


def test_the_same_person_twice_is_one_voice() -> None:
    assert state(talk(1, "Anna", "[[Work]]", "[[Work]]"), talk(2, "Anna", "[[Work]]")) == (
        "hint",
        1,
    )


def test_two_people_in_one_conversation_are_two_voices() -> None:
    assert state(talk(1, "Anna, Ben", "[[Work]]")) == ("supported", 2)


def test_voices_for_two_options_contest_each_other() -> None:
    one, two = talk(1, "Anna", "[[Work]] +agency"), talk(2, "Ben", "[[Work]] +company")
    assert state(one, two) == ("contested", 2)
    assert state(one, talk(2, "Ben", "[[Work]] -company")) == ("supported", 2)


def test_one_person_who_sees_both_sides_contests_nothing() -> None:
    assert state(talk(1, "Anna", "[[Work]] +agency", "[[Work]] +company")) == ("hint", 1)


def test_a_decision_ends_it_from_its_day_on() -> None:
    more = "decided: 2026-05-22\ndecision: agency"
    one = talk(1, "Anna", "[[Work]]")
    assert state(one, more=more, today="2026-05-21") == ("hint", 1)
    assert state(one, more=more, today="2026-05-22") == ("decided", 1)
    assert state(one, more="dropped: 2026-05-22") == ("dropped", 1)


def test_insights_of_planned_or_called_off_talks_do_not_count() -> None:
    for more in ("state: planned", "state: cancelled"):
        assert state(talk(1, "Anna", "[[Work]]", more=more)) == ("open", 0)


def test_a_question_is_saturated_when_three_talks_bring_no_new_stance() -> None:
    talks = [talk(day, name, "[[Work]] +agency") for day, name in enumerate("ABCD", 1)]
    assert not clarity(*talks[:3]).saturated
    assert clarity(*talks).saturated
    assert not clarity(*talks[:3], talk(4, "D", "[[Work]] -agency")).saturated


def test_stances_and_evidence_say_whose_they_are() -> None:
    row = clarity(talk(1, "Anna", "[[Work]] +agency"), talk(2, "Ben", "[[Work]] -agency"))
    assert row.stances == (("agency", ("?anna",), ("?ben",)), ("company", (), ()))
    assert [evidence.people for evidence in row.evidence] == [("?ben",), ("?anna",)]
    assert row.evidence[0].text.startswith("It is so")
