"""What is measured and what is told of it, as two literal tables, and the page that shows them.

`GROUPS` say how to take each sample; the samples of one group are taken in turn, round by round, so
that whatever else the machine does falls on all of them alike. `ROWS` are ratios of the medians of
two samples of one group, or one sample's median alone. A new row is a line in each.
"""

from __future__ import annotations

import math
import os
import platform
import re
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from statistics import median

from benchmarks import merges, peers, tasks
from benchmarks.measure import (
    Place,
    Sample,
    Watched,
    bare_python,
    notesync,
    status_after_a_change,
    task,
)
from benchmarks.plot import plot

Take = Callable[[Place], Sample]
LARGE = 50_000  # notes from which on what takes long is done in fewer rounds


@dataclass(frozen=True, slots=True)
class Group:
    """Samples that are taken in turn.

    Attributes:
        name: For the progress line.
        rounds: How often; of large vaults a third as often, but at least once.
        samples: Name to how one is taken.
    """

    name: str
    rounds: int
    samples: Mapping[str, Take]

    def how_often(self, count: int, wanted: float) -> int:
        """How many rounds for a vault of `count` notes."""
        factor = wanted / 3 if count >= LARGE else wanted
        return max(1, round(self.rounds * factor))


def times(number: float) -> str:
    """A ratio of how much longer something takes."""
    return f"{number:.2f} ×" if number < 10 else f"{number:.0f} ×"  # noqa: PLR2004 -- three digits


def fraction(number: float) -> str:
    """A ratio of how much less time something takes."""
    return f"1/{1 / number:,.0f}" if number else "0"


def milliseconds(number: float) -> str:
    """Seconds, written as milliseconds."""
    return f"{number * 1000:,.{0 if number >= 0.02 else 2}f} ms"  # noqa: PLR2004 -- three digits


