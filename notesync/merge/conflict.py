"""Name what two devices changed differently, so that it can be shown, counted and resolved."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Conflict:
    """One thing that both sides changed, each in its own way. Both values stay readable.

    Attributes:
        path: The note or file, as it is called after the merge.
        field: The key of the header; "" for the body or the whole file.
        kept: What stands in place now.
        other: What was recorded beside it.
        why: A code: ``both-changed``, ``edited-deleted``, ``both-renamed``, ``both-files``,
            ``header-broken``.
    """

    path: str
    field: str
    kept: str
    other: str
    why: str
