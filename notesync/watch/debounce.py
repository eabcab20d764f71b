"""Turn a stream of hints into the moment to look: when it is quiet, and at most so late.

Editors save in several steps and a checkout touches thousands of files; looking once when they are
done is enough. A stream that never ends must not put the look off for ever. Pure: the caller says
what time it is, in seconds of any clock that never goes back.
"""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How long to wait, in seconds: `quiet` after the last hint, `most` after the first."""

    quiet: float = 0.1
    most: float = 2.0


@dataclass(frozen=True, slots=True)
class Burst:
    """Hints that belong together.

    Attributes:
        first: When the first came.
        last: When the last came.
    """

    first: float
    last: float

    def due(self, rhythm: Rhythm) -> float:
        """When to look."""
        return min(self.last + rhythm.quiet, self.first + rhythm.most)


def hint(burst: Burst | None, now: float) -> Burst:
    """One more hint: the burst goes on, or a new one begins."""
    return Burst(now, now) if burst is None else replace(burst, last=now)
