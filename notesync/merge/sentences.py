"""Merge one line that both sides changed, sentence by sentence: three texts in, one text out.

A line falls into pieces: sentences; the cells of a table's row; the date, words, keys and text of a
log line; the marks behind a task. What one side left alone comes from the other. A piece that both
changed is a conflict: the winner stands in place, the other is handed back to be recorded. Pieces
are compared without their blanks, so a paragraph that was only wrapped anew has not changed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from notesync.merge import align
from notesync.merge.choice import Dates, Loss, settled, three_way
from notesync.merge.weave import Gap, Unit, weave

# Where a piece begins; the blanks before it are its lead.
_CUT = re.compile(
    r"""(?<=[.!?…])[)\]"'”“»«’]*(?=\s+\S)"""  # behind a sentence
    r"|(?<=\S)(?=\s+[—–]\s)"  # before a dash
    r"|(?<=\S)(?=\s+[📅📆🗓➕✅❌⏳🛫🔁⛔🆔🔺⏫🔼🔽⏬])"  # the marks of a task
    r"|(?<=[📅📆🗓➕✅❌⏳🛫]\s\d{4}-\d{2}-\d{2})(?=\s+\S)"  # and what stands behind them
    r"|(?<=\S)(?=\s+[\[(][\w-]+::)"
    r"|(?<=\S)(?=\s+(?:due|fällig|bis|until|for|expect|minutes|lint|named):\S)"
    r"|(?<=\S)(?=\s+\#[^\W\d])"
    r"|(?<=\S)(?=\s+\^[\w-]+\s*$)"
    # the links at the end, with stances on questions
    r"|(?<=\S)(?=\s+(?:!?\[\[[^\[\]]*\]\][\s,]*(?:[+-][^\s,]+(?:[\s,]+|$))*)+$)"
    r"|^\d{4}-\d{2}-\d{2}(?=\s+\S)"  # the date of a log line
)
_TORN = 3  # one in so many missing words stands in another piece: somebody parted or joined it
_MARK = re.compile(r"[📅📆🗓➕✅❌⏳🛫🔁⛔🆔🔺⏫🔼🔽⏬#^]|[—–](?=\s)|[\[(]?[\w-]+::?(?=\S)|!?\[\[")
_WHOLE = re.compile(r"[\w -]+::\s")  # ``key:: value`` is one scalar
_CELL = re.compile(r"\|(?:[^|\\]|\\.)*")
_RULE_ROW = re.compile(r"[\s|:-]+")
_LEAD = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class Line:
    """A merged line, and what lost in it."""

    text: str
    lost: tuple[Loss, ...] = ()


def merge_line(base: str, ours: str, theirs: str, dates: Dates, *, row: bool = False) -> Line:
    """Merge one line or paragraph.

    Args:
        base: What both began with.
        ours: One side's.
        theirs: The other's.
        dates: Who wins where both changed one piece.
        row: Whether it is the row of a table, which falls into cells.
    """
    agreed, text = three_way(base, ours, theirs)
    if agreed:
        return Line(text)
    if _bare(ours) == _bare(theirs):
        return Line(_longer(ours, theirs))
    for mine, yours in ((ours, theirs), (theirs, ours)):
        if _bare(mine) == _bare(base):
            return Line(yours)
    if row:
        return _merge_row(base, ours, theirs, dates)
    return _merge_pieces(*_coarse(pieces(base), pieces(ours), pieces(theirs)), dates)


def _bare(text: str) -> str:
    return " ".join(text.split())


def _longer(one: str, other: str) -> str:
    """Of two texts that differ in blanks the longer one."""
    return max(one, other, key=lambda text: (len(text), text))


def pieces(text: str) -> list[str]:
    """The pieces of a line with the blanks before each; joined they are the line again."""
    if _WHOLE.match(text):
        return [text]
    cuts = [found.end() for found in _CUT.finditer(text)]
    edges = sorted({0, len(text), *cuts})
    return [text[a:b] for a, b in pairwise(edges)]


# ---------------------------------------------------------------- rows


