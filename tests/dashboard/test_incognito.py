"""Names to initials: no name that the notes know stands anywhere on any page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import escape

from notesync.dashboard.assets import asset
from notesync.dashboard.build import build
from notesync.dashboard.incognito import initials, mask_of
from notesync.dashboard.render import render_page, static_policy
from notesync.dashboard.scene import Scene, scene
from notesync.dashboard.site import Site
from notesync.errors import problem
from notesync.index.search import Hit
from notesync.notes.rhythm import Rhythm
from notesync.views.calendar import Calendar
from notesync.words import ENGLISH
from tests.dashboard.pages import GERMAN, TODAY, book_of, reading

VAULT = Path(__file__).parents[2] / "vault-example"
PETRA = {
    path.relative_to(VAULT).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted(VAULT.rglob("*.md"))
}


def disguised(notes: Mapping[str, str], *, live: bool) -> Scene:
    troubles = [problem("bad-date", 3, value=path) for path in notes]
    return scene(
        book_of(notes),
        today=TODAY,
        calendar=Calendar(),
        rhythm=Rhythm(),
        words=ENGLISH,
        problems=[
            type(one)(one.code, 3, 0, one.values, path)
            for one, path in zip(troubles, notes, strict=True)
        ],
        vault_name="net",
        live=live,
        incognito=True,
    )


def pages(notes: Mapping[str, str]) -> Iterator[str]:
    """The file, and every page that is served, and what a search for anything finds."""
    file = disguised(notes, live=False)
    yield render_page(build(file), file, footer="")
    served = disguised(notes, live=True)
    hits = [
        Hit(path, path.rpartition("/")[2].removesuffix(".md"), "contact", 1.0, n, line, ((0, 4),))
        for path, text in notes.items()
        for n, line in enumerate(text.splitlines(), 1)
    ]
    found: list[Hit] = []
    site = Site(served, lambda _typed: found, "")
    yield site.page("/").html
    for address, _, _ in served.places.everything():
        shown = site.page(address)
        assert shown.status == 200
        yield shown.html
        yield address
    for at in range(0, len(hits), 40):
        del found[:]
        found += hits[at : at + 40]
        yield site.page("/search", " ".join(notes)).html


def letters(html: str) -> str:
    return unicodedata.normalize("NFKD", html).casefold()


def test_no_name_of_the_example_is_on_any_page() -> None:
    book = book_of(PETRA)
    names = {
        word for one in book.contacts.values() for word in one.name.split() if word[0].isupper()
    }
    assert {"Carla", "Voigt", "Kessler", "Jonas"} <= names
    leaks = set()
    for page in pages(PETRA):
        visible = re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)
        leaks |= {name for name in names - {"Dr."} if re.search(rf"\b{name}", visible)}
    assert leaks == set()


def test_initials_stand_where_the_names_stood_and_still_lead_there() -> None:
    page = reading(next(pages(PETRA)))
    links = {a.text: a.attributes["href"] for a in page.all("a")}
    assert links["C. V."].startswith("#p-")
    assert page.by_id(links["C. V."][1:]).text
    assert page.faults == []


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Carla Voigt", "C. V."),
        ("Dr. Henrik Solms", "H. S."),
        ("Ursula von der Leyen", "U. L."),
        ("Frau Lindner", "L."),
        ("Anna-Lena Øst", "A. L. Ø."),
        ("王小明", "王."),
        ("?", "…"),
        ("X", "…"),
    ],
)
def test_initials_of(name: str, short: str) -> None:
    assert initials(name) == short


def masked(text: str) -> str:
    notes = {"contacts/Carla Müller.md": "", "contacts/Bo Voigt.md": "", "contacts/王小明.md": ""}
    return mask_of(book_of(notes)).text(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Carla Müller said so", "C. M. said so"),
        ("Carlas Idee, Carla's idea", "C. Idee, C.'s idea"),
        ("CARLA, carla and Mueller, Muller, Mu\u0308ller", "C., C. and M., M., M."),
        ("das Voigtsche Büro", "das V. Büro"),
        ("bo is no name here, Bo is", "bo is no name here, B. is"),
        ("Carlsruhe and Müllerei stay", "Carlsruhe and Müllerei stay"),
        ("我见了王小明先生", "我见了王.先生"),
        ("write to carla@example.org or +49 171 1234567", "write to … or …"),
        ("https://example.org/in/carla-mueller", "…"),
        ("0171/1234567 or 12345678", "… or …"),
        ("on 2026-05-12 at 10:30, 5 of 20", "on 2026-05-12 at 10:30, 5 of 20"),
    ],
)
def test_a_text_without_names_and_contact_data(text: str, shown: str) -> None:
    assert masked(text) == shown


def test_contact_data_is_on_no_page() -> None:
    contact = """\
