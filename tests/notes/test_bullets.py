import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesync.notes import bullets
from notesync.notes.bullets import insights, people, promise, stated
from notesync.notes.note import Insight, Promise
from tests.views.vault import vault_of


def learned(text: str, heading: str = "", *, linked: bool = False) -> list[tuple[str, object]]:
    return [(i.question, i.stances) for i in insights(text, heading, 1, linked=linked)]


# ---------------------------------------------------------------- insights


def test_the_line_of_the_format_page_is_an_insight() -> None:
    text = "Sales decides the campaign budget there [[B2B or B2C]] +B2B"
    assert insights(text, "", 9, linked=False) == [Insight(text, "B2B or B2C", (("+", "B2B"),), 9)]


def test_stances_may_be_quoted_and_several() -> None:
    assert learned('Four days are enough [[Part-time]] +"four days" -"no team", +later.') == [
        ("Part-time", (("+", "four days"), ("-", "no team"), ("+", "later")))
    ]
    assert learned("Vier Tage [[Teilzeit]] +„vier Tage“") == [("Teilzeit", (("+", "vier Tage"),))]


def test_only_what_stands_right_after_a_link_is_a_stance() -> None:
    assert learned("They grew +20% [[Energy]] since 2024 +B2B") == [("Energy", ())]
    assert learned("A - B [[Energy]] - and more") == [("Energy", ())]


def test_a_bullet_may_be_on_two_questions() -> None:
    assert learned("Both say so [[Q1]] +B2B [[Q3]] +company") == [
        ("Q1", (("+", "B2B"),)),
        ("Q3", (("+", "company"),)),
    ]
    assert learned("Both say so [[Q1]], [[Q3]]") == [("Q1", ()), ("Q3", ())]


def test_the_question_is_what_has_a_stance_or_stands_at_the_end() -> None:
    assert learned("[[Carla]] says sales decides [[Q1]] +B2B") == [("Q1", (("+", "B2B"),))]
    assert learned("[[Carla]] says so about [[Q1]].") == [("Q1", ())]
    assert learned("On [[Q1]] she was clear") == [("Q1", ())]
    assert learned("She was clear") == [("", ())]


def test_a_linked_heading_is_the_question() -> None:
    assert learned("She was clear", "Energy", linked=True) == [("Energy", ())]
    assert learned("So said [[Carla]]", "Energy", linked=True) == [("Energy", ())]
    assert learned("Clear [[energy]] +yes", "Energy", linked=True) == [("Energy", (("+", "yes"),))]
    assert learned("Clear [[Q1]] +B2B", "Energy", linked=True) == [
        ("Energy", ()),
        ("Q1", (("+", "B2B"),)),
    ]


def test_an_unlinked_heading_is_the_question_unless_the_bullet_links_one() -> None:
    assert learned("She was clear", "Energy") == [("Energy", ())]
    assert learned("She was clear [[Q1]]", "Besides") == [("Q1", ())]


def test_a_link_in_code_is_no_question() -> None:
    assert learned("Write `[[Q1]]` there") == [("", ())]


def test_readers_don_t_see_the_question_at_the_end() -> None:
    questions = {"Q1", "Q3"}.__contains__
    assert stated("Sales decides [[Q1]] +B2B", questions) == "Sales decides"
    assert stated("Sales decides [[Q1]] +B2B, [[Q3]].", questions) == "Sales decides"
    assert stated("It is led by [[Ida]]", questions) == "It is led by [[Ida]]"
    assert stated("On [[Q1]] she was clear", questions) == "On [[Q1]] she was clear"
    assert stated("[[Q1]] +B2B", questions) == "[[Q1]] +B2B"


def test_the_book_shows_each_insight_once_and_without_its_question() -> None:
    book = vault_of("""
=== questions/Energy
---
options: [heat, power]
---
=== contacts/Carla
=== conversations/2026-05-05 Carla
## Learned
- Nobody wants a network [[Energy]] +heat
- Prices rose [[Energy]] +20%
- So says [[Carla]]
- She explains it best: [[Energy]], [[Carla]]
""")
    (talk,) = book.conversations
    assert [(learned.text, learned.question, learned.stances) for learned in talk.insights] == [
        ("Nobody wants a network", "questions/Energy.md", (("+", "heat"),)),
        ("Prices rose [[Energy]] +20%", "questions/Energy.md", ()),
        ("So says [[Carla]]", "", ()),
        ("She explains it best: [[Energy]], [[Carla]]", "questions/Energy.md", ()),
    ]


@given(st.text(alphabet='ab [[Q]]+-"„“,.`', max_size=50), st.booleans())
def test_every_bullet_is_at_least_one_insight(text: str, linked: bool) -> None:  # noqa: FBT001 -- drawn by name
    found = insights(text, "Q", 3, linked=linked)
    assert found
    assert {insight.line for insight in found} == {3}
    assert {insight.text for insight in found} == {text}
    assert text.startswith(stated(text, lambda _: True))


