"""The page as HTML: whole, reachable, harmless, in the reader's language and light."""

from __future__ import annotations

import re
from base64 import b64encode
from datetime import date, timedelta
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2.ext import babel_extract

from notesync.dashboard.render import MARKER
from notesync.errors import problem
from notesync.words import ENGLISH, Words
from tests.dashboard.pages import GERMAN, Element, Reading, page_of, reading, squeezed

VAULT = Path(__file__).parents[2] / "vault-example"
TEMPLATES = Path(__file__).parents[2] / "notesync" / "dashboard" / "templates"
PETRA = {
    path.relative_to(VAULT).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted(VAULT.rglob("*.md"))
}
ATTACK = (
    "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7*7 }}[x](javascript:alert(1))"
)


def petra(day: str = "2026-05-12", *, words: Words = ENGLISH, live: bool = False) -> Reading:
    return reading(page_of(PETRA, today=date.fromisoformat(day), words=words, live=live))


# ---------------------------------------------------------------- whole


@pytest.mark.parametrize("live", [False, True])
@pytest.mark.parametrize("day", ["2026-04-20", "2026-05-12", "2026-05-29", "2027-01-01"])
def test_the_page_is_well_formed(day: str, *, live: bool) -> None:
    assert petra(day, live=live).faults == []


def test_an_empty_vault_has_a_page_that_says_how_to_begin() -> None:
    page = reading(page_of({}))
    assert page.faults == []
    assert "Write down five names" in page.text
    assert page.with_class("fold") == []


def test_ids_are_unique_and_every_link_inside_the_page_leads_somewhere() -> None:
    page = petra()
    ids = [one.attributes["id"] for one in page.elements if "id" in one.attributes]
    assert len(set(ids)) == len(ids)
    inner = [a.attributes["href"][1:] for a in page.all("a") if a.attributes["href"][0] == "#"]
    assert len(inner) > 40
    assert set(inner) <= set(ids)


def test_what_has_no_place_on_the_page_is_no_link() -> None:
    notes = {
        "questions/Old.md": "---\ndropped: 2026-05-01\n---\n",
        "questions/Later.md": "---\ncreated: 2026-06-01\n---\n",
        "organizations/Firm.md": "---\ncreated: 2026-06-02\n---\n",
        "opportunities/Job.md": "---\norg: Third\n---\n",
        "contacts/Anna.md": "---\norg: '[[Firm]]'\n---\n## Log\n"
        "- 2026-05-01 note — on [[Old]], [[Later]], [[Firm]], [[Ben]], [[Nobody]]\n",
        "conversations/2026-05-02 Anna.md": "---\npeople: Anna\norg: Side\nnamed: [Ben]\n---\n"
        "- [insight] x [[Old]] +a\n",
    }
    page = reading(page_of(notes))
    ids = {one.attributes["id"] for one in page.elements if "id" in one.attributes}
    inner = [a.attributes["href"][1:] for a in page.all("a") if a.attributes["href"][0] == "#"]
    assert len(inner) > 5
    assert set(inner) <= ids
    assert "on Old, Later, Firm, Ben, Nobody" in page.text


def test_blocks_stand_in_the_order_of_the_design() -> None:
    page = petra()
    assert [squeezed(one.text) for one in page.all("h2")] == [
        "Now",
        "Ahead",
        "This week",
        "What gets clearer",
        "Thanks and promises",
        "Who led me to whom",
        "Expected and got",
        "From asking to thanks",
        "Organizations I would like",
        "Weeks in motion",
        "Confidence",
        "Not spoken to for long",
        "Passing it on",
        "People",
        "Organizations",
    ]
    later = [squeezed(one.text) for one in petra("2026-05-29").all("h2")]
    assert later[-6:] == [
        "Not spoken to for long",
        "Opportunities",
        "Whom I will tell",
        "Passing it on",
        "People",
        "Organizations",
    ]


