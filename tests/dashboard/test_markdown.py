"""One line of Markdown becomes inline HTML that can do no harm."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesync.dashboard.markdown import LONGEST, SCHEMES, WITHOUT_HOST, inline
from tests.dashboard.pages import reading

# What may come out of a line, with the attributes that each may have.
HARMLESS = {
    "a": {"href", "rel", "title"},
    "em": set(),
    "strong": set(),
    "s": set(),
    "code": set(),
    "br": set(),
}


def places(name: str) -> str:
    return {"Carla Voigt": "#p-carla"}.get(name, "")


def test_emphasis_code_and_links_are_rendered() -> None:
    assert inline("*one* **two** `three` [four](https://example.org)") == (
        "<em>one</em> <strong>two</strong> <code>three</code> "
        '<a href="https://example.org" rel="noreferrer">four</a>'
    )


def test_a_name_in_brackets_leads_to_its_place_and_an_unknown_one_is_text() -> None:
    assert inline("[[Carla Voigt|Carla]] and [[Nobody]]", places) == (
        '<a href="#p-carla">Carla</a> and Nobody'
    )


def test_a_heading_behind_a_name_is_not_shown() -> None:
    assert inline("[[Carla Voigt#Log]]", places) == '<a href="#p-carla">Carla Voigt</a>'


@pytest.mark.parametrize(
    "line",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)>",
        "<a href='javascript:alert(1)'>x</a>",
        "<!-- --><style>*{display:none}</style>",
        "[[<img src=x onerror=alert(1)>]]",
        "[[a|<b onclick=alert(1)>b</b>]]",
        "`<script>alert(1)</script>`",
        '[x](https://example.org "<script>")',
        '[x](https://example.org/"onmouseover="alert(1))',
        "&lt;script&gt;alert(1)&lt;/script&gt;",
    ],
)
def test_html_stays_text(line: str) -> None:
    found = reading(inline(line, places))
    assert found.faults == []
    assert {one.name for one in found.elements} <= HARMLESS.keys()
    assert all(one.attributes.keys() <= HARMLESS[one.name] for one in found.elements)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "javascript&#58;alert(1)",
        "&#106;avascript:alert(1)",
        "java\tscript:alert(1)",
        "%6Aavascript:alert(1)",
        "\x01javascript:alert(1)",
        "vbscript:x",
        "data:text/html,<script>alert(1)</script>",
        "data:image/svg+xml;base64,PHN2Zz4=",
        "file:///etc/passwd",
        "blob:https://example.org/x",
        "view-source:https://example.org",
        "http:example.org",
        "http:\\\\example.org",
        "https:/example.org",
        "//example.org/x",
        "\\\\example.org\\x",
        "/\\example.org/x",
        "/etc/passwd",
        "../../etc/passwd",
        "%2e%2e/%2e%2e/etc/passwd",
        "%5c%5cexample.org",
        "..%2f..%2fetc/passwd",
    ],
)
@pytest.mark.parametrize("form", ["[x]({})", "[x](<{}>)", "<{}>", "[x]: {}\n[x]", "![x]({})"])
def test_a_link_that_is_not_on_the_list_leads_nowhere(address: str, form: str) -> None:
    found = reading(inline(form.format(address), places, folder="contacts"))
    for link in found.all("a"):
        href = link.attributes["href"]
        # What is left is a path inside the vault, or nothing.
        assert ":" not in href
        assert not href.startswith(("/", "\\", ".."))


@pytest.mark.parametrize("scheme", sorted(SCHEMES))
def test_a_link_with_a_scheme_of_the_list_stays(scheme: str) -> None:
    address = f"{scheme}:abc" if scheme in WITHOUT_HOST else f"{scheme}://abc"
    (link,) = reading(inline(f"[x]({address})")).all("a")
    assert link.attributes["href"] == address


def test_a_relative_link_starts_from_its_note_and_stays_in_the_vault() -> None:
    (link,) = reading(inline("[x](../papers/a.pdf)", folder="contacts")).all("a")
    assert link.attributes["href"] == "papers/a.pdf"
    (link,) = reading(inline("[x](../../a.pdf)", folder="contacts")).all("a")
    assert link.attributes["href"] == "#"


def test_a_relative_link_to_a_note_leads_to_its_place() -> None:
    def by_path(path: str) -> str:
        return {"contacts/Carla Voigt.md": "#p-carla"}.get(path, "")

    line = "[C](../contacts/Carla%20Voigt.md) and [D](<Dora.md>)"
    assert inline(line, by_path, folder="conversations") == (
        '<a href="#p-carla">C</a> and <a href="conversations/Dora.md">D</a>'
    )


def test_a_served_page_leads_to_no_file() -> None:
    assert inline("[x](papers/a.pdf), [y](https://example.org)", files=False) == (
        '<a>x</a>, <a href="https://example.org" rel="noreferrer">y</a>'
    )


@pytest.mark.parametrize(
    "line", ["![a cat](https://example.org/cat.png)", "![a cat](cat.png)", "![a cat](<cat.png>)"]
)
def test_an_image_becomes_its_description_and_is_never_fetched(line: str) -> None:
    assert inline(line) == "a cat"


def test_a_very_long_line_is_cut() -> None:
    assert len(inline("word " * 100_000)) < LONGEST + 10


@given(st.text(alphabet=st.sampled_from('[]()<>!*_`~\\|#:/"& \nax1javscript')))
def test_whatever_is_written_only_harmless_elements_come_out(line: str) -> None:
    found = reading(inline(line, places, folder="a"))
    assert found.faults == []
    for one in found.elements:
        assert one.attributes.keys() <= HARMLESS[one.name]
        href = one.attributes.get("href", "")
        assert ":" not in href or href.split(":")[0].lower() in SCHEMES


@given(st.text())
def test_plain_text_comes_out_as_it_is_read(line: str) -> None:
    if not set(line) & set("\\`*_~[]<>!&\n\r\x00") and "http" not in line:
        assert reading(f"<p>{inline(line)}</p>").text == line
