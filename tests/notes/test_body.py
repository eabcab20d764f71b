import re
import textwrap

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from notesync.notes.body import TAG, Facts, read_body


def read(kind: str, body: str, first_line: int = 1) -> Facts:
    return read_body(textwrap.dedent(body), first_line, kind)


def days(body: str) -> list[tuple[str, str]]:
    return [(line.day, line.verb) for line in read("contact", body).log]


# ---------------------------------------------------------------- the log


def test_a_log_is_found_under_its_heading_in_either_language() -> None:
    for heading in ("## Log", "## Verlauf", "# log #", "### LOG:", "## 📓 Log", "## **Verlauf**"):
        assert days(f"{heading}\n\n- 2026-04-22 asked email\n") == [("2026-04-22", "asked")]


def test_other_headings_hold_no_log() -> None:
    assert days("## Logbook\n\n- 2026-04-22 asked\n") == []
    assert days("- 2026-04-22 asked\n") == []


def test_every_bullet_style_and_numbers_will_do() -> None:
    body = "## Log\n- 2026-04-22 asked\n* 2026-04-23 agreed\n+ 2026-04-24 thanked\n"
    assert [verb for _, verb in days(body)] == ["asked", "agreed", "thanked"]
    assert days("## Log\n1. 2026-04-22 asked\n") == [("2026-04-22", "asked")]


def test_a_section_ends_at_the_next_heading_of_its_level() -> None:
    body = """\
        ## Log
        ### 2025
        - 2025-04-22 asked
        ### 2026
        - 2026-04-22 thanked
        ## Thoughts
        - 2026-04-23 asked myself why
    """
    assert days(body) == [("2025-04-22", "asked"), ("2026-04-22", "thanked")]


def test_code_comments_and_quotations_are_left_alone() -> None:
    body = """\
        ## Log

        ```
        - 2026-04-01 asked
        ```

        <!--
        - 2026-04-02 asked
        -->

        > - 2026-04-03 asked

            - 2026-04-04 asked

        - 2026-04-05 asked
    """
    assert days(body) == [("2026-04-05", "asked")]


def test_exact_duplicates_count_once() -> None:
    line = "- 2026-04-22 asked email — hello\n"
    facts = read("contact", f"## Log\n{line}- 2026-04-23 agreed\n{line}## Verlauf\n{line}")
    assert [(entry.verb, entry.line) for entry in facts.log] == [("asked", 2), ("agreed", 3)]


def test_a_line_may_be_wrapped_and_have_details_below() -> None:
    facts = read(
        "contact",
        """\
        ## Log
        - 2026-04-22 asked email — about
          the harbour
          - 2026-04-23 asked (a detail, not an event)
        """,
    )
    assert [(line.day, line.text) for line in facts.log] == [("2026-04-22", "about the harbour")]


def test_lines_count_in_the_file() -> None:
    facts = read("contact", "\n## Log\n\n- 2026-04-22 asked\n", first_line=10)
    assert facts.log[0].line == 13


def test_a_problem_says_line_and_column() -> None:
    facts = read("contact", "## Log\n\n- 2026-02-30 asked\n- 2026-04-22 askd\n", first_line=6)
    assert [(p.code, p.line, p.column) for p in facts.problems] == [
        ("bad-date", 8, 3),
        ("verb-near", 9, 14),
    ]


def test_a_conversation_has_no_log() -> None:
    assert read("conversation", "## Log\n- 2026-04-22 asked\n").log == []


# ---------------------------------------------------------------- conversations

TALK = """\
Prose with [[Elbgrün]].

## Gelernt

- Sales decides [[B2B or B2C]] +B2B

### [[Energy]]

- It takes time
  - a detail
- [ ] ich: Artikel schicken 📅 2026-05-09

#### More

- It takes patience

### Besides

- She likes tea

## Names

- [[Nora Lind]], who knows
- Emre – freelance

## Later

- [Erkenntnis] One thing
- [surprise] Not so
- [ ] they: introduce Nora
- a plain bullet
"""


def test_insights_stand_under_learned_or_behind_their_mark() -> None:
    found = [(i.text, i.question, i.line) for i in read("conversation", TALK).insights]
    assert found == [
        ("Sales decides [[B2B or B2C]] +B2B", "B2B or B2C", 5),
        ("It takes time", "Energy", 9),
        ("It takes patience", "Energy", 15),
        ("She likes tea", "Besides", 19),
        ("One thing", "", 28),
    ]


def test_names_surprises_and_promises_are_found() -> None:
    facts = read("conversation", TALK)
    assert facts.named == [("Nora Lind", 23), ("Emre", 24)]
    assert facts.surprises == [("Not so", 29)]
    assert [(p.who, p.text, p.due, p.line) for p in facts.promises] == [
        ("me", "Artikel schicken", "2026-05-09", 11),
        ("they", "introduce Nora", "", 30),
    ]