def test_what_is_empty_is_left_out() -> None:
    page = reading(page_of({"contacts/Anna.md": "# Anna\n"}))
    titles = [squeezed(one.text) for one in page.all("h2")]
    assert titles == ["Now", "What will stand here", "People"]


def test_folded_blocks_are_closed_and_keep_their_place_by_name() -> None:
    for details in petra().all("details"):
        assert "open" not in details.attributes
        assert details.attributes["id"]


# ---------------------------------------------------------------- reachable


def test_landmarks_language_and_the_way_past_the_beginning() -> None:
    page = petra(words=GERMAN)
    (html,) = page.all("html")
    assert html.attributes["lang"] == "de"
    assert len(list(page.all("main"))) == 1
    assert len(list(page.all("footer"))) == 1
    links = list(page.all("a"))
    assert links[0].attributes == {"class": "skip", "href": "#main"}
    assert page.by_id("main").name == "main"


def test_headings_begin_with_one_and_skip_no_level() -> None:
    levels = [int(one.name[1]) for one in petra().elements if re.fullmatch(r"h\d", one.name)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_section_is_named_by_its_heading() -> None:
    page = petra()
    for section in page.all("section"):
        assert page.by_id(section.attributes["aria-labelledby"]).name == "h2"


def test_tables_have_a_caption_and_say_what_heads_what() -> None:
    page = petra("2026-05-29")
    tables = list(page.all("table"))
    assert len(tables) == 8
    assert len(list(page.all("caption"))) == len(tables)
    assert all(th.attributes["scope"] in {"col", "colgroup", "row"} for th in page.all("th"))


def pictures(page: Reading) -> list[Element]:
    """The pictures, without marks in lines of text."""
    return [svg for svg in page.all("svg") if "role" in svg.attributes]


def test_every_picture_has_a_title_a_description_a_finding_and_the_same_in_words() -> None:
    page = petra("2026-05-29")
    assert len(pictures(page)) == 11
    assert len(list(page.all("figcaption"))) == 11
    for svg in pictures(page):
        title, desc = svg.attributes["aria-labelledby"].split()
        assert (page.by_id(title).name, page.by_id(desc).name) == ("title", "desc")
        words = page.by_id(svg.attributes["id"] + "-table")
        assert words.name == "details"
        assert squeezed(words.text)


def test_a_picture_with_links_inside_is_a_group_and_any_other_an_image() -> None:
    page = petra("2026-05-29")
    for svg in pictures(page):
        linked = any("svg" in a.path and svg.holds(a) for a in page.all("a"))
        assert svg.attributes["role"] == ("group" if linked else "img")


def test_whoever_is_in_the_picture_of_the_tree_is_in_its_list_too() -> None:
    page = petra()
    svg = page.by_id("tree-picture")
    (tree,) = page.with_class("tree")
    names = {a.text for a in page.all("a") if svg.holds(a)}
    assert {"Nora Lind", "Jonas Kessler", "Meike Brandt", "Carla Voigt", "Ida"} < names
    assert all(name in tree.text for name in names)


def test_marks_that_only_decorate_are_not_read_aloud() -> None:
    assert all(one.attributes["aria-hidden"] == "true" for one in petra().with_class("mark"))


# ---------------------------------------------------------------- harmless


def test_the_file_has_no_script_and_its_policy_allows_its_own_style_only() -> None:
    html = page_of(PETRA)
    page = reading(html)
    assert list(page.all("script")) == []
    assert list(page.all("link")) == []
    style = html.partition("<style>")[2].partition("</style>")[0]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    heads = {
        one.attributes["http-equiv"]: one.attributes["content"]
        for one in page.all("meta")
        if "http-equiv" in one.attributes
    }
    assert heads["x-dns-prefetch-control"] == "off"
    policy = heads["Content-Security-Policy"]
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    # The policy stands before what it governs.
    assert html.index("Content-Security-Policy") < html.index("<style>")


def test_the_served_page_takes_style_and_script_from_the_server_only() -> None:
    page = petra(live=True)
    assert list(page.all("style")) == []
    assert [one.attributes["src"] for one in page.all("script")] == ["/static/live.js"]
    assert {one.attributes["href"] for one in page.all("link")} == {
        "/static/style.css",
        "/static/pages.css",
        "/static/icon.svg",
    }


def harmless(page: Reading) -> None:
    assert page.faults == []
    allowed = {"html", "head", "meta", "title", "style", "body", "a", "main", "header", "div"}
    allowed |= {
        "h1",
        "h2",
        "h3",
        "h4",
        "p",
        "section",
        "ol",
        "ul",
        "li",
        "span",
        "time",
        "b",
        "details",
    }
    allowed |= {"summary", "dl", "dt", "dd", "article", "table", "caption", "thead", "tbody"}
    allowed |= {"tr", "th", "td", "figure", "figcaption", "svg", "desc", "text", "tspan", "path"}
    allowed |= {"circle", "rect", "g", "code", "footer", "br", "em", "strong", "s"}
    assert {one.name for one in page.elements} <= allowed
    for one in page.elements:
        assert not [name for name in one.attributes if name.startswith("on") or name == "style"]
        assert "src" not in one.attributes
        if one.name == "a":
            assert re.match(r"#|https?:|mailto:|tel:|[^:/\\]*(/|$)", one.attributes["href"])


def hostile(text: str) -> dict[str, str]:
    """A vault in which everything that can be written says the same."""
    quoted = "'" + text.replace("'", "''") + "'"
    listed = f"[{quoted}]"
    return {
        f"contacts/Eve {text.replace('/', '_')[:60]}.md": (
            f"---\norg: {quoted}\nrole: {quoted}\ncity: {quoted}\nemail: {quoted}\n"
            f"phone: {quoted}\nmet: {quoted}\ntopics: {listed}\naliases: {listed}\n---\n"
            f"## Log\n- 2026-05-04 asked email expect:yes — {text}\n- 2026-05-05 {text}\n"
            f"- 2026-05-06 referred — [[{text}]]\n- [ ] me: {text} 📅 2026-05-09\n"
        ),
        "contacts/Anna.md": f"## Log\n- 2026-05-04 agreed for:2026-05-20 — {text}\n",
        "conversations/2026-05-05 Anna.md": (
            f"---\npeople: ['[[Anna]]']\ncity: {quoted}\ntime: {quoted}\norg: {quoted}\n"
            f"channel: {quoted}\nnamed: {listed}\n---\n{text}\n\n- [insight] {text} [[Q]] +{text}\n"
            f"- [surprise] {text}\n- [ ] they: {text}\n"
        ),
        "questions/Q.md": f"---\nquestion: {quoted}\noptions: {listed}\n---\n",
        "questions/R.md": f"---\ndecided: 2026-05-01\ndecision: {quoted}\n---\n",
        "organizations/O.md": "---\ntarget: true\n---\n",
    }


@pytest.mark.parametrize(
    "text",
    [
        ATTACK,
        "</style><script>alert(1)</script>",
        "</title></head><body onload=alert(1)>",
        "<svg><animate onbegin=alert(1) attributeName=x></svg>",
        "--><iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "{% include '/etc/passwd' %}{{ config }}",
        "{name} {0.__class__} %s",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "[x](data:text/html,<script>alert(1)</script>)",
        "![x](https://example.org/pixel.gif)",
        "\u202egnp.exe\u2066",
    ],
)
def test_nothing_that_a_note_says_becomes_part_of_the_page(text: str) -> None:
    strange = problem("bad-date", 3, value=text)
    harmless(reading(page_of(hostile(text), problems=(strange,))))


def test_what_looks_like_a_template_in_a_note_is_shown_as_it_stands() -> None:
    text = "{{ 7*7 }} {% set x = 1 %} {name} %s"
    shown = reading(page_of(hostile(text))).text
    assert shown.count(text) > 10


@settings(max_examples=60)
@given(st.text(max_size=60))
def test_whatever_the_notes_say_the_page_is_whole_and_harmless(text: str) -> None:
    harmless(reading(page_of(hostile(text.replace("\r", " ").replace("\n", " ")))))


def test_a_name_with_bytes_that_are_no_text_is_shown_as_well_as_can_be() -> None:
    html = page_of({"contacts/Ann\udcff.md": "# x\n"})
    assert html.encode()
    assert "Ann" in html


def test_the_file_says_in_its_first_lines_that_it_is_ours() -> None:
    assert f'<meta name="generator" content="{MARKER}">' in page_of({})[:1500]


# ---------------------------------------------------------------- words


def test_every_sentence_of_the_templates_is_found_for_translation() -> None:
    found: set[str] = set()
    written: set[str] = set()
    for template in sorted(TEMPLATES.iterdir()):
        with template.open("rb") as file:
            for _, _, message, _ in babel_extract(file, ("t", "n"), (), {"silent": "false"}):
                found.update(filter(None, message if isinstance(message, tuple) else (message,)))
        text = template.read_text(encoding="utf-8")
        written.update(re.findall(r"""\bt\("([^"]*)\"""", text))
        for pair in re.findall(r"""\bn\("([^"]*)", "([^"]*)\"""", text):
            written.update(pair)
    assert found == written
    assert len(found) > 40


def test_the_foot_says_how_the_page_is_brought_up_to_date() -> None:
    assert "To bring this page up to date: notesync dashboard" in petra().text
    assert "What you change there appears here." in petra(live=True).text


def test_every_sentence_is_spoken_in_the_readers_language() -> None:
    backwards = Words(
        "de", gettext=lambda text: f"¡{text}!", ngettext=lambda _, text, __: f"¡{text}!"
    )
    text = reading(page_of(PETRA, today=date(2026, 5, 12), words=backwards)).text
    assert "¡This week!" in text
    assert "¡4 conversations!" in text
    assert "¡Thanks to Jonas Kessler for the conversation ¡today!!" in text


# ---------------------------------------------------------------- weight


def crowd(count: int) -> dict[str, str]:
    """A vault of many people, each with a past and somebody who named her."""
    notes = {}
    start = date(2020, 1, 1)
    for number in range(count):
        log = "\n".join(
            f"- {start + timedelta(days=number % 900 + 20 * line)} note email — "
            + "what was said on that day, at some length, " * 8
            for line in range(12)
        )
        by = f"introduced_by: '[[Person {number // 3}]]'\n" if number > 9 else ""
        notes[f"contacts/Person {number}.md"] = (
            f"---\norg: Firm {number % 40}\nrole: somebody\n{by}---\n## Log\n{log}\n"
        )
    return notes


def test_a_vault_of_two_thousand_people_stays_light_and_its_branches_fold() -> None:
    html = page_of(crowd(2000))
    assert len(html.encode()) < 5_000_000
    page = reading(html)
    assert page.faults == []
    # The picture shows the largest branches, and of the rest how many people they hold.
    tree = page.by_id("tree-picture")
    assert sum(one.name == "text" for one in page.elements if "svg" in one.path) < 400
    assert " more" in tree.text
    folded = [one for one in page.all("details") if one.attributes["id"].startswith("branch-")]
    assert len(folded) > 100
    # Half of them have a place of their own; of the others it says how to list them.
    assert len(page.with_class("person")) == 1000
    assert "1000 more: notesync list contact" in page.text


def test_a_very_long_chain_of_introductions_is_shown() -> None:
    notes = {"contacts/P0.md": "# first\n"} | {
        f"contacts/P{number}.md": f"---\nintroduced_by: '[[P{number - 1}]]'\n---\n"
        for number in range(1, 1500)
    }
    page = reading(page_of(notes))
    assert page.faults == []
    (tree,) = page.with_class("tree")
    assert "P1499" in tree.text
