"""The picture of who led to whom: a column for each generation, and no line across a name."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from notesync.dashboard.pictures.drawing import Drawing
from notesync.dashboard.pictures.tree import (
    GENERATIONS,
    PEOPLE,
    ROOTS,
    SIBLINGS,
    depth,
    draw,
    in_order,
    size,
)
from notesync.dashboard.rows import Branch, Ref
from notesync.words import ENGLISH
from tests.dashboard.pictures.frames import NAMES, REFS, sound

HEADS = ["known before", *(f"over {count} people" for count in range(1, GENERATIONS))]


def person(name: str, *children: Branch, met: bool = False, org: str = "") -> Branch:
    ref = Ref(name, name.lower(), f"#{name.lower()}")
    return Branch(ref, met, "", children, org, "full" if met else "ring")


TREE = (
    person("Meike", person("Carla", person("Nora"), met=True), met=True, org="Nordlicht Food"),
    person("Henrik", person("Rita"), person("Emre"), met=True),
)
TREES = st.lists(
    st.recursive(
        st.builds(Branch, REFS, st.booleans(), NAMES, org=NAMES),
        lambda below: st.builds(
            Branch, REFS, st.booleans(), NAMES, st.lists(below, max_size=9).map(tuple), NAMES
        ),
        max_leaves=40,
    ),
    min_size=1,
    max_size=20,
)


def drawn(tree: tuple[Branch, ...]) -> Drawing:
    drawing = draw(tree, ENGLISH, HEADS)
    assert drawing is not None
    return drawing


def texts(drawing: Drawing) -> list[str]:
    return [label.text for label in drawing.labels]


def test_size_counts_everybody_and_depth_the_generations() -> None:
    assert (size(TREE), depth(TREE)) == (6, 2)
    assert (size(()), depth(())) == (0, 0)


def nested(branch: Branch) -> str:
    """The branch as a list within a list, written by a function that calls itself."""
    below = "".join(map(nested, branch.children))
    return f"<{branch.who.name}[{below}]>" if below else f"<{branch.who.name}>"


@given(
    st.recursive(
        st.builds(person, st.sampled_from("abc")),
        lambda below: st.lists(below, min_size=1, max_size=4).map(lambda all_: person("d", *all_)),
        max_leaves=20,
    )
)
def test_in_order_a_branch_is_the_same_list_within_a_list(root: Branch) -> None:
    parts = [
        f"<{one.who.name}[" if one.children else f"<{one.who.name}>" + "]>" * closed
        for one, closed in in_order(root)
    ]
    assert "".join(parts) == nested(root)


def test_without_anybody_there_is_no_picture() -> None:
    assert draw((), ENGLISH) is None


def test_each_generation_is_a_column_with_its_head() -> None:
    drawing = drawn(TREE)
    assert len({mark.x for mark in drawing.marks}) == 3
    assert texts(drawing)[:3] == HEADS[:3]


def test_whoever_led_to_several_stands_in_their_middle() -> None:
    drawing = drawn(TREE)
    place = {label.text: label.y for label in drawing.labels}
    assert place["Henrik"] == (place["Rita"] + place["Emre"]) / 2
    assert place["Meike"] == place["Carla"] == place["Nora"]


def test_there_is_a_line_for_each_introduction_and_it_says_whether_we_met() -> None:
    kinds = [line.kind for line in drawn(TREE).lines]
    assert sorted(kinds) == ["dashed", "dashed", "dashed", "solid"]


def test_each_name_leads_to_its_person_and_the_organization_stands_below() -> None:
    drawing = drawn(TREE)
    meike = next(label for label in drawing.labels if label.text == "Meike")
    work = next(label for label in drawing.labels if label.text == "Nordlicht Food")
    assert meike.href == "#meike"
    assert (work.x, work.kind) == (meike.x, "soft")
    assert work.y > meike.y


def test_a_long_way_and_a_large_family_fold_into_how_many_more() -> None:
    way = person("last")
    for number in range(9):
        way = person(f"P{number}", way)
    assert "5 more" in texts(drawn((way,)))
    family = person("root", *(person(f"C{number}") for number in range(SIBLINGS + 3)))
    assert "3 more" in texts(drawn((family,)))


def test_of_very_many_branches_the_largest_are_shown_in_their_order() -> None:
    small = [person(f"S{number}", person(f"T{number}")) for number in range(30)]
    large = person("Large", person("A"), person("B"), person("C"))
    drawing = drawn((*small, large))
    assert sum(text.startswith("S") for text in texts(drawing)) == ROOTS - 1
    assert "Large" in texts(drawing)


def test_however_many_there_are_the_picture_can_be_looked_at() -> None:
    crowd = tuple(
        person(f"R{at}", *(person(f"C{at} {other}") for other in range(6))) for at in range(200)
    )
    assert len(drawn(crowd).marks) == PEOPLE


def test_a_shortened_name_is_kept_whole_for_who_points_at_it() -> None:
    long = "Donaudampfschifffahrtsgesellschaftskapitän"
    name = next(label for label in drawn((person(long),)).labels if label.href)
    assert name.text.endswith("…")
    assert name.whole == long


def test_a_lonely_name_has_its_mark_and_no_line() -> None:
    drawing = drawn((person("Ida"),))
    assert (len(drawing.marks), drawing.lines) == (1, ())
    assert drawing.linked
    alone = draw((person("Ida")._replace(who=Ref("Ida")),), ENGLISH)
    assert alone is not None
    assert not alone.linked


@settings(max_examples=100)
@given(TREES)
def test_nobody_stands_outside_the_picture_or_upon_somebody_else(tree: list[Branch]) -> None:
    sound(drawn(tuple(tree)))