---
email: anna@firma.example
phone: 0171 2345678
url: https://firma.example/team/anna
birthday: 1980-02-03
---
Her page: <https://firma.example/a>, [her site](https://firma.example/b), papers/Anna.pdf

## Log
- 2026-05-01 asked email — at anna@firma.example, see [this](../papers/Anna%20Berg.pdf)
"""
    for page in pages({"contacts/Anna Berg.md": contact}):
        assert "firma.example" not in page
        assert "2345678" not in page
        assert "Berg" not in page


def test_two_people_with_the_same_initials_are_told_apart() -> None:
    notes = {"contacts/Anna Berg.md": "", "contacts/Arno Bock.md": ""}
    file = disguised(notes, live=False)
    assert {one.name for one in file.facts.people.values()} == {"A. B.", "A. B. 2"}


def test_a_sentence_that_ends_with_initials_ends_with_one_dot() -> None:
    html = next(pages({"contacts/Anna Berg.md": "## Log\n- 2026-05-11 asked email\n"}))
    assert "No answer yet from A. B." in html
    assert "B.." not in html


def test_the_style_and_the_policy_are_as_on_every_page() -> None:
    html = next(pages({"contacts/Default Main.md": "", "contacts/None Self.md": ""}))
    assert f"<style>{asset('style.css')}</style>" in html
    assert str(escape(static_policy())) in html


def test_german_pages_too() -> None:
    seen = scene(
        book_of(PETRA),
        today=TODAY,
        calendar=Calendar(),
        rhythm=Rhythm(),
        words=GERMAN,
        incognito=True,
    )
    html = render_page(build(seen), seen, footer="")
    assert "Voigt" not in html
    assert "C. V." in html


# Words that occur in none of our own sentences, so that finding one is always a leak. None has a y:
# there is a sentence that says to write YYYY.
NAMES = st.lists(
    st.text(alphabet="qxzjwüñğ", min_size=3, max_size=9).map(str.capitalize),
    min_size=1,
    max_size=3,
).map(" ".join)


@settings(max_examples=40)
@given(st.lists(NAMES, min_size=2, max_size=4, unique_by=str.casefold), st.data())
def test_whatever_people_are_called_no_word_of_a_name_leaves(
    people: list[str], data: st.DataObject
) -> None:
    one, two, *_ = people
    forms = st.sampled_from(
        [one, two, one.upper(), two.lower(), f"{one}s", f"[[{two}]]", f"*{one}*"]
    )
    said = " and ".join(data.draw(st.lists(forms, min_size=1, max_size=5)))
    talk = (
        f"---\npeople: ['[[{one}]]']\nnamed: ['[[{two}]]']\norg: {one} & Co\ncity: {two}\n---\n"
        f"- [insight] {said} [[Ask {two}]] +{one}\n- [surprise] {said}\n- [ ] me: call {said}\n"
    )
    notes = {
        **{
            f"contacts/{name}.md": (
                f"---\nrole: friend of {said}\norg: '[[{two} AG]]'\nmet: {said}\n"
                f"introduced_by: '[[{one}]]'\ntopics: ['{said}']\naliases: ['{name} {two}']\n---\n"
                f"## Log\n- 2026-05-01 asked email — {said}\n- 2026-05-02 replied — {said}\n"
            )
            for name in people
        },
        f"conversations/2026-05-05 {one}.md": talk,
        f"conversations/2026-05-20 {one}.md": talk,
        f"questions/Ask {two}.md": f"---\nquestion: like {said}?\noptions: [{one}, none]\n---\n",
        f"organizations/{two} AG.md": f"---\ntarget: true\nindustry: {one}\n---\n",
        f"opportunities/With {one}.md": f"---\norg: '[[{two} AG]]'\nvia: '[[{one}]]'\n---\n",
    }
    words = {letters(word) for name in people for word in name.split()}
    for page in pages(notes):
        assert [word for word in words if word in letters(page)] == []
