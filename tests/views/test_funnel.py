"""From asking to thanks: how far each ask came, and where it sticks."""

from notesync.notes.rhythm import Rhythm
from notesync.views.funnel import REMEDIES, STEPS, Funnel, funnel
from tests.views.vault import facts_of


def found(text: str, today: str = "2026-06-30", rhythm: Rhythm | None = None) -> Funnel:
    return funnel(facts_of(text, today, rhythm))


def counts(row: Funnel) -> dict[str, tuple[int, int]]:
    return {count.step: (count.count, count.of) for count in row.counts}


def person(name: str, log: str, header: str = "") -> str:
    return f"=== contacts/{name}\n---\n{header}\n---\n## Log\n{log}\n"


def many(log: str, names: int, header: str = "", first: int = 0) -> str:
    return "".join(person(f"P{at}", log, header) for at in range(first, first + names))


WHOLE = "- 2026-05-04 asked\n- 2026-05-05 agreed\n- 2026-05-06 thanked\n"
TALK = "=== conversations/2026-05-06 {name}\n---\n{more}\n---\n- [insight] Much\n"


def test_an_ask_that_came_all_the_way_counts_in_every_step() -> None:
    text = person("Anna", WHOLE) + TALK.format(name="Anna", more="named: [Ben]")
    assert counts(found(text)) == dict.fromkeys(STEPS, (1, 1))


def test_without_any_ask_there_is_a_word_of_courage() -> None:
    row = found("=== contacts/Anna")
    assert counts(row) == dict.fromkeys(STEPS, (0, 0))
    assert (row.weakest, row.remedy) == ("", "begin")


def test_an_open_ask_had_no_chance_of_a_yes_yet() -> None:
    row = counts(found(person("Anna", "- 2026-06-29 asked")))
    assert row["settled"] == (0, 1)
    assert row["yes"] == (0, 0)


def test_a_yes_whose_conversation_lies_ahead_is_no_missing_conversation() -> None:
    planned = "- 2026-05-04 asked\n- 2026-05-05 agreed for:2026-07-10"
    assert counts(found(person("Anna", planned)))["talked"] == (0, 0)
    fresh = "- 2026-06-20 asked\n- 2026-06-25 agreed"
    assert counts(found(person("Anna", fresh)))["talked"] == (0, 0)
    old = "- 2026-05-04 asked\n- 2026-05-05 agreed"
    assert counts(found(person("Anna", old)))["talked"] == (0, 1)


def test_a_talk_after_a_no_is_not_what_the_ask_led_to() -> None:
    log = "- 2026-05-04 asked\n- 2026-05-05 declined\n- 2026-05-20 talked"
    assert counts(found(person("Anna", log)))["talked"] == (0, 0)


def test_each_ask_has_the_talks_before_the_next_ask() -> None:
    log = "- 2026-04-01 asked\n- 2026-04-02 agreed\n- 2026-05-04 asked\n- 2026-05-06 talked"
    row = counts(found(person("Anna", log)))
    assert row["yes"] == (2, 2)
    assert row["talked"] == (1, 2)


def test_a_talk_on_the_day_of_the_next_ask_answers_that_one() -> None:
    log = "- 2026-04-01 asked\n- 2026-04-02 agreed\n- 2026-05-04 asked\n- 2026-05-04 talked"
    assert counts(found(person("Anna", log)))["talked"] == (1, 2)


def test_thanks_are_in_time_until_they_are_due() -> None:
    for thanked, today, wanted in (
        ("- 2026-05-07 thanked", "2026-05-20", (1, 1)),
        ("- 2026-05-08 thanked", "2026-05-20", (0, 1)),
        ("", "2026-05-07", (0, 0)),  # there is still time
        ("", "2026-05-08", (0, 1)),
    ):
        text = person("Anna", f"- 2026-05-04 asked\n{thanked}") + TALK.format(name="Anna", more="")
        assert counts(found(text, today))["thanked"] == wanted, (thanked, today)