def _merge_row(base: str, ours: str, theirs: str, dates: Dates) -> Line:
    """By cells where all versions have as many, else as a whole."""
    if all(_RULE_ROW.fullmatch(text) for text in (base, ours, theirs)):
        return Line(max(ours, theirs, key=lambda text: (text.count("|"), text)))
    cells = [_CELL.findall(text) for text in (base, ours, theirs)]
    whole = all("".join(c) == t for c, t in zip(cells, (base, ours, theirs), strict=True))
    if not whole or len({len(c) for c in cells}) > 1:
        text, loss = settled(base, ours, theirs, dates)
        return Line(text, (loss,) if loss else ())
    put: list[str] = []
    other: list[str] = []
    date = 0
    for old, mine, yours in zip(*cells, strict=True):
        text, loss = _merge_cell(old, mine, yours, dates)
        put.append(text)
        other.append(loss.other if loss else text)
        date = loss.date if loss else date
    text, instead = "".join(put), "".join(other)
    return Line(text, (Loss(text, instead, base, date),) if instead != text else ())


def _merge_cell(base: str, ours: str, theirs: str, dates: Dates) -> tuple[str, Loss | None]:
    if _bare(ours) == _bare(theirs):
        return _longer(ours, theirs), None
    if _bare(ours) == _bare(base):
        return theirs, None
    if _bare(theirs) == _bare(base):
        return ours, None
    return settled(base, ours, theirs, dates)


# ---------------------------------------------------------------- sentences


@dataclass(frozen=True, slots=True)
class _Name:
    """A piece: its place in the base, or a new text (the so-manieth of this text)."""

    old: int = -1
    text: str = ""
    count: int = 0


_Pieces = tuple[Sequence[str], Sequence[str], Sequence[str]]


