"""Decide between three versions of one thing: what both agree on, else who wins, without a clock.

A tie is broken only by what all devices share: the author date of the commit that last touched the
note on each side, then the larger text in UTF-8.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Dates:
    """Author dates (Unix seconds) of the last commits that touched the note; 0 is unknown."""

    ours: int = 0
    theirs: int = 0

    def ours_wins(self, ours: str, theirs: str) -> bool:
        """Whether our text stands in place: the later one, then the larger one."""
        return (self.ours, encoded(ours)) >= (self.theirs, encoded(theirs))


def encoded(text: str) -> bytes:
    """UTF-8, lone surrogates (bytes that were none) too."""
    return text.encode("utf-8", "surrogatepass")


@dataclass(frozen=True, slots=True)
class Loss:
    """A value that lost against another and is recorded.

    Attributes:
        kept: What stands in place.
        other: What doesn't.
        base: What both began with; None when there was nothing.
        date: Author date of the other (Unix seconds), 0 when unknown.
        part: Which piece of its line it was in the base, as ``2/3``; "" where it was all of it.
    """

    kept: str
    other: str
    base: str | None
    date: int
    part: str = ""


def three_way(base: Value, ours: Value, theirs: Value) -> tuple[bool, Value]:
    """What two of three agree on; False with our value when both changed it differently."""
    if theirs in (ours, base):
        return True, ours
    if ours == base:
        return True, theirs
    return False, ours


def ranked(base: Value, ours: Value, theirs: Value, order: Mapping[Value, int]) -> Value:
    """What two of three agree on; else what stands later in an order. Nothing is recorded."""
    agreed, value = three_way(base, ours, theirs)
    return value if agreed else max(ours, theirs, key=lambda each: order.get(each, -1))


def settled(base: str | None, ours: str, theirs: str, dates: Dates) -> tuple[str, Loss | None]:
    """One text of three versions; where both changed it, the loser too."""
    agreed, value = three_way(base, ours, theirs)
    if agreed:
        assert value is not None
        return value, None
    if dates.ours_wins(ours, theirs):
        return ours, Loss(ours, theirs, base, dates.theirs)
    return theirs, Loss(theirs, ours, base, dates.ours)
