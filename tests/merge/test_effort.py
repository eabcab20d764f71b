"""How much work a merge is: the lines of Python that run are counted, not the time."""

from __future__ import annotations

import sys
from collections.abc import Callable
from random import Random
from types import FrameType
from typing import TYPE_CHECKING

import pytest

from notesync.merge.note import merge_note

if TYPE_CHECKING:
    from _typeshed import TraceFunction

LINES = 600


def log(random: Random, lines: int) -> list[str]:
    days = ((random.randint(1, 12), random.randint(1, 28)) for _ in range(lines))
    head = ["---", "type: contact", "---", "", "## Log", ""]
    return [*head, *(f"- 2026-{a:02}-{b:02} asked — thing {random.random()}" for a, b in days)]


def prose(random: Random, lines: int) -> list[str]:
    words = [f"word{number}" for number in range(99)]
    return [
        " ".join(random.choices(words, k=9)) + "." if number % 5 else "" for number in range(lines)
    ]


def same(_random: Random, lines: int) -> list[str]:
    return ["the same line again"] * lines


def few(random: Random, lines: list[str]) -> list[str]:
    """The lines with ten edits and ten new lines."""
    new = list(lines)
    for _ in range(10):
        at = random.randrange(8, len(new))
        new[at] += f" edit{random.random()}"
        new.insert(at, f"A new line {random.random()}.")
    return new


def all_of_them(random: Random, lines: list[str]) -> list[str]:
    """Every line with another word at its end."""
    word = random.choice(["one", "two", "three"])
    return [f"{line} {word}" if line and number > 6 else line for number, line in enumerate(lines)]


def effort(base: bytes, ours: bytes, theirs: bytes) -> int:
    """How many lines of Python one merge runs."""
    count = 0

    def trace(_frame: FrameType, event: str, _arg: object) -> TraceFunction:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        merge_note(base, ours, theirs, dates=(1, 2))
    finally:
        sys.settrace(before)
    return count


def versions(
    text: Callable[[Random, int], list[str]],
    edit: Callable[[Random, list[str]], list[str]],
    lines: int,
) -> tuple[bytes, bytes, bytes]:
    """A note of so many lines, and what two sides made of it."""
    base = text(Random(1), lines)
    found = [base, edit(Random(2), base), edit(Random(5), base)]
    old, ours, theirs = (("\n".join(each) + "\n").encode() for each in found)
    return old, ours, theirs


@pytest.mark.parametrize("edit", [few, all_of_them])
@pytest.mark.parametrize("text", [log, prose, same])
def test_twice_as_long_a_note_is_about_twice_the_work(
    text: Callable[[Random, int], list[str]], edit: Callable[[Random, list[str]], list[str]]
) -> None:
    once, twice = (effort(*versions(text, edit, lines)) for lines in (LINES, 2 * LINES))
    assert twice < 2.5 * once


def test_a_note_that_one_side_left_alone_is_hardly_any_work() -> None:
    base = "\n".join(log(Random(1), LINES)).encode()
    assert effort(base, base + b"\nmore", base) < 50
