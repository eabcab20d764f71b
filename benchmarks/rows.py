"""What is told of the samples: a literal table of rows, each a ratio of medians or one median.

A new row is a line here, and one in `benchmarks.groups` when it needs a sample that isn't there.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

from benchmarks.measure import Sample
from benchmarks.memory import MEGABYTE

WHOLE = 10  # from which on a ratio is shown without decimals
WHOLE_MILLISECONDS = 20  # likewise


def times(number: float) -> str:
    """A ratio of how much longer something takes."""
    return f"{number:.2f} ×" if number < WHOLE else f"{number:.0f} ×"


def fraction(number: float) -> str:
    """A ratio of how much less time something takes."""
    if number >= 1:
        return times(number)
    if not number:
        return "0"
    parts = 1 / number
    return f"1/{parts:.3g}" if parts < WHOLE else f"1/{parts:,.0f}"


def milliseconds(number: float) -> str:
    """Seconds, written as milliseconds."""
    shown = number * 1000
    return f"{shown:.2f} ms" if shown < WHOLE_MILLISECONDS else f"{shown:,.0f} ms"


def megabytes(number: float) -> str:
    """Megabytes."""
    return f"{number:,.0f} MB"


def late(numbers: Sequence[float]) -> float:
    """What nineteen of twenty are below (p95)."""
    return quantiles(numbers, n=20, method="inclusive")[-1] if len(numbers) > 1 else numbers[0]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the page.

    Attributes:
        about: What it tells.
        above: The sample whose median it shows.
        below: The sample by whose median that is divided, "" for none.
        shown: How the number is written.
        measure: Which of a sample's numbers is meant: ``wall``, ``cpu`` or ``peak``.
        per_note: Whether it is divided by the number of notes.
        figure: What one number is made of all samples' numbers.
        target: The most it should be; None for no target.
        at: The size that the target is for; 0 for every size.
    """

    about: str
    above: str
    below: str = ""
    shown: Callable[[float], str] = times
    measure: str = "wall"
    per_note: bool = False
    figure: Callable[[Sequence[float]], float] = median
    target: float | None = None
    at: int = 0

    def value(self, found: Mapping[str, Sequence[Sample]], count: int) -> float:
        """The number; NaN when a sample could not be taken."""
        names = [name for name in (self.above, self.below) if name]
        if not all(found.get(name) for name in names):
            return math.nan
        number, *others = (
            self.figure([float(getattr(each, self.measure)) for each in found[name]])
            for name in names
        )
        return number / (others[0] if others else 1) / (count if self.per_note else 1)

    def cell(self, found: Mapping[str, Sequence[Sample]], count: int) -> str:
        """The number as the table shows it, with the verdict where there is a target."""
        number = self.value(found, count)
        if math.isnan(number):
            return ""
        if self.target is None or self.at not in {0, count}:
            return self.shown(number)
        return f"{self.shown(number)} {'✓' if number <= self.target else '✗'}"

    @property
    def goal(self) -> str:
        """The target as the table shows it."""
        if self.target is None:
            return ""
        return f"≤ {self.shown(self.target)}" + (f" at {self.at:,}" if self.at else "")


USUAL = 10_000  # notes: the size for which most targets are set
MANY = 100_000  # and the size for which the others are