def megabytes(number: float) -> str:
    """Megabytes."""
    return f"{number:,.0f} MB"


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
        target: The most it should be; None for no target.
        at: The size that the target is for; 0 for every size.
    """

    about: str
    above: str
    below: str = ""
    shown: Callable[[float], str] = times
    measure: str = "wall"
    per_note: bool = False
    target: float | None = None
    at: int = 0

    def value(self, found: Mapping[str, Sequence[Sample]], count: int) -> float:
        """The number; NaN when a sample could not be taken."""
        names = [name for name in (self.above, self.below) if name]
        if not all(found.get(name) for name in names):
            return math.nan
        number, *others = (
            median(float(getattr(each, self.measure)) for each in found[name]) for name in names
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


def _of(name: str) -> Take:
    return lambda place: task(name, place)


def _command(*arguments: str) -> Take:
    return lambda place: notesync(place, *arguments)


def _rg_query(place: Place) -> Sample:
    """The words that are searched for in process, as far as rg can: it knows no other spellings."""
    return peers.ripgrep(place, re.escape(tasks.QUERY).replace(r"\ ", "|"))


GROUPS: Sequence[Group] = (
    Group(
        "index",
        3,
        {
            "read and hash": _of("read_and_hash"),
            "bare parse": _of("bare_parse"),
            "cold index": _of("cold_index"),
            "after one change": _of("after_one_change"),
            "after another change": _of("after_another_change"),
        },
    ),
    Group(
        "start",
        11,
        {
            "python": lambda _: bare_python(),
            "status": _command("status"),
            "list": _command("list", "--limit", "20"),
            "search command": _command("search", "straßenplanung"),
            "help": _command("--help"),
            "git status": peers.git_status,
        },
    ),
    Group(
        "search",
        7,
        {
            "rare word": lambda place: notesync(place, "search", peers.rare_word(place)),
            "common word": _command("search", peers.COMMON),
            **(
                {
                    "rg, rare word": lambda place: peers.ripgrep(place, peers.rare_word(place)),
                    "rg, common word": lambda place: peers.ripgrep(place, peers.COMMON),
                }
                if shutil.which("rg")
                else {}
            ),
        },
    ),
    Group("sync", 7, {"sync": peers.sync, "bare git": peers.bare_sync}),
    Group("two days", 5, {"merge": merges.by_us, "git merge": merges.by_git}),
    Group(
        "new answers",
        5,
        {
            "python again": lambda _: bare_python(),
            "status on a new day": lambda place: notesync(
                place, "status", "--today", place.another_day()
            ),
            "status after a change": status_after_a_change,
        },
    ),
    Group(
        "inside",
        5,
        {
            "search": _of("search"),
            "Book": _of("load_book"),
            "views": _of("all_views"),
            "page": _of("dashboard_page"),
            "unchanged look": _of("unchanged_look"),
            **({"rg": _rg_query} if shutil.which("rg") else {}),
        },
    ),
)

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
        "the same in a process that runs on (the watcher)",
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
    Row("save → dashboard rewritten", "saved", shown=milliseconds),
    Row("the watcher's CPU for it", "saved", shown=milliseconds, measure="cpu"),
    Row(
        "peak memory of a cold index",
        "cold index",
        shown=megabytes,
        measure="peak",
        target=315.0,
        at=MANY,
    ),
    Row("peak memory of a warm `status`", "status", shown=megabytes, measure="peak"),
    Row("peak memory on a new day", "status on a new day", shown=megabytes, measure="peak"),
)


@dataclass(slots=True)
class Figures:
    """What was found, by size of the vault, then by sample."""

    found: dict[int, dict[str, list[Sample]]] = field(default_factory=dict)
    bytes: dict[int, int] = field(default_factory=dict)


def take(place: Place, rounds: float, say: Callable[[str], None]) -> dict[str, list[Sample]]:
    """Take all samples of one vault.

    Args:
        place: The vault.
        rounds: Factor of how often; 1 is usual.
        say: Told what is being done.
    """
    found: dict[str, list[Sample]] = {}
    for group in GROUPS:
        often = group.how_often(place.count, rounds)
        for number in range(often):
            say(f"{place.count:,} notes: {group.name}, round {number + 1} of {often}")
            for name, sample in group.samples.items():
                found.setdefault(name, []).append(sample(place))
    say(f"{place.count:,} notes: watch")
    watched = Watched(place)
    try:
        found["saved"] = [watched.save() for _ in range(3)]
        for _ in range(5):
            found.setdefault("python while watched", []).append(bare_python())
            found.setdefault("status while watched", []).append(notesync(place, "status"))
    finally:
        watched.end()
    return found


# ---------------------------------------------------------------------------------- the page

PAGE = """\
# Benchmarks

`make bench` makes up vaults of German notes of about 2.3 kB each (contacts with logs, conversations
with insights and promises, plain notes; the same ones every time), measures on them, and writes
this page. `python -m benchmarks --full` takes the vault of 100,000 notes too.

{day}, {system}, {cores} cores, {memory:.0f} GB of memory, {implementation} {version}, load average
{load} while measuring.

All samples of one ratio are taken in turn in one run, each in a process of its own; shown is the
ratio of their medians, on the clock unless CPU is named. ✓ and ✗ say whether a target is met.

{table}

![How the time of each grows from 1,000 notes on](benchmarks-growth.svg)

How to read it:

- *Cold index* reads every note and fills the index, `fsync` included. *Read and hash* opens, reads
  and hashes every file in Python; *bare parse* has the texts in memory, composes each header with
  PyYAML's C loader and parses each body with markdown-it-py, and throws the result away.
- *Warm status* is the whole process, from its start to its end, when neither the folder nor the day
  has changed; *on a new day* and *after a change* every figure is derived anew.
- *Save → dashboard rewritten* has the watcher's pause in it, in which it waits for more saves. From
  a save to the page in a real browser is measured by `python -m benchmarks.live`.
