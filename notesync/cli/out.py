"""Print what a reading command found: for people, as JSON, or as tab-separated lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from notesync.cli.echo import echo
from notesync.cli.screen import clean

SCHEMA = 1  # of every JSON document; raised when a key goes or changes its meaning


def print_json(document: Mapping[str, object]) -> None:
    """Print one JSON document, its schema first; lone surrogates of odd file names are escaped."""
    text = json.dumps({"schema": SCHEMA, **document}, ensure_ascii=False, indent=1)
    echo(text.encode("utf-8", "backslashreplace").decode())


def print_plain(rows: Iterable[Sequence[object]]) -> None:
    """Print rows with tabs between their cells; tabs and line breaks in a cell become blanks."""
    lines = ["\t".join(clean(" ".join(str(cell).split())) for cell in row) for row in rows]
    if lines:
        echo("\n".join(lines))
