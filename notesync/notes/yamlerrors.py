"""Turn what a YAML parser says about a header into a problem that a person can act on.

libyaml names the token that it stumbled over; a person wants to know which line to look at and
what to write instead. What is not in the table is reported as "not valid YAML from here on".
"""

from __future__ import annotations

import re

import yaml

from notesync.errors import Problem, problem
from notesync.notes import lines

# What YAML never accepts, unescaped, anywhere.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")

# How the parser's sentence begins -> problem code. A code of its own is better than a detail.
_BY_PROBLEM: tuple[tuple[str, str], ...] = (
    ("mapping values are not allowed", "header-colon"),
    ("found a tab character", "header-tab"),
    ("found character that cannot start any token", "header-character"),
    ("could not find expected ':'", "header-no-colon"),
    ("found unknown escape character", "header-escape"),
    ("did not find expected hex", "header-escape"),
    ("found invalid Unicode character escape", "header-escape"),
)
_BY_CONTEXT: tuple[tuple[str, str], ...] = (
    ("while scanning a quoted scalar", "header-quote"),
    ("while parsing a quoted scalar", "header-quote"),
    ("while parsing a flow", "header-bracket"),
)
# These point at where the thing begins, not at where the parser gave up.
_AT_CONTEXT = frozenset({"header-no-colon", "header-quote", "header-bracket"})


def _code(error: yaml.MarkedYAMLError) -> str:
    for table, said in ((_BY_PROBLEM, error.problem), (_BY_CONTEXT, error.context)):
        for beginning, code in table:
            if (said or "").startswith(beginning):
                return code
    return "header-yaml"


def _control(source: str, line: int) -> Problem:
    found = CONTROL.search(source)
    if found is None:  # pragma: no cover -- YAML refuses no other character
        return problem("header-yaml", line)
    at = found.start()
    column = at - lines.begin(source, at) + 1
    return problem(
        "header-control", line + lines.count(source, 0, at), column, value=f"U+{ord(found[0]):04X}"
    )


def explain(error: yaml.YAMLError | UnicodeEncodeError, source: str, line: int) -> Problem:
    """Say what is wrong with the header `source`, whose first line is `line` of the file."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return _control(source, line)
    code = _code(error)
    mark = error.problem_mark
    if code in _AT_CONTEXT and error.context_mark is not None:
        mark = error.context_mark
    rows = lines.split(source)
    row = rows[mark.line].rstrip("\r\n") if mark.line < len(rows) else ""
    if code == "header-character" and row[mark.column : mark.column + 1] == "\t":
        code = "header-tab"
    elif code == "header-colon" and ":" not in row[: mark.column]:
        # The line is fine by itself; it is the one above that it doesn't fit.
        code = "header-indent" if row[:1] in {" ", "\t"} else "header-below"
    value = row[mark.column : mark.column + 1]
    if code in {"header-no-colon", "header-indent", "header-below"}:
        value = row.strip()
        value = value if len(value) <= 40 else value[:39] + "…"  # noqa: PLR2004 -- fits a line
    return problem(code, line + mark.line, mark.column + 1, value=value)
