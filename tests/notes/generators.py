"""Draw notes whose headers use everything that YAML and people allow, together with what they say.

Each drawn `Sample` knows its values and the lines of each key without asking the code under test:
the generator writes the source and the meaning side by side.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

from notesync.notes.frontmatter import HeaderItem, HeaderValue

NESTED = "nested"  # stands for any Nested value in a sample's values


@dataclass(frozen=True)
class Written:
    """A value as source rows (the first goes behind the key's colon) with its meaning."""

    rows: tuple[str, ...]
    value: HeaderValue
    block: bool = False  # a block scalar: what follows must not be indented
    keeps: bool = False  # ends in ``|+``: blank rows behind it would belong to it


@dataclass(frozen=True)
class Sample:
    """A note: its text, what its header says, and where the lines of each key begin and end."""

    text: str
    values: dict[str, HeaderValue]
    spans: dict[str, tuple[int, int]]
    lines: dict[str, int]
    body: str


NOT_IN_YAML = dict.fromkeys((0xFFFE, 0xFFFF))
LETTERS = "abcxyzÄÖÜäöüßéłж日本😀🇩🇪"
words = st.text(LETTERS + "0123456789", min_size=1, max_size=8)
PLAIN = (
    "Hafenwerk", "01067", "no", "Yes", "10:30", "+49 40 1234", "2026-02-30", "2026-05-04", "0o17",
    "a#b", "x:y", "Tom & Jerry", "50 %", "it's", 'say "hi"', "1_000", "1e5", ".5", "-x", "?x",
    "a [b] {c}", "C:\\temp", "mail@example.org", "https://example.org/a?b=c#d", "12:30:45", "=",
    "<<", "ä, ö", "null?", "~x", "a\u00a0b", "NaN", "0x1F", "tab\there",
)  # fmt: skip
LINKS = ("[[Carla Voigt]]", "[[Elbgrün|the firm]]", "[[Q#Part]]", "[[a/b, c]]")

any_text = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        [
            *PLAIN, *LINKS, "", " ", "null", "~", "true", "True", "on", "- a", "a: b", "a #b", "#",
            "'", '"', "[[A]], [[B]]", "[a", "{a}", "*a", "&a", "!a", "|", ">", "%", "@", "`", "---",
            "...", "a\nb", "a\n", "\n", "a\r\nb", "a\n\nb\n", " a", "a ", "a\tb", "\t", "\x00",
            "\x85", "\u2028", "a\u2029b", "\ufeff", "\ufeffa", "key:", "\\", "\\n", "x" * 300,
            "a\n b", "\x7f", "2026-13-01", "2026-05-04 10:00", "0", "3", "4.50", "4.5", "08",
            "\U000f0085", "é" * 50,
        ]
    ),
)  # fmt: skip


@st.composite
def comment(draw: st.DrawFn) -> str:
    """A comment without its leading blanks."""
    return draw(
        st.sampled_from(["#", "# c", "# key: value", "# größer 😀", "#- [x]", "# ---", "# 'q"])
    )


@st.composite
def plain(draw: st.DrawFn) -> Written:
    """A plain scalar on one line."""
    text = draw(st.one_of(st.sampled_from(PLAIN), words, st.lists(words, min_size=2).map(" ".join)))
    return Written((text,), text)


@st.composite
def quoted(draw: st.DrawFn) -> Written:
    """A scalar in single or double quotes, on one line."""
    if draw(st.booleans()):
        text = draw(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=12))
        text = text.translate(NOT_IN_YAML)
        return Written(("'" + text.replace("'", "''") + "'",), text)
    text = draw(st.text(st.characters(exclude_characters="\x7f", exclude_categories=["Cs"])))
    text = "".join(c for c in text if not (0x80 <= ord(c) < 0xA0 and c != "\x85"))
    text = text.translate(NOT_IN_YAML)
    return Written((json.dumps(text, ensure_ascii=False),), text)


@st.composite
def nothing(draw: st.DrawFn) -> Written:
    """No value, or null."""
    return Written((draw(st.sampled_from(["", "", " ", "~", "null", '""', "''"])),), "")


@st.composite
def folded_plain(draw: st.DrawFn) -> Written:
    """A plain or quoted scalar over several lines."""
    parts = draw(st.lists(words, min_size=2, max_size=4))
    quote = draw(st.sampled_from(["", "'", '"']))
    rows = [quote + parts[0], *("   " + part for part in parts[1:])]
    rows[-1] += quote
    if draw(st.booleans()):  # the whole value below its key
        rows = ["", "  " + rows[0], *rows[1:]]
    return Written(tuple(rows), " ".join(parts))


