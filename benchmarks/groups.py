"""How each sample is taken: a literal table of groups, whose samples are taken in turn.

Round by round each sample of a group is taken once, so that whatever else the machine does falls on
all of them alike, and a ratio of two of one group tells of them and not of the machine.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks import cards, indexers, merges, peers, tasks, watched
from benchmarks.measure import (
    Place,
    Sample,
    Take,
    bare_python,
    held_by,
    notesync,
    status_after_a_change,
    task,
)

LARGE = 50_000  # notes from which on what takes long is done in fewer rounds


@dataclass(frozen=True, slots=True)
class Group:
    """Samples that are taken in turn.

    Attributes:
        name: For the progress line.
        rounds: How often; of large vaults a third as often, but at least once.
        samples: Name to how one is taken.
        small: More of them, which are not taken of large vaults.
    """

    name: str
    rounds: int
    samples: Mapping[str, Take]
    small: Mapping[str, Take] = field(default_factory=dict)

    def of(self, count: int) -> Mapping[str, Take]:
        """What is taken of a vault of `count` notes."""
        return self.samples if count >= LARGE else {**self.samples, **self.small}

    def how_often(self, count: int, wanted: float) -> int:
        """How many rounds for a vault of `count` notes."""
        factor = wanted / 3 if count >= LARGE else wanted
        return max(1, round(self.rounds * factor))


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
            "cold index without text": _of("cold_index_without_text"),
            "after one change": _of("after_one_change"),
            "after another change": _of("after_another_change"),
        },
        # they need minutes and gigabytes for a large one
        small={
            **peers.by("notmuch", {"notmuch": indexers.notmuch}),
            **peers.by("recollindex", {"recoll": indexers.recoll}),
            **peers.by("hugo", {"hugo": indexers.hugo}),
        },
    ),
    Group("memory", 1, {"cold index, together": lambda place: held_by("cold_index", place)}),
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
    Group("search", 7, peers.SEARCHES),
    Group("contacts", 5, {"contacts": cards.ours, **peers.by("khard", {"khard": cards.khard})}),
    Group("sync", 11, {"sync": peers.sync, "bare git": peers.bare_sync}),
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
            **peers.by("rg", {"rg": _rg_query}),
        },
    ),
)


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
        notesync(place, "status")  # what the group before has changed is taken up, and not measured
        for number in range(often):
            say(f"{place.count:,} notes: {group.name}, round {number + 1} of {often}")
            for name, sample in group.of(place.count).items():
                found.setdefault(name, []).append(sample(place))
    say(f"{place.count:,} notes: watch")
    return found | watched.take(place, rounds)
