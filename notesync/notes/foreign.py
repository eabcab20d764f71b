"""Read TOML and JSON headers through python-frontmatter's handlers: header text in, values out.

notesync never writes them: it only has to show and search what other programs put there.
"""

from __future__ import annotations

import json
import re
import tomllib
from datetime import date, datetime, time
from typing import Any

from frontmatter.default_handlers import BaseHandler, JSONHandler

from notesync.errors import Problem, problem
from notesync.notes import lines
from notesync.notes.frontmatter import Fence, HeaderItem, HeaderValue, Nested

# Values by key, the keys' lines, what is wrong.
Foreign = tuple[dict[str, HeaderValue], dict[str, int], tuple[Problem, ...]]


class TomlHandler(BaseHandler):
    """TOML between ``+++`` lines, read with the standard library."""

    FM_BOUNDARY = re.compile(r"^\+{3,}\s*$", re.MULTILINE)
    START_DELIMITER = END_DELIMITER = "+++"

    def load(self, fm: str) -> dict[str, Any]:
        """Read a header; numbers with a point stay text.

        Raises:
            ValueError: The header is no TOML.
        """
        return tomllib.loads(fm.replace("\r\n", "\n").replace("\r", "\n"), parse_float=str)


class TextJSONHandler(JSONHandler):
    """JSON between ``;;;`` lines or braces on lines of their own; numbers stay text."""

    def load(self, fm: str, **_: object) -> dict[str, Any]:
        """Read a header; braces may be left out.

        Raises:
            ValueError: The header is no JSON object.
        """
        source = fm if fm.lstrip().startswith("{") else "{" + fm + "}"
        found: dict[str, Any] = json.loads(
            source, parse_int=str, parse_float=str, parse_constant=str
        )
        return found


READ_ONLY: dict[str, BaseHandler] = {"toml": TomlHandler(), "json": TextJSONHandler()}
_READ_ONLY_KEY = re.compile(r"""[ \t{]*["']?([^"'=:]+?)["']?[ \t]*[=:]""")


def _plain(value: object) -> HeaderValue:
    """A TOML or JSON value as ours."""
    if isinstance(value, list):
        return tuple(_plain_item(item) for item in value)
    return _plain_item(value)


def _plain_item(value: object) -> HeaderItem:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, list | dict):
        return Nested(json.dumps(value, ensure_ascii=False, default=str))
    return str(value)


def read(source: str, fence: Fence) -> Foreign:
    """Read a TOML or JSON header; `source` is what stands in `fence`."""
    try:
        loaded = READ_ONLY[fence.kind].load(source)
        values = {str(key): _plain(value) for key, value in loaded.items()}
    except (ValueError, RecursionError, UnicodeError) as error:
        line = getattr(error, "lineno", 0)
        if found := re.search(r"line (\d+)", str(error)):
            line = int(found.group(1))
        return {}, {}, (problem(f"header-{fence.kind}", fence.line + max(line - 1, 0)),)
    first: dict[str, int] = {}
    for number, row in enumerate(lines.split(source)):
        key = _READ_ONLY_KEY.match(row)
        if key and key.group(1) in values:
            first.setdefault(key.group(1), fence.line + number)
    return values, first, ()