@st.composite
def block(draw: st.DrawFn, chomps: Sequence[str] = ("", "-", "+")) -> Written:
    """A literal or folded block scalar with every indicator."""
    mark = draw(st.sampled_from("|>"))
    chomp = draw(st.sampled_from(chomps))
    indent = draw(st.integers(1, 4))
    parts = draw(st.lists(words, min_size=1, max_size=4))
    explicit = str(indent) if draw(st.booleans()) else ""
    head = mark + draw(st.sampled_from([explicit + chomp, chomp + explicit]))
    if draw(st.booleans()):
        head += "  " + draw(comment())
    value = ("\n" if mark == "|" else " ").join(parts)
    trailing = draw(st.integers(0, 2)) if chomp == "+" else 0
    rows = [head, *(" " * indent + part for part in parts), *[""] * trailing]
    value += {"": "\n", "-": "", "+": "\n" * (1 + trailing)}[chomp]
    return Written(tuple(rows), value, block=True, keeps=chomp == "+")


@st.composite
def link(draw: st.DrawFn) -> Written:
    """An unquoted wiki-link."""
    text = draw(st.sampled_from(LINKS))
    return Written((text,), text)


def _fits_flow(item: Written) -> bool:
    text = item.rows[0]
    bare = not set(",[]{}:\t") & set(text) and text[:1] not in {"-", "?", ""}
    return bare or text[:1] in {"'", '"'}


flow_items = st.one_of(
    quoted(), plain().filter(_fits_flow), link(), words.map(lambda word: Written((word,), word))
)


def _list_value(items: Sequence[Written]) -> tuple[HeaderItem, ...]:
    return tuple(item.value for item in items if not isinstance(item.value, tuple))


@st.composite
def flow_list(draw: st.DrawFn) -> Written:
    """A list in brackets, on one line or several, with comments between its items."""
    items = draw(st.lists(flow_items, max_size=4))
    value = _list_value(items)
    raws = [item.rows[0] for item in items]
    if not raws:
        return Written((draw(st.sampled_from(["[]", "[ ]"])),), ())
    shape = draw(st.sampled_from(["line", "line", "rows", "wrapped", "commas first"]))
    pad = draw(st.sampled_from(["", " "]))
    end = draw(st.sampled_from(["", ",", " ,"]))
    if shape == "line":
        gap = draw(st.sampled_from([", ", ",", " , "]))
        return Written(("[" + pad + gap.join(raws) + end + pad + "]",), value)
    if shape == "wrapped":
        cut = draw(st.integers(1, len(raws)))
        rows = ["[" + ", ".join(raws[:cut])]
        if cut < len(raws):
            rows[0] += ","
            rows.append("   " + ", ".join(raws[cut:]))
        rows[-1] += "]"
        return Written(tuple(rows), value)
    rows = ["["]
    for number, raw in enumerate(raws):
        last = number == len(raws) - 1
        if draw(st.integers(0, 3)) == 0:
            rows.append(draw(st.sampled_from(["", "  "])) + draw(comment()))
        tail = "  " + draw(comment()) if draw(st.booleans()) else ""
        if shape == "rows":
            rows.append("  " + raw + ("," if not last or end else "") + tail)
        else:
            rows.append("  " + (", " if number else "") + raw + tail)
    rows.append(draw(st.sampled_from(["]", "  ]"])) if shape == "rows" else "  ]")
    if rows[-1] == "]":
        rows[-1] = " ]"  # a bracket at the margin ends nothing that YAML calls a block
    return Written(tuple(rows), value)


block_items = st.one_of(plain(), quoted(), link(), nothing(), folded_plain(), block(("", "-")))


@st.composite
def block_list(draw: st.DrawFn) -> Written:
    """A list of lines with dashes, indented or not, with comments and blank lines between."""
    indent = " " * draw(st.sampled_from([0, 2, 2, 4]))
    rows = ["" if draw(st.booleans()) else "  " + draw(comment())]
    values = []
    keeps = False
    items = draw(st.lists(block_items, min_size=1, max_size=4))
    if draw(st.integers(0, 5)) == 0:
        # Behind an item that keeps its blank lines, no other: if that other is taken out, the
        # blank lines behind it would become the first one's. Such an edit is refused.
        items.append(draw(block(("+",))))
    for item in items:
        if not keeps and draw(st.integers(0, 3)) == 0:
            rows.append(draw(st.sampled_from(["", draw(comment())])))
        dash = "-" + " " * draw(st.sampled_from([1, 1, 3]))
        shift = indent + " " * len(dash)
        first = item.rows[0]
        bare = not item.block and first.strip() and len(item.rows) == 1
        tail = "  " + draw(comment()) if bare and draw(st.booleans()) else ""
        rows.append(indent + (dash + first if first else "-") + tail)
        if item.block:  # an indentation indicator counts from the dash
            rows += [indent + row if row else "" for row in item.rows[1:]]
        else:
            rows += [shift + row for row in item.rows[1:]]
        values.append(item.value)
        keeps = item.keeps
    return Written(tuple(rows), tuple(values), block=True, keeps=keeps)


