import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesync.errors import PROBLEMS
from notesync.notes.document import read
from notesync.notes.kinds import PLAIN, KindMap, default_folders, default_types
from notesync.notes.note import LogLine, Note
from notesync.notes.reading import kind_of, read_note


def note(path: str, text: str = "", kinds: KindMap | None = None) -> Note:
    text = textwrap.dedent(text)
    return read_note(path, read(text, path), kinds or KindMap())


# ---------------------------------------------------------------- kinds


@pytest.mark.parametrize(
    ("path", "typed", "kind"),
    [
        ("contacts/Carla.md", "", "contact"),
        ("Menschen/Freunde/Carla.md", "", "contact"),
        ("Gespräche/2026-05-05 Carla.md", "", "conversation"),
        ("gespra\u0308che/2026-05-05 Carla.md", "", "conversation"),
        ("anywhere/Carla.md", "contact", "contact"),
        ("anywhere/Carla.md", "Mensch", "contact"),
        ("anywhere/Carla.md", "PERSON", "contact"),
        ("contacts/Elbgrün.md", "Firma", "organization"),
        ("contacts/Carla.md", "recipe", "note"),
        ("anywhere/Carla.md", "", "note"),
        ("Carla.md", "", "note"),
        ("inbox/2026-05-05.md", "", "note"),
        ("Eingang/Carla.md", "Mensch", "contact"),
        ("me.md", "", "me"),
        ("ME.md", "", "me"),
        ("contacts/me.md", "", "contact"),
        ("anywhere/Petra.md", "ich", "me"),
        ("anywhere/Carla.md", "[[contact]]", "contact"),
    ],
)
def test_the_type_says_the_kind_then_the_nearest_folder(path: str, typed: str, kind: str) -> None:
    assert kind_of(path, {"type": typed} if typed else {}, KindMap()) == kind
    assert kind_of(path, {"Typ": typed} if typed else {}, KindMap()) == kind


def test_the_vault_s_own_words_come_first() -> None:
    kinds = KindMap(
        folders={**default_folders(), "people": "contact", "people/firms": "organization"},
        types={**default_types(), "recipe": "question", "person": "note"},
    )
    assert kind_of("People/Carla.md", {}, kinds) == "contact"
    assert kind_of("People/Firms/Elbgrün.md", {}, kinds) == "organization"
    assert kind_of("x.md", {"type": "Recipe"}, kinds) == "question"
    assert kind_of("People/Carla.md", {"type": "person"}, kinds) == PLAIN


def test_a_list_of_types_counts_by_its_first_and_an_empty_one_not_at_all() -> None:
    assert note("contacts/C.md", "---\ntype: []\n---\n").kind == "contact"
    assert note("x.md", "---\ntype: [contact, vip]\n---\n").kind == "contact"


# ---------------------------------------------------------------- notes


def test_a_contact_is_read_as_a_whole() -> None:
    found = note(
        "contacts/Carla Voigt.md",
        """\
        ---
        id: k7f3
        org: "[[Elbgrün]]"
        aliases: [Carla]
        tags: energy
        shoe size: 39
        ---
        Knows [[Meike Brandt]]. #museum

        ## Log

        - 2026-04-27 asked email expect:yes
        - [ ] me: send the article 📅 2026-05-09
        """,
    )
    assert (found.path, found.name, found.kind) == (
        "contacts/Carla Voigt.md",
        "Carla Voigt",
        "contact",
    )
    assert found.text("org") == "Elbgrün"
    assert found.header["org"] == "[[Elbgrün]]"
    assert found.header["shoe size"] == "39"
    assert (found.id, found.aliases, found.tags) == ("k7f3", ("Carla",), ("energy", "museum"))
    assert found.log == (LogLine("2026-04-27", "asked", "email", "yes", line=12),)
    assert [promise.due for promise in found.promises] == ["2026-05-09"]
    assert found.links == (("Elbgrün", 3), ("Meike Brandt", 8))
    assert found.problems == ()


def test_a_conversation_takes_its_day_from_its_file_name() -> None:
    found = note("conversations/2026-05-05 Carla Voigt.md", "Text.\n")
    assert (found.name, found.text("date")) == ("2026-05-05 Carla Voigt", "2026-05-05")
    assert note("conversations/2026-05-05.md").text("date") == "2026-05-05"
    assert note("conversations/Carla.md").text("date") == ""


