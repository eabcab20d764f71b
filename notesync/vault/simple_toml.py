"""Turn a plain notesync.toml into its tables, or leave it to `tomllib`, whose import takes 2 ms.

Plain are comments, the heads of tables with a bare name, and bare keys with a text between quotes
that has nothing to unescape. Anything else, and whatever TOML may forbid, is declined; so what is
read here is what `tomllib` would read.
"""

from __future__ import annotations

Tables = dict[str, object]


def tables(text: str) -> Tables | None:
    """Keys with their texts, names of tables with theirs; None where `tomllib` has to read.

    Args:
        text: All of the file, with a line feed at each line's end.
    """
    found: Tables = {}
    table = found
    for typed in text.split("\n"):
        line = typed.strip(" \t")
        if not line.isprintable():  # control characters; a few others that TOML allows
            return None
        if not line or line.startswith("#"):
            continue
        if line.startswith("["):
            name, bracket, rest = line[1:].partition("]")
            table = {}
            if not bracket or not _plain(name, found, rest):
                return None
            found[name] = table
            continue
        name, _, given = line.partition("=")
        name, given = name.rstrip(" \t"), given.lstrip(" \t")
        value, quote, rest = given[1:].partition('"')
        if not given.startswith('"') or not quote or "\\" in value or not _plain(name, table, rest):
            return None
        table[name] = value
    return found


def _plain(name: str, known: Tables, rest: str) -> bool:
    """Whether a name needs no quotes and is new, and nothing follows but a comment."""
    return (
        name.isascii()
        and name.isidentifier()
        and name not in known
        and rest.lstrip(" \t")[:1] in ("", "#")
    )
