"""Turn what was measured into the page: the table, the picture of growth, and how to read both."""

from __future__ import annotations

import os
import platform
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from statistics import median

from benchmarks.measure import YOUNG, Sample
from benchmarks.plot import plot
from benchmarks.rows import ROWS
from benchmarks.watched import REST

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
  PyYAML's C loader and parses each body with markdown-it-py, and throws the result away; both do
  so in one process. *CPU* is that of all processes. *Without the full text* its columns are empty,
  which the product can't be told; it shows what the full text costs.
- notmuch gets the same texts as mail, with a header of a few lines, and has no index yet; recoll
  and hugo get the notes themselves. hugo makes pages and no index. They are measured on vaults of
  less than 50,000 notes, for hugo alone would need six gigabytes.
- A *refresh* is one process at work and a cold index as many as there are cores: on the clock the
  one looks dearer since the other uses them. The row in CPU time compares the work.
- *Warm status* is the whole process, from its start to its end, when neither the folder nor the day
  has changed; *on a new day* and *after a change* every figure is derived anew.
- *Save → …* begins as a note is opened to be saved. The watcher waits for a tenth of a second
  whether another save follows; that pause is taken off, and nothing else. p95 is what 19 of 20
  saves keep to. `python -m benchmarks.live` measures from a save to the page in a real browser.
- *At rest* is after the saves, when the process has ended that makes the page of a big vault, and
  {young:.0f} more seconds have passed: what the watcher holds, and the CPU time that it uses in
  {rest:.0f} seconds.
- All code is compiled before anything is measured, as that of an installed package is.
- Search is compared with `rg` over the files. The rare word stands in a note or two; the common one
  in nearly all of them, which are ranked. All other programs are measured only where they are
  installed.
- *Contacts* are 2,500 of the vault's (of the smallest vault all 300) in a vault of their own; khard
  has them as vCards.
- The *peak of all processes together* is what they held at once, asked every 20 ms while a build
  ran that is not timed; a page of memory that several of them have counts once.
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
- A sync with nothing to do is `git status` and `git fetch`, side by side. They begin after Python
  has started (7 ms), has what every command needs (7 ms) and what a sync needs before it may let
  git look (7 ms); of 10,000 notes git needs about 14 ms then. A way of our own to start programs,
  in place of `subprocess`, would save 3 ms, and to ask the remote with `git ls-remote` first less
  than one. `git status` could begin before the imports if the stand-in for the vault's own
  configuration were trusted unread. It lies in the vault, so it isn't.
- A look through the folder is `os.scandir` and a stat for each note, 2.8 µs; where folders are
  sealed there is little else. git does the same in C, with threads. While `watch` runs the index is
  trusted without a look, and what remains of a `status` is Python's start and its imports.
- A list of 2,500 contacts is remembered, and a plain line for it read without click, pathlib and
  tomllib. Of its 42 ms, 9 are Python's start, 19 the imports (6 of them `typing` and what that
  needs, 3 the making of named tuples), 8 the look through the folder. khard takes 930 ms.
- After a save the index is brought up to date at once, where the save was. A page is made whole,
  which takes 3.5 s of 100,000 notes: a fifth of it to bind the records, an eighth to sort them by
  person, a quarter for the figures, a third to put them into words and places, the rest to render.
  What notes that have not changed say, and people who are as they were, is kept in between. To have
  the page after 10 ms, each of seventeen views would have to be kept up in the index row by row,
  beside the function that derives it from all notes and is held to the method: a second way to each
  figure, to be right on each new day too. The page is later instead.
"""


@dataclass(slots=True)
class Figures:
    """What was found, by size of the vault, then by sample."""

    found: dict[int, dict[str, list[Sample]]] = field(default_factory=dict)
    bytes: dict[int, int] = field(default_factory=dict)


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
        day=time.strftime("%-d %B %Y"),
        system=platform.system(),
        cores=os.cpu_count(),
        memory=memory,
        implementation=platform.python_implementation(),
        version=platform.python_version(),
        load=f"{os.getloadavg()[1]:.1f}",
        young=YOUNG,
        rest=REST,
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