def test_what_is_typed_beats_the_file_name() -> None:
    found = note("conversations/2026-05-05 Carla.md", "---\ndatum: 2026-05-06\n---\n")
    assert found.text("date") == "2026-05-06"
    found = note("conversations/2026-05-05 Carla.md", "---\ndate: 2026-02-30\n---\n")
    assert found.text("date") == ""
    assert [problem.code for problem in found.problems] == ["bad-date"]


def test_an_impossible_day_in_a_file_name_is_a_problem() -> None:
    (found,) = note("conversations/2026-02-30 Carla.md").problems
    assert (found.code, found.line) == ("bad-date", 0)


def test_a_date_may_carry_the_time_of_the_conversation() -> None:
    found = note("conversations/x.md", "---\ndate: 2026-05-05T17:30\n---\n")
    assert (found.text("date"), found.text("time")) == ("2026-05-05", "17:30")
    found = note("conversations/x.md", "---\ndate: 2026-05-05 17:30\ntime: 18:00\n---\n")
    assert found.text("time") == "18:00"


def test_a_folder_may_say_what_kind_of_conversation_is_meant() -> None:
    kinds = KindMap(conversation_kinds={"conversations/given": "give-back"})
    assert note("conversations/Given/2026-05-05 A.md", "", kinds).text("kind") == "give-back"
    typed = "---\nkind: coaching\n---\n"
    assert note("conversations/given/2026-05-05 A.md", typed, kinds).text("kind") == "coaching"
    assert note("conversations/2026-05-05 A.md", "", kinds).text("kind") == ""


def test_a_review_takes_its_week_from_its_file_name() -> None:
    assert note("reviews/2026-W19.md").text("week") == "2026-W19"
    assert note("reviews/2026-W19.md", "---\nweek: 2026-W20\n---\n").text("week") == "2026-W20"


def test_named_people_come_from_the_header_and_the_section() -> None:
    found = note(
        "conversations/2026-05-05 Carla.md",
        """\
        ---
        named:
          - "[[Nora Lind]]"
          - Emre
        ---
        ## Names
        - [[Rita]], a friend
        """,
    )
    assert found.named == (("Nora Lind", 3), ("Emre", 4), ("Rita", 7))


def test_a_problem_in_the_header_says_line_and_column() -> None:
    found = note(
        "conversations/x.md",
        """\
        ---
        # 2026-02-30 is no date
        Datum: "2026-02-30"  # sic
        people:
          - "[[Carla]]"
        confidence_before:   9
        channel:
          pigeon
        ---
        """,
    )
    assert [(problem.code, problem.line, problem.column) for problem in found.problems] == [
        ("bad-date", 3, 9),
        ("bad-number", 6, 22),
        ("unknown-word", 8, 3),
    ]


def test_a_plain_note_has_links_and_tags_but_no_facts() -> None:
    found = note("journal/2026-05-05.md", "## Log\n- 2026-02-30 asked [[Carla]] #x\n")
    assert (found.kind, found.log, found.problems) == ("note", (), ())
    assert (found.links, found.tags) == ((("Carla", 2),), ("x",))


def test_the_header_s_links_are_found_but_not_those_in_its_comments() -> None:
    text = '---\n# [[No]]\norg: "[[A]]"  \npeople: ["[[B]]", "[[C|c]]"]\n---\n[[D]]\n'
    assert note("x.md", text).links == (("A", 3), ("B", 4), ("C", 4), ("D", 6))


