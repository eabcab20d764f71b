"""A page as it is served: its HTML, and whether it is the one that was asked for."""

from __future__ import annotations

from dataclasses import dataclass

FOUND, MISSING = 200, 404  # HTTP's own numbers


@dataclass(frozen=True, slots=True)
class Shown:
    """A page's HTML, and HTTP's status."""

    html: str
    status: int = FOUND