@given(
    st.lists(
        st.sampled_from(
            ["Clear", " ", "[[Q1]]", "[[ Ida]]", "[[Q1|so]]", "![[Q1]]", "[[", "]]", "\\"]
        ),
        max_size=5,
    ).map("".join),
    st.booleans(),
)
def test_the_short_way_to_a_last_link_leaves_out_the_same(text: str, known: bool) -> None:  # noqa: FBT001 -- drawn by name
    def questions(target: str) -> bool:
        return known and target == "Q1"

    short = stated(text, questions)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bullets, "_ONLY_LINK", re.compile("(?!)"))
        assert stated(text, questions) == short


# ---------------------------------------------------------------- promises


def promised(text: str) -> Promise:
    made, problems = promise(text, 4)
    assert problems == ()
    assert made is not None
    return made


@pytest.mark.parametrize(
    "due",
    ["📅 2026-05-09", "📅2026-05-09", "due:2026-05-09", "[due:: 2026-05-09]", "bis:2026-05-09"],
)
def test_a_due_date_is_read_in_every_style(due: str) -> None:
    assert promised(f"[ ] me: send the article {due}") == Promise(
        "me", "send the article", due="2026-05-09", line=4
    )


@pytest.mark.parametrize(
    ("who", "means"),
    [
        ("me", "me"),
        ("Ich", "me"),
        ("they", "they"),
        ("sie", "they"),
        ("er", "they"),
        ("**me**", "me"),
    ],
)
def test_it_is_my_promise_or_theirs(who: str, means: str) -> None:
    assert promised(f"[ ] {who}: introduce Nora").who == means


@pytest.mark.parametrize(
    ("box", "state"),
    [(" ", "open"), ("x", "done"), ("X", "done"), ("-", "dropped"), ("/", "open")],
)
def test_the_box_says_how_it_stands(box: str, state: str) -> None:
    assert promised(f"[{box}] me: send it").state == state


def test_a_kept_promise_has_its_dates() -> None:
    assert promised("[x] me: send it ➕ 2026-05-01 📅 2026-05-09 ✅ 2026-05-08") == Promise(
        "me", "send it", "done", "2026-05-09", "2026-05-01", "2026-05-08", 4
    )


def test_other_dates_of_a_task_are_no_part_of_its_text() -> None:
    assert promised("[ ] me: send it ⏳ 2026-05-01 🛫 2026-05-01").text == "send it"


def test_a_task_without_a_person_is_no_promise() -> None:
    for text in (
        "[ ] buy milk",
        "[ ] Carla: send it",
        "me: send it",
        "[ ] them all: x",
        "[] me: x",
    ):
        assert promise(text, 1) == (None, ())


def test_an_impossible_due_date_is_a_problem_and_the_promise_stays() -> None:
    made, (found,) = promise("[ ] me: send it 📅 2026-02-30", 4)
    assert made == Promise("me", "send it", line=4)
    assert (found.code, dict(found.values)["value"]) == ("bad-date", "2026-02-30")


# ---------------------------------------------------------------- names


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[[Carla Voigt]] – knows energy", ("Carla Voigt",)),
        ("[[Carla Voigt|Carla]], at [[Elbgrün]]", ("Carla Voigt",)),
        ("[[Rita]] and [[Emre]]", ("Rita", "Emre")),
        ("**[[Rita]]** (Solvana)", ("Rita",)),
        ("Carla Voigt", ("Carla Voigt",)),
        ("Carla Voigt, Elbgrün", ("Carla Voigt",)),
        ("Carla Voigt – knows energy", ("Carla Voigt",)),
        ("Carla Voigt: knows energy", ("Carla Voigt",)),
        ("Carla Voigt (Elbgrün)", ("Carla Voigt",)),
        ("Carla Voigt - knows [[Nora Lind]]", ("Carla Voigt",)),
        ("**Dr. Anna-Lena Müller**.", ("Dr. Anna-Lena Müller",)),
        ("Rita und Emre", ("Rita", "Emre")),
        ("[Carla Voigt](mailto:carla@example.org)", ("Carla Voigt",)),
        ("ask [[Nora Lind]] about it", ("Nora Lind",)),
        ("[ ] [[Nora Lind]]", ("Nora Lind",)),
        ("somebody from the other department whom I met once", ()),
        ("somebody who sits beside her in the office: [[Ida]]", ("Ida",)),
        ("none", ()),
        ("niemand", ()),
        ("–", ()),
        ("", ()),
    ],
)
def test_a_bullet_names_people_without_the_explanation(text: str, named: tuple[str, ...]) -> None:
    assert people(text) == named


@given(st.text(max_size=60))
def test_any_bullet_is_read(text: str) -> None:
    assert all(people(text))
    promise(text, 1)
    insights(text, "", 1, linked=False)


@pytest.mark.parametrize("task", ["[ ] me:", "[ ] they: ", "[x] ich: 📅 2026-05-15"])
def test_a_promise_without_words_is_none_yet(task: str) -> None:
    assert bullets.promise(task, 1) == (None, ())