@st.composite
def nested(draw: st.DrawFn) -> Written:
    """A mapping, or lists in lists: kept, not interpreted."""
    rows = draw(
        st.sampled_from(
            [
                ("", "  a: 1", "  b:", "    - x # c", "", "    - y"),
                ("{a: 1, b: [x, 'y']}",),
                ("{{date}}",),
                ("{a: 1,", "  b: 2}"),
                ("", "  a:", "    b:", "      c: |", "        deep"),
            ]
        )
    )
    return Written(rows, NESTED, block=True)


KEYS = (
    "type", "org", "last_contact", "Größe", "ключ", "a b", "x-y.z", "emoji😀", "key#1", "a:b", "no",
    "2026", "日本", "k", "tags", "people", "e-mail", "@x"[1:], "über uns",
)  # fmt: skip
QUOTED_KEYS = (('"my: key"', "my: key"), ("'it''s'", "it's"), ('"a\\tb"', "a\tb"), ("'# x'", "# x"))

anything = st.one_of(
    plain(), plain(), quoted(), nothing(), folded_plain(), block(), link(), nested(),
    flow_list(), flow_list(), block_list(), block_list(),
)  # fmt: skip


@st.composite
def newlines(draw: st.DrawFn) -> Callable[[Sequence[str]], str]:
    """A way to join rows: one line break throughout, or a different one behind each."""
    style = draw(st.sampled_from(["\n", "\n", "\r\n", "\r", "mixed"]))
    if style != "mixed":
        return lambda rows: "".join(row + style for row in rows)
    picks = draw(st.lists(st.sampled_from(["\n", "\r\n", "\r"]), min_size=8, max_size=8))

    def join(rows: Sequence[str]) -> str:
        text = ""
        for number, row in enumerate(rows):
            pick = picks[number % len(picks)]
            # CR and LF around an empty row would be one line break, not two.
            if not row and pick == "\n" and text.endswith("\r"):
                pick = "\r\n"
            text += row + pick
        return text

    return join


BODIES = (
    "", "Text.\n", "\n# Carla\n\nText ohne Ende", "\n\n", "---\n\nnot a header\n", "## Log\n- x\n",
    "a\r\nb\rc\n", "😀\u2028\x85\x0c", "Code:\n```\n---\na: b\n---\n```\n", "   \n",
)  # fmt: skip


@st.composite
def samples(draw: st.DrawFn, least: int = 0, some: st.SearchStrategy[Written] = anything) -> Sample:
    """A note with a header of at least so many keys, the first with `some` value."""
    join = draw(newlines())
    lead = " " * draw(st.sampled_from([0, 0, 0, 2]))
    plain_keys = draw(st.lists(st.sampled_from(KEYS), unique=True, min_size=least, max_size=6))
    keys = [(key, key) for key in plain_keys]
    if draw(st.integers(0, 3)) == 0:
        keys.insert(0, draw(st.sampled_from(QUOTED_KEYS)))
    rows = ["---" + draw(st.sampled_from(["", "", " ", "\t"]))]
    spans: dict[str, tuple[int, int]] = {}
    values: dict[str, HeaderValue] = {}
    keeps = block_before = False
    for number, (raw, key) in enumerate(keys):
        if not keeps:
            fillers = ["", " ", draw(comment())] + (
                [] if block_before else ["   " + draw(comment())]
            )
            rows += draw(st.lists(st.sampled_from(fillers), max_size=2))
        written = draw(anything if number else some)
        first = written.rows[0]
        gap = draw(st.sampled_from([" ", " ", "   "])) if first.strip() else ""
        colon = draw(st.sampled_from([":", ":", ":", " :"])) if first.strip() else ":"
        tail = ""
        single = len(written.rows) == 1 and first not in {" ", ""}
        if single and not written.block and draw(st.integers(0, 2)) == 0:
            tail = draw(st.sampled_from([" ", "  ", "\t"])) + draw(comment())
        elif single and not written.block and draw(st.integers(0, 5)) == 0:
            tail = draw(st.sampled_from([" ", "   "]))
        begin = len(rows)
        rows.append(lead + raw + colon + gap + first + tail)
        rows += [lead + row if row else "" for row in written.rows[1:]]
        spans[key] = (begin, len(rows))
        values[key] = written.value
        keeps, block_before = written.keeps, written.block
    if not keeps:
        rows += draw(st.lists(st.sampled_from(["", "# end", " "]), max_size=2))
    rows.append(draw(st.sampled_from(["---", "---", "---  ", "..."])))
    header = join(rows)
    body = draw(st.sampled_from(BODIES))
    if body.startswith("---") or (header.endswith("\r") and body.startswith("\n")):
        body = "x" + body  # neither a second header nor the second half of a line break
    if not body and draw(st.booleans()):
        header = header.rstrip("\r\n")
    bom = draw(st.sampled_from(["", "", "\ufeff"]))
    offsets = [len(bom) + len(join(rows[:n])) for n in range(len(rows) + 1)]
    return Sample(
        bom + header + body,
        values,
        {key: (offsets[a], offsets[b]) for key, (a, b) in spans.items()},
        {key: a + 1 for key, (a, _) in spans.items()},
        body,
    )