def test_in_time_follows_the_rhythm() -> None:
    text = person("Anna", "- 2026-05-04 asked\n- 2026-05-08 thanked") + TALK.format(
        name="Anna", more=""
    )
    assert counts(found(text, rhythm=Rhythm(thanks=2)))["thanked"] == (1, 1)


def test_nobody_is_thanked_for_a_job_interview() -> None:
    text = person("Anna", "- 2026-05-04 asked") + TALK.format(name="Anna", more="kind: employment")
    assert counts(found(text))["thanked"] == (0, 0)


def test_asks_are_split_by_origin_the_warmest_first() -> None:
    text = (
        person("Cold", "- 2026-05-04 asked", "origin: cold")
        + person("Known", "- 2026-05-04 asked\n- 2026-05-04 agreed", "origin: known")
        + person("Named", "- 2026-05-04 asked", 'introduced_by: "[[Known]]"')
    )
    row = found(text, "2026-05-05")
    assert [part.by for part in row.origins] == ["known", "introduced", "cold"]
    assert [part.counts[2].count for part in row.origins] == [1, 0, 0]


def test_the_wording_is_that_of_the_last_message_before_the_answer() -> None:
    better = "- 2026-05-04 asked lint:plea\n- 2026-05-13 reminded lint:ok\n- 2026-05-14 agreed"
    unread = "- 2026-05-04 asked lint:weak\n- 2026-05-13 reminded\n- 2026-05-14 agreed"
    after = "- 2026-05-04 asked\n- 2026-05-05 agreed\n- 2026-05-06 thanked lint:ok"
    text = person("Anna", better) + person("Ben", unread) + person("Cem", after)
    row = found(text)
    assert [(part.by, part.counts[0].count) for part in row.wordings] == [
        ("ok", 1),
        ("weak", 1),
        ("", 1),
    ]


def test_below_eight_there_are_counts_and_no_percentages() -> None:
    seven = found(many("- 2026-05-04 asked\n- 2026-05-05 declined", 7))
    assert all(count.percent is None for count in seven.counts)
    assert seven.few
    eight = found(many("- 2026-05-04 asked\n- 2026-05-05 declined", 8))
    assert [count.percent for count in eight.counts] == [100, 100, 0, None, None, None]
    assert not eight.few


def test_a_part_has_percentages_of_its_own_size_only() -> None:
    no = "- 2026-05-04 asked\n- 2026-05-05 declined"
    text = many(no, 8, "origin: known") + many(no, 2, "origin: cold", first=8)
    known, cold = found(text).origins
    assert known.counts[2].percent == 0
    assert cold.counts[2].percent is None


def test_from_one_or_two_nothing_is_told() -> None:
    no = "- 2026-05-04 asked\n- 2026-05-05 declined"
    assert found(many(no, 2)).weakest == ""
    row = found(many(no, 3))
    assert (row.weakest, row.few) == ("yes", True)


def test_the_weakest_step_has_the_remedy() -> None:
    silent = "- 2026-05-04 asked"
    no = "- 2026-05-04 asked\n- 2026-05-05 declined"
    plea = "- 2026-05-04 asked lint:plea"
    unmet = "- 2026-05-04 asked\n- 2026-05-05 agreed"
    talked = "- 2026-05-04 asked\n- 2026-05-06 talked\n- 2026-05-06 thanked"
    unthanked = "- 2026-05-04 asked\n- 2026-05-06 talked named:Ida\n"
    for log, remedy in (
        (silent, "silent"),
        (no, "declined"),
        (plea, "wording"),
        (unmet, "talked"),
        (talked, "named"),
        (unthanked, "thanked"),
    ):
        assert found(many(log, 3)).remedy == remedy, log
    assert found(many("- 2026-06-29 asked", 3)).remedy == "settled"


def test_where_nothing_falls_behind_there_is_no_remedy() -> None:
    log = "- 2026-05-04 asked\n- 2026-05-06 talked named:Ida\n- 2026-05-07 thanked"
    row = found(many(log, 4))
    assert (row.weakest, row.remedy) == ("", "")


def test_every_step_may_have_a_remedy() -> None:
    assert {*REMEDIES} >= {*STEPS[1:]} - {"yes"}