ROWS: Sequence[Row] = (
    Row(
        "cold index ÷ (read and hash every file)",
        "cold index",
        "read and hash",
        target=20.0,
        at=MANY,
    ),
    Row(
        "the same without the full text",
        "cold index without text",
        "read and hash",
        target=12.0,
        at=MANY,
    ),
    Row(
        "cold index ÷ `notmuch new` of the same texts as mail",
        "cold index",
        "notmuch",
        fraction,
        target=1 / 5,
        at=USUAL,
    ),
    Row("cold index ÷ `recollindex` of the same notes", "cold index", "recoll", fraction),
    Row("cold index ÷ `hugo`, a page for each note", "cold index", "hugo", fraction),
    Row("cold index ÷ bare parse of the same texts", "cold index", "bare parse", target=2.0),
    Row("the same in CPU time", "cold index", "bare parse", measure="cpu", target=2.0),
    Row("cold index, per note", "cold index", shown=milliseconds, per_note=True),
    Row(
        "refresh after one change ÷ cold index",
        "after one change",
        "cold index",
        fraction,
        target=1 / 50,
        at=USUAL,
    ),
    Row(
        "the same in the CPU time of all processes",
        "after one change",
        "cold index",
        fraction,
        measure="cpu",
    ),
    Row(
        "the same on the clock in a process that runs on (the watcher)",
        "after another change",
        "cold index",
        fraction,
        target=1 / 50,
        at=USUAL,
    ),
    Row("warm `status` ÷ `python -c pass`", "status", "python", target=10.0, at=USUAL),
    Row(
        "`status` on a new day ÷ `python -c pass`",
        "status on a new day",
        "python again",
        target=40.0,
        at=USUAL,
    ),
    Row(
        "`status` after a change ÷ `python -c pass`",
        "status after a change",
        "python again",
        target=40.0,
        at=USUAL,
    ),
    Row("warm `status` ÷ `git status`", "status", "git status", target=2.0, at=MANY),
    Row(
        "warm `status` while `watch` runs ÷ `python -c pass`",
        "status while watched",
        "python while watched",
        target=5.0,
        at=MANY,
    ),
    Row("`search` for a rare word ÷ `rg`", "rare word", "rg, rare word", target=0.2, at=MANY),
    Row(
        "`search` for a word of nearly every note ÷ `rg`",
        "common word",
        "rg, common word",
        target=1.0,
        at=MANY,
    ),
    Row(
        "`search` for a rare word while `watch` runs ÷ `rg`",
        "rare word while watched",
        "rg, rare word while watched",
        target=0.2,
        at=MANY,
    ),
    Row(
        "`search` for a word of nearly every note while `watch` runs ÷ `rg`",
        "common word while watched",
        "rg, common word while watched",
        target=1.0,
        at=MANY,
    ),
    Row(
        "`list contacts` of 2,500, printed whole ÷ `khard list`",
        "contacts",
        "khard",
        fraction,
        target=1 / 30,
        at=USUAL,
    ),
    Row("`sync` with nothing to do ÷ the bare git commands", "sync", "bare git", target=1.5),
    Row(
        "merge of two days' edits ÷ `git merge` of the same",
        "merge",
        "git merge",
        target=3.0,
        at=USUAL,
    ),
    Row("`list --limit 20` ÷ `python -c pass`", "list", "python"),
    Row("`search` ÷ `python -c pass`", "search command", "python"),
    Row("`--help` ÷ `python -c pass`", "help", "python"),
    Row("`python -c pass`", "python", shown=milliseconds),
    Row("warm `status`", "status", shown=milliseconds),
    Row("look through an unchanged folder", "unchanged look", shown=milliseconds),
    Row("search in process ÷ `rg` over the files", "search", "rg", fraction),
    Row("search in process", "search", shown=milliseconds),
    Row("load the Book, CPU", "Book", "", milliseconds, "cpu", target=0.200, at=USUAL),
    Row("all views, CPU", "views", "", milliseconds, "cpu", target=0.150, at=USUAL),
    Row(
        "the dashboard's file from the index, CPU",
        "page",
        "",
        milliseconds,
        "cpu",
        target=1.0,
        at=USUAL,
    ),
    *(
        Row(
            f"save → {what}, beyond the pause, {which}",
            sample,
            shown=milliseconds,
            figure=figure,
            target=target,
            at=MANY,
        )
        for what, sample in (("index", "saved, index"), ("dashboard's file", "saved, page"))
        for which, figure, target in (("p50", median, 0.010), ("p95", late, 0.030))
    ),
    Row("the watcher's CPU for it", "saved, page", shown=milliseconds, measure="cpu"),
    Row("its CPU in 20 s at rest", "at rest", "", milliseconds, "cpu", target=0.010, at=MANY),
    Row(
        "its memory at rest",
        "at rest",
        shown=megabytes,
        measure="peak",
        target=50 * 2**20 / MEGABYTE,
        at=MANY,
    ),
    Row(
        "peak memory of a cold index, all its processes together",
        "cold index, together",
        shown=megabytes,
        measure="peak",
        target=300 * 2**20 / MEGABYTE,
        at=MANY,
    ),
    Row("peak memory of a warm `status`", "status", shown=megabytes, measure="peak"),
    Row("peak memory on a new day", "status on a new day", shown=megabytes, measure="peak"),
)