@given(
    st.lists(
        st.sampled_from(
            [
                "# [[A]]",
                " \t# x [[B]]",
                "k: '[[C]] # [[D]]'",
                "- '![[E]]'",
                "- ![[p.png]]",
                "",
                "[[#",
            ]
        ),
        max_size=8,
    ),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_the_header_s_links_stand_in_the_lines_that_an_editor_shows(
    rows: list[str], newline: str
) -> None:
    text = newline.join(["---", *rows, "---", ""])
    assert note("x.md", text).links == tuple(
        (target, number)
        for number, row in enumerate(rows, 2)
        if not row.lstrip().startswith("#")
        for target in "ABCDE"
        if f"[[{target}]]" in row
    )


def test_a_header_that_cannot_be_read_leaves_the_body_readable() -> None:
    found = note("contacts/Carla.md", "---\norg: [a\n---\n## Log\n- 2026-04-22 asked\n")
    assert [line.verb for line in found.log] == ["asked"]
    assert found.problems


def test_pieces_that_a_sync_kept_in_the_body_are_conflicts_too() -> None:
    text = "# Carla\n\nHere.\n<!-- conflict (2026-05-12)\nThere.\n-->\n<!-- a remark -->\n"
    assert note("contacts/Carla.md", text).conflicts == ("<!-- conflict (2026-05-12)",)


def test_conflicts_are_kept_as_texts() -> None:
    text = "---\nconflicts:\n  - city | Bremen | Hamburg | 2026-05-01\n---\n"
    assert note("contacts/Carla.md", text).conflicts == ("city | Bremen | Hamburg | 2026-05-01",)


def test_a_path_is_kept_in_one_unicode_form() -> None:
    assert note("contacts/Mu\u0308ller.md").path == "contacts/Müller.md"
    assert note("contacts/Dr. Solms.MD").name == "Dr. Solms"


_PATHS = st.sampled_from(
    ["contacts/A.md", "conversations/2026-05-05 A.md", "conversations/2026-99-99.md", "me.md", "x"]
)
_ROWS = st.sampled_from(
    [
        "---",
        "type: conversation",
        "date: 2026-02-30",
        "people: [[A]], [[B]]",
        "named: {a: [b]}",
        "private: perhaps",
        "topics: [a, [b]]",
        "tags: '#a #b'",
        "## Log",
        "## Names",
        "- 2026-04-22 asked expect:maybe",
        "- [insight] a [[B]] +c",
        "- [ ] me: x 📅 2026-02-30",
        "```",
        "",
    ]
)


@given(
    _PATHS,
    st.text(max_size=80) | st.lists(_ROWS | st.text(max_size=15), max_size=20).map("\n".join),
)
def test_any_text_gives_a_note(path: str, text: str) -> None:
    found = note(path, text)
    assert all(problem.code in PROBLEMS for problem in found.problems)
    assert found == note(path, text)


@given(st.binary(max_size=120))
def test_any_bytes_give_a_note(raw: bytes) -> None:
    text = raw.decode("utf-8", "surrogateescape")
    header = "---\ntype: conversation\n---\n## Learned\n- "
    assert note("a.md", header + text).kind == "conversation"


EXAMPLES = sorted((Path(__file__).parents[2] / "vault-example").rglob("*.md"))
_BITS = st.sampled_from(
    [
        "[[",
        "]]",
        "|",
        "`",
        "```\n",
        "\n",
        "\r\n",
        "- ",
        "  - ",
        "> ",
        "---\n",
        "<!--",
        "-->",
        "+",
        "📅 2026-02-30",
        "named:",
        "until:2026-99-99",
        "\x00",
        "\u2028",
        "[x] me: ",
        "## Log\n",
        "\t",
    ]
)


@given(
    st.sampled_from(EXAMPLES),
    st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 20), _BITS), min_size=1, max_size=8),
)
def test_a_mutilated_note_is_still_a_note(path: Path, changes: list[tuple[int, int, str]]) -> None:
    text = path.read_text(encoding="utf-8")
    for at, gone, put in changes:
        text = text[:at] + put + text[at + gone :]
    found = note(f"{path.parent.name}/{path.name}", text)
    for problem in found.problems:
        assert problem.sentence.format(**dict(problem.values))


def test_nothing_is_wrong_with_the_example_vault() -> None:
    notes = [
        note(f"{path.parent.name}/{path.name}", path.read_text(encoding="utf-8"))
        for path in EXAMPLES
    ]
    assert {found.kind for found in notes} >= {"contact", "conversation", "question"}
    assert [found.problems for found in notes if found.problems] == []


@pytest.mark.parametrize("said", ["private: true", "Privat: ja", "vertraulich : x", '"private": y'])
def test_what_is_private_stays_so_when_its_header_cannot_be_read(said: str) -> None:
    broken = f"---\ntags: [a, b\n{said}\n---\n"
    assert note("contacts/Ines Wolf.md", broken).fields["private"] == "yes"
    assert "private" not in note("contacts/Ines Wolf.md", "---\ntags: [a, b\n---\n").fields