def _coarse(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> _Pieces:
    """The pieces, those joined that a side parted or joined: their words stand in others now."""
    sides = (ours, theirs)
    same = [_same(base, side) for side in sides]
    torn = [
        (left.start, left.stop)
        for side, pairs in zip(sides, same, strict=True)
        for left, right in align.gaps(pairs, len(base), len(side))
        if _is_torn([base[at] for at in left], [side[at] for at in right])
    ]
    if not torn:
        return base, ours, theirs
    steady = [dict(pairs) for pairs in same]
    whole: list[tuple[int, int]] = []
    for stretch in sorted(torn):
        start, stop = _widened(stretch, steady, len(base))
        if whole and start < whole[-1][1]:
            before = whole.pop()
            start, stop = before[0], max(stop, before[1])
        whole.append((start, stop))
    mine, yours = (
        [(each[a - 1] + 1 if a else 0, each.get(b, len(side))) for a, b in whole]
        for each, side in zip(steady, sides, strict=True)
    )
    return _joined_at(base, whole), _joined_at(ours, mine), _joined_at(theirs, yours)


def _widened(
    stretch: tuple[int, int], steady: Sequence[dict[int, int]], end: int
) -> tuple[int, int]:
    """A stretch of old pieces, widened to where both sides left alone what stands around it."""
    start, stop = stretch
    while start and not all(start - 1 in each for each in steady):
        start -= 1
    while stop < end and not all(stop in each for each in steady):
        stop += 1
    return start, stop


def _joined_at(side: Sequence[str], stretches: Sequence[tuple[int, int]]) -> list[str]:
    """The pieces, with one in the place of each stretch."""
    found: list[str] = []
    at = 0
    for start, stop in stretches:
        found += [*side[at:start], *filter(None, ["".join(side[start:stop])])]
        at = stop
    return [*found, *side[at:]]


def _same(base: Sequence[str], side: Sequence[str]) -> align.Pairs:
    return align.common([_bare(text) for text in base], [_bare(text) for text in side])


def _is_torn(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether words of a piece stand in another one than the piece that it became."""
    if len(old) == len(new) == 1:
        return False
    score = lambda a, b: align.likeness(old[a], new[b])  # noqa: E731 -- shorter than a function
    became = dict(align.edited(range(len(old)), range(len(new)), score))
    taken = {b: a for a, b in became.items()}
    missing: Counter[str] = Counter()
    more: Counter[str] = Counter()
    for at, text in enumerate(old):
        missing.update(align.words(text) - align.words(new[became[at]] if at in became else ""))
    for at, text in enumerate(new):
        more.update(align.words(text) - align.words(old[taken[at]] if at in taken else ""))
    return (missing & more).total() * _TORN >= missing.total() > 0


def _merge_pieces(
    base: Sequence[str], ours: Sequence[str], theirs: Sequence[str], dates: Dates
) -> Line:
    mine, yours = (dict(_named(base, side)) for side in (ours, theirs))
    texts: dict[_Name, str] = {}
    lost: list[Loss] = []
    for name in (*mine, *(name for name in yours if name not in mine)):
        text = _settle(name, base, mine, yours, dates, lost)
        if text is not None:
            texts[name] = text
    order = weave(
        [_Name(at) for at in range(len(base))],
        [name for name in mine if name in texts],
        [name for name in yours if name in texts],
        lambda names, gap: _units(names, gap, texts),
    )
    return Line(_joined([texts[name] for name in order]), tuple(lost))


def _units(names: Sequence[_Name], _gap: Gap[_Name], texts: dict[_Name, str]) -> list[Unit[_Name]]:
    return [Unit((_bare(texts[name]),), (name,)) for name in names]


def _named(base: Sequence[str], side: Sequence[str]) -> Iterator[tuple[_Name, str]]:
    """A side's pieces in its order, each named after the old piece that it is or was."""
    old, new = ([_bare(text) for text in version] for version in (base, side))
    pairs = align.common(old, new)
    found = {b: a for a, b in pairs}
    for left, right in align.gaps(pairs, len(old), len(new)):
        if len(left) == len(right) == 1 and _mark(old[left[0]]) == _mark(new[right[0]]):
            found[right[0]] = left[0]
            continue
        likes = align.edited(left, right, lambda a, b: _alike(old[a], new[b]))
        found.update((b, a) for a, b in likes)
    counts: dict[str, int] = {}
    for at, text in enumerate(side):
        if at in found:
            yield _Name(found[at]), text
            continue
        counts[new[at]] = counts.get(new[at], 0) + 1
        yield _Name(-1, new[at], counts[new[at]]), text


def _alike(old: str, new: str) -> float:
    return align.likeness(old, new) if _mark(old) == _mark(new) else 0.0


def _mark(piece: str) -> str:
    """What tells a piece apart from others: the mark of a task's date, a key, a dash."""
    found = _MARK.match(piece)
    return found.group() if found else ""


def _settle(
    name: _Name, base: Sequence[str], mine: dict[_Name, str], yours: dict[_Name, str],
    dates: Dates, lost: list[Loss],
) -> str | None:  # fmt: skip
    """What becomes of a piece; None when it is gone."""
    old = base[name.old] if name.old >= 0 else None
    if name not in mine or name not in yours:
        kept = mine.get(name, yours.get(name, ""))
        gone = old is not None and _bare(old) == _bare(kept)
        return None if gone else kept
    a, b = mine[name], yours[name]
    if _bare(a) == _bare(b):
        return a if b == old else b if a == old else _longer(a, b)
    if old is not None and _bare(a) == _bare(old):
        return b
    if old is not None and _bare(b) == _bare(old):
        return a
    text, loss = settled(old, a, b, dates)
    if loss:
        stripped = None if old is None else old.strip()
        part = f"{name.old + 1}/{len(base)}" if len(base) > 1 and old is not None else ""
        lost.append(Loss(loss.kept.strip(), loss.other.strip(), stripped, loss.date, part))
    return text


def _joined(texts: Sequence[str]) -> str:
    """The pieces as one line; between two of them stands at least a blank."""
    parts: list[str] = []
    for text in texts:
        lead = _LEAD.match(text)
        blank = lead.group() if lead else ""
        if not parts:
            parts.append(text[len(blank) :] if len(texts) > 1 else text)
        else:
            parts.append(text if blank else " " + text)
    return "".join(parts)
