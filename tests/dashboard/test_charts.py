"""The picture of who led to whom: a column for each generation, and no line across a name."""

from __future__ import annotations

from itertools import pairwise

from notesync.dashboard.charts import FOLD_ABOVE, ROW, depth, draw, size
from notesync.dashboard.page import Branch, Ref


def person(name: str, *children: Branch, met: bool = False) -> Branch:
    return Branch(Ref(name, name.lower()), met, "", children)


TREE = (
    person("Meike", person("Carla", person("Nora"), met=True), met=True),
    person("Henrik", person("Rita"), person("Emre"), met=True),
)


def test_size_counts_everybody_and_depth_the_generations() -> None:
    assert (size(TREE), depth(TREE)) == (6, 2)
    assert (size(()), depth(())) == (0, 0)


def test_each_generation_is_a_column_and_each_tip_a_row() -> None:
    picture = draw(TREE)
    assert picture is not None
    places = {dot.who.name: dot for dot in picture.dots}
    assert places["Meike"].x == places["Henrik"].x
    assert places["Carla"].x == places["Rita"].x > places["Meike"].x
    tips = sorted(places[name].y for name in ("Nora", "Rita", "Emre"))
    assert [after - before for before, after in pairwise(tips)] == [ROW, ROW]
    assert places["Henrik"].y == (places["Rita"].y + places["Emre"].y) / 2


def test_nobody_stands_outside_the_picture_or_on_somebody_else() -> None:
    picture = draw(TREE)
    assert picture is not None
    assert all(0 < dot.x < picture.width and 0 < dot.y < picture.height for dot in picture.dots)
    assert len({(dot.x, dot.y) for dot in picture.dots}) == len(picture.dots)


def test_there_is_a_line_for_each_introduction_and_it_says_whether_we_met() -> None:
    picture = draw(TREE)
    assert picture is not None
    assert len(picture.lines) == 4
    assert sum(met for _, met in picture.lines) == 1


def test_a_tree_that_is_too_large_to_be_looked_at_is_not_drawn() -> None:
    assert draw(()) is None
    crowd = tuple(person(f"P{number}") for number in range(FOLD_ABOVE + 1))
    assert draw(crowd) is None
    assert draw(crowd[:-1]) is not None
