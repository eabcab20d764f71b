import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesync.notes import links


def test_a_link_has_a_target_a_heading_and_a_shown_text() -> None:
    (link,) = links.find("talk to [[Carla Voigt#Log|Carla]] again")
    assert (link.target, link.heading, link.shown) == ("Carla Voigt", "#Log", "Carla")
    assert (link.start, link.end) == (8, 33)


def test_links_are_found_in_order_and_an_embed_with_its_mark() -> None:
    found = links.find("[[A]], ![[B]] and [[ C ]]")
    assert [link.target for link in found] == ["A", "B", "C"]
    assert [(link.start, link.end) for link in found] == [(0, 5), (7, 13), (18, 25)]


def test_a_bar_may_be_escaped_in_a_table() -> None:
    (link,) = links.find(r"| [[Carla Voigt\|Carla]] |")
    assert (link.target, link.shown) == ("Carla Voigt", "Carla")
    (link,) = links.find(r"| [[Carla Voigt#Log\|Carla]] |")
    assert (link.heading, link.shown) == ("#Log", "Carla")


def test_a_link_to_a_block_has_its_target() -> None:
    assert links.find("[[Carla^abc]]")[0].target == "Carla"
    assert links.find("[[Carla#^abc]]")[0].heading == "#^abc"


@pytest.mark.parametrize(
    "text", ["[[]]", "[[#Heading]]", "[[ ]]", "[[a\nb]]", "[[a", "[a]]", "[[a[b]]"]
)
def test_what_leads_to_no_note_is_no_link(text: str) -> None:
    assert links.find(text) == []


@pytest.mark.parametrize("target", ["photo.JPG", "a/b.tar.zip", ".pdf", "x.docx", "Board.canvas"])
def test_pictures_and_papers_are_no_notes(target: str) -> None:
    assert links.find(f"![[{target}]]")[0].attachment


@pytest.mark.parametrize("target", ["Dr. Henrik Solms", "pdf", "jpg/Carla", "a.pdf.md", "a.pdfs"])
def test_other_links_lead_to_notes(target: str) -> None:
    assert not links.find(f"[[{target}]]")[0].attachment


def test_a_text_that_is_nothing_but_a_link_is_known() -> None:
    link = links.whole(" [[Elbgrün|E]] ")
    assert link is not None
    assert link.target == "Elbgrün"
    assert links.whole("[[A]] and [[B]]") is None
    assert links.whole("at [[A]]") is None


def test_readers_see_what_a_link_shows() -> None:
    text = "From [[orgs/Elbgrün]] with [[Carla Voigt|Carla]]"
    assert links.plain(text) == "From Elbgrün with Carla"


@given(st.text(alphabet="ab []|#^!\\", max_size=30))
def test_every_link_lies_in_the_text(text: str) -> None:
    for link in links.find(text):
        assert text[link.start : link.end].endswith("]]")
        assert link.target in text[link.start : link.end]


@given(
    st.text(alphabet="abcä 1.", min_size=1).filter(lambda t: t == t.strip()),
    st.sampled_from(["", "Carla"]),
    st.sampled_from(["", "#Log", "^id"]),
)
def test_a_written_link_reads_back(target: str, shown: str, heading: str) -> None:
    assert links.find(links.write(target)) == [links.Link(target, 0, len(target) + 4)]
    (link,) = links.find(f"[[{target}{heading}{shown and '|'}{shown}]]")
    assert (link.target, link.shown, link.heading) == (target, shown, heading)


@given(st.text(alphabet="[]![]|#^\\ab\n\0"))
def test_every_match_of_the_pattern_is_found(text: str) -> None:
    found = [match.span() for match in links.LINK.finditer(text) if match["target"].strip("\\ \n")]
    assert [(link.start, link.end) for link in links.find(text)] == found