def test_a_bullet_that_is_only_a_question_holds_those_below_it() -> None:
    facts = read("conversation", "## Learned\n- [[Energy]]\n  - it takes time\n- done\n")
    assert [(i.text, i.question) for i in facts.insights] == [
        ("it takes time", "Energy"),
        ("done", ""),
    ]


def test_a_marked_insight_below_another_heading_is_on_no_heading() -> None:
    facts = read("conversation", "## Notes\n### Besides\n- [insight] one\n")
    assert [(i.text, i.question) for i in facts.insights] == [("one", "")]


def test_marks_are_read_at_any_depth_and_with_a_colon() -> None:
    body = "- talk\n  - [insight]: deep\n  - [Überraschung] deeper\n"
    facts = read("conversation", body)
    assert [i.text for i in facts.insights] == ["deep"]
    assert facts.surprises == [("deeper", 3)]


def test_surprises_may_have_a_heading() -> None:
    facts = read("conversation", "## Überraschung\n- Tee statt Kaffee\n")
    assert facts.surprises == [("Tee statt Kaffee", 2)]


def test_only_conversations_hold_insights_and_contacts_hold_promises_too() -> None:
    facts = read("contact", TALK)
    assert (facts.insights, facts.surprises, facts.named) == ([], [], [])
    assert [p.who for p in facts.promises] == ["me", "they"]
    assert read("organization", TALK).promises == []


def test_a_bad_due_date_says_where_it_is() -> None:
    (found,) = read("conversation", "- [ ] me: send\n  it 📅 2026-02-30\n", 5).problems
    assert (found.code, found.line, found.column) == ("bad-date", 6, 8)


# ---------------------------------------------------------------- links and tags


@pytest.mark.parametrize("kind", ["note", "contact"])
def test_links_are_found_wherever_they_count(kind: str) -> None:
    body = """\
        # On [[A]]

        Text [[B]] and
        [[C|c]] `[[no]]` \\[[no]] <!-- [[no]] -->

        > quoted [[D]]

        - bullet [[E#heading]]
          - ![[F]] ![[no.png]]

        | [[G\\|g]] | [[H]] |

            [[no]] indented code

        ```
        [[no]]
        ```
    """
    expected = [("A", 1), ("B", 3), ("C", 4), ("D", 6), ("E", 8), ("F", 9), ("G", 11), ("H", 11)]
    assert read(kind, body).links == expected


def test_links_of_a_plain_text_are_found_without_parsing() -> None:
    for newline in ("\n", "\r\n", "\r"):
        body = newline.join(["one [[A]]", "", "two [[B]] [[C]]"])
        assert read("note", body, 4).links == [("A", 4), ("B", 6), ("C", 6)]


def test_tags_are_words_with_a_hash() -> None:
    body = "#energy and #b2b/europe, (#no) a#no #1 # no\n## no\n`#no` #ümläut-x\n"
    assert read("note", body).tags == ["energy", "b2b/europe", "ümläut-x"]


_LINES = st.sampled_from(
    [
        "## Log",
        "## Gelernt",
        "### [[Energy]]",
        "## Names",
        "- 2026-04-22 asked email",
        "- [insight] x [[Q]] +a",
        "- [ ] me: x 📅 2026-05-09",
        "- [[Nora]]",
        "  - deeper",
        "```",
        "~~~",
        "<!--",
        "-->",
        "> ",
        "",
        "---",
        "text [[A]] #tag `code",
        "\t- tab",
    ]
)


@given(
    st.lists(_LINES | st.text(max_size=20), max_size=25),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["contact", "conversation", "note", "me"]),
)
@example(["\x1f\0", "text [[A]] #tag `code"], "\n", "contact")
def test_any_body_gives_facts_with_lines_that_exist(
    rows: list[str], newline: str, kind: str
) -> None:
    body = newline.join(rows)
    count = body.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    facts = read_body(body, 1, kind)
    numbers = [
        *(line.line for line in facts.log),
        *(insight.line for insight in facts.insights),
        *(promise.line for promise in facts.promises),
        *(line for _, line in (*facts.surprises, *facts.named, *facts.links)),
        *(found.line for found in facts.problems),
    ]
    assert all(1 <= number <= count for number in numbers)


def test_a_form_feed_before_a_link_does_not_move_its_line() -> None:
    assert read_body("- \x0c\n[[Carla Voigt]]", 1, "contact").links == [("Carla Voigt", 2)]


def test_a_null_character_before_a_link_does_not_move_its_line() -> None:
    assert read_body("\x1f\0\n[[A]] `code", 1, "contact").links == [("A", 2)]


@pytest.mark.parametrize("code", [">     [[X]]", "-     [[X]]", "1.     [[X]]", "> -     [[X]]"])
def test_indented_code_in_a_quotation_or_a_list_holds_no_link(code: str) -> None:
    assert read_body(code, 1, "note").links == []


@given(st.text(alphabet="##ab1é_-/ \t\n\xa0("))
def test_a_tag_begins_a_word_and_holds_a_letter(text: str) -> None:
    assert TAG.findall(text) == re.findall(r"(?<!\S)#(?=[^\s#]*[^\W\d_])([\w/-]+)", text)