- All code is compiled before anything is measured, as that of an installed package is.
- Search is compared with `rg` over the files where `rg` is installed. The rare word stands in a
  note or two; the common one in nearly all of them, which are ranked.
- The *bare git commands* are `git status`, `git fetch` from a folder on the same disk, and a look
  at both heads.
- The *merge of two days' edits* takes 30 notes of each of two devices, five of them the same, from
  two commits to branch, index and files. Ours is without the start of Python, git's is the program.

What was tried and did not help, or costs too much:

- YAML's C loader takes 70 µs a header and markdown-it-py about 330 µs a body, block rules only.
  Simple headers and bodies are therefore read by `notesync.notes.simple_header` (10 µs) and
  `simple_blocks` (35 µs), which leave any doubt to the libraries; tests hold both ways to the same.
- Reading the Book is half of a `status` on a new day. Keeping it bound in the index would halve
  that, but nearly every new day also has a changed note, and each change would write some
  megabytes more.
- `marshal` reads rows in half of JSON's time, but a damaged file could then end the process.
- A sync with nothing to do is `git status` and `git fetch`, side by side, behind the start of
  Python (9 ms) and about 15 ms of imports. `git status` could begin before the imports if the
  stand-in for the vault's own configuration were trusted unread. It lies in the vault, so it isn't.
- A look through the folder is 2.8 µs a note for `os.scandir` and its stats alone, and 0.3 µs for
  all that is ours. git does the same in C, with threads; beside it the look can't come to twice its
  time on a big vault, nor a search to a fraction of `rg`, which begins by finding a word and not by
  asking whether any note has changed.
- The index could be trusted without a look while `watch` runs, but only if each command asked the
  watcher whether it has heard of the last save: events come when they come. That needs a file in
  every watched folder and a wait for its event, and would be a second way to be right.
- A page is made whole after each save. What notes that have not changed say, and people who are as
  they were, is kept in between; keeping parts of the page would need each part to know all that it
  depends on.
"""

# What the picture of growth shows -> the sample.
GROWTH: Mapping[str, str] = {
    "cold index": "cold index",
    "read and hash": "read and hash",
    "status, new day": "status on a new day",
    "status, warm": "status",
    "search": "rare word",
    "sync": "sync",
}


def growth(figures: Figures) -> str:
    """The picture of how the time grows with the notes; "" when there is only one size."""
    return plot(
        {
            about: [
                (size, median(sample.wall for sample in found[name]))
                for size, found in sorted(figures.found.items())
                if found.get(name)
            ]
            for about, name in GROWTH.items()
        }
    )


def page(figures: Figures) -> str:
    """The page, with today's date."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return PAGE.format(
        day=f"{date.today():%-d %B %Y}",  # noqa: DTZ011 -- the day on this machine's calendar
        system=platform.system(),
        cores=os.cpu_count(),
        memory=memory,
        implementation=platform.python_implementation(),
        version=platform.python_version(),
        load=f"{os.getloadavg()[1]:.1f}",
        table=table(figures),
    )


def table(figures: Figures) -> str:
    """The rows as a Markdown table, one column a size."""
    sizes = sorted(figures.found)
    lines = [
        "| | " + " | ".join(f"{size:,} notes" for size in sizes) + " | target |",
        "|---|" + "---:|" * len(sizes) + "---:|",
        "| size of the notes | "
        + " | ".join(f"{figures.bytes[size] / 1e6:.1f} MB" for size in sizes)
        + " | |",
    ]
    for row in ROWS:
        cells = [row.cell(figures.found[size], size) for size in sizes]
        if any(cells):
            lines.append(f"| {row.about} | " + " | ".join(cells) + f" | {row.goal} |")
    return "\n".join(lines)


def interpreter() -> str:
    """Which Python is measured: the file behind all links, and its version."""
    return f"{sys.executable} → {os.path.realpath(sys.executable)}, {platform.python_version()}"
