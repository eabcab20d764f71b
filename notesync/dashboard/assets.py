"""The files of ``static/``: style, script and icon, as they are."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def asset(name: str) -> str:
    """The text of one of them."""
    return files("notesync.dashboard").joinpath("static", name).read_text(encoding="utf-8")
