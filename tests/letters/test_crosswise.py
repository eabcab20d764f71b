"""The check reads authors from whom it hasn't learned as well as the page about it says."""

from __future__ import annotations

import pytest

from tests.letters.crosswise import Figures, crosswise, right, told_of
from tests.letters.messages import AUTHORS

# What docs/wording-check.md tells, rounded down: right of a hundred, by whether the kind is told.
RIGHT = {True: 92, False: 90}
ACCUSED = 3  # good messages called a plea, of 140, at most


def test_figures_read_as_a_line() -> None:
    figures: Figures = Figures({("ok", "ok"): 3, ("plea", "weak"): 1})
    assert right(figures) == 3
    assert told_of(figures) == "3 of 4 (75 %); plea→weak 1"


@pytest.mark.long
def test_who_is_unknown_is_read_as_well_as_documented() -> None:
    found = crosswise()
    for told, least in RIGHT.items():
        together: Figures = sum((found[author, told] for author in AUTHORS.values()), Figures())
        assert 100 * right(together) >= least * together.total()
        assert together["ok", "plea"] <= ACCUSED
